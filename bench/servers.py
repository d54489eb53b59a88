"""Servers under measurement, each a process of its own on a free local port."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import product
from pathlib import Path
from types import TracebackType
from typing import Self

import httpx
import psutil

ROOT = Path(__file__).parents[1]
BASELINES = ROOT / "bench" / "baselines"
FIRST_SCREEN = 'id="first-answer"'
START_LIMIT = 60.0  # seconds until a server counts as failed


class ServerFailed(Exception):
    """A server ended or stayed silent before it was healthy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Launch:
    """How to start one server.

    Attributes:
        name: Name in the report.
        program: Python arguments in front of Streamlit's own.
        script: Script to serve.
        folder: Working folder, which decides the configuration Streamlit finds.
        environ: Environment variables on top of the inherited ones.
        is_healthy: Whether an answer of the health address means ready.
        health: Health address.
    """

    name: str
    program: tuple[str, ...]
    script: Path
    folder: Path
    environ: Mapping[str, str] = field(default_factory=dict)
    is_healthy: Callable[[httpx.Response], bool] = lambda answer: answer.is_success
    health: str = "/_stcore/health"


class Server:
    """A running server; leaving the context ends its process.

    Attributes:
        name: Name in the report.
        port: Local port it listens on.
        seconds_to_healthy: From the start of the process to the first good answer.
    """

    def __init__(self, launch: Launch, log: Path) -> None:
        """Start the server and wait until it is healthy; `log` takes its output.

        Raises:
            ServerFailed: It ended, or was not healthy within a minute.
        """
        self.name = launch.name
        self.port = _free_port()
        self._log = log
        started = time.perf_counter()
        self._process = _start(launch, self.port, log)
        try:
            self._wait(launch, started + START_LIMIT)
        except ServerFailed:
            self.stop()
            raise
        self.seconds_to_healthy = time.perf_counter() - started

    @property
    def address(self) -> str:
        """Return the address of the home page."""
        return f"http://127.0.0.1:{self.port}/"

    @property
    def stream(self) -> str:
        """Return the address of Streamlit's websocket."""
        return f"ws://127.0.0.1:{self.port}/_stcore/stream"

    def cpu_ms(self) -> float:
        """Return the processor time used so far, in milliseconds."""
        times = self._process.cpu_times()
        return (times.user + times.system) * 1000

    def resident_mb(self) -> float:
        """Return the resident memory now, in MB of 2**20 bytes."""
        return float(self._process.memory_info().rss) / 2**20

    def heaviest_child_mb(self) -> float:
        """Return the resident memory of the heaviest process it has started, in MB."""
        sizes = []
        for child in self._process.children(recursive=True):
            with suppress(psutil.NoSuchProcess):
                sizes.append(float(child.memory_info().rss))
        return max(sizes, default=0.0) / 2**20

    def stop(self) -> None:
        """End the process, by force after ten seconds."""
        self._process.terminate()
        try:
            self._process.wait(10)
        except psutil.TimeoutExpired:
            self._process.kill()
            self._process.wait(10)

    def _wait(self, launch: Launch, limit: float) -> None:
        address = f"http://127.0.0.1:{self.port}{launch.health}"
        while not _answers(address, launch.is_healthy):
            if self._process.poll() is not None or time.perf_counter() > limit:
                tail = self._log.read_text(errors="replace")[-2000:]
                raise ServerFailed(f"{launch.name} did not become healthy:\n{tail}")
            time.sleep(0.02)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


def await_first_screens(app: Server, pages: Iterable[str]) -> None:
    """Wait until a server has drawn its first screens, which it does once, aside.

    Args:
        app: Server of the dashboard.
        pages: Address paths without their slash.

    Raises:
        ServerFailed: One is still missing after a minute; the server is ended.
    """
    limit = time.perf_counter() + START_LIMIT
    for page, spoken in product(pages, ("id", "en")):
        address = f"{app.address}{page}?bahasa={spoken}"
        while not _answers(address, _says_its_first_screen):
            if time.perf_counter() > limit:
                app.stop()
                raise ServerFailed(f"{address} has no first screen")
            time.sleep(0.1)


def _says_its_first_screen(answer: httpx.Response) -> bool:
    return FIRST_SCREEN in answer.text


def baseline(name: str, folder: Path, environ: Mapping[str, str]) -> Launch:
    """Return the launch of a baseline on the stock server with stock settings.

    Args:
        name: Script in `bench/baselines`.
        folder: An empty folder, so that no configuration is found.
        environ: Environment variables that the script reads.
    """
    apart = {"PYTHONPATH": str(ROOT), "HOME": str(folder)}
    return Launch(
        name=name,
        program=("-m", "bench.stock"),
        script=BASELINES / f"{name}.py",
        folder=folder,
        environ={**environ, **apart},
    )


def app(database_url: str) -> Launch:
    """Return the launch of the app as `make run` serves it."""
    return Launch(
        name="app",
        program=("-m", "streamlit"),
        script=ROOT / "dashboard.py",
        folder=ROOT,
        environ={"DATABASE_URL": database_url},
        is_healthy=_is_app_healthy,
        health="/healthz",
    )


def with_environ(launch: Launch, environ: Mapping[str, str]) -> Launch:
    """Return the same launch with further environment variables."""
    return replace(launch, environ={**launch.environ, **environ})


def _is_app_healthy(answer: httpx.Response) -> bool:
    # Streamlit answers any unknown path with its page, so the body decides.
    kind = answer.headers.get("content-type", "")
    return answer.is_success and kind.startswith("application/json")


def _answers(address: str, is_healthy: Callable[[httpx.Response], bool]) -> bool:
    try:
        return is_healthy(httpx.get(address, timeout=5, trust_env=False))
    except httpx.TransportError:
        return False


def _start(launch: Launch, port: int, log: Path) -> psutil.Popen:
    options = {
        "server.port": str(port),
        "server.address": "127.0.0.1",
        "server.headless": "true",
        "browser.gatherUsageStats": "false",
    }
    flags = [part for key, text in options.items() for part in (f"--{key}", text)]
    command = [sys.executable, *launch.program, "run", str(launch.script), *flags]
    with log.open("wb") as sink:
        return psutil.Popen(
            command,
            cwd=launch.folder,
            env={**os.environ, **launch.environ},
            stdout=sink,
            stderr=subprocess.STDOUT,
        )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
