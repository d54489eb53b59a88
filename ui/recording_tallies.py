"""Tallies of one kab/kota and phase: entered, submitted, decided."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import date

import streamlit as st

from data_access.changes import VersionConflict
from data_access.staff_tallies import read_recorded_tallies
from data_access.tally_recording import record_tally, refuse_tally
from data_access.tally_versions import OpenedTally
from domain.party import DecisionKind, DecisionResult, Party
from domain.person import Permission, Person
from domain.region import Region
from domain.tally import TallyOrigin, TallyState
from domain.tally_entry import (
    Cell,
    RecordedTally,
    TallyEntry,
    check_entry,
    tally_of,
)
from domain.tally_moves import TallyMove, allowed_moves
from domain.verification import Phase
from ui import badges, filters, lines, live, store, wording
from ui.figure import plain
from ui.language import gettext as _
from ui.language import name
from ui.recording_decision import draw_decision
from ui.recording_errand import engine, errand
from ui.recording_failures import say_broken, told
from ui.recording_form import begin_anew, key_of
from ui.recording_tally_form import draw_figures, is_typed, key_of_cell
from ui.recording_words import field_word, state_words
from ui.store import Overview
from ui.verification_views import PARTY, PHASE, REGION
from ui.visit import Visit

COLUMNS = (
    "members", "sample", "visited", "met", "eligible", "correctable", "ineligible",
)  # fmt: skip
NOTICE = "tally_notice"


def draw(overview: Overview, person: Person, visit: Visit) -> None:
    """Draw the tallies of the chosen kab/kota and phase, and the form of one."""
    own = [
        each
        for each in overview.regencies
        if person.may(Permission.RECORD_TALLY, each.code)
    ]
    if not overview.phases or not own:
        unknown = _("No phase is known on this day.")
        st.info(_("You record for no kab/kota.") if overview.phases else unknown)
        return
    with st.container(horizontal=True):
        phase = _choose_phase(overview)
        region = _choose_region(own)
        parties = {each.code: each for each in taking_part(overview)}
        party = parties[_choose_party(parties)]
    with store.connect() as connection:
        # The newest of all: a save names its version, whatever day the page shows.
        newest = read_recorded_tallies(
            connection, visit.election.code, phase.code, date.max, region=region.code
        )
    recorded = {each.tally.party_code: each for each in newest}
    # On a phone the form comes first.
    form_side, table_side = st.columns([1, 1.15], gap="medium")
    with table_side:
        _draw_table(parties.values(), recorded)
    cell = Cell(
        election=visit.election.code,
        phase=phase.code,
        party=party.code,
        region=region.code,
    )
    row = _("{party} in {region}").format(party=party.short_name, region=region.title)
    with form_side, st.container(border=True):
        _draw_form(cell, row, phase, recorded.get(party.code), person, visit)


def _choose_phase(overview: Overview) -> Phase:
    phases = {phase.code: phase for phase in overview.phases}
    words = {code: name(phase.name) for code, phase in phases.items()}
    latest = list(phases)[-1]
    return phases[
        filters.from_list(PHASE, words, latest, label=field_word("phase_code"))
    ]


def _choose_region(own: list[Region]) -> Region:
    regions = {each.code: each for each in own}
    words = {code: each.title for code, each in regions.items()}
    first = own[0].code
    return regions[filters.from_list(REGION, words, first, label=_("Kab/kota"))]


def taking_part(overview: Overview) -> list[Party]:
    """Return the parties whose registration was accepted; all before any was."""
    accepted = [
        party
        for party in overview.parties
        if (found := party.latest(DecisionKind.REGISTRATION))
        and found.result is DecisionResult.ACCEPTED
    ]
    return accepted or list(overview.parties)


def _choose_party(parties: Mapping[str, Party]) -> str:
    words = {code: each.short_name for code, each in parties.items()}
    return filters.from_list(PARTY, words, next(iter(words)), label=_("Party"))


def _draw_table(
    parties: Collection[Party], recorded: Mapping[str, RecordedTally]
) -> None:
    heads = [_("Party"), *map(field_word, COLUMNS), _("State")]
    rows = [(each.short_name, *_figures(recorded.get(each.code))) for each in parties]
    lines.table(heads, rows)


def _figures(tally: RecordedTally | None) -> tuple[str, ...]:
    if tally is None or tally.tally.state is TallyState.WITHDRAWN:
        return ("–",) * (len(COLUMNS) + 1)
    counts = [getattr(tally.tally, field) or 0 for field in COLUMNS]
    is_simulated = tally.tally.origin is TallyOrigin.SIMULATED
    mark = badges.simulated_words(is_simulated=is_simulated)
    return (*map(wording.number, counts), state_words(tally.tally.state) + mark)


def _draw_form(  # noqa: PLR0913 - a tally, its words, and who looks
    cell: Cell,
    row: str,
    phase: Phase,
    stored: RecordedTally | None,
    person: Person,
    visit: Visit,
) -> None:
    st.subheader(plain(row))
    state = stored.tally.state if stored else None
    st.markdown(f":small[{plain(state_words(state))}]")
    _say_notice()
    if stored and stored.tally.known_on > visit.day:
        later = _("Later figures of {day} exist; move to that day to record.")
        st.info(later.format(day=wording.day(stored.tally.known_on)))
        return
    if stored and stored.tally.origin is TallyOrigin.SIMULATED:
        st.warning(
            _(
                "These figures are simulated. Recording replaces them for this party "
                "and kab/kota."
            ),
            icon=":material/science:",
        )
    entry = draw_figures(cell, stored, visit.day)
    entered = tally_of(cell, entry, state=TallyState.SUBMITTED, known_on=visit.day)
    broken = check_entry(entered, entry.note, phase)
    say_broken(row, broken)
    opened = OpenedTally(cell=cell, version=stored.version if stored else 0)
    reason = st.text_input(
        field_word("reason"), max_chars=500, key=key_of(key_of_cell(cell), "reason")
    )
    if reason or is_typed(entry, stored, visit.day):
        live.hold()
    if TallyMove.DRAFT in allowed_moves(state):
        _draw_buttons(opened, row, entry, reason, visit, is_sound=not broken)
    if person.may(Permission.DECIDE_TALLY, cell.region):
        _draw_editor(opened, row, phase, entry, state, reason, visit)


def _draw_buttons(  # noqa: PLR0913 - a tally, its words, and what was typed
    opened: OpenedTally,
    row: str,
    entry: TallyEntry,
    reason: str,
    visit: Visit,
    *,
    is_sound: bool,
) -> None:
    with st.container(horizontal=True):
        drafted = st.button(
            _("Save as draft"), key="draft", shortcut="Ctrl+S", disabled=not is_sound
        )
        submitted = st.button(
            _("Submit"), key="submit", type="primary", disabled=not is_sound
        )
    if drafted or submitted:
        with _saving(row):
            record_tally(
                engine(), errand(reason, visit), opened, entry, submits=submitted
            )


def _draw_editor(  # noqa: PLR0913 - a tally, its words, and what was typed
    opened: OpenedTally,
    row: str,
    phase: Phase,
    entry: TallyEntry,
    state: TallyState | None,
    reason: str,
    visit: Visit,
) -> None:
    if state is TallyState.SUBMITTED and st.button(_("Send back"), key="refuse"):
        with _saving(row):
            refuse_tally(engine(), errand(reason, visit), opened)
    if state in {TallyState.SUBMITTED, TallyState.DECIDED}:
        store_decision = draw_decision(
            opened, phase, entry, visit, is_decided=state is TallyState.DECIDED
        )
        if store_decision:
            with _saving(row):
                store_decision(errand(reason, visit))


@contextmanager
def _saving(row: str) -> Iterator[None]:
    """Save, then show what stands; whatever is in the way is said instead."""
    try:
        with told(row):
            yield
            begin_anew()
            st.session_state[NOTICE] = _("Saved: {row}").format(row=row)
            st.rerun()
    except VersionConflict as conflict:
        words = _(
            "{person} saved this tally meanwhile. The form shows what stands now; what "
            "you typed is kept in the fields."
        )
        st.session_state[NOTICE] = words.format(person=conflict.actor or _("somebody"))
        st.rerun()


def _say_notice() -> None:
    words = st.session_state.pop(NOTICE, None)
    if words:
        st.info(plain(words), icon=":material/info:")
