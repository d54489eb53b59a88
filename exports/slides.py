"""The slides (Paparan): an edition gathered in words, one message a slide."""

from collections.abc import Mapping, Sequence

from charts.gauge import side_by_side
from charts.palette import LIGHT
from charts.summary import strip
from charts.timeline import GanttView
from charts.verification import GridRow, grid
from exports.briefing import numbers_of, sentence_of, sources_of, stamp_line
from exports.documents import Document
from exports.edition import Edition
from exports.paper_integrity import zone_of
from exports.paper_parties import (
    grid_of,
    key_of_cells,
    phase_in_hand,
    standings_in_hand,
)
from exports.paper_tables import (
    SINCE,
    changes_asked,
    changes_table,
    due_table,
    urgent_table,
)
from reports.briefing_words import Grid
from reports.deck import Deck, Page, Picture
from reports.slides import pptx_of
from reports.tables import Table
from ui import (
    headlines,
    summary,
    summary_cards,
    summary_gauges,
    timeline,
    verification_grid,
    wording,
)
from ui.figure import Table as Figures
from ui.language import current
from ui.language import gettext as _
from ui.words import OFFICE, cell_legend

STRIP_WIDTH, STRIP_ROW = 900, 32  # pixels of a chart whose words a hall can read
GRID_WIDTH = 1100
PARTIES = 9  # on one slide


def gather(edition: Edition, parts: Mapping[str, str]) -> Deck:
    """Return the slides of an edition.

    Args:
        edition: The edition.
        parts: Parts of its address; `sejak` names the day that it compares with.

    Raises:
        Unanswerable: `sejak` names no day, or none before that of the edition.
    """
    changed = changes_asked(edition, parts)
    pages = [_state(edition)]
    if edition.overview.stages:
        pages += [
            _stages(edition),
            _of_table(urgent_table(edition)),
            _of_table(due_table(edition)),
            _of_table(changes_table(changed, edition)),
            *_measures(edition),
            *_parties(edition),
        ]
    pages += _zone(edition)
    return Deck(
        language=current(),
        day=edition.visit.day,
        title=_("Slides as of {day}").format(day=wording.day(edition.visit.day)),
        office=OFFICE,
        foot=f"{OFFICE} · {stamp_line(edition)}",
        simulated=_("Simulated, not official"),
        pages=(*pages, _sources(edition)),
    )


SLIDES = Document(
    view="paparan",
    extension="pptx",
    media_type=(
        "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    ),
    gather=gather,
    write=pptx_of,
    own_parts=frozenset({SINCE}),
)


def _state(edition: Edition) -> Page:
    overview, visit = edition.overview, edition.visit
    until = summary.countdown_of(visit)
    four = numbers_of(edition) if overview.stages else ()
    return Page(
        title=headlines.state_of(visit.election, overview.stages, visit.day),
        sentence=sentence_of(edition),
        numbers=four,
        notes=(
            f"{wording.number(until.days)} {until.headline} ({until.subline})",
            *(f"{n.label}: {n.value} {n.total}, {n.meaning}" for n in four),
        ),
        is_simulated=any(number.is_simulated for number in four),
    )


def _stages(edition: Edition) -> Page:
    overview, visit = edition.overview, edition.visit
    known = headlines.statutory(overview.stages)
    rows = timeline.stage_rows(known, None)
    view = GanttView(
        window=summary.strip_window(overview, visit),
        today=visit.day,
        landmarks=summary.landmarks(visit),
        row_height=STRIP_ROW,
    )
    heads = (_("Stage"), _("Status"))
    spec = strip(rows, view, heads, theme=LIGHT, language=visit.language)
    title = headlines.timeline_title(overview.stages)
    return Page(
        title=title,
        picture=Picture(spec=spec, width=STRIP_WIDTH, told=title),
        notes=_lines_of(timeline.timeline_table(rows)),
        is_simulated=any(stage.is_simulated for stage in known),
    )


def _of_table(table: Table) -> Page:
    said = (", ".join(cell.words for cell in row) for row in table.rows)
    return Page(
        title=table.heading,
        table=table,
        notes=tuple(said),
        is_simulated=table.is_simulated,
    )


def _measures(edition: Edition) -> list[Page]:
    gauges = summary_gauges.gauges(edition.overview)
    if not gauges:
        return []
    phase = phase_in_hand(edition)
    drawn = [summary_cards.gauge_of(each) for each in gauges]
    return [
        Page(
            title=phase.heading,
            picture=Picture(
                spec=side_by_side(drawn, theme=LIGHT),
                width=STRIP_WIDTH,
                told="; ".join(f"{each.title}: {each.under}" for each in drawn),
            ),
            notes=_lines_of(summary_gauges.gauges_table(gauges)),
            is_simulated=phase.is_simulated,
        )
    ]


def _parties(edition: Edition) -> list[Page]:
    """Return the parties in official order, over as many slides as they need."""
    told, (phase, found) = grid_of(edition), standings_in_hand(edition)
    if told is None or phase is None:
        return []
    rows = verification_grid.grid_rows((*edition.visit.view, phase.code), found)
    count = -(-len(rows) // PARTIES)
    length = -(-len(rows) // count)
    return [
        _some_parties(edition, told, rows[first : first + length])
        for first in range(0, len(rows), length)
    ]


def _some_parties(edition: Edition, told: Grid, rows: Sequence[GridRow]) -> Page:
    columns = verification_grid.grid_columns(edition.overview.regencies)
    spec = grid(rows, columns, theme=LIGHT)
    title = told.table.heading
    named = wording.unbroken(f"{rows[0].name} – {rows[-1].name}")
    return Page(
        title=f"{title}: {named}" if len(told.table.rows) > len(rows) else title,
        picture=Picture(
            spec=spec,
            width=GRID_WIDTH,
            told=title,
            key=key_of_cells(rows, cell_legend()),
        ),
        notes=_lines_of(verification_grid.grid_table(rows, columns)),
        is_simulated=told.table.is_simulated,
    )


def _zone(edition: Edition) -> list[Page]:
    """Return the slides of the integrity zone; none where nothing of it is known."""
    zone = zone_of(edition)
    if zone is None:
        return []
    areas, *rest = zone.tables
    first = Page(
        title=zone.headline,
        sentence=zone.sentence,
        numbers=zone.numbers,
        notes=(
            *zone.sources,
            *(f"{n.label}: {n.value} {n.total}" for n in zone.numbers),
        ),
        is_simulated=any(number.is_simulated for number in zone.numbers),
    )
    return [first, _of_table(areas), *(_of_table(each) for each in rest if each.rows)]


def _sources(edition: Edition) -> Page:
    head = _("Hash of the journal's last entry: {head}").format(head=edition.head)
    lines = (*sources_of(edition), f"{stamp_line(edition)}.", head)
    return Page(title=_("Sources"), lines=lines)


def _lines_of(table: Figures) -> tuple[str, ...]:
    """Return a table as lines of notes, each cell under its heading."""
    return tuple(
        "; ".join(
            f"{head}: {words}"
            for head, words in zip(table.columns, row, strict=True)
            if words
        )
        for row in table.rows
    )
