"""Pembaruan: recorded by people with an account, checked, kept, merged."""

import shutil
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import make_url, select

from data_access.accounts import read_person
from data_access.database import engine_for, writing
from data_access.journal import Insert, write_many
from data_access.scans import keep_scan
from data_access.sign_in import Attempt, sign_in
from data_access.tables import tallies
from domain.scan import seal
from domain.tally import TallyState
from domain.verification import Verdict
from tests.data_access.election_rows import STAFF, tally
from tests.data_access.staff import PASSWORD, store_person
from tests.pages.forms import (
    DAY,
    FIGURES,
    GELORA,
    MEMBERS,
    RECORDING,
    TALLY_VIEW,
    field,
    fill,
    press,
    recorded,
    said,
    states,
)
from ui import unsaved
from ui.recording_versions import ScanWithheld, content_for

SCAN = b"%PDF-1.7 minutes"
NOW = datetime(2022, 11, 3, 1, 0, tzinfo=UTC)


@pytest.mark.usefixtures("facts")
def test_a_stranger_is_asked_to_sign_in(visit):
    at = visit(RECORDING)
    assert not at.exception
    assert not at.number_input


def test_an_editor_finds_what_is_pressing_first(come):
    at = come(tanggal="2022-09-08")
    first = [each.key for each in at.button if each.key.startswith("open_")]
    assert 1 < len(first) <= 8


def test_a_milestone_is_saved_with_its_reason(come, facts):
    at = come(tanggal="2022-09-08", kegiatan=MEMBERS)
    before = len(states(facts))
    field(at, "progress_percent").set_value(64).run()
    field(at, "reason").set_value("laporan kab/kota").run()
    press(at, f"save_{MEMBERS}")
    assert not at.exception
    *_, last = states(facts)
    assert (len(states(facts)), last.progress_percent) == (before + 1, 64)
    assert last.known_on.isoformat() == "2022-09-08"
    assert unsaved.find("baiq", "pemilu-2024", MEMBERS) is None


def test_after_a_save_the_fields_stay_as_they_are_and_a_reason_is_asked_anew(
    come, facts
):
    at = come(tanggal="2022-09-08", kegiatan=MEMBERS)
    before = len(states(facts))
    for percent in (64, 65):
        fill(at, {"progress_percent": percent, "reason": "laporan"}, MEMBERS)
        drawn = [field(at, name).key for name in ("progress_percent", "reason")]
        press(at, f"save_{MEMBERS}")
        assert "Tersimpan" in said(at)
        fields = [field(at, name) for name in ("progress_percent", "reason")]
        assert [each.value for each in fields] == [percent, ""]
        assert [each.key for each in fields] == drawn
        assert "menunggu Anda" in at.title[0].value
    assert len(states(facts)) == before + 2


def test_a_correction_is_marked_for_each_save_anew(come, facts):
    at = come(tanggal="2022-12-20", kegiatan=MEMBERS)  # its stage is done
    fill(at, {"remark": "dikoreksi", "reason": "salah baca"}, MEMBERS)
    press(at, f"save_{MEMBERS}")
    assert "tandai sebagai koreksi" in said(at)
    at.checkbox[0].check().run()
    press(at, f"save_{MEMBERS}")
    assert states(facts)[-1].remark == "dikoreksi"
    assert not at.checkbox[0].value


def test_a_reason_is_asked_for_and_nothing_is_lost(come, facts):
    at = come(tanggal="2022-09-08", kegiatan=MEMBERS)
    before = len(states(facts))
    field(at, "progress_percent").set_value(64).run()
    press(at, f"save_{MEMBERS}")
    assert "Alasan perubahan ini" in said(at)
    assert len(states(facts)) == before
    assert field(at, "progress_percent").value == 64


@pytest.mark.parametrize(
    ("percent", "words"), [(101, "101"), (-1, "-1"), (10**12, "0")]
)
def test_a_wrong_value_is_named_with_row_field_and_rule(come, percent, words):
    at = come(tanggal="2022-09-08", kegiatan=MEMBERS)
    field(at, "progress_percent").set_value(percent).run()
    assert "Kemajuan" in said(at)
    assert words in said(at)
    assert "Verifikasi administrasi" in said(at)


