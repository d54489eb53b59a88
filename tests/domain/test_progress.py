from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.assessment import Progress
from domain.progress import expected_share, forecast_end, progress_of
from domain.timeline import ProgressMeasure
from domain.workdays import indonesian_calendar
from tests.domain.builders import EVERY_WEEKDAY, milestone, schedule, totals

INDONESIA = indonesian_calendar(2022, 2022, (), date(2022, 9, 8))
CHECK = schedule(date(2022, 8, 2), date(2022, 9, 11), date(2022, 8, 2))
MEMBERS = ProgressMeasure.MEMBERS

days = st.dates(date(2022, 1, 1), date(2025, 1, 1))


def progress(done, total=100, reported_on=date(2022, 9, 8)):
    return Progress(
        done=done,
        total=total,
        measure=ProgressMeasure.REPORTED,
        reported_on=reported_on,
    )


def check_of(measure, **more):
    return milestone(
        "M3-03",
        date(2022, 8, 2),
        date(2022, 9, 11),
        measure=measure,
        phase_code="administrative",
        **more,
    )


@pytest.mark.parametrize(
    ("day", "share"),
    [
        (date(2022, 8, 1), Fraction(0)),
        (date(2022, 8, 2), Fraction(1, 28)),
        (date(2022, 9, 8), Fraction(27, 28)),  # 17 August is Independence Day
        (date(2022, 9, 11), Fraction(1)),
        (date(2022, 12, 31), Fraction(1)),
    ],
)
def test_the_administrative_check_is_expected_by_working_days(day, share):
    assert expected_share(CHECK, day, INDONESIA) == share


def test_an_item_on_days_off_is_expected_only_at_its_end():
    weekend = schedule(date(2022, 9, 10), date(2022, 9, 11))
    assert expected_share(weekend, date(2022, 9, 10), INDONESIA) == 0
    assert expected_share(weekend, date(2022, 9, 11), INDONESIA) == 1


@pytest.mark.parametrize(
    ("plan", "before", "after"),
    [
        (schedule(), None, None),
        (schedule(start=date(2024, 1, 15)), 0, None),
        (schedule(end=date(2024, 1, 15)), None, 1),
    ],
    ids=["no day", "only a start", "only an end"],
)
def test_half_a_plan_tells_only_what_lies_outside_of_it(plan, before, after):
    assert expected_share(plan, date(2024, 1, 14), EVERY_WEEKDAY) == before
    assert expected_share(plan, date(2024, 1, 15), EVERY_WEEKDAY) == after


def test_members_checked_are_counted_by_the_tallies():
    sums = totals(sample=1789, visited=600, reported_on=date(2022, 10, 27))
    found = progress_of(check_of(MEMBERS), {"administrative": sums})
    assert (found.done, found.total, found.measure) == (600, 1789, MEMBERS)
    assert found.reported_on == date(2022, 10, 27)
    assert found.is_simulated


def test_regions_that_handed_over_are_counted_by_the_tallies():
    sums = totals(regions_submitted=8, regions_expected=10, is_simulated=False)
    found = progress_of(check_of(ProgressMeasure.REGIONS), {"administrative": sums})
    assert (found.done, found.total) == (8, 10)
    assert not found.is_simulated


@pytest.mark.parametrize(
    ("measure", "sums"),
    [
        (ProgressMeasure.REPORTED, totals(visited=600)),
        (MEMBERS, totals(sample=0)),
        (MEMBERS, totals(reported_on=None)),
        (ProgressMeasure.REGIONS, totals(regions_expected=0)),
        (MEMBERS, totals("factual", visited=600)),
    ],
    ids=["by staff", "no sample", "never reported", "no region", "another phase"],
)
def test_without_tallies_the_percentage_of_the_staff_counts(measure, sums):
    reported = check_of(measure, progress=Fraction(996, 1000))
    found = progress_of(reported, {sums.phase_code: sums})
    assert (found.done, found.total) == (99, 100)
    assert found.reported_on == reported.updated_on
    assert progress_of(check_of(measure), {sums.phase_code: sums}) is None


def test_half_done_after_half_the_days_ends_on_time():
    half_way = progress(50, reported_on=date(2022, 9, 9))
    plan = schedule(date(2022, 9, 5), date(2022, 9, 16), date(2022, 9, 5))
    end = forecast_end(plan, half_way, date(2022, 9, 9), EVERY_WEEKDAY)
    assert end == date(2022, 9, 16)


def test_a_start_that_nobody_reported_is_taken_from_the_plan():
    plan = schedule(date(2022, 9, 5), date(2022, 9, 16))
    third = progress(1, 3, reported_on=date(2022, 9, 6))
    end = forecast_end(plan, third, date(2022, 9, 6), EVERY_WEEKDAY)
    assert end == date(2022, 9, 12)


def test_an_old_report_forecasts_no_end_in_the_past():
    plan = schedule(date(2022, 9, 5), date(2022, 9, 16))
    old = progress(90, reported_on=date(2022, 9, 9))
    today = date(2022, 10, 3)
    assert forecast_end(plan, old, today, EVERY_WEEKDAY) == today


def test_figures_of_a_day_off_before_any_working_day_count_as_one_day():
    plan = schedule(date(2022, 9, 10), date(2022, 9, 16))
    tenth = progress(1, 2, reported_on=date(2022, 9, 10))
    end = forecast_end(plan, tenth, date(2022, 9, 10), EVERY_WEEKDAY)
    assert end == date(2022, 9, 13)


@pytest.mark.parametrize(
    ("plan", "done"), [(schedule(), 50), (schedule(date(2022, 8, 2)), 0)]
)
def test_without_a_start_or_anything_done_there_is_no_forecast(plan, done):
    assert forecast_end(plan, progress(done), date(2022, 9, 8), INDONESIA) is None


@pytest.mark.parametrize(("done", "total"), [(5, 4), (-1, 4), (0, 0)])
def test_more_than_all_is_no_progress(done, total):
    with pytest.raises(ValueError, match="is not a share"):
        progress(done, total)


@given(days, st.integers(0, 300), days)
def test_the_expected_share_grows_from_nothing_to_all(start, length, day):
    plan = schedule(start, start + timedelta(days=length))
    today = expected_share(plan, day, EVERY_WEEKDAY)
    tomorrow = expected_share(plan, day + timedelta(days=1), EVERY_WEEKDAY)
    assert 0 <= today <= tomorrow <= 1
    assert today == 0 or day >= start


@given(days, st.integers(1, 99), st.integers(0, 60))
def test_more_done_by_the_same_day_never_ends_later(start, done, after):
    day = start + timedelta(days=after)
    plan = schedule(start)
    slow = progress(done, reported_on=day)
    fast = progress(done + 1, reported_on=day)
    assert forecast_end(plan, fast, day, EVERY_WEEKDAY) <= forecast_end(
        plan, slow, day, EVERY_WEEKDAY
    )
