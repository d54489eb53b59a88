"""The journal of every write, the head of its chain, and what finds its entries."""

from datetime import datetime

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
from domain.history import Action, Deed


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


class JournalSubjectColumns(TypedColumns):
    """Columns of the `journal_subjects` table: what each entry is about.

    They follow from the entry and stand outside the chain: whoever changes them hides
    nothing from a check, and what a page shows is read from the entry itself. `batch`
    is the number of the first entry of the same writing, `item` the key of the row
    without its version. Only the writer knows that a `deed` was an import, an undoing,
    a restoration or a return.
    """

    entry_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    batch: Named[int] = Column(Integer)
    at: Named[datetime] = Column(Instant)
    actor: Named[str] = Column(Text)
    action: Named[Action] = Column(one_of(Action, "action"))
    table_name: Named[str] = Column(CODE)
    item: Named[str] = Column(Text)
    election_code: Named[str | None] = Column(CODE)
    milestone_code: Named[str | None] = Column(CODE)
    party_code: Named[str | None] = Column(CODE)
    region_code: Named[str | None] = Column(String(13))
    is_draft: Named[bool]
    deed: Named[Deed] = Column(one_of(Deed, "deed"))


journal_subjects = Table(
    "journal_subjects",
    metadata,
    JournalSubjectColumns,
    # From what is asked for straight to its newest entries, past all the others.
    Index(None, "batch", "entry_id"),
    Index(None, "at", "entry_id"),
    Index(None, "actor", "entry_id"),
    Index(None, "action", "entry_id"),
    Index(None, "deed", "entry_id"),
    Index(None, "table_name", "entry_id"),
    Index(None, "item", "entry_id"),
    Index(None, "milestone_code", "entry_id"),
    Index(None, "party_code", "entry_id"),
    Index(None, "region_code", "entry_id"),
)
