"""Filters whose state is the page's address, so that a link reopens the same view."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from ui import address, wording
from ui.language import gettext as _


def one_of(part: str, words: Mapping[str, str], otherwise: str, *, label: str) -> str:
    """Offer one of a few choices side by side and return the chosen one.

    Args:
        part: Name in the address.
        words: What each value is called on the page.
        otherwise: Value when the address names none; it is left out of the address.
        label: What is chosen, for those who do not see the row.
    """
    chosen = address.choice(part, words, otherwise) or otherwise
    key = f"filter_{part}"
    st.session_state[key] = chosen
    st.segmented_control(
        label,
        list(words),
        format_func=lambda value: words[value],
        key=key,
        required=True,
        label_visibility="collapsed",
        on_change=_write_one,
        args=(part, key, otherwise),
    )
    return chosen


def from_list(
    part: str,
    words: Mapping[str, str],
    otherwise: str,
    *,
    label: str,
    ends: str | None = None,
) -> str:
    """Offer one of many choices in a list and return the chosen one.

    Args:
        part: Name in the address.
        words: What each value is called on the page.
        otherwise: Value when the address names none; it is left out of the address.
        label: What is chosen, for those who do not see the list.
        ends: Part of the address that another choice takes out.
    """
    chosen = address.choice(part, words, otherwise) or otherwise
    key = f"filter_{part}"
    st.session_state[key] = chosen
    st.selectbox(
        label,
        list(words),
        format_func=lambda value: words[value],
        key=key,
        label_visibility="collapsed",
        width=280,
        on_change=_write_one,
        args=(part, key, otherwise, ends),
    )
    return chosen


def days(since: str, until: str, *, label: str, ends: str) -> tuple[date | None, ...]:
    """Offer the first and the last day of a range and return both.

    Args:
        since: Name of the first day in the address.
        until: Name of the last day in the address.
        label: What the range is called while it has no end.
        ends: Part of the address that another choice takes out.
    """
    first, last = address.day_in(since), address.day_in(until)
    if first and last and last < first:
        address.misunderstand(until, last.isoformat())
        last = None
    shown = wording.span(first, last) if first or last else label
    with st.popover(shown, icon=":material/date_range:"):
        for part, chosen, words in (
            (since, first, _("From")),
            (until, last, _("Until, inclusive")),
        ):
            key = f"filter_{part}_{chosen}"
            st.date_input(
                words,
                value=chosen,
                min_value=address.FIRST_DAY,
                max_value=address.LAST_DAY,
                format="DD/MM/YYYY",
                key=key,
                on_change=_write_day,
                args=(part, key, ends),
            )
    return first, last


def open_one(part: str, words: Mapping[str, str], *, label: str) -> None:
    """Offer a list to open one of, for those who do not pick in the chart."""
    key = f"open_{part}"
    st.selectbox(
        label,
        list(words),
        index=None,
        format_func=lambda value: words[value],
        placeholder=label,
        key=key,
        label_visibility="collapsed",
        width=240,
        on_change=_open,
        args=(part, key),
    )


def some_of(part: str, words: Mapping[str, str], *, label: str) -> Sequence[str]:
    """Offer several choices at once and return the chosen ones; none means all."""
    chosen = address.choices(part, words)
    key = f"filter_{part}"
    st.session_state[key] = chosen
    st.pills(
        label,
        list(words),
        selection_mode="multi",
        format_func=lambda value: words[value],
        key=key,
        label_visibility="collapsed",
        wrap=True,
        on_change=_write_some,
        args=(part, key),
    )
    return chosen


def say_how_to_give() -> None:
    """Say below a field for a file what its own English words say.

    Streamlit translates none of them.
    """
    st.caption(
        _(
            "Drop the file on the field above or choose it with the button; at most "
            "5 MB. After a reload the file has to be given again."
        )
    )


def _open(part: str, key: str) -> None:
    address.keep(part, st.session_state[key])


def _write_one(part: str, key: str, otherwise: str, ends: str | None = None) -> None:
    chosen = st.session_state[key]
    address.keep(part, None if chosen == otherwise else chosen)
    if ends:
        address.keep(ends, None)


def _write_day(part: str, key: str, ends: str) -> None:
    picked = st.session_state[key]
    address.keep(part, picked.isoformat() if isinstance(picked, date) else None)
    address.keep(ends, None)


def _write_some(part: str, key: str) -> None:
    chosen = st.session_state[key]
    if chosen:
        st.query_params[part] = chosen
    else:
        address.keep(part, None)
