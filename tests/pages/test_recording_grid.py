"""Pembaruan, many milestones at once: all or nothing, checked, kept, merged."""

import json
from dataclasses import replace
from datetime import date

import pytest
from pandas import isna
from sqlalchemy import select
from streamlit.proto.WidgetStates_pb2 import WidgetState

from data_access.account_changes import change_person
from data_access.accounts import read_account
from data_access.tables import journal, journal_subjects, milestone_states
from data_access.timeline import read_milestones
from domain.person import Role
from domain.recording import MilestoneEdit
from domain.timeline import SlipReason
from tests.data_access.staff import BY_ADMIN, person
from tests.pages.forms import RECORDING, press, said
from ui import recording_grid_save, unsaved

HERE = {"tanggal": "2022-09-08", "catat": "kegiatan", "cara": "banyak"}
MEMBERS, HAND_OVER = "M3-03", "P03b"
ELECTION = "pemilu-2024"


def codes(at):
    return list(at.data_editor[0].value.index)


def shown(at, code, column):
    """Return the value that the browser is given for a cell."""
    return at.data_editor[0].value.loc[code, column]


def send(at, **edits):
    """Send what a browser sends of the table, and run the page."""
    state = {"edited_rows": {}, "added_rows": [], "deleted_rows": []} | edits
    states = at._tree.get_widget_states()
    name = at.data_editor[0].proto.id
    states.widgets.append(WidgetState(id=name, string_value=json.dumps(state)))
    at._run(states)
    assert not at.exception
    return at


def fill(at, rows):
    """Type into cells, given by milestone and column."""
    places = codes(at)
    return send(at, edited_rows={places.index(code): rows[code] for code in rows})


def save(at, reason="laporan harian", button="save_table"):
    next(each for each in at.text_input if "table_reason" in each.key).set_value(reason)
    (key,) = [each.key for each in at.button if each.key.startswith(button)]
    return press(at, key)


def states(engine, code):
    table = milestone_states
    query = select(table).where(table.c.milestone_code == code)
    with engine.connect() as connection:
        return connection.execute(query.order_by(table.c.version)).all()


def last_entries(engine, count):
    query = (
        select(journal, journal_subjects.c.batch)
        .join(journal_subjects, journal_subjects.c.entry_id == journal.c.id)
        .order_by(journal.c.id.desc())
        .limit(count)
    )
    with engine.connect() as connection:
        return connection.execute(query).all()


def count_entries(engine):
    with engine.connect() as connection:
        return connection.execute(select(journal.c.id)).all()


def test_the_table_has_every_milestone_the_pressing_first(come, facts):
    at = come(**HERE)
    with facts.connect() as connection:
        known = read_milestones(connection, ELECTION, date(2022, 9, 8))
    assert set(codes(at)) == {each.code for each in known}
    one = come(tanggal=HERE["tanggal"])
    offered = [each.key for each in one.button if each.key.startswith("open_")]
    assert offered == [f"open_{code}" for code in codes(at)[: len(offered)]]


def test_a_stage_of_the_address_narrows_the_table(come):
    at = come(tahap="3", **HERE)
    assert MEMBERS in codes(at)
    assert "M11-01" not in codes(at)


def test_an_operator_finds_only_their_own(come):
    assert codes(come("lalu", **HERE)) == ["M11-01"]


def test_several_rows_are_saved_as_one_writing(come, facts):
    at = come(**HERE)
    fill(
        at,
        {
            MEMBERS: {"progress_percent": 64, "slip_reason": "weather"},
            HAND_OVER: {
                "actual_start": "2022-09-05",
                "actual_end": "2022-09-06T00:00:00.000Z",
                "remark": " selesai <b>pagi</b> ",
                "minutes_number": "7/BA/2022",
                "minutes_date": "2022-09-06",
                "slip_reason": "people",
            },
        },
    )
    assert "2 isian belum disimpan" in at.title[0].value
    save(at)
    assert "Tersimpan" in said(at)
    members, hand_over = states(facts, MEMBERS)[-1], states(facts, HAND_OVER)[-1]
    assert (members.progress_percent, members.slip_reason) == (64, SlipReason.WEATHER)
    assert hand_over.actual_end.isoformat() == "2022-09-06"
    assert hand_over.remark == "selesai <b>pagi</b>"
    assert hand_over.minutes_number == "7/BA/2022"
    second, first = last_entries(facts, 2)
    assert first.batch == second.batch == first.id
    assert {first.actor, first.reason} == {"baiq", "laporan harian"}
    assert unsaved.milestones_of("baiq", ELECTION) == frozenset()


