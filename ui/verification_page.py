"""The three views of Verifikasi Partai: all parties, one party, one kab/kota."""

from collections.abc import Sequence

import streamlit as st

from charts.gauge import dial
from charts.palette import Theme
from charts.verification import GridColumn, GridRow, grid
from domain.assessment import Assessment
from domain.tally import PhaseTotals, ReportedFigure
from domain.verification import Phase
from ui import (
    address,
    badges,
    figure,
    filters,
    lines,
    offers,
    store,
    verification,
    verification_grid,
    wording,
)
from ui.drawn import made, once
from ui.figure import Spec, plain
from ui.language import gettext as _
from ui.language import name
from ui.store import Overview
from ui.verification import PartyStanding
from ui.verification_views import PARTY, PHASE, REGION, Chosen, file_name, standings_of
from ui.visit import Visit
from ui.words import cell_legend, reported_words


def draw_all(overview: Overview, chosen: Chosen, visit: Visit) -> None:
    """Show every phase, and the grid of parties and kab/kota of the chosen one."""
    found, phase = standings_of(overview, chosen.phase, visit), chosen.phase
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
    _draw_foot((*visit.view, phase.code), overview, phase, visit)


def _draw_phases(overview: Overview, visit: Visit) -> None:
    items = {item.milestone.code: item for item in overview.milestones}
    with st.grid(len(overview.phases), min_column_width=190, border=True):
        for phase in overview.phases:
            totals = overview.totals.get(phase.code)
            item = items.get(phase.milestone_code)
            with st.container(gap="xsmall", horizontal_alignment="center"):
                st.button(
                    verification.phase_name(phase),
                    key=f"phase_{phase.code}",
                    type="tertiary",
                    on_click=address.keep,
                    args=(PHASE, phase.code),
                )
                _draw_dial((*visit.view, phase.code), phase, totals, item, visit)


@once
def _draw_dial(
    phase: Phase, totals: PhaseTotals | None, item: Assessment | None, visit: Visit
) -> None:
    value = verification.dial_of(phase, totals, item)
    spec = dial(value, theme=visit.theme)
    alt = f"{verification.phase_name(phase)}: {'; '.join(value.notes)}"
    figure.chart(spec, key=f"dial_{phase.code}", alt=alt)


@once
def _draw_phase_heading(
    phase: Phase, found: Sequence[PartyStanding], overview: Overview
) -> None:
    totals = overview.totals.get(phase.code)
    words = phase_words(phase, found, overview)
    simulated = bool(totals and totals.is_simulated)
    title = badges.marked(plain(words), is_simulated=simulated)
    legend = " ".join(
        badges.cell_badge(kind, words) for kind, words in cell_legend().items()
    )
    st.markdown(f"## {title}\n\n{legend}")


def phase_words(
    phase: Phase, found: Sequence[PartyStanding], overview: Overview
) -> str:
    """Return the heading of the grid: phase, parties, kab/kota."""
    return _("{phase}: {parties} parties, {regions} kab/kota").format(
        phase=name(phase.name),
        parties=wording.number(len(found)),
        regions=wording.number(len(overview.regencies)),
    )


@made
def _grid_spec(
    rows: Sequence[GridRow], columns: Sequence[GridColumn], theme: Theme
) -> Spec:
    return grid(rows, columns, theme=theme)


def _draw_grid(
    found: Sequence[PartyStanding], phase: Phase, overview: Overview, visit: Visit
) -> None:
    view = (*visit.view, phase.code)
    rows = verification_grid.grid_rows(view, found)
    columns = verification_grid.grid_columns(overview.regencies)
    spec = _grid_spec(view, rows, columns, visit.theme)
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
        file_name(visit, phase),
        lambda: verification_grid.grid_table(rows, columns),
        lambda: spec,
    )


@once
def _draw_reported(phase: Phase, visit: Visit) -> None:
    figures = store.reported_figures(visit.revision, visit.election.code, visit.day)
    own = [each for each in figures if each.phase_code == phase.code]
    if not own:
        return
    st.markdown("### " + _("Figures that were published, as reported"))
    lines.table(*reported_table(own))


def reported_table(
    own: Sequence[ReportedFigure],
) -> tuple[list[str], list[tuple[str, ...]]]:
    """Return headings and rows of figures that others published."""
    columns = [_("Area"), _("Parties"), _("Figure"), _("As of"), _("Source")]
    return columns, [
        (
            each.area,
            each.parties,
            reported_words(each),
            wording.short_day(each.as_of),
            each.provenance.source,
        )
        for each in own
    ]


@once
def _draw_foot(overview: Overview, phase: Phase, visit: Visit) -> None:
    said = plain(foot_words(overview, phase))
    links = offers.line(visit, "tallies", {"fase": phase.code})
    st.markdown(f":small[{said}]  \n{links}")


def foot_words(overview: Overview, phase: Phase) -> str:
    """Return the schedule of a phase, and what its figures are not."""
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
            _("Numbers were not drawn yet; parties stand in their later order.")
        )
    return " ".join(words)
