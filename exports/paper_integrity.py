"""The integrity zone in words for paper and slides: numbers, and tables under them."""

from collections.abc import Iterator

from domain.assessment import Status
from exports.edition import Edition
from reports.briefing_words import Zone
from reports.symbols import key_of
from reports.tables import Cell, Number, Table
from ui import (
    integrity_accountability,
    integrity_assessment,
    integrity_duty,
    integrity_punctuality,
    integrity_services,
    integrity_survey,
    wording,
)
from ui.integrity_assessment import AreaSummary, AssessmentSummary
from ui.language import gettext as _
from ui.visit import Visit


def zone_of(edition: Edition) -> Zone | None:
    """Return the page of the zone; None where no assessment is known on the day."""
    visit = edition.visit
    found = integrity_assessment.summary_of(visit)
    if found is None:
        return None
    return Zone(
        headline=_("Integrity zone: {headline}").format(headline=found.headline),
        sentence=_sentence(found),
        numbers=tuple(_numbers(visit, found)),
        tables=tuple(_tables(visit, found)),
        sources=tuple(_sources(visit, found)),
    )


def _sentence(found: AssessmentSummary) -> str:
    """Return who assessed what, what was obtained, what lacks, and how it closes."""
    assessed = f"{found.assessed[:1].upper()}{found.assessed[1:]}"
    lacking = "; ".join(found.missing)
    said = (assessed, *found.attained, lacking, found.closing.rstrip("."))
    return " ".join(f"{each}." for each in said if each)


def areas_table(found: AssessmentSummary) -> Table:
    """Return the areas of change against their least points."""
    return Table(
        heading=_("Areas of change"),
        columns=(
            _("Area of change"),
            _("Points"),
            _("Least for {predicate}").format(predicate=found.predicate),
            _("Weight"),
        ),
        widths=(0.52, 0.18, 0.18, 0.12),
        rows=tuple(map(_area_row, found.areas)),
        foot=found.evidence,
        is_simulated=found.is_simulated,
    )


def _area_row(area: AreaSummary) -> tuple[Cell, ...]:
    status = Status.DONE if area.is_enough else Status.AT_RISK
    reached = _("reached") if area.is_enough else _("not reached")
    return (
        Cell(words=area.name),
        Cell(words=area.points, tile=key_of(status), told=reached),
        Cell(words=area.least),
        Cell(words=area.weight),
    )


def _numbers(visit: Visit, found: AssessmentSummary) -> Iterator[Number]:
    yield Number(
        label=_("Points of the integrity zone"),
        value=found.total,
        total=_("of {total}").format(total=wording.number(100)),
        meaning=found.assessed,
        is_simulated=found.is_simulated,
    )
    survey = integrity_survey.summary_of(visit)
    if survey.index is not None:
        yield Number(
            label=_("Satisfaction index (IKM)"),
            value=wording.decimal(survey.index),
            total=survey.band,
            meaning="PermenPANRB 14/2017",
            is_simulated=survey.is_simulated,
        )
    graded = integrity_accountability.summary_of(visit)
    if graded.year is not None:
        yield Number(
            label="SAKIP",
            value=graded.grade,
            total=str(graded.year),
            meaning="PermenPANRB 88/2021",
            is_simulated=False,
        )
    timely = integrity_punctuality.summary_of(visit)
    if timely.share is not None:
        yield Number(
            label=_("Stages held on schedule"),
            value=wording.percent(timely.share),
            total=wording.of_total(timely.in_time, timely.counted),
            meaning=_("milestones finished within the plan"),
            is_simulated=timely.is_simulated,
        )


def _tables(visit: Visit, found: AssessmentSummary) -> Iterator[Table]:
    yield areas_table(found)
    survey = integrity_survey.summary_of(visit)
    if survey.elements:
        yield Table(
            heading=survey.words,
            columns=(_("Element"), _("Average, 1 to 4")),
            widths=(0.7, 0.3),
            rows=tuple(
                (Cell(words=name), Cell(words=words))
                for name, _average, words in survey.elements
            ),
            is_simulated=survey.is_simulated,
        )
    services = integrity_services.summary_of(visit)
    yield Table(
        heading=services.words,
        columns=(_("Service"), _("Figure of the month")) if services.figures else (),
        widths=(0.4, 0.6),
        rows=tuple(
            (Cell(words=name), Cell(words=words)) for name, words in services.figures
        ),
        is_simulated=services.is_simulated,
    )
    duty = integrity_duty.summary_of(visit)
    yield Table(
        heading=_("Manager on duty"), foot=duty.today, is_simulated=duty.is_simulated
    )


def _sources(visit: Visit, found: AssessmentSummary) -> Iterator[str]:
    yield _("Assessment: PermenPANRB 90/2021, known since {day}.").format(
        day=wording.day(found.known_on)
    )
    for each in (
        integrity_survey.summary_of(visit).source,
        integrity_accountability.summary_of(visit).source,
        integrity_punctuality.summary_of(visit).words,
    ):
        if each:
            yield each
