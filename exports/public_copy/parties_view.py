"""Verifikasi Partai as a public view."""

from collections.abc import Sequence

from charts.gauge import dial
from charts.verification import grid
from domain.verification import Phase
from exports.edition import Edition
from exports.public_copy.content import FULL, Folded, Heading, Picture, Row, View
from ui import (
    store,
    verification,
    verification_grid,
    verification_page,
    verification_views,
)
from ui.figure import Table
from ui.language import gettext as _
from ui.verification import PartyStanding
from ui.words import cell_legend

KEY = "partai"
DIAL = (263,)


def view_of(edition: Edition) -> View:
    """Return Verifikasi Partai of an edition, in the language that is spoken."""
    visit, overview = edition.visit, edition.overview
    phase = verification_views.latest_phase(overview)
    found = verification_views.standings_of(overview, phase, visit)
    title = verification.title_of(found, phase)
    if phase is None:
        words = _("The verification was not ordered yet on this day.")
        return View(key=KEY, title=title, sentence=words)
    return View(
        key=KEY,
        title=title,
        rows=[
            Row(
                blocks=[_dial(edition, each) for each in overview.phases],
                look="four dials",
            ),
            Row(blocks=[_heading(edition, phase, found)]),
            *([Row(blocks=[_grid(edition, phase, found, title)])] if found else []),
            *_reported(edition, phase),
        ],
        foot=verification_page.foot_words(overview, phase),
    )


def _dial(edition: Edition, phase: Phase) -> Picture:
    overview = edition.overview
    items = {item.milestone.code: item for item in overview.milestones}
    totals, item = overview.totals.get(phase.code), items.get(phase.milestone_code)
    value = verification.dial_of(phase, totals, item)
    called = verification.phase_name(phase)
    return Picture(
        key=f"dial-{phase.position}",
        takeaway=f"{called}: {'; '.join(value.notes)}",
        title=called,
        spec=dial(value, theme=edition.visit.theme),
        widths=DIAL,
    )


def _heading(edition: Edition, phase: Phase, found: Sequence[PartyStanding]) -> Heading:
    totals = edition.overview.totals.get(phase.code)
    nothing = _("No tally of this phase is reported yet.")
    return Heading(
        title=verification_page.phase_words(phase, found, edition.overview),
        words="" if found else nothing,
        legend=cell_legend() if found else {},
        is_simulated=bool(totals and totals.is_simulated),
    )


def _grid(
    edition: Edition, phase: Phase, found: Sequence[PartyStanding], title: str
) -> Picture:
    visit = edition.visit
    rows = verification_grid.grid_rows((*visit.view, phase.code), found)
    columns = verification_grid.grid_columns(edition.overview.regencies)
    return Picture(
        key="grid",
        takeaway=title,
        spec=grid(rows, columns, theme=visit.theme),
        widths=FULL,
        table=verification_grid.grid_table(rows, columns),
    )


def _reported(edition: Edition, phase: Phase) -> list[Row]:
    visit = edition.visit
    figures = store.reported_figures(visit.revision, visit.election.code, visit.day)
    own = [each for each in figures if each.phase_code == phase.code]
    if not own:
        return []
    columns, rows = verification_page.reported_table(own)
    title = _("Figures that were published, as reported")
    return [Row(blocks=[Folded(title=title, table=Table(columns=columns, rows=rows))])]
