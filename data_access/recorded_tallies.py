"""Reads of tallies for those who record them: the newest version, drafts included."""

from sqlalchemy import Connection, bindparam, func, select

from data_access.rows import AnyRow
from data_access.tables import tallies
from domain.recorded_tally import RecordedTally
from domain.tally_entry import TallyEntry

_any_version = tallies.alias()
_NEWEST = (
    select(func.max(_any_version.c.version))
    .where(
        _any_version.c.election_code == tallies.c.election_code,
        _any_version.c.phase_code == tallies.c.phase_code,
        _any_version.c.party_code == tallies.c.party_code,
        _any_version.c.region_code == tallies.c.region_code,
    )
    .scalar_subquery()
)
_OF_REGION = select(tallies).where(
    tallies.c.election_code == bindparam("election"),
    tallies.c.phase_code == bindparam("phase"),
    tallies.c.region_code == bindparam("region"),
    tallies.c.version == _NEWEST,
)
_ENTERED = tuple(TallyEntry.__dataclass_fields__)


def read_recorded_tallies(
    connection: Connection, election: str, phase: str, region: str
) -> dict[str, RecordedTally]:
    """Return the newest version of each tally of a kab/kota and phase, by party.

    A tally withdrawn is among them: the next save names its version.
    """
    given = {"election": election, "phase": phase, "region": region}
    rows = connection.execute(_OF_REGION, given)
    return {row.party_code: _recorded(row) for row in rows}


def _recorded(row: AnyRow) -> RecordedTally:
    return RecordedTally(
        party_code=row.party_code,
        version=row.version,
        entry=TallyEntry(**{name: getattr(row, name) for name in _ENTERED}),
        state=row.state,
        origin=row.origin,
        known_on=row.known_on,
        minutes_number=row.minutes_number,
    )
