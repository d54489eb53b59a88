"""Reads of the timeline, as known on a day."""

from datetime import date
from fractions import Fraction
from itertools import groupby

from sqlalchemy import Connection, and_, select

from data_access.grounds import Ground
from data_access.rows import AnyRow, optional_name, provenance_of
from data_access.states import predecessors_of, schedule_of
from data_access.tables import (
    baseline_days,
    baselines,
    milestone_phases,
    milestone_states,
    milestones,
    phases,
    predecessors,
    stage_states,
    stages,
)
from data_access.timeline_queries import MILESTONES, STAGES
from domain.appointment import Known
from domain.bilingual import Bilingual
from domain.timeline import Baseline, Milestone, Schedule, Stage

STAGES_GROUND = Ground((stages, stage_states), (stage_states.c.known_on,))
"""What `read_stages` rests on."""

MILESTONES_GROUND = Ground(
    (milestones, milestone_states, stages, milestone_phases, phases, predecessors),
    (milestone_states.c.known_on, phases.c.known_on),
)
"""What `read_milestones` rests on."""

BASELINES_GROUND = Ground((baselines, baseline_days), (baselines.c.decided_on,))
"""What `read_baselines` rests on."""


def read_stages(connection: Connection, election: str, day: date) -> tuple[Stage, ...]:
    """Return the stages as known on a day, in their official order."""
    rows = connection.execute(STAGES, {"election": election, "day": day})
    return tuple(map(_stage, rows))


def read_milestones(
    connection: Connection, election: str, day: date
) -> tuple[Milestone, ...]:
    """Return the milestones as known on a day, by stage and place within it.

    A milestone that had not entered the plan by then is left out.
    """
    rows = connection.execute(MILESTONES, {"election": election, "day": day})
    return tuple(map(_milestone, rows))


def read_milestone_history(
    connection: Connection, election: str, code: str, day: date
) -> tuple[tuple[date, Schedule], ...]:
    """Return what was known of a milestone and from which day on, newest first."""
    states = milestone_states
    query = (
        select(states)
        .where(
            states.c.election_code == election,
            states.c.milestone_code == code,
            states.c.known_on <= day,
        )
        .order_by(states.c.known_on.desc(), states.c.version.desc())
    )
    rows = connection.execute(query)
    return tuple((row.known_on, schedule_of(row)) for row in rows)


def read_plan_history(
    connection: Connection, election: str, day: date
) -> dict[str, tuple[Known, ...]]:
    """Return what was known of each milestone up to a day, oldest first, by code."""
    states = milestone_states
    query = (
        select(states)
        .where(states.c.election_code == election, states.c.known_on <= day)
        .order_by(states.c.milestone_code, states.c.known_on, states.c.version)
    )
    return {
        code: tuple(map(_known, rows))
        for code, rows in groupby(connection.execute(query), key=_milestone_code)
    }


def read_baselines(
    connection: Connection, election: str, day: date
) -> tuple[Baseline, ...]:
    """Return the baselines decided by a day, oldest first, with all their days."""
    query = (
        select(
            baselines.c.code,
            baselines.c.name,
            baselines.c.decided_on,
            baseline_days.c.item_code,
            baseline_days.c.planned_start,
            baseline_days.c.planned_end,
        )
        .join_from(
            baselines,
            baseline_days,
            and_(
                baseline_days.c.election_code == baselines.c.election_code,
                baseline_days.c.baseline_code == baselines.c.code,
            ),
            isouter=True,
        )
        .where(baselines.c.election_code == election, baselines.c.decided_on <= day)
        .order_by(baselines.c.decided_on, baselines.c.code)
    )
    return tuple(
        Baseline(
            code=code,
            name=name,
            decided_on=decided_on,
            days={item: (start, end) for *_, item, start, end in rows if item},
        )
        for (code, name, decided_on), rows in groupby(
            connection.execute(query), key=_baseline
        )
    )


def _milestone_code(row: AnyRow) -> str:
    code: str = row.milestone_code
    return code


def _known(row: AnyRow) -> Known:
    return Known(known_on=row.known_on, schedule=schedule_of(row), holding=row.holding)


def _baseline(row: AnyRow) -> tuple[str, str, date]:
    return row.code, row.name, row.decided_on


def _stage(row: AnyRow) -> Stage:
    return Stage(
        code=row.code,
        position=row.position,
        name=Bilingual(row.name_indonesian, row.name_english),
        short_name=Bilingual(row.short_name_indonesian, row.short_name_english),
        group=Bilingual(row.group_indonesian, row.group_english),
        schedule=schedule_of(row),
        holding=row.holding,
        legal_basis=row.legal_basis,
        provenance=provenance_of(row),
        weight=row.weight,
        is_end_unrecorded=row.is_end_unrecorded,
    )


def _milestone(row: AnyRow) -> Milestone:
    percent = row.progress_percent
    return Milestone(
        code=row.code,
        stage_code=row.stage_code,
        position=row.position,
        name=Bilingual(row.name_indonesian, row.name_english),
        short_name=Bilingual(row.short_name_indonesian, row.short_name_english),
        group=optional_name(row.group_indonesian, row.group_english),
        parent_code=row.parent_code,
        level=row.level,
        division=row.division,
        region_code=row.region_code,
        schedule=schedule_of(row),
        holding=row.holding,
        progress=None if percent is None else Fraction(percent, 100),
        measure=row.measure,
        phase_code=row.phase_code,
        predecessors=predecessors_of(row),
        slip_reason=row.slip_reason,
        added_on=row.added_on,
        updated_on=row.known_on,
        remark=row.remark,
        minutes_number=row.minutes_number,
        minutes_date=row.minutes_date,
        exception=row.exception,
        legal_basis=row.legal_basis,
        provenance=provenance_of(row),
        weight=row.weight,
        version=row.version,
        is_end_unrecorded=row.is_end_unrecorded,
    )
