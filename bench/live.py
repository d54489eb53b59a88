"""A hundred open screens while somebody edits: their cost, and how late they are."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from httpx import AsyncClient, Limits

from bench.figures import Finding, limit, median, percentile_95
from bench.screens import Dashboard, Projector, Screen
from bench.servers import Server
from bench.session import Session

DASHBOARDS, PROJECTORS = 80, 20
SCREENS = DASHBOARDS + PROJECTORS
BETWEEN = 10.0  # seconds between two edits
CORES_BUDGET = 0.5
MEDIAN_BUDGET, P95_BUDGET = 2.0, 3.0  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """What became of some edits on all screens.

    Attributes:
        delays: From the beginning of each write to the end of each screen's answer.
        cores: Processor time of the server per second.
    """

    delays: Sequence[float]
    cores: float


def findings(
    app: Server, pages: Sequence[str], edit: Callable[[], None], edits: int
) -> list[Finding]:
    """Edit some times before all screens.

    Args:
        app: Server that shows them.
        pages: Public pages, as address paths without a slash.
        edit: Stores one edit.
        edits: How often.
    """
    watched = asyncio.run(_watch(app, pages, edit, edits))
    topic = f"{SCREENS} open screens, an edit every {BETWEEN:.0f} s"
    middle, late = median(watched.delays), percentile_95(watched.delays)
    wanted, seen = SCREENS * edits, len(watched.delays)
    return [
        limit(f"{topic}: server", watched.cores, CORES_BUDGET, "cores"),
        limit(f"{topic}: until a screen shows it, median", middle, MEDIAN_BUDGET, "s"),
        limit(f"{topic}: until a screen shows it, p95", late, P95_BUDGET, "s"),
        Finding(
            topic=f"{topic}: screens drawn anew",
            budget="once for each edit",
            measured=f"{seen} times for {wanted}",
            is_met=seen == wanted,
        ),
    ]


async def _watch(
    app: Server, pages: Sequence[str], edit: Callable[[], None], edits: int
) -> Watched:
    many = Limits(max_connections=SCREENS)
    async with AsyncClient(
        base_url=app.address, trust_env=False, limits=many
    ) as client:
        sessions = [
            await _opened(app, pages[place % len(pages)]) for place in range(DASHBOARDS)
        ]
        screens: list[Screen] = [Dashboard(session, client) for session in sessions]
        screens += [Projector(client) for _ in range(PROJECTORS)]
        for screen in screens:
            await screen.catch_up()
        watched = await _edit_before(screens, app, edit, edits)
        await asyncio.gather(*(session.close() for session in sessions))
    return watched


async def _opened(app: Server, page: str) -> Session:
    session = await Session.open(app, page)
    await session.rerun()
    return session


async def _edit_before(
    screens: Sequence[Screen], app: Server, edit: Callable[[], None], edits: int
) -> Watched:
    news: list[float] = []
    followers = [
        asyncio.create_task(_follow(screen, place / len(screens), news))
        for place, screen in enumerate(screens)
    ]
    await asyncio.sleep(BETWEEN / 2)
    writes = []
    started, before = time.perf_counter(), app.cpu_ms()
    for _ in range(edits):
        writes.append(time.perf_counter())
        await asyncio.to_thread(edit)
        await asyncio.sleep(BETWEEN)
    lasted, spent = time.perf_counter() - started, app.cpu_ms() - before
    failed = [task for task in followers if task.done()]
    for task in followers:
        task.cancel()
    for task in failed:
        task.result()  # raises what ended it
    delays = [at - max(write for write in writes if write <= at) for at in news]
    return Watched(delays=delays, cores=spent / 1000 / lasted)


async def _follow(screen: Screen, share: float, news: list[float]) -> None:
    """Let a screen ask again and again, first after a `share` of its pause."""
    await asyncio.sleep(share * screen.every)
    while True:
        if await screen.catch_up():
            news.append(time.perf_counter())
        await asyncio.sleep(screen.every)
