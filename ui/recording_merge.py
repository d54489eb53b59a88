"""Two people on one row: both values of each field, and whose shall stand."""

import os
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import streamlit as st

from domain.merge import FieldDifference, Side, Standing, compare
from ui import clock, wording
from ui.figure import plain
from ui.language import gettext as _
from ui.recording_opened import key_of
from ui.recording_words import field_word, standing_words, value_words
from ui.unsaved import Item


def choose(item: Item, base: Any, mine: Any, theirs: Any) -> dict[str, Side]:  # noqa: ANN401 - any row
    """Offer both values of each field that differs, and return whose shall stand.

    Args:
        item: What the row is about.
        base: The row as it was opened.
        mine: The row as typed.
        theirs: The row as stored meanwhile.
    """
    return {
        each.field: _choice(item, each)
        for each in compare(base, mine, theirs)
        if each.standing is not Standing.SAME
    }


def saved_words(by: tuple[str, datetime] | None) -> str:
    """Return who saved meanwhile, and that somebody has to choose.

    Args:
        by: Who stored it, and when; None if unknown.
    """
    if by is None:
        return _("Somebody saved this meanwhile. Choose what shall stand.")
    person, at = by
    words = _(
        "{person} saved this on {moment}. Choose what shall stand; nothing that you "
        "typed is lost."
    )
    moment = wording.moment(at.astimezone(clock.office_zone(os.environ)))
    return plain(words.format(person=person, moment=moment))


def _choice(item: Item, difference: FieldDifference) -> Side:
    words: Mapping[Side, str] = {
        Side.MINE: _("Yours: {value}").format(value=value_words(difference.mine)),
        Side.THEIRS: _("Theirs: {value}").format(value=value_words(difference.theirs)),
    }
    theirs_alone = difference.standing is Standing.THEIRS
    label = _("{field} ({standing})").format(
        field=field_word(difference.field), standing=standing_words(difference.standing)
    )
    first = Side.THEIRS if theirs_alone else Side.MINE
    chosen = st.radio(
        label,
        list(Side),
        index=list(Side).index(first),
        format_func=lambda side: plain(words[side]),
        horizontal=True,
        key=key_of(item, f"side_{difference.field}"),
    )
    return chosen or first
