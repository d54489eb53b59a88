"""What the page's address says: the day, the language, and every filter.

Streamlit forgets the query string when a visitor turns to another page, so the parts
that all pages share are kept in the session and written back.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from urllib.parse import urlencode, urlsplit

import streamlit as st

from domain.bilingual import Language, language_of
from ui.language import gettext as _

DAY, LANGUAGE, ELECTION, THEME = "tanggal", "bahasa", "pemilu", "tema"
SHARED = (DAY, LANGUAGE, ELECTION, THEME)
LOOK = (LANGUAGE, THEME)
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)

# Pages of the server itself; a link to one loads it in place of the dashboard.
SIGN_IN, ACCOUNT, PASSWORD = "/masuk", "/keluar", "/sandi"
PROJECTOR = "/layar"

# What a show in a hall is asked for.
SHEETS, SECONDS, PAST = "lembar", "detik", "tayangan"
SHORTEST, USUAL, LONGEST = 5, 20, 600
"""Seconds that a sheet may stand, and those it stands when nobody chooses."""

_MISUNDERSTOOD = "misunderstood"


def carry_over() -> None:
    """Write the shared parts of the address back after a turn to another page."""
    kept = st.session_state.setdefault("address", {})
    for part in SHARED:
        if part in st.query_params:
            kept[part] = st.query_params[part]
        elif part in kept:
            st.query_params[part] = kept[part]


def keep(part: str, value: str | None) -> None:
    """Set one part of the address; None removes it."""
    kept = st.session_state.setdefault("address", {})
    kept.pop(part, None)
    if value is None:
        st.query_params.pop(part, None)
        return
    st.query_params[part] = value
    if part in SHARED:
        kept[part] = value


def language() -> Language:
    """Return the language the address asks for; Indonesian when it asks for none."""
    asked = st.query_params.get(LANGUAGE)
    if asked is not None and asked not in set(Language):
        misunderstand(LANGUAGE, asked)
    return language_of(asked or "")


def day(otherwise: date) -> date:
    """Return the day the address asks for, within a century; else `otherwise`."""
    return day_in(DAY) or otherwise


def day_in(part: str) -> date | None:
    """Return the day that a part of the address names, within a century."""
    asked = st.query_params.get(part)
    if asked is None:
        return None
    named = day_of(asked)
    if named is None:
        misunderstand(part, asked)
    return named


def day_of(asked: str) -> date | None:
    """Return the day that a text names, within a century; None for any other text."""
    try:
        named = date.fromisoformat(asked)
    except ValueError:
        return None
    return named if FIRST_DAY <= named <= LAST_DAY else None


def number_in(part: str, most: int) -> int | None:
    """Return the number from 1 to `most` that a part of the address names."""
    asked = st.query_params.get(part)
    if asked is None:
        return None
    is_plain = asked.isascii() and asked.isdigit() and len(asked) <= len(str(most))
    if not is_plain or not 1 <= int(asked) <= most:
        misunderstand(part, asked)
        return None
    return int(asked)


def choice(part: str, allowed: Iterable[str], otherwise: str | None) -> str | None:
    """Return a filter of the address if it is allowed, else `otherwise`."""
    asked = st.query_params.get(part)
    if asked is None:
        return otherwise
    if asked not in set(allowed):
        misunderstand(part, asked)
        return otherwise
    return asked


def choices(part: str, allowed: Iterable[str]) -> list[str]:
    """Return the allowed values of a filter that takes several, each once."""
    permitted = set(allowed)
    asked = list(dict.fromkeys(st.query_params.get_all(part)))
    understood = [value for value in asked if value in permitted]
    unknown = [value for value in asked if value not in permitted]
    if unknown:
        misunderstand(part, unknown[0])
        if understood:
            st.query_params[part] = understood
    return understood


def misunderstand(part: str, value: str) -> None:
    """Note that the address asked for something unknown, and take it out."""
    st.session_state.setdefault(_MISUNDERSTOOD, []).append((part, value[:40]))
    keep(part, None)


def say_misunderstood() -> None:
    """Tell, once, which parts of the address were not understood."""
    for part, value in st.session_state.pop(_MISUNDERSTOOD, []):
        message = _(
            "The address asked for {part} “{value}”, which does not exist here."
        )
        shown = "".join(c for c in value if c.isalnum() or c in "-_. ")
        st.info(message.format(part=part, value=shown), icon=":material/info:")


def here(**changes: str | None) -> str:
    """Return the address of this view with some parts changed; None removes one."""
    parts = {part: st.query_params.get_all(part) for part in st.query_params}
    parts |= {part: [value] for part, value in changes.items() if value is not None}
    kept = {
        part: values
        for part, values in parts.items()
        if changes.get(part, "") is not None
    }
    return f"?{urlencode(kept, doseq=True)}"


def of_projector() -> str:
    """Return the address of the projector, with the day and language of this view."""
    go_along = shared()
    go_along.pop(THEME, None)
    return f"{PROJECTOR}?{urlencode(go_along)}" if go_along else PROJECTOR


def of_account(page: str) -> str:
    """Return the address of a page of the server that leads back to this view."""
    look = {part: st.query_params[part] for part in LOOK if part in st.query_params}
    path = urlsplit(st.context.url or "").path or "/"
    return f"{page}?{urlencode(look | {'next': path + here().rstrip('?')})}"


def parts() -> tuple[str, ...]:
    """Return the whole address, as a key that tells two views apart."""
    named = ((part, st.query_params.get_all(part)) for part in st.query_params)
    return tuple(f"{part}={'+'.join(values)}" for part, values in sorted(named))


def shared() -> dict[str, str]:
    """Return the parts of the address that go along to another page."""
    return {part: st.query_params[part] for part in SHARED if part in st.query_params}


def step(from_day: date, days: int) -> None:
    """Move the day of the address, staying within a century."""
    moved = min(max(from_day + timedelta(days), FIRST_DAY), LAST_DAY)
    keep(DAY, moved.isoformat())
