from datetime import date

import pytest

from domain.assessment import Status
from domain.staleness import age_of, is_stale

DAY = date(2022, 11, 4)


@pytest.mark.parametrize(
    ("reported_on", "expected"),
    [
        (date(2022, 11, 4), False),
        (date(2022, 10, 28), False),  # seven days: last week's report
        (date(2022, 10, 27), True),
        (None, False),
    ],
)
def test_a_figure_of_a_running_milestone_is_stale_after_a_week(reported_on, expected):
    assert is_stale(reported_on, DAY, Status.RUNNING) is expected


@pytest.mark.parametrize("status", [Status.RUNNING, Status.AT_RISK, Status.OVERDUE])
def test_a_figure_ages_as_long_as_it_may_still_change(status):
    assert is_stale(date(2022, 10, 1), DAY, status)


@pytest.mark.parametrize("status", [Status.DONE, Status.NOT_STARTED, None])
def test_a_figure_of_what_has_ended_or_not_begun_does_not_age(status):
    assert not is_stale(date(2022, 10, 1), DAY, status)


def test_its_age_is_in_days():
    assert age_of(date(2022, 10, 23), DAY) == 12
