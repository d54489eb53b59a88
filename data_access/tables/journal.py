"""The journal of every write, and the head of its hash chain."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    Integer,
    Named,
    String,
    Table,
    Text,
    TypedColumns,
)

from data_access.tables.base import CODE, Instant, metadata, one_of


class Action(StrEnum):
    """What a write does to a row."""

    INSERT = "insert"
    UPDATE = "update"
    PURGE = "purge"  # of simulated tallies, the only removal there is


class JournalColumns(TypedColumns):
    """Columns of the append-only `journal` table."""

    id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    at: Named[datetime] = Column(Instant)
    actor: Named[str] = Column(Text)
    reason: Named[str] = Column(Text)
    action: Named[Action] = Column(one_of(Action, "action"))
    table_name: Named[str] = Column(CODE)
    row_key: Named[str] = Column(Text)
    before: Named[str | None] = Column(Text)
    after: Named[str | None] = Column(Text)
    previous_hash: Named[str] = Column(String(64))
    hash: Named[str] = Column(String(64))


journal = Table(
    "journal",
    metadata,
    JournalColumns,
    CheckConstraint("actor <> ''", name="names_its_author"),
    Index(None, "table_name", "row_key"),  # who stored a row, and when
)


class JournalHeadColumns(TypedColumns):
    """Columns of the `journal_head` table, which holds one row.

    It tells where the chain ends, so that a missing last entry shows, and its lock puts
    the appenders in line.
    """

    id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    last_id: Named[int] = Column(Integer)
    last_hash: Named[str] = Column(String(64))


journal_head = Table(
    "journal_head",
    metadata,
    JournalHeadColumns,
    CheckConstraint("id = 1", name="is_the_only_one"),
)
