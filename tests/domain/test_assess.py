from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.assessment import Status
from domain.deadlines import Bound
from domain.timeline import Holding, ProgressMeasure
from domain.workdays import indonesian_calendar
from tests.domain.builders import assessed, deadline, milestone, totals

STAKEHOLDER_DAY = date(2022, 9, 8)
START, END = date(2022, 8, 2), date(2022, 9, 11)

days = st.dates(date(2022, 1, 1), date(2025, 1, 1))
maybe_days = st.none() | days


def one(item, day=STAKEHOLDER_DAY, **more):
    (found,) = assessed(item, day=day, **more)
    return found


def administrative_check(**more):
    defaults = {"measure": ProgressMeasure.MEMBERS, "phase_code": "administrative"}
    return milestone("M3-03", START, END, **(defaults | more))


def test_the_province_closed_its_recap_late_and_one_day_past_the_statute():
    recap = milestone(
        "M9-05",
        date(2024, 2, 19),
        date(2024, 3, 10),
        date(2024, 3, 5),
        date(2024, 3, 11),
    )
    found = one(recap, date(2024, 3, 12), deadlines=[deadline(date(2024, 3, 10))])
    assert found.status is Status.DONE_LATE
    assert found.passed_limit_by == 1
    assert found.slack is None
    assert found.limit.rule.code == "LD-41"


def test_the_recap_of_the_province_had_no_working_day_left_on_its_last_sunday():
    recap = milestone("M9-05", date(2024, 2, 19), date(2024, 3, 10), date(2024, 3, 5))
    limit = [deadline(date(2024, 3, 10))]
    indonesia = indonesian_calendar(2024, 2024, (), date(2024, 3, 8))
    friday = one(recap, date(2024, 3, 8), calendar=indonesia, deadlines=limit)
    sunday = one(recap, date(2024, 3, 10), calendar=indonesia, deadlines=limit)
    after = one(recap, date(2024, 3, 11), calendar=indonesia, deadlines=limit)
    assert (friday.slack, sunday.slack, after.slack) == (1, 0, -1)
    assert after.status is Status.OVERDUE
    assert after.passed_limit_by == 0


def test_the_determination_of_partai_ummat_is_a_decided_exception_and_not_late():
    ummat = milestone(
        "M4-03",
        date(2022, 12, 30),
        date(2022, 12, 30),
        date(2022, 12, 30),
        date(2022, 12, 30),
        exception="Putusan Bawaslu 006/PS.REG/BAWASLU/XII/2022",
    )
    limit = deadline(date(2022, 12, 14), code="LD-04", milestone_code="M4-03")
    found = one(ummat, date(2023, 1, 2), deadlines=[limit])
    assert found.status is Status.DONE
    assert found.is_excepted
    assert found.passed_limit_by == 0
    assert found.limit == limit


def test_an_excepted_milestone_has_no_slack_to_lose():
    again = milestone(
        "M3-12", date(2022, 12, 21), date(2022, 12, 30), exception="Putusan Bawaslu"
    )
    limit = deadline(date(2022, 12, 23), milestone_code="M3-12")
    assert one(again, date(2022, 12, 22), deadlines=[limit]).slack is None


def test_the_registration_of_presidential_pairs_is_never_shown_as_missed():
    pairs = milestone("M6-25", date(2023, 10, 19), date(2023, 10, 25))
    earliest = deadline(
        date(2023, 6, 14), code="LD-15", bound=Bound.EARLIEST, milestone_code="M6-25"
    )
    found = one(pairs, date(2023, 10, 20), deadlines=[earliest])
    assert found.deadlines == (earliest,)
    assert (found.limit, found.slack, found.passed_limit_by) == (None, None, 0)


def test_the_earliest_reading_limits_the_ruling_and_the_latest_judges_it():
    ruling = milestone(
        "M10-03", None, None, date(2024, 4, 22), date(2024, 4, 22), stage_code="10"
    )
    of_ruling = {"code": "LD-46", "milestone_code": "M10-03"}
    working = deadline(date(2024, 4, 22), **of_ruling)
    calendar = deadline(date(2024, 4, 8), reading="b", **of_ruling)
    found = one(ruling, date(2024, 4, 23), deadlines=[working, calendar])
    assert found.deadlines == (working, calendar)
    assert found.limit is calendar
    assert found.passed_limit_by == 0


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2022, 8, 2), Status.NOT_STARTED),
        (date(2022, 8, 3), Status.UNREPORTED),
        (date(2022, 9, 11), Status.UNREPORTED),
        (date(2022, 9, 12), Status.UNREPORTED),
    ],
)
def test_an_item_that_nobody_reports_on_waits_until_the_day_after_its_start(
    day, status
):
    assert one(milestone(start=START, end=END), day).status is status


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2022, 8, 1), Status.NOT_STARTED),
        (date(2022, 8, 2), Status.RUNNING),
        (date(2022, 9, 11), Status.RUNNING),
        (date(2022, 9, 12), Status.OVERDUE),
    ],
)
def test_a_started_item_runs_to_its_planned_end_and_is_overdue_after_it(day, status):
    assert one(milestone(start=START, end=END, began=START), day).status is status


