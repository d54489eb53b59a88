import os
import shutil
import socket
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import sync_playwright
from sqlalchemy import make_url

from data_access.database import engine_for, writing
from domain.person import Role
from tasks.command_line import DONE, run
from tests.data_access.staff import store_person

ROOT = Path(__file__).parents[2]
NOW = datetime(2022, 9, 8, 1, 0, tzinfo=UTC)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)
PATIENCE = 40  # seconds a page may take while other tests keep the machine busy
DRAWN = """expected => {
  const charts = [...document.querySelectorAll("[data-testid=stVegaLiteChart]")];
  return document.querySelector("[data-test-script-state=notRunning]")
    && !document.querySelector("[data-testid=stSkeleton]")
    && charts.length >= expected
    && charts.every(chart => chart.querySelector("svg.marks"));
}"""


class Server:
    """The dashboard, served by a process of its own on a free local port.

    Args:
        database: The DATABASE_URL of the process.
        log: File that takes what it prints.
        port: Local port; 0 takes a free one.
        secrets: Returns, for the server's own address, a file in the place of
            `.streamlit/secrets.toml`.
    """

    def __init__(self, database, log, port=0, secrets=None):
        with socket.socket() as free:
            free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            free.bind(("127.0.0.1", port))
            self.port = port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self.log = log
        environ = {**os.environ, "DATABASE_URL": database}
        if secrets:
            environ["STREAMLIT_SECRETS_FILES"] = str(secrets(self.url))
        with log.open("wb") as output:
            self._process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "streamlit", "run", "dashboard.py"),
                    *("--server.port", str(port)),
                ],
                cwd=ROOT,
                env=environ,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        self._wait()

    def _wait(self):
        limit = time.monotonic() + PATIENCE
        while time.monotonic() < limit and self._process.poll() is None:
            try:
                with urlopen(f"{self.url}/healthz", timeout=2):
                    return
            except OSError:
                time.sleep(0.1)
        self.end()
        pytest.fail(f"the server did not start:\n{self.log.read_text()}")

    def end(self):
        self._process.terminate()
        self._process.wait(timeout=10)


class Visitor:
    """One page of a browser, and what it asked for and complained about."""

    def __init__(self, page, url):
        self.page = page
        self.url = url
        self.asked, self.complaints, self.lost = [], [], []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("websocket", lambda socket: self.asked.append(socket.url))
        page.on("response", self._answered)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._spoken)

    def open(self, address="/", charts=1):
        """Open an address and wait until its charts are drawn."""
        self.page.goto(f"{self.url}{address}", wait_until="commit")
        return self.settle(charts)

    def settle(self, charts=1):
        """Wait until the script has ended and the charts are drawn."""
        self.page.wait_for_function(DRAWN, arg=charts)
        return self.page

    def title(self):
        return self.page.locator("h1").inner_text()

    @property
    def outside(self):
        """Return the requests that left this machine."""
        local = {"127.0.0.1", None}
        return [url for url in self.asked if urlsplit(url).hostname not in local]

    def _answered(self, response):
        if response.status >= 400:
            self.lost.append(urlsplit(response.url).path)

    def _spoken(self, message):
        # The browser's own line on each 404; `lost` names the address.
        is_lost = message.text.startswith("Failed to load resource")
        if message.type == "error" and not is_lost:
            self.complaints.append(message.text)


@pytest.fixture(scope="session")
def demonstration(migrated_file, tmp_path_factory):
    """The DATABASE_URL of the demonstration, a SQLite file, in which Baiq works."""
    file = tmp_path_factory.mktemp("demonstration") / "election.db"
    shutil.copy(migrated_file, file)
    address = f"sqlite:///{file}"
    assert run(["demo"], {"DATABASE_URL": address}, NOW) == DONE
    engine = engine_for(make_url(address))
    with writing(engine).begin() as connection:
        store_person(connection)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return address


@pytest.fixture(scope="session")
def facts_file(migrated_file, tmp_path_factory):
    """A SQLite file of facts, without a simulated tally."""
    file = tmp_path_factory.mktemp("facts") / "facts.db"
    shutil.copy(migrated_file, file)
    address = {"DATABASE_URL": f"sqlite:///{file}"}
    assert run(["demo", "--without-simulated"], address, NOW) == DONE
    engine = engine_for(make_url(f"sqlite:///{file}"))
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return file


@pytest.fixture
def facts(facts_file, tmp_path):
    """The engine of a database of facts of this test alone, and its staff."""
    file = shutil.copy(facts_file, tmp_path / "facts.db")
    engine = engine_for(make_url(f"sqlite:///{file}"))
    own = {"role": Role.OPERATOR, "regions": frozenset({"52.71"})}
    with writing(engine).begin() as connection:
        store_person(connection, "baiq", name="Baiq Ratna")
        store_person(connection, "lalu", name="Lalu Mataram", **own)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def server(demonstration, tmp_path_factory):
    """The dashboard over the demonstration, for tests that only look."""
    running = Server(demonstration, tmp_path_factory.mktemp("server") / "log")
    yield running
    running.end()


@pytest.fixture
def serve(tmp_path):
    """Return what starts a server of this test alone over a database."""
    begun = []

    def start(database, secrets=None):
        begun.append(Server(database, tmp_path / f"log-{len(begun)}", secrets=secrets))
        return begun[-1]

    yield start
    for each in begun:
        each.end()


@pytest.fixture(scope="session")
def browser():
    """A Chromium without a screen: the machine's own, else Playwright's."""
    names = ("chromium", "chromium-browser", "google-chrome")
    installed = next(filter(None, map(shutil.which, names)), None)
    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=installed, args=list(FLAGS))
        yield running
        running.close()


@pytest.fixture
def arrive(browser, server):
    """Return what brings a new visitor, with an empty cache, to a server."""
    contexts = []

    def bring(to=server, **options):
        look = {"locale": "id-ID", "timezone_id": "Asia/Makassar"} | options
        context = browser.new_context(**look)
        context.set_default_timeout(PATIENCE * 1000)
        contexts.append(context)
        return Visitor(context.new_page(), to.url)

    yield bring
    for context in contexts:
        context.close()


@pytest.fixture
def visitor(arrive):
    """A visitor with an ordinary screen in Mataram."""
    return arrive(viewport={"width": 1440, "height": 1000})
