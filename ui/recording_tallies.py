"""Tallies of one kab/kota and phase: chosen, seen at a glance, and the form of one."""

from collections.abc import Collection, Mapping
from datetime import date

import streamlit as st

from data_access.staff_tallies import read_recorded_tallies
from domain.party import DecisionKind, DecisionResult, Party
from domain.person import Permission, Person
from domain.region import Region
from domain.tally import TallyOrigin, TallyState
from domain.tally_entry import Cell, RecordedTally
from domain.verification import Phase
from ui import badges, filters, lines, recording_tally, store, unsaved, wording
from ui.language import gettext as _
from ui.language import name
from ui.recording_words import field_word, state_words
from ui.store import Overview
from ui.verification_views import PARTY, PHASE, REGION
from ui.visit import Visit

COLUMNS = (
    "members", "sample", "visited", "met", "eligible", "correctable", "ineligible",
)  # fmt: skip
UNSAVED = "●"


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
    typed = unsaved.cells_of(person.code, visit.election.code)
    with st.container(horizontal=True):
        phase = _choose_phase(overview, typed)
        region = _choose_region(own, typed)
        parties = {each.code: each for each in taking_part(overview)}
        party = parties[_choose_party(parties, phase, region, typed)]
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
        recording_tally.draw(
            recording_tally.Tally(
                cell=cell,
                row=row,
                phase=phase,
                stored=recorded.get(party.code),
                person=person,
                visit=visit,
            )
        )


def taking_part(overview: Overview) -> list[Party]:
    """Return the parties whose registration was accepted; all before any was."""
    accepted = [
        party
        for party in overview.parties
        if (found := party.latest(DecisionKind.REGISTRATION))
        and found.result is DecisionResult.ACCEPTED
    ]
    return accepted or list(overview.parties)


def _choose_phase(overview: Overview, typed: Collection[Cell]) -> Phase:
    phases = {phase.code: phase for phase in overview.phases}
    marked = {each.phase for each in typed}
    words = {code: name(phase.name) for code, phase in phases.items()}
    latest = list(phases)[-1]
    chosen = filters.from_list(
        PHASE, _marked(words, marked), latest, label=field_word("phase_code")
    )
    return phases[chosen]


def _choose_region(own: list[Region], typed: Collection[Cell]) -> Region:
    regions = {each.code: each for each in own}
    marked = {each.region for each in typed}
    words = {code: each.title for code, each in regions.items()}
    first = own[0].code
    return regions[
        filters.from_list(REGION, _marked(words, marked), first, label=_("Kab/kota"))
    ]


def _choose_party(
    parties: Mapping[str, Party],
    phase: Phase,
    region: Region,
    typed: Collection[Cell],
) -> str:
    here = (phase.code, region.code)
    marked = {each.party for each in typed if (each.phase, each.region) == here}
    words = {code: each.short_name for code, each in parties.items()}
    first = next(iter(words))
    return filters.from_list(PARTY, _marked(words, marked), first, label=_("Party"))


def _marked(words: Mapping[str, str], marked: Collection[str]) -> dict[str, str]:
    """Return words of which those with something unsaved carry a mark."""
    return {
        code: f"{UNSAVED} {word}" if code in marked else word
        for code, word in words.items()
    }


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
