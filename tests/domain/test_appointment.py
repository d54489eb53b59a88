from datetime import date

import pytest

from domain.appointment import Known, appointment_of, days_lost, days_of
from domain.timeline import Holding, Schedule

MONDAY, TUESDAY, FRIDAY = date(2022, 8, 22), date(2022, 8, 23), date(2022, 8, 26)


def known(on, holding=Holding.PLANNED, **days):
    return Known(known_on=on, schedule=Schedule(**days), holding=holding)


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ({}, None),
        ({"planned_start": MONDAY, "planned_end": FRIDAY}, (MONDAY, FRIDAY)),
        ({"planned_start": MONDAY}, (MONDAY, MONDAY)),
        ({"planned_end": FRIDAY}, (FRIDAY, FRIDAY)),
        (
            {"planned_start": MONDAY, "planned_end": FRIDAY, "actual_start": TUESDAY},
            (TUESDAY, FRIDAY),
        ),
        (
            {"planned_start": MONDAY, "planned_end": MONDAY, "actual_start": TUESDAY},
            (TUESDAY, TUESDAY),
        ),
        (
            {"planned_start": TUESDAY, "planned_end": FRIDAY, "actual_end": MONDAY},
            (MONDAY, MONDAY),
        ),
        (
            {"planned_end": MONDAY, "actual_start": MONDAY, "actual_end": FRIDAY},
            (MONDAY, FRIDAY),
        ),
    ],
)
def test_actual_days_stand_in_for_planned_ones(days, found):
    assert days_of(Schedule(**days)) == found


def test_a_milestone_moves_with_each_change():
    found = appointment_of(
        [
            known(MONDAY, planned_start=MONDAY, planned_end=TUESDAY),
            known(TUESDAY, planned_start=TUESDAY, planned_end=FRIDAY),
        ]
    )
    assert (found.first, found.last) == (TUESDAY, FRIDAY)
    assert (found.sequence, found.changed_on) == (1, TUESDAY)
    assert found.holding is Holding.PLANNED


def test_a_milestone_whose_days_were_taken_away_is_cancelled_where_it_stood():
    found = appointment_of([known(MONDAY, planned_end=FRIDAY), known(TUESDAY)])
    assert (found.first, found.holding) == (FRIDAY, Holding.NOT_HELD)
    assert (found.sequence, found.changed_on) == (1, TUESDAY)


def test_a_milestone_that_is_not_held_is_cancelled():
    found = appointment_of([known(MONDAY, Holding.NOT_HELD, planned_end=FRIDAY)])
    assert found.holding is Holding.NOT_HELD


def test_a_milestone_that_never_had_a_day_is_in_no_calendar():
    assert appointment_of([known(MONDAY), known(TUESDAY)]) is None


def test_days_that_were_taken_away_are_told_the_last_ones_first():
    history = [
        known(MONDAY, planned_end=MONDAY),
        known(MONDAY, planned_end=TUESDAY),
        known(TUESDAY, planned_start=FRIDAY),
        known(FRIDAY),
    ]
    assert [*days_lost(history)] == [
        (FRIDAY, Schedule(planned_start=FRIDAY)),
        (TUESDAY, Schedule(planned_end=TUESDAY)),
        (MONDAY, Schedule(planned_end=MONDAY)),
    ]


def test_a_milestone_that_is_not_held_has_lost_its_days():
    off = known(TUESDAY, Holding.NOT_HELD, planned_end=FRIDAY)
    planned = known(MONDAY, planned_end=FRIDAY)
    assert [*days_lost([planned, off])] == [(TUESDAY, planned.schedule)]
    assert not [*days_lost([planned, off, known(FRIDAY, actual_end=MONDAY)])]
