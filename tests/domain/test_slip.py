from datetime import date

import pytest

from domain.slip import slip
from domain.timeline import Schedule
from domain.workdays import WorkingCalendar

OFFICES = WorkingCalendar(frozenset())
FRIDAY, MONDAY, TUESDAY = date(2022, 8, 19), date(2022, 8, 22), date(2022, 8, 23)


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ({}, None),
        ({"actual_end": MONDAY}, None),
        ({"planned_end": FRIDAY}, None),
        ({"planned_end": FRIDAY, "actual_start": FRIDAY}, 2),
        ({"planned_end": TUESDAY, "actual_start": FRIDAY}, None),
        ({"planned_end": FRIDAY, "actual_end": FRIDAY}, 0),
        ({"planned_end": FRIDAY, "actual_end": MONDAY}, 1),
        ({"planned_end": MONDAY, "actual_end": FRIDAY}, -1),
    ],
)
def test_a_slip_is_counted_in_working_days(days, found):
    assert slip(Schedule(**days), TUESDAY, OFFICES) == found
