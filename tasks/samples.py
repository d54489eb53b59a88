"""Makes each document of a day in both languages, to be looked at and kept."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from domain.bilingual import Language
from exports import briefing
from exports.edition import Edition, edition_asked
from exports.routes import DOCUMENTS
from reports.briefing import pictures_of
from ui import address


def write(folder: Path, day: date | None) -> list[Path]:
    """Write the documents into a folder for each language, and return the files.

    Args:
        folder: Where to write; made where it is missing.
        day: Day they are of; None for the day that the screens open on.

    Raises:
        exports.edition.Unanswerable: There is no election.
        OSError: The folder cannot be written to.
    """
    return [file for language in Language for file in _write(folder, day, language)]


def _write(folder: Path, day: date | None, language: Language) -> Iterator[Path]:
    parts = {address.LANGUAGE: language.value}
    if day:
        parts[address.DAY] = day.isoformat()
    edition = edition_asked(parts)
    there = folder / language
    there.mkdir(parents=True, exist_ok=True)
    for name, content in _made(edition):
        file = there / name
        file.write_bytes(content)
        yield file


def _made(edition: Edition) -> Iterator[tuple[str, bytes]]:
    for document in DOCUMENTS:
        name = edition.file_name(document.view, document.extension)
        yield name, document.write(document.gather(edition, {}))
    pages = pictures_of(briefing.gather(edition, {}))
    for number, page in enumerate(pages, start=1):
        view = f"{briefing.BRIEFING.view}-{number}"
        yield edition.file_name(view, "png"), page
