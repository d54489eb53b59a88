"""Riwayat: putting back what stood there before a writing or an entry."""

import os
from collections.abc import Callable

import streamlit as st
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from data_access import database
from data_access.changes import VersionConflict
from data_access.recording import Errand, NotPermitted, SignedOut
from data_access.undoing import (
    RESTORABLE,
    NotUndone,
    TooMany,
    Undone,
    undo_entry,
    undo_writing,
)
from domain.history import Entry
from domain.violation import Refused
from ui import (
    access,
    address,
    clock,
    history_store,
    history_undo_words,
    history_words,
    live,
)
from ui.figure import plain
from ui.history_page import BEFORE, KIND, PERSON, SINCE, UNTIL, WRITING, Chosen
from ui.history_words import Names
from ui.language import gettext as _
from ui.recording_words import field_word
from ui.visit import Visit

ENTRY = "undo_entry"
NOTICE = "undo_notice"
GENERATION = "undo_generation"


def offer(entry: Entry) -> None:
    """Offer to undo one entry, where such records may be put back."""
    if entry.table not in RESTORABLE:
        return
    st.button(
        _("Undo this entry"),
        key=f"undo_{entry.number}",
        icon=":material/undo:",
        type="tertiary",
        on_click=_choose,
        args=(entry.number,),
    )


def draw(visit: Visit, chosen: Chosen, names: Names) -> None:
    """Ask for the reason of what is to be undone, and say what became of the last."""
    _say_notice(names)
    number = st.session_state.get(ENTRY)
    entry = history_store.entry(visit.revision, number) if number else None
    if entry:
        _draw_entry(visit, entry, names)
    elif chosen.writing:
        _draw_writing(visit, chosen.writing.newest.batch, names)


def _draw_entry(visit: Visit, entry: Entry, names: Names) -> None:
    with st.container(border=True, key="undo_of_entry"):
        words = _("Undo entry {number}: {item}").format(
            number=entry.number, item=history_words.item_words(entry, names)
        )
        st.markdown(f"**{plain(words)}**")
        reason = _ask_reason()
        with_later = st.checkbox(
            _("Undo what was recorded on it since, too"), key=_key("later")
        )
        with st.container(horizontal=True):
            is_asked = _ask()
            st.button(_("Cancel"), key="undo_cancel", on_click=_choose, args=(None,))
    if is_asked:
        _try(
            lambda engine, errand: undo_entry(
                engine, errand, entry.number, with_later=with_later
            ),
            _errand(visit, reason),
            names,
        )


def _draw_writing(visit: Visit, batch: int, names: Names) -> None:
    with st.expander(_("Undo this writing"), icon=":material/undo:"):
        reason = _ask_reason()
        partly = st.checkbox(_("Undo what can be undone"), key=_key("partly"))
        is_asked = _ask()
    if is_asked:
        _try(
            lambda engine, errand: undo_writing(engine, errand, batch, partly=partly),
            _errand(visit, reason),
            names,
        )


def _ask_reason() -> str:
    reason = st.text_input(field_word("reason"), key=_key("reason"))
    if reason:
        live.hold()
    return reason


def _ask() -> bool:
    return st.button(_("Undo this"), key="undo", type="primary")


def _errand(visit: Visit, reason: str) -> Errand:
    zone = clock.office_zone(os.environ)
    return Errand(
        identify=access.identify(),
        reason=reason,
        at=clock.now(zone),
        known_on=visit.day,
    )


def _try(
    undo: Callable[[Engine, Errand], Undone], errand: Errand, names: Names
) -> None:
    """Undo it and show the new writing, or say what stands against it."""
    engine = database.engine_for(database.url_from(os.environ))
    try:
        done = undo(engine, errand)
    except NotUndone as stopped:
        st.error(
            history_undo_words.stopped_words(stopped.refusals, names),
            icon=":material/block:",
        )
    except (
        *(Refused, SignedOut, NotPermitted, TooMany),
        *(VersionConflict, DBAPIError),
    ) as failure:
        st.error(history_undo_words.failure_words(failure), icon=":material/error:")
    else:
        _choose(None)
        st.session_state[NOTICE] = done
        # Filters might hide what was just written.
        for part in (BEFORE, PERSON, KIND, SINCE, UNTIL):
            address.keep(part, None)
        address.keep(WRITING, str(done.writing))
        st.rerun()


def _say_notice(names: Names) -> None:
    done: Undone | None = st.session_state.pop(NOTICE, None)
    if done is None:
        return
    st.success(history_undo_words.done_words(done), icon=":material/check:")
    if done.refusals:
        st.warning(
            history_undo_words.left_words(done.refusals, names),
            icon=":material/rule:",
        )


def _choose(number: int | None) -> None:
    """Turn to an entry, or away from it; what was typed for another is forgotten."""
    st.session_state[ENTRY] = number
    st.session_state[GENERATION] = st.session_state.get(GENERATION, 0) + 1


def _key(field: str) -> str:
    return f"undo_{field}_{st.session_state.get(GENERATION, 0)}"
