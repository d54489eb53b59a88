"""Makes each document of a day in both languages, to be looked at and kept."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from domain.bilingual import Language
from exports import briefing
from exports.edition import Edition, edition_asked
from exports.routes import DOCUMENTS
from exports.slides import SLIDES
from reports.briefing import pictures_of
from tasks import slide_pictures
from ui import address


def write(folder: Path, day: date | None) -> list[Path]:
    """Write the documents into a folder for each language, and return the files.

    The slides are drawn as pictures too, where this machine has LibreOffice.

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
        content = document.write(document.gather(edition, {}))
        yield edition.file_name(document.view, document.extension), content
        if document is SLIDES and slide_pictures.can_be_made():
            yield from _numbered(edition, SLIDES.view, slide_pictures.of(content))
    pages = pictures_of(briefing.gather(edition, {}))
    yield from _numbered(edition, briefing.BRIEFING.view, pages)


def _numbered(
    edition: Edition, view: str, pages: Sequence[bytes]
) -> Iterator[tuple[str, bytes]]:
    for number, page in enumerate(pages, start=1):
        yield edition.file_name(f"{view}-{number}", "png"), page
