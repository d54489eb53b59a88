"""Tayang: the choice of sheets, the checks, the button, and what was shown before."""

import os
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

import streamlit as st

from domain.projection import Draft, Projection
from ui import address, clock, projection_store, projection_words, wording
from ui.address import LONGEST, PAST, SECONDS, SHEETS, SHORTEST, USUAL
from ui.figure import plain
from ui.language import gettext as _
from ui.language import ngettext
from ui.recording_failures import told
from ui.visit import Visit

OCCASION, OUTCOME = "projection_occasion", "projection_outcome"


def choose_sheets(words: Mapping[str, str]) -> Sequence[str]:
    """Offer the sheets and return the chosen ones in their order; none means all.

    Args:
        words: What each sheet is called, by its name in an address.
    """
    named = st.query_params.get(SHEETS, "")
    asked = list(dict.fromkeys(filter(None, named.split(","))))
    for stranger in [each for each in asked if each not in words][:1]:
        address.misunderstand(SHEETS, stranger)
    chosen = [each for each in asked if each in words] or list(words)
    st.session_state[f"filter_{SHEETS}"] = chosen
    st.multiselect(
        _("Sheets, in the order they are shown"),
        list(words),
        format_func=lambda name: words[name],
        key=f"filter_{SHEETS}",
        on_change=_write_sheets,
        args=(list(words),),
    )
    return chosen


def choose_seconds() -> int:
    """Offer how long a sheet stands and return the seconds."""
    asked = address.number_in(SECONDS, LONGEST) or USUAL
    st.session_state[f"filter_{SECONDS}"] = max(asked, SHORTEST)
    st.number_input(
        _("Seconds a sheet stands"),
        min_value=SHORTEST,
        max_value=LONGEST,
        step=5,
        width=200,
        key=f"filter_{SECONDS}",
        on_change=_write_seconds,
    )
    return max(asked, SHORTEST)


def site() -> str:
    """Return the address of this site as the visitor's browser names it."""
    here = urlsplit(st.context.url or "")
    return f"{here.scheme}://{here.netloc}" if here.netloc else ""


def draw_checks(draft: Draft, sheets: Mapping[str, str]) -> None:
    """Show what each check found, and where."""
    st.header(_("Checks before the show"))
    outcomes = draft.preflight.outcomes
    lines = [projection_words.outcome_line(each, sheets) for each in outcomes]
    st.markdown("  \n".join(lines))


def offer(draft: Draft, visit: Visit) -> None:
    """Offer a preview and the button that stores the sheets once all is green."""
    is_green = draft.preflight.is_green
    occasion = st.text_input(
        _("Occasion"), key=OCCASION, placeholder=_("Open plenary meeting"), width=480
    )
    with st.container(horizontal=True):
        pressed = st.button(
            _("Show"),
            key="projection_save",
            type="primary",
            icon=":material/present_to_all:",
            disabled=not is_green,
        )
        st.link_button(
            _("Preview"),
            f"{address.PROJECTOR}?{draft.wish}",
            icon=":material/visibility:",
        )
    if not is_green:
        words = projection_words.reason_words(draft.preflight)
        st.warning(plain(words), icon=":material/block:")
    elif pressed:
        _save(draft, occasion, visit)
    _say_outcome()


def draw_past(shows: Sequence[Projection]) -> None:
    """Show what was shown before, each with the way to open it again."""
    st.header(_("Shown before"))
    if not shows:
        st.caption(_("Nothing was shown yet."))
    for each in shows:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(_past_words(each), width="stretch")
            st.link_button(
                _("Open"), address_of(each.number), icon=":material/open_in_new:"
            )


def address_of(number: int) -> str:
    """Return the address that shows a past show unchanged."""
    return f"{address.PROJECTOR}?{PAST}={number}"


def _past_words(each: Projection) -> str:
    at = each.at.astimezone(clock.office_zone(os.environ))
    checks = len(each.looked_at)
    passed = ngettext("{count} check passed", "{count} checks passed", checks)
    facts = (
        wording.moment(at),
        plain(each.presenter),
        _("as of {day}").format(day=wording.short_day(each.day)),
        _("revision {number}").format(number=wording.number(each.revision)),
        passed.format(count=wording.number(checks)),
    )
    return f"**{plain(each.occasion)}**  \n{' · '.join(facts)}"


def _save(draft: Draft, occasion: str, visit: Visit) -> None:
    with told(_("Occasion")):
        st.session_state[OUTCOME] = projection_store.save(draft, occasion, visit)
    if OUTCOME in st.session_state:
        st.rerun()


def _say_outcome() -> None:
    """Say, once, that a show was stored; another run has read it by then."""
    number = st.session_state.pop(OUTCOME, None)
    if number is None:
        return
    st.success(_("The sheets are stored and stay as they are."))
    st.link_button(
        _("Show these sheets on the wall"),
        address_of(number),
        icon=":material/open_in_new:",
    )


def _write_sheets(all_sheets: Sequence[str]) -> None:
    chosen = st.session_state[f"filter_{SHEETS}"]
    is_usual = not chosen or list(chosen) == list(all_sheets)
    address.keep(SHEETS, None if is_usual else ",".join(chosen))


def _write_seconds() -> None:
    seconds = st.session_state[f"filter_{SECONDS}"]
    address.keep(SECONDS, None if seconds == USUAL else str(seconds))
