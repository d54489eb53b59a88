"""The survey of public satisfaction (SKM): its elements, its index, its bands.

Source: PermenPANRB 14/2017; formula and limits read in a secondary text of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from enum import StrEnum
from fractions import Fraction

from domain.provenance import Confidence, Provenance
from domain.sampling import krejcie_morgan

LOWEST, HIGHEST = 1, 4
"""Scores that a respondent may give."""

TO_INDEX = 25
"""What turns an average of 1 to 4 into an index of 25 to 100."""

SMALL = 30
"""Respondents below which the normal approximation is rough; a convention."""

NORMAL_95 = Decimal("1.96")
"""Standard deviations on either side that hold 95 % of a normal distribution."""

CENT = Decimal("0.01")


class Element(StrEnum):
    """One of the nine elements of a service, in the official order."""

    REQUIREMENTS = "survey_requirements"
    PROCEDURE = "survey_procedure"
    DURATION = "survey_duration"
    COST = "survey_cost"
    PRODUCT = "survey_product"
    COMPETENCE = "survey_competence"
    CONDUCT = "survey_conduct"
    COMPLAINTS = "survey_complaints"
    FACILITIES = "survey_facilities"


class Basis(StrEnum):
    """What the figures of a round are."""

    TOTALS = "survey_totals"  # sums of the scores over the respondents
    AVERAGES = "survey_averages"  # already divided by the respondents


class SurveyBand(StrEnum):
    """What an index is called."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


LOWER_BOUNDS: Mapping[SurveyBand, Decimal] = {
    SurveyBand.A: Decimal("88.31"),
    SurveyBand.B: Decimal("76.61"),
    SurveyBand.C: Decimal("65.00"),
    SurveyBand.D: Decimal("25.00"),
}
"""Lowest index of each band, best first; the printed limits leave gaps of 0.01."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyEdit:
    """Everything about a round that staff record.

    Attributes:
        service_code: Service that was asked about; None for the office as a whole.
        period_start: First day of the period.
        period_end: Last day of it, inclusive.
        respondents: People who answered.
        population: People served in the period; None while unknown.
        basis: What the figures are.
        survey_requirements: Exact figure of the first element, None while missing; the
            other eight follow, each called as its element.
        deviation: Standard deviation of the respondents' own indices (25 to 100), with
            n - 1 below; None while unknown.
    """

    service_code: str | None = None
    period_start: date | None = None
    period_end: date | None = None
    respondents: int | None = None
    population: int | None = None
    basis: Basis = Basis.TOTALS
    survey_requirements: Fraction | None = None
    survey_procedure: Fraction | None = None
    survey_duration: Fraction | None = None
    survey_cost: Fraction | None = None
    survey_product: Fraction | None = None
    survey_competence: Fraction | None = None
    survey_conduct: Fraction | None = None
    survey_complaints: Fraction | None = None
    survey_facilities: Fraction | None = None
    deviation: Fraction | None = None

    @property
    def figures(self) -> Mapping[Element, Fraction]:
        """Return the figures that are there."""
        found = {each: getattr(self, each.value) for each in Element}
        return {each: value for each, value in found.items() if value is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Where the index of everybody served lies with a confidence of 95 %.

    Attributes:
        low: Lower end, rounded to 2 decimals.
        high: Upper end, rounded to 2 decimals.
        is_bound: Whether it rests on the largest spread possible, for want of the real.
    """

    low: Decimal
    high: Decimal
    is_bound: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyRound:
    """A round of the survey, as known on a day.

    Attributes:
        code: Code of it.
        service_code: Service that was asked about; None for the office as a whole.
        period_start: First day of the period.
        period_end: Last day of it, inclusive.
        respondents: People who answered; at least 1.
        population: People served in the period; None while unknown.
        basis: What the figures are.
        figures: Figure of each of the nine elements, exact.
        deviation: Standard deviation of the respondents' own indices, or None.
        known_on: Day it was recorded for.
        version: Newest version of it, known that day or not.
        provenance: Source of it.
    """

    code: str
    service_code: str | None
    period_start: date
    period_end: date
    respondents: int
    population: int | None
    basis: Basis
    figures: Mapping[Element, Fraction]
    deviation: Fraction | None
    known_on: date
    version: int
    provenance: Provenance

    @property
    def edit(self) -> SurveyEdit:
        """Return the round as staff change it."""
        return SurveyEdit(
            service_code=self.service_code,
            period_start=self.period_start,
            period_end=self.period_end,
            respondents=self.respondents,
            population=self.population,
            basis=self.basis,
            deviation=self.deviation,
            **{each.value: figure for each, figure in self.figures.items()},
        )

    @property
    def is_simulated(self) -> bool:
        """Return whether it is made up for the demonstration."""
        return self.provenance.confidence is Confidence.SIMULATED

    @property
    def averages(self) -> Mapping[Element, Fraction]:
        """Return the exact average of each element (NRR), from 1 to 4."""
        return averages_of(self.basis, self.figures, self.respondents)

    @property
    def exact_index(self) -> Fraction:
        """Return the index (IKM) before it is rounded, from 25 to 100.

        Source: PermenPANRB 14/2017: sum of NRR times 1/9, times 25. A weight of 0.11,
        which some publish, gives 1 % less.
        """
        weight = Fraction(1, len(Element))
        return sum((each * weight for each in self.averages.values()), Fraction()) * (
            TO_INDEX
        )

    @property
    def index(self) -> Decimal:
        """Return the index, rounded half-up to 2 decimals."""
        return rounded(self.exact_index)

    @property
    def band(self) -> SurveyBand:
        """Return what the index is called."""
        return band_of(self.index)

    @property
    def sample_needed(self) -> int | None:
        """Return how many ought to answer; None while the population is unknown."""
        return None if self.population is None else krejcie_morgan(self.population)

    @property
    def is_sample_short(self) -> bool:
        """Return whether fewer answered than the table asks for."""
        needed = self.sample_needed
        return needed is not None and self.respondents < needed

    @property
    def is_small(self) -> bool:
        """Return whether so few answered that the interval is rough."""
        return self.respondents < SMALL

    @property
    def interval(self) -> Interval | None:
        """Return the 95 % confidence interval; None with a single respondent.

        With a known spread it is the index plus and minus 1.96 times the deviation over
        the root of n. With averages alone the deviation is the largest that the index
        allows (`largest_deviation`): the true interval is no wider.
        """
        if self.respondents == 1:
            return None
        is_bound = self.deviation is None
        deviation = (
            largest_deviation(self.exact_index, self.respondents)
            if self.deviation is None
            else decimal_of(self.deviation)
        )
        with localcontext(prec=28):
            half = NORMAL_95 * deviation / Decimal(self.respondents).sqrt()
            centre = decimal_of(self.exact_index)
            return Interval(
                low=max(_cents(centre - half), Decimal(LOWEST * TO_INDEX)),
                high=min(_cents(centre + half), Decimal(HIGHEST * TO_INDEX)),
                is_bound=is_bound,
            )


