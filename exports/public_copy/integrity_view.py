"""Zona Integritas as a public view, in the order of the screen."""

from collections.abc import Iterator

from domain.integrity_survey import SurveyRound
from exports.edition import Edition
from exports.paper_integrity import zone_of
from exports.public_copy.content import (
    FULL,
    Numbers,
    Passage,
    Picture,
    Row,
    Said,
    View,
)
from reports.briefing_words import Zone
from reports.tables import Number, Table
from ui import (
    integrity_assessment,
    integrity_assessment_bars,
    integrity_assessment_notes,
    integrity_assessment_store,
    integrity_assessment_words,
    integrity_duty,
    integrity_services,
    integrity_survey,
)
from ui.badges import simulated_words
from ui.chips import Card
from ui.integrity_assessment_store import Standing
from ui.lines import Panel
from ui.visit import Visit

KEY = "zona"
BARE = "bare"
"""Charts without a card."""


def view_of(edition: Edition) -> View:
    """Return Zona Integritas of an edition, in the language that is spoken."""
    visit, zone = edition.visit, zone_of(edition)
    title = integrity_assessment.headline(visit)
    if zone is None:
        rota = integrity_duty.summary_of(visit).today
        services = integrity_services.summary_of(visit).words
        return View(key=KEY, title=title, sentence=f"{services} {rota}", foot="")
    found = integrity_survey.newest(visit)
    return View(
        key=KEY,
        title=title,
        rows=[
            *_assessment(integrity_assessment_store.standing(visit), visit),
            *(_survey(found, visit) if found else ()),
            *_rest(zone),
        ],
        foot=" ".join(zone.sources),
    )


def _assessment(standing: Standing, visit: Visit) -> Iterator[Row]:
    found = standing.newest
    is_simulated = bool(found and found.is_simulated)
    title, missing, closing = integrity_assessment_notes.missing_words(standing)
    state = [
        Said(chips=integrity_assessment_notes.attained_chips(standing)),
        Said(
            words=integrity_assessment_notes.assessed_words(standing, visit),
            is_simulated=is_simulated,
        ),
        Said(words=title, look="strong" if missing else ""),
        Said(items=missing),
        Said(words=closing),
    ]
    yield Row(blocks=[Passage(said=state)])
    areas = Picture(
        key="zona-areas",
        takeaway=integrity_assessment_words.headline(standing),
        title=integrity_assessment_notes.areas_title(standing),
        spec=integrity_assessment_bars.areas_chart(visit.view, standing, visit),
        widths=FULL,
        table=integrity_assessment_bars.areas_table(standing),
    )
    yield Row(blocks=[areas], look=BARE)
    evidence = [
        Said(
            words=integrity_assessment_notes.evidence_words(standing),
            is_simulated=is_simulated,
        ),
        Said(words=integrity_assessment_notes.sources(standing), look="small"),
    ]
    yield Row(blocks=[Passage(said=evidence)], look="offers")
    trend = Picture(
        key="zona-trend",
        takeaway=integrity_assessment_words.trend_sentence(standing),
        title=integrity_assessment_notes.trend_title(),
        spec=integrity_assessment_bars.trend_chart(visit.view, standing, visit),
        widths=FULL,
        table=integrity_assessment_bars.trend_table(standing),
    )
    yield Row(blocks=[trend], look=BARE)
    agenda, source = integrity_assessment_notes.reform(visit)
    course = [
        Said(
            words=integrity_assessment_words.trend_sentence(standing),
            is_simulated=any(each.is_simulated for each in standing.assessments),
        ),
        Said(words=f"{agenda} {source}".strip()),
    ]
    yield Row(blocks=[Passage(said=course)], look="offers")


def _survey(found: SurveyRound, visit: Visit) -> Iterator[Row]:
    told = integrity_survey.summary_of(visit)
    sample, interval, source = integrity_survey.limits(found)
    said = [
        Said(words=told.words, look="strong", is_simulated=told.is_simulated),
        Said(chips=integrity_survey.warned_chips(found)),
        Said(words=sample),
        Said(words=interval),
        Said(words=source, look="small"),
    ]
    yield Row(blocks=[Passage(title=integrity_survey.title(), said=said)])
    elements = Picture(
        key="zona-elements",
        takeaway=told.words,
        spec=integrity_survey.elements_chart(visit.view, found, visit),
        widths=FULL,
        table=integrity_survey.elements_table(found),
    )
    yield Row(blocks=[elements], look=BARE)


def _rest(zone: Zone) -> Iterator[Row]:
    """Yield the four numbers, and what neither chart shows."""
    yield Row(blocks=[Numbers(cards=[*map(_card, zone.numbers)])])
    yield from (Row(blocks=[_panel(each)]) for each in zone.tables[-2:])


def _card(number: Number) -> Card:
    return Card(
        label=number.label,
        value=number.value,
        total=number.total,
        source="",
        meaning=number.meaning,
        is_simulated=number.is_simulated,
    )


def _panel(table: Table) -> Panel:
    return Panel(
        title=table.heading + simulated_words(is_simulated=table.is_simulated),
        columns=table.columns,
        rows=[[cell.words for cell in row] for row in table.rows],
        foot=table.foot,
    )
