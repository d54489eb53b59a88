"""An edition: what every export is of, and what it prints to be told apart."""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from charts.palette import LIGHT
from data_access import chain
from domain.bilingual import Language
from ui import address, language, store, visit
from ui.kept import kept
from ui.store import Changes, Overview
from ui.visit import Visit


class Unanswerable(Exception):
    """An address asks for what does not exist here, or in words that mean nothing.

    Attributes:
        part: Part of the address, such as `tanggal`.
        value: What it asked for.
        is_unknown: Whether it could have existed (404), or means nothing (422).
    """

    def __init__(self, part: str, value: str, *, is_unknown: bool = False) -> None:
        super().__init__(f"{part}: {value[:80]}")
        self.part = part
        self.value = value[:80]
        self.is_unknown = is_unknown

    def __reduce__(self) -> tuple[Callable[[], "Unanswerable"], tuple[()]]:
        """Say how another process finds the same error again."""
        return (
            partial(Unanswerable, self.part, self.value, is_unknown=self.is_unknown),
            (),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One election on one day, as the database told it at one revision.

    Attributes:
        visit: Election, day, revision and language.
        overview: What the rules say of the election on that day.
        changes: What changed before it.
        head: Hash of the journal's last entry, in hexadecimal.
    """

    visit: Visit
    overview: Overview
    changes: Changes
    head: str

    @property
    def short_head(self) -> str:
        """Return the first letters of the head, enough to tell two editions apart."""
        return self.head[:12]

    def file_name(self, view: str, extension: str) -> str:
        """Return the name of a file of this edition, as `file_name` does."""
        return file_name(self.visit, view, extension)


def file_name(shown: Visit, view: str, extension: str) -> str:
    """Return the name of a file that says election, view and day.

    Args:
        shown: Election and day.
        view: Word for what the file shows, such as `taklimat`.
        extension: How the name ends, without the dot.
    """
    return f"{shown.election.code}-{view}-{shown.day.isoformat()}.{extension}"


def edition_asked(parts: Mapping[str, str]) -> Edition:
    """Return the edition that an address asks for, and speak its language.

    Unlike a page, an export does not guess: whoever keeps the document must be able to
    trust that it is of the day it was asked for.

    Args:
        parts: Parts of the address; those that say nothing of the edition count not.

    Raises:
        Unanswerable: A day, a language or an election that does not exist here.
        sqlalchemy.exc.DBAPIError: The database is away.
    """
    return edition_of(visit_asked(parts))


def visit_asked(parts: Mapping[str, str]) -> Visit:
    """Return what an address asks to be told of, and speak its language.

    Raises:
        Unanswerable: A day, a language or an election that does not exist here.
        sqlalchemy.exc.DBAPIError: The database is away.
    """
    language.speak(language_asked(parts))
    found = visit.find(
        parts.get(address.ELECTION, ""), day_asked(parts), language.current(), LIGHT
    )
    asked = parts.get(address.ELECTION)
    if found is None or (asked and asked != found.election.code):
        raise Unanswerable(address.ELECTION, asked or "", is_unknown=True)
    return found


def refuse_strangers(parts: Mapping[str, str], allowed: Container[str]) -> None:
    """Refuse an address with a part that would be left unread.

    Raises:
        Unanswerable: A part is none of those allowed.
    """
    for part, value in parts.items():
        if part not in allowed:
            raise Unanswerable(part, value)


def language_asked(parts: Mapping[str, str]) -> Language:
    """Return the language an address asks for; Indonesian when it asks for none.

    Raises:
        Unanswerable: There is no such language here.
    """
    asked = parts.get(address.LANGUAGE, Language.INDONESIAN)
    if asked not in set(Language):
        raise Unanswerable(address.LANGUAGE, asked)
    return Language(asked)


def day_asked(parts: Mapping[str, str], part: str = address.DAY) -> date | None:
    """Return the day a part of an address names; None when it names none.

    Raises:
        Unanswerable: It names no day of this century.
    """
    asked = parts.get(part)
    if asked is None:
        return None
    named = address.day_of(asked)
    # Python reads 20220908 and 2022-W36-4 too; an address has one form.
    if named is None or named.isoformat() != asked:
        raise Unanswerable(part, asked)
    return named


@kept
def edition_of(found: Visit) -> Edition:
    """Return the edition of a visit.

    Raises:
        sqlalchemy.exc.DBAPIError: The database is away.
    """
    key = (found.revision, found.election, found.election.code, found.day)
    with store.connect() as connection:
        _, head = chain.read_head(connection)
    return Edition(
        visit=found,
        overview=store.overview(*key),
        changes=store.changes(*key),
        head=head,
    )
