"""Workbooks of the integrity zone to be filled in and imported."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from domain.importing import Field
from domain.integrity_accountability import AccountabilityYear, Component
from domain.integrity_assessment import Aspect, Assessor, Score
from domain.integrity_duty import Shift, Slot
from domain.integrity_services import Service, ServiceFigure
from domain.integrity_survey import Element, SurveyRound
from reports.templates import Labels, sheet_of
from reports.workbook import Cell, Sheet

ASSESSMENT_FIELDS = (
    Field.PERIOD,
    Field.ASSESSOR,
    Field.COMPONENT,
    Field.ASPECT,
    Field.POINTS,
    Field.SURVEY_INDEX,
    Field.EVIDENCE,
    Field.EVIDENCE_NEEDED,
    Field.EVIDENCE_LINK,
)
SURVEY_FIELDS = (
    Field.SERVICE,
    Field.PERIOD_START,
    Field.PERIOD_END,
    Field.RESPONDENTS,
    Field.POPULATION,
    Field.BASIS,
    *map(Field, Element),
    Field.DEVIATION,
)
ACCOUNTABILITY_FIELDS = (
    Field.YEAR,
    Field.GRADE,
    Field.TOTAL,
    *map(Field, Component),
)
SERVICE_FIELDS = (
    Field.SERVICE,
    Field.STATUS,
    Field.SINCE,
    Field.OWNER,
    Field.LINK,
)
FIGURE_FIELDS = (
    Field.SERVICE,
    Field.MONTH,
    Field.COUNTED,
    Field.WHAT,
    Field.WHAT_ENGLISH,
)
DUTY_FIELDS = (Field.DAY, Field.PLACE, Field.DAY_PART, Field.PERSON)


@dataclass(frozen=True, slots=True, kw_only=True)
class Worksheet:
    """An assessment to be filled in.

    Attributes:
        period: Year assessed.
        assessor: Who assesses.
        slots: Component and aspect of everything that is scored.
        scores: What is recorded of it; nothing where it is to be filled in.
    """

    period: int
    assessor: Assessor
    slots: Sequence[tuple[str, Aspect]]
    scores: Mapping[tuple[str, Aspect], Score]


def assessment_sheet(worksheet: Worksheet, labels: Labels) -> Sheet:
    """Return the sheet with a row for each score of an assessment."""
    first = (worksheet.period, labels.choices[Field.ASSESSOR][worksheet.assessor])
    names, aspects = labels.choices[Field.COMPONENT], labels.choices[Field.ASPECT]
    rows = (
        (
            *first,
            names[component],
            aspects[aspect],
            *_score_cells(worksheet.scores.get((component, aspect))),
        )
        for component, aspect in worksheet.slots
    )
    return sheet_of(ASSESSMENT_FIELDS, rows, labels)


def survey_sheet(rounds: Iterable[SurveyRound], labels: Labels) -> Sheet:
    """Return the sheet with a row for each round of the satisfaction survey."""
    asked, bases = labels.choices[Field.SERVICE], labels.choices[Field.BASIS]
    rows = (
        (
            asked[each.service_code or ""],
            each.period_start,
            each.period_end,
            each.respondents,
            each.population,
            bases[each.basis],
            *(float(each.figures[element]) for element in Element),
            _number(each.deviation),
        )
        for each in rounds
    )
    return sheet_of(SURVEY_FIELDS, rows, labels)


def accountability_sheet(years: Iterable[AccountabilityYear], labels: Labels) -> Sheet:
    """Return the sheet with a row for each year of SAKIP."""
    rows = (
        (
            each.year,
            each.result.grade,
            _number(each.result.total),
            *(_number(each.result.scores.get(part)) for part in Component),
        )
        for each in years
    )
    return sheet_of(ACCOUNTABILITY_FIELDS, rows, labels)


def service_sheet(services: Iterable[Service], labels: Labels) -> Sheet:
    """Return the sheet with a row for each service."""
    names, statuses = labels.choices[Field.SERVICE], labels.choices[Field.STATUS]
    rows = (
        (
            names[each.code],
            statuses[each.state.status],
            each.state.since,
            each.state.owner or None,
            each.state.link or None,
        )
        for each in services
    )
    return sheet_of(SERVICE_FIELDS, rows, labels)


def figure_sheet(figures: Iterable[ServiceFigure], labels: Labels) -> Sheet:
    """Return the sheet with a row for each figure of a month."""
    names = labels.choices[Field.SERVICE]
    rows = (
        (
            names[each.service_code],
            each.month,
            each.counted,
            each.what.indonesian,
            each.what.english or None,
        )
        for each in figures
    )
    return sheet_of(FIGURE_FIELDS, rows, labels)


def duty_sheet(days: Iterable[date], shifts: Iterable[Shift], labels: Labels) -> Sheet:
    """Return the sheet with a row for each shift, and for each day without one.

    Args:
        days: Days on which somebody is to be on duty.
        shifts: The shifts known.
        labels: The words.
    """
    held = {each.slot: each.person for each in shifts}
    taken = {slot.day for slot in held}
    empty = {Slot(day): "" for day in days if day not in taken}
    places, parts = labels.choices[Field.PLACE], labels.choices[Field.DAY_PART]
    rows = (
        (slot.day, places[slot.place], parts[slot.part], person or None)
        for slot, person in sorted((held | empty).items())
    )
    return sheet_of(DUTY_FIELDS, rows, labels)


def _number(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _score_cells(score: Score | None) -> tuple[Cell, ...]:
    if score is None:
        return (None,) * 5
    is_surveyed = score.index is not None
    return (
        None if is_surveyed else float(score.points),
        None if score.index is None else float(score.index),
        score.evidence,
        score.evidence_needed,
        score.link or None,
    )
