"""The self-assessment: the head of the page, and the table it is recorded in."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState

from data_access.integrity_assessments import read_assessments
from domain.integrity_assessment import Assessor
from tests.pages.forms import press, said

PAGES = Path(__file__).parents[2] / "pages"
PAGE, FORM = PAGES / "integrity.py", PAGES / "integrity_recording.py"
THERE = {"bagian": "penilaian", "tanggal": "2022-09-08"}
IPAK, OVERSIGHT = 12, 9
SOUND = {row: {"number": "3"} for row in range(15)}


def send(at, rows):
    """Send what a browser sends of the table, and run the page."""
    state = {"edited_rows": rows, "added_rows": [], "deleted_rows": []}
    states = at._tree.get_widget_states()
    name = at.data_editor[0].proto.id
    states.widgets.append(WidgetState(id=name, string_value=json.dumps(state)))
    at._run(states)
    assert not at.exception
    return at


def typed(come, person="baiq", rows=SOUND):
    at = send(come(person, file=FORM, **THERE), rows)
    (reason,) = [each for each in at.text_input if each.key.endswith("_reason")]
    reason.set_value("laporan tim").run()
    return at


def recorded(facts):
    with facts.connect() as connection:
        return read_assessments(connection, date(2022, 9, 8))


@pytest.mark.parametrize(
    ("day", "title"),
    [
        ("2021-01-01", "belum ada penilaian"),
        ("2022-09-08", "Nilai 76,59; tambahan 0,65 pada IPAK dan Pengawasan"),
        ("2022-11-06", "Dengan nilai 77,56 penilaian mencapai WBK"),
        ("2024-02-14", "tambahan 2,58 pada IPKP dan Pengawasan mencapai WBBM"),
        ("2026-11-24", "Dengan nilai 88,58 penilaian mencapai WBBM"),
    ],
)
def test_the_title_says_what_the_assessment_comes_to_on_the_day(visit, day, title):
    at = visit(PAGE, tanggal=day)
    assert not at.exception
    assert title in at.title[0].value


def test_the_page_names_what_lacks_the_sources_and_what_is_made_up(visit):
    words = " ".join(each.value for each in visit(PAGE, bahasa="en").markdown)
    for said_there in (
        "0.35 points in Survey of perceived anti-corruption",
        "Fewest points: Oversight 0.3",
        "simulated",
        "recalled, not checked",
        "KPU NTB spoke of 11 areas; the regulation has 8",
    ):
        assert said_there in words.replace("\\", "")


@pytest.mark.usefixtures("facts")
def test_facts_alone_have_predicates_and_no_assessment(visit):
    at = visit(PAGE, tanggal="2026-11-24")
    assert "belum ada penilaian" in at.title[0].value
    assert "WBK diraih" in at.markdown[0].value


def test_a_table_is_saved_whole(come, facts):
    at = typed(come, rows=SOUND | {IPAK: {"number": "3,71", "evidence_needed": 1}})
    press(at, "save_zone")
    assert "Tersimpan" in said(at)
    (found,) = recorded(facts)
    assert (found.period, found.assessor) == (2022, Assessor.SELF)
    points = {each.component: each for each in found.scores}
    assert points["ipak"].points == Decimal("16.23125")
    assert points["ipak"].evidence_needed == 1


def test_what_breaks_a_rule_is_named_and_nothing_is_stored(come, facts):
    at = typed(come, rows={**SOUND, OVERSIGHT: {"number": "7,6"}, IPAK: {}})
    press(at, "save_zone")
    words = said(at)
    assert "Pengawasan, reform" in words
    assert "7,6. Nilai melebihi bobotnya." in words
    assert "Nilai belum diisi." in words
    assert recorded(facts) == ()


def test_a_reload_keeps_what_was_typed(come, facts):
    typed(come)
    again = come(file=FORM, **THERE)
    assert again.data_editor[0].value["number"].tolist() == ["3"] * 15
    assert recorded(facts) == ()


def test_the_second_saver_is_told_and_keeps_what_was_typed(come, facts):
    typed(come, "sari", {OVERSIGHT: {"number": "7"}})
    press(typed(come), "save_zone")
    second = come("sari", file=FORM, **THERE)
    assert "baiq" in said(second)
    press(second, "newest_zone")
    numbers = second.data_editor[0].value["number"].tolist()
    assert numbers == ["3"] * 9 + ["7"] + ["3"] * 5
    press(second, "save_zone")
    (found,) = recorded(facts)
    assert {each.version for each in found.scores} == {2}


def test_an_operator_does_not_get_the_form(come):
    at = come("lalu", file=FORM, **THERE)
    assert not at.data_editor


def test_before_the_regulation_there_is_nothing_to_fill_in(come):
    at = come(file=FORM, bagian="penilaian", tanggal="2020-01-01")
    assert "Belum ada lembar kerja" in said(at)
