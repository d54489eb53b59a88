"""A form of the integrity zone: kept as it is typed, checked, merged, saved."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import streamlit as st

from data_access.changes import VersionConflict
from domain.merge import merge
from domain.person import Person
from domain.violation import Violation
from ui import recording_merge
from ui.figure import plain
from ui.language import gettext as _
from ui.recording_failures import say_broken, told
from ui.recording_opened import Place, follow, forget, open_form, reason_of
from ui.recording_words import field_word
from ui.unsaved import Unsaved

ZONE = "zona-integritas"
"""What stands for an election where something is typed of none."""

NOTICE = "zone_notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What is recorded of the thing that a form is of.

    Attributes:
        row: What it is called.
        edit: What is recorded, as the form starts with it.
        version: Version of that; 0 for nothing.
        who: Finds who recorded it, and when.
        save: Stores what is typed, given why.
    """

    row: str
    edit: Any
    version: int
    who: Callable[[], tuple[str, datetime] | None]
    save: Callable[[Any, str], object]


def place_of(person: Person, item: str) -> Place:
    """Return whose form it is; what is typed in it survives a reload."""
    return Place(person=person.code, election=ZONE, item=item)


def opened(place: Place, stored: Stored) -> Unsaved[Any]:
    """Return a form as it stands, and say what was saved before."""
    typed = open_form(place, stored.edit, stored.version)
    follow(place, typed, stored.edit, stored.version)
    say_notice()
    return typed


def put(edit: Any, field: str, value: Any) -> Any:  # noqa: ANN401 - any form's
    """Return an edit with what stands in one of its fields now."""
    typed = value.strip() if type(value) is str else value  # choices stay as they are
    return replace(edit, **{field: typed})


def finish(
    place: Place,
    typed: Unsaved[Any],
    stored: Stored,
    broken: tuple[Violation, ...],
) -> None:
    """Draw the reason, what is wrong, and the button that saves or merges."""
    st.text_input(
        field_word("reason"),
        value=typed.reason,
        placeholder=_("for example: report of the division"),
        **reason_of(place),
    )
    say_broken(stored.row, broken)
    if stored.version != typed.version:
        _draw_merge(place, typed, stored)
        return
    if st.button(
        _("Save"),
        type="primary",
        key="save_zone",
        disabled=not typed.is_edited or bool(broken),
        shortcut="Ctrl+S",
    ):
        _save(place, stored, typed.mine, typed.reason)


def say_notice() -> None:
    """Say what was saved by the run before, once."""
    words = st.session_state.pop(NOTICE, None)
    if words:
        st.success(plain(words), icon=":material/check:")


def _draw_merge(place: Place, typed: Unsaved[Any], stored: Stored) -> None:
    """Show both values of each field, and save what is chosen."""
    st.warning(recording_merge.saved_words(stored.who()), icon=":material/merge:")
    choices = recording_merge.choose(place.item, typed.base, typed.mine, stored.edit)
    if st.button(_("Save what is chosen"), type="primary", key="merge_zone"):
        merged = merge(typed.base, typed.mine, stored.edit, choices)
        _save(place, stored, merged, typed.reason)


def _save(place: Place, stored: Stored, edit: Any, reason: str) -> None:  # noqa: ANN401
    """Store an edit; whatever stands in the way is said, and what was typed stays."""
    try:
        with told(stored.row):
            stored.save(edit, reason)
            forget(place)
            st.session_state[NOTICE] = _("Saved: {row}").format(row=stored.row)
            st.rerun()
    except VersionConflict:
        st.rerun()  # there is another version now, and both are shown
