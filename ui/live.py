"""Open screens follow what staff record: the page's half of it.

A page carries the state of the data that it shows, in the key of a button: one message
of each run, where an element of its own and its container were three. `static/live.js`
asks the server for the latest state (`web/live.py`) and presses the button on a change,
which runs the page anew like any other click: in place, with its filters and its scroll
position. While something typed is unsaved, it shows the button instead of pressing it.
"""

import os
from contextvars import ContextVar
from datetime import date

import streamlit as st

from ui import access, clock, store
from ui.language import gettext as _

KEY = "live"
"""How the key begins: the class `st-key-live-…` in `static/live.js`, `web/page.py`."""

EVERY, EVERY_FOR_STAFF = 1500, 1000  # milliseconds between two questions

_held: ContextVar[bool] = ContextVar("held", default=False)


def latest() -> str:
    """Return the state of the data now; changes with every write and every day.

    Raises:
        sqlalchemy.exc.DBAPIError: The database is away.
    """
    return state_of(store.revision(), _today())


def state_of(revision: int, today: date) -> str:
    """Return what tells the data of one moment from those of another."""
    return f"{revision}-{today.isoformat()}"


def begin() -> None:
    """Let the page follow, until it says that it holds something unsaved."""
    _held.set(False)


def hold() -> None:
    """Keep this page as it is until whoever types asks for the new figures."""
    _held.set(True)


def draw(revision: int) -> None:
    """Draw the button that the script in the browser looks for; it is not shown yet.

    Args:
        revision: Data revision that the page shows.
    """
    every = EVERY_FOR_STAFF if access.may_be_signed_in() else EVERY
    held = "-held" if _held.get() else ""
    st.button(
        _("New figures: show them"),
        key=f"{KEY}-{state_of(revision, _today())}-{every}{held}",
        type="primary",
        icon=":material/sync:",
    )


def _today() -> date:
    return clock.today(clock.office_zone(os.environ))
