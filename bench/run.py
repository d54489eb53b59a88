"""One run: which servers each section of the report needs, and in which order."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import Browser
from sqlalchemy import make_url

from bench import (
    answers,
    day,
    demonstration,
    growth,
    live,
    national,
    open_data,
    papers,
    process,
    servers,
    staff,
    visitors,
    visits,
)
from bench.browser import chromium
from bench.colleague import Colleague
from bench.effort import Effort
from bench.figures import Finding
from bench.reruns import Subject
from bench.servers import Launch, Server

ELECTION, MILESTONE = "pemilu-2024", "M3-03"
WALL = "layar"  # the projector, which is no page of Streamlit
PAGES = {
    "": "/",
    "linimasa": "/linimasa",
    "partai": "/partai",
    "zona-integritas": "/zona-integritas",
}


class Bench:
    """The sections of the report, each with servers of its own.

    Attributes:
        browser: Version of Chromium, once it has run.
        plans: Page on query plans, once the section on growth has run.
    """

    def __init__(self, folder: Path, database: Path, effort: Effort) -> None:
        """Take an empty folder, the demonstration database, and what to measure."""
        self._folder, self._database, self._effort = folder, database, effort
        self._app = servers.app(demonstration.address_of(database))
        self.browser = self.plans = ""

    @property
    def sections(self) -> Mapping[str, Callable[[], list[Finding]]]:
        """Return the measurement of each section by its heading, in order."""
        return {
            "One visitor": self._one_visitor,
            "Fifty visitors": self._fifty_visitors,
            "Live screens": self._live_screens,
            "In the browser": self._in_the_browser,
            "The process": self._process,
            "Growth": self._growth,
            "Staff": self._staff,
            "What leaves the screen": self._exports,
        }

    def measure(self, heading: str) -> list[Finding]:
        """Measure one section and say on the terminal how long it took."""
        started = time.perf_counter()
        found = self.sections[heading]()
        print(f"{heading}: {time.perf_counter() - started:.0f} s", flush=True)
        return found

    def _one_visitor(self) -> list[Finding]:
        with ExitStack() as stack:
            bare, naive, app = self._started(stack, "bare", "naive", "app")
            screens = _screens(app)
            url = make_url(demonstration.address_of(self._database))
            colleague = Colleague(url, ELECTION, MILESTONE)
            lone = Subject(name="bare", server=bare)
            plain = Subject(name="naive", server=naive)
            return [
                *answers.findings(lone, plain, screens, self._effort),
                *answers.edited(screens, colleague.edit, self._effort.edits),
            ]

    def _fifty_visitors(self) -> list[Finding]:
        with ExitStack() as stack:
            naive, app = self._started(stack, "naive", "app")
            return visitors.findings(app, naive, list(PAGES), self._effort)

    def _live_screens(self) -> list[Finding]:
        with ExitStack() as stack:
            (app,) = self._started(stack, "app")
            url = make_url(demonstration.address_of(self._database))
            colleague = Colleague(url, ELECTION, MILESTONE)
            pages = [*PAGES, "riwayat"]
            found = live.findings(app, pages, colleague.edit, self._effort.watched)
            browser = stack.enter_context(self._chromium())
            lasting = day.findings(browser, app, colleague.edit, self._effort.asked)
            return [*found, *lasting]

    def _in_the_browser(self) -> list[Finding]:
        with ExitStack() as stack:
            chart, app = self._started(stack, "chart", "app")
            stock = visits.place_of(Subject(name="chart", server=chart))
            screens = [visits.place_of(screen) for screen in _screens(app)]
            browser = stack.enter_context(self._chromium())
            wall = visits.Place(name="/layar", address=f"{app.address}{WALL}", charts=0)
            return visits.findings(browser, stock, screens, wall, self._effort)

    def _process(self) -> list[Finding]:
        starts = self._effort.starts
        return process.findings(self._app, list(PAGES), self._folder, starts)

    def _growth(self) -> list[Finding]:
        file = demonstration.copy(self._database, self._folder / "national.db")
        address = demonstration.address_of(file)
        national.extend(make_url(address))
        scanning, self.plans = growth.scans(make_url(address))
        with ExitStack() as stack:
            small, large = (
                _screens(stack.enter_context(self._server(launch)))
                for launch in (self._app, servers.app(address))
            )
            found = growth.findings(small, large, self._effort)
        return [*found, scanning]

    def _staff(self) -> list[Finding]:
        return staff.findings(self._chromium, self._folder, self._effort)

    def _exports(self) -> list[Finding]:
        copy, scratch = self._folder / "copy", self._folder / "nginx"
        scratch.mkdir()
        self._folder.chmod(0o755)  # nginx reads as another user
        address = demonstration.address_of(self._database)
        written = open_data.publish(address, copy)
        unlimited = servers.with_environ(self._app, {"API_PER_MINUTE": "100000000"})
        effort = self._effort
        with ExitStack() as stack:
            app = stack.enter_context(self._server(unlimited))
            found = papers.documents(app, effort.documents)
            found += [papers.held_up(app, effort.seconds), *written]
            found += open_data.rates(app, copy, scratch, effort.seconds / 4)
            browser = stack.enter_context(self._chromium())
            visits = effort.visits
            found += open_data.painted(browser, app, copy, scratch, visits)
        return [*found, *self._national_workbook()]

    def _national_workbook(self) -> list[Finding]:
        file = demonstration.copy(self._database, self._folder / "national-book.db")
        address = demonstration.address_of(file)
        national.extend(make_url(address))
        with self._server(servers.app(address)) as large:
            return papers.workbook(large, self._effort.documents)

    @contextmanager
    def _chromium(self) -> Iterator[Browser]:
        with chromium() as browser:
            self.browser = browser.version
            yield browser

    def _started(self, stack: ExitStack, *names: str) -> list[Server]:
        return [stack.enter_context(self._server(self._launch(name))) for name in names]

    def _launch(self, name: str) -> Launch:
        if name == "app":
            return self._app
        environ = {"DATABASE_URL": demonstration.address_of(self._database)}
        return servers.baseline(name, self._folder, environ)

    def _server(self, launch: Launch) -> Server:
        server = Server(launch, self._folder / f"{launch.name}.log")
        if launch.name == "app":
            servers.await_first_screens(server, PAGES)
        return server


def _screens(app: Server) -> Sequence[Subject]:
    return [Subject(name=name, server=app, page=page) for page, name in PAGES.items()]
