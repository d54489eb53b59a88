"""Zona Integritas as a public view."""

from collections.abc import Iterator

from exports.edition import Edition
from exports.paper_integrity import zone_of
from exports.public_copy.content import FULL, Block, Numbers, Picture, Row, View
from reports.briefing_words import Zone
from reports.tables import Number, Table
from ui import integrity_assessment, integrity_duty, integrity_services
from ui import integrity_assessment_store as known
from ui.badges import simulated_words
from ui.chips import Card
from ui.integrity_assessment_bars import areas_chart, areas_table
from ui.lines import Panel
from ui.visit import Visit

KEY = "zona"
AREAS = "zona-areas"


def view_of(edition: Edition) -> View:
    """Return Zona Integritas of an edition, in the language that is spoken."""
    visit, zone = edition.visit, zone_of(edition)
    title = integrity_assessment.headline(visit)
    if zone is None:
        rota = integrity_duty.summary_of(visit).today
        services = integrity_services.summary_of(visit).words
        return View(key=KEY, title=title, sentence=f"{services} {rota}", foot="")
    return View(
        key=KEY,
        title=title,
        sentence=zone.sentence,
        is_simulated=any(each.is_simulated for each in zone.tables),
        rows=[*_rows(zone, visit)],
        foot=" ".join(zone.sources),
    )


def _rows(zone: Zone, visit: Visit) -> Iterator[Row]:
    yield Row(blocks=[Numbers(cards=[*map(_card, zone.numbers)])])
    areas, *rest = zone.tables
    yield Row(blocks=[_picture(areas, visit)])
    yield from (Row(blocks=[_panel(each)]) for each in rest)


def _card(number: Number) -> Card:
    return Card(
        label=number.label,
        value=number.value,
        total=number.total,
        source="",
        meaning=number.meaning,
        is_simulated=number.is_simulated,
    )


def _picture(areas: Table, visit: Visit) -> Block:
    standing = known.standing(visit)
    return Picture(
        key=AREAS,
        takeaway=areas.heading,
        title=areas.heading + simulated_words(is_simulated=areas.is_simulated),
        spec=areas_chart(visit.view, standing, visit),
        widths=FULL,
        table=areas_table(standing),
    )


def _panel(table: Table) -> Panel:
    return Panel(
        title=table.heading + simulated_words(is_simulated=table.is_simulated),
        columns=table.columns,
        rows=[[cell.words for cell in row] for row in table.rows],
        foot=table.foot,
    )
