"""The changes that put back what stood there before a write."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sqlalchemy import (
    Connection,
    Date,
    Enum,
    Table,
    Time,
    and_,
    func,
    select,
)
from sqlalchemy.types import TypeEngine

from data_access.changes import Append, Change, Update, Values
from data_access.history import read_entries
from data_access.subjects import VERSION
from data_access.tables import metadata, tallies
from data_access.tables.base import Points, Share, VerdictSet
from data_access.tally_versions import taken_back
from domain.history import Entry, HistoryFilter
from domain.restoring import (
    Obstacle,
    Refusal,
    Restoration,
    Withdrawal,
    by_row,
    restoration_of,
)
from domain.tally import TallyState
from domain.verification import Verdict

_READERS: Mapping[type[TypeEngine[Any]], Callable[[str], Any]] = {
    Date: date.fromisoformat,
    Time: time.fromisoformat,
    Share: Fraction,
    Points: Decimal,
}
"""How the texts of the journal are read, by the type of their column."""


@dataclass(frozen=True, slots=True)
class Undoing:
    """What undoing some writes comes to.

    Attributes:
        changes: What is to be stored, one change a row.
        refusals: Rows that stay as they are, and why.
    """

    changes: tuple[Change, ...]
    refusals: tuple[Refusal, ...]


def undo(connection: Connection, entries: Iterable[Entry], on: date) -> Undoing:
    """Return the changes that put back what stood there before some writes.

    Nothing is stored. A tally without anything before it is withdrawn. The changes
    expect the versions that are there now.

    Args:
        connection: The database.
        entries: The writes: one, or all of a batch, as staff see them.
        on: Day from which the old state counts as known again; where what is undone
            is known later, that day.
    """
    changes, refusals = [], []
    for row in by_row(entries):
        match _undone(connection, row, on):
            case Refusal() as refusal:
                refusals.append(refusal)
            case change:
                changes.append(change)
    return Undoing(tuple(changes), tuple(refusals))


def _undone(
    connection: Connection, entries: tuple[Entry, ...], on: date
) -> Change | Refusal:
    last = entries[-1]
    its_row = HistoryFilter(table=last.table, key=last.item, with_drafts=True)
    (newest,) = read_entries(connection, its_row, limit=1)
    found = restoration_of(entries, newest)
    if isinstance(found, Refusal):
        return found
    return _change(connection, found, _since(on, found))


def _since(on: date, found: Restoration | Withdrawal) -> date:
    """Return the day from which the old state counts: not before what it undoes."""
    rows = (found.entry.after or {}, found.values)
    known = (row.get("known_on") for row in rows)
    return max([on, *(date.fromisoformat(each) for each in known if each)])


def _change(
    connection: Connection, found: Restoration | Withdrawal, on: date
) -> Change | Refusal:
    table, item = metadata.tables[found.entry.table], found.entry.item
    key = _typed(table, item)
    version = _version_now(connection, table, key)
    if version is None:
        return Refusal(entry=found.entry, obstacle=Obstacle.REMOVAL)
    own = item.keys() | {VERSION}
    values = _typed(
        table, {name: each for name, each in found.values.items() if name not in own}
    )
    if VERSION not in table.primary_key.columns:
        return Update(table=table, key=key, values=values, expected_version=version)
    if isinstance(found, Withdrawal):
        values |= taken_back(values, version, first=1, on=on)
        values["state"] = TallyState.WITHDRAWN
    else:
        values |= _as_next_version(table, found.entry, version, on)
    return Append(table=table, key=key, values=values, expected_version=version)


def _as_next_version(
    table: Table, undone: Entry, version: int, on: date
) -> dict[str, Any]:
    """Return what a restored version says otherwise than the one it repeats."""
    if table is not tallies:
        return {"known_on": on}
    # The figures of the latest day count: those of an earlier day would not show.
    day = {"reported_on": (undone.after or {})["reported_on"]}
    return {"known_on": on, "replaces": version} | _typed(table, day)


def _version_now(connection: Connection, table: Table, key: Values) -> int | None:
    """Return the version that is there now; None where the row was removed."""
    its_key = and_(*(table.c[name] == value for name, value in key.items()))
    newest = select(func.max(table.c.version)).where(its_key)
    version: int | None = connection.scalar(newest)
    return version


def _typed(table: Table, values: Values) -> dict[str, Any]:
    """Return values of the journal as the columns of their table hold them."""
    return {
        name: None if each is None else _of_type(table.c[name].type, each)
        for name, each in values.items()
    }


def _of_type(kind: TypeEngine[Any], value: Any) -> Any:  # noqa: ANN401 - any column's
    match kind:
        case VerdictSet():
            return frozenset(map(Verdict, value))
        case Enum(enum_class=choices) if choices:
            return choices(value)
        case _:
            read = _READERS.get(type(kind))
            return read(value) if read else value
