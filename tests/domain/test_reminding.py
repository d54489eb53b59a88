from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reminding import ReminderKind, reminders_on
from domain.timeline import Holding
from tests.domain.builders import EVERY_WEEKDAY, assessed, milestone

TODAY = date(2022, 9, 8)  # a Thursday


def reminded(*milestones, day=TODAY):
    return reminders_on(assessed(*milestones, day=day), day, EVERY_WEEKDAY)


def ending(days, **more):
    start = TODAY - timedelta(days=30)
    return milestone("M3-03", start, TODAY + timedelta(days=days), start, **more)


@pytest.mark.parametrize(
    ("days", "kind", "working_days"),
    [
        (7, ReminderKind.WEEK, 6),
        (4, ReminderKind.WEEK, 3),
        (3, ReminderKind.THREE_DAYS, 2),
        (2, ReminderKind.THREE_DAYS, 2),
        (1, ReminderKind.ONE_DAY, 2),
        (0, ReminderKind.ONE_DAY, 1),
        (-1, ReminderKind.LATE, 1),
        (-5, ReminderKind.LATE, 4),  # since a Saturday
        (-6, ReminderKind.LATE, 4),  # since a Friday
    ],
)
def test_the_planned_end_tells_the_kind_and_the_working_days(days, kind, working_days):
    (found,) = reminded(ending(days))
    assert (found.kind, found.working_days) == (kind, working_days)


@pytest.mark.parametrize(
    "item",
    [
        ending(8),
        ending(1, ended=TODAY),
        ending(-9, is_end_unrecorded=True),
        milestone("M3-03", TODAY, TODAY, holding=Holding.CONDITIONAL),
        milestone("M3-03", TODAY, TODAY, holding=Holding.NOT_HELD),
        milestone("M3-03"),
    ],
    ids=["later", "ended", "end unrecorded", "conditional", "not held", "no days"],
)
def test_nobody_is_reminded_of_what_needs_nothing(item):
    assert reminded(item) == ()


def test_the_earliest_planned_end_comes_first():
    later, late = milestone("M3-05", TODAY, date(2022, 9, 14)), ending(-3)
    found = [each.assessment.milestone.code for each in reminded(later, late)]
    assert found == ["M3-03", "M3-05"]


@given(days=st.integers(min_value=0, max_value=60))
def test_every_day_of_the_last_week_has_a_reminder_due(days):
    assert bool(reminded(ending(days))) is (days <= 7)
