"""How far an item ended from its plan."""

from datetime import date, timedelta

from domain.timeline import Schedule
from domain.workdays import WorkingCalendar

A_DAY = timedelta(days=1)


def slip(schedule: Schedule, day: date, calendar: WorkingCalendar) -> int | None:
    """Return the working days between the planned and the actual end of an item.

    Args:
        schedule: Its days.
        day: Day whose knowledge counts; what has begun and not ended is late up to it.
        calendar: Working days as known that day.

    Returns:
        Working days late, negative when early, 0 on the day; None without a planned
        end, and for what has not ended and is not late.

    Source: none; the commission's working rule.
    """
    planned = schedule.planned_end
    if planned is None:
        return None
    ended = schedule.actual_end
    if ended is None:
        is_late = schedule.actual_start is not None and day > planned
        return calendar.count(planned + A_DAY, day) if is_late else None
    if ended < planned:
        return -calendar.count(ended + A_DAY, planned)
    return calendar.count(planned + A_DAY, ended)