def test_a_saved_table_goes_on_with_what_is_stored(come, facts):
    at = save(fill(come(**HERE), {MEMBERS: {"progress_percent": 64}}))
    fill(at, {MEMBERS: {"progress_percent": 64, "remark": "kedua"}})
    assert at.radio == []
    save(at)
    last = states(facts, MEMBERS)[-1]
    assert (last.progress_percent, last.remark) == (64, "kedua")


def test_one_bad_row_is_named_and_nothing_is_stored(come, facts):
    before = count_entries(facts)
    at = come(**HERE)
    fill(
        at,
        {
            MEMBERS: {"progress_percent": 64},
            HAND_OVER: {"actual_start": "2022-09-05", "actual_end": "2022-09-01"},
        },
    )
    assert next(each for each in at.button if each.key == "save_table").disabled
    words = said(at)
    assert "Penyerahan hasil kab/kota" in words
    assert "Realisasi selesai" in words
    assert "1 Sep 2022" in words
    assert count_entries(facts) == before


def test_a_refused_save_names_the_row_and_keeps_what_was_typed(come, facts):
    before = count_entries(facts)
    at = come(**(HERE | {"tanggal": "2024-12-01"}))
    save(fill(at, {MEMBERS: {"remark": "ralat"}, "M1-01": {"remark": "sah"}}))
    assert "Verifikasi administrasi" in said(at)
    assert "tandai sebagai koreksi" in said(at)
    assert count_entries(facts) == before
    assert unsaved.milestones_of("baiq", ELECTION) == {MEMBERS, "M1-01"}
    at.checkbox[0].check().run()
    save(at)
    assert states(facts, MEMBERS)[-1].remark == "ralat"


def test_a_reason_is_asked_for(come, facts):
    before = count_entries(facts)
    at = save(fill(come(**HERE), {MEMBERS: {"progress_percent": 64}}), reason="")
    assert "Alasan perubahan ini" in said(at)
    assert count_entries(facts) == before


def test_what_was_typed_survives_a_reload(come):
    fill(come(**HERE), {MEMBERS: {"progress_percent": 71, "minutes_number": "9/BA"}})
    again = come(**HERE)
    assert "1 isian belum disimpan" in again.title[0].value
    assert shown(again, MEMBERS, "progress_percent") == 71
    assert shown(again, MEMBERS, "minutes_number") == "9/BA"


def test_what_was_typed_stands_in_the_table_of_another_stage(come):
    fill(come(**HERE), {MEMBERS: {"progress_percent": 71}})
    assert MEMBERS in codes(come(tahap="11", **HERE))


def test_what_was_typed_is_discarded_only_when_asked(come):
    at = fill(come(**HERE), {MEMBERS: {"progress_percent": 71}})
    press(at, "discard_table")
    assert unsaved.milestones_of("baiq", ELECTION) == frozenset()
    assert isna(shown(at, MEMBERS, "progress_percent"))


@pytest.mark.parametrize(
    "forged",
    [
        {"edited_rows": {9999: {"remark": "x"}}},
        {"edited_rows": {-1: {"remark": "x"}}},
        {"edited_rows": {0: {"planned_end": "2022-01-01"}}},
        {"edited_rows": {0: {"region_code": "52.71"}}},
        {"edited_rows": {0: {"progress_percent": "64"}}},
        {"edited_rows": {0: {"progress_percent": 10**30}}},
        {"edited_rows": {0: {"slip_reason": "holiday"}}},
        {"edited_rows": {0: "x"}},
        {"added_rows": [{"remark": "x"}]},
        {"deleted_rows": [0]},
    ],
)
def test_what_the_table_does_not_offer_is_refused(come, forged):
    at = fill(come(**HERE), {MEMBERS: {"progress_percent": 71}})
    send(at, **forged)
    assert "tidak menyediakan" in said(at)
    assert unsaved.milestones_of("baiq", ELECTION) == {MEMBERS}
    assert shown(at, MEMBERS, "progress_percent") == 71


def test_the_region_of_a_row_is_that_of_the_database(come, facts):
    at = fill(come("lalu", **HERE), {"M11-01": {"remark": "dilantik"}})
    before = count_entries(facts)
    with facts.begin() as connection:
        moved = person("lalu", role=Role.OPERATOR, regions=frozenset({"52.01"}))
        version = read_account(connection, "lalu").version
        change_person(connection, moved, expected_version=version, by=BY_ADMIN)
    after = count_entries(facts)
    save(at)
    assert count_entries(facts) == after != before
    assert codes(at) == ["M11-03"]


