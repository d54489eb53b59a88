"""The grid of parties and kab/kota, in words."""

from collections.abc import Sequence

from charts.palette import CellKind
from charts.verification import GridCell, GridColumn, GridRow
from domain.findings import Cell
from domain.outlook import Standing
from domain.region import Region
from ui import wording
from ui.drawn import made
from ui.figure import Table
from ui.language import gettext as _
from ui.verification import PartyStanding, cell_words, kind_of, needed_words
from ui.words import standing_word

_STANDINGS = {
    Standing.SECURED: CellKind.ELIGIBLE,
    Standing.POSSIBLE: CellKind.IN_PROGRESS,
    Standing.IMPOSSIBLE: CellKind.INELIGIBLE,
}


def grid_columns(regencies: Sequence[Region]) -> list[GridColumn]:
    """Return the kab/kota as columns."""
    return [GridColumn(code=region.code, name=region.title) for region in regencies]


@made
def grid_rows(found: Sequence[PartyStanding]) -> list[GridRow]:
    """Return the parties as rows, in official order."""
    return [_grid_row(each) for each in found]


def _grid_row(each: PartyStanding) -> GridRow:
    number = each.party.ballot_number
    return GridRow(
        code=each.party.code,
        number=str(number) if number else "",
        name=each.party.short_name,
        full_name=each.party.name,
        cells=tuple(map(_grid_cell, each.cells)),
        summary=needed_words(each.outlook),
        brief=wording.of_total(
            min(each.outlook.eligible, each.outlook.required), each.outlook.required
        ),
        standing_word=standing_word(each.outlook.standing),
        standing=_STANDINGS[each.outlook.standing],
    )


def _grid_cell(cell: Cell | None) -> GridCell:
    words = cell_words(cell) if cell else _("no tally")
    return GridCell(kind=kind_of(cell), text=words)


def grid_table(rows: Sequence[GridRow], columns: Sequence[GridColumn]) -> Table:
    """Return the grid as a table."""
    heads = [column.name for column in columns]
    return Table(
        columns=(_("Party"), *heads, _("Result")),
        rows=[
            (
                f"{row.number} {row.name}".strip(),
                *(cell.text for cell in row.cells),
                f"{row.summary}, {row.standing_word}",
            )
            for row in rows
        ],
    )
