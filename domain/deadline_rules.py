"""From the rule of a legal deadline to its day and hour."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.deadlines import Deadline, DeadlineRule, Direction, FirstDay, Unit
from domain.timeline import Milestone, Schedule
from domain.workdays import WorkingCalendar

VOTING_DAY = "voting_day"
"""The anchor that stands for the day of voting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """The days that rules count from, as known on one day.

    Attributes:
        day: Day whose knowledge counts.
        voting_day: Day of voting.
        schedules: Planned and actual days, by milestone code.
        office_zone: Zone of the office, for hours that the law calls local.
    """

    day: date
    voting_day: date
    schedules: Mapping[str, Schedule]
    office_zone: ZoneInfo


def schedules_of(milestones: Iterable[Milestone]) -> dict[str, Schedule]:
    """Return the planned and actual days by milestone code."""
    return {milestone.code: milestone.schedule for milestone in milestones}
