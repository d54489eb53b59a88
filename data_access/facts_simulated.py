"""Stores simulated figures of the integrity zone, marked as what they are."""

from collections.abc import Iterable

from sqlalchemy import Connection, Table, exists, select

from data_access.changes import Author, Insert, Values
from data_access.facts_tallies import SOURCE
from data_access.journal import write_many
from domain.provenance import Confidence


def store_simulated_rows(
    connection: Connection, table: Table, rows: Iterable[Values], *, by: Author
) -> int:
    """Store made-up rows and return how many; 0 where the table has rows already.

    Args:
        connection: A transaction that writes.
        table: Table they go into.
        rows: The rows, without what tells where they come from.
        by: Author of the journal's entries.
    """
    if connection.scalar(select(exists().select_from(table))):
        return 0
    mark = {"source": SOURCE, "confidence": Confidence.SIMULATED}
    return write_many(
        connection, (Insert(table, {**row, **mark}) for row in rows), by=by
    )
