"""The whole public copy: its pages in both languages, its data, its archive by day."""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from domain.bilingual import Language
from exports.edition import Edition, edition_asked
from exports.public_copy import (
    data,
    drawings,
    integrity_view,
    looks,
    markup,
    pages,
    parties_view,
    summary_view,
    timeline_view,
)
from exports.public_copy.content import View
from exports.public_copy.markup import Drawings
from exports.public_copy.pages import ARCHIVE, FILES, Place
from ui import address, language, store
from web import assets

VIEWS = (
    summary_view.view_of,
    timeline_view.view_of,
    parties_view.view_of,
    integrity_view.view_of,
)
TYPEFACE = "plus-jakarta-sans-latin-wght-normal.woff2"
ATTEMPTS = 3


class KeepsChanging(Exception):
    """The database changed while it was read, several times in a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One edition with its views and their charts.

    Attributes:
        edition: Election, day, revision and language.
        views: The views, each with its drawings.
    """

    edition: Edition
    views: tuple[tuple[View, Drawings], ...]


def gather(election: str | None, day: date | None) -> list[Told]:
    """Return the views of one revision in every language.

    Args:
        election: Code of the election; None for the first one.
        day: Day of the copy; None for the day that the screens open on.

    Raises:
        Unanswerable: There is no such election.
        KeepsChanging: Nobody stopped writing.
        sqlalchemy.exc.DBAPIError: The database is away.
    """
    asked = {
        part: value
        for part, value in (
            (address.ELECTION, election),
            (address.DAY, day.isoformat() if day else None),
        )
        if value
    }
    for _ in range(ATTEMPTS):
        told = [_told(asked, spoken) for spoken in Language]
        revisions = {each.edition.visit.revision for each in told}
        if revisions == {store.revision()}:
            return told
    raise KeepsChanging("The data changed while they were read; try again.")


def _told(asked: Mapping[str, str], spoken: Language) -> Told:
    edition = edition_asked({**asked, address.LANGUAGE: spoken.value})
    views = [view_of(edition) for view_of in VIEWS]
    return Told(edition=edition, views=tuple(drawings.with_drawings(views)))


def write(told: list[Told], new: Path, old: Path | None) -> None:
    """Write the site into a new folder, and keep the days archived in the old one."""
    day = told[0].edition.visit.day.isoformat()
    if old and (old / ARCHIVE).is_dir():
        shutil.copytree(old / ARCHIVE, new / ARCHIVE, copy_function=os.link)
    shutil.rmtree(new / ARCHIVE / day, ignore_errors=True)
    _write_assets(new / "aset")
    for each in told:
        language.speak(each.edition.visit.language)
        _write_views(each, new, "")
        _write_views(each, new, f"{ARCHIVE}{day}/")
    days = [found.name for found in (new / ARCHIVE).iterdir() if _is_day(found.name)]
    for each in told:
        language.speak(each.edition.visit.language)
        place = _place(each, ARCHIVE, "index")
        _write(new, place, "html", pages.of_archive(days, place, each.edition))


def _write_views(told: Told, new: Path, folder: str) -> None:
    for view, drawn in told.views:
        place = _place(told, folder, FILES[view.key])
        content = markup.content(view, drawn)
        page = pages.of_view(told.edition, place, view.title, content)
        _write(new, place, "html", page)
        _write(new, place, "json", data.of_view(told.edition, view))


def _place(told: Told, folder: str, file: str) -> Place:
    return Place(folder=folder, language=told.edition.visit.language, file=file)


def _write(new: Path, place: Place, extension: str, text: str) -> None:
    file = new / f"{place.path}.{extension}"
    file.parent.mkdir(parents=True, exist_ok=True)
    # The list of the archive shares its file with the copy before.
    file.unlink(missing_ok=True)
    file.write_text(text, encoding="utf-8")


def _write_assets(folder: Path) -> None:
    folder.mkdir()
    (folder / "situs.css").write_text(looks.of_site(), encoding="utf-8")
    shutil.copyfile(assets.OURS / TYPEFACE, folder / "plus-jakarta-sans.woff2")
    for name in ("icon.png", "OFL.txt"):
        shutil.copyfile(assets.OURS / name, folder / name)


def _is_day(name: str) -> bool:
    return address.day_of(name) is not None
