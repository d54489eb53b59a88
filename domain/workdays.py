"""Working days of the offices, by the holidays known on a day."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from domain.deadlines import FirstDay
from domain.provenance import Provenance

SATURDAY = 5
"""First day off of the week, as `date.weekday` counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayOverride:
    """A decision that makes one weekday a day off, or a working day again.

    Attributes:
        day: The weekday it is about.
        is_working: Whether the offices work on that day.
        name: Name of the day or of the decision, in Indonesian.
        decided_on: Day of the decision; before it nobody could count with it.
        provenance: Source of the decision.
    """

    day: date
    is_working: bool
    name: str
    decided_on: date
    provenance: Provenance

    def __post_init__(self) -> None:
        if self.is_working and self.day.weekday() >= SATURDAY:
            raise ValueError(f"{self.day} is a weekend: the offices stay closed")


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """The working days: Monday to Friday, but for holidays and collective leave.

    Attributes:
        non_working: Public holidays and days of collective leave (cuti bersama).

    Source: Perpres 21/2023, article 3 (five working days a week; recalled).
    """

    non_working: frozenset[date]
    _weekdays_off: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        off = sorted(d.toordinal() for d in self.non_working if d.weekday() < SATURDAY)
        object.__setattr__(self, "_weekdays_off", tuple(off))

    def is_working(self, day: date) -> bool:
        """Return whether the offices work on a day."""
        return day.weekday() < SATURDAY and day not in self.non_working

    def count(self, first: date, last: date) -> int:
        """Return the working days from first to last, both inclusive; 0 if reversed."""
        return max(
            0, self._before(last.toordinal() + 1) - self._before(first.toordinal())
        )

    def add(self, anchor: date, amount: int, first_day: FirstDay) -> date:
        """Return the day on which a period of working days closes.

        Args:
            anchor: Day the period counts from.
            amount: Length in working days, not 0; negative for a period before the
                anchor, whose first day is then returned.
            first_day: Whether the anchor, if it is a working day, counts as day one.

        Returns:
            A working day.
        """
        step = timedelta(days=1 if amount > 0 else -1)
        first = anchor if first_day is FirstDay.INCLUSIVE else anchor + step
        day, missing = first - step, abs(amount)
        # A step of as many days as are missing never goes too far, so the loop ends
        # on the exact day after a handful of turns, however long the period.
        while missing:
            day += missing * step
            missing = abs(amount) - self.count(min(first, day), max(first, day))
        return day

    def _before(self, ordinal: int) -> int:
        """Return the working days before a day, counted from 1 January of year 1."""
        weeks, rest = divmod(ordinal - 1, 7)
        return weeks * 5 + min(rest, 5) - bisect_left(self._weekdays_off, ordinal)


@lru_cache(maxsize=8)
def published_days_off(first_year: int, last_year: int) -> frozenset[date]:
    """Return the public holidays and the collective leave of some years.

    Args:
        first_year: First year to cover.
        last_year: Last year to cover, inclusive.

    Source: the `holidays` library, from the joint decrees of three ministers.
    """
    import holidays  # loads every country of the world: only where nobody kept the days

    return frozenset(
        holidays.country_holidays(
            "ID",
            years=range(first_year, last_year + 1),
            categories=("public", "government"),
            language="id",
        )
    )


def indonesian_calendar(
    first_year: int,
    last_year: int,
    overrides: Iterable[HolidayOverride],
    as_of: date,
    published: Callable[[int, int], Iterable[date]] = published_days_off,
) -> WorkingCalendar:
    """Return the working days of Indonesia as they were known on a day.

    Decisions taken up to that day stand above the published calendar, a later one above
    an earlier one on the same date.

    Args:
        first_year: First year to cover.
        last_year: Last year to cover, inclusive.
        overrides: Decisions that the library lacks, or knows only in their last form.
        as_of: Day whose knowledge counts.
        published: Gives the published days off of the years from first to last.

    Source: the joint decrees (SKB) of three ministers on holidays and collective leave.
    """
    off = set(published(first_year, last_year))
    for override in sorted(overrides, key=lambda each: each.decided_on):
        if override.decided_on <= as_of:
            (off.discard if override.is_working else off.add)(override.day)
    return WorkingCalendar(frozenset(off))
