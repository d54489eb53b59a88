"""The newest version of a row, and who stored it."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    func,
    select,
)

from data_access.chain import canonical
from data_access.changes import Append, Update, Values, VersionConflict
from data_access.tables import journal

Place: TypeAlias = tuple[Any, ...]
"""Key of something without its version, in the order of its table's columns."""


def place_of(table: Table, row: Values) -> Place:
    """Return what all versions of a row share.

    Args:
        table: Append-only table whose primary key ends in `version`.
        row: The row, or its key with or without the version.
    """
    return tuple(row[column.name] for column in _shared(table))


def newest_of(
    connection: Connection, table: Table, places: Collection[Place]
) -> dict[Place, Values]:
    """Return the newest versions of things, by their places; of some there is none.

    Args:
        connection: The database.
        table: Append-only table whose primary key ends in `version`.
        places: The places. Others that share each code with one of these may be found
            with them.
    """
    if not places:
        return {}
    shared = _shared(table)
    # One list a column, not one of whole keys: SQLite finds no index for those.
    asked = zip(shared, zip(*places, strict=True), strict=True)
    last = (
        select(*shared, func.max(table.c.version).label("version"))
        .where(*(column.in_(set(codes)) for column, codes in asked))
        .group_by(*shared)
        .subquery()
    )
    is_last = and_(*(table.c[column.name] == column for column in last.c))
    query = select(table).join(last, is_last)
    rows = map(dict, connection.execute(query).mappings())
    return {place_of(table, row): row for row in rows}


def newest(connection: Connection, table: Table, key: Values) -> Values | None:
    """Return the newest version of something, or None where there is none.

    Args:
        connection: The database.
        table: Append-only table whose primary key ends in `version`.
        key: The rest of the primary key.
    """
    query = (
        select(table)
        .where(has_key(table, key))
        .order_by(table.c.version.desc())
        .limit(1)
    )
    found = connection.execute(query).mappings().one_or_none()
    return dict(found) if found else None


def refuse_stale(
    connection: Connection, change: Append | Update, stored: Values | None
) -> None:
    """Let a change pass that was opened at the version stored now; 0 is for none.

    Raises:
        VersionConflict: It was opened at another one.
    """
    if (stored["version"] if stored else 0) != change.expected_version:
        by = storer(connection, change.table, stored) if stored else None
        raise VersionConflict(change.table, change.expected_version, stored, by)


def has_key(table: Table, key: Values) -> ColumnElement[bool]:
    """Return the condition that a row has the values of a key."""
    return and_(*(table.c[name] == value for name, value in key.items()))


def key_of(table: Table, row: Values) -> Values:
    """Return the primary key of a row."""
    return {column.name: row[column.name] for column in table.primary_key}


def storer(
    connection: Connection, table: Table, row: Values
) -> tuple[str, datetime] | None:
    """Return who stored a row last, and when, as the journal says.

    None for a row that the journal does not know, such as one of an older program.
    """
    query = (
        select(journal.c.actor, journal.c.at)
        .where(
            journal.c.table_name == table.name,
            journal.c.row_key == canonical(key_of(table, row)),
        )
        .order_by(journal.c.id.desc())
        .limit(1)
    )
    entry = connection.execute(query).one_or_none()
    return (entry.actor, entry.at) if entry else None


def _shared(table: Table) -> list[ColumnElement[Any]]:
    return [each for each in table.primary_key if each.name != "version"]
