"""Open screens follow what staff record: the page's half of it.

A page carries the state of the data that it shows. `static/live.js` asks the server
for the latest one (`web/live.py`) and presses the button below on a change, which runs
the page anew like any other click: in place, with its filters and its scroll position.
While something typed is unsaved, it shows the button instead of pressing it.
"""

import os
from contextvars import ContextVar
from datetime import date
from html import escape

import streamlit as st

from ui import access, clock, store
from ui.language import gettext as _

KEY = "live"
"""Identity of the block: the class `st-key-live` in `static/live.js`, `web/page.py`."""

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
    """Draw what the script in the browser looks for; nothing of it shows as yet.

    Args:
        revision: Data revision that the page shows.
    """
    every = EVERY_FOR_STAFF if access.may_be_signed_in() else EVERY
    state = escape(state_of(revision, _today()))
    held = " data-held" if _held.get() else ""
    with st.container(key=KEY):
        st.html(f'<span data-state="{state}" data-every="{every}"{held}></span>')
        st.button(
            _("New figures: show them"),
            key="show_new",
            type="primary",
            icon=":material/sync:",
        )


def _today() -> date:
    return clock.today(clock.office_zone(os.environ))
