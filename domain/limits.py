"""How far a milestone is from the legal deadlines that limit it."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from domain.deadlines import Deadline
from domain.workdays import WorkingCalendar


def by_milestone(deadlines: Iterable[Deadline]) -> dict[str, tuple[Deadline, ...]]:
    """Return the deadlines of each milestone, by its code, in their order."""
    found: dict[str, tuple[Deadline, ...]] = {}
    for deadline in deadlines:
        if code := deadline.rule.milestone_code:
            found[code] = (*found.get(code, ()), deadline)
    return found


def binding(deadlines: Iterable[Deadline]) -> Deadline | None:
    """Return the deadline to plan by: the earliest reading that bounds the end.

    Source: none; the commission's working rule where sources give two readings.
    """
    bounds = (deadline for deadline in deadlines if deadline.rule.bounds_end)
    return min(bounds, key=lambda deadline: deadline.falls_on, default=None)


def slack(limit: Deadline, day: date, calendar: WorkingCalendar) -> int:
    """Return the working days left until a limit, the day itself included.

    Once the limit has passed: minus the working days since, at least one, so that a
    weekend right after it does not read as time left.

    Source: none; the commission's working rule.
    """
    if day <= limit.falls_on:
        return calendar.count(day, limit.falls_on)
    return -max(1, calendar.count(limit.falls_on + timedelta(days=1), day))


def passed_by(ended_on: date, deadlines: Sequence[Deadline]) -> int:
    """Return the calendar days an end lies past its limit, 0 if within.

    Where sources give several readings of one rule, an end that any of them allows is
    within the limit: nobody is called late on a disputed count.

    Source: none; the commission's working rule.
    """
    allowed: dict[str, date] = {}
    for deadline in deadlines:
        if deadline.rule.bounds_end:
            code = deadline.rule.code
            allowed[code] = max(allowed.get(code, date.min), deadline.falls_on)
    return max((0, *((ended_on - last).days for last in allowed.values())))
