"""The columns of the workbooks of the integrity zone, and the words in their cells."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from data_access.imports.columns import Column, Parse, text
from data_access.imports.days import day
from data_access.imports.grid import Cell
from data_access.imports.lookup import Lookup, lookup_of
from data_access.imports.numbers import exact_number, whole_number
from domain.importing import Field
from domain.integrity_accountability import Component, Grade
from domain.integrity_assessment import Aspect, Assessor
from domain.integrity_duty import DutyPart, DutyPlace
from domain.integrity_services import ServiceStatus
from domain.integrity_survey import Basis, Element

Choice = TypeVar("Choice", bound=StrEnum)

LONGEST_PERSON = 500
LONGEST_LINK = 2_000
"""Longer texts are not read; how long they may be, the rules of the forms say."""

ASSESSORS: Mapping[Assessor, tuple[str, ...]] = {
    Assessor.SELF: ("penilaian mandiri", "self-assessment"),
    Assessor.INTERNAL: (
        "Tim Penilai Internal (TPI)",
        "internal assessment team (TPI)",
        "TPI",
    ),
    Assessor.NATIONAL: (
        "Tim Penilai Nasional (TPN)",
        "national assessment team (TPN)",
        "TPN",
    ),
}
ASPECTS: Mapping[Aspect, tuple[str, ...]] = {
    Aspect.COMPLIANCE: ("pemenuhan", "compliance"),
    Aspect.REFORM: ("reform", "reformasi"),
    Aspect.RESULT: ("hasil", "result"),
}
BASES: Mapping[Basis, tuple[str, ...]] = {
    Basis.TOTALS: ("Jumlah nilai", "Sums of the scores"),
    Basis.AVERAGES: ("Rata-rata per unsur", "Averages"),
}
GRADES: Mapping[Grade, tuple[str, ...]] = dict.fromkeys(Grade, ())
STATUSES: Mapping[ServiceStatus, tuple[str, ...]] = {
    ServiceStatus.PLANNED: ("Direncanakan", "Being planned"),
    ServiceStatus.RUNNING: ("Berjalan", "Running"),
    ServiceStatus.PAUSED: ("Dihentikan sementara", "Paused"),
    ServiceStatus.ENDED: ("Berakhir", "Ended"),
}
PLACES: Mapping[DutyPlace, tuple[str, ...]] = {
    DutyPlace.OFFICE: ("kantor", "office"),
    DutyPlace.SERVICE_DESK: ("meja layanan", "service desk"),
}
PARTS: Mapping[DutyPart, tuple[str, ...]] = {
    DutyPart.WHOLE: ("sehari penuh", "whole day"),
    DutyPart.MORNING: ("pagi", "morning"),
    DutyPart.AFTERNOON: ("siang", "afternoon"),
}
"""The choices in both languages, as the screens write them."""


def assessment_columns(components: Lookup) -> tuple[Column, ...]:
    """Return the columns for the scores of assessments.

    Args:
        components: Finds an area of change or a result.
    """
    return (
        Column(Field.PERIOD, whole_number),
        Column(Field.ASSESSOR, _choice(Assessor, ASSESSORS)),
        Column(Field.COMPONENT, components.find),
        Column(Field.ASPECT, _choice(Aspect, ASPECTS)),
        Column(Field.POINTS, exact_number, may_be_empty=True),
        _optional(Field.SURVEY_INDEX, exact_number),
        _optional(Field.EVIDENCE, whole_number),
        _optional(Field.EVIDENCE_NEEDED, whole_number),
        _optional(Field.EVIDENCE_LINK, text(LONGEST_LINK)),
    )


def survey_columns(services: Lookup) -> tuple[Column, ...]:
    """Return the columns for rounds of the satisfaction survey.

    Args:
        services: Finds a service, or what stands for the office as a whole.
    """
    return (
        _optional(Field.SERVICE, services.find),
        Column(Field.PERIOD_START, day),
        Column(Field.PERIOD_END, day),
        Column(Field.RESPONDENTS, whole_number),
        _optional(Field.POPULATION, whole_number),
        Column(Field.BASIS, _choice(Basis, BASES)),
        *(Column(Field(element), _fraction) for element in Element),
        _optional(Field.DEVIATION, _fraction),
    )


def accountability_columns() -> tuple[Column, ...]:
    """Return the columns for years of SAKIP."""
    return (
        Column(Field.YEAR, whole_number),
        _optional(Field.GRADE, _choice(Grade, GRADES)),
        _optional(Field.TOTAL, _fraction),
        *(_optional(Field(component), _fraction) for component in Component),
    )


def service_columns(services: Lookup) -> tuple[Column, ...]:
    """Return the columns for the state of services.

    Args:
        services: Finds a service.
    """
    return (
        Column(Field.SERVICE, services.find),
        Column(Field.STATUS, _choice(ServiceStatus, STATUSES)),
        _optional(Field.SINCE, day),
        _optional(Field.OWNER, text(LONGEST_PERSON)),
        _optional(Field.LINK, text(LONGEST_LINK)),
    )


def figure_columns(services: Lookup) -> tuple[Column, ...]:
    """Return the columns for the figures of services.

    Args:
        services: Finds a service.
    """
    return (
        Column(Field.SERVICE, services.find),
        Column(Field.MONTH, _month),
        Column(Field.COUNTED, whole_number),
        _optional(Field.WHAT, text(LONGEST_PERSON)),
        _optional(Field.WHAT_ENGLISH, text(LONGEST_PERSON)),
    )


def duty_columns() -> tuple[Column, ...]:
    """Return the columns for the rota of the manager on duty."""
    return (
        Column(Field.DAY, day),
        _optional(Field.PLACE, _choice(DutyPlace, PLACES)),
        _optional(Field.DAY_PART, _choice(DutyPart, PARTS)),
        Column(Field.PERSON, text(LONGEST_PERSON), may_be_empty=True),
    )


def _optional(field: Field, parse: Parse) -> Column:
    return Column(field, parse, is_required=False, may_be_empty=True)


def _choice(
    of: Callable[[str], Choice], words: Mapping[Choice, tuple[str, ...]]
) -> Parse:
    known = lookup_of(words.items())
    return lambda cell: of(known.find(cell))


def _month(cell: Cell) -> date:
    return day(cell).replace(day=1)


def _fraction(cell: Cell) -> Fraction:
    return Fraction(exact_number(cell))
