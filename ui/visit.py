"""One run of the script for one visitor: which election, which day, which look."""

import os
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date

import streamlit as st

from charts.palette import DARK, LIGHT, Theme
from domain.bilingual import Language
from domain.election import Election
from ui import address, clock, store
from ui.known import Stated

THEMES = {"terang": LIGHT, "gelap": DARK}


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What a page needs to know before it reads.

    Attributes:
        revision: Data revision; every cached read is keyed by it.
        election: Election the address names, or the first one.
        day: Day the page shows.
        opens_on: Day it shows when the address names none.
        language: Language of the page.
        theme: Colours of the page.
    """

    revision: int
    election: Election
    day: date
    opens_on: date
    language: Language
    theme: Theme

    @property
    def view(self) -> tuple[str, ...]:
        """Return what a part of the page that is drawn once depends on."""
        code, day = self.election.code, self.day.isoformat()
        return str(self.revision), code, day, *self._look

    def view_of(self, *reads: Stated) -> tuple[str, ...]:
        """Return what a part of the page depends on that shows these reads alone.

        Such a part shows neither the election nor the day, and no other read.
        """
        states = (read.state(self.revision, self.day) for read in reads)
        return (*self._look, *(word for each in states for word in each.view))

    @property
    def _look(self) -> tuple[str, str]:
        return self.language.value, "dark" if self.theme is DARK else "light"

    @property
    def days_gone(self) -> tuple[int, int]:
        """Return the days gone since the stages opened, of those until voting day."""
        opened = self.election.launched_on
        length = (self.election.voting_day - opened).days + 1
        return min(max((self.day - opened).days + 1, 0), length), length

    @property
    def days_to_voting(self) -> int:
        """Return the calendar days left until voting day; negative after it."""
        return self.election.days_to_voting(self.day)


def find(
    election: str, day: date | None, language: Language, theme: Theme
) -> Visit | None:
    """Return a visit of somebody, or None while there is no election.

    Args:
        election: Code of the election; the first one stands in for an unknown code.
        day: Day it shows; None for the day that the screens open on.
        language: Language of the page.
        theme: Colours of the page.

    Raises:
        sqlalchemy.exc.DBAPIError: The database is away.
    """
    revision = store.revision()
    elections = store.all_elections(revision)
    if not elections:
        return None
    by_code = {each.code: each for each in elections}
    chosen = by_code.get(election, elections[0])
    opens_on = chosen.opens_on or clock.today(clock.office_zone(os.environ))
    return Visit(
        revision=revision,
        election=chosen,
        day=day or opens_on,
        opens_on=opens_on,
        language=language,
        theme=theme,
    )


_current: ContextVar[Visit | None] = ContextVar("visit", default=None)


def begin(visit: Visit | None) -> None:
    """Make `visit` the one that pages of this script run serve; None ends it."""
    _current.set(visit)


def current() -> Visit | None:
    """Return the visit of this script run, if the shell has begun one."""
    return _current.get()


def chosen_theme() -> Theme:
    """Return the colours the address asks for, else those of the browser."""
    asked = address.choice(address.THEME, THEMES, None)
    if asked:
        return THEMES[asked]
    return DARK if st.context.theme.type == "dark" else LIGHT
