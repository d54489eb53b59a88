"""One party, and one kab/kota, of Verifikasi Partai."""

from collections.abc import Sequence

import streamlit as st

from charts.daily import daily
from charts.party import bullets, ladder
from domain.findings import Cell
from domain.history import HistoryFilter
from domain.party import Party
from domain.region import Region
from domain.requirement import members_required
from domain.verification import Phase
from ui import (
    address,
    badges,
    figure,
    history_link,
    lines,
    panels,
    store,
    verification,
    verification_tallies,
    wording,
)
from ui.drawn import once
from ui.figure import plain
from ui.language import gettext as _
from ui.language import name
from ui.store import Overview
from ui.verification import PartyStanding
from ui.verification_views import (
    PARTY,
    REGION,
    Chosen,
    cells_of,
    file_name,
    standings_of,
)
from ui.visit import Visit
from ui.words import decision_words, result_words

MEMBERS = "members"
"""The requirement on members per kab/kota."""


def draw_party(overview: Overview, party: Party, chosen: Chosen, visit: Visit) -> None:
    """Show one party: requirements, what is still possible, its kab/kota."""
    phase = chosen.phase
    found = standings_of(overview, phase, visit)
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
    of_party = HistoryFilter(election=visit.election.code, party=party.code)
    history_link.draw(visit, PARTY, party.code, of_party)


def draw_region(
    overview: Overview, region: Region, chosen: Chosen, visit: Visit
) -> None:
    """Show one kab/kota: every party in the chosen phase."""
    phase = chosen.phase
    if phase is None:
        st.title(region.title)
        return
    cells = cells_of(phase, visit)
    own = [
        (party.short_name, cells[party.code, region.code])
        for party in overview.parties
        if (party.code, region.code) in cells
    ]
    title = verification.region_title(region, [cell for _party, cell in own])
    st.title(title)
    totals = overview.totals.get(phase.code)
    is_simulated = bool(totals and totals.is_simulated)
    _draw_region_line(region, phase, overview, is_simulated=is_simulated)
    _draw_bullets(own, title, file_name(visit, phase, region.code), visit)
    panels.source(region.provenance)
    of_region = HistoryFilter(election=visit.election.code, region=region.code)
    history_link.draw(visit, REGION, region.code, of_region)


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
    st.header(question)
    kinds = [verification.kind_of(cell) for cell in own.cells]
    label = _("{count} needed").format(count=result.required)
    spec = ladder(kinds, result.required, label, theme=visit.theme)
    sentence = verification.arithmetic(result)
    figure.chart(spec, key="ladder", alt=sentence)
    nearest = verification.would_do_words(result, overview.regencies)
    st.markdown(plain(f"{sentence} {nearest}".strip()))


@once
def _draw_requirements(own: PartyStanding | None, overview: Overview) -> None:
    st.header(_("Requirements and their articles"))
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
    st.header(_("Members per kab/kota, upright line = needed"))
    pairs = zip(overview.regencies, own.cells, strict=True)
    cells = [(region.title, cell) for region, cell in pairs if cell]
    file = file_name(visit, phase, own.party.code)
    _draw_bullets(cells, verification.party_title(own), file, visit)


def _draw_bullets(
    cells: Sequence[tuple[str, Cell]], alt: str, file: str, visit: Visit
) -> None:
    spec = bullets(verification_tallies.bullet_rows(cells), theme=visit.theme)
    figure.chart(spec, key="bullets", alt=alt)
    figure.table_and_downloads(
        file, lambda: verification_tallies.tally_table(cells), lambda: spec
    )


def _draw_daily(own: PartyStanding, phase: Phase, visit: Visit) -> None:
    days = store.daily_totals(
        visit.revision, visit.election.code, phase.code, own.party.code, visit.day
    )
    if len(days) < 2:
        return
    since = wording.day(days[0].reported_on)
    st.header(_("Tallies by day since {day}").format(day=since))
    counts, frame = verification_tallies.daily_counts(days, own)
    spec = daily(counts, frame, theme=visit.theme, language=visit.language)
    figure.chart(spec, key="daily", alt=verification_tallies.daily_words(days))
    figure.table_and_downloads(
        file_name(visit, phase, f"{own.party.code}-harian"),
        lambda: verification_tallies.daily_table(days),
        lambda: spec,
    )


@once
def _draw_decisions(party: Party) -> None:
    if not party.decisions:
        return
    st.header(_("Decisions"))
    panels.facts(
        {
            f"{wording.short_day(each.decided_on)}, {decision_words(each.kind)}": (
                result_words(each)
            )
            for each in party.decisions
        }
    )
