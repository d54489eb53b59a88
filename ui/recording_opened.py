"""The form that a session shows: what it was opened with, and what is typed in it.

What stands in the fields is compared with what was recorded when they were first drawn,
never with what somebody else stored meanwhile: that would look as if it were typed.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import streamlit as st

from ui import unsaved
from ui.unsaved import Item, Typed, Unsaved

OPENED, GENERATION = "recording_opened", "recording_generation"

Put: TypeAlias = Callable[[Typed, str, Any], Typed]
"""Returns the values of a form with another value of one field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A form of somebody.

    Attributes:
        person: Code of who fills it in.
        election: Code of the election.
        item: What it is about.
    """

    person: str
    election: str
    item: Item


def open_form(place: Place, stored: Typed, version: int) -> Unsaved[Typed]:
    """Return a form as it stands: as typed, else as recorded.

    Args:
        place: Which form.
        stored: What is recorded.
        version: Version of that.
    """
    form = shown(place)
    if form:
        return form
    typed = unsaved.find(place.person, place.election, place.item)
    form = typed or Unsaved(version=version, base=stored, mine=stored)
    begin_anew()
    st.session_state[OPENED] = (place, form)
    return form


def shown(place: Place) -> Unsaved[Any] | None:
    """Return the form that this session shows, as it stands; None if another one is."""
    opened: tuple[Place, Unsaved[Any]] | None = st.session_state.get(OPENED)
    return opened[1] if opened and opened[0] == place else None


def field_of(place: Place, field: str, put: Put[Any]) -> dict[str, Any]:
    """Return the arguments of a field's widget that keep what is typed into it.

    They keep it before the page is drawn: nothing is lost when that fails, or when the
    same click leads away from the form.
    """
    key = key_of(place.item, field)
    return {"key": key, "on_change": _note, "args": (place, field, key, put)}


def reason_of(place: Place) -> dict[str, Any]:
    """Return the arguments of the widget of the reason, likewise."""
    key = key_of(place.item, "reason")
    return {"key": key, "on_change": _note_reason, "args": (place, key)}


def follow(place: Place, form: Unsaved[Typed], stored: Typed, version: int) -> None:
    """Let a form in which no value is typed begin with what is recorded by now.

    A reason that was typed stays.
    """
    is_newest = (form.version, form.base) == (version, stored)
    if not form.is_edited and not is_newest:
        move(place, replace(form, version=version, base=stored, mine=stored))


def move(place: Place, form: Unsaved[Any]) -> None:
    """Let the fields of a form begin with other values; the run begins again."""
    _keep(place, form)
    begin_anew()
    st.rerun()


def go_on(place: Place, form: Unsaved[Typed]) -> None:
    """Let a form go on after a save of what stands in its fields; ask a reason anew.

    The fields stay as they are, so that a browser draws none of them anew and whatever
    is typed meanwhile stays. For the callback of a button only: a field takes another
    value from the session before it is drawn.
    """
    unsaved.drop(place.person, place.election, place.item)
    st.session_state[key_of(place.item, "reason")] = ""
    saved = Unsaved(version=form.version + 1, base=form.mine, mine=form.mine)
    st.session_state[OPENED] = (place, saved)


def forget(place: Place) -> None:
    """Forget what was typed, as when it is discarded."""
    unsaved.drop(place.person, place.election, place.item)
    close()
    begin_anew()


def close() -> None:
    """Let the next form begin with what is typed and stored by then."""
    st.session_state.pop(OPENED, None)


def key_of(item: Item, field: str) -> str:
    """Return the identity of a field; a new generation forgets what stands in it."""
    generation = st.session_state.get(GENERATION, 0)
    return f"record_{_name_of(item)}_{field}_{generation}"


def begin_anew() -> None:
    """Let every field begin with what its form says."""
    st.session_state[GENERATION] = st.session_state.get(GENERATION, 0) + 1


def _name_of(item: Item) -> str:
    if isinstance(item, str):
        return item
    return f"{item.election}_{item.phase}_{item.party}_{item.region}"


def _note(place: Place, field: str, key: str, put: Put[Any]) -> None:
    form = shown(place)
    if form:
        mine = put(form.mine, field, st.session_state[key])
        _keep(place, replace(form, mine=mine))


def _note_reason(place: Place, key: str) -> None:
    form = shown(place)
    if form:
        _keep(place, replace(form, reason=st.session_state[key]))


def _keep(place: Place, form: Unsaved[Any]) -> None:
    st.session_state[OPENED] = (place, form)
    unsaved.keep(place.person, place.election, place.item, form)
