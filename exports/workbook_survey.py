"""The sheets of the workbook on the survey, SAKIP and the stages on schedule."""

from fractions import Fraction

from domain.integrity_accountability import Component
from domain.integrity_survey import Element
from exports.api.integrity_survey_tables import punctuality_in, rounds_in, years_in
from exports.edition import Edition
from exports.workbook_integrity import of_sources, told
from exports.workbook_sheets import NARROW, USUAL, WIDE, columns, simulated_mark
from reports.workbook import Cell, Sheet
from ui import integrity_survey_words
from ui.integrity_punctuality import standing_word
from ui.language import gettext as _
from ui.language import name


def sheets(edition: Edition) -> tuple[Sheet, ...]:
    """Return the sheets, in the language of the edition."""
    return _rounds(edition), _years(edition), _punctuality(edition)


def sources(edition: Edition) -> set[str]:
    """Return the sources of what the sheets hold."""
    return {
        *(each.provenance.source for each in rounds_in(edition)),
        *(each.provenance.source for each in years_in(edition)),
    }


def _rounds(edition: Edition) -> Sheet:
    """Return the rounds of the survey, in columns that an import takes as they are."""
    elements = [(integrity_survey_words.element_word(e), NARROW) for e in Element]
    headings = (
        (_("Code"), USUAL), (_("Asked about"), WIDE),
        (_("First day of the period"), USUAL), (_("Last day of the period"), USUAL),
        (_("Respondents"), NARROW), (_("People served"), NARROW),
        (_("What the figures are"), USUAL), *elements,
        (_("Deviation of the indices"), NARROW), (_("IKM"), NARROW),
        (_("Band"), NARROW),
        (_("Lower end of the interval (95%)"), NARROW),
        (_("Upper end of the interval (95%)"), NARROW), (_("Known on"), USUAL),
        *of_sources(),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for each in rounds_in(edition):
        interval = each.interval
        rows.append(
            (
                each.code,
                integrity_survey_words.subject(each.service_code, edition.visit),
                each.period_start,
                each.period_end,
                each.respondents,
                each.population,
                integrity_survey_words.basis_word(each.basis),
                *(float(figure) for figure in each.figures.values()),
                _points(each.deviation),
                float(each.index),
                each.band.value,
                float(interval.low) if interval else None,
                float(interval.high) if interval else None,
                each.known_on,
                *told(each.provenance),
            )
        )
    title = _("Satisfaction survey")
    return Sheet(title=title, columns=columns(headings), rows=tuple(rows))


def _years(edition: Edition) -> Sheet:
    parts = [(integrity_survey_words.component_word(c), NARROW) for c in Component]
    headings = (
        (_("Year"), NARROW), (_("Grade"), NARROW), (_("Total score"), NARROW), *parts,
        (_("Known on"), USUAL), *of_sources(),
    )  # fmt: skip
    rows = (
        (
            each.year,
            each.result.grade.value if each.result.grade else None,
            _points(each.result.known_total),
            *(_points(each.result.scores.get(part)) for part in Component),
            each.known_on,
            *told(each.provenance),
        )
        for each in years_in(edition)
    )
    return Sheet(title=_("SAKIP"), columns=columns(headings), rows=tuple(rows))


def _punctuality(edition: Edition) -> Sheet:
    headings = (
        (_("Code"), NARROW), (_("Milestone"), WIDE), (_("Division"), USUAL),
        (_("Standing in the indicator"), USUAL), (_("Planned end"), USUAL),
        (_("Working days late"), NARROW), (_("Simulated"), NARROW),
    )  # fmt: skip
    rows = (
        (
            each.item.milestone.code,
            name(each.item.milestone.short_name),
            each.item.milestone.division,
            standing_word(each.standing),
            each.item.milestone.schedule.planned_end,
            each.days_late,
            simulated_mark(is_simulated=each.item.is_simulated),
        )
        for each in punctuality_in(edition)
    )
    title = _("Stages held on schedule")
    return Sheet(title=title, columns=columns(headings), rows=tuple(rows))


def _points(score: Fraction | None) -> float | None:
    return None if score is None else float(score)
