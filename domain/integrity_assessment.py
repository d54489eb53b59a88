"""The self-assessment of the integrity zone: points against the two predicates.

Source: PermenPANRB 90/2021, worksheet of assessment (LKE). Weights were read in a
worksheet filled in 2024, the annex itself was not; thresholds are recalled. Both are
rows with their confidence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from domain.bilingual import Bilingual
from domain.provenance import Confidence, Provenance

NONE = Decimal(0)
INDEX_TOP = Decimal(4)
"""Best index of a survey. Source: filled LKE ZI of 2024, scale 0 to 4."""


class Aspect(StrEnum):
    """What is scored of a component."""

    COMPLIANCE = "compliance"
    REFORM = "reform"
    RESULT = "result"


class Assessor(StrEnum):
    """Who assessed; a later one of the list outweighs an earlier one."""

    SELF = "self_assessment"
    INTERNAL = "internal_team"
    NATIONAL = "national_team"

    @property
    def rank(self) -> int:
        """Return the place in the order of weight, from 0."""
        return list(Assessor).index(self)


class Predicate(StrEnum):
    """What a unit is declared to be, the lower one first."""

    WBK = "wbk"
    WBBM = "wbbm"


class PredicateStep(StrEnum):
    """How far a unit has come with a predicate."""

    OBTAINED = "predicate_obtained"
    DECLARED = "predicate_declared"


class ResultCode(StrEnum):
    """Codes of the three results, which have thresholds of their own."""

    ANTI_CORRUPTION = "ipak"
    PERFORMANCE = "capaian-kinerja"
    SERVICE = "ipkp"


SURVEYED = frozenset({ResultCode.ANTI_CORRUPTION, ResultCode.SERVICE})
"""Results entered as the index of a survey."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """An area of change, or a result, with its weights.

    Attributes:
        code: Code of it.
        name: Its name.
        short_name: The same in a word or two, for charts.
        weights: Points that each of its aspects is worth.
        article: Where the weight stands.
        provenance: Source of the weight.
    """

    code: str
    name: Bilingual
    short_name: Bilingual
    weights: Mapping[Aspect, Decimal]
    article: str
    provenance: Provenance

    @property
    def weight(self) -> Decimal:
        """Return the points that it is worth."""
        return sum(self.weights.values(), NONE)

    @property
    def is_area(self) -> bool:
        """Return whether it is one of the areas of change."""
        return Aspect.RESULT not in self.weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """What a predicate asks.

    Attributes:
        predicate: The predicate.
        total: Points in all.
        leverage: Points of the areas of change together (pengungkit).
        results: Points of each result, by its code.
        area_share: Least share of the weight of every area.
        article: Where it stands.
        provenance: Source of it.
    """

    predicate: Predicate
    total: Decimal
    leverage: Decimal
    results: Mapping[str, Decimal]
    area_share: Fraction
    article: str
    provenance: Provenance

    def least(self, component: Component) -> Decimal:
        """Return the least points of an area or a result; 0 where nothing is asked."""
        if not component.is_area:
            return self.results.get(component.code, NONE)
        share = self.area_share
        return component.weight * share.numerator / share.denominator


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What one aspect of a component was given.

    Attributes:
        component: Code of the component.
        aspect: The aspect.
        points: Points given.
        index: Index from 0 to 4 that the points were converted from; else None.
        evidence: Pieces of evidence present.
        evidence_needed: Pieces of evidence needed.
        link: Where the evidence lies; empty while unknown.
        known_on: Day it was recorded for.
        version: Newest version of it, known that day or not.
        provenance: Source of it.
    """

    component: str
    aspect: Aspect
    points: Decimal
    index: Decimal | None = None
    evidence: int = 0
    evidence_needed: int = 0
    link: str = ""
    known_on: date
    version: int
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """All scores that one assessor gave for one period.

    Attributes:
        period: Year assessed.
        assessor: Who assessed.
        scores: The scores.
    """

    period: int
    assessor: Assessor
    scores: Sequence[Score]

    @property
    def place(self) -> tuple[int, int]:
        """Return where it stands among others: by period, then by who outweighs."""
        return self.period, self.assessor.rank

    @property
    def is_simulated(self) -> bool:
        """Return whether any of it is made up for the demonstration."""
        return any(
            each.provenance.confidence is Confidence.SIMULATED for each in self.scores
        )

    @property
    def known_on(self) -> date:
        """Return the day from which all of it is known."""
        return max(each.known_on for each in self.scores)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attained:
    """A predicate that the commission has, or has set out for.

    Attributes:
        predicate: The predicate.
        step: How far.
        period: Year of it.
        on: The day; None while not known.
        known_on: Day from which it is known here.
        provenance: Source of it.
    """

    predicate: Predicate
    step: PredicateStep
    period: int
    on: date | None
    known_on: date
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """The components and what the predicates ask of them.

    Attributes:
        components: The areas of change in their order, then the results.
        thresholds: Of each predicate.
    """

    components: Sequence[Component] = ()
    thresholds: Mapping[Predicate, Threshold] = field(default_factory=dict)

    @property
    def areas(self) -> tuple[Component, ...]:
        """Return the areas of change."""
        return tuple(each for each in self.components if each.is_area)

    @property
    def results(self) -> tuple[Component, ...]:
        """Return the results."""
        return tuple(each for each in self.components if not each.is_area)


def points_of_index(index: Decimal, weight: Decimal) -> Decimal:
    """Return the points of a survey's index: index / 4 of the weight.

    Source: inferred from the scale of the filled LKE ZI of 2024; no text was read.
    """
    return index / INDEX_TOP * weight


def newest(assessments: Sequence[Assessment]) -> Assessment | None:
    """Return the assessment of the last period, of whoever outweighs the others."""
    return max(assessments, key=lambda each: each.place, default=None)


def next_predicate(attained: Sequence[Attained]) -> Predicate | None:
    """Return the lowest predicate that was not obtained; None where all were.

    Source: PermenPANRB 90/2021: WBK is needed before WBBM.
    """
    obtained = {
        each.predicate for each in attained if each.step is PredicateStep.OBTAINED
    }
    return next((each for each in Predicate if each not in obtained), None)
