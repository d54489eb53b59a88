"""Bad input into the forms of staff: refused by name or kept as text, never worse."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from data_access.tables import journal
from tests.pages.forms import (
    DAY,
    FIGURES,
    GELORA,
    MEMBERS,
    MILESTONE_VIEW,
    MINUTES,
    TALLY_VIEW,
    entries,
    field,
    fill,
    press,
    recorded,
    said,
    states,
)
from tests.pages.nasty import DAYS, FEW, MARKUP, NUMBERS, READABLE, SOON, UNREADABLE
from ui.figure import plain

PAGES = Path(__file__).parents[2] / "pages"
LABELS = {
    "remark": "Keterangan",
    "note": "Catatan",
    "reason": "Alasan perubahan ini",
    "minutes_number": "Nomor berita acara",
    "minutes_sha256": "SHA-256 berkas bertanda tangan",
    "signers": "Ditandatangani oleh",
    "progress_percent": "Kemajuan",
    "members": "Anggota diserahkan",
    "sample": "Sampel",
    "visited": "Dikunjungi",
    "met": "Ditemui",
    "eligible": "MS",
    "correctable": "BMS",
    "ineligible": "TMS",
    "required": "Syarat minimal anggota",
    "actual_start": "Realisasi mulai",
    "actual_end": "Realisasi selesai",
    "planned_start": "Rencana mulai",
    "planned_end": "Rencana selesai",
    "minutes_date": "Tanggal berita acara",
    "reported_on": "Tanggal angka",
    "decided_on": "Tanggal pleno",
}
REASON = {"reason": "laporan mingguan"}


def each(values):
    return pytest.mark.parametrize("value", values.values(), ids=values)


def drawn(at):
    """Return the Markdown and HTML that a page sends."""
    bodies = [element.proto.body for element in at.get("html")]
    return "\n".join([*bodies, *(element.value for element in at.markdown), said(at)])


def assert_only_text(at, value):
    """Assert that a page shows a text letter by letter, or not at all."""
    assert not at.exception
    sent = drawn(at)
    assert value not in [element.value for element in at.markdown]
    assert "<script>alert" not in sent
    assert "<img src=x" not in sent
    assert value not in said(at)


def assert_refused(at, facts, before, names):
    """Assert that nothing was stored, and that a message names each field."""
    assert not at.exception
    assert entries(facts) == before
    for name in names:
        assert plain(LABELS[name]) in said(at)


def may_press(at, key):
    return not next(each for each in at.button if each.key == key).disabled


def last_reason(engine):
    with engine.connect() as connection:
        newest = select(journal.c.reason).order_by(journal.c.id.desc()).limit(1)
        return connection.scalar(newest)


@each(READABLE)
def test_a_milestone_keeps_readable_text_as_it_is(come, facts, visit, value):
    at = come(**MILESTONE_VIEW)
    typed = {"remark": value, "minutes_number": value, "reason": value}
    days = {"minutes_date": date(2022, 9, 5)}
    fill(at, typed | days, MEMBERS)
    assert_only_text(at, value)
    press(at, f"save_{MEMBERS}")
    last = states(facts)[-1]
    assert (last.remark, last.minutes_number) == (value, value)
    assert last_reason(facts) == value
    if value in MARKUP.values():
        assert_only_text(come(**MILESTONE_VIEW), value)
        assert_only_text(visit(PAGES / "history.py", kegiatan=MEMBERS), value)
        view = {"tanggal": "2022-09-08", "kegiatan": MEMBERS}
        assert_only_text(visit(PAGES / "timeline.py", **view), value)


@each(UNREADABLE | {"long": "x" * 2001})
def test_a_milestone_refuses_what_nobody_can_read(come, facts, value):
    at = come(**MILESTONE_VIEW)
    before = entries(facts)
    typed = {"remark": value, "minutes_number": value}
    fill(at, typed | {"minutes_date": date(2022, 9, 5)} | REASON, MEMBERS)
    assert_refused(at, facts, before, typed)
    assert "Verifikasi administrasi" in said(at)
    assert value[-5:] in said(at)
    assert not may_press(at, f"save_{MEMBERS}")
    assert field(at, "remark").value == value


@each({"empty": "", "blank": " \u00a0\u3000 ", "short": "ab", "long": "x" * 501})
def test_a_reason_that_says_nothing_or_too_much_is_refused(come, facts, value):
    at = come(**MILESTONE_VIEW)
    before = entries(facts)
    fill(at, {"progress_percent": 64, "reason": value}, MEMBERS)
    press(at, f"save_{MEMBERS}")
    assert_refused(at, facts, before, ["reason"])
    assert field(at, "reason").value == value
    assert field(at, "progress_percent").value == 64


@each(FEW)
def test_an_unreadable_reason_is_refused(come, facts, value):
    at = come("lalu", **TALLY_VIEW)
    before = entries(facts)
    fill(at, FIGURES | {"reason": value})
    press(at, "submit")
    assert_refused(at, facts, before, ["reason"])
    assert "Gelora di Kota Mataram" in said(at)
    assert field(at, "members", GELORA).value == FIGURES["members"]


@each({**NUMBERS, "more than all": 101})
def test_a_milestone_refuses_a_share_out_of_range(come, facts, value):
    at = come(**MILESTONE_VIEW)
    before = entries(facts)
    fill(at, {"progress_percent": value, **REASON}, MEMBERS)
    assert not may_press(at, f"save_{MEMBERS}")
    assert_refused(at, facts, before, ["progress_percent"])
    assert f"{value:,}".replace(",", ".") in said(at)


@each(NUMBERS)
def test_a_tally_refuses_counts_out_of_range(come, facts, value):
    at = come("lalu", **TALLY_VIEW)
    before = entries(facts)
    counts = dict.fromkeys([*FIGURES, "ineligible"], value)
    fill(at, {**counts, **REASON})
    assert not may_press(at, "submit")
    assert not may_press(at, "draft")
    assert_refused(at, facts, before, counts)
    assert said(at).count(f"{value:,}".replace(",", ".")) >= len(counts)
    assert "Gelora di Kota Mataram" in said(at)
    assert {name: field(at, name, GELORA).value for name in counts} == counts


@each(READABLE)
def test_a_tally_and_its_minutes_keep_readable_text_as_it_is(come, facts, value):
    at = come(**TALLY_VIEW)
    fill(at, FIGURES | {"note": value, "reason": value})
    press(at, "submit")
    fill(at, MINUTES | {"minutes_number": value, "signers": value, "reason": value})
    assert_only_text(at, value)
    press(at, "decide")
    assert_only_text(at, value)
    last = recorded(facts)[-1]
    assert (last.note, last.minutes_number, last.signers) == (value, value, value)
    assert last_reason(facts) == value


@each(FEW | {"long": "x" * 2001})
def test_a_tally_refuses_a_note_that_nobody_can_read(come, facts, value):
    at = come("lalu", **TALLY_VIEW)
    before = entries(facts)
    fill(at, FIGURES | REASON | {"note": value})
    assert not may_press(at, "submit")
    assert_refused(at, facts, before, ["note"])


@each({**FEW, "empty": "", "long": "x" * 501})
def test_a_decision_refuses_minutes_that_nobody_can_read(come, facts, value):
    at = come(**TALLY_VIEW)
    fill(at, FIGURES | REASON)
    press(at, "submit")
    before = entries(facts)
    names = ("minutes_number", "signers", "minutes_sha256")
    fill(at, dict.fromkeys(names, value) | REASON)
    press(at, "decide")
    assert_refused(at, facts, before, names)
    assert field(at, "signers", GELORA).value == value


@each({"arabic": "١" * 64, "fullwidth": "ａ" * 64, "other": "g" * 64, "63": "a" * 63})
def test_a_hash_of_look_alikes_is_refused(come, facts, value):
    at = come(**TALLY_VIEW)
    fill(at, FIGURES | REASON)
    press(at, "submit")
    before = entries(facts)
    fill(at, MINUTES | REASON | {"minutes_sha256": value})
    press(at, "decide")
    assert_refused(at, facts, before, ["minutes_sha256"])


@each(DAYS)
def test_no_form_takes_a_day_outside_those_that_can_be_meant(come, value):
    days = ("actual_start", "actual_end", "minutes_date", "planned_start")
    for view, place, names in (
        (MILESTONE_VIEW, MEMBERS, days),
        (TALLY_VIEW, GELORA, ("reported_on",)),
    ):
        at = come(**view)
        before = {name: field(at, name, place).value for name in names}
        fill(at, dict.fromkeys(names, value), place)
        assert {name: field(at, name, place).value for name in names} == before


@pytest.mark.parametrize("name", ["actual_start", "actual_end", "minutes_date"])
def test_a_milestone_refuses_what_has_not_happened_yet(come, facts, name):
    at = come(**MILESTONE_VIEW)
    before = entries(facts)
    fill(at, {name: SOON, **REASON}, MEMBERS)
    assert not may_press(at, f"save_{MEMBERS}")
    assert_refused(at, facts, before, [name])
    assert "29 Feb 2024" in said(at)


def test_a_tally_and_its_minutes_refuse_what_has_not_happened_yet(come, facts):
    at = come(**TALLY_VIEW)
    fill(at, FIGURES | REASON)
    press(at, "submit")
    before = entries(facts)
    fill(at, MINUTES | REASON | {"decided_on": SOON, "minutes_date": SOON})
    press(at, "decide")
    assert_refused(at, facts, before, ["decided_on", "minutes_date"])
    assert "29 Feb 2024" in said(at)
    fill(at, {"reported_on": SOON})
    assert_refused(at, facts, before, ["reported_on"])


def test_a_cleared_day_or_verdict_is_no_value(come, facts):
    at = come(**TALLY_VIEW)
    fill(at, FIGURES | REASON)
    press(at, "submit")
    fill(at, MINUTES | REASON | {"decided_on": None, "reported_on": None})
    press(at, "decide")
    assert not at.exception
    assert recorded(facts)[-1].decided_on.isoformat() == DAY


@pytest.fixture
def restore(come, facts, visit):
    """Return what opens the last writing of a milestone, to be undone."""

    def enter():
        at = come(**MILESTONE_VIEW)
        fill(at, {"progress_percent": 64, **REASON}, MEMBERS)
        press(at, f"save_{MEMBERS}")
        number = str(entries(facts))
        return visit(PAGES / "history.py", tanggal="2022-09-08", penyimpanan=number)

    return enter


def give_reason(at, start, value):
    (reason,) = [each for each in at.text_input if each.key.startswith(start)]
    reason.set_value(value).run()
    return reason


@each({**FEW, "empty": "", "short": "ab", "long": "x" * 501})
def test_an_undoing_refuses_a_reason_that_nobody_can_read(restore, facts, value):
    at = restore()
    before = entries(facts)
    give_reason(at, "undo_reason", value)
    press(at, "undo")
    assert_refused(at, facts, before, ["reason"])
    (reason,) = [each for each in at.text_input if "undo_reason" in each.key]
    assert reason.value == value


@each(MARKUP)
def test_an_undoing_keeps_its_reason_as_text(restore, facts, value):
    at = restore()
    give_reason(at, "undo_reason", value)
    press(at, "undo")
    assert last_reason(facts) == value
    assert_only_text(at, value)


@each({**FEW, "empty": "", "short": "ab", "long": "x" * 501})
def test_an_import_refuses_a_reason_that_nobody_can_read(
    come, facts, visit, workbook, value
):
    come()
    at = visit(PAGES / "importing.py", tanggal="2022-09-08")
    at.file_uploader[0].upload("isian.xlsx", workbook).run()
    before = entries(facts)
    give_reason(at, "import_reason", value)
    press(at, "import_save")
    assert_refused(at, facts, before, ["reason"])
    assert [each.value for each in at.metric] == ["0", "1", "49", "0"]
