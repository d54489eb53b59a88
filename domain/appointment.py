"""Days of the plan as a calendar shows them, followed through what was known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from domain.timeline import Holding, Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What was known of a milestone from a day on.

    Attributes:
        known_on: That day.
        schedule: Planned and actual days.
        holding: Whether it takes place.
    """

    known_on: date
    schedule: Schedule
    holding: Holding


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A milestone in a calendar.

    Attributes:
        first: First day.
        last: Last day, inclusive.
        holding: Whether it takes place; not held once its days were taken away.
        sequence: Changes so far, 0 for none.
        changed_on: Day of the last change.
    """

    first: date
    last: date
    holding: Holding
    sequence: int
    changed_on: date


def appointment_of(history: Sequence[Known]) -> Appointment | None:
    """Return a milestone in a calendar; None where it never had a day.

    Args:
        history: What was known of it, the oldest first; at least one.
    """
    newest = history[-1]
    for known in reversed(history):
        if days := days_of(known.schedule):
            is_gone = known is not newest
            return Appointment(
                first=days[0],
                last=days[1],
                holding=Holding.NOT_HELD if is_gone else newest.holding,
                sequence=len(history) - 1,
                changed_on=newest.known_on,
            )
    return None


def days_of(schedule: Schedule) -> tuple[date, date] | None:
    """Return the first and the last day, both inclusive; None without any.

    Actual days stand in for planned ones. What began after its planned end, and has
    not ended, stands on the day it began; what ended before its planned start, on the
    day it ended.
    """
    start = schedule.actual_start or schedule.planned_start
    end = schedule.actual_end or schedule.planned_end
    first, last = start or end, end or start
    if first is None or last is None:
        return None
    if last < first:
        return (last, last) if schedule.actual_end else (first, first)
    return first, last


def days_lost(history: Sequence[Known]) -> Iterator[tuple[date, Schedule]]:
    """Yield the days that a milestone had and has no more, those it had last first.

    A milestone that is not held has no days to count from.

    Args:
        history: What was known of it, the oldest first; at least one.

    Yields:
        The day of the change that ended them, and the days.
    """
    left = _ends(history[-1])
    for known, following in reversed([*pairwise(history)]):
        if not _ends(known) <= left:
            yield following.known_on, known.schedule


def _ends(known: Known) -> frozenset[str]:
    """Return which of its ends, `start` and `end`, a milestone has a day for."""
    days = known.schedule
    if known.holding is Holding.NOT_HELD:
        return frozenset()
    found = {
        "start": days.actual_start or days.planned_start,
        "end": days.actual_end or days.planned_end,
    }
    return frozenset(end for end, day in found.items() if day)
