"""What a read rests on: as long as that stays the same, so does what it returns.

Every write is journalled in its transaction, so the newest entry on a table tells one
state of the table from any other; its hash covers all entries before it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import (
    CTE,
    Column,
    Connection,
    Select,
    Table,
    func,
    select,
)

from data_access.tables import journal, journal_subjects

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


def _each(column: Column[Any]) -> CTE:
    """Return every value of a column, each found from the one before it.

    DISTINCT would go through every row; an empty value ends the search.
    """
    values = select(func.min(column).label("value")).cte("every_value", recursive=True)
    following = select(func.min(column)).where(column > values.c.value)
    return values.union_all(
        select(following.scalar_subquery()).where(values.c.value.is_not(None))
    )


def _seals() -> Select[str, int, str]:
    tables, subjects = _each(journal_subjects.c.table_name), journal_subjects.c
    last = select(func.max(subjects.entry_id)).where(
        subjects.table_name == tables.c.value
    )
    return select(tables.c.value, journal.c.id, journal.c.hash).join_from(
        tables, journal, journal.c.id == last.scalar_subquery()
    )


_SEALS = _seals()


def read_seals(connection: Connection) -> Mapping[str, Seal]:
    """Return the newest entry on each table, by its name; of some there is none."""
    return {name: (number, seal) for name, number, seal in connection.execute(_SEALS)}


def seal_of(ground: Ground, seals: Mapping[str, Seal]) -> Seal:
    """Return the newest entry on any table of a ground."""
    return max(seals.get(table.name, UNTOUCHED) for table in ground.tables)


def read_turning_days(connection: Connection, ground: Ground) -> tuple[date, ...]:
    """Return the days on which a read may begin to return something else, in order."""
    days: set[date] = set()
    for column in ground.days or ():
        days.update(connection.scalars(_days(column)))
    return tuple(sorted(days))


@cache
def _days(column: Column[Any]) -> Select[date]:
    days = _each(column).c.value
    return select(days).where(days.is_not(None))
