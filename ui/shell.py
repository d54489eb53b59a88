"""The frame around every page: language, navigation, day, and the visit itself."""

from dataclasses import replace
from typing import Literal

import streamlit as st
from sqlalchemy.exc import DBAPIError
from streamlit.navigation.page import Page

from charts.palette import DARK
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
    # A stranger is offered no page for staff, but may be sent there by a link.
    for_staff: Literal["visible", "hidden"] = (
        "visible" if access.may_be_signed_in() else "hidden"
    )
    return st.navigation(
        [
            st.Page("pages/summary.py", title=_("Summary"), default=True),
            st.Page("pages/timeline.py", title=_("Timeline"), url_path="linimasa"),
            st.Page(
                "pages/verification.py",
                title=_("Party verification"),
                url_path="partai",
            ),
            st.Page(
                "pages/integrity.py",
                title=_("Integrity zone"),
                url_path="zona-integritas",
            ),
            st.Page(
                "pages/recording.py",
                title=_("Recording"),
                url_path="pembaruan",
                visibility=for_staff,
            ),
            st.Page(
                "pages/integrity_recording.py",
                title=_("Record the integrity zone"),
                url_path="catat-zona",
                visibility=for_staff,
            ),
            st.Page(
                "pages/importing.py",
                title=_("Import"),
                url_path="impor",
                visibility=for_staff,
            ),
            st.Page(
                "pages/reconciliation.py",
                title=_("Data checks"),
                url_path="pemeriksaan",
                visibility=for_staff,
            ),
            st.Page(
                "pages/projection.py",
                title=_("Show in a hall"),
                url_path="tayang",
                visibility=for_staff,
            ),
            st.Page("pages/history.py", title=_("History"), url_path="riwayat"),
        ],
        position="top",
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
