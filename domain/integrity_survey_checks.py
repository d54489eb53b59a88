"""What may stand in a round of the satisfaction survey.

Source: PermenPANRB 14/2017: nine elements, scores from 1 to 4.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from domain.integrity_survey import (
    HIGHEST,
    LOWEST,
    Basis,
    Element,
    SurveyEdit,
    averages_of,
    decimal_of,
    largest_deviation,
)
from domain.typed_days import check_order, check_past
from domain.violation import Violation

MOST_PEOPLE = 10_000_000
"""More than live in the province; a larger count is a slip of the keyboard."""

Violations: TypeAlias = tuple[Violation, ...]


class SurveyRule(StrEnum):
    """A rule on a round."""

    ELEMENT_MISSING = "element_missing"
    AVERAGE_ON_SCALE = "average_on_scale"
    WHOLE_TOTAL = "whole_total"
    SOMEBODY_ANSWERED = "somebody_answered"
    DAY_NEEDED = "day_needed"
    FEWER_THAN_ANSWERED = "fewer_than_answered"
    DEVIATION_POSSIBLE = "deviation_possible"
    TOO_LARGE = "too_large"
    UNKNOWN_SERVICE = "unknown_service"


def check_survey(edit: SurveyEdit, day: date) -> Violations:
    """Return every rule that a round breaks.

    Args:
        edit: What is to be recorded.
        day: Day of the recording; the period is over by then.
    """
    people = tuple(_check_people(edit))
    figures = tuple(_check_figures(edit))
    return (
        *_check_days(edit, day),
        *people,
        *figures,
        *(() if people or figures else _check_deviation(edit)),
    )


def _check_days(edit: SurveyEdit, day: date) -> Violations:
    days = {"period_start": edit.period_start, "period_end": edit.period_end}
    missing = tuple(
        Violation(field=field, value=None, rule=SurveyRule.DAY_NEEDED)
        for field, value in days.items()
        if value is None
    )
    return (
        *missing,
        *check_past("period_start", edit.period_start, day),
        *check_past("period_end", edit.period_end, day),
        *check_order("period_end", edit.period_start, edit.period_end),
    )


def _check_people(edit: SurveyEdit) -> Iterator[Violation]:
    answered, served = edit.respondents, edit.population
    if answered is None or answered < 1:
        rule = SurveyRule.SOMEBODY_ANSWERED
        yield Violation(field="respondents", value=answered, rule=rule)
    elif served is not None and served < answered:
        rule = SurveyRule.FEWER_THAN_ANSWERED
        yield Violation(field="population", value=served, rule=rule, most=answered)
    for field, value in (("respondents", answered), ("population", served)):
        if value is not None and value > MOST_PEOPLE:
            rule = SurveyRule.TOO_LARGE
            yield Violation(field=field, value=value, rule=rule, most=MOST_PEOPLE)


def _check_figures(edit: SurveyEdit) -> Iterator[Violation]:
    answered = max(edit.respondents or 0, 1)
    divisor = answered if edit.basis is Basis.TOTALS else 1
    for element in Element:
        figure = edit.figures.get(element)
        if figure is None:
            rule = SurveyRule.ELEMENT_MISSING
            yield Violation(field=element, value=None, rule=rule)
        elif not LOWEST <= figure / divisor <= HIGHEST:
            rule = SurveyRule.AVERAGE_ON_SCALE
            average = shown(figure / divisor)
            yield Violation(field=element, value=average, rule=rule)
        elif edit.basis is Basis.TOTALS and figure.denominator != 1:
            rule = SurveyRule.WHOLE_TOTAL
            yield Violation(field=element, value=shown(figure), rule=rule)


def _check_deviation(edit: SurveyEdit) -> Violations:
    """Return whether a deviation cannot be that of the figures, which are sound."""
    given, answered = edit.deviation, edit.respondents or 1
    if given is None:
        return ()
    averages = averages_of(edit.basis, edit.figures, answered).values()
    index = sum(averages, Fraction()) / len(Element) * 25
    is_possible = answered > 1 and 0 <= decimal_of(given) <= largest_deviation(
        index, answered
    )
    if is_possible:
        return ()
    rule = SurveyRule.DEVIATION_POSSIBLE
    return (Violation(field="deviation", value=shown(given), rule=rule),)


def shown(value: Fraction) -> str:
    """Return a figure as somebody typed it, in decimals, or rounded to four."""
    whole = value.numerator if value.denominator == 1 else None
    return str(whole) if whole is not None else f"{float(value):.4f}".rstrip("0")