@pytest.mark.parametrize(
    ("ended", "status"),
    [(date(2022, 9, 11), Status.DONE), (date(2022, 9, 12), Status.DONE_LATE)],
)
def test_an_item_that_ended_is_late_only_past_its_planned_end(ended, status):
    item = milestone(start=START, end=END, began=START, ended=ended)
    assert one(item, date(2022, 10, 1)).status is status
    assert one(item, ended - timedelta(days=1)).status is not status


def test_an_item_whose_end_no_source_tells_is_unreported_and_not_late():
    drafting = milestone(
        "M1-02",
        date(2022, 6, 14),
        date(2023, 12, 14),
        date(2022, 6, 14),
        is_end_unrecorded=True,
    )
    assert one(drafting, date(2023, 12, 14)).status is Status.RUNNING
    assert one(drafting, date(2026, 11, 24)).status is Status.UNREPORTED


def test_an_item_with_neither_a_planned_nor_a_recorded_end_is_unreported_once_begun():
    central_boards = milestone("P08a", began=date(2022, 10, 15), is_end_unrecorded=True)
    assert one(central_boards, date(2022, 10, 14)).status is Status.NOT_STARTED
    assert one(central_boards, date(2022, 10, 15)).status is Status.UNREPORTED


@pytest.mark.parametrize(
    ("began", "ended", "status"),
    [
        (None, None, Status.NOT_STARTED),
        (date(2023, 6, 27), None, Status.RUNNING),
        (date(2023, 6, 27), date(2023, 6, 27), Status.DONE),
        (date(2023, 6, 29), None, Status.NOT_STARTED),
    ],
)
def test_an_item_without_planned_days_stands_by_its_actual_days(began, ended, status):
    recap = milestone("M2-07", None, None, began, ended)
    found = one(recap, date(2023, 6, 28))
    assert found.status is status
    assert found.expected is None


def test_an_item_with_only_a_planned_end_is_unreported_after_it():
    moving = milestone("M2-10", end=date(2024, 1, 15))
    assert one(moving, date(2024, 1, 15)).status is Status.NOT_STARTED
    assert one(moving, date(2024, 1, 16)).status is Status.UNREPORTED


def test_the_run_off_waits_for_its_condition_until_the_result_is_known():
    run_off = milestone("MR2d-01", date(2024, 6, 26), date(2024, 6, 26))
    limit = deadline(date(2024, 6, 26), milestone_code="MR2d-01")
    for holding, status in [
        (Holding.CONDITIONAL, Status.CONDITIONAL),
        (Holding.NOT_HELD, Status.NOT_HELD),
    ]:
        item = milestone("MR2d-01", schedule=run_off.schedule, holding=holding)
        found = one(item, date(2024, 6, 27), deadlines=[limit])
        assert found.status is status
        assert (found.slack, found.expected, found.passed_limit_by) == (None, None, 0)


def test_a_conditional_item_that_began_shows_that_its_condition_was_met():
    ummat = milestone(
        "M4-03",
        date(2022, 12, 30),
        date(2022, 12, 30),
        date(2022, 12, 30),
        date(2022, 12, 30),
        holding=Holding.CONDITIONAL,
    )
    assert one(ummat, date(2022, 12, 29)).status is Status.CONDITIONAL
    assert one(ummat, date(2022, 12, 30)).status is Status.DONE


def test_a_check_on_pace_runs_and_a_slow_one_is_at_risk():
    on_pace = totals(sample=1000, visited=970)
    slow = totals(sample=1000, visited=500)
    running = one(administrative_check(), totals=[on_pace])
    at_risk = one(administrative_check(), totals=[slow])
    assert (running.status, running.forecast) == (Status.RUNNING, date(2022, 9, 9))
    assert at_risk.status is Status.AT_RISK
    assert at_risk.forecast > END


def test_a_check_whose_tallies_are_complete_has_ended_on_their_day():
    complete = totals(sample=1000, visited=1000, reported_on=date(2022, 9, 9))
    in_time = one(administrative_check(), date(2022, 9, 20), totals=[complete])
    late = one(
        administrative_check(),
        date(2022, 9, 20),
        totals=[totals(sample=1000, visited=1000, reported_on=date(2022, 9, 12))],
    )
    assert (in_time.status, late.status) == (Status.DONE, Status.DONE_LATE)
    assert in_time.forecast is None


