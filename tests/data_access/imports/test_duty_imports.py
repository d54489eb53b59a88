from dataclasses import replace
from datetime import timedelta

import pytest

from data_access.imports.integrity_duty import checked_rota, preview_rota
from data_access.imports.preview import changes
from data_access.integrity_duty import read_rota
from domain.importing import Field, FieldChange, RefusalKind, RowStatus
from domain.integrity_duty import DutyPart, DutyPlace, Slot
from domain.violation import Refused
from tests.data_access.imports.zone import TERMS, previewed, refused, stored, told
from tests.data_access.recorders import TODAY, broken

HEADING = ("Tanggal", "Tempat", "Bagian hari", "Petugas piket")
TOMORROW = TODAY + timedelta(days=1)
A, B = "Kepala Subbagian A", "Kepala Subbagian B"


def preview(connection, *rows, heading=HEADING, terms=TERMS):
    return previewed(preview_rota, connection, heading, *rows, terms=terms)


def people(connection):
    rota = read_rota(connection, TODAY, TODAY, TOMORROW)
    return {each.slot: each.person for each in rota}


def test_a_rota_is_stored_and_known_from_the_day_of_the_import(connection):
    found = preview(
        connection,
        (TODAY, "kantor", "sehari penuh", A),
        (TOMORROW, "Service desk", "pagi", B),
    )
    assert [each.status for each in found.rows] == [RowStatus.NEW] * 2
    assert found.rows[1].codes == ("2022-11-08", "service_desk", "morning")
    stored(connection, found)
    assert people(connection) == {
        Slot(TODAY): A,
        Slot(TOMORROW, DutyPlace.SERVICE_DESK, DutyPart.MORNING): B,
    }


def test_day_and_name_are_enough(connection):
    found = preview(connection, (TODAY, A), heading=("Day", "On duty"))
    stored(connection, found)
    assert people(connection) == {Slot(TODAY): A}


def test_an_empty_name_takes_the_shift_away_and_a_free_day_stays_free(connection):
    stored(connection, preview(connection, (TODAY, None, None, A)))
    found = preview(connection, (TODAY, None, None, None), (TOMORROW, None, None, None))
    assert [each.status for each in found.rows] == [
        RowStatus.CHANGED,
        RowStatus.UNCHANGED,
    ]
    assert found.rows[0].changes == (FieldChange(Field.PERSON, A, None),)
    stored(connection, found)
    assert people(connection) == {Slot(TODAY): ""}


def test_two_people_at_one_time_are_refused_at_both_rows(connection):
    found = preview(
        connection, (TODAY, "kantor", None, A), (TODAY, "kantor", "pagi", B)
    )
    assert refused(found) == [
        (RefusalKind.PLACE_TAKEN, 2, "person", A),
        (RefusalKind.PLACE_TAKEN, 3, "person", B),
    ]
    assert told(found.refusals[0]) == {
        "day": TODAY,
        "other": B,
        "place": DutyPlace.OFFICE,
    }
    assert (found.rows, found.pending) == ((), ())


def test_somebody_who_is_elsewhere_already_is_refused(connection):
    stored(connection, preview(connection, (TODAY, None, None, A)))
    found = preview(
        connection, (TODAY, "meja layanan", None, A), (TOMORROW, None, None, B)
    )
    assert refused(found) == [(RefusalKind.PERSON_ELSEWHERE, 2, "person", A)]
    assert told(found.refusals[0])["place"] is DutyPlace.OFFICE
    assert found.rows == ()


def test_two_people_may_trade_places_in_one_file(connection):
    stored(
        connection,
        preview(
            connection, (TODAY, "kantor", None, A), (TODAY, "meja layanan", None, B)
        ),
    )
    found = preview(
        connection, (TODAY, "kantor", None, B), (TODAY, "meja layanan", None, A)
    )
    stored(connection, found)
    assert people(connection) == {
        Slot(TODAY): B,
        Slot(TODAY, DutyPlace.SERVICE_DESK): A,
    }


def test_a_shift_given_twice_and_a_name_too_long_are_refused(connection):
    found = preview(
        connection,
        (TODAY, None, None, A),
        (TODAY, "kantor", "sehari penuh", A),
        (TOMORROW, None, None, "x" * 201),
    )
    assert [(each.kind, each.row) for each in found.refusals] == [
        (RefusalKind.DUPLICATE_ROW, 2),
        (RefusalKind.DUPLICATE_ROW, 3),
        (RefusalKind.BREAKS_RULE, 4),
    ]
    assert told(found.refusals[2])["rule"] == "too_long"


def test_what_is_recorded_for_a_later_day_is_not_overtaken(connection):
    later = replace(TERMS, known_on=TOMORROW)
    stored(connection, preview(connection, (TODAY, None, None, A), terms=later))
    found = preview(connection, (TODAY, None, None, B))
    assert refused(found) == [(RefusalKind.KNOWN_LATER, 2, "", "")]


def test_nothing_in_a_file_is_nothing_to_store(connection):
    found = preview(connection)
    assert (found.rows, found.refusals) == ((), ())
    wrong = preview(connection, ("kapan", None, None, A))
    assert refused(wrong) == [(RefusalKind.NOT_A_DAY, 2, "day", "kapan")]


def test_a_rota_that_changed_since_the_check_is_held_against_it_again(connection):
    mine = preview(connection, (TODAY, "meja layanan", None, A))
    assert checked_rota(connection, changes(mine), TODAY) == mine.pending
    stored(connection, preview(connection, (TODAY, None, None, A)))
    with pytest.raises(Refused) as why:
        checked_rota(connection, changes(mine), TODAY)
    assert broken(why) == [("person", "person_elsewhere")]
