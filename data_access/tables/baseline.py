"""Baselines: named sets of planned days, such as that of one regulation."""

from datetime import date

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Named,
    Table,
    Text,
)

from data_access.tables.base import CODE, Sourced, Versioned, metadata


class BaselineColumns(Sourced, Versioned):
    """Columns of the `baselines` table."""

    election_code: Named[str] = Column(
        CODE, ForeignKey("elections.code"), primary_key=True
    )
    code: Named[str] = Column(CODE, primary_key=True)
    name: Named[str] = Column(Text)
    decided_on: Named[date]


baselines = Table("baselines", metadata, BaselineColumns)


class BaselineDayColumns(Sourced):
    """Columns of the `baseline_days` table; an item is a stage or a milestone."""

    election_code: Named[str] = Column(CODE, primary_key=True)
    baseline_code: Named[str] = Column(CODE, primary_key=True)
    item_code: Named[str] = Column(CODE, primary_key=True)
    planned_start: Named[date | None]
    planned_end: Named[date | None]


baseline_days = Table(
    "baseline_days",
    metadata,
    BaselineDayColumns,
    ForeignKeyConstraint(
        ["election_code", "baseline_code"],
        ["baselines.election_code", "baselines.code"],
    ),
    CheckConstraint("planned_start <= planned_end", name="plan_runs_forward"),
)
