"""Pembaruan: what is typed stays over a reload, a lost database, another's save."""

from datetime import date

import pytest

from data_access.milestone_recording import OpenedMilestone, record_milestone
from data_access.recording import Errand
from data_access.tally_recording import record_tally
from data_access.tally_versions import OpenedTally
from domain.recording import MilestoneEdit
from domain.tally_entry import Cell, TallyEntry
from tests.data_access.staff import NOW, person
from tests.pages.forms import (
    FIGURES,
    GELORA,
    MEMBERS,
    MILESTONE_VIEW,
    MINUTES,
    TALLY_VIEW,
    away,
    entries,
    field,
    fill,
    press,
    recorded,
    said,
    states,
)
from ui import unsaved

ELECTION = "pemilu-2024"
CELL = Cell(election=ELECTION, phase="factual", party="gelora", region="52.71")
REASON = {"reason": "rekap faktual"}


def errand(day, code="sari"):
    somebody = person(code)
    at = NOW.replace(month=int(day[5:7]), day=int(day[8:]))
    return Errand(identify=lambda _: somebody, reason="laporan lain", at=at)


def save_tally(engine, version=0, **counts):
    entry = TallyEntry(reported_on=date(2022, 11, 4), **counts)
    opened = OpenedTally(cell=CELL, version=version)
    record_tally(engine, errand("2022-11-04"), opened, entry, submits=True)


def save_milestone(engine, **values):
    last = states(engine)[-1]
    opened = OpenedMilestone(election=ELECTION, code=MEMBERS, version=last.version)
    plan = {"planned_start": last.planned_start, "planned_end": last.planned_end}
    edit = MilestoneEdit(**(plan | values))
    record_milestone(engine, errand("2022-09-08"), opened, edit)


def values(at, names, place):
    return {name: field(at, name, place).value for name in names}


def test_a_milestone_and_its_reason_survive_a_reload(come):
    typed = {"progress_percent": 71, "remark": "dua kab/kota", **REASON}
    fill(come(**MILESTONE_VIEW), typed, MEMBERS)
    again = come(**MILESTONE_VIEW)
    assert values(again, typed, MEMBERS) == typed
    assert "1 isian belum disimpan" in again.title[0].value


def test_a_tally_its_reason_and_its_note_survive_a_reload(come):
    typed = {**FIGURES, **REASON, "note": "dua anggota pindah"}
    fill(come("lalu", **TALLY_VIEW), typed)
    again = come("lalu", **TALLY_VIEW)
    assert values(again, typed, GELORA) == typed
    assert "1 isian belum disimpan" in again.title[0].value


def test_the_minutes_of_a_decision_survive_a_reload(come, facts):
    save_tally(facts, **FIGURES)
    typed = {**MINUTES, **REASON, "verdict": "MS"}
    fill(come(**TALLY_VIEW), typed)
    again = come(**TALLY_VIEW)
    assert values(again, typed, GELORA) == typed
    press(again, "decide")
    assert not again.exception
    last = recorded(facts)[-1]
    assert (last.verdict, last.minutes_number) == ("MS", MINUTES["minutes_number"])
    assert unsaved.count_of("baiq", ELECTION) == 0


def test_unsaved_entries_are_counted_and_marked_where_they_are(come):
    fill(come(**MILESTONE_VIEW), {"progress_percent": 71}, MEMBERS)
    fill(come(**TALLY_VIEW), {"members": 1200})
    other = come(**TALLY_VIEW | {"partai": "perindo"})
    assert "2 isian belum disimpan" in other.title[0].value
    lists = [option for each in other.selectbox for option in each.options]
    assert "● Gelora" in lists
    assert "● Kota Mataram" in lists


def test_a_reason_alone_is_unsaved_until_it_is_discarded(come):
    at = come(**TALLY_VIEW)
    fill(at, REASON)
    assert "1 isian belum disimpan" in at.title[0].value
    press(at, "discard")
    assert field(at, "reason", GELORA).value == ""
    assert "belum disimpan" not in at.title[0].value


def test_what_was_typed_in_the_click_that_leads_away_stays(come):
    at = come(**TALLY_VIEW)
    field(at, "members", GELORA).set_value(1200)
    at.query_params["partai"] = "perindo"
    at.run()
    assert "1 isian belum disimpan" in at.title[0].value
    at.query_params["partai"] = "gelora"
    at.run()
    assert field(at, "members", GELORA).value == 1200


@pytest.mark.parametrize(
    ("view", "place", "typed"),
    [
        (MILESTONE_VIEW, MEMBERS, {"remark": "dua kab/kota"}),
        (TALLY_VIEW, GELORA, {"members": 1200}),
    ],
)
def test_what_is_typed_while_the_database_is_away_is_there_when_it_is_back(
    come, facts, view, place, typed
):
    at = come(**view)
    ((name, value),) = typed.items()
    with away(facts):
        field(at, name, place).set_value(value).run()
        assert not at.exception
        assert "Basis data sedang tidak menjawab" in said(at)
    at.run()
    assert field(at, name, place).value == value
    assert "1 isian belum disimpan" in at.title[0].value
    assert values(come(**view), typed, place) == typed


def test_a_form_in_which_nothing_was_typed_shows_what_another_saved(come, facts):
    at = come(**MILESTONE_VIEW)
    field(at, "reason").set_value("laporan").run()
    save_milestone(facts, progress_percent=33)
    at.run()
    assert field(at, "progress_percent").value == 33
    assert field(at, "reason").value == "laporan"
    assert not [each for each in at.button if each.key == "merge"]


def test_a_tally_saved_by_another_is_met_with_a_choice_and_loses_nothing(come, facts):
    at = come("lalu", **TALLY_VIEW)
    fill(at, {**FIGURES, "note": "dari Lalu", **REASON})
    save_tally(facts, **FIGURES | {"members": 1250})
    press(at, "submit")
    assert not at.exception
    assert "sari menyimpan data ini" in said(at)
    (choice,) = [each for each in at.radio if "members" in each.key]
    assert choice.options == [r"Isian Anda\: 1.200", r"Isian lain\: 1.250"]
    choice.set_value("theirs").run()
    press(at, "merge")
    kept = {**FIGURES, "members": 1250, "note": "dari Lalu", **REASON}
    assert values(at, kept, GELORA) == kept
    before = entries(facts)
    press(at, "submit")
    last = recorded(facts)[-1]
    assert (entries(facts), last.version) == (before + 1, 2)
    assert (last.members, last.note) == (1250, "dari Lalu")


def test_sending_back_what_another_changed_says_so_and_stores_nothing(come, facts):
    save_tally(facts, **FIGURES)
    at = come(**TALLY_VIEW)
    save_tally(facts, 1, **FIGURES | {"members": 1250})
    before = entries(facts)
    fill(at, REASON)
    assert field(at, "members", GELORA).value == 1250
    assert entries(facts) == before
