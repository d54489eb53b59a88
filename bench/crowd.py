"""Fifty visitors at once: with a pause to think, and opening pages without one."""

import asyncio
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass

from bench.figures import percentile_95
from bench.servers import Server
from bench.session import Session

VISITORS = 50
PAUSE = 1.0  # seconds a visitor looks at a page before the next rerun


@dataclass(frozen=True, slots=True, kw_only=True)
class Thinking:
    """Fifty visitors who look at a page for a second between two reruns.

    Attributes:
        p95_ms: Time that 95 of 100 reruns do not exceed, in milliseconds.
        reruns: Number of reruns.
        errors: Visitors whose session failed.
        cores: Processor time of the server per second.
    """

    p95_ms: float
    reruns: int
    errors: int
    cores: float


async def thinking(server: Server, pages: Sequence[str], seconds: float) -> Thinking:
    """Hold fifty sessions on the pages, in turn, and rerun each after a pause."""
    sessions = await asyncio.gather(
        *(_shown(server, pages[place % len(pages)]) for place in range(VISITORS))
    )
    started, before = time.perf_counter(), server.cpu_ms()
    ends = started + seconds
    loops = [
        _think(session, PAUSE * place / VISITORS, ends)
        for place, session in enumerate(sessions)
    ]
    results = await asyncio.gather(*loops, return_exceptions=True)
    spent = server.cpu_ms() - before
    lasted = time.perf_counter() - started
    await asyncio.gather(*(session.close() for session in sessions))
    times = [ms for result in results if isinstance(result, list) for ms in result]
    return Thinking(
        p95_ms=percentile_95(times) if times else math.inf,
        reruns=len(times),
        errors=sum(isinstance(result, Exception) for result in results),
        cores=spent / 1000 / lasted,
    )


async def pages_per_second(server: Server, page: str, each: int) -> float:
    """Return how many pages a second fifty visitors open without pause.

    Every visitor opens the page, waits for its end, closes it, and starts again.

    Args:
        server: Server under load.
        page: Address path without its slash.
        each: Pages that one visitor opens.
    """
    started = time.perf_counter()
    await asyncio.gather(*(_open_again(server, page, each) for _ in range(VISITORS)))
    return VISITORS * each / (time.perf_counter() - started)


async def _shown(server: Server, page: str) -> Session:
    session = await Session.open(server, page)
    await session.rerun()
    return session


async def _think(session: Session, delay: float, ends: float) -> list[float]:
    await asyncio.sleep(delay)
    times = []
    while time.perf_counter() < ends:
        times.append((await session.rerun()).ms)
        await asyncio.sleep(PAUSE)
    return times


async def _open_again(server: Server, page: str, each: int) -> None:
    for _ in range(each):
        async with await Session.open(server, page) as session:
            await session.rerun()
