from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from data_access.database import writing
from data_access.facts_simulated import store_simulated_rows
from data_access.history import read_entries
from data_access.integrity_duty import (
    read_rota,
    read_rota_history,
    read_rota_span,
    read_whole_rota,
    who_assigned,
)
from data_access.integrity_duty_recording import assign, swap
from data_access.journal import VersionConflict, remove_simulated
from data_access.recording import NotPermitted, SignedOut
from data_access.tables import duty_shifts, journal
from data_access.undoing import undo_writing
from domain.history import HistoryFilter
from domain.integrity_duty import DutyPart, DutyPlace, Slot
from domain.violation import Refused
from domain.workdays import WorkingCalendar
from tests.data_access.election_rows import STAFF
from tests.data_access.recorders import NOW, OPERATOR, TODAY, broken, errand, revision

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
FIRST, SECOND = Slot(TODAY), Slot(TOMORROW)
MORNING = Slot(TODAY, DutyPlace.OFFICE, DutyPart.MORNING)
WEEKDAYS = WorkingCalendar(frozenset())
BOTH = {FIRST: 1, SECOND: 1}


def fill(engine, **people):
    """Store somebody for today and somebody for tomorrow."""
    named = {"first": "Kepala Subbagian A", "second": "Kepala Subbagian B"} | people
    slots = {FIRST: named["first"], SECOND: named["second"]}
    return assign(engine, errand(), dict.fromkeys(slots, 0), slots)


def people(engine, day=TODAY):
    with engine.connect() as connection:
        rota = read_rota(connection, day, TODAY, TOMORROW)
    return [each.person for each in rota]


def test_a_week_is_one_writing_known_from_its_day_on(engine):
    made = fill(engine)
    assert revision(engine) == made == 2
    assert people(engine) == ["Kepala Subbagian A", "Kepala Subbagian B"]
    assert people(engine, YESTERDAY) == []


def test_the_rota_has_an_end_where_nobody_is_named_after(engine):
    with engine.connect() as connection:
        assert read_rota_span(connection, TODAY) is None
    fill(engine, second="")
    with engine.connect() as connection:
        assert read_rota_span(connection, TODAY) == (TODAY, TODAY)
        assert len(read_whole_rota(connection, TODAY)) == 2


def test_two_people_at_one_time_are_refused_by_name(engine):
    fill(engine)
    with pytest.raises(Refused) as refused:
        assign(engine, errand(), {MORNING: 0}, {MORNING: "Kepala Subbagian C"})
    assert broken(refused) == [("person", "place_taken")]
    assert refused.value.violations[0].value.person == "Kepala Subbagian A"
    assert len(people(engine)) == 2


def test_two_people_cannot_save_over_one_another(engine):
    fill(engine)
    with pytest.raises(VersionConflict) as conflict:
        assign(engine, errand(), {FIRST: 0}, {FIRST: "Kepala Subbagian C"})
    assert conflict.value.actor == "budi"


def test_who_recorded_a_shift_last_is_known(engine):
    fill(engine)
    with engine.connect() as connection:
        assert who_assigned(connection, FIRST) == ("budi", NOW)
        assert who_assigned(connection, MORNING) is None


def test_nobody_writes_the_rota_without_the_right_to(engine):
    with pytest.raises(NotPermitted):
        assign(engine, errand(OPERATOR), {FIRST: 0}, {FIRST: "A"})
    with pytest.raises(SignedOut):
        assign(engine, errand(None), {FIRST: 0}, {FIRST: "A"})


def test_a_swap_is_one_writing_of_two_shifts(engine):
    fill(engine)
    made = swap(engine, errand(reason="perjalanan dinas"), BOTH, WEEKDAYS)
    assert people(engine) == ["Kepala Subbagian B", "Kepala Subbagian A"]
    with engine.connect() as connection:
        entries = read_entries(connection, HistoryFilter(), limit=2)
    assert {each.batch for each in entries} == {made - 1}
    assert {each.reason for each in entries} == {"perjalanan dinas"}


@pytest.mark.parametrize(
    ("second", "opened", "rule"),
    [
        ("", BOTH, ("shift", "leaves_a_gap")),
        ("B", {FIRST: 1}, ("shift", "same_shift")),
        ("B", {FIRST: 1, MORNING: 1}, ("shift", "no_such_shift")),
    ],
)
def test_a_swap_that_cannot_be_is_refused_and_stores_nothing(
    engine, second, opened, rule
):
    before = fill(engine, first="A", second=second)
    with pytest.raises(Refused) as refused:
        swap(engine, errand(), opened, WEEKDAYS)
    assert rule in broken(refused)
    assert revision(engine) == before


def test_a_swap_of_what_somebody_else_changed_is_a_conflict(engine):
    fill(engine)
    assign(engine, errand(), {FIRST: 1}, {FIRST: "Kepala Subbagian C"})
    with pytest.raises(VersionConflict):
        swap(engine, errand(), BOTH, WEEKDAYS)


def test_a_swap_is_undone_as_a_whole(engine):
    fill(engine)
    made = swap(engine, errand(reason="tertukar"), BOTH, WEEKDAYS)
    undo_writing(engine, errand(), made - 1)
    assert people(engine) == ["Kepala Subbagian A", "Kepala Subbagian B"]


def test_what_was_known_of_a_shift_is_found_again(engine):
    fill(engine)
    assign(engine, errand(), {FIRST: 1}, {FIRST: ""})
    with engine.connect() as connection:
        found = read_rota_history(connection, TODAY)
        assert read_rota_history(connection, YESTERDAY) == {}
    assert [each.person for each in found[FIRST]] == ["Kepala Subbagian A", ""]
    assert len(found[SECOND]) == 1


def test_simulated_shifts_are_marked_kept_apart_and_removed_alone(engine):
    row = {"day": date(2022, 9, 8), "place": DutyPlace.OFFICE, "version": 1}
    made_up = row | {"day_part": DutyPart.WHOLE, "known_on": TODAY, "person": "A"}
    with writing(engine).begin() as connection:
        assert store_simulated_rows(connection, duty_shifts, [made_up], by=STAFF) == 1
        assert store_simulated_rows(connection, duty_shifts, [made_up], by=STAFF) == 0
        (shift,) = read_whole_rota(connection, TODAY)
        assert shift.is_simulated
    fill(engine)
    with writing(engine).begin() as connection:
        assert remove_simulated(connection, by=STAFF) == 1
        assert len(read_whole_rota(connection, TODAY)) == 2
        count = select(func.count()).select_from(journal)
        assert connection.scalar(count) == 4
