"""nginx over a folder, as the public copy is meant to be served."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

CONFIGURATION = """
worker_processes 1;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  sendfile on;
  keepalive_requests 1000000;
  client_body_temp_path {folder}; proxy_temp_path {folder};
  fastcgi_temp_path {folder}; uwsgi_temp_path {folder}; scgi_temp_path {folder};
  server {{ listen 127.0.0.1:{port}; root {root}; }}
}}
"""
START_LIMIT = 10.0  # seconds


def is_here() -> bool:
    """Return whether this machine has nginx."""
    return shutil.which("nginx") is not None


@contextmanager
def serving(root: Path, folder: Path) -> Iterator[str]:
    """Serve a folder and yield its address.

    Args:
        root: What is served; readable for everybody.
        folder: An empty folder for what nginx writes itself.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    file = folder / "nginx.conf"
    file.write_text(CONFIGURATION.format(folder=folder, root=root, port=port))
    with subprocess.Popen(["nginx", "-c", str(file)]) as process:
        address = f"http://127.0.0.1:{port}/"
        try:
            _wait(address)
            yield address
        finally:
            process.terminate()


def _wait(address: str) -> None:
    limit = time.monotonic() + START_LIMIT
    while True:
        try:
            httpx.get(address, trust_env=False)
        except httpx.TransportError:
            if time.monotonic() > limit:
                raise
            time.sleep(0.05)
        else:
            return