def test_markup_in_a_remark_stays_text(come, facts):
    at = come(tanggal="2022-09-08", kegiatan=MEMBERS)
    text = "<b>tebal</b> **x** '; DROP TABLE tallies; --"
    field(at, "remark").set_value(text).run()
    field(at, "reason").set_value("catatan").run()
    press(at, f"save_{MEMBERS}")
    assert not at.exception
    assert states(facts)[-1].remark == text


def test_what_was_typed_survives_a_reload(come):
    at = come(tanggal="2022-09-08", kegiatan=MEMBERS)
    field(at, "progress_percent").set_value(71).run()
    again = come(tanggal="2022-09-08", kegiatan=MEMBERS)
    assert field(again, "progress_percent").value == 71
    assert "1 isian belum disimpan" in again.title[0].value


def test_the_second_saver_chooses_and_loses_nothing(come, facts):
    second = come("sari", tanggal="2022-09-08", kegiatan=MEMBERS)
    field(second, "progress_percent").set_value(50).run()
    field(second, "remark").set_value("dari Sari").run()
    first = come("baiq", tanggal="2022-09-08", kegiatan=MEMBERS)
    field(first, "progress_percent").set_value(60).run()
    field(first, "reason").set_value("laporan pertama").run()
    press(first, f"save_{MEMBERS}")

    again = come("sari", tanggal="2022-09-08", kegiatan=MEMBERS)
    (choice,) = [each for each in again.radio if "progress_percent" in each.key]
    assert choice.options == [r"Isian Anda\: 50", r"Isian lain\: 60"]
    choice.set_value("theirs").run()
    field(again, "reason").set_value("digabung").run()
    press(again, "merge")
    assert not again.exception
    last = states(facts)[-1]
    assert (last.progress_percent, last.remark) == (60, "dari Sari")


def test_an_operator_records_and_an_editor_decides(come, facts):
    at = come("lalu", tanggal=DAY, fase="factual", partai="gelora")
    for name, count in FIGURES.items():
        field(at, name, GELORA).set_value(count).run()
    field(at, "reason", GELORA).set_value("rekap faktual").run()
    press(at, "submit")
    assert not at.exception
    assert not [each for each in at.button if each.key == "decide"]

    editor = come(
        "baiq", tanggal=DAY, catat="rekap", fase="factual", partai="gelora",
        wilayah="52.71",
    )  # fmt: skip
    field(editor, "reason", GELORA).set_value("pleno").run()
    field(editor, "minutes_number", GELORA).set_value("12/PL.01.1-BA/5271/2022").run()
    field(editor, "signers", GELORA).set_value("Ketua dan empat anggota").run()
    field(editor, "minutes_sha256", GELORA).set_value("ab" * 32).run()
    press(editor, "decide")
    assert not editor.exception
    with facts.connect() as connection:
        kept_rows = connection.execute(
            select(tallies).order_by(tallies.c.version)
        ).all()
    assert [row.state for row in kept_rows] == [
        TallyState.SUBMITTED, TallyState.DECIDED,
    ]  # fmt: skip
    assert kept_rows[-1].minutes_number == "12/PL.01.1-BA/5271/2022"


def test_an_editor_withdraws_a_recap_recorded_by_mistake(come, facts):
    at = come("lalu", tanggal=DAY, fase="factual", partai="gelora")
    fill(at, FIGURES | {"reason": "salah partai"})
    press(at, "submit")
    assert not [each for each in at.button if each.key == "withdraw"]
    editor = come("baiq", **TALLY_VIEW)
    field(editor, "reason", GELORA).set_value("salah partai").run()
    press(editor, "withdraw")
    assert not editor.exception
    assert [row.state for row in recorded(facts)] == [
        TallyState.SUBMITTED, TallyState.WITHDRAWN,
    ]  # fmt: skip


def test_every_version_is_shown_with_the_minutes_that_are_kept(come, facts, shown):
    first = tally(date(2022, 11, 3), phase_code="factual", party_code="gelora")
    figures = {"visited": 500, "met": 480, "eligible": 500, "note": "<b>x</b>"}
    with facts.begin() as connection:
        (scan,) = keep_scan(connection, SCAN, NOW)
        decided = first | figures | {
            "version": 2, "state": TallyState.DECIDED, "verdict": Verdict.ELIGIBLE,
            "decided_on": date(2022, 11, 3), "minutes_number": "12/BA/2022",
            "minutes_date": date(2022, 11, 3), "minutes_sha256": seal(SCAN),
            "signers": "Ketua",
        }  # fmt: skip
        changes = (Insert(tallies, first), scan, Insert(tallies, decided))
        write_many(connection, changes, by=STAFF)
    at = come("lalu", **TALLY_VIEW)
    assert "12/BA/2022" not in shown(at)
    at.session_state["versions"] = True
    at.run()
    assert not at.exception
    assert "12/BA/2022" in shown(at)
    assert "&lt;b&gt;x&lt;/b&gt;" in shown(at)
    (button,) = [
        each.proto for each in at.get("download_button") if "Berita" in each.proto.label
    ]
    assert button.label == f"Berita acara {seal(SCAN)[:8]}"


