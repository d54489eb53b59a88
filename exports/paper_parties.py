"""The verification of an edition for the briefing: measures, parties by kab/kota."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from charts.palette import CellKind
from charts.verification import GridRow
from domain.findings import Cell as Found
from domain.tally import TallyOrigin
from domain.verification import Phase
from exports.edition import Edition
from reports.briefing_words import Grid, Measure, PhaseInHand
from reports.symbols import key_of
from reports.tables import Cell, Table
from ui import summary_cards, summary_gauges, verification, verification_grid, wording
from ui.language import gettext as _
from ui.summary_gauges import Gauged
from ui.summary_numbers import current_phase
from ui.verification import PartyStanding
from ui.verification_views import standings_of
from ui.words import cell_legend, standing_word, status_word

SHORT = {
    CellKind.ELIGIBLE: "MS",
    CellKind.CORRECTABLE: "BMS",
    CellKind.INELIGIBLE: "TMS",
    CellKind.CARRIED: "MS",
}
"""Cells that a word fits into; the others show how far they are, or a sign alone."""


def phase_in_hand(edition: Edition) -> PhaseInHand:
    """Return how far the phase in hand has come."""
    found = current_phase(edition.overview)
    gauges = summary_gauges.gauges(edition.overview)
    heading = _("No verification figure is reported yet")
    if found:
        heading = summary_cards.gauges_title(found[0], gauges)
    return PhaseInHand(
        heading=heading,
        columns=(
            _("Measure"), _("Figure"), _("Reached"), _("Threshold"), _("Status")
        ),
        measures=_measures(gauges),
        foot=wording.capitalised(gauges[0].age) if gauges else "",
        is_simulated=bool(found and found[1].is_simulated),
    )  # fmt: skip


def _measures(gauges: Sequence[Gauged]) -> tuple[Measure, ...]:
    return tuple(
        Measure(
            name=each.title,
            figure=wording.of_total(each.done, each.total, each.unit),
            share=None if each.share is None else float(each.share),
            percent="–" if each.share is None else wording.percent(each.share),
            threshold=None if each.threshold is None else float(each.threshold),
            status=each.status,
            state=Cell(words=status_word(each.status), tile=key_of(each.status)),
            note=each.note,
        )
        for each in gauges
    )


def standings_in_hand(edition: Edition) -> tuple[Phase | None, list[PartyStanding]]:
    """Return the phase in hand, and its parties in official order."""
    found = current_phase(edition.overview)
    phase = found[0] if found else None
    return phase, standings_of(edition.overview, phase, edition.visit)


def grid_of(edition: Edition) -> Grid | None:
    """Return the parties of the phase in hand by kab/kota; None without any."""
    phase, found = standings_in_hand(edition)
    if phase is None or not found:
        return None
    rows = verification_grid.grid_rows((*edition.visit.view, phase.code), found)
    heads = [region.title for region in edition.overview.regencies]
    pairs = zip(rows, found, strict=True)
    return Grid(
        table=Table(
            heading=verification.title_of(found, phase),
            columns=(_("Party"), *heads, _("Result")),
            rows=tuple(_row(row, own) for row, own in pairs),
            is_simulated=_is_simulated(found),
        ),
        key=key_of_cells(rows, _legend()),
    )


def key_of_cells(
    rows: Sequence[GridRow], legend: Mapping[CellKind, str]
) -> tuple[Cell, ...]:
    """Return what each tile means that the rows show."""
    shown = {cell.kind for row in rows for cell in row.cells}
    whole = {**legend, CellKind.NOT_APPLICABLE: _("no tally")}
    return tuple(
        Cell(words=words, tile=key_of(kind))
        for kind, words in whole.items()
        if kind in shown
    )


def _legend() -> dict[CellKind, str]:
    """Return what each tile means; the share beside one is of its members."""
    checked = _("being checked: share of members checked")
    return cell_legend() | {CellKind.IN_PROGRESS: checked}


def _row(row: GridRow, own: PartyStanding) -> tuple[Cell, ...]:
    drawn = zip(row.cells, own.cells, strict=True)
    standing = standing_word(own.outlook.standing)
    return (
        Cell(words=f"{row.number} {row.name}".strip()),
        *(_cell(cell.kind, cell.text, found) for cell, found in drawn),
        Cell(words=f"{row.brief}, {standing}", tile=key_of(row.standing)),
    )


def _cell(kind: CellKind, told: str, found: Found | None) -> Cell:
    if kind is CellKind.IN_PROGRESS and found and found.tally.sample:
        checked = wording.percent(_share(found))
        return Cell(words=checked, tile=key_of(kind))
    return Cell(words=SHORT.get(kind, ""), tile=key_of(kind), told=told)


def _share(found: Found) -> Fraction:
    return Fraction(found.tally.visited, found.tally.sample)


def _is_simulated(found: Sequence[PartyStanding]) -> bool:
    cells = [cell for own in found for cell in own.cells if cell]
    return any(cell.tally.origin is TallyOrigin.SIMULATED for cell in cells)
