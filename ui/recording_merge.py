"""Two people on one milestone: both values of each field, and which shall stand."""

import os
from collections.abc import Mapping

import streamlit as st

from data_access.milestone_recording import OpenedMilestone, who_recorded
from domain.assessment import Assessment
from domain.merge import FieldDifference, Side, Standing, compare
from domain.recording import MilestoneEdit
from ui import clock, store, wording
from ui.figure import plain
from ui.language import gettext as _
from ui.recording_form import key_of
from ui.recording_words import field_word, standing_words, value_words
from ui.unsaved import Unsaved
from ui.visit import Visit


def draw_choices(
    item: Assessment, typed: Unsaved, theirs: MilestoneEdit, visit: Visit
) -> dict[str, Side]:
    """Say who saved meanwhile, and return whose value is chosen, by field.

    Args:
        item: The milestone, as it is stored now.
        typed: What was opened and what is typed.
        theirs: What is stored now.
        visit: Whose page it is.
    """
    found = compare(typed.base, typed.mine, theirs)
    st.warning(_who_saved(item, visit), icon=":material/merge:")
    return {
        each.field: _choice(item, each)
        for each in found
        if each.standing is not Standing.SAME
    }


def _choice(item: Assessment, difference: FieldDifference) -> Side:
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
        key=key_of(item.milestone.code, f"side_{difference.field}"),
    )
    return chosen or first


def _who_saved(item: Assessment, visit: Visit) -> str:
    stored = OpenedMilestone(
        election=visit.election.code,
        code=item.milestone.code,
        version=item.milestone.version,
    )
    with store.connect() as connection:
        found = who_recorded(connection, stored)
    if found is None:
        return _("Somebody saved this milestone meanwhile. Choose what shall stand.")
    person, at = found
    words = _(
        "{person} saved this milestone on {moment}. Choose what shall stand; nothing "
        "that you typed is lost."
    )
    moment = wording.moment(at.astimezone(clock.office_zone(os.environ)))
    return plain(words.format(person=person, moment=moment))
