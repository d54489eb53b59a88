"""The one way to write: each change is stored and journalled in one transaction.

An entry says who, when, why, what stood there before and what stands there after. The
number of the last entry is the data revision.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from itertools import groupby, islice
from typing import Any, cast

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
from data_access.tables import (
    Action,
    duty_shifts,
    integrity_scores,
    journal,
    service_figures,
    survey_rounds,
    tallies,
)
from data_access.versions import (
    has_key,
    key_of,
    newest_of,
    place_of,
    refuse_stale,
)
from domain.provenance import Confidence
from domain.tally import TallyOrigin

ROWS_AT_A_TIME = 1000
"""Rows that one statement stores."""

SIMULATED: Mapping[Table, Mapping[str, StrEnum]] = {
    tallies: {"origin": TallyOrigin.SIMULATED},
    service_figures: {"confidence": Confidence.SIMULATED},
    duty_shifts: {"confidence": Confidence.SIMULATED},
    survey_rounds: {"confidence": Confidence.SIMULATED},
    integrity_scores: {"confidence": Confidence.SIMULATED},
}
"""Tables that may hold simulated rows, and what marks those."""

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
    _store(connection, (change,), chain)
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
    _store(connection, changes, chain)
    return chain.last_id - start


def remove_simulated(connection: Connection, *, by: Author) -> int:
    """Remove every simulated row, journal that once a table, and say how many.

    The only removal there is: simulated figures are no facts. An entry keeps their
    number and the SHA-256 of what was removed, in the order of their keys.
    """
    chain = open_chain(connection, by)
    return sum(
        _remove_marked(connection, table, mark, chain)
        for table, mark in SIMULATED.items()
    )


def _remove_marked(
    connection: Connection, table: Table, mark: Mapping[str, StrEnum], chain: Chain
) -> int:
    simulated = has_key(table, mark)
    query = select(table).where(simulated).order_by(*table.primary_key)
    count, seal = 0, hashlib.sha256()
    for row in connection.execute(query).mappings():
        seal.update(canonical(dict(row)).encode())
        count += 1
    if count:
        connection.execute(delete(table).where(simulated))
        removed = {"rows": count, "sha256": seal.hexdigest()}
        chain.append(Action.PURGE, table.name, mark, (removed, None))
        chain.store(connection)
    return count


_REVISION = select(func.max(journal.c.id))  # asked by every run of a page


def read_revision(connection: Connection) -> int:
    """Return the data revision: the number of the last entry, 0 before the first."""
    return connection.scalar(_REVISION) or 0


def _destination(change: Change) -> tuple[type[Change], Table]:
    return type(change), change.table


def _store(connection: Connection, changes: Iterable[Change], chain: Chain) -> None:
    """Store changes in their order, those of one kind and table together."""
    for (kind, table), group in groupby(changes, key=_destination):
        if kind is Insert:
            _store_rows(connection, table, (each.values for each in group), chain)
        elif kind is Append:
            _store_versions(connection, table, cast("Iterator[Append]", group), chain)
        else:
            for change in cast("Iterator[Update]", group):
                _store_update(connection, change, chain)


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


def _store_versions(
    connection: Connection, table: Table, changes: Iterator[Append], chain: Chain
) -> None:
    """Store next versions, some at a time: one by one, thousands take minutes."""
    while batch := list(islice(changes, ROWS_AT_A_TIME)):
        places = [place_of(table, change.key) for change in batch]
        known = newest_of(connection, table, places)
        rows = []
        for place, change in zip(places, batch, strict=True):
            refuse_stale(connection, change, known.get(place))
            numbered = {**change.values, "version": change.expected_version + 1}
            known[place] = _whole_row(table, {**change.key, **numbered})
            rows.append(known[place])
        _store_rows(connection, table, iter(rows), chain)


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
