"""What a tally stands on: its phase, its party, its kab/kota, the figures before it."""

from datetime import date

from sqlalchemy import Connection, exists, func, select

from data_access.cells import in_cell, is_known, is_public, stands
from data_access.tables import parties, regions, tallies
from data_access.verification import read_phases
from domain.region import RegionLevel
from domain.tally_entry import Cell, EntryRule
from domain.verification import Phase
from domain.violation import Refused, Violation

_COUNTED_IN = (RegionLevel.PROVINCE, RegionLevel.REGENCY, RegionLevel.CITY)
"""Levels that make tallies; a province's is that of its own recap."""


def ground_of(connection: Connection, cell: Cell, day: date) -> Phase:
    """Return the phase of a cell, all of whose parts must be known on a day.

    Raises:
        Refused: The phase, the party or the kab/kota is unknown.
    """
    of_party = exists().where(
        parties.c.election_code == cell.election,
        parties.c.code == cell.party,
        parties.c.known_on <= day,
    )
    of_region = exists().where(
        regions.c.code == cell.region, regions.c.level.in_(_COUNTED_IN)
    )
    has_party, has_region = connection.execute(select(of_party, of_region)).one()
    phases = read_phases(connection, cell.election, day)
    phase = next((each for each in phases if each.code == cell.phase), None)
    rules = (
        ("phase", EntryRule.UNKNOWN_PHASE, phase is not None),
        ("party", EntryRule.UNKNOWN_PARTY, has_party),
        ("region", EntryRule.UNKNOWN_REGION, has_region),
    )
    unknown = tuple(
        Violation(field=field, value=getattr(cell, field), rule=rule)
        for field, rule, is_there in rules
        if not is_there
    )
    if unknown or phase is None:
        raise Refused(unknown)
    return phase


def latest_reported_on(connection: Connection, cell: Cell, day: date) -> date:
    """Return the day of the figures that the public sees of a cell on a day.

    A cell without any gives the first day of all.
    """
    key = (tallies.c.phase_code, tallies.c.party_code, tallies.c.region_code)
    query = select(func.max(tallies.c.reported_on)).where(
        in_cell(tallies, key),
        tallies.c.phase_code == cell.phase,
        tallies.c.party_code == cell.party,
        tallies.c.region_code == cell.region,
        is_known(tallies),
        is_public(tallies),
        stands(tallies),
    )
    given = {"election": cell.election, "day": day}
    return connection.scalar(query, given) or date.min
