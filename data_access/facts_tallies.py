"""Stores the simulated tallies of a demonstration."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, exists, select

from data_access.journal import Author, Insert, write_many
from data_access.tables import tallies
from domain.provenance import Confidence
from domain.tally import Tally

SOURCE = "Simulasi dengan benih acak tetap; bukan angka resmi"
"""What every simulated row gives as its source."""

_FIGURES = tuple(field.name for field in fields(Tally))


def store_simulated(
    connection: Connection, election: str, simulated: Iterable[Tally], *, by: Author
) -> int:
    """Store simulated tallies and return how many; 0 where there are tallies already.

    Args:
        connection: A transaction that writes.
        election: Election they belong to.
        simulated: The tallies, in the order in which they became known.
        by: Author of the journal's entries.
    """
    there = select(exists().where(tallies.c.election_code == election))
    if connection.scalar(there):
        return 0
    rows = (Insert(tallies, row) for row in _rows(election, simulated))
    return write_many(connection, rows, by=by)


def _rows(election: str, simulated: Iterable[Tally]) -> Iterator[dict[str, Any]]:
    versions: Counter[tuple[str, str, str]] = Counter()
    for tally in simulated:
        cell = (tally.phase_code, tally.party_code, tally.region_code)
        versions[cell] += 1
        yield {
            **{name: getattr(tally, name) for name in _FIGURES},
            **_minutes(tally),
            "election_code": election,
            "version": versions[cell],
            "source": SOURCE,
            "confidence": Confidence.SIMULATED,
        }


def _minutes(tally: Tally) -> dict[str, Any]:
    """Return day and seal of the made-up minutes, where there are any."""
    if tally.minutes_number is None:
        return {"minutes_date": None, "minutes_sha256": None}
    seal = hashlib.sha256(tally.minutes_number.encode()).hexdigest()
    return {"minutes_date": tally.decided_on, "minutes_sha256": seal}