def test_the_second_saver_sees_both_values_and_loses_nothing(come, facts):
    second = come("sari", **HERE)
    fill(
        second,
        {
            MEMBERS: {"progress_percent": 50, "remark": "dari Sari"},
            HAND_OVER: {"remark": "juga dari Sari"},
        },
    )
    first = come("baiq", **HERE)
    save(fill(first, {MEMBERS: {"progress_percent": 60}}))

    again = come("sari", **HERE)
    assert "baiq menyimpan data ini" in said(again)
    assert shown(again, MEMBERS, "progress_percent") == 50
    (choice,) = [each for each in again.radio if "progress_percent" in each.key]
    assert choice.options == [r"Isian Anda\: 50", r"Isian lain\: 60"]
    choice.set_value("theirs").run()
    save(again, "digabung", "merge_table")
    members = states(facts, MEMBERS)[-1]
    assert (members.progress_percent, members.remark) == (60, "dari Sari")
    assert states(facts, HAND_OVER)[-1].remark == "juga dari Sari"
    later, earlier = last_entries(facts, 2)
    assert (earlier.batch, later.reason) == (later.batch, "digabung")
    assert shown(again, MEMBERS, "progress_percent") == 60


def test_a_row_saved_by_another_is_never_overwritten_unseen(come, facts, cookies):
    mine, own = come("sari", **HERE), dict(cookies)
    save(fill(come("baiq", **HERE), {MEMBERS: {"progress_percent": 60}}))
    cookies.update(own)
    mine.run()
    assert "Sudah disimpan orang lain" in said(mine)
    assert "Verifikasi administrasi" in said(mine)
    fill(mine, {MEMBERS: {"progress_percent": 50}})
    assert [each.key for each in mine.radio if "progress_percent" in each.key]
    assert states(facts, MEMBERS)[-1].progress_percent == 60


def test_who_asks_to_save_before_they_see_the_other_value_has_not_chosen(
    come, facts, cookies
):
    mine, own = come("sari", **HERE), dict(cookies)
    fill(mine, {MEMBERS: {"progress_percent": 50}})
    mine.text_input[0].set_value("laporan kedua").run()
    save(fill(come("baiq", **HERE), {MEMBERS: {"progress_percent": 60}}))
    cookies.update(own)
    press(mine, "save_table")
    assert states(facts, MEMBERS)[-1].progress_percent == 60
    assert "baiq menyimpan data ini" in said(mine)
    own = dict(cookies)
    third = come("baiq", **HERE)
    save(fill(third, {MEMBERS: {"progress_percent": 65}}))
    cookies.update(own)
    save(mine, button="merge_table")
    assert states(facts, MEMBERS)[-1].progress_percent == 65
    (choice,) = [each for each in mine.radio if "progress_percent" in each.key]
    assert r"Isian lain\: 65" in choice.options
    save(mine, button="merge_table")
    assert states(facts, MEMBERS)[-1].progress_percent == 50


def test_the_newest_values_are_shown_when_asked(come, cookies):
    mine, own = come("sari", **HERE), dict(cookies)
    fill(mine, {HAND_OVER: {"remark": "tetap"}})
    save(fill(come("baiq", **HERE), {MEMBERS: {"progress_percent": 60}}))
    cookies.update(own)
    mine.run()
    press(mine, "newest")
    assert shown(mine, MEMBERS, "progress_percent") == 60
    assert shown(mine, HAND_OVER, "remark") == "tetap"
    assert "Sudah disimpan orang lain" not in said(mine)


def test_a_save_that_comes_second_is_told_who_was_first(come, facts, monkeypatch):
    at = fill(come("sari", **HERE), {MEMBERS: {"progress_percent": 10}})
    stored = recording_grid_save.record_milestones

    def come_second(engine, errand, election, entries):
        baiq = replace(errand, identify=lambda _: person("baiq"))
        first = replace(entries[0], edit=MilestoneEdit(remark="lebih dahulu"))
        stored(engine, baiq, election, [first])
        return stored(engine, errand, election, entries)

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(recording_grid_save, "record_milestones", come_second)
        save(at)
    assert "baiq sudah menyimpan Verifikasi administrasi lebih dahulu" in said(at)
    assert states(facts, MEMBERS)[-1].remark == "lebih dahulu"
    assert [each for each in at.radio if "progress_percent" in each.key]


def test_a_database_that_is_away_loses_nothing(come, monkeypatch, tmp_path):
    at = come(**HERE)
    with monkeypatch.context() as away:
        away.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/none/none.db")
        fill(at, {MEMBERS: {"progress_percent": 71}})
        assert "Basis data sedang tidak menjawab" in said(at)
    at.run()
    assert "1 isian belum disimpan" in at.title[0].value
    assert shown(at, MEMBERS, "progress_percent") == 71


@pytest.mark.usefixtures("facts")
def test_a_stranger_finds_no_table(visit):
    at = visit(RECORDING, **HERE)
    assert at.data_editor == []
