"""Reads of the public tallies, as known on a day.

Verdicts (MS, BMS, TMS) are public once decided in plenary; before that a read returns
none of them.
"""

from dataclasses import fields
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Result,
    Select,
    bindparam,
    case,
    select,
)

from data_access.cells import IS_DECIDED, cells, key_of, with_tallies
from data_access.tables import parties, phases, regions, tallies
from domain.tally import Tally

_NAMES = tuple(field.name for field in fields(Tally))
TALLY_COLUMNS = tuple(tallies.c[name] for name in _NAMES)
"""Columns of a tally in the order of `Tally`, its verdicts not held back."""

_ONCE_DECIDED = ("eligible", "correctable", "ineligible")

_IN_PROVINCE = regions.c.parent_code == bindparam("province")


def _public(name: str) -> ColumnElement[Any]:
    """Return a figure as the public may see it."""
    if name in _ONCE_DECIDED:
        return case((IS_DECIDED, tallies.c[name])).label(name)
    return tallies.c[name]


def _latest(*shown: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """Return the query for the latest public tallies of the cells that are shown."""
    cell = cells(*shown)
    return (
        select(*map(_public, _NAMES))
        .select_from(with_tallies(cell))
        .where(cell.c.version.is_not(None))
        .order_by(
            cell.c.phase_position,
            cell.c.party_position,
            cell.c.party_code,
            cell.c.region_code,
        )
    )


def _sources(*shown: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """Return the query for the sources of the latest public tallies, by cell."""
    cell = cells(*shown)
    return (
        select(*key_of(cell), tallies.c.source)
        .select_from(with_tallies(cell))
        .where(cell.c.version.is_not(None))
    )


_OF_PROVINCE = _latest(_IN_PROVINCE)
_SOURCES_OF_PROVINCE = _sources(_IN_PROVINCE)
_OF_PHASE = _latest(_IN_PROVINCE, phases.c.code == bindparam("phase"))
_OF_PARTY = _latest(_IN_PROVINCE, parties.c.code == bindparam("party"))
_OF_REGION = _latest(regions.c.code == bindparam("region"))


def read_tallies(
    connection: Connection, election: str, phase: str, day: date, *, province: str
) -> tuple[Tally, ...]:
    """Return the latest tally of each party and kab/kota of a province in one phase.

    Args:
        connection: The database.
        election: Code of the election.
        phase: Code of the verification phase.
        day: Day whose knowledge counts.
        province: Kemendagri code of the province.

    Returns:
        The tallies by party in official order, then by code of the kab/kota.
    """
    given = {"election": election, "phase": phase, "day": day, "province": province}
    return tallies_of(connection.execute(_OF_PHASE, given))


def read_province_tallies(
    connection: Connection, election: str, day: date, *, province: str
) -> tuple[Tally, ...]:
    """Return the latest tallies of a province, by phase, party, code of kab/kota."""
    given = {"election": election, "day": day, "province": province}
    return tallies_of(connection.execute(_OF_PROVINCE, given))


def read_tally_sources(
    connection: Connection, election: str, day: date, *, province: str
) -> dict[tuple[str, str, str], str]:
    """Return where the latest tallies of a province come from.

    Returns:
        The sources, by codes of phase, party and kab/kota.
    """
    given = {"election": election, "day": day, "province": province}
    rows = connection.execute(_SOURCES_OF_PROVINCE, given)
    return {(phase, party, region): source for phase, party, region, source in rows}


def cell_of(tally: Tally) -> tuple[str, str, str]:
    """Return the codes of phase, party and kab/kota that a tally is of."""
    return tally.phase_code, tally.party_code, tally.region_code


def read_party_tallies(
    connection: Connection, election: str, party: str, day: date, *, province: str
) -> tuple[Tally, ...]:
    """Return the latest tallies of one party, by phase, then by code of kab/kota."""
    given = {"election": election, "party": party, "day": day, "province": province}
    return tallies_of(connection.execute(_OF_PARTY, given))


def read_region_tallies(
    connection: Connection, election: str, region: str, day: date
) -> tuple[Tally, ...]:
    """Return the latest tallies of one kab/kota, by phase, then by party in order."""
    given = {"election": election, "region": region, "day": day}
    return tallies_of(connection.execute(_OF_REGION, given))


def tallies_of(rows: Result[*tuple[Any, ...]]) -> tuple[Tally, ...]:
    """Return the tallies in rows of their columns, in the order of `Tally`."""
    return tuple(Tally(**dict(zip(_NAMES, row, strict=True))) for row in rows.all())
