"""What is drawn or made once for a view, and only repeated after."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Any, Concatenate, ParamSpec, TypeAlias, TypeVar

import streamlit as st

Given = ParamSpec("Given")
Value = TypeVar("Value")

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
        _drawn(name, view, lambda: draw(*args, **kwargs))

    return update_wrapper(drawn, draw)


def made(make: Callable[Given, Value]) -> Callable[Concatenate[View, Given], Value]:
    """Return a function that makes a value anew only for another view.

    All sessions share the value, so nobody may change it; it follows from the view.
    """
    name = _name(make)

    def found(view: View, /, *args: Given.args, **kwargs: Given.kwargs) -> Value:
        value: Value = _made(name, view, lambda: make(*args, **kwargs))
        return value

    return update_wrapper(found, make)


@st.cache_data(show_spinner=False, max_entries=512)
def _drawn(name: str, view: View, _draw: Callable[[], Any]) -> None:  # noqa: ARG001 - the key
    _draw()


@st.cache_resource(show_spinner=False, max_entries=256)
def _made(name: str, view: View, _make: Callable[[], Any]) -> Any:  # noqa: ANN401, ARG001 - the key
    return _make()


def _name(function: Callable[..., Any]) -> str:
    return f"{function.__module__}.{function.__qualname__}"
