"""The sheets of parties and kab/kota: what each party reached where."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from charts.verification import GridRow
from domain.verification import Phase
from projector.figures import age_words
from projector.markup import aged, cell, finding, text
from projector.party_lines import Ground, Line, ShownCell, line_of, oldest
from projector.phases import basis_of, source_of
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
        return [silence(SheetName.PARTIES, words, basis_of(overview))]
    phase, totals = found
    own = standings_of(overview, phase, visit)
    rows = verification_grid.grid_rows((*visit.view, phase.code), own)
    common = _common(phase, overview)
    pairs = zip(rows, own, strict=True)
    parts = _parts([line_of(row, standing, common) for row, standing in pairs])
    sheet = Sheet(
        code=SheetName.PARTIES,
        title=verification.title_of(own, phase),
        body="",
        source=source_of(phase, totals),
        is_simulated=totals.is_simulated,
    )
    return [
        _filled(sheet, place, part, overview)
        for place, part in enumerate(parts, start=1)
    ]


def _common(phase: Phase, overview: Overview) -> Ground:
    own = (
        item.status
        for item in overview.milestones
        if item.milestone.code == phase.milestone_code
    )
    return Ground(
        regions=tuple(region.title for region in overview.regencies),
        status=next(own, None),
        day=overview.day,
    )


def _filled(
    sheet: Sheet, place: int, lines: Sequence[Line], overview: Overview
) -> Sheet:
    figures = tuple(each for line in lines for each in line.figures)
    # A kab/kota may show the tally of the round before, simulated or not.
    simulated = sheet.is_simulated or any(each.is_simulated for each in figures)
    return replace(
        sheet,
        code=f"{sheet.code}-{place}",
        body=_grid(lines, overview),
        is_simulated=simulated,
        figures=figures,
        verdicts=tuple(each for line in lines for each in line.verdicts),
        parties=tuple(line.party for line in lines),
    )


def _parts(rows: Sequence[Line]) -> list[Sequence[Line]]:
    """Return the rows in parts of nearly the same length, each at most `ROWS`."""
    count = max(1, -(-len(rows) // ROWS))
    length = -(-len(rows) // count) or 1
    return [rows[first : first + length] for first in range(0, len(rows), length)]


def _grid(lines: Sequence[Line], overview: Overview) -> str:
    first, last = text("th", "", _("Party")), text("th", "", _("Result"))
    heads = "".join(_head(region.title) for region in overview.regencies)
    body = "".join(map(_row, lines))
    shown = {each.words.kind for line in lines for each in line.cells}
    key = "".join(
        finding(kind, words) for kind, words in cell_legend().items() if kind in shown
    )
    return (
        f'<div class="parties"><table><thead><tr>{first}{heads}{last}</tr></thead>'
        f'<tbody>{body}</tbody></table><p class="key">{key}{_age(lines, overview)}</p>'
        "</div>"
    )


def _age(lines: Sequence[Line], overview: Overview) -> str:
    """Return the key of the stale cells, with the age of the oldest."""
    found = oldest(lines)
    if found is None or found.reported_on is None:
        return ""
    words = _("not reported anew, up to {age}")
    return aged(words.format(age=age_words(found.reported_on, overview.day)))


def _head(title: str) -> str:
    """Return the name of a kab/kota in at most two lines, its kind left out."""
    words = title.removeprefix("Kab. ").split(" ")
    return f'<th scope="col">{"<br>".join(map(escape, words))}</th>'


def _row(line: Line) -> str:
    row = line.row
    cells = "".join(map(_cell, line.cells))
    number = text("span", "number", row.number)
    return (
        f'<tr><th scope="row">{number}{escape(row.name)}</th>{cells}'
        f'<td class="result">{_result(row)}</td></tr>'
    )


def _cell(each: ShownCell) -> str:
    stale = bool(each.figure and each.figure.is_hatched)
    return cell(each.words.kind, each.words.text, is_stale=stale)


def _result(row: GridRow) -> str:
    return finding(row.standing, row.brief, row.standing_word)
