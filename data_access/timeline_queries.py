"""The queries behind the reads of the timeline; `election` and `day` are given."""

from sqlalchemy import and_, bindparam, func, select

from data_access.states import counts_on_the_day, first_known_on, newest_version
from data_access.tables import (
    milestone_phases,
    milestone_states,
    milestones,
    phases,
    predecessors,
    stage_states,
    stages,
)

_OF_ITEMS = {"election_code", "source", "confidence", "note", "version"}
"""Columns of an item that a read leaves; its state tells them anew, or nobody asks."""

_OF_STATES = {"election_code", "version", "stage_code", "milestone_code"}
"""Columns of a state that a read leaves."""

STAGES = (
    select(
        *(column for column in stages.c if column.name not in _OF_ITEMS),
        *(column for column in stage_states.c if column.name not in _OF_STATES),
    )
    .join_from(
        stages, stage_states, counts_on_the_day(stages, stage_states, "stage_code")
    )
    .where(stages.c.election_code == bindparam("election"))
    .order_by(stages.c.position)
)
"""Stages with their newest state known on the day, in official order."""

_PREDECESSORS = (
    select(func.aggregate_strings(predecessors.c.predecessor_code, " "))
    .where(
        predecessors.c.election_code == milestones.c.election_code,
        predecessors.c.milestone_code == milestones.c.code,
    )
    .scalar_subquery()
)

MILESTONES = (
    select(
        *(column for column in milestones.c if column.name not in _OF_ITEMS),
        *(column for column in milestone_states.c if column.name not in _OF_STATES),
        phases.c.code.label("phase_code"),
        _PREDECESSORS.label("predecessors"),
        first_known_on(milestones, milestone_states, "milestone_code").label(
            "added_on"
        ),
        newest_version(milestones, milestone_states, "milestone_code").label("version"),
    )
    .join_from(
        milestones,
        milestone_states,
        counts_on_the_day(milestones, milestone_states, "milestone_code"),
    )
    .join(
        stages,
        and_(
            stages.c.election_code == milestones.c.election_code,
            stages.c.code == milestones.c.stage_code,
        ),
    )
    .outerjoin(
        milestone_phases,
        and_(
            milestone_phases.c.election_code == milestones.c.election_code,
            milestone_phases.c.milestone_code == milestones.c.code,
        ),
    )
    .outerjoin(
        phases,
        and_(
            phases.c.election_code == milestone_phases.c.election_code,
            phases.c.code == milestone_phases.c.phase_code,
            phases.c.known_on <= bindparam("day"),
        ),
    )
    .where(milestones.c.election_code == bindparam("election"))
    .order_by(stages.c.position, milestones.c.position, milestones.c.code)
)
"""Milestones with their newest state known on the day, by stage and place in it."""
