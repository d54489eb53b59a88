from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.deadlines import Bound, Direction
from domain.limits import binding, by_milestone, passed_by, slack
from domain.workdays import WorkingCalendar, indonesian_calendar
from tests.domain.builders import EVERY_WEEKDAY, deadline

days = st.dates(date(2022, 1, 1), date(2025, 1, 1))

PROVINCIAL_RESULT = deadline(date(2024, 3, 10))
MK_WORKING_DAYS = deadline(date(2024, 4, 22), code="LD-46", reading="a")
MK_CALENDAR_DAYS = deadline(date(2024, 4, 8), code="LD-46", reading="b")


def test_the_province_closed_its_recap_one_day_past_the_statute():
    assert passed_by(date(2024, 3, 11), (PROVINCIAL_RESULT,)) == 1


def test_a_recap_on_the_last_day_is_within_the_statute():
    assert passed_by(date(2024, 3, 10), (PROVINCIAL_RESULT,)) == 0


def test_the_earliest_reading_is_the_limit_to_plan_by():
    assert binding((MK_WORKING_DAYS, MK_CALENDAR_DAYS)) is MK_CALENDAR_DAYS


def test_a_ruling_that_one_reading_allows_is_not_late():
    readings = (MK_WORKING_DAYS, MK_CALENDAR_DAYS)
    assert passed_by(date(2024, 4, 22), readings) == 0
    assert passed_by(date(2024, 4, 23), readings) == 1


def test_of_two_rules_the_stricter_one_is_passed():
    lenient = deadline(date(2024, 10, 6), code="LD-51")
    strict = deadline(date(2024, 4, 25), code="LD-48")
    assert passed_by(date(2024, 4, 26), (lenient, strict)) == 1


@pytest.mark.parametrize(
    "bound", [Bound.EARLIEST, Bound.PERIOD_START, Bound.CONDITIONAL]
)
def test_a_rule_on_the_start_is_never_missed(bound):
    registration = deadline(date(2023, 6, 14), code="LD-15", bound=bound)
    assert binding((registration,)) is None
    assert passed_by(date(2023, 10, 25), (registration,)) == 0


def test_a_period_that_opens_with_the_end_of_a_milestone_does_not_limit_it():
    dispute = deadline(
        date(2022, 12, 19),
        code="LD-53",
        anchor="M4-01",
        direction=Direction.AFTER,
        milestone_code="M4-01",
    )
    assert binding((dispute,)) is None


@pytest.mark.parametrize(
    ("day", "left"),
    [
        (date(2024, 3, 7), 2),
        (date(2024, 3, 8), 1),
        (date(2024, 3, 10), 0),  # Sunday, the last day
        (date(2024, 3, 11), -1),  # Nyepi
        (date(2024, 3, 13), -1),
        (date(2024, 3, 14), -2),
    ],
)
def test_slack_counts_working_days_and_turns_negative_after_the_limit(day, left):
    indonesia = indonesian_calendar(2024, 2024, (), date(2024, 3, 14))
    assert slack(PROVINCIAL_RESULT, day, indonesia) == left


def test_deadlines_gather_under_the_milestone_they_limit():
    of_no_milestone = deadline(date(2024, 2, 29), code="LD-26", milestone_code=None)
    found = by_milestone((MK_WORKING_DAYS, of_no_milestone, MK_CALENDAR_DAYS))
    assert found == {"M9-05": (MK_WORKING_DAYS, MK_CALENDAR_DAYS)}


@given(days, days)
def test_slack_is_negative_exactly_after_the_limit(limit, day):
    left = slack(deadline(limit), day, EVERY_WEEKDAY)
    assert (left < 0) == (day > limit)


@given(days, st.integers(0, 60))
def test_slack_shrinks_as_the_days_go_by(limit, before):
    calendar = WorkingCalendar(frozenset())
    day = limit - timedelta(days=before)
    tomorrow = day + timedelta(days=1)
    one = deadline(limit)
    assert slack(one, tomorrow, calendar) <= slack(one, day, calendar)
