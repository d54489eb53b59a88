"""An OpenID Connect provider of this machine, in a process of its own."""

import socket
import subprocess
import sys
import time

import httpx

PATIENCE = 40


class IdentityProvider:
    """Vouches for whom a test tells it to know.

    Args:
        log: File that takes what it prints.
    """

    def __init__(self, log):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self._port}"
        self._log = log
        self._process = None
        self.begin()

    def begin(self):
        with self._log.open("ab") as output:
            self._process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "oidc_provider_mock"),
                    *("--port", str(self._port), "--require-nonce", "true"),
                ],
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        limit = time.monotonic() + PATIENCE
        while time.monotonic() < limit and self._process.poll() is None:
            try:
                httpx.get(self.url).raise_for_status()
            except httpx.HTTPError:
                time.sleep(0.1)
            else:
                return
        self.end()
        raise AssertionError(self._log.read_text())

    def end(self):
        self._process.terminate()
        self._process.wait(timeout=10)

    def knows(self, subject, **claims):
        """Let it know somebody by what they type there."""
        httpx.put(f"{self.url}/users/{subject}", json=claims).raise_for_status()

    def secrets(self, site):
        """Return what `.streamlit/secrets.toml` of a site says of it."""
        return {
            "auth": {
                "redirect_uri": f"{site}/oauth2callback",
                "cookie_secret": "kunci-kuki-yang-panjang-untuk-uji",
                "client_id": "pantau-tahapan",
                "client_secret": "rahasia-klien",
                "server_metadata_url": f"{self.url}/.well-known/openid-configuration",
            }
        }
