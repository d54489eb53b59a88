"""The accountability of performance (SAKIP): components, grades, years.

Source: PermenPANRB 88/2021; weights and bands stand as rows with their articles.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from domain.bilingual import Bilingual
from domain.provenance import Provenance
from domain.violation import Violation

ALL_WEIGHT = 100
FIRST_YEAR = 2004
"""Year before the oldest grades of agencies; an earlier one is a slip. No source."""

Violations: TypeAlias = tuple[Violation, ...]


class Component(StrEnum):
    """What is scored."""

    PLANNING = "sakip_planning"
    MEASUREMENT = "sakip_measurement"
    REPORTING = "sakip_reporting"
    EVALUATION = "sakip_evaluation"


class Grade(StrEnum):
    """What a score is called, best first."""

    AA = "AA"
    A = "A"
    BB = "BB"
    B = "B"
    CC = "CC"
    C = "C"
    D = "D"


class AccountabilityRule(StrEnum):
    """A rule on what is recorded of a year."""

    YEAR_IS_PAST = "year_is_past"
    NOTHING_KNOWN = "nothing_known"
    ABOVE_WEIGHT = "above_weight_of_component"
    SCORE_NOT_NEGATIVE = "score_not_negative"
    TOTAL_ON_SCALE = "total_on_scale"
    TOTAL_IS_SUM = "total_is_sum"
    GRADE_OF_SCORE = "grade_of_score"
    WEIGHTS_ADD_UP = "weights_add_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """The most that a component can score.

    Attributes:
        component: The component.
        name: Its name.
        weight: Its points, of 100.
        article: Where the regulation says so.
        provenance: Source of it.
    """

    component: Component
    name: Bilingual
    weight: int
    article: str
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The scores that earn a grade.

    Attributes:
        grade: The grade.
        above: Score that must be exceeded; None where any score will do.
        article: Where the regulation says so.
        provenance: Source of it.
    """

    grade: Grade
    above: int | None
    article: str
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class YearEdit:
    """Everything about a year that staff record; what is not known is None.

    Attributes:
        grade: The grade.
        total: Score of all four, where it was published.
        sakip_planning: Score of the first component; the other three follow, each
            called as its component.
    """

    grade: Grade | None = None
    total: Fraction | None = None
    sakip_planning: Fraction | None = None
    sakip_measurement: Fraction | None = None
    sakip_reporting: Fraction | None = None
    sakip_evaluation: Fraction | None = None

    @property
    def scores(self) -> Mapping[Component, Fraction]:
        """Return the scores that are known."""
        found = {each: getattr(self, each.value) for each in Component}
        return {each: value for each, value in found.items() if value is not None}

    @property
    def known_total(self) -> Fraction | None:
        """Return the total: as published, or the sum of the four; else None."""
        if self.total is not None:
            return self.total
        is_whole = len(self.scores) == len(Component)
        return sum(self.scores.values(), Fraction()) if is_whole else None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountabilityYear:
    """A year, as known on a day.

    Attributes:
        year: The year that was evaluated.
        result: Scores and grade; what was never published is not in it.
        known_on: Day it was recorded for.
        version: Newest version of it, known that day or not.
        provenance: Source of it.
    """

    year: int
    result: YearEdit
    known_on: date
    version: int
    provenance: Provenance


def grade_of(total: Fraction, bands: Iterable[Band]) -> Grade | None:
    """Return the best grade that a score earns; None without bands."""
    earned = {each.grade for each in bands if each.above is None or total > each.above}
    return next((grade for grade in Grade if grade in earned), None)


def check_weights(weights: Sequence[Weight]) -> Violations:
    """Return whether the weights of the components do not add up to 100."""
    added = sum(each.weight for each in weights)
    if added == ALL_WEIGHT:
        return ()
    rule = AccountabilityRule.WEIGHTS_ADD_UP
    return (Violation(field="weight", value=added, rule=rule, most=ALL_WEIGHT),)


def check_year(
    year: int,
    edit: YearEdit,
    rules: tuple[Sequence[Weight], Sequence[Band]],
    day: date,
) -> Violations:
    """Return every rule that what is recorded of a year breaks.

    Args:
        year: The year.
        edit: What is to be recorded.
        rules: Weights of the components, and bands of the grades.
        day: Day of the recording; the year has begun by then.
    """
    weights, bands = rules
    return (
        *check_weights(weights),
        *_check_year(year, edit, day),
        *_check_scores(edit, weights),
        *_check_total(edit, bands),
    )


def _check_year(year: int, edit: YearEdit, day: date) -> Iterator[Violation]:
    if not FIRST_YEAR <= year <= day.year:
        rule = AccountabilityRule.YEAR_IS_PAST
        yield Violation(field="year", value=year, rule=rule, most=day.year)
    if not edit.scores and edit.total is None and edit.grade is None:
        rule = AccountabilityRule.NOTHING_KNOWN
        yield Violation(field="grade", value=None, rule=rule)


def _check_scores(edit: YearEdit, weights: Sequence[Weight]) -> Iterator[Violation]:
    most = {each.component: each.weight for each in weights}
    for component, score in edit.scores.items():
        if score < 0:
            rule = AccountabilityRule.SCORE_NOT_NEGATIVE
            yield Violation(field=component, value=_shown(score), rule=rule)
        elif score > most.get(component, 0):
            yield Violation(
                field=component,
                value=_shown(score),
                rule=AccountabilityRule.ABOVE_WEIGHT,
                most=most.get(component, 0),
            )


def _check_total(edit: YearEdit, bands: Sequence[Band]) -> Iterator[Violation]:
    total, added = edit.total, sum(edit.scores.values(), Fraction())
    if total is not None and not 0 <= total <= ALL_WEIGHT:
        rule = AccountabilityRule.TOTAL_ON_SCALE
        yield Violation(field="total", value=_shown(total), rule=rule)
    is_whole = len(edit.scores) == len(Component)
    if total is not None and (total != added if is_whole else total < added):
        rule = AccountabilityRule.TOTAL_IS_SUM
        yield Violation(field="total", value=_shown(total), rule=rule)
    known = edit.known_total
    if known is not None and edit.grade not in {None, grade_of(known, bands)}:
        rule = AccountabilityRule.GRADE_OF_SCORE
        yield Violation(field="grade", value=edit.grade, rule=rule)


def _shown(score: Fraction) -> str:
    return f"{float(score):.2f}"
