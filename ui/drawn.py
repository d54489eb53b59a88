"""Parts of a page that are drawn once and then only sent again."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Any, Concatenate, ParamSpec, TypeAlias

import streamlit as st

Given = ParamSpec("Given")

View: TypeAlias = tuple[str, ...]
"""What a part of a page depends on: revision, election, day, language, ground, more."""


def once(draw: Callable[Given, None]) -> Callable[Concatenate[View, Given], None]:
    """Return a function that draws a part of a page anew only for another view.

    Streamlit keeps the messages of a cached function and repeats them, which spares a
    rerun the making of each element and each chart. The part holds no control, and
    everything it shows follows from the view, which its caller passes first.
    """
    name = f"{draw.__module__}.{draw.__qualname__}"

    def drawn(view: View, /, *args: Given.args, **kwargs: Given.kwargs) -> None:
        _kept(name, view, lambda: draw(*args, **kwargs))

    return update_wrapper(drawn, draw)


@st.cache_data(show_spinner=False, max_entries=512)
def _kept(name: str, view: View, _draw: Callable[[], Any]) -> None:  # noqa: ARG001 - the key
    _draw()