def test_the_recorded_end_goes_before_the_tallies():
    check = milestone(
        "M3-03",
        START,
        END,
        START,
        END,
        measure=ProgressMeasure.MEMBERS,
        phase_code="administrative",
    )
    found = one(check, date(2022, 9, 20), totals=[totals(sample=1000, visited=990)])
    assert found.status is Status.DONE
    assert found.progress.done == 990


def test_progress_past_the_planned_end_is_overdue_even_without_a_start():
    half = totals(sample=1000, visited=500)
    found = one(administrative_check(), date(2022, 9, 12), totals=[half])
    assert found.status is Status.OVERDUE


def test_a_report_of_nothing_done_does_not_start_an_item():
    found = one(administrative_check(), date(2022, 8, 2), totals=[totals()])
    assert found.status is Status.NOT_STARTED
    assert found.progress.done == 0


def test_progress_without_planned_days_runs_without_a_forecast_to_fear():
    found = one(milestone("M2-09", progress=Fraction(1, 10)))
    assert (found.status, found.forecast) == (Status.RUNNING, None)


def test_a_pace_without_a_planned_end_is_no_risk():
    central = milestone("P08a", date(2022, 10, 15), progress=Fraction(1, 10))
    assert one(central, date(2022, 10, 17)).status is Status.RUNNING


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2022, 9, 13), Status.NOT_STARTED),
        (date(2022, 9, 14), Status.AT_RISK),
        (date(2022, 9, 15), Status.UNREPORTED),
    ],
)
def test_an_unfinished_check_puts_the_delivery_of_its_recap_at_risk(day, status):
    check = milestone("M3-03", START, END, START)
    recap = milestone(
        "M3-04", date(2022, 9, 14), date(2022, 9, 14), predecessors=("M3-03",)
    )
    assert assessed(check, recap, day=day)[1].status is status


def test_a_running_item_is_at_risk_while_its_predecessor_has_not_ended():
    check = milestone("M3-03", START, END, START)
    documents = milestone(
        "M3-05",
        date(2022, 9, 15),
        date(2022, 9, 28),
        date(2022, 9, 15),
        predecessors=("M3-03",),
    )
    found = assessed(check, documents, day=date(2022, 9, 16))
    assert [each.status for each in found] == [Status.OVERDUE, Status.AT_RISK]


@pytest.mark.parametrize(
    "before",
    [
        milestone("M3-03", START, END, START, END),
        milestone("M3-03", START, END),
        milestone("M3-03", START, END, holding=Holding.NOT_HELD),
        milestone("M9-99", START, END, START),
    ],
    ids=["ended", "unreported", "not held", "another one"],
)
def test_a_predecessor_not_known_to_be_unfinished_holds_nothing_up(before):
    recap = milestone(
        "M3-04", date(2022, 9, 14), date(2022, 9, 14), predecessors=("M3-03",)
    )
    found = assessed(before, recap, day=date(2022, 9, 14))
    assert found[1].status is Status.NOT_STARTED


def test_an_item_without_a_planned_start_is_held_up_by_nothing():
    dispute = milestone("M10-02", date(2024, 3, 21), date(2024, 3, 23))
    ruling = milestone("M10-03", predecessors=("M10-02",))
    found = assessed(dispute, ruling, day=date(2024, 3, 21))
    assert found[1].status is Status.NOT_STARTED


def test_nothing_to_assess_gives_nothing():
    assert assessed(day=STAKEHOLDER_DAY) == ()


@given(days, st.integers(0, 200), maybe_days, st.integers(0, 200), days)
def test_an_item_ends_up_done_exactly_from_its_actual_end_on(
    start, length, began, lasted, day
):
    ended = began and began + timedelta(days=lasted)
    item = milestone(start=start, end=start + timedelta(days=length), began=began)
    open_item = one(item, day)
    ended_item = one(
        milestone(start=start, end=start + timedelta(days=length), ended=ended), day
    )
    assert not open_item.status.is_done
    assert ended_item.status.is_done == (ended is not None and ended <= day)


@given(days, st.integers(0, 200), st.integers(0, 100), days)
def test_late_means_past_the_planned_end_and_never_before(start, length, percent, day):
    end = start + timedelta(days=length)
    item = milestone(
        start=start, end=end, progress=Fraction(percent, 100), updated_on=day
    )
    status = one(item, day).status
    is_late = status in {Status.OVERDUE, Status.DONE_LATE}
    assert is_late == (day > end and percent > 0)
