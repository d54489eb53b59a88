"""One save for all that is typed into the table: checked, merged, all or nothing."""

from collections.abc import Mapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data_access.changes import VersionConflict
from data_access.milestone_recording import (
    MilestoneEntry,
    OpenedMilestone,
    record_milestones,
    who_recorded,
)
from domain.merge import merge
from domain.recording import MilestoneEdit, check_closed, check_edit, edit_of
from ui import recording_table, store, wording
from ui.figure import plain
from ui.language import gettext as _
from ui.language import name, ngettext
from ui.recording_errand import engine, errand
from ui.recording_failures import say_broken, told_rows
from ui.recording_merge import choose, saved_words
from ui.recording_opened import Place, forget, key_of
from ui.recording_pending import Pending
from ui.recording_words import field_word
from ui.store import Overview
from ui.unsaved import Unsaved

NOTICE, CONFLICT = "recording_grid_notice", "recording_grid_conflict"


def say_outcome() -> None:
    """Say, once, what became of the last save."""
    words = st.session_state.pop(NOTICE, None)
    if words:
        st.success(plain(words), icon=":material/check:")
    conflict = st.session_state.pop(CONFLICT, None)
    if conflict:
        st.warning(plain(conflict), icon=":material/merge:")


def draw_save(overview: Overview, pending: Pending, bar: DeltaGenerator) -> None:
    """Draw what stands in the way of a save, and in the bar the reason and the button.

    Args:
        overview: Everything known on the day of the page.
        pending: What is typed.
        bar: Place of the reason and the buttons, above the table: whoever types in a
            long table has them in view.
    """
    edits = _draw_merges(pending)
    has_faults = _say_faults(overview, edits, pending)
    corrects = _draw_correction(overview, pending)
    typed = list(pending.typed)
    if typed:
        words = _("Not saved yet: {names}.").format(names=pending.names(typed))
        st.markdown(f":small[{plain(words)}]")
    with bar:
        reason = st.text_input(
            field_word("reason"),
            key=key_of("table", "reason"),
            label_visibility="collapsed",
            placeholder=_("One reason for all that is saved"),
            width=330,
        )
    is_asked = _draw_button(pending, bar, is_sound=bool(edits) and not has_faults)
    with bar:
        if typed and st.button(
            _("Discard what was typed"), type="tertiary", key="discard_table"
        ):
            _forget(pending)
            recording_table.close()
            st.rerun()
    if is_asked:
        _save(pending, edits, reason, corrects=corrects)


def _draw_button(pending: Pending, bar: DeltaGenerator, *, is_sound: bool) -> bool:
    """Return whether to save, asked under the choices where there is one to make.

    That is a button of its own, and another one for each version that is stored: who
    asked to save before they saw another's value has not chosen yet.
    """
    if pending.stale:
        versions = [
            f"{code}_{pending.items[code].milestone.version}" for code in pending.stale
        ]
        return st.button(
            _("Save what is chosen"),
            type="primary",
            key=f"merge_table_{'_'.join(versions)}",
            disabled=not is_sound,
        )
    count = len(pending.typed)
    words = ngettext("Save {count} milestone", "Save {count} milestones", count)
    return bar.button(
        words.format(count=wording.number(count)) if count else _("Save"),
        type="primary",
        key="save_table",
        disabled=not is_sound,
        shortcut="Ctrl+S",
    )


def _draw_merges(pending: Pending) -> dict[str, MilestoneEdit]:
    """Return what is to be saved, by code: as typed, or as chosen of two people's."""
    edits = {code: each.mine for code, each in pending.typed.items()}
    for code in pending.stale:
        item, typed = pending.items[code], pending.typed[code]
        theirs = edit_of(item.milestone)
        with st.container(border=True):
            st.header(plain(name(item.milestone.short_name)))
            st.warning(_saved_by(pending, code), icon=":material/merge:")
            choices = choose(code, typed.base, typed.mine, theirs)
        edits[code] = merge(typed.base, typed.mine, theirs, choices)
    return edits


def _saved_by(pending: Pending, code: str) -> str:
    milestone = pending.items[code].milestone
    stored = OpenedMilestone(
        election=pending.visit.election.code, code=code, version=milestone.version
    )
    with store.connect() as connection:
        return saved_words(who_recorded(connection, stored))


def _say_faults(
    overview: Overview, edits: Mapping[str, MilestoneEdit], pending: Pending
) -> bool:
    """Say which rows break rules, and return whether any does."""
    plan = {
        item.milestone.code: item.milestone.predecessors for item in overview.milestones
    } | {code: edit.predecessors for code, edit in edits.items()}
    faults = {
        code: check_edit(code, edit, plan, pending.visit.day)
        for code, edit in edits.items()
    }
    for code, broken in faults.items():
        say_broken(name(pending.items[code].milestone.short_name), broken)
    return any(faults.values())


def _draw_correction(overview: Overview, pending: Pending) -> bool:
    """Offer to correct what is closed, where something of it is typed."""
    stages = {each.stage.code: each.stage for each in overview.stages}
    closed = [
        code
        for code in pending.typed
        for milestone in [pending.items[code].milestone]
        if check_closed(milestone, stages.get(milestone.stage_code))
    ]
    if not closed:
        return False
    words = _("This corrects what was recorded: {names}")
    return st.checkbox(
        plain(words.format(names=pending.names(closed))),
        key=key_of("table", "corrects"),
    )


def _save(
    pending: Pending,
    edits: Mapping[str, MilestoneEdit],
    reason: str,
    *,
    corrects: bool,
) -> None:
    """Store all edits or none; whatever is in the way is said, and all typed stays."""
    election = pending.visit.election.code
    entries = [
        MilestoneEntry(
            opened=OpenedMilestone(
                election=election,
                code=code,
                version=pending.items[code].milestone.version,
            ),
            edit=edit,
            corrects_closed=corrects,
        )
        for code, edit in edits.items()
    ]
    words = _("Saved: {names}")
    row_names = {
        code: name(item.milestone.short_name) for code, item in pending.items.items()
    }
    try:
        with told_rows(row_names):
            record_milestones(
                engine(), errand(reason, pending.visit), election, entries
            )
            st.session_state[NOTICE] = words.format(names=pending.names(list(edits)))
            _forget(pending)
            _settle(pending, edits)
            st.rerun()
    except VersionConflict as conflict:
        st.session_state[CONFLICT] = _conflict_words(conflict, row_names)
        st.rerun()  # a milestone now has another version, and both are shown


def _conflict_words(conflict: VersionConflict, names: Mapping[str, str]) -> str:
    code = (conflict.stored or {}).get("milestone_code", "")
    row = names.get(code, code)
    words = _("{person} saved {row} meanwhile. Nothing was stored; choose below.")
    return words.format(person=conflict.actor or _("somebody"), row=row)


def _forget(pending: Pending) -> None:
    """Drop what was typed, and the reason for it."""
    election = pending.visit.election.code
    for code in pending.typed:
        forget(Place(person=pending.person.code, election=election, item=code))


def _settle(pending: Pending, edits: Mapping[str, MilestoneEdit]) -> None:
    """Go on with the table; open it anew where another value than the typed stands."""
    if any(edit != pending.typed[code].mine for code, edit in edits.items()):
        recording_table.close()
        return
    saved = {
        code: Unsaved(
            version=pending.items[code].milestone.version + 1, base=edit, mine=edit
        )
        for code, edit in edits.items()
    }
    recording_table.settle(saved)
