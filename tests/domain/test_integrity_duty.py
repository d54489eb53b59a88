from datetime import date

import pytest

from domain.integrity_duty import (
    DutyPart,
    DutyPlace,
    Shift,
    Slot,
    double_bookings,
    gaps,
    monday_of,
    on_duty,
    swapped,
)
from domain.integrity_duty_rules import check_shifts, check_swap
from domain.provenance import Confidence, Provenance
from domain.workdays import WorkingCalendar

MONDAY, TUESDAY, WEDNESDAY, FRIDAY, SATURDAY = (
    date(2022, 9, day) for day in (5, 6, 7, 9, 10)
)
DESK, MORNING, AFTERNOON = (
    DutyPlace.SERVICE_DESK,
    DutyPart.MORNING,
    DutyPart.AFTERNOON,
)
WEEKDAYS = WorkingCalendar(frozenset())


def shift(day, person, *, confidence=Confidence.PARTIAL, **where):
    return Shift(
        slot=Slot(day, **where),
        person=person,
        known_on=MONDAY,
        version=1,
        provenance=Provenance(source=f"of {person}", confidence=confidence),
    )


def rules(broken):
    return [(each.field, each.rule.value) for each in broken]


def test_a_working_day_without_anybody_is_a_gap():
    rota = [shift(MONDAY, "A"), shift(TUESDAY, "")]
    holiday = WorkingCalendar(frozenset({WEDNESDAY}))
    found = gaps(rota, MONDAY, SATURDAY, holiday)
    assert found == (TUESDAY, date(2022, 9, 8), FRIDAY)


def test_a_week_begins_on_monday():
    assert {monday_of(day) for day in (MONDAY, FRIDAY, date(2022, 9, 11))} == {MONDAY}


def test_those_on_duty_stand_the_office_first_and_nobody_is_left_out():
    office, desk = shift(MONDAY, "A", part=MORNING), shift(MONDAY, "B", place=DESK)
    empty, other = shift(MONDAY, "", part=AFTERNOON), shift(TUESDAY, "C")
    assert on_duty([desk, other, empty, office], MONDAY) == (office, desk)


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        ({"person": "A"}, {"person": "B", "part": MORNING}, "place_taken"),
        ({"person": "A"}, {"person": "A", "part": MORNING}, None),
        ({"person": "A"}, {"person": "", "part": MORNING}, None),
        (
            {"person": "A", "part": MORNING},
            {"person": "B", "part": AFTERNOON},
            None,
        ),
        ({"person": "A"}, {"person": "A", "place": DESK}, "person_elsewhere"),
        (
            {"person": "A", "part": MORNING},
            {"person": "A", "place": DESK, "part": AFTERNOON},
            None,
        ),
        ({"person": "A"}, {"person": "B", "place": DESK}, None),
    ],
)
def test_a_place_has_one_person_and_a_person_one_place_at_a_time(first, second, rule):
    rota = [shift(MONDAY, **first), shift(MONDAY, **second), shift(TUESDAY, "B")]
    assert [each.rule for each in double_bookings(rota)] == ([rule] if rule else [])


def test_two_people_at_one_time_are_refused_and_the_other_is_named():
    rota = [shift(MONDAY, "A"), shift(TUESDAY, "B")]
    (broken,) = check_shifts(rota, [shift(MONDAY, "C", part=MORNING)])
    assert (broken.field, broken.rule, broken.value) == (
        "person",
        "place_taken",
        rota[0],
    )
    # The new shift may come before the known one in the order of the day.
    (other,) = check_shifts([shift(MONDAY, "A", part=MORNING)], [shift(MONDAY, "C")])
    assert other.value.person == "A"


def test_a_double_booking_that_stood_before_hinders_nobody_else():
    rota = [shift(MONDAY, "A"), shift(MONDAY, "B", part=MORNING)]
    assert check_shifts(rota, [shift(TUESDAY, "C")]) == ()
    assert check_shifts(rota, [shift(MONDAY, "", part=MORNING)]) == ()


def test_a_name_nobody_can_read_and_a_day_nobody_means_are_refused():
    broken = check_shifts([], [shift(date(1900, 1, 1), "A\x00")])
    assert rules(broken) == [("day", "within_years"), ("person", "control_characters")]


def test_a_swap_exchanges_people_with_their_sources():
    made_up = shift(MONDAY, "A", confidence=Confidence.SIMULATED)
    first, second = swapped(made_up, shift(TUESDAY, "B"))
    assert (first.person, first.is_simulated) == ("B", False)
    assert (second.person, second.is_simulated) == ("A", True)
    assert (second.slot.day, second.provenance.source) == (TUESDAY, "of A")


def test_a_swap_between_two_held_shifts_is_sound():
    rota = [shift(MONDAY, "A"), shift(TUESDAY, "B")]
    assert check_swap(rota, *rota, WEEKDAYS) == ()


def test_a_swap_that_leaves_a_working_day_without_anybody_is_refused():
    rota = [shift(MONDAY, "A"), shift(SATURDAY, "")]
    (broken,) = check_swap(rota, *rota, WEEKDAYS)
    assert (broken.value, broken.rule) == (MONDAY, "leaves_a_gap")


def test_a_swap_that_books_somebody_twice_is_refused():
    rota = [shift(MONDAY, "A"), shift(TUESDAY, "B"), shift(TUESDAY, "A", place=DESK)]
    assert rules(check_swap(rota, *rota[:2], WEEKDAYS)) == [
        ("person", "person_elsewhere")
    ]


def test_a_shift_is_not_swapped_with_itself():
    only = shift(MONDAY, "A")
    assert rules(check_swap([only], only, only, WEEKDAYS)) == [("shift", "same_shift")]
