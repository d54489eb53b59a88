"""The pages of the public copy: a frame around a view, without any script."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape

from domain.bilingual import Language
from exports.edition import Edition
from exports.public_copy import markup
from ui import wording
from ui.language import gettext as _
from ui.language import name

ORIGINAL = Language.INDONESIAN
"""The language at the root of the site; another has a folder of its own."""

ARCHIVE = "arsip/"
"""Folder of the days kept."""

FILES = {
    "ringkasan": "index",
    "linimasa": "linimasa",
    "partai": "partai",
    "zona": "zona-integritas",
}
"""Names of the files of the views, without ending."""


LANGUAGES = {
    Language.INDONESIAN: "Bahasa Indonesia",
    Language.ENGLISH: "English",
}

PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · Pantau Tahapan</title>
<meta name="description" content="{description}">
<link rel="icon" href="{root}aset/icon.png">
<link rel="preload" as="font" type="font/woff2" crossorigin
 href="{root}aset/plus-jakarta-sans.woff2">
<link rel="stylesheet" href="{root}aset/situs.css">
</head>
<body class="copy">
<a class="skip" href="#isi">{skip}</a>
<header><b>Pantau Tahapan</b>{links}</header>
<main id="isi">{main}</main>
<footer>{foot}</footer>
</body>
</html>
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a page lies in the site.

    Attributes:
        folder: Folder above the folder of the language: empty, or `arsip/2022-09-08/`.
        language: Language of the page.
        file: Name of the file, without ending.
    """

    folder: str = ""
    language: Language
    file: str

    @property
    def path(self) -> str:
        """Return the path of the file from the root of the site, without ending."""
        return f"{self.folder}{_folder_of(self.language)}{self.file}"

    @property
    def root(self) -> str:
        """Return the relative address of the root of the site."""
        return "../" * self.path.count("/")

    def to(self, there: "Place") -> str:
        """Return the relative address of another page."""
        return f"{self.root}{there.path}.html"


def _folder_of(spoken: Language) -> str:
    return "" if spoken is ORIGINAL else f"{spoken.value}/"


def of_view(edition: Edition, place: Place, title: str, content: str) -> str:
    """Return the page of a view, in the language that is spoken.

    Args:
        edition: What it is of.
        place: Where it lies.
        title: What it says.
        content: The view as HTML.
    """
    return _page(place, title, f"{_as_of(edition, place)}{content}", _source(edition))


def of_archive(days: Sequence[str], place: Place, edition: Edition) -> str:
    """Return the list of the days kept, the newest first.

    Args:
        days: The days, as in ISO 8601.
        place: Where it lies.
        edition: The edition of the whole site.
    """
    title = _("Archive by day")
    each = "".join(
        f'<li><a href="{_of_day(day, place)}">{escape(_in_words(day))}</a></li>'
        for day in sorted(days, reverse=True)
    )
    main = f'{markup.titled(title)}<ul class="days">{each}</ul>'
    return _page(place, title, main, _source(edition))


def _page(place: Place, title: str, main: str, foot: str) -> str:
    description = _(
        "Election stages and party verification in West Nusa Tenggara, a public copy."
    )
    return PAGE.format(
        language=place.language.value,
        title=escape(title),
        description=escape(description),
        root=place.root,
        skip=escape(_("Skip to content")),
        links=_links(place),
        main=main,
        foot=foot,
    )


def _links(place: Place) -> str:
    """Return the links to the other pages, to the data and to the other language."""
    views = {
        "index": _("Summary"),
        "linimasa": _("Timeline"),
        "partai": _("Party verification"),
        "zona-integritas": _("Integrity zone"),
    }
    views_at = "" if place.folder == ARCHIVE else place.folder
    targets = {
        Place(folder=views_at, language=place.language, file=file): words
        for file, words in views.items()
    }
    targets[Place(folder=ARCHIVE, language=place.language, file="index")] = _("Archive")
    for spoken, words in LANGUAGES.items():
        if spoken is not place.language:
            targets[replace(place, language=spoken)] = words
    return "".join(_link(place, there, words) for there, words in targets.items())


def _link(place: Place, there: Place, words: str) -> str:
    here = ' aria-current="page"' if there == place else ""
    lang = f' lang="{there.language}"' if there.language is not place.language else ""
    return f'<a href="{place.to(there)}"{lang}{here}>{escape(words)}</a>'


def _as_of(edition: Edition, place: Place) -> str:
    """Return the day of a page, its revision, and where its data lie."""
    visit = edition.visit
    day = _("as of {day}").format(day=wording.day(visit.day))
    revision = _("data revision {revision}").format(revision=visit.revision)
    about = f"{name(visit.election.name)} · {revision}"
    data = f'<a href="{place.file}.json">JSON</a>'
    return (
        f'<div class="as-of">{escape(day)}<span>{escape(about)} · {data}</span></div>'
    )


def _source(edition: Edition) -> str:
    """Return what every page is of: election, day, revision, head of the journal."""
    visit = edition.visit
    words = _(
        "Public copy of {election}, state as of {day}; data revision {revision}, "
        "journal {head}."
    ).format(
        election=name(visit.election.name),
        day=wording.day(visit.day),
        revision=visit.revision,
        head=edition.short_head,
    )
    return escape(words)


def _of_day(day: str, place: Place) -> str:
    there = Place(folder=f"{ARCHIVE}{day}/", language=place.language, file="index")
    return place.to(there)


def _in_words(day: str) -> str:
    return wording.day(date.fromisoformat(day))
