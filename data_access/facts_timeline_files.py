"""The files of facts on stages, milestones, baselines and legal deadlines."""

from data_access import tables
from data_access.facts_cells import (
    any_words,
    count,
    day,
    flag,
    hour,
    one_of,
    optional,
    words,
    zone,
)
from data_access.facts_columns import (
    ACTUAL,
    ACTUAL_DAYS,
    GROUP,
    NAMES,
    PLAN,
    PLANNED_DAYS,
    PROVENANCE,
    FactFile,
)
from domain.deadlines import Bound, Direction, FirstDay, Unit
from domain.timeline import Holding, ProgressMeasure, SlipReason

STAGES = FactFile(
    name="stages",
    key=("code",),
    in_order=(PLANNED_DAYS, ACTUAL_DAYS),
    columns={
        "code": words,
        "position": count,
        **NAMES,
        **GROUP,
        **PLAN,
        "holding": one_of(Holding),
        **ACTUAL,
        "weight": count,
        "is_end_unrecorded": flag,
        "legal_basis": words,
        **PROVENANCE,
        "actual_note": any_words,
    },
)

MILESTONES = FactFile(
    name="milestones",
    key=("code",),
    references={
        "stage_code": ("stages",),
        "parent_code": ("milestones",),
        "region_code": ("regions",),
        "phase_code": ("phases",),
    },
    in_order=(PLANNED_DAYS, ACTUAL_DAYS),
    columns={
        "code": words,
        "stage_code": words,
        "position": count,
        **NAMES,
        **GROUP,
        "parent_code": optional(words),
        "level": any_words,
        "division": any_words,
        "region_code": words,
        "measure": one_of(ProgressMeasure),
        "phase_code": optional(words),
        "weight": count,
        "is_end_unrecorded": flag,
        **PLAN,
        "holding": one_of(Holding),
        "exception": any_words,
        **ACTUAL,
        "slip_reason": optional(one_of(SlipReason)),
        "legal_basis": words,
        **PROVENANCE,
        "actual_source": any_words,
        "actual_note": any_words,
    },
)

REVISIONS = FactFile(
    name="revisions",
    key=("milestone_code", "known_on"),
    references={"milestone_code": ("milestones",)},
    in_order=(PLANNED_DAYS,),
    columns={"milestone_code": words, **PLAN, "legal_basis": words, **PROVENANCE},
)

PREDECESSORS = FactFile(
    name="predecessors",
    table=tables.predecessors,
    key=("milestone_code", "predecessor_code"),
    references={"milestone_code": ("milestones",), "predecessor_code": ("milestones",)},
    columns={"milestone_code": words, "predecessor_code": words, **PROVENANCE},
)

BASELINES = FactFile(
    name="baselines",
    table=tables.baselines,
    key=("code",),
    columns={"code": words, "name": words, "decided_on": day, **PROVENANCE},
)

BASELINE_DAYS = FactFile(
    name="baseline_days",
    table=tables.baseline_days,
    key=("baseline_code", "item_code"),
    references={"baseline_code": ("baselines",), "item_code": ("stages", "milestones")},
    in_order=(PLANNED_DAYS,),
    columns={
        "baseline_code": words,
        "item_code": words,
        "planned_start": optional(day),
        "planned_end": optional(day),
        **PROVENANCE,
    },
)

DEADLINE_RULES = FactFile(
    name="deadline_rules",
    table=tables.deadline_rules,
    key=("code", "reading"),
    references={"milestone_code": ("milestones",)},
    columns={
        "code": words,
        "reading": words,
        "known_on": day,
        "subject_indonesian": words,
        "subject_english": words,
        "wording": words,
        "anchor": words,
        "anchor_end": flag,
        "anchored_on": optional(day),
        "direction": one_of(Direction),
        "amount": optional(count),
        "unit": one_of(Unit),
        "first_day": one_of(FirstDay),
        "bound": one_of(Bound),
        "closes_at": optional(hour),
        "zone": optional(zone),
        "milestone_code": optional(words),
        "article": words,
        **PROVENANCE,
    },
)
