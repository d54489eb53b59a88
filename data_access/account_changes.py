"""Changes to the accounts of the staff.

The journal keeps who changed which account, when and why, and when a password was set;
never a password nor its hash.
"""

import re
from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from data_access.accounts import Account, read_account
from data_access.journal import Author, Insert, Update, write
from data_access.passwords import hashed
from data_access.sessions import end_all_sessions
from data_access.tables import credentials, people, regions
from domain.password import check_password
from domain.person import Person

CODE = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}")
LONGEST_SUBJECT = 255  # characters; OpenID Connect Core 1.0, section 2
EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+")


class AccountRefused(Exception):
    """A change to an account that cannot be made; the message says why."""


class NameTaken(AccountRefused):
    """Somebody signs in with that name already."""


class UnknownPerson(AccountRefused):
    """Nobody signs in with that name."""


class MalformedPerson(AccountRefused):
    """A value of a person is not as it has to be.

    Attributes:
        field: Which one: `code`, `name`, `regions`, `divisions`, `email` or `subject`.
    """

    def __init__(self, field: str, message: str) -> None:
        self.field = field
        super().__init__(message)


def add_person(
    connection: Connection, person: Person, password: str, *, by: Author
) -> None:
    """Add somebody to the staff; they change the password at their first sign-in.

    Raises:
        MalformedPerson: A value is not as it has to be.
        NameTaken: Somebody has that code.
        WeakPassword: The password may not be chosen.
    """
    _check(connection, person)
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
    _check(connection, person)
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
        "email": _as_compared(person.email),
        "subject": person.subject or None,
    }


def _identity(person: Person) -> tuple[str, str]:
    return _as_compared(person.email), person.subject


def _as_compared(email: str) -> str:
    # No mail server tells capitals apart, and identity providers write them freely.
    return email.lower()


def _check(connection: Connection, person: Person) -> None:
    if not CODE.fullmatch(person.code):
        raise MalformedPerson(
            "code",
            f"{person.code!r} is no name to sign in with: "
            "use a to z in lower case, digits, dot, dash and underscore, at most 40",
        )
    if not person.name.strip() or not person.name.isprintable():
        raise MalformedPerson("name", "a person needs a name, in one line")
    if not all(each.strip() and each.isprintable() for each in person.divisions):
        raise MalformedPerson("divisions", "a division is named in one line")
    _check_identity(connection, person)
    if unknown := _unknown(connection, person.regions):
        raise MalformedPerson("regions", f"there is no region {', '.join(unknown)}")


def _check_identity(connection: Connection, person: Person) -> None:
    """Refuse an e-mail address or a subject that is none, or somebody else's."""
    if person.email and not EMAIL.fullmatch(person.email):
        raise MalformedPerson("email", f"{person.email!r} is no e-mail address")
    if len(person.subject) > LONGEST_SUBJECT or not person.subject.isprintable():
        raise MalformedPerson(
            "subject", f"a subject is one line of {LONGEST_SUBJECT} characters at most"
        )
    others = select(people.c.code).where(people.c.code != person.code)
    for field, column, value in (
        ("email", people.c.email, _as_compared(person.email)),
        ("subject", people.c.subject, person.subject),
    ):
        other = connection.scalar(others.where(column == value)) if value else None
        if other is not None:
            raise MalformedPerson(field, f"{other} has that {field} already")


def _unknown(connection: Connection, codes: Collection[str]) -> list[str]:
    # A region is never removed, so what is checked here holds for good.
    query = select(regions.c.code).where(regions.c.code.in_(codes))
    return sorted(set(codes) - set(connection.scalars(query)))
