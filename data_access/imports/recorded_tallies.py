"""Reads the tallies that an import is compared with, drafts too."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import Connection, func, select

from data_access.rows import AnyRow
from data_access.tables import tallies
from domain.tally import TallyState
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
    """The newest tally of a cell on a reporting day, as known on the day of an import.

    Attributes:
        version: Its version among those of the cell.
        counts: Its figures, in the order of `COUNTS`.
    """

    version: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest version of a cell.

    Attributes:
        version: Its version.
        is_decided: Whether it is decided in plenary, so that no import may follow it.
    """

    version: int
    is_decided: bool


@dataclass(frozen=True, slots=True)
class Record:
    """What is recorded of cells and reporting days.

    Attributes:
        known: The newest tallies known on the day of the import.
        later: Where tallies became known after it, the day of the newest of them.
    """

    known: dict[ReportKey, Recorded] = field(default_factory=dict)
    later: dict[ReportKey, date] = field(default_factory=dict)


def read_record(connection: Connection, election: str, span: Span, day: date) -> Record:
    """Return what is recorded of each cell and reporting day of a span.

    Args:
        connection: The database.
        election: Code of the election.
        span: Phases and reporting days.
        day: Day of the import.
    """
    of = tallies.c
    key = (of.phase_code, of.party_code, of.region_code, of.reported_on)
    query = (
        select(*key, of.known_on, of.version, *(of[name] for name in COUNTS))
        .where(
            of.election_code == election,
            of.phase_code.in_(sorted(span.phases)),
            of.reported_on.between(span.first, span.last),
        )
        .order_by(of.version)
    )
    record = Record()
    # A later version of the same key takes the place of the earlier one.
    for phase, party, region, reported_on, known_on, version, *counts in map(
        _plain, connection.execute(query)
    ):
        of_report = (phase, party, region, reported_on)
        if known_on <= day:
            record.known[of_report] = Recorded(version, tuple(counts))
        else:
            record.later[of_report] = known_on
    return record


def read_newest(
    connection: Connection, election: str, span: Span
) -> dict[CellKey, Newest]:
    """Return the newest version of each cell of the phases of a span."""
    of = tallies.c
    cell = (of.phase_code, of.party_code, of.region_code)
    place = func.row_number().over(partition_by=cell, order_by=of.version.desc())
    ranked = (
        select(*cell, of.version, of.state, place.label("place"))
        .where(of.election_code == election, of.phase_code.in_(sorted(span.phases)))
        .subquery()
    )
    rows = connection.execute(select(ranked).where(ranked.c.place == 1))
    return {
        (row.phase_code, row.party_code, row.region_code): Newest(
            row.version, row.state is TallyState.DECIDED
        )
        for row in rows
    }


def _plain(row: AnyRow) -> tuple[Any, ...]:
    return tuple(row)
