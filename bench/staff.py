"""What staff do: save, import, save at the same moment, and look at the journal."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from playwright.sync_api import Browser
from sqlalchemy import URL

from bench import history, importing, ledger, people, rush, saving, servers, wide
from bench.colleague import Colleague
from bench.databases import Databases, address_of, every_kind, loaded
from bench.effort import Effort
from bench.figures import Finding
from bench.servers import Server

FACTS = "--without-simulated"
ELECTION, MILESTONE = "pemilu-2024", "M3-03"

Chromium = Callable[[], AbstractContextManager[Browser]]


def findings(chromium: Chromium, folder: Path, effort: Effort) -> list[Finding]:
    """Measure staff on each kind of database, and the journal of years on SQLite.

    Args:
        chromium: Starts Chromium and ends it.
        folder: Folder for databases, workbooks and logs.
        effort: Number of rounds.
    """
    with every_kind(folder) as kinds:
        measures: list[Callable[[Databases], list[Finding]]] = [
            lambda kind: _saves(chromium, kind, folder, effort),
            lambda kind: _imports(kind, folder, effort),
        ]
        found = [
            finding
            for measure in measures
            for kind in kinds
            for finding in measure(kind)
        ]
        url, long = loaded(kinds[0], "years", FACTS), loaded(kinds[0], "long")
    return [
        *found,
        _table(long, folder, effort),
        *_journal(chromium, url, folder, effort),
    ]


def _saves(
    chromium: Chromium, kind: Databases, folder: Path, effort: Effort
) -> list[Finding]:
    url = loaded(kind, "saves")
    token = people.sign_in(url, "baiq")
    with _app(url, folder) as server, chromium() as browser:
        saved = saving.finding(browser, server, token, kind.name, effort.saves)
    return [saved, *rush.findings(url, kind.name, effort.rushes)]


def _table(url: URL, folder: Path, effort: Effort) -> Finding:
    wide.fill(url)
    token = people.sign_in(url, "sari")
    with _app(url, folder) as server:
        return wide.finding(server, token, effort.reruns)


def _imports(kind: Databases, folder: Path, effort: Effort) -> list[Finding]:
    url = loaded(kind, "imports", FACTS)
    return importing.findings(url, kind.name, folder, effort.imports)


def _journal(
    chromium: Chromium, url: URL, folder: Path, effort: Effort
) -> list[Finding]:
    entries, edit = ledger.fill(url), Colleague(url, ELECTION, MILESTONE).edit
    checked = history.check(url, entries, effort.checks)
    with _app(url, folder) as server:
        # Before Chromium, whose driver keeps an event loop of its own in this thread.
        answered = history.answered(server, edit, effort.histories)
        with chromium() as browser:
            painted = history.painted(browser, server, edit, effort.histories)
    return [checked, answered, painted]


def _app(url: URL, folder: Path) -> Server:
    return Server(servers.app(address_of(url)), folder / "staff.log")
