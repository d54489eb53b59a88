"""What a read rests on: as long as that stays the same, so does what it returns.

Every write is journalled in its transaction, so the newest entry on a table tells one
state of the table from any other; its hash covers all entries before it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, Table, func, select, union, union_all

from data_access.tables import journal, journal_subjects, metadata

Seal = tuple[int, str]
"""Number and hash of a journal entry."""

UNTOUCHED: Seal = (0, "")
"""Seal of a table before the first entry on it."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What a read rests on.

    Attributes:
        tables: Every table that it reads.
        days: Columns with the day from which on a row counts, all that the read
            compares with the day it is asked for; None where it compares others, too.
    """

    tables: tuple[Table, ...]
    days: tuple[Column[Any], ...] | None = ()


def _newest(table: Table) -> Any:  # noqa: ANN401 - a query of one number
    entries = journal_subjects.c
    return select(func.max(entries.entry_id)).where(entries.table_name == table.name)


_SEALS = select(journal.c.table_name, journal.c.id, journal.c.hash).where(
    journal.c.id.in_(union_all(*map(_newest, metadata.sorted_tables)))
)


def read_seals(connection: Connection) -> Mapping[str, Seal]:
    """Return the newest entry on each table, by its name; of some there is none."""
    return {name: (number, seal) for name, number, seal in connection.execute(_SEALS)}


def seal_of(ground: Ground, seals: Mapping[str, Seal]) -> Seal:
    """Return the newest entry on any table of a ground."""
    return max(seals.get(table.name, UNTOUCHED) for table in ground.tables)


def read_turning_days(connection: Connection, ground: Ground) -> tuple[date, ...]:
    """Return the days on which a read may begin to return something else, in order."""
    if not ground.days:
        return ()
    days = union(*(select(column.label("day")) for column in ground.days))
    return tuple(sorted(connection.scalars(days)))
