"""Tables of the satisfaction survey and of the accountability of performance."""

from datetime import date
from fractions import Fraction

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    Named,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from data_access.tables.base import CODE, Share, Sourced, metadata, one_of
from domain.integrity_accountability import Component, Grade
from domain.integrity_survey import Basis


class SurveyRoundColumns(Sourced):
    """Columns of the append-only `survey_rounds` table.

    The nine elements hold the sum of the scores, or the average: `basis` says which.
    """

    round_code: Named[str] = Column(CODE)
    version: Named[int] = Column(Integer)
    known_on: Named[date]
    service_code: Named[str | None] = Column(CODE, ForeignKey("services.code"))
    period_start: Named[date]
    period_end: Named[date]
    respondents: Named[int] = Column(Integer)
    population: Named[int | None] = Column(Integer)
    basis: Named[Basis] = Column(one_of(Basis, "basis"))
    survey_requirements: Named[Fraction] = Column(Share)
    survey_procedure: Named[Fraction] = Column(Share)
    survey_duration: Named[Fraction] = Column(Share)
    survey_cost: Named[Fraction] = Column(Share)
    survey_product: Named[Fraction] = Column(Share)
    survey_competence: Named[Fraction] = Column(Share)
    survey_conduct: Named[Fraction] = Column(Share)
    survey_complaints: Named[Fraction] = Column(Share)
    survey_facilities: Named[Fraction] = Column(Share)
    deviation: Named[Fraction | None] = Column(Share)


survey_rounds = Table(
    "survey_rounds",
    metadata,
    SurveyRoundColumns,
    PrimaryKeyConstraint("round_code", "version"),
    CheckConstraint("version >= 1", name="version_counts_from_1"),
    CheckConstraint("respondents >= 1", name="somebody_answered"),
    CheckConstraint("population >= respondents", name="served_as_many_as_answered"),
    CheckConstraint("period_end >= period_start", name="days_in_order"),
)


class AccountabilityWeightColumns(Sourced):
    """Columns of the `accountability_weights` table: what each component can score."""

    component: Named[Component] = Column(
        one_of(Component, "component"), primary_key=True
    )
    name_indonesian: Named[str] = Column(Text)
    name_english: Named[str] = Column(Text, default="")
    weight: Named[int] = Column(Integer)
    article: Named[str] = Column(Text)


accountability_weights = Table(
    "accountability_weights",
    metadata,
    AccountabilityWeightColumns,
    CheckConstraint("weight > 0 AND weight <= 100", name="weight_is_of_100"),
)


class AccountabilityBandColumns(Sourced):
    """Columns of the `accountability_bands` table; `above` is empty for the lowest."""

    grade: Named[Grade] = Column(one_of(Grade, "grade"), primary_key=True)
    above: Named[int | None] = Column(Integer)
    article: Named[str] = Column(Text)


accountability_bands = Table(
    "accountability_bands",
    metadata,
    AccountabilityBandColumns,
    CheckConstraint("above >= 0 AND above < 100", name="above_is_of_100"),
)


class AccountabilityYearColumns(Sourced):
    """Columns of the append-only `accountability_years` table; unknown is empty."""

    year: Named[int] = Column(Integer)
    version: Named[int] = Column(Integer)
    known_on: Named[date]
    grade: Named[Grade | None] = Column(one_of(Grade, "grade"))
    total: Named[Fraction | None] = Column(Share)
    sakip_planning: Named[Fraction | None] = Column(Share)
    sakip_measurement: Named[Fraction | None] = Column(Share)
    sakip_reporting: Named[Fraction | None] = Column(Share)
    sakip_evaluation: Named[Fraction | None] = Column(Share)


accountability_years = Table(
    "accountability_years",
    metadata,
    AccountabilityYearColumns,
    PrimaryKeyConstraint("year", "version"),
    CheckConstraint("version >= 1", name="version_counts_from_1"),
)
