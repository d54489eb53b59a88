"""The three views of Verifikasi Partai: all parties, one party, one kab/kota."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from charts.daily import daily
from charts.gauge import dial
from charts.party import bullets, ladder
from charts.verification import grid
from domain.assessment import Assessment
from domain.party import Party
from domain.region import Region
from domain.requirement import members_required
from domain.tally import PhaseTotals
from domain.verification import Phase
from ui import (
    address,
    badges,
    figure,
    filters,
    lines,
    panels,
    store,
    verification,
    wording,
)
from ui.drawn import once
from ui.figure import plain
from ui.language import gettext as _
from ui.language import name
from ui.store import Overview
from ui.timeline import days_in_words
from ui.verification import Cells, PartyStanding
from ui.visit import Visit
from ui.words import cell_legend, decision_words, reported_words, result_words

PHASE, PARTY, REGION = "fase", "partai", "wilayah"
MEMBERS = "members"
"""The requirement on members per kab/kota."""

DRAWN_ON = date(2022, 12, 14)
"""Day the ballot numbers were drawn. Source: Kpt KPU 519/2022."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What the address asks of Verifikasi Partai.

    Attributes:
        phase: Phase in view; None while no phase is known.
        party: Party in view, if one is.
        region: Kab/kota in view, if one is.
    """

    phase: Phase | None
    party: Party | None
    region: Region | None


def read_choice(overview: Overview) -> Chosen:
    """Return what the address asks for, among what is known on the day."""
    phases = {phase.code: phase for phase in overview.phases}
    with_figures = [code for code in phases if code in overview.totals]
    latest = (with_figures or list(phases) or [""])[-1]
    phase = phases.get(address.choice(PHASE, phases, latest) or "")
    parties = {party.code: party for party in overview.parties}
    regions = {region.code: region for region in overview.regencies}
    party = address.choice(PARTY, parties, None)
    region = address.choice(REGION, regions, None)
    return Chosen(
        phase=phase,
        party=parties[party] if party else None,
        region=regions[region] if region else None,
    )


def draw_all(overview: Overview, chosen: Chosen, visit: Visit) -> None:
    """Show every phase, and the grid of parties and kab/kota of the chosen one."""
    found, phase = _standings(overview, chosen.phase, visit), chosen.phase
    st.title(verification.title_of(found, phase))
    if phase is None:
        st.markdown(_("The verification was not ordered yet on this day."))
        return
    _draw_phases(overview, visit)
    _draw_phase_heading((*visit.view, phase.code), phase, found, overview)
    if found:
        _draw_grid(found, phase, overview, visit)
    else:
        nothing = _("No tally of this phase is reported yet.")
        st.info(nothing, icon=":material/hourglass_empty:")
    _draw_reported((*visit.view, phase.code), phase, visit)
    _draw_foot((*visit.view, phase.code), overview, phase)


def draw_party(overview: Overview, party: Party, chosen: Chosen, visit: Visit) -> None:
    """Show one party: requirements, what is still possible, its kab/kota."""
    phase = chosen.phase
    found = _standings(overview, phase, visit)
    own = next((each for each in found if each.party.code == party.code), None)
    totals = overview.totals.get(phase.code) if phase else None
    st.title(verification.party_title(own) if own else party.name)
    is_simulated = bool(own and totals and totals.is_simulated)
    _draw_party_line(party, phase, is_simulated=is_simulated)
    view = (*visit.view, party.code, phase.code if phase else "")
    left, right = st.columns(2, gap="large")
    with left:
        if own:
            _draw_outlook(view, own, overview, visit)
        else:
            nothing = _("This party has no tally in this phase.")
            st.info(nothing, icon=":material/info:")
        _draw_requirements(view, own, overview)
    with right:
        if own and phase:
            _draw_party_tallies(own, phase, overview, visit)
            _draw_daily(own, phase, visit)
        _draw_decisions(view, party)
    panels.source(party.provenance)


def draw_region(
    overview: Overview, region: Region, chosen: Chosen, visit: Visit
) -> None:
    """Show one kab/kota: every party in the chosen phase."""
    phase = chosen.phase
    if phase is None:
        st.title(region.title)
        return
    cells = _cells(phase, visit)
    own = [
        (party.short_name, cells[party.code, region.code])
        for party in overview.parties
        if (party.code, region.code) in cells
    ]
    st.title(verification.region_title(region, [cell for _party, cell in own]))
    totals = overview.totals.get(phase.code)
    is_simulated = bool(totals and totals.is_simulated)
    _draw_region_line(region, phase, overview, is_simulated=is_simulated)
    spec = bullets(verification.bullet_rows(own), theme=visit.theme)
    alt = verification.region_title(region, [cell for _party, cell in own])
    figure.chart(spec, key="bullets", alt=alt)
    figure.table_and_downloads(
        _file(visit, phase, region.code),
        lambda: verification.tally_table(own),
        lambda: spec,
    )
    panels.source(region.provenance)


def _cells(phase: Phase, visit: Visit) -> Cells:
    return store.cells(visit.revision, visit.election.code, phase.code, visit.day)


def _standings(
    overview: Overview, phase: Phase | None, visit: Visit
) -> list[PartyStanding]:
    if phase is None:
        return []
    regencies = overview.regencies
    required = verification.required_regencies(overview.requirements, regencies)
    cells = _cells(phase, visit)
    return verification.standings(overview.parties, regencies, cells, required)


def _file(visit: Visit, phase: Phase, more: str = "") -> str:
    parts = (visit.election.code, "partai", phase.code, more, str(visit.day))
    return "-".join(part for part in parts if part)


def _draw_phases(overview: Overview, visit: Visit) -> None:
    items = {item.milestone.code: item for item in overview.milestones}
    with st.grid(len(overview.phases), min_column_width=190, border=True):
        for phase in overview.phases:
            totals = overview.totals.get(phase.code)
            item = items.get(phase.milestone_code)
            with st.container(gap="xsmall"):
                _draw_dial((*visit.view, phase.code), phase, totals, item, visit)
                st.button(
                    verification.phase_name(phase),
                    key=f"phase_{phase.code}",
                    type="tertiary",
                    on_click=address.keep,
                    args=(PHASE, phase.code),
                )
                _draw_phase_words((*visit.view, phase.code), phase, totals, item)


@once
def _draw_dial(
    phase: Phase, totals: PhaseTotals | None, item: Assessment | None, visit: Visit
) -> None:
    spec = dial(verification.dial_of(phase, totals, item), theme=visit.theme)
    words = verification.counted_words(phase, totals)
    alt = f"{verification.phase_name(phase)}: {words}"
    figure.chart(spec, key=f"dial_{phase.code}", alt=alt)


@once
def _draw_phase_words(
    phase: Phase, totals: PhaseTotals | None, item: Assessment | None
) -> None:
    said = []
    if item:
        said.append(f":small[{plain(days_in_words(item.milestone.schedule))}]")
        said.append(badges.status_badge(item.status))
    if totals:
        words = plain(verification.counted_words(phase, totals))
        marked = badges.marked(words, is_simulated=totals.is_simulated)
        said.append(f":small[{marked}]")
    st.markdown("  \n".join(said))


@once
def _draw_phase_heading(
    phase: Phase, found: Sequence[PartyStanding], overview: Overview
) -> None:
    totals = overview.totals.get(phase.code)
    words = _("{phase}: {parties} parties, {regions} kab/kota").format(
        phase=name(phase.name),
        parties=wording.number(len(found)),
        regions=wording.number(len(overview.regencies)),
    )
    simulated = bool(totals and totals.is_simulated)
    st.subheader(badges.marked(plain(words), is_simulated=simulated))
    st.markdown(
        " ".join(
            badges.cell_badge(kind, words) for kind, words in cell_legend().items()
        )
    )


def _draw_grid(
    found: Sequence[PartyStanding], phase: Phase, overview: Overview, visit: Visit
) -> None:
    rows = verification.grid_rows(found)
    columns = verification.grid_columns(overview.regencies)
    spec = grid(rows, columns, theme=visit.theme)
    alt = verification.title_of(found, phase)
    picked = figure.chart(spec, key=f"grid_{phase.code}", alt=alt, select=True)
    if picked.get("party"):
        address.keep(PHASE, phase.code)
        address.keep(PARTY, picked["party"])
        st.rerun()
    with st.container(horizontal=True):
        parties = {each.party.code: each.party.short_name for each in found}
        filters.open_one(PARTY, parties, label=_("Open a party"))
        regions = {region.code: region.title for region in overview.regencies}
        filters.open_one(REGION, regions, label=_("Open a kab/kota"))
    figure.table_and_downloads(
        _file(visit, phase),
        lambda: verification.grid_table(rows, columns),
        lambda: spec,
    )


@once
def _draw_reported(phase: Phase, visit: Visit) -> None:
    figures = store.reported_figures(visit.revision, visit.election.code, visit.day)
    own = [each for each in figures if each.phase_code == phase.code]
    if not own:
        return
    st.markdown("##### " + _("Figures that were published, as reported"))
    lines.table(
        [_("Area"), _("Parties"), _("Figure"), _("As of"), _("Source")],
        [
            (
                each.area,
                each.parties,
                reported_words(each),
                wording.short_day(each.as_of),
                each.provenance.source,
            )
            for each in own
        ],
    )


@once
def _draw_foot(overview: Overview, phase: Phase) -> None:
    totals = overview.totals.get(phase.code)
    words = [_("Schedule: {basis}.").format(basis=phase.legal_basis)]
    if totals and totals.is_simulated:
        words.append(
            _(
                "The tallies are simulated: no table of party by kab/kota was "
                "published in 2022."
            )
        )
    if not any(party.ballot_number for party in overview.parties):
        words.append(
            _(
                "Parties stand in their later order; numbers were drawn on {day}."
            ).format(day=wording.day(DRAWN_ON))
        )
    st.markdown(f":small[{plain(' '.join(words))}]")


def _draw_party_line(party: Party, phase: Phase | None, *, is_simulated: bool) -> None:
    number = party.ballot_number
    parts = [
        party.name,
        _("ballot number {number}").format(number=number) if number else "",
        name(phase.name) if phase else "",
    ]
    words = " · ".join(plain(part) for part in parts if part)
    st.markdown(badges.marked(words, is_simulated=is_simulated))
    _offer_return(PARTY)


def _draw_region_line(
    region: Region, phase: Phase, overview: Overview, *, is_simulated: bool
) -> None:
    needed = next((r for r in overview.requirements if r.code == MEMBERS), None)
    parts = [name(phase.name)]
    if region.population:
        people = wording.number(region.population)
        parts.append(_("{people} inhabitants").format(people=people))
    if needed and region.population:
        least = wording.number(members_required(region.population, needed))
        parts.append(_("{count} members needed").format(count=least))
    words = " · ".join(map(plain, parts))
    st.markdown(badges.marked(words, is_simulated=is_simulated))
    _offer_return(REGION)


def _offer_return(part: str) -> None:
    st.button(
        _("All parties"),
        key="all_parties",
        icon=":material/arrow_back:",
        type="tertiary",
        on_click=address.keep,
        args=(part, None),
    )


@once
def _draw_outlook(own: PartyStanding, overview: Overview, visit: Visit) -> None:
    result = own.outlook
    question = _("Are {count} kab/kota still possible?").format(count=result.required)
    st.subheader(question)
    kinds = [verification.kind_of(cell) for cell in own.cells]
    label = _("{count} needed").format(count=result.required)
    spec = ladder(kinds, result.required, label, theme=visit.theme)
    sentence = verification.arithmetic(result)
    figure.chart(spec, key="ladder", alt=sentence)
    nearest = verification.would_do_words(result, overview.regencies)
    st.markdown(plain(f"{sentence} {nearest}".strip()))


@once
def _draw_requirements(own: PartyStanding | None, overview: Overview) -> None:
    st.subheader(_("Requirements and their articles"))
    lines.table(
        [_("Requirement"), _("Article"), _("In NTB")],
        [
            (
                f"{requirement.letter}. {name(requirement.name)}",
                requirement.article,
                verification.needed_in(requirement, overview.regencies, own),
            )
            for requirement in overview.requirements
        ],
    )


def _draw_party_tallies(
    own: PartyStanding, phase: Phase, overview: Overview, visit: Visit
) -> None:
    st.subheader(_("Members per kab/kota, upright line = needed"))
    pairs = zip(overview.regencies, own.cells, strict=True)
    cells = [(region.title, cell) for region, cell in pairs if cell]
    spec = bullets(verification.bullet_rows(cells), theme=visit.theme)
    alt = verification.party_title(own)
    figure.chart(spec, key="bullets", alt=alt)
    figure.table_and_downloads(
        _file(visit, phase, own.party.code),
        lambda: verification.tally_table(cells),
        lambda: spec,
    )


def _draw_daily(own: PartyStanding, phase: Phase, visit: Visit) -> None:
    days = store.daily_totals(
        visit.revision, visit.election.code, phase.code, own.party.code, visit.day
    )
    if len(days) < 2:
        return
    since = wording.day(days[0].reported_on)
    st.subheader(_("Tallies by day since {day}").format(day=since))
    counts, frame = verification.daily_counts(days, own)
    spec = daily(counts, frame, theme=visit.theme, language=visit.language)
    figure.chart(spec, key="daily", alt=verification.daily_words(days))
    figure.table_and_downloads(
        _file(visit, phase, f"{own.party.code}-harian"),
        lambda: verification.daily_table(days),
        lambda: spec,
    )


@once
def _draw_decisions(party: Party) -> None:
    if not party.decisions:
        return
    st.subheader(_("Decisions"))
    panels.facts(
        {
            f"{wording.short_day(each.decided_on)}, {decision_words(each.kind)}": (
                result_words(each)
            )
            for each in party.decisions
        }
    )
