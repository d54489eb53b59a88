"""Reads the tallies that an import is compared with, drafts too."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from sqlalchemy import Connection, func, select

from data_access.tables import tallies
from domain.tally_rules import COUNTS

CellKey: TypeAlias = tuple[str, str, str]
"""Codes of phase, party and kab/kota."""

ReportKey: TypeAlias = tuple[str, str, str, date]
"""Codes of phase, party and kab/kota, and the day reported on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """What part of the tallies a file speaks of.

    Attributes:
        phases: Codes of its phases.
        first: Its first reporting day.
        last: Its last reporting day, inclusive.
    """

    phases: frozenset[str]
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Recorded:
    """The newest tally of a cell on a reporting day.

    Attributes:
        version: Its version among those of the cell.
        known_on: Day it was recorded.
        counts: Its figures, in the order of `COUNTS`.
    """

    version: int
    known_on: date
    counts: tuple[int, ...]


def read_recorded(
    connection: Connection, election: str, span: Span
) -> Mapping[ReportKey, Recorded]:
    """Return the newest tally of each cell and reporting day of a span."""
    of = tallies.c
    query = (
        select(
            of.phase_code,
            of.party_code,
            of.region_code,
            of.reported_on,
            of.version,
            of.known_on,
            *(of[name] for name in COUNTS),
        )
        .where(
            of.election_code == election,
            of.phase_code.in_(sorted(span.phases)),
            of.reported_on.between(span.first, span.last),
        )
        .order_by(of.version)
    )
    # A later version of the same key takes the place of the earlier one.
    return {
        (phase, party, region, day): Recorded(version, known_on, tuple(counts))
        for phase, party, region, day, version, known_on, *counts in (
            tuple(row) for row in connection.execute(query)
        )
    }


def read_newest_versions(
    connection: Connection, election: str, span: Span
) -> dict[CellKey, int]:
    """Return the newest version of each cell of the phases of a span."""
    of = tallies.c
    cell = (of.phase_code, of.party_code, of.region_code)
    query = (
        select(*cell, func.max(of.version).label("newest"))
        .where(of.election_code == election, of.phase_code.in_(sorted(span.phases)))
        .group_by(*cell)
    )
    rows = connection.execute(query)
    return {
        (row.phase_code, row.party_code, row.region_code): row.newest for row in rows
    }
