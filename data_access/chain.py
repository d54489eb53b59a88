"""The journal's chain: every entry carries the hash of the one before it.

Whoever changes an entry breaks the chain there; whoever removes the last one is found
out by the head, which tells where the chain ends.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, time
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection, insert, select, update

from data_access.changes import Author, Values
from data_access.rows import AnyRow
from data_access.subjects import deed_of, is_draft, item_of, subject_of
from data_access.tables import Action, journal, journal_head, journal_subjects

GENESIS = "0" * 64
"""The hash before the first entry."""

ENTRIES_AT_A_TIME = 5000
"""Entries held in memory by a check of the whole journal."""

Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ChainState:
    """What a check of the journal found.

    Attributes:
        entries: Sound entries, from the first.
        head: Hash of the last sound entry.
        broken_at: Number of the first entry that is missing or was changed, or None.
    """

    entries: int
    head: str
    broken_at: int | None

    @property
    def is_sound(self) -> bool:
        """Return whether no entry is missing and none was changed."""
        return self.broken_at is None


@dataclass(slots=True)
class Chain:
    """The growing end of the journal, while one transaction writes.

    Attributes:
        author: Who writes, when and why.
        last_id: Number of the last entry.
        head: Hash of the last entry.
        batch: Number of the first entry of this writing.
        pending: Entries not stored yet.
        subjects: What those entries are about.
    """

    author: Author
    last_id: int
    head: str
    batch: int
    pending: list[Entry] = field(default_factory=list)
    subjects: list[Entry] = field(default_factory=list)

    def append(
        self, action: Action, table: str, key: Values, change: tuple[Any, Any]
    ) -> None:
        """Add the entry of one write.

        Args:
            action: What was done.
            table: Name of the table.
            key: Primary key of the row.
            change: What stood there before and what stands there now; None if nothing.
        """
        before, after = change
        entry: Entry = {
            "id": self.last_id + 1,
            "at": self.author.at.astimezone(UTC),
            "actor": self.author.actor,
            "reason": self.author.reason,
            "action": action,
            "table_name": table,
            "row_key": canonical(key),
            "before": None if before is None else canonical(before),
            "after": None if after is None else canonical(after),
            "previous_hash": self.head,
        }
        self.last_id, self.head = entry["id"], digest(tuple(entry.values()))
        self.pending.append({**entry, "hash": self.head})
        self.subjects.append(
            {
                **{name: entry[name] for name in ("at", "actor", "action")},
                "entry_id": self.last_id,
                "batch": self.batch,
                "table_name": table,
                "item": canonical(item_of(key)),
                "is_draft": is_draft(table, after),
                "deed": self.author.deed or deed_of(action, table, after),
                **subject_of(table, key),
            }
        )

    def store(self, connection: Connection) -> None:
        """Store the entries added since the last time, and where the chain ends now."""
        connection.execute(insert(journal), self.pending)
        connection.execute(insert(journal_subjects), self.subjects)
        self.pending.clear()
        self.subjects.clear()
        connection.execute(
            update(journal_head).values(last_id=self.last_id, last_hash=self.head)
        )


def open_chain(connection: Connection, author: Author) -> Chain:
    """Return the end of the chain, locked for this transaction alone.

    A second writer waits here until the first one is done.
    """
    # Writing the head, if only what it holds, takes its lock on both engines.
    locked = (
        update(journal_head)
        .values(last_id=journal_head.c.last_id)
        .returning(journal_head.c.last_id, journal_head.c.last_hash)
    )
    last_id, head = connection.execute(locked).one()
    return Chain(author, last_id, head, _batch_of(connection, author, last_id))


def _batch_of(connection: Connection, author: Author, last_id: int) -> int:
    """Return the number of the writing that goes on: the last one, or a new one."""
    query = select(journal_subjects.c.batch).where(
        journal_subjects.c.entry_id == journal.c.id,
        journal.c.id == last_id,
        journal.c.at == author.at,
        journal.c.actor == author.actor,
        journal.c.reason == author.reason,
    )
    return connection.scalar(query) or last_id + 1


def read_head(connection: Connection) -> tuple[int, str]:
    """Return the number of entries of the journal, and the hash of the last one."""
    head = select(journal_head.c.last_id, journal_head.c.last_hash)
    last_id, last_hash = connection.execute(head).one()
    return last_id, last_hash


def take_turn(connection: Connection) -> None:
    """Wait for other writers before the first read of a transaction that writes.

    What it then reads stays as it is until it is done. SQLite waited at its beginning.
    """
    connection.execute(select(journal_head.c.id).with_for_update())


def verify(connection: Connection) -> ChainState:
    """Return whether the journal is whole, after checking every entry of it."""
    entries, head = 0, GENESIS
    query = (
        select(journal)
        .order_by(journal.c.id)
        .execution_options(yield_per=ENTRIES_AT_A_TIME)
    )
    with connection.execute(query) as rows:
        for row in rows:
            if not _follows(row, entries, head):
                return ChainState(entries, head, entries + 1)
            entries, head = entries + 1, row.hash
    is_whole = read_head(connection) == (entries, head)
    return ChainState(entries, head, None if is_whole else entries + 1)


def canonical(value: object) -> str:
    """Return a value as JSON text that is the same on every engine and machine."""
    return _JSON.encode(value)


def digest(fields: Sequence[Any]) -> str:
    """Return the SHA-256 of an entry, in hexadecimal.

    Args:
        fields: All columns of the entry but its own hash, in the order of the table.
    """
    number, at, *rest = fields
    instant = at.isoformat(timespec="microseconds")
    return hashlib.sha256(canonical([number, instant, *rest]).encode()).hexdigest()


def _follows(row: AnyRow, entries: int, head: str) -> bool:
    *fields, its_hash = row
    return (row.id, row.previous_hash, its_hash) == (entries + 1, head, digest(fields))


def _plain(value: object) -> object:
    match value:
        case date() | time():
            return value.isoformat()
        case Fraction():
            return str(value)
        case Decimal():
            return f"{value:f}"
        case frozenset():
            return sorted(value)
        case bytes():  # a file is kept once; its entry has the hash
            return f"sha256:{hashlib.sha256(value).hexdigest()}"
        case _:
            raise TypeError(f"{value!r} has no form in the journal")


_JSON = json.JSONEncoder(
    sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_plain
)
