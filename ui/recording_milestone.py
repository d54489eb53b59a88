"""One milestone: its form, its checks, saving, and two people on the same row."""

from dataclasses import dataclass

import streamlit as st

from data_access.changes import VersionConflict
from data_access.milestone_recording import (
    OpenedMilestone,
    record_milestone,
    who_recorded,
)
from domain.assessment import Assessment
from domain.merge import Standing, compare, merge
from domain.person import Person
from domain.recording import MilestoneEdit, check_closed, check_edit, edit_of
from ui import badges, recording_merge, store, wording
from ui.figure import plain
from ui.language import gettext as _
from ui.language import name, ngettext
from ui.recording_errand import engine, errand
from ui.recording_failures import say_broken, told
from ui.recording_form import draw_fields
from ui.recording_opened import (
    Place,
    follow,
    forget,
    key_of,
    open_form,
    reason_of,
)
from ui.recording_words import field_word
from ui.store import Overview
from ui.unsaved import Unsaved
from ui.visit import Visit

NOTICE = "recording_notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The form of a milestone as it stands.

    Attributes:
        item: The milestone.
        place: Whose form it is.
        typed: What was opened and what is typed.
        visit: Whose page it is.
        is_closed: Whether it changes by a correction only.
    """

    item: Assessment
    place: Place
    typed: Unsaved[MilestoneEdit]
    visit: Visit
    is_closed: bool


def draw(overview: Overview, item: Assessment, person: Person, visit: Visit) -> None:
    """Draw the form of a milestone and save it when asked."""
    milestone = item.milestone
    others = {each.milestone.code: each for each in overview.milestones}
    stored = edit_of(milestone)
    place = Place(person=person.code, election=visit.election.code, item=milestone.code)
    typed = open_form(place, stored, milestone.version)
    follow(place, typed, stored, milestone.version)
    st.markdown(badges.status_badge(item.status))
    st.header(plain(name(milestone.name)))
    _say_notice()
    draw_fields(place, typed.mine, others)
    st.text_input(
        field_word("reason"),
        value=typed.reason,
        placeholder=_("for example: minutes of the plenary received"),
        **reason_of(place),
    )
    plan = {key: each.milestone.predecessors for key, each in others.items()}
    broken = check_edit(milestone.code, typed.mine, plan, visit.day)
    say_broken(name(milestone.short_name), broken)
    stages = {each.stage.code: each.stage for each in overview.stages}
    form = Form(
        item=item,
        place=place,
        typed=typed,
        visit=visit,
        is_closed=bool(check_closed(milestone, stages.get(milestone.stage_code))),
    )
    if milestone.version != typed.version:
        _draw_merge(form, stored)
    else:
        _draw_save(form, has_faults=bool(broken))


def _draw_save(form: Form, *, has_faults: bool) -> None:
    typed = form.typed
    found = compare(typed.base, typed.mine, typed.base)
    changed = sum(each.standing is Standing.MINE for each in found)
    corrects = _draw_correction(form)
    with st.container(horizontal=True):
        words = ngettext("Save {count} change", "Save {count} changes", changed)
        if st.button(
            words.format(count=wording.number(changed)) if changed else _("Save"),
            type="primary",
            key=f"save_{form.item.milestone.code}",
            disabled=not changed or has_faults,
            shortcut="Ctrl+S",
        ):
            _save(form, typed.mine, typed.version, corrects=corrects)
        _offer_to_discard(form)


def _offer_to_discard(form: Form) -> None:
    if not form.typed.is_typed:
        return
    if st.button(_("Discard what was typed"), type="tertiary", key="discard"):
        forget(form.place)
        st.rerun()


def _draw_correction(form: Form) -> bool:
    """Offer to correct what is closed: its stage is done, or it is not held."""
    return form.is_closed and st.checkbox(
        _("This corrects what was recorded"),
        key=key_of(form.place.item, "corrects"),
    )


def _draw_merge(form: Form, theirs: MilestoneEdit) -> None:
    """Show both values of each field, and save what is chosen."""
    item, typed = form.item, form.typed
    opened = _opened(form, item.milestone.version)
    with store.connect() as connection:
        by = who_recorded(connection, opened)
    st.warning(recording_merge.saved_words(by), icon=":material/merge:")
    code = item.milestone.code
    choices = recording_merge.choose(code, typed.base, typed.mine, theirs)
    corrects = _draw_correction(form)
    with st.container(horizontal=True):
        if st.button(_("Save what is chosen"), type="primary", key="merge"):
            merged = merge(typed.base, typed.mine, theirs, choices)
            _save(form, merged, item.milestone.version, corrects=corrects)
        _offer_to_discard(form)


def _opened(form: Form, version: int) -> OpenedMilestone:
    return OpenedMilestone(
        election=form.visit.election.code,
        code=form.item.milestone.code,
        version=version,
    )


def _save(form: Form, edit: MilestoneEdit, version: int, *, corrects: bool) -> None:
    """Store an edit; whatever stands in the way is said, and what was typed stays."""
    row = name(form.item.milestone.short_name)
    why = errand(form.typed.reason, form.visit)
    opened = _opened(form, version)
    try:
        with told(row):
            record_milestone(engine(), why, opened, edit, corrects_closed=corrects)
            forget(form.place)
            st.session_state[NOTICE] = _("Saved: {row}").format(row=row)
            st.rerun()
    except VersionConflict:
        st.rerun()  # the milestone now has another version, and both are shown


def _say_notice() -> None:
    words = st.session_state.pop(NOTICE, None)
    if words:
        st.success(plain(words), icon=":material/check:")
