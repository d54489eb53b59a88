"""What staff record of a milestone, and the rules it must satisfy."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain
from typing import TypeAlias

from domain.predecessors import Plan, closes_a_circle
from domain.timeline import Holding, Milestone, SlipReason, Stage
from domain.typed_days import check_order, check_past, check_planned
from domain.typed_text import MINUTES_NUMBER_LENGTHS, check_text
from domain.violation import Violation

REMARK_LENGTHS = range(2001)
"""Characters of a remark. No source; a page at most."""

COMPLETE = 100

Violations: TypeAlias = tuple[Violation, ...]


class EditRule(StrEnum):
    """A rule on what is recorded of a milestone."""

    PROGRESS_IN_RANGE = "progress_in_range"  # 0 to 100
    COMPLETE_HAS_END = "complete_has_end"  # progress of 100 without an actual end
    END_HAS_START = "end_has_start"
    END_IS_COMPLETE = "end_is_complete"  # an actual end with progress below 100
    SLIP_REASON_MISSING = "slip_reason_missing"  # ended after its plan
    MINUTES_INCOMPLETE = "minutes_incomplete"  # a number without a date, or a date
    CLOSED = "closed"  # its stage is done, or it was not held
    UNKNOWN_MILESTONE = "unknown_milestone"
    NOT_PERMITTED = "not_permitted"  # of a region that the person does not record for
    CIRCLE = "circle"  # predecessors that wait for one another


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneEdit:
    """Everything about a milestone that staff may change.

    Attributes:
        planned_start: First planned day, where an editor revises the plan.
        planned_end: Last planned day, inclusive.
        actual_start: Day it really began.
        actual_end: Last day of it, inclusive.
        progress_percent: Percentage done, 0 to 100; None where nobody reports one.
        slip_reason: Why it slipped.
        remark: What staff say of it; may have lines; empty for nothing.
        minutes_number: Number of the minutes (berita acara) behind it, if any.
        minutes_date: Day of those minutes.
        predecessors: Codes of the milestones that must end before it starts.
    """

    planned_start: date | None = None
    planned_end: date | None = None
    actual_start: date | None = None
    actual_end: date | None = None
    progress_percent: int | None = None
    slip_reason: SlipReason | None = None
    remark: str = ""
    minutes_number: str | None = None
    minutes_date: date | None = None
    predecessors: frozenset[str] = frozenset()


def edit_of(milestone: Milestone) -> MilestoneEdit:
    """Return what is recorded of a milestone now, as an edit starts with it."""
    days, progress = milestone.schedule, milestone.progress
    return MilestoneEdit(
        planned_start=days.planned_start,
        planned_end=days.planned_end,
        actual_start=days.actual_start,
        actual_end=days.actual_end,
        progress_percent=None if progress is None else int(progress * COMPLETE),
        slip_reason=milestone.slip_reason,
        remark=milestone.remark,
        minutes_number=milestone.minutes_number,
        minutes_date=milestone.minutes_date,
        predecessors=frozenset(milestone.predecessors),
    )


def check_edit(code: str, edit: MilestoneEdit, plan: Plan, day: date) -> Violations:
    """Return every rule that an edit breaks, or nothing for a sound one.

    Args:
        code: Code of the milestone.
        edit: What is to be recorded.
        plan: Predecessors of every milestone of the election, as they stand.
        day: Day of the recording; no actual day lies after it.

    Source: none; the commission's working rules. The order of the days follows from
        what they mean.
    """
    return (
        *_check_days(edit, day),
        *_check_progress(edit),
        *_check_texts(edit),
        *_check_predecessors(code, edit.predecessors, plan),
    )


def check_closed(milestone: Milestone, stage: Stage | None) -> Violations:
    """Return whether a milestone is closed: it changes by a correction only.

    Args:
        milestone: The milestone, as known on the day of the recording.
        stage: Its stage, as known that day.

    Source: none; the commission's working rule.
    """
    over = (
        milestone.holding is Holding.NOT_HELD,
        stage is not None and stage.holding is Holding.NOT_HELD,
        stage is not None and stage.schedule.actual_end is not None,
    )
    if not any(over):
        return ()
    value = milestone.stage_code
    return (Violation(field="stage_code", value=value, rule=EditRule.CLOSED),)


def _check_days(edit: MilestoneEdit, day: date) -> Violations:
    planned = ("planned_start", "planned_end")
    past = ("actual_start", "actual_end", "minutes_date")
    return (
        *chain.from_iterable(
            check_planned(name, getattr(edit, name)) for name in planned
        ),
        *chain.from_iterable(
            check_past(name, getattr(edit, name), day) for name in past
        ),
        *check_order("planned_end", edit.planned_start, edit.planned_end),
        *check_order("actual_end", edit.actual_start, edit.actual_end),
    )


def _check_progress(edit: MilestoneEdit) -> Violations:
    percent, end, plan = edit.progress_percent, edit.actual_end, edit.planned_end
    is_late = bool(end and plan and end > plan)
    rules = (
        (EditRule.PROGRESS_IN_RANGE, "progress_percent", not _is_share(percent)),
        (EditRule.COMPLETE_HAS_END, "actual_end", percent == COMPLETE and not end),
        (EditRule.END_HAS_START, "actual_start", bool(end and not edit.actual_start)),
        (
            EditRule.END_IS_COMPLETE,
            "progress_percent",
            bool(end) and percent is not None and 0 <= percent < COMPLETE,
        ),
        (
            EditRule.SLIP_REASON_MISSING,
            "slip_reason",
            is_late and edit.slip_reason is None,
        ),
    )
    return tuple(
        Violation(field=field, value=getattr(edit, field), rule=rule)
        for rule, field, is_broken in rules
        if is_broken
    )


def _is_share(percent: int | None) -> bool:
    return percent is None or 0 <= percent <= COMPLETE


def _check_texts(edit: MilestoneEdit) -> Violations:
    number = edit.minutes_number
    if (number is None) != (edit.minutes_date is None):
        field = "minutes_number" if number is None else "minutes_date"
        missing = Violation(field=field, value=None, rule=EditRule.MINUTES_INCOMPLETE)
        return (*_check_remark(edit), missing)
    if number is None:
        return _check_remark(edit)
    typed = check_text("minutes_number", number, MINUTES_NUMBER_LENGTHS)
    return (*_check_remark(edit), *typed)


def _check_remark(edit: MilestoneEdit) -> Violations:
    return check_text("remark", edit.remark, REMARK_LENGTHS, has_lines=True)


def _check_predecessors(code: str, before: frozenset[str], plan: Plan) -> Violations:
    unknown = tuple(
        Violation(field="predecessors", value=each, rule=EditRule.UNKNOWN_MILESTONE)
        for each in sorted(before - plan.keys())
    )
    if circle := closes_a_circle(code, before, plan):
        broken = Violation(field="predecessors", value=circle, rule=EditRule.CIRCLE)
        return (*unknown, broken)
    return unknown
