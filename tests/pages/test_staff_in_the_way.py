"""Saves of staff that something stops: the database, another person, a lost role."""

from dataclasses import replace
from pathlib import Path

import pytest

from data_access.account_changes import change_person
from data_access.accounts import read_account
from domain.person import Person, Role
from tests.data_access.staff import BY_ADMIN
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

PAGES = Path(__file__).parents[2] / "pages"
REASON = {"reason": "laporan mingguan"}
DAY = {"tanggal": "2022-09-08"}
STATEMENTS = ["UPDATE journal_head", "INSERT INTO", "INSERT INTO journal"]
"""Statements at which the database goes away: the first, the second, the last."""


@pytest.fixture(params=STATEMENTS)
def statement(request):
    return request.param


@pytest.fixture
def give(come, visit, workbook):
    """Return what opens Impor with a checked file and a reason."""

    def enter():
        come()
        at = visit(PAGES / "importing.py", **DAY)
        at.file_uploader[0].upload("isian.xlsx", workbook).run()
        type_into(at, "import_reason", REASON["reason"])
        assert "1 baris siap diimpor" in at.title[0].value
        return at

    return enter


@pytest.fixture
def restore(come, facts, visit):
    """Return what opens the writing of a milestone, to be undone with a reason."""

    def enter():
        at = come(**MILESTONE_VIEW)
        fill(at, {"progress_percent": 64, **REASON}, MEMBERS)
        press(at, f"save_{MEMBERS}")
        number = str(entries(facts))
        at = visit(PAGES / "history.py", **DAY, penyimpanan=number)
        type_into(at, "undo_reason", "salah baca")
        return at

    return enter


def type_into(at, start, value):
    reason_in(at, start).set_value(value).run()


def reason_in(at, start):
    (found,) = [each for each in at.text_input if each.key.startswith(start)]
    return found


def cut_off(at, facts, statement, key):
    """Press a button while the database goes away, and assert that it is said."""
    before = entries(facts)
    with away(facts, statement):
        press(at, key)
    assert not at.exception
    assert "tidak menjawab. Tidak ada yang" in said(at)
    assert entries(facts) == before


def change_role(facts, code, **values):
    """Give somebody another role, as an administrator may at any time."""
    with facts.begin() as connection:
        account = read_account(connection, code)
        news = replace(account.person, **values)
        change_person(connection, news, expected_version=account.version, by=BY_ADMIN)


def test_a_milestone_is_kept_and_saved_once_the_database_is_back(
    come, facts, statement
):
    at = come(**MILESTONE_VIEW)
    typed = {"progress_percent": 64, "remark": "dua kab/kota", **REASON}
    fill(at, typed, MEMBERS)
    before = entries(facts)
    cut_off(at, facts, statement, f"save_{MEMBERS}")
    assert {name: field(at, name).value for name in typed} == typed
    press(at, f"save_{MEMBERS}")
    assert entries(facts) == before + 1


def test_a_tally_is_kept_and_submitted_once_the_database_is_back(
    come, facts, statement
):
    at = come("lalu", **TALLY_VIEW)
    typed = {**FIGURES, **REASON}
    fill(at, typed)
    cut_off(at, facts, statement, "submit")
    assert {name: field(at, name, GELORA).value for name in typed} == typed
    press(at, "submit")
    assert len(recorded(facts)) == 1


def test_a_decision_is_kept_and_stored_once_the_database_is_back(
    come, facts, statement
):
    at = come(**TALLY_VIEW)
    fill(at, FIGURES | REASON)
    press(at, "submit")
    typed = {**MINUTES, **REASON}
    fill(at, typed)
    cut_off(at, facts, statement, "decide")
    assert {name: field(at, name, GELORA).value for name in typed} == typed
    press(at, "decide")
    assert recorded(facts)[-1].minutes_number == MINUTES["minutes_number"]


def test_an_undoing_is_asked_once_more_when_the_database_is_back(
    restore, facts, statement
):
    at = restore()
    before = entries(facts)
    cut_off(at, facts, statement, "undo")
    assert reason_in(at, "undo_reason").value == "salah baca"
    press(at, "undo")
    assert entries(facts) == before + 1


def test_a_file_stays_and_is_imported_once_the_database_is_back(give, facts, statement):
    at = give()
    before = entries(facts)
    cut_off(at, facts, statement, "import_save")
    assert reason_in(at, "import_reason").value == REASON["reason"]
    assert [each.value for each in at.metric] == ["0", "1", "49", "0"]
    press(at, "import_save")
    assert entries(facts) == before + 1


def test_a_row_saved_between_check_and_import_stops_it_and_is_checked_anew(
    give, come, facts
):
    at = give()
    other = come("sari", **MILESTONE_VIEW | {"kegiatan": "M1-01"})
    fill(other, {"remark": "dari Sari", **REASON}, "M1-01")
    press(other, "save_M1-01")
    before = entries(facts)
    press(at, "import_save")
    assert not at.exception
    assert entries(facts) == before
    assert "sari menyimpan salah satu baris ini pada" in said(at)
    assert [each.value for each in at.metric] == ["0", "1", "49", "0"]
    press(at, "import_save")
    last = states(facts, "M1-01")[-1]
    assert (last.note, last.remark) == ("Dokumen diterima", "dari Sari")


@pytest.mark.parametrize("start", ["milestone", "import"])
def test_a_role_taken_away_meanwhile_stores_nothing(come, give, facts, start):
    if start == "import":
        at, key = give(), "import_save"
    else:
        at, key = come(**MILESTONE_VIEW), f"save_{MEMBERS}"
        fill(at, {"progress_percent": 64, **REASON}, MEMBERS)
    at.button(key=key).click()
    change_role(facts, "baiq", role=Role.OPERATOR, regions=frozenset({"52.71"}))
    before = entries(facts)
    at.run()
    assert not at.exception
    assert entries(facts) == before


def test_a_role_taken_away_in_the_middle_of_an_import_is_told(give, facts, monkeypatch):
    at = give()
    before = entries(facts)
    operator = Person(code="baiq", name="Baiq", role=Role.OPERATOR)
    monkeypatch.setattr("ui.access.identify", lambda: lambda _: operator)
    press(at, "import_save")
    assert "Anda tidak mencatat untuk Nusa Tenggara Barat" in said(at)
    assert entries(facts) == before
    assert reason_in(at, "import_reason").value == REASON["reason"]
