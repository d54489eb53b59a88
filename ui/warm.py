"""Makes everything once that the first visitor would otherwise wait for."""

import importlib
import os
import pkgutil
from datetime import date
from pathlib import Path

from charts.bars import bars
from charts.daily import DailyFrame, daily
from charts.gauge import Badge, Dial, Gauge, dial, gauge
from charts.integrity_survey import element_bars
from charts.palette import DARK, LIGHT, Theme
from charts.party import ladder
from charts.summary import Countdown, countdown, strip
from charts.time_axis import Window
from charts.timeline import GanttView, gantt
from charts.verification import grid
from domain.assessment import Status
from domain.bilingual import Language
from ui import clock, language, store

HERE = Path(__file__).parent
ANY_DAY = date(2022, 1, 1)
# What Streamlit imports only while it draws a first logo, icon or page.
IMPORTED_LATE = (
    "numpy",
    "PIL.ImageFile",
    "streamlit.material_icon_names",
    "streamlit.web.skills",
)


def warm() -> None:
    """Load modules and catalogues, build the shapes, and read what the home shows.

    Raises:
        DBAPIError: The database does not answer.
    """
    _load_modules()
    for spoken in Language:
        language.speak(spoken)
        language.gettext("Summary")
        for theme in (LIGHT, DARK):
            _build_shapes(theme, spoken)
    _read_home()


def _load_modules() -> None:
    own = [f"ui.{module.name}" for module in pkgutil.iter_modules([str(HERE)])]
    for module in (*IMPORTED_LATE, *own):
        importlib.import_module(module)


def _build_shapes(theme: Theme, spoken: Language) -> None:
    view = GanttView(window=Window(first=ANY_DAY, last=ANY_DAY), today=ANY_DAY)
    track = Countdown(days=0, headline="", subline="", progress=0, footnote="")
    gantt([], view, theme=theme, language=spoken)
    strip([], view, ("", ""), theme=theme, language=spoken)
    countdown(track, theme=theme, language=spoken)
    daily([], DailyFrame(words={}), theme=theme, language=spoken)
    dial(Dial(share=None, number="", under=""), theme=theme)
    done = Badge(status=Status.DONE, word="")
    gauge(Gauge(title="", share=None, number="", under="", badge=done), theme=theme)
    grid([], [], theme=theme)
    ladder([], 0, "", theme=theme)
    element_bars([], {}, theme=theme)
    bars([], theme=theme)


def _read_home() -> None:
    revision = store.revision()
    for election in store.all_elections(revision):
        day = election.opens_on or clock.today(clock.office_zone(os.environ))
        store.changes(revision, election, election.code, day)
