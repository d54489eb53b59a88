"""Open data of the self-assessment: scores, weights, thresholds, predicates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from domain.integrity_assessment import (
    Aspect,
    Assessment,
    Assessor,
    Attained,
    Component,
    Predicate,
    PredicateStep,
    ResultCode,
    Score,
    Threshold,
)
from domain.provenance import Confidence
from exports.api.fields import Field, Table, may, must, named, simulated, sourced
from exports.edition import Edition
from ui import integrity_assessment_store as known


@dataclass(frozen=True, slots=True)
class Given:
    """A score, with the assessment it belongs to."""

    assessment: Assessment
    score: Score

    @property
    def is_simulated(self) -> bool:
        """Return whether it is made up for the demonstration."""
        return self.score.provenance.confidence is Confidence.SIMULATED


def scores_in(edition: Edition) -> Sequence[Given]:
    """Return the scores known on the day, oldest period first."""
    found = known.standing(edition.visit).assessments
    return [Given(each, score) for each in found for score in each.scores]


def components_in(edition: Edition) -> Sequence[Component]:
    """Return the areas of change in their order, then the results."""
    return known.scheme(edition.visit).components


def thresholds_in(edition: Edition) -> Sequence[Threshold]:
    """Return what each predicate asks."""
    return tuple(known.scheme(edition.visit).thresholds.values())


def attained_in(edition: Edition) -> Sequence[Attained]:
    """Return the predicates obtained or declared, known on the day."""
    return known.standing(edition.visit).attained


def _weight(aspect: Aspect) -> Field[Component]:
    return may(
        f"{aspect}_weight",
        Decimal,
        f"Most points of its {aspect}, where that is scored",
        lambda each: each.weights.get(aspect),
    )


def _asked(code: ResultCode, name: str) -> Field[Threshold]:
    says = f"Least points of {code}"
    return must(name, Decimal, says, lambda each: each.results[code])


SCORES: Table[Given] = Table(
    name="integrity-scores",
    says="Every score of the self-assessments known on the day; of no election",
    items=scores_in,
    fields=(
        must("period", int, "Year assessed", lambda each: each.assessment.period),
        must(
            "assessor", Assessor, "Who assessed", lambda each: each.assessment.assessor
        ),
        must(
            "component", str, "Code of the component", lambda each: each.score.component
        ),
        must("aspect", Aspect, "What is scored", lambda each: each.score.aspect),
        must("points", Decimal, "Points given", lambda each: each.score.points),
        may(
            "index",
            Decimal,
            "Index from 0 to 4 that the points are index / 4 of the weight of",
            lambda each: each.score.index,
        ),
        must("evidence", int, "Pieces of evidence present", lambda g: g.score.evidence),
        must(
            "evidence_needed",
            int,
            "Pieces of evidence needed",
            lambda each: each.score.evidence_needed,
        ),
        must(
            "evidence_link",
            str,
            "Where the evidence lies, or empty",
            lambda each: each.score.link,
        ),
        must(
            "known_on",
            date,
            "Day this was recorded for",
            lambda each: each.score.known_on,
        ),
        *sourced(lambda each: each.score.provenance),
        simulated(lambda each: each.is_simulated),
    ),
)

COMPONENTS: Table[Component] = Table(
    name="integrity-components",
    says="The areas of change and the results, with their weights in points",
    items=components_in,
    fields=(
        must("code", str, "Code of it", lambda each: each.code),
        *named("name", "Name", lambda each: each.name),
        *map(_weight, Aspect),
        must("article", str, "Where the weight stands", lambda each: each.article),
        *sourced(lambda each: each.provenance),
    ),
)

THRESHOLDS: Table[Threshold] = Table(
    name="integrity-thresholds",
    says="What the predicates WBK and WBBM ask, in points",
    items=thresholds_in,
    fields=(
        must("predicate", Predicate, "The predicate", lambda each: each.predicate),
        must("total", Decimal, "Least points in all", lambda each: each.total),
        must(
            "leverage",
            Decimal,
            "Least points of the areas of change together",
            lambda each: each.leverage,
        ),
        _asked(ResultCode.ANTI_CORRUPTION, "anti_corruption"),
        _asked(ResultCode.PERFORMANCE, "performance"),
        _asked(ResultCode.SERVICE, "service"),
        must(
            "area_share",
            Fraction,
            "Least share of the weight of every area, from 0 to 1",
            lambda each: each.area_share,
        ),
        must("article", str, "Where it stands", lambda each: each.article),
        *sourced(lambda each: each.provenance),
    ),
)

PREDICATES: Table[Attained] = Table(
    name="integrity-predicates",
    says="Predicates obtained, or declared as the next goal, known on the day",
    items=attained_in,
    fields=(
        must("predicate", Predicate, "The predicate", lambda each: each.predicate),
        must("step", PredicateStep, "How far", lambda each: each.step),
        must("period", int, "Year of it", lambda each: each.period),
        may("day", date, "The day, where known", lambda each: each.on),
        must("known_on", date, "Day it is known from", lambda each: each.known_on),
        *sourced(lambda each: each.provenance),
    ),
)
