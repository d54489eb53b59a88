"""Zona Integritas: the services and the manager on duty, as known on a day."""

from pathlib import Path

import pytest
import streamlit as st

from ui import kept

PAGE = Path(__file__).parents[2] / "pages" / "integrity.py"


def words(at):
    assert not at.exception
    return " ".join(each.value for each in (*at.title, *at.header, *at.markdown))


def test_a_stranger_sees_services_with_figure_trend_and_source(visit):
    found = words(visit(PAGE, tanggal="2022-09-08"))
    assert "3 dari 3 layanan berjalan." in found
    assert "pada Agustus 2022" in found
    assert "daripada Juli 2022" in found
    assert "science: simulasi]" in found
    assert "dari ingatan, belum diperiksa" in found
    assert "Belum diketahui: bagian penanggung jawab, tanggal mulai, alamat" in found


@pytest.mark.parametrize(
    ("day", "seen", "unseen"),
    [
        ("2022-09-08", "hari kerja", "Dalam dua pekan ini tidak ada"),
        ("2022-09-13", "Dalam dua pekan ini tidak ada", "akan datang"),
        ("2022-11-06", "bukan hari kerja; tidak ada petugas piket", "Dua orang"),
        ("2023-06-05", "Jadwal piket tidak memuat Senin, 5 Juni 2023", "akan datang"),
        ("2022-08-01", "Belum ada jadwal piket yang tercatat", "Pekan depan"),
    ],
)
def test_the_rota_follows_the_day(visit, day, seen, unseen):
    found = words(visit(PAGE, tanggal=day))
    assert seen in found
    assert unseen not in found


def test_gaps_and_double_bookings_are_said_in_words(visit):
    found = words(visit(PAGE, tanggal="2022-09-08", bahasa="en")).replace("\\", "")
    assert "On duty on Thursday, 8 September 2022: Kepala Subbagian C" in found
    assert "Nobody is on duty on Wednesday, 14 September 2022" in found
    assert "Two people at one time: 15 Sep 2022, office, morning:" in found


@pytest.mark.usefixtures("facts")
def test_facts_alone_have_services_and_no_figure_or_rota(visit):
    found = words(visit(PAGE, tanggal="2026-11-24"))
    assert "11 dari 11 layanan berjalan." in found
    assert "belum ada angka yang dicatat" in found
    assert "simulasi" not in found


def test_the_rota_is_offered_to_calendars(visit):
    found = words(visit(PAGE, tanggal="2022-09-08"))
    assert "/kalender.ics?pemilu=pemilu-2024&bahasa=id&piket=saja" in found


def test_the_page_leads_to_the_history_of_what_staff_record(visit):
    at = visit(PAGE, bahasa="en", tanggal="2022-11-06")
    (line,) = (each.value for each in at.markdown if "/riwayat?" in each.value)
    assert line.startswith(":small[History: [")
    assert "(/riwayat?tanggal=2022-11-06&bahasa=en&jenis=integrity_scores)" in line
    assert line.count("/riwayat?") == 6


def shown(at):
    """Return what a page shows, element by element."""
    assert not at.exception
    kinds = ("heading", "markdown", "html", "vega_lite_chart")
    return [str(each.proto) for kind in kinds for each in at.get(kind)]


def test_a_part_that_stays_for_several_days_shows_what_it_would_anew(visit):
    """The days stand before and after figures, rounds and a speech became known."""
    days = ("2022-06-30", "2022-09-06", "2022-09-07", "2022-09-08", "2022-11-06")
    asked = [{"tanggal": day, "bahasa": "id"} for day in days]
    asked.append({"tanggal": "2022-09-08", "bahasa": "en"})
    forget()
    for each, found in [(each, shown(visit(PAGE, **each))) for each in asked]:
        forget()
        assert found == shown(visit(PAGE, **each))


def forget():
    kept.forget()
    st.cache_resource.clear()
