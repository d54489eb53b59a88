"""What stands in the way of a save, in words; what was typed stays."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import streamlit as st
from sqlalchemy.exc import DBAPIError

from data_access.milestone_recording import RowsRefused
from data_access.recording import NotPermitted, SignedOut
from domain.violation import Refused, Violation
from ui.figure import plain
from ui.language import gettext as _
from ui.recording_words import violation_words

FAILURES = (Refused, SignedOut, NotPermitted, DBAPIError)
"""What may stand in the way of a save of one row."""


@contextmanager
def told(row: str) -> Iterator[None]:
    """Say why a save of a row was refused, instead of letting the page fail."""
    try:
        yield
    except FAILURES as failure:
        say(row, failure)


def say(row: str, failure: Exception) -> None:
    """Say why a save of a row was refused."""
    if isinstance(failure, Refused):
        say_broken(row, failure.violations)
    else:
        st.error(_failure_words(failure), icon=":material/error:")


@contextmanager
def told_rows(names: Mapping[str, str]) -> Iterator[None]:
    """Say why a save of several milestones was refused, row by row.

    Args:
        names: What each milestone is called, by its code.
    """
    try:
        with told(_("Nothing was saved")):
            yield
    except RowsRefused as refused:
        for code, broken in refused.rows.items():
            say_broken(names.get(code, code), broken)


def say_broken(row: str, broken: tuple[Violation, ...]) -> None:
    """Name the row, the field and the value of whatever breaks a rule."""
    if not broken:
        return
    lines = "\n".join(f"- {plain(violation_words(each))}" for each in broken)
    st.error(f"**{plain(row)}**\n\n{lines}", icon=":material/rule:")


def _failure_words(failure: Exception) -> str:
    match failure:
        case SignedOut():
            return _(
                "Your session has ended. Sign in again in another tab, then save; "
                "what you typed stays here."
            )
        case NotPermitted():
            return _("You may not record this.")
        case _:
            return _(
                "The database does not answer. Nothing was stored; what you typed "
                "stays here. Save again in a moment."
            )
