"""The words of the workbooks that people fill in and send back."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from domain.importing import Field
from domain.integrity_accountability import Grade
from domain.integrity_assessment import Aspect, Assessor, Component
from domain.integrity_duty import DutyPart, DutyPlace
from domain.integrity_services import Service, ServiceStatus
from domain.integrity_survey import Basis
from domain.timeline import SlipReason
from reports.templates import Labels
from ui.importing_words import heading
from ui.integrity_assessment_words import aspect_word, assessor_word
from ui.integrity_survey_words import basis_word
from ui.integrity_words import part_word, place_word, service_status_word
from ui.language import current, name
from ui.language import gettext as _
from ui.words import slip_words


def milestone_labels() -> Labels:
    """Return the words of the template for milestones, in the current language."""
    return _labels(
        _("Milestones"),
        _("A milestone is found by its code; its name is there to be read."),
        _("An empty cell takes away what is recorded."),
        _("Progress is a whole number from 0 to 100: write 45, not 0.45 or 45%."),
        _("Actual days must not lie after today, and no end before its start."),
        choices={Field.SLIP_REASON: {each: slip_words(each) for each in SlipReason}},
    )


def tally_labels() -> Labels:
    """Return the words of the template for tallies, in the current language."""
    return _labels(
        _("Recaps"),
        _("One row is one party in one kab/kota, phase and reporting day."),
        _("Phase, party and kab/kota are written as in the lists, or by their codes."),
        _("MS + BMS + TMS ≤ members checked ≤ sample ≤ members submitted."),
        _("Imported recaps are drafts until the kab/kota submits them."),
    )


def assessment_labels(components: Iterable[Component]) -> Labels:
    """Return the words of the template for an assessment of the integrity zone."""
    return _labels(
        _("Self-assessment"),
        _("An assessment is stored whole: with one row refused, nothing is stored."),
        _("IPAK and IPKP are given as the index of their survey, all else as points."),
        _("Points have four decimals at most and are not above their weight."),
        _("Evidence needed is at least as much as the evidence present."),
        choices={
            Field.ASSESSOR: {each: assessor_word(each) for each in Assessor},
            Field.COMPONENT: {each.code: name(each.name) for each in components},
            Field.ASPECT: {each: aspect_word(each) for each in Aspect},
        },
        numbers=_exact_numbers(),
    )


def survey_labels(services: Iterable[Service]) -> Labels:
    """Return the words of the template for rounds of the satisfaction survey."""
    office = {"": _("The office as a whole")}
    return _labels(
        _("Satisfaction survey"),
        _("One row is one round: whom it asked about, in which days."),
        _("All nine elements have a figure: sums of scores, or averages from 1 to 4."),
        _("People served and the deviation of the indices may be left empty."),
        _("A row for a round that is recorded already corrects it."),
        choices={
            Field.SERVICE: office | {each.code: name(each.name) for each in services},
            Field.BASIS: {each: basis_word(each) for each in Basis},
        },
        numbers=_exact_numbers(),
    )


def accountability_labels() -> Labels:
    """Return the words of the template for years of SAKIP."""
    return _labels(
        "SAKIP",
        _("One row is one year; what is not known is left empty."),
        _("A score is not above the weight of its component."),
        _("With all four scores, the total is their sum."),
        _("A grade is the one that the total earns."),
        choices={Field.GRADE: {each: each.value for each in Grade}},
        numbers=_exact_numbers(),
    )


def service_labels(services: Iterable[Service]) -> Labels:
    """Return the words of the template for the state of services."""
    return _of_services(
        services,
        _("Services"),
        _("One row is one service; a new one is recorded in the form first."),
        _("Since is the day from which the status holds."),
        _("An address begins with https:// and names a site."),
        _("An empty cell takes away what is recorded."),
        choices={Field.STATUS: {s: service_status_word(s) for s in ServiceStatus}},
    )


def figure_labels(services: Iterable[Service]) -> Labels:
    """Return the words of the template for the figures of services."""
    return _of_services(
        services,
        _("Figures of services"),
        _("One row is one service in one month; any day of the month names it."),
        _("The month has begun."),
        _("Say in Indonesian what is counted; in English it may be left empty."),
        _("A row for a month that is recorded already corrects it."),
        choices={},
    )


def duty_labels() -> Labels:
    """Return the words of the template for the rota of the manager on duty."""
    return _labels(
        _("Duty rota"),
        _("One row is one shift; an empty name means nobody."),
        _("Without a place it is the office, without a part the whole day."),
        _("Nobody is at two places at a time, and no place has two people."),
        _("The rota is stored whole: with one row refused, nothing is stored."),
        choices={
            Field.PLACE: {each: place_word(each) for each in DutyPlace},
            Field.DAY_PART: {each: part_word(each) for each in DutyPart},
        },
    )


def _labels(
    title: str,
    *rules: str,
    choices: Mapping[Field, Mapping[str, str]] | None = None,
    numbers: str = "",
) -> Labels:
    return Labels(
        language=current(),
        title=title,
        headings={field: heading(field) for field in Field},
        choices=choices or {},
        guide_title=_("Instructions"),
        guide=(*rules, numbers or _whole_numbers(), *_common_rules()),
    )


def _of_services(
    services: Iterable[Service],
    title: str,
    *rules: str,
    choices: Mapping[Field, Mapping[str, str]],
) -> Labels:
    names = {each.code: name(each.name) for each in services}
    found = _labels(title, *rules, choices={Field.SERVICE: names, **choices})
    return replace(found, headings={**found.headings, Field.SERVICE: _("Service")})


def _whole_numbers() -> str:
    return _("Write numbers in digits only: 1234. 1.234 is read as 1234.")


def _exact_numbers() -> str:
    return _("Write decimals with a comma or a point: 3,625 or 3.625.")


def _common_rules() -> tuple[str, ...]:
    return (
        _("Write days as 2022-09-08 or 8 September 2022; 08/09/2022 is 8 September."),
        _("Leave the first row as it is. Formulas and merged cells are refused."),
        _("The sheet named as this one is read, or the first; at most 20,000 rows."),
    )
