"""Whether every message of the interface is translated, in both catalogues."""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
TRANSLATIONS = ROOT / "translations"
SPOKEN = ("id", "en")
SPEAKING = ("ui", "pages", "web")
"""The packages whose words a visitor reads."""


def missing_words(language: str) -> list[str]:
    """Return what a catalogue lacks, or has too much, one line each."""
    catalogue = read_catalogue(language)
    used = used_messages()
    lacking = [f"{language}: not translated: {_first(id_)!r}" for id_ in used if not _is_said(catalogue.get(_first(id_)))]
    known = {_first(message.id) for message in catalogue if message.id}
    stale = known - {_first(id_) for id_ in used}
    return lacking + [f"{language}: no longer used: {id_!r}" for id_ in sorted(stale)]


def used_messages() -> list[str | tuple[str, ...]]:
    """Return every message that the interface says, each once."""
    found: dict[str, str | tuple[str, ...]] = {}
    for package in SPEAKING:
        for _file, _line, message, _comments, _context in extract_from_dir(
            ROOT / package,
            [("**.py", "python")],
            keywords=DEFAULT_KEYWORDS,
        ):
            found[_first(message)] = message
    return list(found.values())


def read_catalogue(language: str) -> Catalog:
    """Return the catalogue of a language."""
    path = TRANSLATIONS / language / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as file:
        return read_po(file, locale=language)


def problems() -> Iterator[str]:
    """Yield what is wrong with the catalogues, one line each."""
    for language in SPOKEN:
        yield from missing_words(language)
        for message in read_catalogue(language):
            for error in message.check(read_catalogue(language)):
                yield f"{language}: {_first(message.id)!r}: {error}"


def _first(message: str | tuple[str, ...] | list[str]) -> str:
    return message if isinstance(message, str) else message[0]


def _is_said(message: Message | None) -> bool:
    if message is None or message.fuzzy:
        return False
    said = message.string
    return bool(said) if isinstance(said, str) else all(said)
