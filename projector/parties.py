"""The sheets of parties and kab/kota: what each party reached where."""

from collections.abc import Sequence
from html import escape

from charts.verification import GridRow
from projector.markup import cell, finding, text
from projector.phases import source_of
from projector.sheet import Sheet, silence
from projector.show import SheetName
from ui import verification, verification_grid
from ui.language import gettext as _
from ui.store import Overview
from ui.summary_numbers import current_phase
from ui.verification_views import standings_of
from ui.visit import Visit
from ui.words import cell_legend

ROWS = 9  # parties that a hall can read on one screen


def parties_sheets(overview: Overview, visit: Visit) -> list[Sheet]:
    """Return the parties of the phase in hand, in official order, over some sheets."""
    found = current_phase(overview)
    if found is None:
        words = _("No verification figure is reported yet")
        return [silence(SheetName.PARTIES, words, "")]
    phase, totals = found
    own = standings_of(overview, phase, visit)
    rows = verification_grid.grid_rows((*visit.view, phase.code), own)
    parts = _parts(rows)
    title = verification.title_of(own, phase)
    return [
        Sheet(
            code=f"{SheetName.PARTIES}-{place}",
            title=title,
            body=_grid(part, overview),
            source=source_of(phase, totals),
            is_simulated=totals.is_simulated,
        )
        for place, part in enumerate(parts, start=1)
    ]


def _parts(rows: Sequence[GridRow]) -> list[Sequence[GridRow]]:
    """Return the rows in parts of nearly the same length, each at most `ROWS`."""
    count = max(1, -(-len(rows) // ROWS))
    length = -(-len(rows) // count) or 1
    return [rows[first : first + length] for first in range(0, len(rows), length)]


def _grid(rows: Sequence[GridRow], overview: Overview) -> str:
    first, last = text("th", "", _("Party")), text("th", "", _("Result"))
    heads = "".join(_head(region.title) for region in overview.regencies)
    body = "".join(map(_row, rows))
    shown = {each.kind for row in rows for each in row.cells}
    key = "".join(
        finding(kind, words) for kind, words in cell_legend().items() if kind in shown
    )
    return (
        f'<div class="parties"><table><thead><tr>{first}{heads}{last}</tr></thead>'
        f'<tbody>{body}</tbody></table><p class="key">{key}</p></div>'
    )


def _head(title: str) -> str:
    """Return the name of a kab/kota in at most two lines, its kind left out."""
    words = title.removeprefix("Kab. ").split(" ")
    return f'<th scope="col">{"<br>".join(map(escape, words))}</th>'


def _row(row: GridRow) -> str:
    cells = "".join(cell(each.kind, each.text) for each in row.cells)
    number = text("span", "number", row.number)
    return (
        f'<tr><th scope="row">{number}{escape(row.name)}</th>{cells}'
        f'<td class="result">{_result(row)}</td></tr>'
    )


def _result(row: GridRow) -> str:
    return finding(row.standing, row.brief, row.standing_word)
