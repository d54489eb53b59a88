"""The app's process: how fast it is ready, what it holds, what visitors add."""

import asyncio
import time
from collections.abc import Sequence
from pathlib import Path

from bench.figures import Finding, limit, median, shown
from bench.reruns import Subject, opened
from bench.servers import Launch, Server, with_environ
from bench.session import Session

# The first sessions live in memory that the process has already; only more of them
# show what one adds.
FIRST, HELD = 50, 150
START_BUDGET = 2.5  # seconds
PROCESS_BUDGET = 220.0  # MB
SESSION_BUDGET = 0.15  # MB
# With this variable Python writes a line to stderr for each module it imports.
TRACE_IMPORTS = {"PYTHONPROFILEIMPORTTIME": "1"}
IMPORTED = "import time:"
SETTLED = 3.0  # seconds without an import


def findings(
    launch: Launch, pages: Sequence[str], folder: Path, starts: int
) -> list[Finding]:
    """Start the app several times; weigh it, and watch its first visitor.

    Args:
        launch: How to start it.
        pages: Public pages, as address paths without a slash.
        folder: Folder for the servers' logs.
        starts: Number of starts.
    """
    seconds, first, second = [], [], []
    for _ in range(starts):
        with Server(launch, folder / "start.log") as server:
            seconds.append(server.seconds_to_healthy)
            first.append(asyncio.run(_opening_ms(server)))
            second.append(asyncio.run(_opening_ms(server)))
    with Server(launch, folder / "weigh.log") as server:
        process, session = asyncio.run(_weigh(server, pages))
    aside = f"{starts} starts, slowest {shown(max(seconds))} s"
    visitors = f"first {median(first):.0f} ms, second {median(second):.0f} ms"
    imported = _imports_of_first_visitor(launch, pages, folder / "imports.log")
    return [
        limit("Start to healthy", median(seconds), START_BUDGET, "s", aside),
        Finding(
            topic="Modules imported for the first visitor, all screens",
            budget="none",
            measured=f"{imported} (opening the home page: {visitors})",
            is_met=imported == 0,
        ),
        limit("Process after all screens", process, PROCESS_BUDGET, "MB"),
        limit("Each held session", session, SESSION_BUDGET, "MB", f"mean of {HELD}"),
    ]


async def _opening_ms(server: Server) -> float:
    async with await Session.open(server) as session:
        return (await session.rerun()).ms


async def _weigh(server: Server, pages: Sequence[str]) -> tuple[float, float]:
    """Return the MB of the process after all screens, and of one more session."""
    subjects = [Subject(name=page, server=server, page=page) for page in pages]
    held = [await opened(subject) for subject in subjects]
    process = server.resident_mb()
    held += [await opened(subjects[place % len(subjects)]) for place in range(FIRST)]
    before = server.resident_mb()
    held += [await opened(subjects[place % len(subjects)]) for place in range(HELD)]
    session = (server.resident_mb() - before) / HELD
    for visitor in held:
        await visitor.close()
    return process, session


def _imports_of_first_visitor(launch: Launch, pages: Sequence[str], log: Path) -> int:
    with Server(with_environ(launch, TRACE_IMPORTS), log) as server:
        before = _settled(log)
        asyncio.run(_show_all(server, pages))
        return log.read_text().count(IMPORTED) - before


def _settled(log: Path) -> int:
    """Return the imports once the process that draws the first screens is ready too."""
    before, now = -1, log.read_text().count(IMPORTED)
    while now != before:
        time.sleep(SETTLED)
        before, now = now, log.read_text().count(IMPORTED)
    return now


async def _show_all(server: Server, pages: Sequence[str]) -> None:
    for page in pages:
        async with await Session.open(server, page) as session:
            await session.rerun()
