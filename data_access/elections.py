"""Reads of elections."""

from sqlalchemy import Connection, select

from data_access.rows import AnyRow, provenance_of
from data_access.tables import elections
from domain.bilingual import Bilingual
from domain.election import Election


def read_elections(connection: Connection) -> tuple[Election, ...]:
    """Return every election, in order of voting day."""
    query = select(elections).order_by(elections.c.voting_day, elections.c.code)
    return tuple(map(_election, connection.execute(query)))


def read_election(connection: Connection, code: str) -> Election | None:
    """Return one election; None where the code names none."""
    query = select(elections).where(elections.c.code == code)
    row = connection.execute(query).one_or_none()
    return _election(row) if row else None


def _election(row: AnyRow) -> Election:
    return Election(
        code=row.code,
        name=Bilingual(row.name_indonesian, row.name_english),
        launched_on=row.launched_on,
        voting_day=row.voting_day,
        voting_day_name=Bilingual(
            row.voting_day_name_indonesian, row.voting_day_name_english
        ),
        opens_on=row.opens_on,
        legal_basis=row.legal_basis,
        provenance=provenance_of(row),
    )