def test_a_scan_is_for_those_who_record_for_its_region(facts):
    with facts.begin() as connection:
        write_many(connection, keep_scan(connection, SCAN, NOW), by=STAFF)
        lalu = read_person(connection, "lalu")
    assert content_for(lambda _: lalu, "52.71", seal(SCAN)) == SCAN
    for who, region in ((lalu, "52.08"), (None, "52.71")):
        with pytest.raises(ScanWithheld):
            content_for(lambda _, who=who: who, region, seal(SCAN))


def test_figures_that_break_a_rule_are_not_stored(come, facts):
    at = come("lalu", tanggal=DAY, fase="factual", partai="gelora")
    for name, count in (FIGURES | {"visited": 300}).items():
        field(at, name, GELORA).set_value(count).run()
    assert "Gelora di Kota Mataram" in said(at)
    assert "300. Yang dikunjungi melebihi sampel." in said(at)
    assert next(each for each in at.button if each.key == "submit").disabled
    with facts.connect() as connection:
        assert connection.execute(select(tallies)).all() == []


def test_a_simulated_figure_of_a_later_day_is_not_recorded_over(
    visit, cookies, demonstration_file, tmp_path, monkeypatch
):
    url = make_url(f"sqlite:///{shutil.copy(demonstration_file, tmp_path / 'd.db')}")
    monkeypatch.setenv("DATABASE_URL", str(url))
    engine = writing(engine_for(url))
    with engine.begin() as connection:
        store_person(connection, "baiq", name="Baiq Ratna")
    attempt = Attempt(code="baiq", password=PASSWORD, address="", at=datetime.now(UTC))
    cookies["sesi"] = sign_in(engine, attempt).token
    at = visit(RECORDING, tanggal="2022-08-20", catat="rekap", fase="administrative")
    assert not at.exception
    assert "pindah ke tanggal itu" in said(at)
    engine_for(url).dispose()


def marker(at):
    """Return the key of the button that the script in the browser looks for."""
    (found,) = [each.key for each in at.button if (each.key or "").startswith("live-")]
    return found


def test_the_button_shows_the_state_after_a_write(come):
    first = come("baiq", tanggal=DAY, kegiatan=MEMBERS)
    before = marker(first)
    second = come("sari", tanggal=DAY, kegiatan=MEMBERS)
    field(second, "remark").set_value("dari Sari").run()
    field(second, "reason").set_value("laporan").run()
    press(second, f"save_{MEMBERS}")

    press(first, marker(first))
    assert marker(first) != before
    assert marker(first).endswith("-1000")


def test_a_form_without_unsaved_values_shows_what_a_colleague_saved(come):
    first = come("baiq", tanggal=DAY, kegiatan=MEMBERS)
    second = come("sari", tanggal=DAY, kegiatan=MEMBERS)
    field(second, "remark").set_value("dari Sari").run()
    field(second, "reason").set_value("laporan").run()
    press(second, f"save_{MEMBERS}")

    press(first, marker(first))
    assert field(first, "remark").value == "dari Sari"
    assert not marker(first).endswith("-held")


@pytest.mark.parametrize("name", ["remark", "reason"])
def test_a_page_holds_still_while_a_milestone_is_unsaved(come, name):
    at = come(tanggal=DAY, kegiatan=MEMBERS)
    assert not marker(at).endswith("-held")
    field(at, name).set_value("belum selesai").run()
    assert marker(at).endswith("-held")


@pytest.mark.parametrize(("name", "value"), [("members", 1200), ("reason", "rekap")])
def test_a_page_holds_still_while_a_tally_is_unsaved(come, name, value):
    at = come("lalu", tanggal=DAY, fase="factual", partai="gelora")
    assert not marker(at).endswith("-held")
    field(at, name, GELORA).set_value(value).run()
    assert marker(at).endswith("-held")
