from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.deadline_rules import months_from, resolve, schedules_of
from domain.deadlines import Bound, Direction, FirstDay, Unit
from domain.timeline import Holding
from domain.workdays import indonesian_calendar
from tests.domain.builders import anchors, milestone, rule, schedule

AFTER, BEFORE = Direction.AFTER, Direction.BEFORE
INDONESIA = indonesian_calendar(2022, 2024, (), date(2026, 11, 24))
WIB = "Asia/Jakarta"

days = st.dates(date(2000, 1, 1), date(2050, 1, 1))


def resolved(*rules, **more):
    return resolve(rules, anchors(**more), INDONESIA)


def last_day(one_rule, **more):
    (deadline,) = resolved(one_rule, **more)
    return deadline.falls_on


@pytest.mark.parametrize(
    ("voting_day", "amount", "result"),
    [
        (date(2024, 2, 14), 20, date(2024, 3, 5)),
        (date(2024, 2, 14), 25, date(2024, 3, 10)),
        (date(2024, 2, 14), 35, date(2024, 3, 20)),
        (date(2019, 4, 17), 35, date(2019, 5, 22)),
    ],
    ids=["kabupaten/kota", "provinsi", "nasional", "nasional 2019"],
)
def test_results_are_due_so_many_days_after_voting_across_the_leap_day(
    voting_day, amount, result
):
    assert last_day(rule(amount=amount), voting_day=voting_day) == result


@pytest.mark.parametrize(
    ("months", "due"),
    [
        (20, date(2022, 6, 14)),
        (18, date(2022, 8, 14)),
        (16, date(2022, 10, 14)),
        (14, date(2022, 12, 14)),
        (9, date(2023, 5, 14)),
    ],
)
def test_months_before_voting_keep_the_number_of_the_day(months, due):
    in_months = rule(direction=BEFORE, amount=months, unit=Unit.MONTHS)
    assert last_day(in_months) == due


@pytest.mark.parametrize(
    ("voting_day", "amount", "closes"),
    [
        (date(2024, 2, 14), 30, date(2024, 1, 15)),
        (date(2024, 2, 14), 7, date(2024, 2, 7)),
        (date(2024, 11, 27), 30, date(2024, 10, 28)),  # not 24 Sep, as one page prints
        (date(2024, 11, 27), 7, date(2024, 11, 20)),
    ],
)
def test_moving_to_another_polling_station_closes_before_voting_day(
    voting_day, amount, closes
):
    assert last_day(rule(direction=BEFORE, amount=amount), voting_day=voting_day) == (
        closes
    )


def test_the_campaign_starts_on_the_day_both_of_its_rules_allow():
    found = resolved(
        rule("LD-17", anchor="M6-22", amount=25, bound=Bound.EARLIEST),
        rule("LD-18", anchor="M6-26", amount=15, bound=Bound.EARLIEST),
        M6_22=schedule(date(2023, 10, 4), date(2023, 11, 3)),
        M6_26=schedule(date(2023, 11, 13), date(2023, 11, 13)),
    )
    assert {deadline.falls_on for deadline in found} == {date(2023, 11, 28)}


def test_the_quiet_period_ends_the_campaign_and_dates_the_rallies():
    quiet = rule("LD-21", direction=BEFORE, amount=3, bound=Bound.PERIOD_START)
    campaign_end = rule(
        "LD-20", anchor="M8-01", anchor_end=False, direction=BEFORE, amount=1
    )
    rallies = rule(
        "LD-19", anchor="M8-01", anchor_end=False, direction=BEFORE, amount=21
    )
    found = resolved(
        quiet,
        campaign_end,
        rallies,
        M8_01=schedule(date(2024, 2, 11), date(2024, 2, 13)),
    )
    assert [deadline.falls_on for deadline in found] == [
        date(2024, 2, 11),
        date(2024, 2, 10),
        date(2024, 1, 21),
    ]
    length = date(2024, 2, 10) - date(2023, 11, 28)
    assert length.days + 1 == 75


def test_the_opening_fund_report_stays_due_on_a_sunday():
    report = rule(
        "LD-23",
        anchor="M7-02",
        anchor_end=False,
        direction=BEFORE,
        amount=14,
        closes_at=time(23, 59),
    )
    rallies = schedule(date(2024, 1, 21), date(2024, 2, 10))
    (deadline,) = resolved(report, M7_02=rallies)
    assert deadline.falls_on == date(2024, 1, 7)
    assert deadline.falls_on.strftime("%A") == "Sunday"