def averages_of(
    basis: Basis, figures: Mapping[Element, Fraction], respondents: int
) -> Mapping[Element, Fraction]:
    """Return the average of each element, in the official order."""
    divisor = respondents if basis is Basis.TOTALS else 1
    return {each: figures[each] / divisor for each in Element if each in figures}


def band_of(index: Decimal) -> SurveyBand:
    """Return what an index is called, once it is rounded half-up to 2 decimals.

    Source: PermenPANRB 14/2017, limits by their lower ends.
    """
    shown = _cents(index)
    return next(
        (band for band, lower in LOWER_BOUNDS.items() if shown >= lower), SurveyBand.D
    )


def rounded(value: Fraction) -> Decimal:
    """Return a value rounded half-up to 2 decimals, from its exact fraction."""
    hundredths = int(value * 100 + Fraction(1, 2))
    return (Decimal(hundredths) / 100).quantize(CENT)


def largest_deviation(index: Fraction, respondents: int) -> Decimal:
    """Return the largest standard deviation that indices with a mean can have.

    Args:
        index: Their mean, from 25 to 100.
        respondents: How many there are, at least 2.

    Source: Bhatia and Davis (2000): a variance is at most (highest - mean) times
    (mean - lowest); n / (n - 1) turns it into that of a sample.
    """
    lowest, highest = LOWEST * TO_INDEX, HIGHEST * TO_INDEX
    spread = (highest - index) * (index - lowest)
    with localcontext(prec=28):
        return decimal_of(spread * respondents / (respondents - 1)).sqrt()


def decimal_of(value: Fraction) -> Decimal:
    """Return a fraction as a decimal of 28 digits."""
    with localcontext(prec=28):
        return Decimal(value.numerator) / Decimal(value.denominator)


def newest_by_subject(
    rounds: Iterable[SurveyRound],
) -> Mapping[str | None, tuple[SurveyRound, ...]]:
    """Return the rounds of each subject, oldest period first; the office leads."""
    ordered = sorted(rounds, key=lambda each: (each.period_end, each.code))
    found: dict[str | None, tuple[SurveyRound, ...]] = {}
    for each in ordered:
        found[each.service_code] = (*found.get(each.service_code, ()), each)
    return dict(sorted(found.items(), key=lambda item: item[0] or ""))


def _cents(value: Decimal) -> Decimal:
    return value.quantize(CENT, rounding=ROUND_HALF_UP)
