"""Days that people type: which can be meant, and in which order."""

from datetime import date
from enum import StrEnum

from domain.violation import Violation

FIRST_DAY, LAST_DAY = date(1945, 1, 1), date(2100, 12, 31)
"""Days that can be meant; any other is a slip of the keyboard. No source."""


class DayRule(StrEnum):
    """A rule on a typed day."""

    RUNS_FORWARD = "runs_forward"  # no end before its start
    NOT_IN_FUTURE = "not_in_future"  # what happened is past
    WITHIN_YEARS = "within_years"  # 1945 to 2100


def check_planned(field: str, value: date | None) -> tuple[Violation, ...]:
    """Return whether a day of a plan lies outside those that can be meant."""
    if value is None or FIRST_DAY <= value <= LAST_DAY:
        return ()
    return (Violation(field=field, value=value, rule=DayRule.WITHIN_YEARS),)


def check_past(field: str, value: date | None, day: date) -> tuple[Violation, ...]:
    """Return whether a day on which something happened is one that can be meant.

    Args:
        field: Field it was typed into.
        value: The day; None passes.
        day: Day of the recording, the last one that it can be.
    """
    if value is not None and day < value <= LAST_DAY:
        return (Violation(field=field, value=value, rule=DayRule.NOT_IN_FUTURE),)
    return check_planned(field, value)


def check_order(
    field: str, start: date | None, end: date | None
) -> tuple[Violation, ...]:
    """Return whether an end, typed into the field, lies before its start."""
    if start and end and end < start:
        return (Violation(field=field, value=end, rule=DayRule.RUNS_FORWARD),)
    return ()
