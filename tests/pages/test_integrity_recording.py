"""Catat Zona: services, their figures, and the rota, recorded by people."""

from datetime import date
from pathlib import Path

from data_access.integrity_duty import read_rota
from data_access.integrity_services import read_service_figures, read_services
from tests.pages.forms import field, press, said

FORM = Path(__file__).parents[2] / "pages" / "integrity_recording.py"
DAY = "2022-09-08"
ON = date(2022, 9, 8)
SERVICE = {"tanggal": DAY, "bagian": "layanan", "layanan": "e-arsip"}
FIGURE = SERVICE | {"isian": "angka"}
WEEK = {"tanggal": DAY, "bagian": "piket"}
WEEK_PLACE = "piket_2022-09-05_duty_office_whole_day"


def rota(engine):
    with engine.connect() as connection:
        found = read_rota(connection, ON, date(2022, 9, 5), date(2022, 9, 11))
    return {each.slot.day.day: each.person for each in found}


def archive(engine):
    with engine.connect() as connection:
        known = {each.code: each for each in read_services(connection, ON)}
    return known["e-arsip"].state


def assign(come, who="baiq", **people):
    at = come(who, file=FORM, **WEEK)
    for day, name in people.items():
        field(at, day, WEEK_PLACE).set_value(name).run()
    field(at, "reason", WEEK_PLACE).set_value("rapat mingguan").run()
    return at


def test_a_service_is_saved_and_a_wrong_link_is_refused_by_name(come, facts):
    at = come(file=FORM, **SERVICE)
    place = "layanan_e-arsip"
    field(at, "link", place).set_value("http://arsip").run()
    assert "Alamat layanan: http://arsip. Alamat diawali https://" in said(at).replace(
        "\\", ""
    )
    assert next(each for each in at.button if each.key == "save_zone").disabled
    field(at, "link", place).set_value("https://ntb.kpu.go.id/arsip").run()
    field(at, "owner", place).set_value("Bagian Umum").run()
    field(at, "reason", place).set_value("laporan bagian").run()
    press(at, "save_zone")
    assert not at.exception
    assert "Tersimpan" in said(at)
    assert archive(facts).link == "https://ntb.kpu.go.id/arsip"


def test_a_new_service_is_recorded_before_any_was_known(come, facts):
    at = come(file=FORM, tanggal="2022-06-01", bagian="layanan", isian="baru")
    place = "layanan_baru"
    field(at, "name_indonesian", place).set_value("Rumah Pintar Pemilu").run()
    field(at, "reason", place).set_value("dibuka").run()
    press(at, "save_zone")
    assert not at.exception
    with facts.connect() as connection:
        (only,) = read_services(connection, date(2022, 6, 1))
    assert only.code == "rumah-pintar-pemilu"


def test_the_second_saver_of_a_service_chooses(come, facts):
    place = "layanan_e-arsip"
    second = come("sari", file=FORM, **SERVICE)
    field(second, "owner", place).set_value("Bagian Hukum").run()
    first = come("baiq", file=FORM, **SERVICE)
    field(first, "owner", place).set_value("Bagian Umum").run()
    field(first, "reason", place).set_value("laporan").run()
    press(first, "save_zone")
    again = come("sari", file=FORM, **SERVICE)
    assert "baiq" in said(again)
    field(again, "reason", place).set_value("digabung").run()
    press(again, "merge_zone")
    assert archive(facts).owner == "Bagian Hukum"


def test_the_figure_of_a_month_is_saved(come, facts):
    at = come(file=FORM, **FIGURE)
    place = "angka_e-arsip_2022-09-01"
    field(at, "what_indonesian", place).set_value("berkas").run()
    field(at, "counted", place).set_value(31).run()
    press(at, "save_zone")
    assert "Alasan perubahan ini" in said(at)
    field(at, "reason", place).set_value("laporan bulanan").run()
    press(at, "save_zone")
    assert not at.exception
    with facts.connect() as connection:
        (figure,) = read_service_figures(connection, ON)
    assert (figure.month, figure.counted) == (date(2022, 9, 1), 31)


def test_a_week_is_one_save_and_two_people_at_one_time_are_refused_by_name(come, facts):
    at = assign(come, monday="Kepala A", thursday="Kepala B")
    press(at, "save_zone")
    assert rota(facts) == {5: "Kepala A", 8: "Kepala B"}
    at.selectbox(key="zone_part").set_value("morning").run()
    morning = WEEK_PLACE.replace("whole_day", "morning")
    field(at, "monday", morning).set_value("Kepala C").run()
    assert "Kepala A" in said(at)
    assert "sudah ada yang bertugas" in said(at)


def test_the_second_saver_of_a_week_chooses_day_by_day(come, facts):
    second = assign(come, "sari", monday="Kepala C", tuesday="Kepala D")
    press(assign(come, "baiq", monday="Kepala A"), "save_zone")
    second = come("sari", file=FORM, **WEEK)
    assert "baiq" in said(second)
    press(second, "merge_zone")
    assert not second.exception
    assert rota(facts) == {5: "Kepala C", 6: "Kepala D"}


def test_two_shifts_are_swapped_at_once_or_not_at_all(come, facts):
    press(assign(come, monday="Kepala A", tuesday="Kepala B"), "save_zone")
    at = come(file=FORM, **WEEK, isian="tukar")
    first, second = at.selectbox(key="zone_first"), at.selectbox(key="zone_second")
    first.select_index(0).run()
    second.select_index(0).run()
    at.text_input(key="zone_swap_reason").set_value("perjalanan dinas").run()
    press(at, "swap_zone")
    assert "dua giliran piket yang berbeda" in said(at)
    at.selectbox(key="zone_second").select_index(1).run()
    press(at, "swap_zone")
    assert not at.exception
    assert rota(facts) == {5: "Kepala B", 6: "Kepala A"}


def test_a_swap_of_what_somebody_else_changed_is_told(come, facts):
    press(assign(come, monday="Kepala A", tuesday="Kepala B"), "save_zone")
    at = come(file=FORM, **WEEK, isian="tukar")
    at.selectbox(key="zone_first").select_index(0).run()
    at.selectbox(key="zone_second").select_index(1).run()
    at.text_input(key="zone_swap_reason").set_value("perjalanan dinas").run()
    press(assign(come, "sari", monday="Kepala C"), "save_zone")
    press(at, "swap_zone")
    assert "lebih dahulu" in said(at)
    assert rota(facts) == {5: "Kepala C", 6: "Kepala B"}
