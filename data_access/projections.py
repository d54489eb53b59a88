"""What rooms were shown: stored once, read again unchanged."""

from dataclasses import dataclass

from sqlalchemy import Connection, Engine, select

from data_access.changes import Insert
from data_access.journal import read_revision
from data_access.recording import Errand, require, write_prepared
from data_access.rows import AnyRow
from data_access.tables import people, projections
from domain.person import Permission, Person
from domain.projection import Check, Draft, Preflight, Projection
from domain.scan import seal
from domain.typed_text import clean_reason

LISTED = 50
"""Past shows that a list holds, the latest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSheets:
    """The sheets of a past show.

    Attributes:
        number: Number of the show.
        wish: What it was asked for, as a query string.
        content: The sheets with their looks, as HTML.
        sha256: SHA-256 of that, in hexadecimal.
    """

    number: int
    wish: str
    content: str
    sha256: str


class NotGreen(Exception):
    """A check found something; nothing was stored.

    Attributes:
        preflight: What the checks found.
    """

    def __init__(self, preflight: Preflight) -> None:
        self.preflight = preflight
        failed = ", ".join(each.check for each in preflight.failed)
        super().__init__(f"not to be shown: {failed or 'checks are missing'}")


class SheetsChanged(Exception):
    """The sheets of a past show are no longer those that were stored."""


def store_projection(engine: Engine, errand: Errand, draft: Draft) -> int:
    """Store what a room is about to see and return its number.

    Args:
        engine: The database.
        errand: Who shows it and when; its reason is the occasion.
        draft: The sheets, and what the checks found on them.

    Raises:
        NotGreen: A check found something, or was not made.
        SignedOut: Nobody is signed in.
        NotPermitted: The person may not show sheets.
        Refused: The occasion is too short, too long or unreadable.
    """
    if not draft.preflight.is_green:
        raise NotGreen(draft.preflight)

    def prepare(connection: Connection, person: Person) -> tuple[Insert]:
        require(person, Permission.PRESENT, None)
        # The entry that this write makes, alone in the journal until it is done.
        number = read_revision(connection) + 1
        return (Insert(projections, _row(draft, errand, person) | {"number": number}),)

    return write_prepared(engine, errand, Permission.PRESENT, prepare)


def read_projections(connection: Connection, election: str) -> tuple[Projection, ...]:
    """Return the past shows of an election, the latest first, at most `LISTED`."""
    known = [column for column in projections.c if column is not projections.c.content]
    query = (
        select(*known, people.c.name)
        .join(people, people.c.code == projections.c.presenter_code)
        .where(projections.c.election_code == election)
        .order_by(projections.c.number.desc())
        .limit(LISTED)
    )
    return tuple(map(_projection, connection.execute(query)))


def read_kept_sheets(connection: Connection, number: int) -> KeptSheets | None:
    """Return the sheets of a past show, or None where no show has the number.

    Raises:
        SheetsChanged: Their hash is no longer the one they were stored with.
    """
    c = projections.c
    query = select(c.wish, c.content, c.sha256).where(c.number == number)
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    if seal(row.content) != row.sha256:
        raise SheetsChanged(f"the sheets of show {number} are not those once stored")
    return KeptSheets(
        number=number, wish=row.wish, content=row.content.decode(), sha256=row.sha256
    )


def _row(draft: Draft, errand: Errand, person: Person) -> dict[str, object]:
    content = draft.content.encode()
    looked_at = {each.check.value: each.looked_at for each in draft.preflight.outcomes}
    return {
        "election_code": draft.election,
        "day": draft.day,
        "revision": draft.revision,
        "wish": draft.wish,
        "occasion": clean_reason(errand.reason),
        "presenter_code": person.code,
        "at": errand.at,
        "content": content,
        "sha256": seal(content),
        "looked_at": looked_at,
    }


def _projection(row: AnyRow) -> Projection:
    return Projection(
        number=row.number,
        election=row.election_code,
        day=row.day,
        revision=row.revision,
        wish=row.wish,
        occasion=row.occasion,
        presenter=row.name,
        at=row.at,
        sha256=row.sha256,
        looked_at={Check(name): count for name, count in row.looked_at.items()},
    )
