"""Rules of the law kept as rows: legal deadlines and requirements on parties."""

from datetime import date, time
from fractions import Fraction

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Named,
    Table,
    Text,
)

from data_access.tables.base import CODE, Share, Sourced, Versioned, metadata, one_of
from domain.deadlines import Bound, Direction, FirstDay, Unit
from domain.requirement import RequirementKind, RequirementScope, Rounding


class DeadlineRuleColumns(Sourced, Versioned):
    """Columns of the `deadline_rules` table."""

    election_code: Named[str] = Column(
        CODE, ForeignKey("elections.code"), primary_key=True
    )
    code: Named[str] = Column(CODE, primary_key=True)
    reading: Named[str] = Column(CODE, primary_key=True)
    known_on: Named[date]
    subject_indonesian: Named[str] = Column(Text)
    subject_english: Named[str] = Column(Text)
    wording: Named[str] = Column(Text)
    anchor: Named[str] = Column(Text)
    anchor_end: Named[bool] = Column(default=True)
    anchored_on: Named[date | None]
    direction: Named[Direction] = Column(one_of(Direction, "direction"))
    amount: Named[int | None]
    unit: Named[Unit] = Column(one_of(Unit, "unit"))
    first_day: Named[FirstDay] = Column(one_of(FirstDay, "first_day"))
    bound: Named[Bound] = Column(one_of(Bound, "bound"))
    closes_at: Named[time | None]
    zone: Named[str | None] = Column(CODE)
    milestone_code: Named[str | None] = Column(CODE)
    article: Named[str] = Column(Text)


deadline_rules = Table(
    "deadline_rules",
    metadata,
    DeadlineRuleColumns,
    ForeignKeyConstraint(
        ["election_code", "milestone_code"],
        ["milestones.election_code", "milestones.code"],
    ),
    CheckConstraint("amount >= 0", name="amount_is_counted"),
    CheckConstraint(
        "amount IS NOT NULL OR unit IN ('clock_time', 'none')", name="has_an_amount"
    ),
)


class RequirementColumns(Sourced, Versioned):
    """Columns of the `requirements` table."""

    election_code: Named[str] = Column(
        CODE, ForeignKey("elections.code"), primary_key=True
    )
    code: Named[str] = Column(CODE, primary_key=True)
    known_on: Named[date] = Column(primary_key=True)
    letter: Named[str] = Column(CODE)
    name_indonesian: Named[str] = Column(Text)
    name_english: Named[str] = Column(Text)
    scope: Named[RequirementScope] = Column(one_of(RequirementScope, "scope"))
    kind: Named[RequirementKind] = Column(one_of(RequirementKind, "kind"))
    share: Named[Fraction | None] = Column(Share)
    fixed: Named[int | None]
    rounding: Named[Rounding] = Column(one_of(Rounding, "rounding"))
    per_population: Named[Fraction | None] = Column(Share)
    article: Named[str] = Column(Text)


requirements = Table(
    "requirements",
    metadata,
    RequirementColumns,
    CheckConstraint("name_indonesian <> ''", name="is_named"),
    CheckConstraint("fixed >= 0", name="fixed_is_counted"),
)
