"""Reads the tallies that a template for an import is filled with."""

from datetime import date

from sqlalchemy import Connection, and_, func, select

from data_access.tables import parties, phases, regions, tallies
from data_access.tallies import TALLY_COLUMNS, tallies_of
from domain.tally import Tally, TallyOrigin


def read_current_tallies(
    connection: Connection, election: str, day: date, *, province: str
) -> tuple[Tally, ...]:
    """Return the newest tally of each cell of a province, drafts too: for staff only.

    Simulated figures are left out: filled in and sent back, they would look like facts.

    Args:
        connection: The database.
        election: Code of the election.
        day: Day whose knowledge counts.
        province: Kemendagri code of the province.

    Returns:
        The tallies by phase and party in their order, then by code of the kab/kota.
    """
    of = tallies.c
    place = func.row_number().over(
        partition_by=(of.phase_code, of.party_code, of.region_code),
        order_by=(of.reported_on.desc(), of.version.desc()),
    )
    ranked = (
        select(tallies, place.label("place"))
        .where(
            of.election_code == election,
            of.known_on <= day,
            of.origin != TallyOrigin.SIMULATED,
        )
        .subquery()
    )
    query = (
        select(*(ranked.c[column.name] for column in TALLY_COLUMNS))
        .join(regions, regions.c.code == ranked.c.region_code)
        .join(
            phases,
            and_(
                phases.c.election_code == ranked.c.election_code,
                phases.c.code == ranked.c.phase_code,
            ),
        )
        .join(
            parties,
            and_(
                parties.c.election_code == ranked.c.election_code,
                parties.c.code == ranked.c.party_code,
            ),
        )
        .where(ranked.c.place == 1, regions.c.parent_code == province)
        .order_by(phases.c.position, parties.c.position, ranked.c.region_code)
    )
    return tallies_of(connection.execute(query))
