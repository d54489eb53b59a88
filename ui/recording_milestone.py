"""One milestone: its form, its checks, saving, and two people on the same row."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from data_access.changes import VersionConflict
from data_access.milestone_recording import (
    OpenedMilestone,
    record_milestone,
    who_recorded,
)
from domain.assessment import Assessment
from domain.merge import FieldDifference, Side, Standing, compare, merge
from domain.person import Person
from domain.recording import MilestoneEdit, check_edit, edit_of
from ui import badges, clock, live, store, unsaved, wording
from ui.figure import plain
from ui.language import gettext as _
from ui.language import name, ngettext
from ui.recording_errand import engine, errand
from ui.recording_failures import say_broken, told
from ui.recording_form import begin_anew, draw_fields, key_of
from ui.recording_words import field_word, standing_words, value_words
from ui.store import Overview
from ui.unsaved import Unsaved
from ui.visit import Visit

NOTICE, BEGUN = "recording_notice", "recording_begun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The form of a milestone as it stands.

    Attributes:
        item: The milestone.
        typed: What was opened and what is typed.
        reason: Why, as typed.
        person: Who types.
        visit: Whose page it is.
    """

    item: Assessment
    typed: Unsaved
    reason: str
    person: Person
    visit: Visit


def draw(overview: Overview, item: Assessment, person: Person, visit: Visit) -> None:
    """Draw the form of a milestone and save it when asked."""
    code, election = item.milestone.code, visit.election.code
    others = {each.milestone.code: each for each in overview.milestones}
    stored = edit_of(item.milestone)
    opened = unsaved.find(person.code, election, code) or _opened(election, item)
    st.markdown(badges.status_badge(item.status))
    st.subheader(plain(name(item.milestone.name)))
    _say_notice()
    mine = draw_fields(code, opened.mine, others)
    if mine == opened.base and item.milestone.version != opened.version:
        _show_what_stands(election, code)
    typed = Unsaved(version=opened.version, base=opened.base, mine=mine)
    unsaved.keep(person.code, election, code, typed)
    reason = st.text_input(
        field_word("reason"),
        max_chars=500,
        key=key_of(code, "reason"),
        placeholder=_("for example: minutes of the plenary received"),
    )
    if reason or mine != typed.base:
        live.hold()
    plan = {key: each.milestone.predecessors for key, each in others.items()}
    broken = check_edit(code, mine, plan, visit.day)
    say_broken(name(item.milestone.short_name), broken)
    form = Form(item=item, typed=typed, reason=reason, person=person, visit=visit)
    if item.milestone.version != opened.version:
        _draw_merge(form, stored)
    else:
        _draw_save(form, has_faults=bool(broken))


def _opened(election: str, item: Assessment) -> Unsaved:
    """Return what the fields of this session began with; at first, what is stored.

    A page that runs anew keeps it: a colleague may have saved since, and what was
    typed belongs to the version that its author saw.
    """
    stored = edit_of(item.milestone)
    begun = st.session_state.setdefault(BEGUN, {})
    now = Unsaved(version=item.milestone.version, base=stored, mine=stored)
    opened: Unsaved = begun.setdefault((election, item.milestone.code), now)
    return opened


def _show_what_stands(election: str, code: str) -> None:
    """Let the fields begin with what a colleague saved: nothing is typed in them."""
    st.session_state.get(BEGUN, {}).pop((election, code), None)
    begin_anew()
    st.rerun()


def _draw_save(form: Form, *, has_faults: bool) -> None:
    item, typed = form.item, form.typed
    found = compare(typed.base, typed.mine, typed.base)
    changed = sum(each.standing is Standing.MINE for each in found)
    corrects = _draw_correction(item)
    with st.container(horizontal=True):
        words = ngettext("Save {count} change", "Save {count} changes", changed)
        if st.button(
            words.format(count=wording.number(changed)) if changed else _("Save"),
            type="primary",
            key=f"save_{item.milestone.code}",
            disabled=not changed or has_faults,
            shortcut="Ctrl+S",
        ):
            _save(form, typed.mine, typed.version, corrects=corrects)
        if changed:
            _offer_to_discard(form)


def _offer_to_discard(form: Form) -> None:
    if st.button(_("Discard what was typed"), type="tertiary", key="discard"):
        _forget(form)
        st.rerun()


def _draw_correction(item: Assessment) -> bool:
    """Offer to correct what is closed: it was done or is not held."""
    if not (item.status.is_done or not item.status.is_held):
        return False
    return st.checkbox(
        _("This corrects what was recorded"),
        key=key_of(item.milestone.code, "corrects"),
    )


def _draw_merge(form: Form, theirs: MilestoneEdit) -> None:
    """Show both values of each field, and save what is chosen."""
    item, typed = form.item, form.typed
    found = compare(typed.base, typed.mine, theirs)
    st.warning(_who_saved(item, form.visit), icon=":material/merge:")
    choices = {
        each.field: _choice(item, each)
        for each in found
        if each.standing is not Standing.SAME
    }
    corrects = _draw_correction(item)
    with st.container(horizontal=True):
        if st.button(_("Save what is chosen"), type="primary", key="merge"):
            merged = merge(typed.base, typed.mine, theirs, choices)
            _save(form, merged, item.milestone.version, corrects=corrects)
        _offer_to_discard(form)


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


def _save(form: Form, edit: MilestoneEdit, version: int, *, corrects: bool) -> None:
    """Store an edit; whatever stands in the way is said, and what was typed stays."""
    item, visit = form.item, form.visit
    opened = OpenedMilestone(
        election=visit.election.code, code=item.milestone.code, version=version
    )
    row = name(item.milestone.short_name)
    why = errand(form.reason, visit)
    try:
        with told(row):
            record_milestone(engine(), why, opened, edit, corrects_closed=corrects)
            _forget(form)
            st.session_state[NOTICE] = _("Saved: {row}").format(row=row)
            st.rerun()
    except VersionConflict:
        st.rerun()  # the milestone now has another version, and both are shown


def _forget(form: Form) -> None:
    election, code = form.visit.election.code, form.item.milestone.code
    unsaved.drop(form.person.code, election, code)
    st.session_state.get(BEGUN, {}).pop((election, code), None)
    begin_anew()


def _say_notice() -> None:
    words = st.session_state.pop(NOTICE, None)
    if words:
        st.success(plain(words), icon=":material/check:")
