"""Somebody who edits the database while others look at it."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import URL, select

from data_access.database import engine_for, writing
from data_access.journal import Author, Insert, write
from data_access.tables import milestone_states

DAY = date(2022, 9, 8)  # the demonstration opens here, so the edit shows


class Colleague:
    """Reports progress of one milestone, through the journalled write function."""

    def __init__(self, url: URL, election: str, milestone: str) -> None:
        """Take the address of the database and the codes of one milestone."""
        self._engine = engine_for(url)
        self._its_states = (
            milestone_states.c.election_code == election,
            milestone_states.c.milestone_code == milestone,
        )

    def edit(self) -> None:
        """Store a new state of the milestone; every edit changes its progress."""
        latest = (
            select(milestone_states)
            .where(*self._its_states)
            .order_by(milestone_states.c.version.desc())
            .limit(1)
        )
        now = datetime.now(UTC)
        with writing(self._engine).begin() as connection:
            known = connection.execute(latest).mappings().one()
            author = Author(actor="bench", reason="progress reported", at=now)
            change = Insert(milestone_states, _further(dict(known)))
            write(connection, change, by=author)


def _further(known: dict[str, Any]) -> dict[str, Any]:
    reached = ((known["progress_percent"] or 0) + 1) % 100
    return {
        **known,
        "version": known["version"] + 1,
        "known_on": max(known["known_on"], DAY),
        "progress_percent": reached,
    }
