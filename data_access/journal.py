"""The one way to write: each change is stored and journalled in one transaction.

An entry says who, when, why, what stood there before and what stands there after. The
number of the last entry is the data revision.
"""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby, islice
from typing import Any, assert_never

from sqlalchemy import (
    Connection,
    Table,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from data_access.chain import Chain, ChainState, canonical, open_chain, verify
from data_access.changes import (
    Append,
    Author,
    Change,
    Insert,
    Update,
    Values,
    VersionConflict,
)
from data_access.tables import Action, journal, tallies
from data_access.versions import has_key, key_of, newest, refuse_stale
from domain.tally import TallyOrigin

ROWS_AT_A_TIME = 1000
"""Rows that one statement stores."""

__all__ = [
    "Append",
    "Author",
    "ChainState",
    "Change",
    "Insert",
    "Update",
    "VersionConflict",
    "read_revision",
    "remove_simulated",
    "verify",
    "write",
    "write_many",
]


def write(connection: Connection, change: Change, *, by: Author) -> int:
    """Store one change, journal it, and return the data revision it made.

    Raises:
        VersionConflict: Somebody saved first.
        IntegrityError: The change breaks a constraint of its table.
    """
    chain = open_chain(connection, by)
    _store(connection, change, chain)
    return chain.last_id


def write_many(connection: Connection, changes: Iterable[Change], *, by: Author) -> int:
    """Store changes in their order, journal each, and return how many there were.

    The caller's transaction makes them one: all or none.

    Raises:
        VersionConflict: Somebody saved one of the rows first.
        IntegrityError: A change breaks a constraint of its table.
    """
    chain = open_chain(connection, by)
    start = chain.last_id
    for (kind, table), group in groupby(changes, key=_destination):
        if kind is Insert:
            _store_rows(connection, table, (each.values for each in group), chain)
        else:
            for change in group:
                _store(connection, change, chain)
    return chain.last_id - start


def remove_simulated(connection: Connection, *, by: Author) -> int:
    """Remove every simulated tally, journal that once, and return how many there were.

    The only removal there is: simulated figures are no facts. The entry keeps their
    number and the SHA-256 of what was removed, in the order of their keys.
    """
    chain = open_chain(connection, by)
    simulated = tallies.c.origin == TallyOrigin.SIMULATED
    query = select(tallies).where(simulated).order_by(*tallies.primary_key)
    count, seal = 0, hashlib.sha256()
    for row in connection.execute(query).mappings():
        seal.update(canonical(dict(row)).encode())
        count += 1
    if count:
        connection.execute(delete(tallies).where(simulated))
        key = {"origin": TallyOrigin.SIMULATED}
        removed = {"rows": count, "sha256": seal.hexdigest()}
        chain.append(Action.PURGE, tallies.name, key, (removed, None))
        chain.store(connection)
    return count


def read_revision(connection: Connection) -> int:
    """Return the data revision: the number of the last entry, 0 before the first."""
    return connection.scalar(select(func.max(journal.c.id))) or 0


def _destination(change: Change) -> tuple[type[Change], Table]:
    return type(change), change.table


def _store(connection: Connection, change: Change, chain: Chain) -> None:
    match change:
        case Insert():
            _store_rows(connection, change.table, iter((change.values,)), chain)
        case Append():
            _store_version(connection, change, chain)
        case Update():
            _store_update(connection, change, chain)
        case _ as unreachable:
            assert_never(unreachable)


def _store_rows(
    connection: Connection, table: Table, rows: Iterator[Values], chain: Chain
) -> None:
    """Store new rows, some at a time, so that a whole nation fits in memory."""
    whole_rows = (_whole_row(table, values) for values in rows)
    while batch := list(islice(whole_rows, ROWS_AT_A_TIME)):
        connection.execute(insert(table), batch)
        for row in batch:
            chain.append(Action.INSERT, table.name, key_of(table, row), (None, row))
        chain.store(connection)


def _store_version(connection: Connection, change: Append, chain: Chain) -> None:
    table = change.table
    refuse_stale(connection, change, newest(connection, table, change.key))
    numbered = {**change.values, "version": change.expected_version + 1}
    _store_rows(connection, table, iter(({**change.key, **numbered},)), chain)


def _store_update(connection: Connection, change: Update, chain: Chain) -> None:
    table, its_key = change.table, has_key(change.table, change.key)
    found = connection.execute(select(table).where(its_key)).mappings().one_or_none()
    before = dict(found) if found else {}
    refuse_stale(connection, change, before or None)
    news = {**change.values, "version": change.expected_version + 1}
    connection.execute(update(table).where(its_key).values(news))
    chain.append(Action.UPDATE, table.name, change.key, (before, {**before, **news}))
    chain.store(connection)


def _whole_row(table: Table, values: Values) -> dict[str, Any]:
    """Return a row with every column of its table.

    Raises:
        ValueError: A value is for no column of the table.
    """
    defaults = _defaults(table)
    if strangers := values.keys() - defaults.keys():
        raise ValueError(f"{table.name} has no column {', '.join(sorted(strangers))}")
    return {**defaults, **values}


@cache
def _defaults(table: Table) -> Values:
    return {
        column.name: default.arg
        if isinstance(default := column.default, ScalarElementColumnDefault)
        else None
        for column in table.c
    }
