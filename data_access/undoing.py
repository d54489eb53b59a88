"""Undoes what was written: all of it, or only what can be, in one write."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import TypeAlias

from sqlalchemy import Connection, Engine

from data_access.changes import Change
from data_access.history import read_entries, read_entry
from data_access.recording import PERMISSIONS, Errand, require, write_prepared
from data_access.restoring import Undoing, undo
from domain.history import Deed, Entry, HistoryFilter
from domain.person import Permission, Person
from domain.restoring import Obstacle, Refusal

MOST = 1000
"""Entries that one undo takes back at most: nobody else can write meanwhile."""

RESTORABLE = frozenset(
    table.name
    for table, opening in PERMISSIONS.items()
    if Permission.RESTORE in opening
)
"""Names of the tables whose records an editor may put back."""

Find: TypeAlias = Callable[[Connection], Sequence[Entry]]
"""Reads the entries to undo, inside the transaction of the write."""


class NotUndone(Exception):
    """Something stands against it; nothing was stored.

    Attributes:
        refusals: Rows that cannot be put back, and why.
    """

    def __init__(self, refusals: tuple[Refusal, ...]) -> None:
        self.refusals = refusals
        super().__init__(f"{len(refusals)} rows cannot be put back")


class TooMany(Exception):
    """The writing has more entries than one undo takes back; nothing was stored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What was put back.

    Attributes:
        rows: How many rows.
        revision: Data revision that made: the number of the new writing's last entry.
        refusals: Rows that stay as they are, and why.
    """

    rows: int
    revision: int
    refusals: tuple[Refusal, ...]

    @property
    def writing(self) -> int:
        """Return the number of the first entry of the new writing."""
        return self.revision - self.rows + 1


def undo_writing(
    engine: Engine, errand: Errand, batch: int, *, partly: bool = False
) -> Undone:
    """Put back what stood there before a writing.

    Args:
        engine: The database.
        errand: Who undoes it, why and when.
        batch: Number of the first entry of the writing.
        partly: Whether rows that cannot be put back are left as they are; otherwise
            one such row stops the whole.

    Raises:
        SignedOut: Nobody is signed in.
        NotPermitted: The person may not restore.
        Refused: The reason is too short, too long or unreadable.
        NotUndone: A row cannot be put back, or with `partly` none can.
        TooMany: The writing has more entries than `MOST`.
    """
    whole = HistoryFilter(batch=batch, with_drafts=True)

    def entries(connection: Connection) -> Sequence[Entry]:
        return read_entries(connection, whole, limit=MOST + 1)

    undoing = replace(errand, deed=Deed.UNDONE)
    return _undo(engine, undoing, entries, partly=partly)


def undo_entry(
    engine: Engine, errand: Errand, number: int, *, with_later: bool = False
) -> Undone:
    """Put back what stood on a row before one of its entries.

    Args:
        engine: The database.
        errand: Who undoes it, why and when.
        number: Number of the entry.
        with_later: Whether what was recorded on the row since goes as well; otherwise
            a later entry stops it.

    Raises:
        SignedOut: Nobody is signed in.
        NotPermitted: The person may not restore.
        Refused: The reason is too short, too long or unreadable.
        NotUndone: The row cannot be put back.
        TooMany: It was recorded more often since than `MOST`.
    """

    def entries(connection: Connection) -> Sequence[Entry]:
        found = read_entry(connection, number)
        if found is None or not with_later:
            return () if found is None else (found,)
        row = HistoryFilter(table=found.table, key=found.item, with_drafts=True)
        newest_first = read_entries(connection, row, limit=MOST + 1)
        return tuple(takewhile(lambda each: each.number >= number, newest_first))

    restoring = replace(errand, deed=Deed.RESTORED)
    return _undo(engine, restoring, entries, partly=False)


@dataclass(slots=True)
class _Attempt:
    """Makes the changes once the write has its turn, and keeps what came of it."""

    find: Find
    errand: Errand
    partly: bool
    found: Undoing = field(default=Undoing((), ()))

    def prepare(self, connection: Connection, person: Person) -> Sequence[Change]:
        # Before anything is read: what stands against it tells of the rows.
        require(person, Permission.RESTORE, None)
        entries = self.find(connection)
        if len(entries) > MOST:
            raise TooMany
        mine = [each for each in entries if each.table in RESTORABLE]
        others = tuple(
            Refusal(entry=each, obstacle=Obstacle.NOT_HERE)
            for each in entries
            if each.table not in RESTORABLE
        )
        found = undo(connection, mine, self.errand.day)
        self.found = replace(found, refusals=(*others, *found.refusals))
        if not found.changes or (self.found.refusals and not self.partly):
            raise NotUndone(self.found.refusals)
        return found.changes


def _undo(engine: Engine, errand: Errand, find: Find, *, partly: bool) -> Undone:
    attempt = _Attempt(find, errand, partly)
    revision = write_prepared(engine, errand, Permission.RESTORE, attempt.prepare)
    found = attempt.found
    return Undone(rows=len(found.changes), revision=revision, refusals=found.refusals)
