"""How old a figure may be while what it counts still goes on."""

from datetime import date

from domain.assessment import Status

STALE_AFTER_DAYS = 7
"""Days until a figure of a running milestone counts as stale.

No source; the divisions report once a week.
"""

STILL_COUNTED = frozenset({Status.RUNNING, Status.AT_RISK, Status.OVERDUE})
"""Statuses of a milestone whose figures still change."""


def age_of(reported_on: date, day: date) -> int:
    """Return how many days old a figure is on a day."""
    return (day - reported_on).days


def is_stale(reported_on: date | None, day: date, status: Status | None) -> bool:
    """Return whether a figure is older than its milestone allows.

    A figure of what has ended, or has not begun, does not age.

    Args:
        reported_on: Day the figure refers to; None for one that does not age.
        day: Day it is shown on.
        status: Where its milestone stands that day; None where it has none.

    Source: none; the commission's working rule.
    """
    if reported_on is None or status not in STILL_COUNTED:
        return False
    return age_of(reported_on, day) > STALE_AFTER_DAYS
