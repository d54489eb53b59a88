"""Changes to the accounts of the staff.

The journal keeps who changed which account, when and why, and when a password was set;
never a password nor its hash.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, update

from data_access.accounts import Account, read_account
from data_access.journal import Author, Insert, Update, write
from data_access.passwords import hashed
from data_access.person_checks import AccountRefused, as_compared, check_person
from data_access.sessions import end_all_sessions
from data_access.tables import credentials, people
from domain.password import check_password
from domain.person import Person


class NameTaken(AccountRefused):
    """Somebody signs in with that name already."""


class UnknownPerson(AccountRefused):
    """Nobody signs in with that name."""


def add_person(
    connection: Connection, person: Person, password: str, *, by: Author
) -> None:
    """Add somebody to the staff; they change the password at their first sign-in.

    Raises:
        MalformedPerson: A value is not as it has to be.
        NameTaken: Somebody has that code.
        WeakPassword: The password may not be chosen.
    """
    check_person(connection, person)
    check_password(password, person.code, person.name)
    if read_account(connection, person.code) is not None:
        raise NameTaken(f"{person.code} is taken already")
    secret = {"person_code": person.code, "password_hash": hashed(password)}
    news = {"code": person.code, **_values(person), **_set_now(by.at)}
    write(connection, Insert(people, news), by=by)
    connection.execute(insert(credentials).values(secret))


def change_person(
    connection: Connection, person: Person, *, expected_version: int, by: Author
) -> None:
    """Change what is known of a person and what they may do, from their next click on.

    Whom the identity provider vouches for by another e-mail address or subject has to
    sign in again.

    Raises:
        MalformedPerson: A value is not as it has to be.
        VersionConflict: Somebody saved first, or nobody has that code.
    """
    check_person(connection, person)
    before = read_account(connection, person.code)
    _update(connection, person.code, expected_version, _values(person), by)
    if before and _identity(before.person) != _identity(person):
        end_all_sessions(connection, person.code, by.at)


def disable(connection: Connection, code: str, *, by: Author) -> None:
    """Let somebody no longer sign in, and end all their sessions.

    Raises:
        UnknownPerson: Nobody has that code.
    """
    account = _known(connection, code)
    _update(connection, code, account.version, {"is_disabled": True}, by)
    end_all_sessions(connection, code, by.at)


def enable(connection: Connection, code: str, *, by: Author) -> None:
    """Let somebody sign in again.

    Raises:
        UnknownPerson: Nobody has that code.
    """
    account = _known(connection, code)
    _update(connection, code, account.version, {"is_disabled": False}, by)


def set_password(
    connection: Connection, code: str, password: str, *, is_own: bool, by: Author
) -> str:
    """Give somebody a new password, end all their sessions, and return its hash.

    Args:
        connection: A transaction that writes.
        code: Whose password.
        password: The new one.
        is_own: Whether they chose it themselves; if not, they change it at their next
            sign-in.
        by: Who sets it.

    Raises:
        UnknownPerson: Nobody has that code.
        WeakPassword: The password may not be chosen.
    """
    account = _known(connection, code)
    check_password(password, code, account.person.name)
    news = _set_now(by.at) | {"must_change_password": not is_own}
    _update(connection, code, account.version, news, by)
    own = credentials.c.person_code == code
    secret = hashed(password)
    connection.execute(update(credentials).where(own).values(password_hash=secret))
    end_all_sessions(connection, code, by.at)
    return secret


def _known(connection: Connection, code: str) -> Account:
    account = read_account(connection, code)
    if account is None:
        raise UnknownPerson(f"nobody signs in as {code}")
    return account


def _update(
    connection: Connection, code: str, version: int, news: dict[str, Any], by: Author
) -> None:
    change = Update(
        table=people, key={"code": code}, values=news, expected_version=version
    )
    write(connection, change, by=by)


def _set_now(at: datetime) -> dict[str, Any]:
    return {"password_set_at": at.astimezone(UTC)}


def _values(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "role": person.role,
        "regions": person.regions,
        "divisions": person.divisions,
        "language": person.language,
        "email": as_compared(person.email),
        "subject": person.subject or None,
    }


def _identity(person: Person) -> tuple[str, str]:
    return as_compared(person.email), person.subject
