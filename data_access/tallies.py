"""Reads of the public tallies, as known on a day.

Verdicts (MS, BMS, TMS) are public once decided in plenary; before that a read returns
none of them.
"""

from datetime import date

from sqlalchemy import Connection, and_, bindparam, case, select

from data_access.cells import CELL, cells, in_cell, latest_public_version
from data_access.rows import AnyRow
from data_access.tables import parties, phases, regions, tallies
from domain.tally import Tally, TallyState

_IS_DECIDED = tallies.c.state == TallyState.DECIDED

_PUBLIC = (
    select(
        tallies.c.party_code,
        tallies.c.region_code,
        tallies.c.phase_code,
        tallies.c.reported_on,
        tallies.c.known_on,
        tallies.c.members,
        tallies.c.required,
        tallies.c.sample,
        tallies.c.visited,
        tallies.c.met,
        case((_IS_DECIDED, tallies.c.eligible)).label("eligible"),
        case((_IS_DECIDED, tallies.c.correctable)).label("correctable"),
        case((_IS_DECIDED, tallies.c.ineligible)).label("ineligible"),
        tallies.c.verdict,
        tallies.c.state,
        tallies.c.decided_on,
        tallies.c.minutes_number,
        tallies.c.origin,
    )
    .select_from(
        cells().join(
            tallies,
            and_(in_cell(tallies, CELL), tallies.c.version == latest_public_version()),
        )
    )
    .where(phases.c.election_code == bindparam("election"))
    .order_by(phases.c.position, parties.c.position, parties.c.code, regions.c.code)
)

_IN_PROVINCE = _PUBLIC.where(regions.c.parent_code == bindparam("province"))
_OF_PHASE = _IN_PROVINCE.where(phases.c.code == bindparam("phase"))
_OF_PARTY = _IN_PROVINCE.where(parties.c.code == bindparam("party"))
_OF_REGION = _PUBLIC.where(regions.c.code == bindparam("region"))


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
    return tuple(map(_tally, connection.execute(_OF_PHASE, given)))


def read_party_tallies(
    connection: Connection, election: str, party: str, day: date, *, province: str
) -> tuple[Tally, ...]:
    """Return the latest tallies of one party, by phase, then by code of kab/kota."""
    given = {"election": election, "party": party, "day": day, "province": province}
    return tuple(map(_tally, connection.execute(_OF_PARTY, given)))


def read_region_tallies(
    connection: Connection, election: str, region: str, day: date
) -> tuple[Tally, ...]:
    """Return the latest tallies of one kab/kota, by phase, then by party in order."""
    given = {"election": election, "region": region, "day": day}
    return tuple(map(_tally, connection.execute(_OF_REGION, given)))


def _tally(row: AnyRow) -> Tally:
    return Tally(
        party_code=row.party_code,
        region_code=row.region_code,
        phase_code=row.phase_code,
        reported_on=row.reported_on,
        known_on=row.known_on,
        members=row.members,
        required=row.required,
        sample=row.sample,
        visited=row.visited,
        met=row.met,
        eligible=row.eligible,
        correctable=row.correctable,
        ineligible=row.ineligible,
        verdict=row.verdict,
        state=row.state,
        decided_on=row.decided_on,
        minutes_number=row.minutes_number,
        origin=row.origin,
    )
