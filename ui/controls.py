"""The controls that every page carries: the day, the language, light and dark."""

from datetime import date
from html import escape

import streamlit as st

from domain.bilingual import Language
from domain.person import Person
from ui import address, wording
from ui.language import current
from ui.language import gettext as _

_LANGUAGE_NAMES = {
    Language.INDONESIAN: "Bahasa Indonesia",
    Language.ENGLISH: "English",
}

# At least 24 pixels high, as WCAG 2.2 asks of what a finger meets (2.5.8).
FINGER = "color:inherit;display:inline-block;padding:0.25rem 0"


def day_control(day: date, otherwise: date) -> None:
    """Offer the day that the page shows: a step back, a calendar, a step on, a return.

    Args:
        day: Day the page shows.
        otherwise: Day it shows when the address names none.
    """
    with st.container(
        horizontal=True, gap="xsmall", vertical_alignment="center", width="content"
    ):
        _step("back", day, -1, ":material/chevron_left:", _("Day before"))
        shown = _("as of {day}").format(day=wording.day(day))
        with st.popover(shown, icon=":material/event:"):
            st.date_input(
                _("Show the state as of"),
                value=day,
                min_value=address.FIRST_DAY,
                max_value=address.LAST_DAY,
                format="DD/MM/YYYY",
                key=f"day_{day}",
                on_change=_turn_to_picked,
                args=(f"day_{day}",),
            )
        _step("on", day, 1, ":material/chevron_right:", _("Day after"))
        if day != otherwise:
            st.button(
                _("Back to {day}").format(day=wording.short_day(otherwise)),
                key="return",
                type="tertiary",
                on_click=address.keep,
                args=(address.DAY, None),
            )


def links(person: Person | None) -> None:
    """Offer the other language, light or dark, the projector, and signing in.

    Somebody who is signed in finds their name there, which leads to their account.

    Links load the page anew, so that its language and its ground are right from the
    first byte.
    """
    other = (
        Language.ENGLISH if current() is Language.INDONESIAN else Language.INDONESIAN
    )
    is_dark = st.context.theme.type == "dark"
    language = _anchor(
        _LANGUAGE_NAMES[other], address.here(**{address.LANGUAGE: other.value})
    )
    ground = _anchor(
        _("Light") if is_dark else _("Dark"),
        address.here(**{address.THEME: "terang" if is_dark else "gelap"}),
    )
    room = _anchor(_("Projector"), address.of_projector())
    account = (
        _anchor(person.name, address.of_account(address.ACCOUNT))
        if person
        else _anchor(_("Sign in"), address.of_account(address.SIGN_IN))
    )
    st.html(f"<span>{language} · {ground} · {room} · {account}</span>", width="content")


def link(words: str, there: str) -> None:
    """Offer a link that opens in place of this page."""
    st.html(_anchor(words, there))


def _anchor(words: str, there: str) -> str:
    return f'<a href="{escape(there)}" style="{FINGER}">{escape(words)}</a>'


def _step(key: str, day: date, days: int, icon: str, words: str) -> None:
    st.button(
        "", icon=icon, key=key, help=words, on_click=address.step, args=(day, days)
    )


def _turn_to_picked(key: str) -> None:
    picked = st.session_state.get(key)
    if isinstance(picked, date):
        address.keep(address.DAY, picked.isoformat())
