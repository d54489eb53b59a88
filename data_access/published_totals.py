"""Reads totals that others published together with their parts."""

from datetime import date
from itertools import groupby

from sqlalchemy import Connection, select

from data_access.rows import AnyRow
from data_access.tables import published_counts
from domain.reconciliation_books import PublishedTotal

TOTAL = "total"
"""What the file of facts calls the total among the parts of a publication."""


def read_published_totals(
    connection: Connection, election: str, day: date
) -> tuple[PublishedTotal, ...]:
    """Return the totals published by a day with at least one part, oldest first."""
    counts = published_counts.c
    query = (
        select(published_counts)
        .where(counts.election_code == election, counts.known_on <= day)
        .order_by(counts.known_on, counts.publication, counts.part)
    )
    publications = groupby(connection.execute(query), lambda row: row.publication)
    return tuple(_total({row.part: row for row in rows}) for _, rows in publications)


def _total(rows: dict[str, AnyRow]) -> PublishedTotal:
    whole = rows.pop(TOTAL)
    return PublishedTotal(
        region_code=whole.region_code,
        measure=whole.measure,
        whole=whole.value,
        parts=tuple(row.value for row in rows.values()),
        source=whole.source,
    )
