"""What a person of the staff must be like, before anything of them is stored."""

import re
from collections.abc import Collection, Iterator

from sqlalchemy import Connection, select

from data_access.tables import people, regions
from domain.person import Person
from domain.typed_text import EMAIL_LENGTHS, NAME_LENGTHS, check_text

CODE = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}")
EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+")
LONGEST_SUBJECT = 255  # characters; OpenID Connect Core 1.0, section 2
SHOWN = 60  # characters of a wrong value that a message repeats


class AccountRefused(Exception):
    """A change to an account that cannot be made; the message says why."""


class MalformedPerson(AccountRefused):
    """A value of a person is not as it has to be.

    Attributes:
        field: Which one: `code`, `name`, `regions`, `divisions`, `email` or `subject`.
    """

    def __init__(self, field: str, message: str) -> None:
        self.field = field
        super().__init__(message)


def check_person(connection: Connection, person: Person) -> None:
    """Let a person pass whose values are as they have to be.

    Raises:
        MalformedPerson: One is not; the message repeats it.
    """
    for field, message in _faults(connection, person):
        raise MalformedPerson(field, message)


def _faults(connection: Connection, person: Person) -> Iterator[tuple[str, str]]:
    most = NAME_LENGTHS.stop - 1
    if not CODE.fullmatch(person.code):
        yield (
            "code",
            f"{_cut(person.code)} is no name to sign in with: "
            "use a to z in lower case, digits, dot, dash and underscore, at most 40",
        )
    for field, name in (("name", person.name), *_divisions(person)):
        if not _is_name(name):
            yield field, f"{_cut(name)} is no name: one line of 1 to {most} characters"
    yield from _identity_faults(person)
    yield from _taken(connection, person)
    if unknown := _unknown(connection, person.regions):
        yield "regions", f"there is no region {', '.join(unknown)}"


def _identity_faults(person: Person) -> Iterator[tuple[str, str]]:
    if person.email and not _is_email(person.email):
        yield "email", f"{_cut(person.email)} is no e-mail address"
    if len(person.subject) > LONGEST_SUBJECT or not person.subject.isprintable():
        most = LONGEST_SUBJECT
        yield "subject", f"a subject is one line of {most} characters at most"


def as_compared(email: str) -> str:
    """Return an e-mail address as it is stored and looked up.

    No mail server tells capitals apart, and identity providers write them freely.
    """
    return email.lower()


def _taken(connection: Connection, person: Person) -> Iterator[tuple[str, str]]:
    """Yield an e-mail address or a subject that is somebody else's."""
    others = select(people.c.code).where(people.c.code != person.code)
    for field, column, value in (
        ("email", people.c.email, as_compared(person.email)),
        ("subject", people.c.subject, person.subject),
    ):
        other = connection.scalar(others.where(column == value)) if value else None
        if other is not None:
            yield field, f"{other} has that {field} already"


def _divisions(person: Person) -> list[tuple[str, str]]:
    return [("divisions", division) for division in sorted(person.divisions)]


def _is_name(text: str) -> bool:
    is_named = bool(text.strip()) and text.isprintable()
    return is_named and not check_text("name", text, NAME_LENGTHS)


def _is_email(text: str) -> bool:
    is_plain = text.isprintable() and not check_text("email", text, EMAIL_LENGTHS)
    return is_plain and EMAIL.fullmatch(text) is not None


def _cut(text: str) -> str:
    """Return a wrong value as a message repeats it."""
    return repr(text if len(text) <= SHOWN else f"{text[:SHOWN]}…")


def _unknown(connection: Connection, codes: Collection[str]) -> list[str]:
    # A region is never removed, so what is checked here holds for good.
    query = select(regions.c.code).where(regions.c.code.in_(codes))
    return sorted(set(codes) - set(connection.scalars(query)))
