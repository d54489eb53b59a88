"""The append-only tables of the integrity zone: which version counted on a day."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, Table, case, func, select

from data_access.changes import Values
from data_access.versions import newest, storer


def known_on_day(table: Table, day: date) -> Select[*tuple[Any, ...]]:
    """Return the query for what was known on a day, one row of each thing.

    The version known last counts; of those known on one day, the one recorded last.
    `newest` is the greatest version that there is, known that day or not.

    Args:
        table: Append-only table with `known_on` whose primary key ends in `version`.
        day: The day.
    """
    version, known_on = table.c.version, table.c.known_on
    things = [each for each in table.primary_key if each is not version]
    comes_later = case((known_on <= day, 0), else_=1)
    order = (comes_later, known_on.desc(), version.desc())
    ranked = select(
        table,
        func.row_number().over(partition_by=things, order_by=order).label("rank"),
        func.max(version).over(partition_by=things).label("newest"),
    ).subquery()
    return select(ranked).where(ranked.c.rank == 1, ranked.c.known_on <= day)


def who_recorded(
    connection: Connection, table: Table, key: Values
) -> tuple[str, datetime] | None:
    """Return who recorded the newest version of something, and when; None if unknown.

    Args:
        connection: The database.
        table: Append-only table whose primary key ends in `version`.
        key: The rest of the primary key.
    """
    found = newest(connection, table, key)
    return storer(connection, table, found) if found else None
