"""The manager on duty (piket): who is where on which day, and what is wrong with it.

Source: none; the commission's own programme of the integrity zone, no article.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations, groupby

from domain.provenance import Confidence, Provenance
from domain.workdays import WorkingCalendar

ONE_DAY, WEEK = timedelta(days=1), timedelta(days=7)


class DutyPlace(StrEnum):
    """Where somebody is on duty. No source; the project's own division."""

    OFFICE = "duty_office"
    SERVICE_DESK = "service_desk"


class DutyPart(StrEnum):
    """Which part of a day. No source; the project's own division."""

    WHOLE = "whole_day"
    MORNING = "morning"
    AFTERNOON = "afternoon"


class DutyRule(StrEnum):
    """A rule on the rota."""

    PLACE_TAKEN = "place_taken"  # two people at one time
    PERSON_ELSEWHERE = "person_elsewhere"  # one person at two places
    LEAVES_A_GAP = "leaves_a_gap"
    SAME_SHIFT = "same_shift"
    NO_SUCH_SHIFT = "no_such_shift"


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A shift that somebody can take.

    Attributes:
        day: Its day.
        place: Where.
        part: Which part of the day.
    """

    day: date
    place: DutyPlace = DutyPlace.OFFICE
    part: DutyPart = DutyPart.WHOLE

    def meets(self, other: "Slot") -> bool:
        """Return whether both have an hour in common."""
        is_whole = DutyPart.WHOLE in {self.part, other.part}
        return self.day == other.day and (is_whole or self.part is other.part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """Who has a shift, as known on a day.

    Attributes:
        slot: Which shift.
        person: Name or position; empty where nobody is.
        known_on: Day it was recorded for.
        version: Newest version of it, known that day or not.
        provenance: Source of it.
    """

    slot: Slot
    person: str
    known_on: date
    version: int
    provenance: Provenance

    @property
    def is_simulated(self) -> bool:
        """Return whether the person is made up for the demonstration."""
        return self.provenance.confidence is Confidence.SIMULATED


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekEdit:
    """Who has one place and part of the day in a week; empty for nobody."""

    monday: str = ""
    tuesday: str = ""
    wednesday: str = ""
    thursday: str = ""
    friday: str = ""
    saturday: str = ""
    sunday: str = ""


@dataclass(frozen=True, slots=True)
class DoubleBooking:
    """Two shifts that cannot both be.

    Attributes:
        rule: Whether a place has two people, or a person two places.
        first: The one.
        second: The other.
    """

    rule: DutyRule
    first: Shift
    second: Shift


def monday_of(day: date) -> date:
    """Return the first day of the week that a day is in."""
    return day - timedelta(days=day.weekday())


def days_from(first: date, count: int) -> tuple[date, ...]:
    """Return some days one after the other."""
    return tuple(first + number * ONE_DAY for number in range(count))


def on_duty(rota: Iterable[Shift], day: date) -> tuple[Shift, ...]:
    """Return the shifts of a day that somebody has, the main place first."""
    held = (each for each in rota if each.person and each.slot.day == day)
    order = list(DutyPlace), list(DutyPart)
    return tuple(
        sorted(
            held,
            key=lambda each: (
                order[0].index(each.slot.place),
                order[1].index(each.slot.part),
            ),
        )
    )


def gaps(
    rota: Iterable[Shift], first: date, last: date, calendar: WorkingCalendar
) -> tuple[date, ...]:
    """Return the working days without anybody on duty.

    Args:
        rota: The shifts.
        first: First day to look at.
        last: Last day to look at, inclusive.
        calendar: The working days.
    """
    taken = {each.slot.day for each in rota if each.person}
    days = days_from(first, (last - first).days + 1)
    return tuple(day for day in days if calendar.is_working(day) and day not in taken)


def double_bookings(rota: Iterable[Shift]) -> tuple[DoubleBooking, ...]:
    """Return every pair of shifts that cannot both be, by their days."""
    held = sorted((each for each in rota if each.person), key=lambda each: each.slot)
    days = groupby(held, key=lambda each: each.slot.day)
    pairs = (pair for _, shifts in days for pair in combinations(shifts, 2))
    return tuple(
        DoubleBooking(rule, first, second)
        for first, second in pairs
        for rule in _clashes(first, second)
    )


def swapped(first: Shift, second: Shift) -> tuple[Shift, Shift]:
    """Return two shifts with their people exchanged; the sources go with them."""
    return (
        replace(first, person=second.person, provenance=second.provenance),
        replace(second, person=first.person, provenance=first.provenance),
    )


def after(rota: Iterable[Shift], news: Iterable[Shift]) -> tuple[Shift, ...]:
    """Return a rota in which some shifts stand anew."""
    by_slot: Mapping[Slot, Shift] = {
        each.slot: each for shifts in (rota, news) for each in shifts
    }
    return tuple(by_slot.values())


def _clashes(first: Shift, second: Shift) -> Iterator[DutyRule]:
    if not first.slot.meets(second.slot):
        return
    is_same_place = first.slot.place is second.slot.place
    if is_same_place and first.person != second.person:
        yield DutyRule.PLACE_TAKEN
    if not is_same_place and first.person == second.person:
        yield DutyRule.PERSON_ELSEWHERE
