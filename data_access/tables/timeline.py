"""Stages, milestones, and the append-only states of what was known of them.

A row of `stages` or `milestones` names the item; each row of `stage_states` or
`milestone_states` tells everything known of its days from `known_on` on.
"""

from datetime import date

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Named,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

from data_access.tables.base import CODE, Sourced, Versioned, metadata, one_of
from domain.timeline import Holding, ProgressMeasure, SlipReason


class ItemColumns(Sourced, Versioned):
    """Columns that name a stage or a milestone."""

    election_code: Named[str] = Column(
        CODE, ForeignKey("elections.code"), primary_key=True
    )
    code: Named[str] = Column(CODE, primary_key=True)
    position: Named[int] = Column(Integer)
    name_indonesian: Named[str] = Column(Text)
    name_english: Named[str] = Column(Text)
    short_name_indonesian: Named[str] = Column(Text)
    short_name_english: Named[str] = Column(Text)
    group_indonesian: Named[str] = Column(Text, default="")
    group_english: Named[str] = Column(Text, default="")
    weight: Named[int] = Column(Integer, default=1)
    is_end_unrecorded: Named[bool] = Column(default=False)


class StateColumns(Sourced):
    """Columns that tell what was known of an item from a day on."""

    election_code: Named[str] = Column(CODE)
    version: Named[int] = Column(Integer)
    known_on: Named[date]
    planned_start: Named[date | None]
    planned_end: Named[date | None]
    relative_rule_indonesian: Named[str] = Column(Text, default="")
    relative_rule_english: Named[str] = Column(Text, default="")
    actual_start: Named[date | None]
    actual_end: Named[date | None]
    holding: Named[Holding] = Column(
        one_of(Holding, "holding"), default=Holding.PLANNED
    )
    legal_basis: Named[str] = Column(Text, default="")


def _of_an_item() -> tuple[CheckConstraint, ...]:
    return (
        CheckConstraint("name_indonesian <> ''", name="is_named"),
        CheckConstraint("short_name_indonesian <> ''", name="is_named_in_short"),
        CheckConstraint("position >= 1", name="position_counts_from_1"),
        CheckConstraint("weight >= 0", name="weight_is_not_negative"),
    )


def _of_a_state() -> tuple[CheckConstraint, ...]:
    return (
        CheckConstraint("version >= 1", name="version_counts_from_1"),
        CheckConstraint("planned_start <= planned_end", name="plan_runs_forward"),
        CheckConstraint("actual_start <= actual_end", name="runs_forward"),
        CheckConstraint("actual_start <= known_on", name="start_is_past"),
        CheckConstraint("actual_end <= known_on", name="end_is_past"),
    )


stages = Table("stages", metadata, ItemColumns, *_of_an_item())


class StageStateColumns(StateColumns):
    """Columns of the append-only `stage_states` table."""

    stage_code: Named[str] = Column(CODE)


stage_states = Table(
    "stage_states",
    metadata,
    StageStateColumns,
    # From an item straight to its states; the newest has the greatest version.
    PrimaryKeyConstraint("election_code", "stage_code", "version"),
    ForeignKeyConstraint(
        ["election_code", "stage_code"], ["stages.election_code", "stages.code"]
    ),
    *_of_a_state(),
)


class MilestoneColumns(ItemColumns):
    """Columns of the `milestones` table."""

    stage_code: Named[str] = Column(CODE)
    parent_code: Named[str | None] = Column(CODE)
    level: Named[str] = Column(Text, default="")
    division: Named[str] = Column(Text, default="")
    region_code: Named[str] = Column(String(13), ForeignKey("regions.code"))
    measure: Named[ProgressMeasure] = Column(
        one_of(ProgressMeasure, "measure"), default=ProgressMeasure.REPORTED
    )


milestones = Table(
    "milestones",
    metadata,
    MilestoneColumns,
    ForeignKeyConstraint(
        ["election_code", "stage_code"], ["stages.election_code", "stages.code"]
    ),
    ForeignKeyConstraint(
        ["election_code", "parent_code"],
        ["milestones.election_code", "milestones.code"],
    ),
    CheckConstraint("parent_code <> code", name="is_not_its_own_part"),
    *_of_an_item(),
)


class MilestoneStateColumns(StateColumns):
    """Columns of the append-only `milestone_states` table.

    `remark` is what staff say of the item; `note` is about the source, as everywhere.
    `predecessor_codes` are codes with blanks between them that stand in place of those
    in `predecessors`; None while nobody changed the plan's own. With a state, a removed
    predecessor stays in the past, and comes back with the state that named it.
    """

    milestone_code: Named[str] = Column(CODE)
    progress_percent: Named[int | None]
    slip_reason: Named[SlipReason | None] = Column(one_of(SlipReason, "slip_reason"))
    exception: Named[str] = Column(Text, default="")
    remark: Named[str] = Column(Text, default="")
    minutes_number: Named[str | None] = Column(Text)
    minutes_date: Named[date | None]
    predecessor_codes: Named[str | None] = Column(Text)


milestone_states = Table(
    "milestone_states",
    metadata,
    MilestoneStateColumns,
    # From an item straight to its states; the newest has the greatest version.
    PrimaryKeyConstraint("election_code", "milestone_code", "version"),
    ForeignKeyConstraint(
        ["election_code", "milestone_code"],
        ["milestones.election_code", "milestones.code"],
    ),
    CheckConstraint("progress_percent BETWEEN 0 AND 100", name="progress_is_a_share"),
    CheckConstraint(
        "(minutes_number IS NULL) = (minutes_date IS NULL)",
        name="minutes_have_number_and_date",
    ),
    *_of_a_state(),
    # From an item straight to the one known on a day, past those that came later.
    Index(
        "ix_milestone_states_known",
        "election_code",
        "milestone_code",
        "known_on",
        "version",
    ),
    Index(None, "known_on"),  # from one day to the next
)


class PredecessorColumns(Sourced):
    """Columns of the `predecessors` table."""

    election_code: Named[str] = Column(CODE, primary_key=True)
    milestone_code: Named[str] = Column(CODE, primary_key=True)
    predecessor_code: Named[str] = Column(CODE, primary_key=True)


predecessors = Table(
    "predecessors",
    metadata,
    PredecessorColumns,
    ForeignKeyConstraint(
        ["election_code", "milestone_code"],
        ["milestones.election_code", "milestones.code"],
    ),
    ForeignKeyConstraint(
        ["election_code", "predecessor_code"],
        ["milestones.election_code", "milestones.code"],
    ),
    CheckConstraint("milestone_code <> predecessor_code", name="comes_before_another"),
)
