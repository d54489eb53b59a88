"""Records what staff report of milestones: of one, or of several all at once."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection, Engine

from data_access.changes import Append
from data_access.milestone_entries import (
    MilestoneEntry,
    OpenedMilestone,
    next_state,
    read_ground,
)
from data_access.recording import Errand, NotPermitted, write_prepared
from data_access.tables import milestone_states
from data_access.versions import storer
from domain.person import Permission, Person
from domain.recording import EditRule, MilestoneEdit, Violations
from domain.violation import Refused, Violation

__all__ = [
    "MilestoneEntry",
    "OpenedMilestone",
    "RowsRefused",
    "record_milestone",
    "record_milestones",
    "who_recorded",
]


class RowsRefused(Exception):
    """Some of what was to be recorded together breaks rules; nothing was stored.

    Attributes:
        rows: Every rule broken, by the code of the milestone.
    """

    def __init__(self, rows: Mapping[str, Violations]) -> None:
        self.rows = rows
        super().__init__(f"refused: {', '.join(rows)}")


def who_recorded(
    connection: Connection, opened: OpenedMilestone
) -> tuple[str, datetime] | None:
    """Return who recorded a version of a milestone, and when; None if unknown."""
    row = {**opened.key, "version": opened.version}
    return storer(connection, milestone_states, row)


def record_milestone(
    engine: Engine,
    errand: Errand,
    opened: OpenedMilestone,
    edit: MilestoneEdit,
    *,
    corrects_closed: bool = False,
) -> int:
    """Store the next state of a milestone, and return the data revision it made.

    Args:
        engine: The database.
        errand: Who records it, why and when; it is known from that day on.
        opened: The milestone, as it was opened.
        edit: Everything staff may change, changed or not.
        corrects_closed: Whether the reason is that of a correction, without which a
            milestone that was not held, or whose stage is done, stays as it is.

    Raises:
        SignedOut: Nobody is signed in.
        NotPermitted: The person may not, for the region the milestone is stored for.
        VersionConflict: Somebody saved first.
        Refused: The edit breaks rules.
    """
    entry = MilestoneEntry(opened=opened, edit=edit, corrects_closed=corrects_closed)

    def prepare(connection: Connection, person: Person) -> tuple[Append]:
        ground = read_ground(connection, errand, opened.election, (entry,))
        return (next_state(connection, person, entry, ground),)

    return write_prepared(engine, errand, Permission.RECORD_MILESTONE, prepare)


def record_milestones(
    engine: Engine, errand: Errand, election: str, entries: Sequence[MilestoneEntry]
) -> int:
    """Store the next states of milestones as one writing, and return its revision.

    Each row is checked as `record_milestone` checks it; predecessors are checked as
    they stand after all of the rows.

    Args:
        engine: The database.
        errand: Who records them, why and when; they are known from that day on.
        election: Code of the election that all of them belong to.
        entries: What is recorded, one entry a milestone.

    Raises:
        SignedOut: Nobody is signed in.
        VersionConflict: Somebody saved one of the rows first.
        RowsRefused: Rows break rules, or are not the person's to record.
        Refused: The reason is too short, too long or unreadable.
    """

    def prepare(connection: Connection, person: Person) -> tuple[Append, ...]:
        ground = read_ground(connection, errand, election, entries)
        made: list[Append] = []
        refused: dict[str, Violations] = {}
        for entry in entries:
            with _noted(entry, refused):
                made.append(next_state(connection, person, entry, ground))
        if refused:
            raise RowsRefused(refused)
        return tuple(made)

    return write_prepared(engine, errand, Permission.RECORD_MILESTONE, prepare)


@contextmanager
def _noted(entry: MilestoneEntry, refused: dict[str, Violations]) -> Iterator[None]:
    """Note what stands against a row, so that one answer names every row."""
    code = entry.opened.code
    try:
        yield
    except Refused as broken:
        refused[code] = broken.violations
    except NotPermitted as lacking:
        rule = EditRule.NOT_PERMITTED
        found = Violation(field="region_code", value=lacking.region, rule=rule)
        refused[code] = (found,)
