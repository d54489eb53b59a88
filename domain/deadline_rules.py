"""From the rule of a legal deadline to its day and hour."""

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.deadlines import Deadline, DeadlineRule, Direction, FirstDay, Unit
from domain.timeline import Holding, Milestone, Schedule
from domain.workdays import WorkingCalendar

VOTING_DAY = "voting_day"
"""The anchor that stands for the day of voting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """The days that rules count from, as known on one day.

    Attributes:
        day: Day whose knowledge counts; an event after it is not known yet.
        voting_day: Day of voting.
        schedules: Planned and actual days, by milestone code.
        office_zone: Zone of the office, for hours that the law calls local.
    """

    day: date
    voting_day: date
    schedules: Mapping[str, Schedule]
    office_zone: ZoneInfo


def schedules_of(milestones: Iterable[Milestone]) -> dict[str, Schedule]:
    """Return the planned and actual days by milestone code.

    A milestone that is not held is left out: nothing counts from it.
    """
    return {
        milestone.code: milestone.schedule
        for milestone in milestones
        if milestone.holding is not Holding.NOT_HELD
    }


def resolve(
    rules: Sequence[DeadlineRule], anchors: Anchors, calendar: WorkingCalendar
) -> tuple[Deadline, ...]:
    """Return the deadlines whose anchor is known, in the order of their rules.

    A rule whose anchor nobody knows yet, or that sets a condition without a count,
    gives none. Every reading of a rule gives its own deadline.

    Args:
        rules: Readings of rules; where others count from a rule with several
            readings, they count from its first.
        anchors: The days known.
        calendar: Working days known on the same day.

    Source: each rule names its article.
    """
    first_readings: dict[str, DeadlineRule] = {}
    for rule in rules:
        first_readings.setdefault(rule.code, rule)
    found = (_deadline(rule, first_readings, anchors, calendar) for rule in rules)
    return tuple(deadline for deadline in found if deadline)


def months_from(day: date, months: int) -> date:
    """Return the same day of another month, or its last day if it is shorter.

    Source: KPU counts 20 months before 14 February 2024 as 14 June 2022; for shorter
        months none, the commission's working rule.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _deadline(
    rule: DeadlineRule,
    others: Mapping[str, DeadlineRule],
    anchors: Anchors,
    calendar: WorkingCalendar,
) -> Deadline | None:
    anchor = _anchor_day(rule, others, anchors, calendar)
    if anchor is None or rule.unit is Unit.NONE:
        return None
    zone = ZoneInfo(rule.zone) if rule.zone else anchors.office_zone
    if rule.unit is Unit.HOURS:
        closes_at = _hours_from(anchor, rule, zone)
        last_day = (closes_at - datetime.resolution).date()
        return Deadline(rule=rule, falls_on=last_day, closes_at=closes_at)
    last_day = _day_from(anchor, rule, calendar)
    return Deadline(
        rule=rule, falls_on=last_day, closes_at=_closing(last_day, rule, zone)
    )


def _anchor_day(
    rule: DeadlineRule,
    others: Mapping[str, DeadlineRule],
    anchors: Anchors,
    calendar: WorkingCalendar,
) -> date | None:
    if rule.anchored_on:
        return rule.anchored_on if rule.anchored_on <= anchors.day else None
    if rule.anchor == VOTING_DAY:
        return anchors.voting_day
    if schedule := anchors.schedules.get(rule.anchor):
        return _scheduled_day(schedule, rule)
    if other := others.get(rule.anchor):
        # Without the rule itself, so that a circle of rules ends without a day.
        rest = {code: each for code, each in others.items() if code != other.code}
        deadline = _deadline(other, rest, anchors, calendar)
        return deadline.falls_on if deadline else None
    return None


def _scheduled_day(schedule: Schedule, rule: DeadlineRule) -> date | None:
    planned, actual = schedule.planned_start, schedule.actual_start
    if rule.anchor_end:
        planned, actual = schedule.planned_end, schedule.actual_end
    # A milestone that ends late does not move its own limit.
    moves_itself = rule.anchor == rule.milestone_code
    return (planned or actual) if moves_itself else (actual or planned)


def _day_from(anchor: date, rule: DeadlineRule, calendar: WorkingCalendar) -> date:
    amount = _signed_amount(rule)
    match rule.unit:
        case Unit.MONTHS:
            return months_from(anchor, amount)
        case Unit.WORKING_DAYS:
            return calendar.add(anchor, amount, rule.first_day)
        case Unit.CALENDAR_DAYS if rule.first_day is FirstDay.INCLUSIVE:
            return anchor + timedelta(days=amount - (1 if amount > 0 else -1))
        case _:
            return anchor + timedelta(days=amount)


def _hours_from(anchor: date, rule: DeadlineRule, zone: ZoneInfo) -> datetime:
    """Return the instant at which a number of hours closes.

    The event fell somewhere on the anchor's day, so the hours end within the 24 hours
    up to `latest`, and the hour at which the rule closes picks one instant of them.
    """
    midnight = datetime.combine(anchor + timedelta(days=1), time.min, zone)
    latest = midnight + timedelta(hours=_signed_amount(rule))
    if rule.closes_at is None:
        return latest
    closes_at = datetime.combine(latest.date(), rule.closes_at, zone)
    return closes_at if closes_at <= latest else closes_at - timedelta(days=1)


def _closing(last_day: date, rule: DeadlineRule, zone: ZoneInfo) -> datetime | None:
    if rule.closes_at:
        return datetime.combine(last_day, rule.closes_at, zone)
    if rule.zone:
        return datetime.combine(last_day + timedelta(days=1), time.min, zone)
    return None


def _signed_amount(rule: DeadlineRule) -> int:
    amount = rule.amount or 0
    return -amount if rule.direction is Direction.BEFORE else amount
