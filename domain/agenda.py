"""What is due next, and what the commission must look at first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domain.assessment import Assessment, Status
from domain.workdays import WorkingCalendar

CLOSE_TO_LIMIT = 5
"""Working days before a legal limit from which a milestone needs attention.

Source: none; the commission's working rule.
"""

TROUBLED = frozenset({Status.OVERDUE, Status.AT_RISK, Status.UNREPORTED})
"""Statuses that need attention whatever the law says."""


class Event(StrEnum):
    """What a milestone does on a day of the agenda."""

    STARTS = "starts"
    ENDS = "ends"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A planned day of a milestone that lies ahead.

    Attributes:
        assessment: The milestone, as it stands.
        on: The planned day.
        event: What is planned for it; a milestone of one day ends.
        working_days_left: Working days up to it, today and the day itself included.
    """

    assessment: Assessment
    on: date
    event: Event
    working_days_left: int


def due_within(
    assessments: Iterable[Assessment], day: date, days: int, calendar: WorkingCalendar
) -> tuple[Due, ...]:
    """Return the planned starts and ends of the coming days, the earliest first.

    What has started does not start again; what has ended, is not held, or waits for a
    condition, is left out.

    Args:
        assessments: Milestones, in the order in which those of one day shall stand.
        day: Today, the first day of the agenda.
        days: Calendar days to look ahead.
        calendar: Working days as known today.
    """
    last = day + timedelta(days=days)
    found = [
        Due(
            assessment=assessment,
            on=on,
            event=event,
            working_days_left=calendar.count(day, on),
        )
        for assessment in assessments
        for on, event in _planned_days(assessment)
        if day <= on <= last
    ]
    return tuple(sorted(found, key=lambda due: due.on))


def needs_attention(assessments: Iterable[Assessment]) -> tuple[Assessment, ...]:
    """Return the milestones in trouble or close to their limit, the least slack first.

    Those that nobody reported on stand after those known to be in trouble, the limit
    nearest to today first; within both, those without a legal limit stand last.

    Source: none; the commission's working rule.
    """
    return tuple(sorted(filter(_is_urgent, assessments), key=_urgency))


def _planned_days(assessment: Assessment) -> Iterator[tuple[date, Event]]:
    if assessment.status.is_done or not assessment.status.is_held:
        return
    schedule = assessment.milestone.schedule
    start, end = schedule.planned_start, schedule.planned_end
    if start and start != end and schedule.actual_start is None:
        yield start, Event.STARTS
    if end:
        yield end, Event.ENDS


def _is_urgent(assessment: Assessment) -> bool:
    is_close = assessment.slack is not None and assessment.slack <= CLOSE_TO_LIMIT
    return is_close or assessment.status in TROUBLED


def _urgency(assessment: Assessment) -> tuple[bool, bool, int]:
    slack = assessment.slack or 0
    is_unreported = assessment.status is Status.UNREPORTED
    has_no_limit = assessment.slack is None
    return is_unreported, has_no_limit, abs(slack) if is_unreported else slack
