"""Reads of the tallies for staff: drafts, undecided verdicts and every version.

Only a page that has asked who is looking may read these; the public's are in
`tallies.py`.
"""

from dataclasses import fields
from datetime import date

from sqlalchemy import Connection, ScalarSelect, and_, bindparam, func, select

from data_access.rows import AnyRow, provenance_of
from data_access.tables import parties, tallies
from domain.tally import Tally
from domain.tally_entry import Cell, RecordedTally

_FIGURES = tuple(field.name for field in fields(Tally))


def _newest_version() -> ScalarSelect[int]:
    every = tallies.alias("every")
    return (
        select(func.max(every.c.version))
        .where(
            every.c.election_code == parties.c.election_code,
            every.c.phase_code == bindparam("phase"),
            every.c.party_code == parties.c.code,
            every.c.region_code == bindparam("region"),
            every.c.known_on <= bindparam("day"),
        )
        .correlate(parties)
        .scalar_subquery()
    )


_NEWEST = (
    select(
        parties.c.code,
        parties.c.position,
        _newest_version().label("version"),
    )
    .where(parties.c.election_code == bindparam("election"))
    .cte("cells")
    # Looked up before anything else: the tallies must not be scanned for versions.
    .prefix_with("MATERIALIZED")
)
_OF_REGION = (
    select(tallies)
    .select_from(
        _NEWEST.outerjoin(
            tallies,
            and_(
                tallies.c.election_code == bindparam("election"),
                tallies.c.phase_code == bindparam("phase"),
                tallies.c.party_code == _NEWEST.c.code,
                tallies.c.region_code == bindparam("region"),
                tallies.c.version == _NEWEST.c.version,
            ),
        )
    )
    .where(_NEWEST.c.version.is_not(None))
    .order_by(_NEWEST.c.position, _NEWEST.c.code)
)


def read_recorded_tallies(
    connection: Connection, election: str, phase: str, day: date, *, region: str
) -> tuple[RecordedTally, ...]:
    """Return the newest version of each party's tally in one kab/kota and phase.

    Args:
        connection: The database.
        election: Code of the election.
        phase: Code of the verification phase.
        day: Day whose knowledge counts; today for an entry.
        region: Kemendagri code of the kab/kota.

    Returns:
        The versions by party in official order, withdrawn ones included: their number
        is what the next entry opens.
    """
    given = {"election": election, "phase": phase, "day": day, "region": region}
    return tuple(map(_recorded, connection.execute(_OF_REGION, given)))


def read_tally_versions(
    connection: Connection, cell: Cell, day: date
) -> tuple[RecordedTally, ...]:
    """Return every version of the tally of a cell known on a day, newest first."""
    query = (
        select(tallies)
        .where(
            tallies.c.election_code == cell.election,
            tallies.c.phase_code == cell.phase,
            tallies.c.party_code == cell.party,
            tallies.c.region_code == cell.region,
            tallies.c.known_on <= day,
        )
        .order_by(tallies.c.version.desc())
    )
    return tuple(map(_recorded, connection.execute(query)))


def _recorded(row: AnyRow) -> RecordedTally:
    return RecordedTally(
        version=row.version,
        tally=Tally(**{name: getattr(row, name) for name in _FIGURES}),
        replaces=row.replaces,
        takes_back=row.takes_back,
        minutes_date=row.minutes_date,
        minutes_sha256=row.minutes_sha256,
        signers=row.signers,
        provenance=provenance_of(row),
    )
