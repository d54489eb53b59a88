"""How an assessment stands to a predicate, and what closes the distance.

Source: PermenPANRB 90/2021 (thresholds recalled, weights from a filled worksheet).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from domain.integrity_assessment import (
    NONE,
    Aspect,
    Assessment,
    Component,
    Scheme,
    Threshold,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """An area or a result of an assessment.

    Attributes:
        component: The area or result.
        points: Points by aspect; an aspect without a score is missing.
    """

    component: Component
    points: Mapping[Aspect, Decimal]

    @property
    def total(self) -> Decimal:
        """Return the points of all its aspects."""
        return sum(self.points.values(), NONE)

    @property
    def missing(self) -> tuple[Aspect, ...]:
        """Return the aspects that have no score."""
        return tuple(each for each in self.component.weights if each not in self.points)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Points that a component must gain.

    Attributes:
        component: The area or result.
        points: How many.
    """

    component: Component
    points: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Distance:
    """What an assessment lacks for a predicate, 0 where it lacks nothing.

    Attributes:
        threshold: What the predicate asks.
        total: Points lacking in all.
        leverage: Points lacking in the areas of change together.
        components: Areas and results below their own minimum, and by how much.
        is_complete: Whether every component has its scores.
        closing: The steps that close it with the fewest points, areas last; empty
            where nothing lacks, or where they cannot close it.
    """

    threshold: Threshold
    total: Decimal
    leverage: Decimal
    components: Sequence[Step]
    is_complete: bool
    closing: Sequence[Step]

    @property
    def is_met(self) -> bool:
        """Return whether the assessment reaches the predicate."""
        lacks = self.total or self.leverage or self.components
        return self.is_complete and not lacks

    @property
    def points(self) -> Decimal:
        """Return the fewest points that close it."""
        return sum((each.points for each in self.closing), NONE)

    @property
    def areas(self) -> tuple[Step, ...]:
        """Return the steps of the areas of change; one area may close it alone."""
        return tuple(each for each in self.closing if each.component.is_area)


def parts_of(assessment: Assessment, scheme: Scheme) -> tuple[Part, ...]:
    """Return the areas and results of an assessment, in their order."""
    return tuple(
        Part(
            component=component,
            points={
                each.aspect: each.points
                for each in assessment.scores
                if each.component == component.code
            },
        )
        for component in scheme.components
    )


def total_of(parts: Sequence[Part]) -> Decimal:
    """Return the points of all areas and results."""
    return sum((each.total for each in parts), NONE)


def leverage_of(parts: Sequence[Part]) -> Decimal:
    """Return the points of the areas of change together (pengungkit)."""
    return total_of([each for each in parts if each.component.is_area])


def distance(parts: Sequence[Part], threshold: Threshold) -> Distance:
    """Return what an assessment lacks for a predicate.

    Source: PermenPANRB 90/2021; thresholds recalled.
    """
    below = [
        Step(component=each.component, points=lacking)
        for each in parts
        if (lacking := threshold.least(each.component) - each.total) > 0
    ]
    total = max(NONE, threshold.total - total_of(parts))
    leverage = max(NONE, threshold.leverage - leverage_of(parts))
    return Distance(
        threshold=threshold,
        total=total,
        leverage=leverage,
        components=below,
        is_complete=bool(parts) and not any(each.missing for each in parts),
        closing=_closing(parts, below, total, leverage),
    )


def _closing(
    parts: Sequence[Part], below: Sequence[Step], total: Decimal, leverage: Decimal
) -> tuple[Step, ...]:
    """Return the fewest points that close a distance, in as few areas as can be.

    Every component rises to its own minimum. What then lacks goes to an area that must
    rise anyway, else to the one with the most room below its weight.
    """
    gains = {each.component.code: each.points for each in below}
    in_areas = sum((each.points for each in below if each.component.is_area), NONE)
    rest = max(total - sum(gains.values(), NONE), leverage - in_areas, NONE)
    areas = [each for each in parts if each.component.is_area]
    for area in sorted(areas, key=lambda each: _preference(each, gains)):
        more = min(rest, _room(area, gains))
        if more > 0:
            code = area.component.code
            gains[code] = gains.get(code, NONE) + more
            rest -= more
    if rest > 0:
        return ()
    ordered = sorted(parts, key=lambda each: each.component.is_area)
    return tuple(
        Step(component=each.component, points=gains[each.component.code])
        for each in ordered
        if each.component.code in gains
    )


def _preference(area: Part, gains: Mapping[str, Decimal]) -> tuple[bool, Decimal]:
    return area.component.code not in gains, -_room(area, gains)


def _room(area: Part, gains: Mapping[str, Decimal]) -> Decimal:
    component = area.component
    return component.weight - area.total - gains.get(component.code, NONE)
