"""Reruns of one session in a closed loop, block by block, server after server."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bench.figures import median
from bench.servers import Server
from bench.session import Session

FIRST_STEP = date(2022, 8, 16)  # the demonstration's tallies begin on this day


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A page of a server, under one name.

    Attributes:
        name: Name in the report.
        server: Server that shows it.
        page: Address path without its slash; empty for the home page.
    """

    name: str
    server: Server
    page: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Figures of a few reruns in a row.

    Attributes:
        ms: Median time of a rerun, in milliseconds.
        cpu_ms: Mean processor time of a rerun, in milliseconds.
        size: Bytes that the last rerun sent.
    """

    ms: float
    cpu_ms: float
    size: int


async def closed_loop(
    subjects: Sequence[Subject], rounds: int, count: int
) -> Mapping[str, list[Block]]:
    """Rerun unchanged pages without pause, all subjects in each round.

    Args:
        subjects: Pages to measure; each round visits them in this order.
        rounds: Number of rounds.
        count: Reruns of one subject in one round.

    Returns:
        One block a round by name of the subject.
    """
    blocks: dict[str, list[Block]] = {subject.name: [] for subject in subjects}
    sessions = [await opened(subject) for subject in subjects]
    for _ in range(rounds):
        for subject, session in zip(subjects, sessions, strict=True):
            block = await _block(subject.server, session, [""] * count)
            blocks[subject.name].append(block)
    for session in sessions:
        await session.close()
    return blocks


async def day_steps(subjects: Sequence[Subject], count: int) -> Mapping[str, Block]:
    """Move each page through days that no session has shown before.

    Args:
        subjects: Pages of one app; they share its caches, so each gets its own days.
        count: Steps of each page.
    """
    blocks = {}
    for place, subject in enumerate(subjects):
        async with await opened(subject) as session:
            days = [place + len(subjects) * step for step in range(count)]
            queries = [_as_of(FIRST_STEP + timedelta(days=day)) for day in days]
            blocks[subject.name] = await _block(subject.server, session, queries)
    return blocks


async def after_edits(subject: Subject, edit: Callable[[], None], count: int) -> Block:
    """Rerun a page after each of several edits by someone else."""
    async with await opened(subject) as session:
        blocks = []
        for _ in range(count):
            edit()
            blocks.append(await _block(subject.server, session, [""]))
    return Block(
        ms=median(block.ms for block in blocks),
        cpu_ms=sum(block.cpu_ms for block in blocks) / count,
        size=blocks[-1].size,
    )


async def opened(subject: Subject) -> Session:
    """Return a session that has shown its page twice, so that it is warm."""
    session = await Session.open(subject.server, subject.page)
    await session.rerun()
    await session.rerun()
    return session


async def _block(server: Server, session: Session, queries: Sequence[str]) -> Block:
    before = server.cpu_ms()
    runs = [await session.rerun(query) for query in queries]
    spent = server.cpu_ms() - before
    return Block(
        ms=median(run.ms for run in runs),
        cpu_ms=spent / len(runs),
        size=runs[-1].size,
    )


def _as_of(day: date) -> str:
    return f"tanggal={day.isoformat()}"
