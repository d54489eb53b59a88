"""Makes everything once that the first visitor would otherwise wait for."""

import os
from datetime import date

from charts.daily import DailyFrame, daily
from charts.gauge import Dial, Gauge, dial, gauge
from charts.palette import DARK, LIGHT, Theme
from charts.party import bullets, ladder
from charts.summary import Countdown, countdown, strip
from charts.time_axis import Window
from charts.timeline import GanttView, gantt
from charts.verification import grid
from domain.assessment import Status
from domain.bilingual import Language
from ui import clock, language, store

ANY_DAY = date(2022, 1, 1)


def warm() -> None:
    """Load the catalogues, build every chart's shape, and read what the home shows.

    Raises:
        DBAPIError: The database does not answer.
    """
    for spoken in Language:
        language.speak(spoken)
        language.gettext("Summary")
        for theme in (LIGHT, DARK):
            _build_shapes(theme, spoken)
    _read_home()


def _build_shapes(theme: Theme, spoken: Language) -> None:
    view = GanttView(window=Window(first=ANY_DAY, last=ANY_DAY), today=ANY_DAY)
    track = Countdown(days=0, headline="", subline="", progress=0, footnote="")
    gantt([], view, theme=theme, language=spoken)
    strip([], view, ("", ""), theme=theme, language=spoken)
    countdown(track, theme=theme, language=spoken)
    daily([], DailyFrame(words={}), theme=theme, language=spoken)
    dial(Dial(share=None, number="", under=""), theme=theme)
    gauge(Gauge(share=None, number="", under="", status=Status.DONE), theme=theme)
    grid([], [], theme=theme)
    ladder([], 0, "", theme=theme)
    bullets([], theme=theme)


def _read_home() -> None:
    revision = store.revision()
    for election in store.all_elections(revision):
        day = election.opens_on or clock.today(clock.office_zone(os.environ))
        store.changes(revision, election, election.code, day)
