from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.agenda import Event, due_within, needs_attention
from domain.timeline import Holding
from tests.domain.builders import EVERY_WEEKDAY, assessed, deadline, milestone

STAKEHOLDER_DAY = date(2022, 9, 8)


def due(*milestones, days=14, day=STAKEHOLDER_DAY):
    found = due_within(assessed(*milestones, day=day), day, days, EVERY_WEEKDAY)
    return [(each.assessment.milestone.code, each.on, each.event) for each in found]


def attention(*milestones, deadlines=(), day=STAKEHOLDER_DAY):
    items = assessed(*milestones, day=day, deadlines=deadlines)
    return [each.milestone.code for each in needs_attention(items)]


def test_stakeholder_day_looks_two_weeks_ahead():
    assert due(
        milestone("M3-05", date(2022, 9, 15), date(2022, 9, 28)),
        milestone("M3-04", date(2022, 9, 14), date(2022, 9, 14)),
        milestone("M3-03", date(2022, 8, 2), date(2022, 9, 11), date(2022, 8, 2)),
    ) == [
        ("M3-03", date(2022, 9, 11), Event.ENDS),
        ("M3-04", date(2022, 9, 14), Event.ENDS),
        ("M3-05", date(2022, 9, 15), Event.STARTS),
    ]


def test_the_agenda_counts_today_and_the_day_itself_as_working_days():
    recap = milestone("M3-04", date(2022, 9, 14), date(2022, 9, 14))
    items = assessed(recap, day=STAKEHOLDER_DAY)
    (found,) = due_within(items, STAKEHOLDER_DAY, 14, EVERY_WEEKDAY)
    assert found.working_days_left == 5


@pytest.mark.parametrize(
    "item",
    [
        milestone("M3-03", date(2022, 9, 8), date(2022, 9, 9), ended=date(2022, 9, 8)),
        milestone("MR2a-01", date(2022, 9, 9), holding=Holding.CONDITIONAL),
        milestone("MR2a-01", date(2022, 9, 9), holding=Holding.NOT_HELD),
        milestone("M2-07"),
        milestone("M3-08", date(2022, 10, 15), date(2022, 11, 4)),
        milestone("M3-02", date(2022, 8, 1), date(2022, 8, 14)),
    ],
    ids=["ended", "conditional", "not held", "no days", "later", "past"],
)
def test_the_agenda_leaves_out_what_does_not_come(item):
    assert due(item) == []


def test_today_and_the_last_day_are_on_the_agenda():
    long = milestone("M3-05", STAKEHOLDER_DAY, date(2022, 9, 22))
    assert due(long) == [
        ("M3-05", STAKEHOLDER_DAY, Event.STARTS),
        ("M3-05", date(2022, 9, 22), Event.ENDS),
    ]
    assert due(long, days=13) == [("M3-05", STAKEHOLDER_DAY, Event.STARTS)]


def test_the_least_slack_comes_first_and_the_unreported_last():
    def overdue(code):
        return milestone(code, date(2022, 8, 1), date(2022, 9, 1), date(2022, 8, 1))

    def limit(code, day):
        return deadline(day, milestone_code=code)

    assert attention(
        milestone("silent", date(2022, 7, 29), date(2022, 7, 31)),
        milestone("silent-long", date(2022, 6, 14), date(2022, 6, 14)),
        milestone("silent-past", date(2022, 7, 29), date(2022, 7, 31)),
        overdue("no-limit"),
        overdue("far"),
        milestone("close", date(2022, 9, 14), date(2022, 9, 14)),
        overdue("past"),
        deadlines=[
            limit("silent-long", date(2022, 6, 14)),
            limit("silent-past", date(2022, 8, 1)),
            limit("far", date(2022, 12, 14)),
            limit("close", date(2022, 9, 14)),
            limit("past", date(2022, 9, 2)),
        ],
    ) == ["past", "close", "far", "no-limit", "silent-past", "silent-long", "silent"]


@pytest.mark.parametrize(
    ("limit", "listed"), [(date(2022, 9, 14), ["M3-04"]), (date(2022, 9, 15), [])]
)
def test_five_working_days_before_its_limit_an_item_needs_attention(limit, listed):
    recap = milestone("M3-04", date(2022, 9, 14), date(2022, 9, 14))
    near = deadline(limit, milestone_code="M3-04")
    assert attention(recap, deadlines=[near]) == listed


def test_what_ended_needs_no_attention_even_past_its_limit():
    recap = milestone(
        "M9-05", date(2024, 2, 19), date(2024, 3, 10), ended=date(2024, 3, 11)
    )
    limit = deadline(date(2024, 3, 10))
    assert attention(recap, deadlines=[limit], day=date(2024, 3, 12)) == []


@given(
    st.lists(
        st.tuples(st.dates(date(2022, 8, 1), date(2022, 10, 31)), st.integers(0, 40)),
        max_size=8,
    ),
    st.integers(0, 30),
)
def test_the_agenda_is_in_order_and_within_its_days(plans, days):
    items = [
        milestone(f"M3-{n}", start, start + timedelta(days=length))
        for n, (start, length) in enumerate(plans)
    ]
    on = [day for _, day, _ in due(*items, days=days)]
    last = STAKEHOLDER_DAY + timedelta(days=days)
    assert on == sorted(on)
    assert all(STAKEHOLDER_DAY <= day <= last for day in on)
