"""Roll-ups: how much of many items is done, by their weights.

Source: none; the commission's working rules.
"""

from collections.abc import Iterable
from fractions import Fraction
from math import lcm

from domain.assessment import Assessment, Progress, RollUp, StageAssessment, Status

BEGUN = frozenset({Status.RUNNING, Status.AT_RISK, Status.OVERDUE})
"""Statuses in which figures are due."""

NONE = Fraction(0)
"""No share at all."""


def of_item(
    status: Status, progress: Progress | None, expected: Fraction | None
) -> RollUp:
    """Return the shares of one item; one that ended counts in full."""
    share = progress.share if progress else NONE
    share = Fraction(1) if status.is_done else share
    is_silent = status is Status.UNREPORTED or (status in BEGUN and not progress)
    return RollUp(
        share=share,
        unreported=1 - share if is_silent else NONE,
        expected=expected,
        is_simulated=progress is not None and progress.is_simulated,
    )


def of_milestone(assessment: Assessment) -> RollUp:
    """Return the shares of one milestone."""
    has_end = assessment.milestone.schedule.actual_end is not None
    # A recorded end says that all is done, whatever the figures said before.
    is_settled = assessment.status.is_done and has_end
    progress = None if is_settled else assessment.progress
    return of_item(assessment.status, progress, assessment.expected)


def of_stage(stage: StageAssessment) -> RollUp:
    """Return the shares of one stage."""
    return RollUp(
        share=stage.share,
        unreported=stage.unreported,
        expected=stage.expected,
        is_simulated=stage.is_simulated,
    )


def weigh(parts: Iterable[tuple[int, RollUp]]) -> RollUp:
    """Return the shares of the whole, given each part with its weight."""
    counted = [(weight, part) for weight, part in parts if weight]
    is_planned = any(part.expected is not None for _, part in counted)
    return RollUp(
        share=_mean((weight, part.share) for weight, part in counted),
        unreported=_mean((weight, part.unreported) for weight, part in counted),
        expected=_mean((w, _due(part)) for w, part in counted) if is_planned else None,
        is_simulated=any(part.is_simulated for _, part in counted),
    )


def _due(part: RollUp) -> Fraction:
    return part.share if part.expected is None else part.expected


def _mean(weighted: Iterable[tuple[int, Fraction]]) -> Fraction:
    """Return the weighted mean of shares; 0 over none."""
    parts = tuple(weighted)
    # Whole numbers over one denominator: adding fraction by fraction is much slower.
    unit = lcm(*(share.denominator for _, share in parts))
    whole = sum(w * share.numerator * (unit // share.denominator) for w, share in parts)
    return Fraction(whole, unit * max(1, sum(weight for weight, _ in parts)))
