"""One milestone: its form, its checks, saving, and two people on the same row."""

from dataclasses import dataclass, replace

import streamlit as st

from data_access.changes import VersionConflict
from data_access.milestone_recording import (
    OpenedMilestone,
    record_milestone,
    who_recorded,
)
from domain.assessment import Assessment
from domain.bilingual import Bilingual
from domain.merge import Standing, compare, merge
from domain.person import Person
from domain.recording import MilestoneEdit, check_closed, check_edit, edit_of
from ui import badges, recording_merge, store, wording
from ui.figure import plain
from ui.language import gettext as _
from ui.language import name, ngettext
from ui.recording_errand import engine, errand
from ui.recording_failures import FAILURES, say, say_broken
from ui.recording_form import draw_fields
from ui.recording_opened import (
    Place,
    follow,
    forget,
    go_on,
    key_of,
    open_form,
    reason_of,
    shown,
)
from ui.recording_words import field_word
from ui.store import Overview
from ui.unsaved import Unsaved
from ui.visit import Visit

OUTCOME = "recording_outcome"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a save, to be said by the run that draws the page after it.

    Attributes:
        row: What the milestone is called.
        failure: What stood in the way; None when it was saved.
    """

    row: Bilingual
    failure: Exception | None


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
    outcome: Outcome | None = st.session_state.pop(OUTCOME, None)
    # There also while it holds nothing, so that nothing below it changes its place.
    with st.container():
        _say_saved(outcome)
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
    _say_failure(outcome)


def _draw_save(form: Form, *, has_faults: bool) -> None:
    typed = form.typed
    found = compare(typed.base, typed.mine, typed.base)
    changed = sum(each.standing is Standing.MINE for each in found)
    _draw_correction(form)
    with st.container(horizontal=True):
        words = ngettext("Save {count} change", "Save {count} changes", changed)
        st.button(
            words.format(count=wording.number(changed)) if changed else _("Save"),
            type="primary",
            key=f"save_{form.item.milestone.code}",
            disabled=not changed or has_faults,
            shortcut="Ctrl+S",
            on_click=_save,
            args=(form,),
        )
        _offer_to_discard(form)


def _offer_to_discard(form: Form) -> None:
    if not form.typed.is_typed:
        return
    if st.button(_("Discard what was typed"), type="tertiary", key="discard"):
        forget(form.place)
        st.rerun()


def _draw_correction(form: Form) -> None:
    """Offer to correct what is closed: its stage is done, or it is not held."""
    if form.is_closed:
        st.checkbox(_("This corrects what was recorded"), key=_correction_of(form))


def _correction_of(form: Form) -> str:
    return key_of(form.place.item, "corrects")


def _draw_merge(form: Form, theirs: MilestoneEdit) -> None:
    """Show both values of each field, and save what is chosen."""
    item, typed = form.item, form.typed
    opened = _opened(form, item.milestone.version)
    with store.connect() as connection:
        by = who_recorded(connection, opened)
    st.warning(recording_merge.saved_words(by), icon=":material/merge:")
    code = item.milestone.code
    choices = recording_merge.choose(code, typed.base, typed.mine, theirs)
    _draw_correction(form)
    with st.container(horizontal=True):
        if st.button(_("Save what is chosen"), type="primary", key="merge"):
            merged = merge(typed.base, typed.mine, theirs, choices)
            news = replace(typed, version=item.milestone.version, mine=merged)
            if _store(form, news):
                forget(form.place)
            st.rerun()
        _offer_to_discard(form)


def _opened(form: Form, version: int) -> OpenedMilestone:
    return OpenedMilestone(
        election=form.visit.election.code,
        code=form.item.milestone.code,
        version=version,
    )


def _save(form: Form) -> None:
    """Save what stands in the fields.

    This is the button's callback: the page is drawn once, with what was saved in it.
    """
    typed = shown(form.place)  # with what the same click took out of a field
    if typed and typed.is_edited and _store(form, typed):
        go_on(form.place, typed)
        if form.is_closed:
            st.session_state[_correction_of(form)] = False


def _store(form: Form, typed: Unsaved[MilestoneEdit]) -> bool:
    """Store what is typed and return whether that went well; nothing typed is lost.

    No words here: a callback comes before the page knows its language.
    """
    opened, failure = _opened(form, typed.version), None
    corrects = form.is_closed and st.session_state[_correction_of(form)]
    why = errand(typed.reason, form.visit)
    try:
        record_milestone(engine(), why, opened, typed.mine, corrects_closed=corrects)
    except VersionConflict:
        return False  # the milestone now has another version, and both are shown
    except FAILURES as met:
        failure = met
    row = form.item.milestone.short_name
    st.session_state[OUTCOME] = Outcome(row=row, failure=failure)
    return failure is None


def _say_saved(outcome: Outcome | None) -> None:
    if outcome and not outcome.failure:
        words = _("Saved: {row}").format(row=name(outcome.row))
        st.success(plain(words), icon=":material/check:")


def _say_failure(outcome: Outcome | None) -> None:
    if outcome and outcome.failure:
        say(name(outcome.row), outcome.failure)
