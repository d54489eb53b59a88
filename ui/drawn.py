"""What is drawn or made once for a view, and only repeated after."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Any, Concatenate, ParamSpec, TypeAlias, TypeVar

import streamlit as st

from ui.kept import forgotten_with, kept_by

Given = ParamSpec("Given")
Value = TypeVar("Value")

DRAWN = 256  # parts of pages, the longest unused gives way

View: TypeAlias = tuple[str, ...]
"""What a part of a page depends on: revision, election, day, language, ground, more."""


def once(draw: Callable[Given, None]) -> Callable[Concatenate[View, Given], None]:
    """Return a function that draws a part of a page anew only for another view.

    Streamlit keeps the messages of a cached function and repeats them, which spares a
    rerun the making of each element and each chart. The part holds no control, and
    everything it shows follows from the view, which its caller passes first.
    """
    name = _name(draw)

    def drawn(view: View, /, *args: Given.args, **kwargs: Given.kwargs) -> None:
        # One text, given by name: Streamlit finds the value of that the fastest.
        _drawn(key="\n".join((name, *view)), _draw=lambda: draw(*args, **kwargs))

    return update_wrapper(drawn, draw)


def made(make: Callable[Given, Value]) -> Callable[Concatenate[View, Given], Value]:
    """Return a function that makes a value anew only for another view.

    All sessions share the value, so nobody may change it; it follows from the view.
    """

    @kept_by(_view_of)
    def found(_: View, /, *args: Given.args, **kwargs: Given.kwargs) -> Value:
        return make(*args, **kwargs)

    return update_wrapper(found, make)


@st.cache_resource(show_spinner=False, max_entries=DRAWN)
def _drawn(key: str, _draw: Callable[[], Any]) -> None:  # noqa: ARG001 - the key
    _draw()


forgotten_with(_drawn.clear)


def _view_of(view: View, /, *_: object, **__: object) -> View:
    return view


def _name(function: Callable[..., Any]) -> str:
    return f"{function.__module__}.{function.__qualname__}"
