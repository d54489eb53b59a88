"""The table of three hundred milestones on Pembaruan: how long a rerun of it takes."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import cycle
from typing import Any

from sqlalchemy import URL, Connection, func, select

from bench.figures import Finding, limit, median, shown
from bench.servers import Server
from bench.session import Session
from data_access.database import engine_for, writing
from data_access.journal import Author, Insert, write_many
from data_access.tables import milestone_states, milestones

ROWS = 300
BUDGET = 60.0  # milliseconds
PAGE = "pembaruan"
QUERY = "catat=kegiatan&cara=banyak"


def fill(url: URL) -> None:
    """Add made-up milestones to the demonstration until it has three hundred.

    Each repeats one of the demonstration, with its states, under another code.
    """
    author = Author(actor="bench", reason="a long table", at=datetime.now(UTC))
    with writing(engine_for(url)).begin() as connection:
        write_many(connection, list(_inserts(connection)), by=author)


def finding(server: Server, token: str, count: int) -> Finding:
    """Rerun the table in a closed loop, nothing typed in it.

    Args:
        server: The app over a database that `fill` has filled.
        token: Session of somebody who may record every milestone.
        count: Number of reruns.
    """
    times, size = asyncio.run(_reruns(server, token, count))
    aside = f"{count} reruns, {shown(size / 1000)} kB each"
    topic = f"Rerun of the table of {ROWS} milestones on /pembaruan"
    return limit(topic, median(times), BUDGET, "ms", aside)


async def _reruns(server: Server, token: str, count: int) -> tuple[list[float], int]:
    async with await Session.open(server, PAGE, token) as session:
        for _ in range(2):
            await session.rerun(QUERY)
        runs = [await session.rerun(QUERY) for _ in range(count)]
    return [run.ms for run in runs], runs[-1].size


def _inserts(connection: Connection) -> Iterator[Insert]:
    models = _rows(connection, milestones)
    states = _rows(connection, milestone_states)
    copies = zip(range(ROWS - len(models)), cycle(models), strict=False)
    named = [(f"X{place:03d}", model) for place, model in copies]
    last = connection.scalar(select(func.max(milestones.c.position))) or 0
    for place, (code, model) in enumerate(named, start=1):
        own = {"code": code, "parent_code": None, "position": last + place}
        yield Insert(milestones, {**model, **own})
    for code, model in named:
        for state in states:
            if state["milestone_code"] == model["code"]:
                yield Insert(milestone_states, {**state, "milestone_code": code})


def _rows(connection: Connection, table: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - any table
    query = select(table).order_by(*table.primary_key)
    return [dict(row) for row in connection.execute(query).mappings()]
