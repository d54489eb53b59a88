"""The indicator "stages held on schedule", from the commission's own milestones.

Source: performance agreement of KPU Kabupaten Ponorogo of 2020: "Persentase KPU/KPU
Provinsi/Kab/Kota yang menyelenggarakan Pemilu/Pemilihan sesuai dengan jadwal", target
100 %. How it is counted from milestones is the project's own definition.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from domain.assessment import Assessment, Status
from domain.slip import A_DAY
from domain.status import ended_on
from domain.workdays import WorkingCalendar

TARGET = Fraction(1)


class Standing(StrEnum):
    """Where a milestone stands in the indicator."""

    IN_TIME = "in_time"  # ended within the plan
    LATE = "late"  # ended after it, or known to be open past it
    UNREPORTED = "unreported"  # past its planned end, and nobody reported


@dataclass(frozen=True, slots=True, kw_only=True)
class Punctuality:
    """The indicator of some milestones on a day.

    Attributes:
        in_time: Milestones that ended within their plan.
        late: Those that ended after it, or are known to be open past it.
        unreported: Those past their planned end that nobody reported; in neither.
    """

    in_time: tuple[Assessment, ...] = ()
    late: tuple[Assessment, ...] = ()
    unreported: tuple[Assessment, ...] = ()

    @property
    def counted(self) -> int:
        """Return the denominator: milestones finished, or due and known open."""
        return len(self.in_time) + len(self.late)

    @property
    def share(self) -> Fraction | None:
        """Return the share in time, from 0 to 1; None while nothing counts."""
        return Fraction(len(self.in_time), self.counted) if self.counted else None

    @property
    def is_simulated(self) -> bool:
        """Return whether a milestone among those counted rests on simulated figures."""
        return any(each.is_simulated for each in (*self.in_time, *self.late))


def standing(item: Assessment, day: date) -> Standing | None:
    """Return where a milestone stands in the indicator; None where it does not count.

    What has no planned end, is not held or is not due yet does not count.
    """
    planned = item.milestone.schedule.planned_end
    if planned is None or not item.status.is_held:
        return None
    if item.status.is_done:
        is_late = item.status is Status.DONE_LATE
        return Standing.LATE if is_late else Standing.IN_TIME
    if planned >= day:
        return None
    is_silent = item.status is Status.UNREPORTED
    return Standing.UNREPORTED if is_silent else Standing.LATE


def days_late(item: Assessment, day: date, calendar: WorkingCalendar) -> int:
    """Return the working days that a milestone ended, or is open, after its plan.

    Args:
        item: A milestone with a planned end.
        day: Day whose knowledge counts; what is open is late up to it.
        calendar: Working days as known that day.
    """
    schedule = item.milestone.schedule
    planned = schedule.planned_end
    ended = ended_on(schedule, item.progress, day) or day
    if planned is None or ended <= planned:
        return 0
    return calendar.count(planned + A_DAY, ended)


def punctuality(items: Iterable[Assessment], day: date) -> Punctuality:
    """Return the indicator of milestones on a day, each kind in their order."""
    found: dict[Standing | None, tuple[Assessment, ...]] = {}
    for item in items:
        place = standing(item, day)
        found[place] = (*found.get(place, ()), item)
    return Punctuality(
        in_time=found.get(Standing.IN_TIME, ()),
        late=found.get(Standing.LATE, ()),
        unreported=found.get(Standing.UNREPORTED, ()),
    )


def by_division(items: Iterable[Assessment], day: date) -> Mapping[str, Punctuality]:
    """Return the indicator of each division that has one; "" where none is assigned."""
    return _by(items, day, lambda each: each.milestone.division)


def by_region(items: Iterable[Assessment], day: date) -> Mapping[str, Punctuality]:
    """Return the indicator of each region that has one, by its Kemendagri code."""
    return _by(items, day, lambda each: each.milestone.region_code)


def _by(
    items: Iterable[Assessment], day: date, key: Callable[[Assessment], str]
) -> Mapping[str, Punctuality]:
    groups: dict[str, list[Assessment]] = {}
    for item in items:
        if standing(item, day):
            groups.setdefault(key(item), []).append(item)
    return {each: punctuality(groups[each], day) for each in sorted(groups)}
