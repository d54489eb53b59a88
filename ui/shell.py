"""The frame around every page: language, navigation, day, and the visit itself."""

from copy import copy
from dataclasses import replace
from functools import cache
from typing import Literal

import streamlit as st
from sqlalchemy.exc import DBAPIError
from streamlit.navigation.page import Page

from charts.palette import DARK
from domain.bilingual import Language
from ui import (
    access,
    address,
    controls,
    empty,
    errors,
    language,
    live,
    store,
    visit,
)
from ui.language import gettext as _


def run() -> None:
    """Draw the page that the visitor asked for, inside the frame."""
    st.set_page_config(page_title="Pantau Tahapan", layout="wide")
    visit.begin(None)
    address.carry_over()
    language.speak(address.language())
    page = _navigation()
    try:
        begun = _visit()
        looking = access.session()
    except DBAPIError:
        errors.database_away()
        return
    if begun is None:
        empty.say_what_next()
        live.draw(store.revision())
        return
    visit.begin(begun)
    with st.container(
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
    ):
        controls.day_control(begun.day, begun.opens_on)
        controls.links(looking.person if looking else None)
    notices = st.container()
    with notices:
        address.say_misunderstood()
    _draw(page, begun.revision)
    # A page reads its own parts of the address; what it did not understand is said
    # by the same run.
    with notices:
        address.say_misunderstood()


def _draw(page: Page, revision: int) -> None:
    """Draw the page, and at its end what keeps it up to date."""
    live.begin()
    try:
        page.run()
    except Exception:
        # A page that fails is run anew, too, once there is something new.
        live.draw(revision)
        raise
    live.draw(revision)


def _navigation() -> Page:
    theme = "dark" if visit.chosen_theme() is DARK else "light"
    st.logo(f"/app/static/logo_{theme}.svg", size="large")
    pages = _pages(language.current(), for_staff=access.may_be_signed_in())
    # Copies, because Streamlit marks the page that is shown.
    return st.navigation([*map(copy, pages)], position="top")


@cache
def _pages(spoken: Language, *, for_staff: bool) -> tuple[Page, ...]:  # noqa: ARG001 - titles follow the language
    """Return the pages; made once, because each looks its file up.

    A stranger is offered no page for staff, but may be sent there by a link.
    """
    shown: Literal["visible", "hidden"] = "visible" if for_staff else "hidden"

    def staff_page(file: str, title: str, path: str) -> Page:
        return st.Page(f"pages/{file}", title=title, url_path=path, visibility=shown)

    def public_page(file: str, title: str, path: str) -> Page:
        return st.Page(f"pages/{file}", title=title, url_path=path)

    return (
        st.Page("pages/summary.py", title=_("Summary"), default=True),
        public_page("timeline.py", _("Timeline"), "linimasa"),
        public_page("verification.py", _("Party verification"), "partai"),
        public_page("integrity.py", _("Integrity zone"), "zona-integritas"),
        staff_page("recording.py", _("Recording"), "pembaruan"),
        staff_page(
            "integrity_recording.py", _("Record the integrity zone"), "catat-zona"
        ),
        staff_page("importing.py", _("Import"), "impor"),
        staff_page("reconciliation.py", _("Data checks"), "pemeriksaan"),
        staff_page("projection.py", _("Show in a hall"), "tayang"),
        public_page("history.py", _("History"), "riwayat"),
    )


def _visit() -> visit.Visit | None:
    """Return what this run is about, or None while there is no election."""
    asked = st.query_params.get(address.ELECTION, "")
    found = visit.find(asked, None, language.current(), visit.chosen_theme())
    if found is None:
        return None
    # Another election than the one asked for stands in for an unknown one: say so.
    address.choice(address.ELECTION, [found.election.code], None)
    return replace(found, day=address.day(found.opens_on))
