"""What must hold of the rota once shifts are assigned or swapped.

Source: none; the commission's own working rules, no article.
"""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from domain.integrity_duty import (
    DutyRule,
    Shift,
    after,
    double_bookings,
    gaps,
    swapped,
)
from domain.typed_days import check_planned
from domain.typed_text import NAME_LENGTHS, check_text
from domain.violation import Violation
from domain.workdays import WorkingCalendar

PERSON_LENGTHS = range(NAME_LENGTHS.stop)
"""Characters of a name or position; empty where nobody is on duty."""

Violations: TypeAlias = tuple[Violation, ...]


def check_shifts(rota: Iterable[Shift], news: Sequence[Shift]) -> Violations:
    """Return every rule that shifts break once they stand in the rota.

    Args:
        rota: The shifts known of the days concerned.
        news: The shifts as they are to be recorded.
    """
    merged = after(rota, news)
    changed = {each.slot for each in news}
    return (
        *(
            broken
            for each in news
            for broken in (
                *check_planned("day", each.slot.day),
                *check_text("person", each.person, PERSON_LENGTHS),
            )
        ),
        *(
            Violation(field="person", value=each.first, rule=each.rule)
            if each.second.slot in changed
            else Violation(field="person", value=each.second, rule=each.rule)
            for each in double_bookings(merged)
            if changed & {each.first.slot, each.second.slot}
        ),
    )


def check_swap(
    rota: Iterable[Shift],
    first: Shift,
    second: Shift,
    calendar: WorkingCalendar,
) -> Violations:
    """Return every rule that exchanging the people of two shifts breaks.

    Args:
        rota: The shifts known of the days concerned.
        first: The one shift.
        second: The other.
        calendar: The working days.
    """
    if first.slot == second.slot:
        return (Violation(field="shift", value=first, rule=DutyRule.SAME_SHIFT),)
    known = tuple(rota)
    news = swapped(first, second)
    merged = after(known, news)
    opened = (
        Violation(field="shift", value=day, rule=DutyRule.LEAVES_A_GAP)
        for day in sorted({first.slot.day, second.slot.day})
        if gaps(merged, day, day, calendar) and not gaps(known, day, day, calendar)
    )
    return (*opened, *check_shifts(known, news))
