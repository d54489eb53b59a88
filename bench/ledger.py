"""A journal of years: the recaps of all kab/kota each week, milestones in between."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count, cycle, islice
from typing import Any

from sqlalchemy import URL, Connection, select

from bench.weekly import ELECTION, FIGURES, Cell, cells
from data_access.database import engine_for, writing
from data_access.journal import Append, Author, write, write_many
from data_access.staff_sources import source_of
from data_access.tables import milestone_states, tallies
from domain.tally import TallyOrigin, TallyState

ENTRIES = 200_000
SAVES = 40  # of single milestones in a week
OPERATORS = 10
FIRST_WEEK = datetime(2022, 8, 22, 1, 0, tzinfo=UTC)
WEEK, MINUTE = timedelta(weeks=1), timedelta(minutes=1)

Row = dict[str, Any]


def fill(url: URL) -> int:
    """Record week after week until the journal is long; return how long it is.

    Every entry goes through the journalled write function, as one of staff would.

    Args:
        url: A database with facts and no tally.
    """
    engine = writing(engine_for(url))
    with engine.connect() as connection:
        known, states = cells(connection), _newest_states(connection)
    turns, written = cycle(list(states)), 0
    for week in count():
        at = FIRST_WEEK + week * WEEK
        with engine.begin() as connection:
            write_many(connection, _recaps(known, week, at), by=_author(week, at))
        for place, code in enumerate(islice(turns, SAVES)):
            states[code] = _further(states[code], at)
            by = _author(place, at + place * MINUTE)
            with engine.begin() as connection:
                written = write(connection, _saved(states[code]), by=by)
        if written >= ENTRIES:
            break
    return written


def _author(place: int, at: datetime) -> Author:
    return Author(actor=f"operator{place % OPERATORS}", reason="weekly report", at=at)


def _recaps(known: Sequence[Cell], week: int, at: datetime) -> Iterator[Append]:
    """Yield a report of every cell, each the next version of the week before."""
    for phase, party, region in known:
        yield Append(
            table=tallies,
            key={
                "election_code": ELECTION,
                "phase_code": phase,
                "party_code": party,
                "region_code": region,
            },
            values={
                **FIGURES,
                "reported_on": at.date(),
                "known_on": at.date(),
                "state": TallyState.SUBMITTED,
                "origin": TallyOrigin.MANUAL,
                **source_of(None),
            },
            expected_version=week,
        )


def _newest_states(connection: Connection) -> dict[str, Row]:
    """Return the newest state of each milestone, by its code."""
    query = select(milestone_states).order_by(milestone_states.c.version)
    rows = map(dict, connection.execute(query).mappings())
    return {row["milestone_code"]: row for row in rows}


def _further(state: Row, at: datetime) -> Row:
    return {
        **state,
        "version": state["version"] + 1,
        "known_on": max(state["known_on"], at.date()),
        "remark": f"Rapat pekan {at.date()}",
    }


def _saved(state: Row) -> Append:
    code = state["milestone_code"]
    return Append(
        table=milestone_states,
        key={"election_code": ELECTION, "milestone_code": code},
        values=state,
        expected_version=state["version"] - 1,
    )
