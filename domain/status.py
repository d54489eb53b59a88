"""Where a stage or a milestone stands on a day.

Source: none; the commission's working rules. A planned end is not a legal deadline.
"""

from collections.abc import Sequence
from datetime import date
from typing import assert_never

from domain.assessment import Assessment, Progress, Status
from domain.timeline import Holding, Milestone, Schedule, Stage

UNFINISHED = frozenset(
    {Status.NOT_STARTED, Status.RUNNING, Status.AT_RISK, Status.OVERDUE}
)
"""Statuses known not to be the end; an unreported item may well have ended."""

WAITING = frozenset({Status.NOT_STARTED, Status.RUNNING, Status.UNREPORTED})
"""Statuses that an unfinished predecessor puts at risk."""

BEHIND = frozenset({Status.AT_RISK, Status.OVERDUE})
"""Statuses of a milestone that put its stage at risk."""


def ended_on(schedule: Schedule, progress: Progress | None, day: date) -> date | None:
    """Return the day an item ended, or None if it had not.

    Without an actual end, the figures that show it complete tell the day.
    """
    if schedule.actual_end and schedule.actual_end <= day:
        return schedule.actual_end
    if progress and progress.share == 1:
        return progress.reported_on
    return None


def milestone_status(
    milestone: Milestone, progress: Progress | None, forecast: date | None, day: date
) -> Status:
    """Return where a milestone stands, its predecessors left aside.

    Args:
        milestone: The milestone, as known that day.
        progress: How much is done; None where nobody reported it.
        forecast: Day it would end at the reported pace, if known.
        day: Day of the question.
    """
    schedule = milestone.schedule
    if apart := _not_held(milestone.holding, schedule, day):
        return apart
    if ended := ended_on(schedule, progress, day):
        return _done(ended, schedule)
    has_begun = _started(schedule, day) or bool(progress and progress.done)
    if has_begun and schedule.planned_end is None and milestone.is_end_unrecorded:
        return Status.UNREPORTED
    if has_begun and not _is_past_end(schedule, day):
        return _at_pace(forecast, schedule)
    return _open_status(milestone, has_begun=has_begun, day=day)


def is_held_up(
    milestone: Milestone,
    status: Status,
    predecessors: Sequence[Status],
    day: date,
) -> bool:
    """Return whether an unfinished predecessor keeps a milestone from its planned days.

    Args:
        milestone: The milestone.
        status: Where it stands by itself.
        predecessors: Where the milestones stand that must end before it starts.
        day: Day of the question.
    """
    start = milestone.schedule.planned_start
    is_due = start is not None and start <= day
    if not is_due or _is_past_end(milestone.schedule, day):
        return False
    return status in WAITING and any(each in UNFINISHED for each in predecessors)


def stage_status(stage: Stage, milestones: Sequence[Assessment], day: date) -> Status:
    """Return where a stage stands, given its milestones."""
    schedule = stage.schedule
    if apart := _not_held(stage.holding, schedule, day):
        return apart
    if ended := ended_on(schedule, None, day):
        return _done(ended, schedule)
    has_begun = _started(schedule, day) or any(_has_begun(m, day) for m in milestones)
    if _is_past_end(schedule, day) or not has_begun:
        return _open_status(stage, has_begun=has_begun, day=day)
    is_behind = any(milestone.status in BEHIND for milestone in milestones)
    return Status.AT_RISK if is_behind else Status.RUNNING


def _not_held(holding: Holding, schedule: Schedule, day: date) -> Status | None:
    match holding:
        case Holding.PLANNED:
            return None
        case Holding.CONDITIONAL:
            # An item that has begun shows that its condition was met.
            begun = _started(schedule, day) or ended_on(schedule, None, day)
            return None if begun else Status.CONDITIONAL
        case Holding.NOT_HELD:
            return Status.NOT_HELD
        case _ as unreachable:
            assert_never(unreachable)


def _done(ended: date, schedule: Schedule) -> Status:
    is_late = schedule.planned_end is not None and ended > schedule.planned_end
    return Status.DONE_LATE if is_late else Status.DONE


def _at_pace(forecast: date | None, schedule: Schedule) -> Status:
    if forecast and schedule.planned_end and forecast > schedule.planned_end:
        return Status.AT_RISK
    return Status.RUNNING


def _open_status(item: Stage | Milestone, *, has_begun: bool, day: date) -> Status:
    """Return where an item stands that has not ended and does not run in its days."""
    schedule = item.schedule
    if _is_past_end(schedule, day):
        is_late = has_begun and not item.is_end_unrecorded
        return Status.OVERDUE if is_late else Status.UNREPORTED
    start = schedule.planned_start
    return Status.UNREPORTED if start and day > start else Status.NOT_STARTED


def _started(schedule: Schedule, day: date) -> bool:
    return schedule.actual_start is not None and schedule.actual_start <= day


def _is_past_end(schedule: Schedule, day: date) -> bool:
    return schedule.planned_end is not None and day > schedule.planned_end


def _has_begun(milestone: Assessment, day: date) -> bool:
    is_reported = bool(milestone.progress and milestone.progress.done)
    is_started = _started(milestone.milestone.schedule, day)
    return milestone.status.is_held and (
        milestone.status.is_done or is_reported or is_started
    )
