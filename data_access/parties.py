"""Reads of parties and of the decisions taken on them."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from sqlalchemy import Connection, and_, bindparam, select

from data_access.grounds import Ground
from data_access.rows import AnyRow, provenance_of
from data_access.tables import parties, party_decisions
from domain.party import Party, PartyDecision
from domain.provenance import Provenance

_KNOWN = (
    select(
        parties,
        party_decisions.c.kind,
        party_decisions.c.result,
        party_decisions.c.decided_on,
        party_decisions.c.ballot_number,
        party_decisions.c.source.label("decision_source"),
        party_decisions.c.confidence.label("decision_confidence"),
        party_decisions.c.note.label("decision_note"),
    )
    .join_from(
        parties,
        party_decisions,
        and_(
            party_decisions.c.election_code == parties.c.election_code,
            party_decisions.c.party_code == parties.c.code,
            party_decisions.c.known_on <= bindparam("day"),
        ),
        isouter=True,
    )
    .where(
        parties.c.election_code == bindparam("election"),
        parties.c.known_on <= bindparam("day"),
    )
    .order_by(
        parties.c.position,
        parties.c.code,
        party_decisions.c.decided_on,
        party_decisions.c.known_on,
    )
)


PARTIES_GROUND = Ground(
    (parties, party_decisions), (parties.c.known_on, party_decisions.c.known_on)
)
"""What `read_parties` rests on."""


def read_parties(connection: Connection, election: str, day: date) -> tuple[Party, ...]:
    """Return the parties known on a day in official order, with their decisions."""
    rows = connection.execute(_KNOWN, {"election": election, "day": day})
    return tuple(_party(list(group)) for _, group in groupby(rows, key=_code))


def _code(row: AnyRow) -> object:
    return row.code


def _party(rows: Sequence[AnyRow]) -> Party:
    party = rows[0]
    return Party(
        code=party.code,
        name=party.name,
        short_name=party.short_name,
        order=party.position,
        is_parliamentary=party.is_parliamentary,
        path=party.path,
        decisions=tuple(_decision(row) for row in rows if row.kind),
        provenance=provenance_of(party),
    )


def _decision(row: AnyRow) -> PartyDecision:
    return PartyDecision(
        kind=row.kind,
        result=row.result,
        decided_on=row.decided_on,
        ballot_number=row.ballot_number,
        provenance=Provenance(
            source=row.decision_source,
            confidence=row.decision_confidence,
            note=row.decision_note,
        ),
    )
