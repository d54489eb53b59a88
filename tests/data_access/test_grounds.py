from datetime import timedelta

import pytest

from data_access.database import writing
from data_access.facts_simulated import store_simulated_rows
from data_access.grounds import (
    UNTOUCHED,
    Ground,
    read_seals,
    read_turning_days,
    seal_of,
)
from data_access.integrity_duty import ROTA_GROUND
from data_access.integrity_duty_recording import assign
from data_access.journal import remove_simulated
from data_access.tables import deadline_rules, duty_shifts, milestone_states, services
from data_access.timeline import MILESTONES_GROUND
from data_access.undoing import undo_writing
from domain.integrity_duty import DutyPart, DutyPlace, Slot
from tests.data_access.election_rows import STAFF
from tests.data_access.recorders import NOW, TODAY, errand, prepare


def seals(engine, *grounds):
    with engine.connect() as connection:
        found = read_seals(connection)
    return [seal_of(ground, found) for ground in grounds]


def fill(engine, at=NOW):
    slot = Slot(at.date())
    return assign(engine, errand(at=at), {slot: 0}, {slot: "Kepala Subbagian A"})


def test_a_table_that_nobody_wrote_has_no_seal(engine):
    assert seals(engine, ROTA_GROUND) == [UNTOUCHED]


def test_a_write_changes_the_seal_of_its_own_table_alone(engine):
    prepare(engine)
    rota, plan = seals(engine, ROTA_GROUND, MILESTONES_GROUND)
    written = fill(engine)
    now, plan_now = seals(engine, ROTA_GROUND, MILESTONES_GROUND)
    assert rota == UNTOUCHED
    assert now[0] == written
    assert plan_now == plan


def test_a_ground_has_the_newest_seal_of_its_tables(engine):
    prepare(engine)
    fill(engine)
    both = Ground((milestone_states, duty_shifts, services))
    rota, plan, either = seals(engine, ROTA_GROUND, MILESTONES_GROUND, both)
    assert either == rota > plan


def test_an_undoing_changes_the_seal(engine):
    written = fill(engine)
    again = errand(reason="tertukar")
    assign(engine, again, {Slot(TODAY): 1}, {Slot(TODAY): "Kepala Subbagian B"})
    before = seals(engine, ROTA_GROUND)
    undo_writing(engine, errand(), written + 1)
    assert seals(engine, ROTA_GROUND) != before


def test_the_removal_of_simulated_rows_changes_the_seal(engine):
    slot = {"day": TODAY, "place": DutyPlace.OFFICE, "day_part": DutyPart.WHOLE}
    made_up = {**slot, "version": 1, "known_on": TODAY, "person": "A"}
    with writing(engine).begin() as connection:
        store_simulated_rows(connection, duty_shifts, [made_up], by=STAFF)
    before = seals(engine, ROTA_GROUND)
    with writing(engine).begin() as connection:
        remove_simulated(connection, by=STAFF)
    assert seals(engine, ROTA_GROUND) != before


def test_a_read_may_change_on_each_day_that_a_row_begins_to_count(engine):
    for day in range(2):
        fill(engine, NOW + timedelta(days=day))
    with engine.connect() as connection:
        days = read_turning_days(connection, ROTA_GROUND)
    assert days == (TODAY, TODAY + timedelta(days=1))


@pytest.mark.parametrize("days", [(), None])
def test_a_read_without_days_of_its_own_has_no_turning_day(connection, days):
    ground = Ground((deadline_rules,), days)
    assert read_turning_days(connection, ground) == ()