def test_the_final_fund_report_closes_on_the_leap_day_by_the_clock_of_the_office():
    report = rule("LD-26", amount=15, closes_at=time(23, 59))
    (deadline,) = resolved(report)
    assert deadline.falls_on == date(2024, 2, 29)
    assert deadline.closes_at == datetime(2024, 2, 29, 15, 59, tzinfo=UTC)


def test_the_final_fund_report_of_2019_was_due_on_2_may():
    report = rule("LD-26", amount=15)
    assert last_day(report, voting_day=date(2019, 4, 17)) == date(2019, 5, 2)


def test_party_registration_closes_by_jakarta_an_hour_into_the_next_day_of_ntb():
    close = rule(
        "LD-03",
        anchor="M3-02",
        direction=Direction.AT,
        amount=None,
        unit=Unit.CLOCK_TIME,
        closes_at=time(23, 59),
        zone=WIB,
        milestone_code="M3-02",
    )
    registration = schedule(date(2022, 8, 1), date(2022, 8, 14))
    (deadline,) = resolved(close, M3_02=registration)
    in_ntb = deadline.closes_at.astimezone(ZoneInfo("Asia/Makassar"))
    assert deadline.falls_on == date(2022, 8, 14)
    assert deadline.closes_at == datetime(2022, 8, 14, 16, 59, tzinfo=UTC)
    assert in_ntb.isoformat() == "2022-08-15T00:59:00+08:00"
    last_minute = datetime(2022, 8, 14, 23, 59, tzinfo=in_ntb.tzinfo)
    assert deadline.closes_at - last_minute == timedelta(minutes=60)


def test_a_milestone_that_ends_late_does_not_move_its_own_limit():
    close = rule(
        anchor="M3-02",
        direction=Direction.AT,
        amount=None,
        unit=Unit.CLOCK_TIME,
        milestone_code="M3-02",
    )
    late = schedule(
        date(2022, 8, 1), date(2022, 8, 14), date(2022, 8, 1), date(2022, 8, 16)
    )
    assert last_day(close, M3_02=late) == date(2022, 8, 14)


def test_others_count_from_the_day_a_milestone_really_ended():
    ruling = schedule(
        date(2024, 4, 10), date(2024, 4, 18), date(2024, 4, 22), date(2024, 4, 22)
    )
    elected_pair = rule("LD-48", anchor="M10-03", amount=3, milestone_code="M10-04")
    assert last_day(elected_pair, M10_03=ruling) == date(2024, 4, 25)


def test_the_day_of_a_presidential_dispute_ends_by_the_clock_of_jakarta():
    filing = rule("LD-45", anchor="M10-01", amount=3, zone=WIB)
    (deadline,) = resolved(filing, M10_01=schedule(ended=date(2024, 3, 20)))
    assert deadline.falls_on == date(2024, 3, 23)
    assert deadline.closes_at == datetime(2024, 3, 23, 17, 0, tzinfo=UTC)


def test_a_rule_without_clock_or_zone_names_no_instant():
    (deadline,) = resolved(rule())
    assert deadline.closes_at is None


@pytest.mark.parametrize(
    ("anchored_on", "amount", "closes_at", "zone", "closed"),
    [
        # Announced on 20 March 2024 at 22:19 WIB, three times 24 hours.
        (date(2024, 3, 20), 72, time(22, 19), WIB, (2024, 3, 23, 15, 19)),
        # The western polling stations close at 13:00 WIB, two hours.
        (date(2024, 2, 14), 2, time(15), WIB, (2024, 2, 14, 8, 0)),
        # Twelve hours from the end of voting day, by the clock of the office.
        (date(2024, 2, 14), 12, time(12), None, (2024, 2, 15, 4, 0)),
        (date(2024, 2, 14), 12, None, None, (2024, 2, 15, 4, 0)),
    ],
    ids=["LD-43", "LD-37", "LD-38", "LD-38 without a clock"],
)
def test_hours_close_at_the_clock_within_their_last_day(
    anchored_on, amount, closes_at, zone, closed
):
    in_hours = rule(
        anchor="pengumuman",
        anchored_on=anchored_on,
        amount=amount,
        unit=Unit.HOURS,
        closes_at=closes_at,
        zone=zone,
    )
    (deadline,) = resolved(in_hours)
    assert deadline.closes_at == datetime(*closed, tzinfo=UTC)


def test_hours_that_end_at_midnight_fall_on_the_day_before():
    in_hours = rule(anchor="voting_day", amount=24, unit=Unit.HOURS)
    assert last_day(in_hours) == date(2024, 2, 15)


