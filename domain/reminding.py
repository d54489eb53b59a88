"""Which milestones somebody is reminded of, and how urgent each is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.assessment import Assessment
from domain.workdays import WorkingCalendar


class ReminderKind(StrEnum):
    """How close the planned end of a milestone is."""

    WEEK = "7"
    THREE_DAYS = "3"
    ONE_DAY = "1"
    LATE = "late"


REACHES = {
    ReminderKind.ONE_DAY: 1,
    ReminderKind.THREE_DAYS: 3,
    ReminderKind.WEEK: 7,
}
"""Calendar days before the planned end from which each kind is due, nearest first.

Source: none; the commission's working rule.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A milestone that somebody is reminded of.

    Attributes:
        assessment: The milestone, as it stands.
        kind: How close its planned end is.
        due_on: Its planned end.
        working_days: Working days up to the planned end, today and that day included;
            of a late one, those that passed after it, today included.
    """

    assessment: Assessment
    kind: ReminderKind
    due_on: date
    working_days: int


def reminders_on(
    assessments: Iterable[Assessment], day: date, calendar: WorkingCalendar
) -> tuple[Reminder, ...]:
    """Return what is due within a week or late, the earliest planned end first.

    Left out is what has ended, is not held, waits for a condition, or has an end that
    no source tells. A reminder that no run sent on its first day stays due until the
    next kind is.

    Args:
        assessments: Milestones, in the order in which those of one day shall stand.
        day: Today.
        calendar: Working days as known today.
    """
    found = [
        Reminder(
            assessment=each,
            kind=kind,
            due_on=due_on,
            working_days=_working_days(day, due_on, calendar),
        )
        for each in assessments
        if (due_on := _open_end(each)) and (kind := _kind(day, due_on))
    ]
    return tuple(sorted(found, key=lambda reminder: reminder.due_on))


def _open_end(assessment: Assessment) -> date | None:
    """Return the planned end of what has not ended and shall."""
    status, milestone = assessment.status, assessment.milestone
    if status.is_done or not status.is_held or milestone.is_end_unrecorded:
        return None
    return milestone.schedule.planned_end


def _kind(day: date, due_on: date) -> ReminderKind | None:
    left = (due_on - day).days
    if left < 0:
        return ReminderKind.LATE
    return next((kind for kind, reach in REACHES.items() if left <= reach), None)


def _working_days(day: date, due_on: date, calendar: WorkingCalendar) -> int:
    if due_on < day:
        return calendar.count(due_on, day) - calendar.count(due_on, due_on)
    return calendar.count(day, due_on)
