"""The first screen of a public view, for its page before the scripts have run.

It is drawn in the background and kept by revision, so it is never older than the data;
until it is there, the home page says its title and its sentence at once.
"""

import asyncio
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs

import structlog
from cachetools import LRUCache
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool

from charts.palette import LIGHT
from data_access.database import DatabaseUnusable
from domain.bilingual import Language, language_of
from exports.edition import edition_of
from exports.public_copy import (
    drawings,
    integrity_view,
    looks,
    markup,
    parties_view,
    summary_view,
    timeline_view,
)
from exports.public_copy.content import View
from exports.workshop import NotMade, Workshop
from reports.inline_pictures import drawn as made
from ui import address, language, store, visit, wording
from ui.first_answer import first_answer
from ui.language import gettext as _
from ui.visit import Visit
from web.addresses import INTEGRITY, PARTIES, START, TIMELINE
from web.first_answer import Asked, Said

VIEWS = {
    START: summary_view.view_of,
    TIMELINE: timeline_view.view_of,
    PARTIES: parties_view.view_of,
    INTEGRITY: integrity_view.view_of,
}
HONOURED = frozenset(address.SHARED)
"""Parts of an address that the first screen follows; it knows no filter."""

KEPT = 48  # first screens, the longest unused gives way
WAITING = 12  # first screens to be drawn; more are not noted
PAUSE = 1.0  # seconds between two looks at the revision

log = structlog.stdlib.get_logger("exports")


@dataclass(frozen=True, slots=True)
class Screen:
    """One first screen: a view, and whose it is.

    Attributes:
        path: Path of the view.
        visit: Election, day, revision and language.
    """

    path: str
    visit: Visit


class FirstPaint:
    """Answers with the first screens that are drawn, and has the others drawn."""

    def __init__(self) -> None:
        self._drawn: LRUCache[Screen, Said] = LRUCache(KEPT)
        self._wanted: deque[Screen] = deque()
        self._revision = -1
        self._workshop = Workshop()

    def ask(self, asked: Asked) -> Said | None:
        """Return the first screen of an address, as far as it is known.

        Raises:
            sqlalchemy.exc.DBAPIError: The database is away.
        """
        screen = None if asked.is_signed_in else screen_of(asked)
        if screen and (said := self._drawn.get(screen)):
            return said
        has_room = len(self._wanted) < WAITING
        if screen and has_room and screen not in self._wanted:
            self._wanted.append(screen)
        return _title_of(asked) if asked.path == START else None

    async def draw_ahead(self) -> None:
        """Draw what the screens open on anew for each revision, and what was asked."""
        while True:
            try:
                self._wanted.extend(await run_in_threadpool(self._opening))
                await self._draw(self._due())
            except (DatabaseUnusable, SQLAlchemyError, NotMade) as error:
                log.warning("no first paint", cause=type(error).__name__)
                self._wanted.clear()
            await asyncio.sleep(PAUSE)

    def _opening(self) -> list[Screen]:
        """Return what the screens open on, once for each revision."""
        revision = store.revision()
        if revision == self._revision:
            return []
        self._revision = revision
        # Nobody is shown an older revision again; six of them would hold 20 MB.
        self._drawn.clear()
        visits = [visit.find("", None, spoken, LIGHT) for spoken in Language]
        return [Screen(path, each) for each in visits if each for path in VIEWS]

    def _due(self) -> list[Screen]:
        """Return what is wanted of this revision and not drawn, each once."""
        wanted = list(dict.fromkeys(self._wanted))
        self._wanted.clear()
        return [
            screen
            for screen in wanted
            if screen not in self._drawn and screen.visit.revision == self._revision
        ]

    async def _draw(self, screens: list[Screen]) -> None:
        if screens:
            said = await self._workshop.make(drawn, screens)
            self._drawn.update(zip(screens, said, strict=True))


def drawn(screens: Sequence[Screen]) -> list[Said]:
    """Return what the pages of first screens say, drawn here and now.

    Raises:
        sqlalchemy.exc.DBAPIError: The database is away.
    """
    return [*map(_said, screens)]


def screen_of(asked: Asked) -> Screen | None:
    """Return the first screen of an address; None where it asks for more than that.

    Raises:
        sqlalchemy.exc.DBAPIError: The database is away.
    """
    parts = _parts(asked)
    if asked.path not in VIEWS or not HONOURED.issuperset(parts):
        return None
    spoken = parts.get(address.LANGUAGE, Language.INDONESIAN)
    day = address.day_of(parts.get(address.DAY, ""))
    if spoken not in set(Language) or (address.DAY in parts and day is None):
        return None
    election = parts.get(address.ELECTION, "")
    found = visit.find(election, day, language_of(spoken), LIGHT)
    if found is None or election not in {"", found.election.code}:
        return None
    return Screen(asked.path, found)


def _parts(asked: Asked) -> Mapping[str, str]:
    named = parse_qs(asked.query, keep_blank_values=True)
    return {part: values[-1] for part, values in named.items()}


def _title_of(asked: Asked) -> Said | None:
    found = first_answer(asked.query)
    if found is None:
        return None
    title, sentence = found
    content = markup.content(View(key="", title=title, sentence=sentence), {})
    return Said(content=f"{markup.of_day('')}{content}", style=looks.of_first_paint())


def _said(screen: Screen) -> Said:
    language.speak(screen.visit.language)
    view = VIEWS[screen.path](edition_of(screen.visit))
    orders = drawings.orders(view, drawings.EVERY_SIZE)
    day = _("as of {day}").format(day=wording.day(screen.visit.day))
    placed = drawings.sorted_in(view, drawings.EVERY_SIZE, [*map(made, orders)])
    content = markup.content(view, placed, has_tables=False)
    return Said(content=markup.of_day(day) + content, style=looks.of_first_paint())