def test_both_readings_of_the_ruling_on_a_presidential_dispute_are_kept():
    registered = {
        "anchor": "registration in e-BRPK",
        "anchored_on": date(2024, 3, 25),
        "amount": 14,
        "milestone_code": "M10-03",
    }
    found = resolved(
        rule(
            "LD-46",
            reading="a",
            unit=Unit.WORKING_DAYS,
            first_day=FirstDay.INCLUSIVE,
            **registered,
        ),
        rule("LD-46", reading="b", **registered),
    )
    assert [(each.rule.reading, each.falls_on) for each in found] == [
        ("a", date(2024, 4, 22)),
        ("b", date(2024, 4, 8)),
    ]


def test_both_readings_of_the_bawaslu_decision_on_partai_ummat_are_kept():
    filed = {
        "anchor": "application received",
        "anchored_on": date(2022, 12, 16),
        "amount": 12,
    }
    found = resolved(
        rule("LD-54", reading="a", **filed),
        rule("LD-54", reading="b", unit=Unit.WORKING_DAYS, **filed),
    )
    assert [each.falls_on for each in found] == [date(2022, 12, 28), date(2023, 1, 3)]


@pytest.mark.parametrize(
    ("first_day", "due"),
    [
        (FirstDay.INCLUSIVE, date(2024, 4, 24)),
        (FirstDay.EXCLUSIVE, date(2024, 4, 25)),
    ],
)
def test_three_days_after_the_ruling_depend_on_whether_its_day_counts(first_day, due):
    elected_pair = rule("LD-48", anchor="M10-03", amount=3, first_day=first_day)
    ruling = schedule(ended=date(2024, 4, 22))
    assert last_day(elected_pair, M10_03=ruling) == due


def test_a_period_before_its_anchor_may_count_the_anchor_too():
    three_days = rule(direction=BEFORE, amount=3, first_day=FirstDay.INCLUSIVE)
    assert last_day(three_days) == date(2024, 2, 12)


def test_an_event_is_no_anchor_before_it_happened():
    ruling = rule(anchor="ruling read", anchored_on=date(2022, 12, 20), amount=3)
    assert resolved(ruling, day=date(2022, 12, 19)) == ()
    assert last_day(ruling, day=date(2022, 12, 20)) == date(2022, 12, 23)


def test_a_rule_counts_from_the_last_day_of_another_rule():
    filing = rule("LD-26", amount=15)
    audit = rule("LD-27", anchor="LD-26", amount=30)
    found = resolved(audit, filing)
    assert [deadline.falls_on for deadline in found] == [
        date(2024, 3, 30),
        date(2024, 2, 29),
    ]


def test_a_rule_counts_from_the_first_reading_of_another():
    found = resolved(
        rule("LD-48", reading="a", amount=4),
        rule("LD-48", reading="b", amount=3),
        rule("LD-99", anchor="LD-48", amount=1),
    )
    assert found[-1].falls_on == date(2024, 2, 19)


@pytest.mark.parametrize(
    "unknown",
    [
        rule(anchor="audit received"),
        rule(anchor="M10-03"),
        rule("LD-07", anchor="LD-07"),
        rule(amount=None, unit=Unit.NONE, bound=Bound.CONDITIONAL),
    ],
    ids=["an event", "a milestone without days", "itself", "a condition"],
)
def test_a_rule_without_a_known_anchor_gives_no_deadline(unknown):
    assert resolved(unknown, M10_03=schedule()) == ()


def test_rules_that_count_from_one_another_in_a_circle_give_no_deadline():
    assert resolved(rule("LD-05", anchor="LD-07"), rule("LD-07", anchor="LD-05")) == ()


def test_anchors_know_the_days_of_every_milestone_that_is_held():
    registration = milestone("M3-02", date(2022, 8, 1), date(2022, 8, 14))
    off = milestone("MR2a-01", date(2024, 3, 22), holding=Holding.NOT_HELD)
    assert schedules_of([registration, off]) == {"M3-02": registration.schedule}


@given(days, st.integers(-60, 60))
def test_months_there_and_back_lose_at_most_the_days_a_month_lacks(day, months):
    there = months_from(day, months)
    lost = day - months_from(there, -months)
    assert timedelta(0) <= lost <= timedelta(days=3)


@given(st.dates(date(2000, 1, 1), date(2050, 1, 28)), st.integers(1, 200))
def test_calendar_days_after_voting_fall_so_many_days_later(voting_day, amount):
    due = last_day(rule(amount=amount), voting_day=voting_day)
    assert (due - voting_day).days == amount


@pytest.mark.parametrize("amount", [None, 0])
def test_a_rule_that_counts_needs_something_to_count(amount):
    with pytest.raises(ValueError, match="LD-41 counts"):
        rule(amount=amount)
