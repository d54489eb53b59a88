"""Reads of the staff: their accounts, and who a session's token stands for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from data_access.rows import AnyRow
from data_access.sessions import digest
from data_access.tables import people, sessions
from domain.person import Person
from domain.session import IDLE, LONGEST, Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A person as an administrator sees them.

    Attributes:
        person: Who.
        is_disabled: Whether they may not sign in.
        must_change_password: Whether somebody else chose their password.
        password_set_at: Instant at which it was chosen, in UTC.
        version: Version of the row; a change names it.
    """

    person: Person
    is_disabled: bool
    must_change_password: bool
    password_set_at: datetime
    version: int


def read_accounts(connection: Connection) -> tuple[Account, ...]:
    """Return every account, disabled ones too, in order of the codes."""
    rows = connection.execute(select(people).order_by(people.c.code))
    return tuple(map(_account, rows))


def read_account(connection: Connection, code: str) -> Account | None:
    """Return the account of a code, disabled or not, or None where there is none."""
    query = select(people).where(people.c.code == code)
    row = connection.execute(query).one_or_none()
    return None if row is None else _account(row)


def read_people(connection: Connection) -> tuple[Person, ...]:
    """Return those who may sign in, in order of their codes."""
    accounts = read_accounts(connection)
    return tuple(each.person for each in accounts if not each.is_disabled)


def read_person(connection: Connection, code: str) -> Person | None:
    """Return the person of a code, disabled or not, or None where there is none."""
    account = read_account(connection, code)
    return None if account is None else account.person


def read_session(connection: Connection, token: str, now: datetime) -> Session | None:
    """Return the session of a token, or None when there is none any more.

    It has ended by signing out, by a change of password, by disabling the person, by
    8 hours without use, or 7 days after the sign-in.
    """
    query = (
        select(people, sessions.c.last_used_at, sessions.c.provider_subject)
        .join(sessions, sessions.c.person_code == people.c.code)
        .where(
            sessions.c.token_hash == digest(token),
            sessions.c.ended_at.is_(None),
            sessions.c.last_used_at > now - IDLE,
            sessions.c.opened_at > now - LONGEST,
            people.c.is_disabled.is_(False),
        )
    )
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    is_from_provider = row.provider_subject is not None
    return Session(
        person=_person(row),
        must_change_password=row.must_change_password and not is_from_provider,
        last_used_at=row.last_used_at,
        is_from_provider=is_from_provider,
    )


def identify(token: str, now: datetime) -> Callable[[Connection], Person | None]:
    """Return what looks up, inside a write's own transaction, who is writing.

    It finds nobody as well while the person has to change their password first.
    """

    def look_up(connection: Connection) -> Person | None:
        session = read_session(connection, token, now)
        if session is None or session.must_change_password:
            return None
        return session.person

    return look_up


def _account(row: AnyRow) -> Account:
    return Account(
        person=_person(row),
        is_disabled=row.is_disabled,
        must_change_password=row.must_change_password,
        password_set_at=row.password_set_at,
        version=row.version,
    )


def _person(row: AnyRow) -> Person:
    return Person(
        code=row.code,
        name=row.name,
        role=row.role,
        regions=row.regions,
        divisions=row.divisions,
        language=row.language,
        email=row.email,
        subject=row.subject or "",
    )
