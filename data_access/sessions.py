"""The rows of sessions: opened, used, ended. The token is kept as its SHA-256 only."""

import hashlib
import secrets
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    delete,
    exists,
    func,
    insert,
    literal,
    null,
    select,
    update,
)

from data_access.tables import credentials, people, sessions
from data_access.tables.base import Instant
from domain.session import LONGEST

TOKEN_BYTES = 32


def open_session(
    connection: Connection, person: str, verified: str, at: datetime
) -> str:
    """Open a session and return its token, which nobody can be told a second time.

    Sessions too old to be used are removed on the way, but for the last of each
    person: it tells that they have signed in.

    Args:
        connection: A transaction that writes.
        person: Code of the person.
        verified: Hash that their password was checked against. The session opens
            only while that is their password still, and they are not disabled.
        at: Instant of the sign-in, aware.
    """
    is_theirs = (
        select(credentials.c.person_code)
        .where(
            credentials.c.person_code == people.c.code,
            credentials.c.password_hash == verified,
        )
        .exists()
    )
    return _open(connection, and_(people.c.code == person, is_theirs), at)


def open_provider_session(
    connection: Connection, person: str, subject: str, at: datetime
) -> str:
    """Open a session of somebody the identity provider vouches for; return its token.

    Args:
        connection: A transaction that writes.
        person: Code of the person; it opens only while they are not disabled.
        subject: What the provider calls them.
        at: Instant of the sign-in, aware.
    """
    return _open(connection, people.c.code == person, at, subject)


def note_use(connection: Connection, token: str, at: datetime) -> None:
    """Note that a session was used, so that it does not end as idle."""
    own = and_(sessions.c.token_hash == digest(token), sessions.c.last_used_at < at)
    connection.execute(update(sessions).where(own).values(last_used_at=at))


def end_session(connection: Connection, token: str, at: datetime) -> None:
    """End a session, if there is one with this token."""
    own = sessions.c.token_hash == digest(token)
    _end(connection, own, at)


def end_all_sessions(connection: Connection, person: str, at: datetime) -> None:
    """End every session of a person, on every device."""
    _end(connection, sessions.c.person_code == person, at)


def end_password_sessions(connection: Connection, at: datetime) -> None:
    """End every session that a password opened: passwords open nothing any more."""
    _end(connection, sessions.c.provider_subject.is_(None), at)


def read_last_sign_ins(connection: Connection) -> dict[str, datetime]:
    """Return the instant of the last sign-in of everybody who ever did, by code."""
    last = func.max(sessions.c.opened_at, type_=Instant).label("last")
    query = select(sessions.c.person_code, last).group_by(sessions.c.person_code)
    return {row.person_code: row.last for row in connection.execute(query)}


def digest(token: str) -> str:
    """Return what is stored of a token."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _open(
    connection: Connection,
    which: ColumnElement[bool],
    at: datetime,
    subject: str | None = None,
) -> str:
    token = secrets.token_urlsafe(TOKEN_BYTES)
    instant = literal(at, Instant)
    opened = select(
        literal(digest(token)),
        people.c.code,
        instant,
        instant,
        null(),
        null() if subject is None else literal(subject),
    ).where(which, people.c.is_disabled.is_(False))
    connection.execute(insert(sessions).from_select(list(sessions.c), opened))
    _remove_old(connection, at)
    return token


def _remove_old(connection: Connection, at: datetime) -> None:
    newer = sessions.alias("newer")
    is_followed = exists().where(
        newer.c.person_code == sessions.c.person_code,
        newer.c.opened_at > sessions.c.opened_at,
    )
    is_old = sessions.c.opened_at < at - LONGEST
    connection.execute(delete(sessions).where(is_old, is_followed))


def _end(connection: Connection, which: ColumnElement[bool], at: datetime) -> None:
    still_open = and_(which, sessions.c.ended_at.is_(None))
    connection.execute(update(sessions).where(still_open).values(ended_at=at))
