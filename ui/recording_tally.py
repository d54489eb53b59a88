"""One tally: its form, its checks, submitting, deciding, and two people on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import streamlit as st

from data_access.changes import VersionConflict
from data_access.tally_recording import (
    record_tally,
    refuse_tally,
    who_recorded,
    withdraw_tally,
)
from data_access.tally_versions import OpenedTally
from domain.merge import merge
from domain.person import Permission, Person
from domain.tally import TallyOrigin, TallyState
from domain.tally_entry import Cell, RecordedTally, check_entry, tally_of
from domain.tally_moves import TallyMove, allowed_moves
from domain.verification import Phase
from ui import recording_merge, recording_versions, store, wording
from ui.figure import plain
from ui.language import gettext as _
from ui.recording_decision import Case, draw_decision
from ui.recording_errand import engine, errand
from ui.recording_failures import say_broken, told
from ui.recording_opened import Place, follow, forget, move, open_form, reason_of
from ui.recording_tally_form import TallyForm, draw_figures, form_of
from ui.recording_words import field_word, state_words
from ui.unsaved import Unsaved
from ui.visit import Visit

NOTICE = "tally_notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The tally of a cell, and who looks at it.

    Attributes:
        cell: The party, kab/kota and phase.
        row: What it is called.
        phase: Its phase.
        stored: Its newest version; None before the first.
        person: Who looks.
        visit: Whose page it is.
    """

    cell: Cell
    row: str
    phase: Phase
    stored: RecordedTally | None
    person: Person
    visit: Visit

    @property
    def state(self) -> TallyState | None:
        """Return how far it has come; None before anything was recorded."""
        return self.stored.tally.state if self.stored else None

    @property
    def opened(self) -> OpenedTally:
        """Return its newest version, as a save names it."""
        version = self.stored.version if self.stored else 0
        return OpenedTally(cell=self.cell, version=version)

    @property
    def place(self) -> Place:
        """Return which form of whom it is."""
        return Place(
            person=self.person.code, election=self.cell.election, item=self.cell
        )


def draw(tally: Tally) -> None:
    """Draw the form of a tally and save it when asked."""
    st.header(plain(tally.row))
    st.markdown(f":small[{plain(state_words(tally.state))}]")
    _say_notice()
    if _is_of_later_day(tally):
        return
    _say_simulated(tally)
    version, day = tally.opened.version, tally.visit.day
    begin = form_of(tally.stored, tally.phase, day)
    typed = open_form(tally.place, begin, version)
    follow(tally.place, typed, begin, version)
    entry = typed.mine.entry
    draw_figures(tally.place, entry)
    entered = tally_of(tally.cell, entry, state=TallyState.SUBMITTED, known_on=day)
    broken = check_entry(entered, entry.note, tally.phase)
    say_broken(tally.row, broken)
    st.text_input(field_word("reason"), value=typed.reason, **reason_of(tally.place))
    if typed.version != version:
        _draw_merge(tally, typed, begin)
        return
    if TallyMove.DRAFT in allowed_moves(tally.state):
        _draw_buttons(tally, typed, is_sound=not broken)
    if tally.person.may(Permission.DECIDE_TALLY, tally.cell.region):
        _draw_editor(tally, typed)
    _offer_to_discard(tally, typed)
    if tally.stored:
        recording_versions.draw(tally.cell)


def _is_of_later_day(tally: Tally) -> bool:
    """Say that the tally is recorded on a later day already, if it is."""
    stored = tally.stored
    if stored is None or stored.tally.known_on <= tally.visit.day:
        return False
    later = _("Later figures of {day} exist; move to that day to record.")
    st.info(later.format(day=wording.day(stored.tally.known_on)))
    return True


def _say_simulated(tally: Tally) -> None:
    if tally.stored and tally.stored.tally.origin is TallyOrigin.SIMULATED:
        st.warning(
            _(
                "These figures are simulated. Recording replaces them for this party "
                "and kab/kota."
            ),
            icon=":material/science:",
        )


def _draw_buttons(tally: Tally, typed: Unsaved[TallyForm], *, is_sound: bool) -> None:
    with st.container(horizontal=True):
        drafted = st.button(
            _("Save as draft"), key="draft", shortcut="Ctrl+S", disabled=not is_sound
        )
        submitted = st.button(
            _("Submit"), key="submit", type="primary", disabled=not is_sound
        )
    if drafted or submitted:
        why = errand(typed.reason, tally.visit)
        entry = typed.mine.entry
        with _saving(tally):
            record_tally(engine(), why, tally.opened, entry, submits=submitted)


def _draw_editor(tally: Tally, typed: Unsaved[TallyForm]) -> None:
    why = errand(typed.reason, tally.visit)
    if tally.state is TallyState.SUBMITTED and st.button(_("Send back"), key="refuse"):
        with _saving(tally):
            refuse_tally(engine(), why, tally.opened)
    if tally.state in {TallyState.SUBMITTED, TallyState.DECIDED}:
        is_decided = tally.state is TallyState.DECIDED
        case = Case(opened=tally.opened, phase=tally.phase, is_decided=is_decided)
        store_decision = draw_decision(tally.place, case, typed.mine)
        if store_decision:
            with _saving(tally):
                store_decision(why)
    if TallyMove.WITHDRAW in allowed_moves(tally.state) and st.button(
        _("Withdraw: recorded by mistake"), type="tertiary", key="withdraw"
    ):
        with _saving(tally):
            withdraw_tally(engine(), why, tally.opened)


def _draw_merge(tally: Tally, typed: Unsaved[TallyForm], theirs: TallyForm) -> None:
    """Show both values of each figure, and go on with what is chosen."""
    with store.connect() as connection:
        by = who_recorded(connection, tally.opened)
    st.warning(recording_merge.saved_words(by), icon=":material/merge:")
    rows = (typed.base.entry, typed.mine.entry, theirs.entry)
    choices = recording_merge.choose(tally.cell, *rows)
    with st.container(horizontal=True):
        if st.button(_("Go on with what is chosen"), type="primary", key="merge"):
            mine = replace(typed.mine, entry=merge(*rows, choices))
            version = tally.opened.version
            news = replace(typed, version=version, base=theirs, mine=mine)
            move(tally.place, news)
        _offer_to_discard(tally, typed)


def _offer_to_discard(tally: Tally, typed: Unsaved[TallyForm]) -> None:
    if not typed.is_typed:
        return
    if st.button(_("Discard what was typed"), type="tertiary", key="discard"):
        forget(tally.place)
        st.rerun()


@contextmanager
def _saving(tally: Tally) -> Iterator[None]:
    """Save, then show what stands; whatever is in the way is said instead."""
    try:
        with told(tally.row):
            yield
            forget(tally.place)
            st.session_state[NOTICE] = _("Saved: {row}").format(row=tally.row)
            st.rerun()
    except VersionConflict as conflict:
        words = _("{person} saved this tally meanwhile; nothing of yours was stored.")
        st.session_state[NOTICE] = words.format(person=conflict.actor or _("somebody"))
        st.rerun()


def _say_notice() -> None:
    words = st.session_state.pop(NOTICE, None)
    if words:
        st.info(plain(words), icon=":material/info:")
