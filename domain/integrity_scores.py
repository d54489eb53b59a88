"""What may be recorded of an assessment, and whether its weights add up.

Source: PermenPANRB 90/2021, worksheet of assessment (LKE); weights from a worksheet
filled in 2024.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from domain.integrity_assessment import (
    INDEX_TOP,
    NONE,
    SURVEYED,
    Aspect,
    Scheme,
    points_of_index,
)
from domain.integrity_service_rules import check_link
from domain.violation import Violation

AREAS_SUM, RESULTS_SUM = Decimal(60), Decimal(40)
"""Points of the areas of change and of the results. Source: PermenPANRB 90/2021."""

OLD_WEIGHTS = tuple(map(Decimal, (5, 5, 15, 10, 15, 10)))
"""Weights of the six areas that no longer hold.

Source: PermenPANRB 52/2014 and 10/2019, still shown by many offices.
"""

FIRST_PERIOD = 2021
"""First year that may be assessed; PermenPANRB 90/2021 is of that year."""

DECIMALS = 4
DIGITS = 20
"""Digits of a typed number; more are a slip, or meant to keep the server busy."""

MOST_EVIDENCE = 10_000
"""No source; a larger number is a slip of the keyboard."""


class ScoreRule(StrEnum):
    """A rule on the scores of an assessment."""

    NOT_A_NUMBER = "not_a_number"
    NEGATIVE = "score_negative"
    ABOVE_WEIGHT = "above_weight"
    OLD_WEIGHT = "old_weight"
    ABOVE_INDEX = "above_index"
    TOO_FINE = "too_fine"
    MISSING = "score_missing"
    UNKNOWN_AREA = "unknown_area"
    NO_SUCH_PERIOD = "no_such_period"
    EVIDENCE_IMPOSSIBLE = "evidence_impossible"


class WeightRule(StrEnum):
    """What is wrong with the weights of a scheme."""

    OLD = "the weights of PermenPANRB 90/2021, not the old 5/5/15/10/15/10"
    AREAS = "a weight with which the areas of change add up to 60"
    RESULTS = "a weight with which the results add up to 40"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreEdit:
    """What is typed of one aspect of a component.

    Attributes:
        number: Points, or the index of a survey, as typed; empty for none.
        evidence: Pieces of evidence present.
        evidence_needed: Pieces of evidence needed.
        link: Where the evidence lies.
    """

    number: str = ""
    evidence: int = 0
    evidence_needed: int = 0
    link: str = ""


Slot = tuple[str, Aspect]
"""Code of a component, and one of its aspects."""


def slots_of(scheme: Scheme) -> dict[Slot, Decimal]:
    """Return the weight of everything that is scored, in its order."""
    return {
        (each.code, aspect): weight
        for each in scheme.components
        for aspect, weight in each.weights.items()
    }


def decimal_of(typed: str) -> Decimal | None:
    """Return a typed number exactly, with a comma or a point; None for no number."""
    try:
        number = Decimal(typed.strip().replace(",", "."))
    except InvalidOperation:
        return None
    is_sane = number.is_finite() and abs(number.adjusted()) < DIGITS
    return number if is_sane else None


def points_of(slot: Slot, number: Decimal, weight: Decimal) -> Decimal:
    """Return the points that a typed number stands for."""
    return points_of_index(number, weight) if slot[0] in SURVEYED else number


def row_of(slot: Slot) -> str:
    """Return the name of the row of a slot, such as `pengawasan/reform`."""
    return f"{slot[0]}/{slot[1]}"


def check_scores(
    edits: Mapping[Slot, ScoreEdit], scheme: Scheme, period: int, day: date
) -> dict[str, tuple[Violation, ...]]:
    """Return every rule that the scores of one assessment break, by their row.

    A row is named as `row_of` does; what is wrong with the period stands under `""`.

    Args:
        edits: What is to be recorded.
        scheme: The components and their weights.
        period: Year assessed.
        day: Day of the recording; no later year is assessed.
    """
    slots, old = slots_of(scheme), _old_weights(scheme)
    found = {
        row_of(slot): _check(
            slot, edits.get(slot, ScoreEdit()), (weight, old.get(slot[0], weight))
        )
        for slot, weight in slots.items()
    }
    for slot in edits.keys() - slots.keys():
        rule = ScoreRule.UNKNOWN_AREA
        found[row_of(slot)] = (
            Violation(field="component_code", value=slot[0], rule=rule),
        )
    if not FIRST_PERIOD <= period <= day.year:
        rule = ScoreRule.NO_SUCH_PERIOD
        found[""] = (Violation(field="period", value=period, rule=rule),)
    return {row: broken for row, broken in found.items() if broken}


def check_weights(scheme: Scheme) -> WeightRule | None:
    """Return what is wrong with the weights of a scheme; None where they add up.

    Source: PermenPANRB 90/2021: areas of change 60, results 40.
    """
    weights = tuple(each.weight for each in scheme.areas)
    if weights == OLD_WEIGHTS:
        return WeightRule.OLD
    if sum(weights, NONE) != AREAS_SUM:
        return WeightRule.AREAS
    if sum((each.weight for each in scheme.results), NONE) != RESULTS_SUM:
        return WeightRule.RESULTS
    return None


def _check(
    slot: Slot, edit: ScoreEdit, weights: tuple[Decimal, Decimal]
) -> tuple[Violation, ...]:
    present, needed = edit.evidence, edit.evidence_needed
    fits = 0 <= present <= needed <= MOST_EVIDENCE
    rule = _broken(slot, edit.number, weights)
    impossible = ScoreRule.EVIDENCE_IMPOSSIBLE
    return (
        *(_violations("points", edit.number.strip(), rule) if rule else ()),
        *(() if fits else _violations("evidence", f"{present}/{needed}", impossible)),
        *check_link("evidence_link", edit.link),
    )


def _violations(field: str, value: str, rule: ScoreRule) -> tuple[Violation, ...]:
    return (Violation(field=field, value=value, rule=rule),)


def _broken(
    slot: Slot, typed: str, weights: tuple[Decimal, Decimal]
) -> ScoreRule | None:
    number = decimal_of(typed)
    if number is None:
        return ScoreRule.NOT_A_NUMBER if typed.strip() else ScoreRule.MISSING
    if number < 0:
        return ScoreRule.NEGATIVE
    if above := _above(slot, number, weights):
        return above
    return None if number == round(number, DECIMALS) else ScoreRule.TOO_FINE


def _above(
    slot: Slot, number: Decimal, weights: tuple[Decimal, Decimal]
) -> ScoreRule | None:
    weight, old = weights
    if slot[0] in SURVEYED:
        return ScoreRule.ABOVE_INDEX if number > INDEX_TOP else None
    if number <= weight:
        return None
    return ScoreRule.OLD_WEIGHT if number <= old else ScoreRule.ABOVE_WEIGHT


def _old_weights(scheme: Scheme) -> dict[str, Decimal]:
    """Return what one aspect of each area once weighed: half of its old weight."""
    codes = [each.code for each in scheme.areas]
    return {code: old / 2 for code, old in zip(codes, OLD_WEIGHTS, strict=False)}
