"""Where a day stands on a time axis, and the two storeys of labels above it.

Positions are shares of the shown window, so that a bar ends on the same day in the time
zone of any browser.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from charts.locale import in_words
from charts.template import Row
from domain.bilingual import Language

ONE_DAY = timedelta(days=1)
DAYS_UP_TO = 45  # windows up to this many days are labelled by day,
WEEKS_UP_TO = 300  # up to this many by Monday, longer ones by month


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The days a chart shows.

    Attributes:
        first: First day, at the left edge.
        last: Last day, inclusive: the right edge is its end.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"window ends {self.last}, before {self.first}")

    @property
    def days(self) -> int:
        """Return how many days are shown."""
        return (self.last - self.first).days + 1

    def start_of(self, day: date) -> float:
        """Return where a day begins, as a share of the window, even outside it."""
        return (day - self.first).days / self.days

    def middle_of(self, day: date) -> float:
        """Return where noon of a day lies, as a share of the window."""
        return ((day - self.first).days + 0.5) / self.days

    def end_of(self, day: date) -> float:
        """Return where a day ends, as a share of the window."""
        return self.start_of(day + ONE_DAY)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def inside(share: float) -> float:
    """Return a share moved to the nearest edge of the window when it lies outside."""
    if share <= 0:
        return 0.0
    return 1.0 if share >= 1 else round(share, 5)


@lru_cache(maxsize=256)
def ticks(window: Window, language: Language, pattern: str = "d") -> tuple[Row, ...]:
    """Return the rows of the axis: labels below (`tick`) and above (`period`).

    A label's `room` is the share of the window until its next neighbour of equal rank;
    the chart leaves out labels whose room is too small for their width.

    Args:
        window: Days shown.
        language: Language of the months.
        pattern: CLDR pattern of single days.
    """
    if window.days <= DAYS_UP_TO:
        below = _day_ticks(window, pattern, language)
    elif window.days <= WEEKS_UP_TO:
        below = _week_ticks(window, pattern, language)
    else:
        below = _month_ticks(window, language)
    return (*below, *_periods(window, language))


def _day_ticks(window: Window, pattern: str, language: Language) -> list[Row]:
    days = [window.first + timedelta(at) for at in range(window.days)]
    return [
        _tick(window, day, in_words(day, pattern, language), _rank(at))
        for at, day in enumerate(days)
    ]


def _week_ticks(window: Window, pattern: str, language: Language) -> list[Row]:
    to_monday = timedelta(-window.first.weekday() % 7)
    mondays = range(0, (window.last - window.first - to_monday).days + 1, 7)
    days = [window.first + to_monday + timedelta(at) for at in mondays]
    return [
        _tick(window, day, in_words(day, pattern, language), 7 * _rank(at))
        for at, day in enumerate(days)
    ]


def _month_ticks(window: Window, language: Language) -> list[Row]:
    return [
        _tick(window, day, in_words(day, "MMM", language), 30 * _months_apart(day))
        for day in _firsts(window, 1)
    ]


def _periods(window: Window, language: Language) -> list[Row]:
    """Return the upper labels: years over months, otherwise months over days."""
    by_year = window.days > WEEKS_UP_TO
    firsts = list(_firsts(window, 12 if by_year else 1))
    starts = firsts if window.first in firsts else [window.first, *firsts]
    ends = [*starts[1:], window.last + ONE_DAY]
    return [
        {
            "kind": "period",
            "x": round(window.start_of(start), 5),
            "room": round((end - start).days / window.days, 5),
            "edge": start == window.first,
        }
        | _period_words(start, by_year, is_first=at == 0, language=language)
        for at, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]


def _period_words(
    start: date, by_year: bool, *, is_first: bool, language: Language
) -> Row:
    year = " y" if is_first or start.month == 1 else ""
    long, short = ("y", "y") if by_year else (f"MMMM{year}", f"MMM{year}")
    return {
        "long": in_words(start, long, language),
        "short": in_words(start, short, language),
    }


def _firsts(window: Window, months: int) -> Iterator[date]:
    """Yield the first days of every month, or of every January, in the window."""
    count = window.first.year * 12 + window.first.month - 1
    while (day := date(count // 12, count % 12 + 1, 1)) <= window.last:
        if day >= window.first and count % months == 0:
            yield day
        count += 1


def _tick(window: Window, day: date, text: str, days_apart: int) -> Row:
    return {
        "kind": "tick",
        "x": round(window.start_of(day), 5),
        "text": text,
        "room": round(days_apart / window.days, 5),
    }


def _rank(at: int) -> int:
    """Return 8, 4, 2 or 1: how far labels of the same rank stand apart."""
    return next(step for step in (8, 4, 2, 1) if at % step == 0)


def _months_apart(day: date) -> int:
    return next(step for step in (12, 6, 3, 1) if (day.month - 1) % step == 0)
