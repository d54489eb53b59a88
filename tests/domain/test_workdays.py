from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.deadlines import FirstDay
from domain.workdays import HolidayOverride, WorkingCalendar, indonesian_calendar
from tests.domain.builders import READ

YEARS_LATER = date(2026, 11, 24)
INDONESIA = indonesian_calendar(2022, 2024, (), YEARS_LATER)

days = st.dates(date(2021, 1, 1), date(2025, 12, 31))
calendars = st.builds(WorkingCalendar, st.frozensets(days, max_size=60))
first_days = st.sampled_from(FirstDay)
amounts = st.integers(1, 90)


def override(day, is_working, decided_on):
    return HolidayOverride(
        day=day,
        is_working=is_working,
        name="Cuti Bersama Hari Raya Idul Fitri",
        decided_on=decided_on,
        provenance=READ,
    )


def test_idul_fitri_2022_closed_the_offices_for_ten_days_in_a_row():
    assert INDONESIA.count(date(2022, 4, 29), date(2022, 5, 8)) == 0
    assert INDONESIA.add(date(2022, 4, 28), 3, FirstDay.EXCLUSIVE) == date(2022, 5, 11)


@pytest.mark.parametrize(
    ("registered", "amount", "inclusive", "exclusive"),
    [
        (date(2024, 3, 25), 14, date(2024, 4, 22), date(2024, 4, 23)),
        (date(2024, 4, 23), 30, date(2024, 6, 10), date(2024, 6, 11)),
    ],
    ids=["PHPU Presiden", "PHPU legislatif"],
)
def test_the_constitutional_court_counts_the_day_of_registration_as_day_one(
    registered, amount, inclusive, exclusive
):
    assert INDONESIA.add(registered, amount, FirstDay.INCLUSIVE) == inclusive
    assert INDONESIA.add(registered, amount, FirstDay.EXCLUSIVE) == exclusive


def test_bawaslu_counts_from_the_day_after_and_over_the_weekend():
    determined = date(2022, 12, 14)
    assert INDONESIA.add(determined, 3, FirstDay.EXCLUSIVE) == date(2022, 12, 19)


@pytest.mark.parametrize(
    ("amount", "first_day", "opens"),
    [
        (-3, FirstDay.EXCLUSIVE, date(2022, 12, 9)),
        (-3, FirstDay.INCLUSIVE, date(2022, 12, 12)),
    ],
)
def test_a_period_before_its_anchor_counts_backwards(amount, first_day, opens):
    assert INDONESIA.add(date(2022, 12, 14), amount, first_day) == opens


def test_stakeholder_day_left_two_working_days_to_the_ninth_both_counted():
    assert INDONESIA.count(date(2022, 9, 8), date(2022, 9, 9)) == 2


def test_a_reversed_period_has_no_working_day():
    assert INDONESIA.count(date(2022, 9, 9), date(2022, 9, 8)) == 0


@pytest.mark.parametrize(
    ("day", "is_working"),
    [
        (date(2024, 2, 13), True),
        (date(2024, 2, 14), False),  # voting day
        (date(2024, 2, 17), False),  # Saturday
        (date(2024, 4, 12), False),  # cuti bersama
    ],
)
def test_offices_close_on_weekends_holidays_and_collective_leave(day, is_working):
    assert INDONESIA.is_working(day) is is_working


# The joint decree of 11 October 2022 gave 21, 24, 25 and 26 April 2023 as leave; that
# of 29 March 2023 gave 19, 20, 21, 24 and 25 April.
IDUL_FITRI_2023 = (
    override(date(2023, 4, 26), True, date(2023, 3, 29)),
    override(date(2023, 4, 19), False, date(2023, 3, 29)),
    override(date(2023, 4, 19), True, date(2022, 10, 11)),
    override(date(2023, 4, 26), False, date(2022, 10, 11)),
)


@pytest.mark.parametrize(
    ("as_of", "nineteenth", "twenty_sixth"),
    [
        (date(2022, 10, 10), False, True),
        (date(2023, 3, 28), True, False),
        (date(2023, 3, 29), False, True),
    ],
)
def test_leave_of_2023_changes_on_the_day_it_was_decided(
    as_of, nineteenth, twenty_sixth
):
    calendar = indonesian_calendar(2023, 2023, IDUL_FITRI_2023, as_of)
    assert calendar.is_working(date(2023, 4, 19)) is nineteenth
    assert calendar.is_working(date(2023, 4, 26)) is twenty_sixth


def test_no_decision_opens_the_offices_on_a_weekend():
    with pytest.raises(ValueError, match="2024-02-17 is a weekend"):
        override(date(2024, 2, 17), True, date(2024, 1, 1))


@given(calendars, days, days)
def test_the_count_is_that_of_each_day_asked_one_by_one(calendar, first, last):
    length = (last - first).days + 1
    asked = (calendar.is_working(first + timedelta(days=n)) for n in range(length))
    assert calendar.count(first, last) == sum(asked)


@given(calendars, days, amounts, first_days)
def test_a_period_ends_on_a_working_day_and_has_its_length(
    calendar, anchor, amount, first_day
):
    last = calendar.add(anchor, amount, first_day)
    first = anchor + timedelta(days=first_day is FirstDay.EXCLUSIVE)
    assert calendar.is_working(last)
    assert calendar.count(first, last) == amount


@given(calendars, days, amounts, first_days)
def test_counting_back_returns_to_where_counting_on_began(
    calendar, anchor, amount, first_day
):
    last = calendar.add(anchor, amount, first_day)
    opens = calendar.add(last, -amount, FirstDay.INCLUSIVE)
    assert calendar.count(opens, last) == amount
    assert opens >= anchor
