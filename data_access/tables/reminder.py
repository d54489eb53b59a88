"""Table of the reminders sent; no facts, so the journal does not keep them."""

from datetime import date

from sqlalchemy import (
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Named,
    Table,
    TypedColumns,
    text,
)

from data_access.tables.base import CODE, metadata, one_of
from domain.reminding import ReminderKind


class ReminderColumns(TypedColumns):
    """Columns of the `reminders` table."""

    person_code: Named[str] = Column(CODE, ForeignKey("people.code"), primary_key=True)
    election_code: Named[str] = Column(CODE, primary_key=True)
    milestone_code: Named[str] = Column(CODE, primary_key=True)
    kind: Named[ReminderKind] = Column(one_of(ReminderKind, "kind"), primary_key=True)
    sent_on: Named[date] = Column(primary_key=True)


reminders = Table(
    "reminders",
    metadata,
    ReminderColumns,
    ForeignKeyConstraint(
        ["election_code", "milestone_code"],
        ["milestones.election_code", "milestones.code"],
    ),
    # What is late is said every day, all else once.
    Index(
        "uq_reminders_once",
        "person_code",
        "election_code",
        "milestone_code",
        "kind",
        unique=True,
        sqlite_where=text("kind <> 'late'"),
        postgresql_where=text("kind <> 'late'"),
    ),
)
