"""The bars of the self-assessment and the tables behind them."""

from collections.abc import Mapping
from decimal import Decimal

from charts.bars import Bar, bars
from charts.palette import CellKind
from charts.template import Spec
from domain.integrity_assessment import Assessment, Predicate, Score
from domain.integrity_scores import AREAS_SUM
from domain.integrity_standing import (
    Part,
    distance,
    leverage_of,
    parts_of,
    total_of,
)
from ui.drawn import made
from ui.figure import Table
from ui.integrity_assessment_store import Standing
from ui.integrity_assessment_words import (
    aspect_word,
    assessor_short,
    assessor_word,
    points,
    predicate_word,
)
from ui.language import gettext as _
from ui.language import name
from ui.visit import Visit
from ui.words import confidence_word

WHOLE = Decimal(100)
"""Points of areas and results together. Source: PermenPANRB 90/2021."""


@made
def areas_chart(standing: Standing, visit: Visit) -> Spec:
    """Return the total, the areas and the results against what the goal asks."""
    total = _total_bar(_("Total"), total_of(standing.parts), standing)
    parts = [_part_bar(each, standing) for each in standing.parts]
    return bars([total, _leverage_bar(standing), *parts], theme=visit.theme)


@made
def trend_chart(standing: Standing, visit: Visit) -> Spec:
    """Return the total of each assessment, oldest first, against both predicates."""
    return bars(
        [
            _total_bar(
                f"{each.period} · {assessor_short(each.assessor)}",
                _total(each, standing),
                standing,
            )
            for each in standing.assessments
        ],
        theme=visit.theme,
    )


def areas_table(standing: Standing) -> Table:
    """Return every score of the assessment that counts, with what is asked."""
    goal = predicate_word(standing.goal)
    return Table(
        columns=(
            _("Component"),
            _("Aspect"),
            _("Weight"),
            _("Least of the component for {predicate}").format(predicate=goal),
            _("Points"),
            _("Index, 0 to 4"),
            _("Evidence present"),
            _("Evidence needed"),
            _("Evidence lies at"),
            _("Source"),
        ),
        rows=[row for part in standing.parts for row in _rows(part, standing)],
    )


def trend_table(standing: Standing) -> Table:
    """Return the total of each assessment, with what it reached by itself."""
    return Table(
        columns=(
            _("Period"),
            _("Assessed by"),
            _("Known on"),
            _("Total"),
            *(predicate_word(each) for each in Predicate),
        ),
        rows=[
            (
                str(each.period),
                assessor_word(each.assessor),
                each.known_on.isoformat(),
                points(_total(each, standing)),
                *(_reached(each, predicate, standing) for predicate in Predicate),
            )
            for each in standing.assessments
        ],
    )


def _total(found: Assessment, standing: Standing) -> Decimal:
    return total_of(parts_of(found, standing.scheme))


def _reached(found: Assessment, predicate: Predicate, standing: Standing) -> str:
    threshold = standing.scheme.thresholds.get(predicate)
    if threshold is None:
        return ""
    is_met = distance(parts_of(found, standing.scheme), threshold).is_met
    return _("reached") if is_met else _("not reached")


def _total_bar(title: str, total: Decimal, standing: Standing) -> Bar:
    thresholds = standing.scheme.thresholds.values()
    asked = {each.predicate: each.total for each in thresholds}
    return _sum_bar(title, (total, WHOLE), asked, standing)


def _leverage_bar(standing: Standing) -> Bar:
    thresholds = standing.scheme.thresholds.values()
    asked = {each.predicate: each.leverage for each in thresholds}
    given = (leverage_of(standing.parts), AREAS_SUM)
    return _sum_bar(_("Areas together"), given, asked, standing)


def _sum_bar(
    title: str,
    given: tuple[Decimal, Decimal],
    asked: Mapping[Predicate, Decimal],
    standing: Standing,
) -> Bar:
    """Return the bar of a sum of points, with a tick for each predicate.

    Args:
        title: What is summed up.
        given: The sum, and the most that it may be.
        asked: Points that each predicate asks of it.
        standing: The assessment it is of.
    """
    found, most = given
    least = asked.get(standing.goal)
    is_enough = least is not None and found >= least
    each = " · ".join(
        f"{predicate_word(predicate)} {points(least)}"
        for predicate, least in asked.items()
    )
    return Bar(
        name=title,
        kind=CellKind.ELIGIBLE if is_enough else CellKind.CORRECTABLE,
        share=float(min(found / most, Decimal(1))),
        needs=[float(least / most) for least in asked.values()],
        summary=f"{points(found)} · {each}",
        brief=points(found),
    )


def _part_bar(part: Part, standing: Standing) -> Bar:
    component, goal = part.component, standing.scheme.thresholds.get(standing.goal)
    least = goal.least(component) if goal else Decimal(0)
    is_enough = part.total >= least
    known = CellKind.ELIGIBLE if is_enough else CellKind.CORRECTABLE
    words = _("{points} of {weight} · least {least}")
    return Bar(
        name=name(component.short_name),
        kind=CellKind.UNREPORTED if part.missing else known,
        share=float(min(part.total / component.weight, Decimal(1))),
        needs=[float(least / component.weight)],
        summary=words.format(
            points=points(part.total),
            weight=points(component.weight),
            least=points(least),
        ),
        brief=f"{points(part.total)}/{points(component.weight)}",
    )


def _rows(part: Part, standing: Standing) -> list[tuple[str, ...]]:
    goal = standing.scheme.thresholds.get(standing.goal)
    least = points(goal.least(part.component)) if goal else ""
    scores = standing.newest.scores if standing.newest else ()
    own = [each for each in scores if each.component == part.component.code]
    by_aspect = {each.aspect: each for each in own}
    called = name(part.component.name)
    return [
        (
            called,
            aspect_word(aspect),
            points(weight),
            least,
            *_score_cells(by_aspect.get(aspect)),
        )
        for aspect, weight in part.component.weights.items()
    ]


def _score_cells(score: Score | None) -> tuple[str, ...]:
    if score is None:
        return ("",) * 6
    told = score.provenance
    return (
        points(score.points),
        "" if score.index is None else str(score.index),
        str(score.evidence),
        str(score.evidence_needed),
        score.link,
        f"{told.source} ({confidence_word(told.confidence)})",
    )
