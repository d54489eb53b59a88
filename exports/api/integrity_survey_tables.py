"""Open data of the integrity zone: survey rounds, SAKIP, stages held on schedule."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from domain.assessment import Assessment
from domain.integrity_accountability import AccountabilityYear, Component, Grade
from domain.integrity_punctuality import Standing, days_late, standing
from domain.integrity_survey import Element, SurveyBand, SurveyRound
from exports.api.fields import Field, Table, may, must, simulated, sourced
from exports.edition import Edition
from ui import integrity_survey_store


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A milestone that counts in the indicator, or is named beside it.

    Attributes:
        item: The milestone on the day.
        standing: Where it stands in the indicator.
        days_late: Working days after its planned end; 0 in time, None unreported.
    """

    item: Assessment
    standing: Standing
    days_late: int | None


def rounds_in(edition: Edition) -> Sequence[SurveyRound]:
    """Return the rounds of an edition, oldest period first."""
    return integrity_survey_store.rounds(edition.visit)


def years_in(edition: Edition) -> Sequence[AccountabilityYear]:
    """Return the years of SAKIP of an edition, oldest first."""
    return integrity_survey_store.accountability(edition.visit).years


def punctuality_in(edition: Edition) -> Sequence[Counted]:
    """Return the milestones of the indicator of an edition, in official order."""
    overview, day = edition.overview, edition.visit.day
    return [
        Counted(
            item=item,
            standing=place,
            days_late=None
            if place is Standing.UNREPORTED
            else days_late(item, day, overview.calendar),
        )
        for item in overview.milestones
        if (place := standing(item, day))
    ]


def _average(element: Element) -> Field[SurveyRound]:
    name = element.value.removeprefix("survey_")
    says = f"Average of the element {name}, 1 to 4"
    return must(name, Fraction, says, lambda each: each.averages[element])


def _score(component: Component) -> Field[AccountabilityYear]:
    name = component.value.removeprefix("sakip_")
    says = f"Score of the component {name}, where known"
    return may(name, Fraction, says, lambda each: each.result.scores.get(component))


SURVEY_ROUNDS: Table[SurveyRound] = Table(
    name="survey-rounds",
    says="The rounds of the survey of public satisfaction known on the day",
    items=rounds_in,
    fields=(
        must("code", str, "Code of it", lambda each: each.code),
        may(
            "service",
            str,
            "Code of the service asked about; none for the office as a whole",
            lambda each: each.service_code,
        ),
        must("first_day", date, "First day of it", lambda each: each.period_start),
        must("last_day", date, "Last day, inclusive", lambda each: each.period_end),
        must("respondents", int, "People who answered", lambda each: each.respondents),
        may("served", int, "People served, where known", lambda each: each.population),
        must(
            "index",
            Fraction,
            "IKM, 25 to 100, rounded half-up to 2 decimals; weight 1/9",
            lambda each: Fraction(each.index),
        ),
        must("band", SurveyBand, "What the index is called", lambda each: each.band),
        may(
            "interval_low",
            Fraction,
            "Lower end of the 95 % interval; none with one respondent",
            lambda each: each.interval and Fraction(each.interval.low),
        ),
        may(
            "interval_high",
            Fraction,
            "Upper end of the 95 % interval",
            lambda each: each.interval and Fraction(each.interval.high),
        ),
        must(
            "interval_is_bound",
            bool,
            "Whether it rests on the largest spread possible, for want of the real one",
            lambda each: each.deviation is None,
        ),
        *map(_average, Element),
        must("known_on", date, "Day this was recorded for", lambda each: each.known_on),
        *sourced(lambda each: each.provenance),
        simulated(lambda each: each.is_simulated),
    ),
)

ACCOUNTABILITY: Table[AccountabilityYear] = Table(
    name="accountability",
    says="The accountability of performance (SAKIP) by year; unknown scores are none",
    items=years_in,
    fields=(
        must("year", int, "The year that was evaluated", lambda each: each.year),
        may("grade", Grade, "Grade as published", lambda each: each.result.grade),
        may(
            "total",
            Fraction,
            "Score of 100, where known",
            lambda each: each.result.known_total,
        ),
        *map(_score, Component),
        must("known_on", date, "Day this was recorded for", lambda each: each.known_on),
        *sourced(lambda each: each.provenance),
        simulated(lambda _: False),
    ),
)

PUNCTUALITY: Table[Counted] = Table(
    name="punctuality",
    says="The milestones in the indicator of stages held on schedule; target 100 %",
    items=punctuality_in,
    fields=(
        must("code", str, "Code of it", lambda each: each.item.milestone.code),
        must(
            "standing",
            Standing,
            "In time is the numerator; with late it is the denominator; unreported "
            "ones count in neither",
            lambda each: each.standing,
        ),
        must(
            "division",
            str,
            "Division responsible; may be empty",
            lambda each: each.item.milestone.division,
        ),
        must(
            "region",
            str,
            "Kemendagri code of the region it concerns",
            lambda each: each.item.milestone.region_code,
        ),
        may(
            "days_late",
            int,
            "Working days past its planned end, up to its end or the day; none where "
            "nobody reported",
            lambda each: each.days_late,
        ),
        *sourced(lambda each: each.item.milestone.provenance),
        simulated(lambda each: each.item.is_simulated),
    ),
)
