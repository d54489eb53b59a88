"""Tables of the integrity zone; it is of the office, not of an election."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Named,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from data_access.tables.base import (
    CODE,
    Points,
    Share,
    Sourced,
    Versioned,
    metadata,
    one_of,
)
from domain.integrity_assessment import Aspect, Assessor, Predicate, PredicateStep
from domain.integrity_duty import DutyPart, DutyPlace
from domain.integrity_services import ServiceKind, ServiceStatus


class ServiceColumns(Sourced, Versioned):
    """Columns of the `services` table: what each is called."""

    code: Named[str] = Column(CODE, primary_key=True)
    position: Named[int] = Column(Integer)
    kind: Named[ServiceKind] = Column(one_of(ServiceKind, "kind"))
    name_indonesian: Named[str] = Column(Text)
    name_english: Named[str] = Column(Text, default="")


services = Table(
    "services",
    metadata,
    ServiceColumns,
    CheckConstraint("name_indonesian <> ''", name="has_a_name"),
)


class ServiceStateColumns(Sourced):
    """Columns of the append-only `service_states` table."""

    service_code: Named[str] = Column(CODE, ForeignKey("services.code"))
    version: Named[int] = Column(Integer)
    known_on: Named[date]
    owner: Named[str] = Column(Text, default="")
    link: Named[str] = Column(Text, default="")
    status: Named[ServiceStatus] = Column(one_of(ServiceStatus, "status"))
    since: Named[date | None]


service_states = Table(
    "service_states",
    metadata,
    ServiceStateColumns,
    PrimaryKeyConstraint("service_code", "version"),
    CheckConstraint("version >= 1", name="version_counts_from_1"),
    CheckConstraint("link = '' OR link LIKE 'https://%'", name="link_is_https"),
)


class ServiceFigureColumns(Sourced):
    """Columns of the append-only `service_figures` table.

    `month` is the first day of the month that is counted.
    """

    service_code: Named[str] = Column(CODE, ForeignKey("services.code"))
    month: Named[date]
    version: Named[int] = Column(Integer)
    known_on: Named[date]
    what_indonesian: Named[str] = Column(Text)
    what_english: Named[str] = Column(Text, default="")
    counted: Named[int] = Column(Integer)


service_figures = Table(
    "service_figures",
    metadata,
    ServiceFigureColumns,
    PrimaryKeyConstraint("service_code", "month", "version"),
    CheckConstraint("version >= 1", name="version_counts_from_1"),
    CheckConstraint("counted >= 0", name="counts_from_0"),
    CheckConstraint("what_indonesian <> ''", name="counts_something"),
    Index(None, "known_on"),  # from one day to the next
)


class DutyShiftColumns(Sourced):
    """Columns of the append-only `duty_shifts` table; nobody's name is empty."""

    day: Named[date]
    place: Named[DutyPlace] = Column(one_of(DutyPlace, "place"))
    day_part: Named[DutyPart] = Column(one_of(DutyPart, "day_part"))
    version: Named[int] = Column(Integer)
    known_on: Named[date]
    person: Named[str] = Column(Text, default="")


duty_shifts = Table(
    "duty_shifts",
    metadata,
    DutyShiftColumns,
    # From a day straight to its shifts; the newest has the greatest version.
    PrimaryKeyConstraint("day", "place", "day_part", "version"),
    CheckConstraint("version >= 1", name="version_counts_from_1"),
    Index(None, "known_on"),  # from one day to the next
)


class ComponentColumns(Sourced, Versioned):
    """Columns of `integrity_components`: areas of change and results.

    The weights are points; an area has the first two, a result the third.
    """

    code: Named[str] = Column(CODE, primary_key=True)
    position: Named[int] = Column(Integer)
    name_indonesian: Named[str] = Column(Text)
    name_english: Named[str] = Column(Text)
    short_name_indonesian: Named[str] = Column(Text)
    short_name_english: Named[str] = Column(Text)
    compliance_weight: Named[Decimal | None] = Column(Points)
    reform_weight: Named[Decimal | None] = Column(Points)
    result_weight: Named[Decimal | None] = Column(Points)
    article: Named[str] = Column(Text)


integrity_components = Table(
    "integrity_components",
    metadata,
    ComponentColumns,
    CheckConstraint("name_indonesian <> ''", name="has_a_name"),
    CheckConstraint(
        "(result_weight IS NULL) = (compliance_weight IS NOT NULL)"
        " AND (compliance_weight IS NULL) = (reform_weight IS NULL)",
        name="is_an_area_or_a_result",
    ),
)


class ThresholdColumns(Sourced, Versioned):
    """Columns of `integrity_thresholds`: what a predicate asks, in points.

    `area_share` is the least share of the weight of every area.
    """

    predicate: Named[Predicate] = Column(
        one_of(Predicate, "predicate"), primary_key=True
    )
    total: Named[Decimal] = Column(Points)
    leverage: Named[Decimal] = Column(Points)
    anti_corruption: Named[Decimal] = Column(Points)
    performance: Named[Decimal] = Column(Points)
    service: Named[Decimal] = Column(Points)
    area_share: Named[Fraction] = Column(Share)
    article: Named[str] = Column(Text)


integrity_thresholds = Table("integrity_thresholds", metadata, ThresholdColumns)


class ScoreColumns(Sourced):
    """Columns of the append-only `integrity_scores` table.

    `survey_index` is what `points` were converted from, where that is a survey.
    """

    period: Named[int] = Column(Integer)
    component_code: Named[str] = Column(CODE, ForeignKey("integrity_components.code"))
    aspect: Named[Aspect] = Column(one_of(Aspect, "aspect"))
    assessor: Named[Assessor] = Column(one_of(Assessor, "assessor"))
    version: Named[int] = Column(Integer)
    known_on: Named[date]
    points: Named[Decimal] = Column(Points)
    survey_index: Named[Decimal | None] = Column(Points)
    evidence: Named[int] = Column(Integer, default=0)
    evidence_needed: Named[int] = Column(Integer, default=0)
    evidence_link: Named[str] = Column(Text, default="")


integrity_scores = Table(
    "integrity_scores",
    metadata,
    ScoreColumns,
    PrimaryKeyConstraint("period", "component_code", "aspect", "assessor", "version"),
    CheckConstraint("version >= 1", name="version_counts_from_1"),
    CheckConstraint("points NOT LIKE '-%'", name="points_not_negative"),
    CheckConstraint(
        "evidence BETWEEN 0 AND evidence_needed", name="evidence_is_of_what_is_needed"
    ),
    CheckConstraint(
        "evidence_link = '' OR evidence_link LIKE 'https://%'", name="link_is_https"
    ),
    Index(None, "known_on"),  # from one day to the next
)


class PredicateColumns(Sourced, Versioned):
    """Columns of `integrity_predicates`: what was obtained or declared."""

    predicate: Named[Predicate] = Column(
        one_of(Predicate, "predicate"), primary_key=True
    )
    step: Named[PredicateStep] = Column(one_of(PredicateStep, "step"), primary_key=True)
    period: Named[int] = Column(Integer)
    day: Named[date | None]
    known_on: Named[date]


integrity_predicates = Table("integrity_predicates", metadata, PredicateColumns)


class ReformAreaColumns(Sourced, Versioned):
    """Columns of `reform_areas`: the agenda of the bureaucratic reform."""

    code: Named[str] = Column(CODE, primary_key=True)
    position: Named[int] = Column(Integer)
    name_indonesian: Named[str] = Column(Text)
    name_english: Named[str] = Column(Text, default="")


reform_areas = Table("reform_areas", metadata, ReformAreaColumns)
