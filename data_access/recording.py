"""What staff write: who it is and what they may do is asked where it is written.

A page that hides a button is a courtesy; this is the lock. The region of a change comes
from its own key or from what is stored, never from whoever asks.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from sqlalchemy import Connection, Engine, Table, select

from data_access.chain import take_turn
from data_access.changes import Append, Author, Change, Insert, Values
from data_access.database import writing
from data_access.journal import read_revision, write_many
from data_access.tables import (
    accountability_years,
    duty_shifts,
    integrity_scores,
    milestone_states,
    milestones,
    projections,
    scans,
    service_figures,
    service_states,
    services,
    survey_rounds,
    tallies,
)
from data_access.versions import newest_of, place_of
from domain.history import Deed
from domain.person import Permission, Person
from domain.tally import TallyState
from domain.typed_text import clean_reason

Identify: TypeAlias = Callable[[Connection], Person | None]
"""Looks up who is signed in, inside the transaction of the write; None for nobody."""

Prepare: TypeAlias = Callable[[Connection, Person], Sequence[Change]]
"""Makes the changes from what is stored, while no other writer can change it."""

PERMISSIONS: dict[Table, frozenset[Permission]] = {
    tallies: frozenset(
        {Permission.RECORD_TALLY, Permission.DECIDE_TALLY, Permission.RESTORE}
    ),
    scans: frozenset({Permission.DECIDE_TALLY}),
    projections: frozenset({Permission.PRESENT}),
    milestones: frozenset({Permission.RECORD_MILESTONE, Permission.RESTORE}),
    milestone_states: frozenset({Permission.RECORD_MILESTONE, Permission.RESTORE}),
    services: frozenset({Permission.RECORD_INTEGRITY}),
    service_states: frozenset({Permission.RECORD_INTEGRITY, Permission.RESTORE}),
    service_figures: frozenset({Permission.RECORD_INTEGRITY, Permission.RESTORE}),
    duty_shifts: frozenset({Permission.RECORD_INTEGRITY, Permission.RESTORE}),
    survey_rounds: frozenset({Permission.RECORD_INTEGRITY, Permission.RESTORE}),
    accountability_years: frozenset({Permission.RECORD_INTEGRITY, Permission.RESTORE}),
    integrity_scores: frozenset({Permission.RECORD_INTEGRITY, Permission.RESTORE}),
}
"""Permissions that open a table."""

OF_ANY_OTHER = frozenset({Permission.MANAGE_PEOPLE})
"""Permission that opens a table not named above: the administrator's."""

APPEND_ONLY = frozenset(
    {
        tallies,
        milestone_states,
        service_states,
        service_figures,
        duty_shifts,
        survey_rounds,
        accountability_years,
        integrity_scores,
    }
)
"""Tables of which every version stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """Who writes, why and when.

    Attributes:
        identify: Looks the person up.
        reason: Why, as typed: 3 to 500 characters.
        at: Instant of the write, aware, in the office's zone.
        known_on: Day the recording is of; None for the day of `at`. A demonstration
            plays on a day of its own.
        deed: What they do, where the changes themselves do not tell.
    """

    identify: Identify
    reason: str
    at: datetime
    known_on: date | None = None
    deed: Deed | None = None

    @property
    def day(self) -> date:
        """Return the day of the recording."""
        return self.known_on or self.at.date()


class SignedOut(Exception):
    """Nobody is signed in, or the session ended meanwhile; nothing was stored."""


class NotPermitted(Exception):
    """The person may not do this; nothing was stored.

    Attributes:
        permission: What they lack.
        region: Region they lack it for; None where it is of none.
    """

    def __init__(self, permission: Permission, region: str | None) -> None:
        self.permission = permission
        self.region = region
        super().__init__(f"{permission} for {region or 'the whole province'}")


def write(
    engine: Engine, errand: Errand, permission: Permission, changes: Sequence[Change]
) -> int:
    """Store changes, all or none, and return the data revision they made.

    Raises:
        SignedOut: Nobody is signed in.
        NotPermitted: The permission, or its region, is not the person's, or it does
            not open the table.
        Refused: The reason is too short, too long or unreadable.
        VersionConflict: Somebody saved one of the rows first.
        IntegrityError: A change breaks a constraint of its table.
    """
    return write_prepared(engine, errand, permission, lambda _, __: changes)


def write_prepared(
    engine: Engine, errand: Errand, permission: Permission, prepare: Prepare
) -> int:
    """Store changes made from what is stored, as `write` does."""
    reason = clean_reason(errand.reason)
    with writing(engine).begin() as connection:
        take_turn(connection)
        person = errand.identify(connection)
        if person is None:
            raise SignedOut
        changes = prepare(connection, person)
        for change in changes:
            _check(connection, person, permission, change)
        if permission is Permission.RECORD_TALLY:
            _check_undecided(connection, changes)
        author = Author(
            actor=person.code, reason=reason, at=errand.at, deed=errand.deed
        )
        write_many(connection, changes, by=author)
        return read_revision(connection)


def require(person: Person, permission: Permission, region: str | None) -> None:
    """Let a person pass who may do it.

    Raises:
        NotPermitted: They may not.
    """
    if not person.may(permission, region):
        raise NotPermitted(permission, region)


def region_of_milestone(connection: Connection, election: str, code: str) -> str | None:
    """Return the Kemendagri code of the region a milestone is stored for, or None."""
    return connection.scalar(
        select(milestones.c.region_code).where(
            milestones.c.election_code == election, milestones.c.code == code
        )
    )


def _check(
    connection: Connection, person: Person, permission: Permission, change: Change
) -> None:
    if change.table in APPEND_ONLY and not isinstance(change, Append):
        raise ValueError(f"{change.table.name} takes new versions only")
    opening = PERMISSIONS.get(change.table, OF_ANY_OTHER)
    for region in set(_regions(connection, change)):
        if permission not in opening:
            raise NotPermitted(min(opening), region)
        require(person, permission, region)


def _regions(connection: Connection, change: Change) -> Iterator[str | None]:
    """Yield the regions a change concerns: of the row it names and the row it makes."""
    named = change.values if isinstance(change, Insert) else change.key
    for row in (named, {**named, **change.values}):
        if change.table is tallies:
            yield row["region_code"]
        elif change.table is milestone_states:
            yield _stored_region(connection, row, row["milestone_code"])
        elif change.table is milestones:
            yield _stored_region(connection, row, row["code"])
            yield row.get("region_code")
        else:
            yield None


def _stored_region(connection: Connection, row: Values, code: str) -> str | None:
    return region_of_milestone(connection, row["election_code"], code)


def _check_undecided(connection: Connection, changes: Sequence[Change]) -> None:
    """Refuse what only a plenary may do, if it is asked as an ordinary recording."""
    appended = [each for each in changes if isinstance(each, Append)]
    places = [place_of(tallies, each.key) for each in appended]
    known = newest_of(connection, tallies, places)
    for place, change in zip(places, appended, strict=True):
        is_decided = place in known and known[place]["state"] is TallyState.DECIDED
        is_plain = change.values["state"] in {TallyState.DRAFT, TallyState.SUBMITTED}
        if is_decided or not is_plain or change.values.get("takes_back") is not None:
            raise NotPermitted(Permission.DECIDE_TALLY, change.key["region_code"])
