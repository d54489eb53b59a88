from dataclasses import replace
from datetime import date

import pytest

from projector.integrity import MOST_WORDS, ZoneBar, integrity_sheet, view_of
from projector.preflight import examine
from projector.rehearsal import looks
from projector.sheet import Frame
from projector.sheets import Show
from ui import integrity_duty, integrity_services


@pytest.mark.parametrize(
    ("day", "title"),
    [
        ("2022-09-08", "Piket hari ini: Kepala Subbagian C (simulasi)"),
        ("2022-11-06", "Hari ini bukan hari kerja"),
        ("2022-11-10", "Tidak ada petugas piket hari ini"),
        ("2023-06-05", "Jadwal piket hari ini belum tercatat"),
    ],
)
def test_the_message_is_who_is_on_duty_today_or_why_nobody_is(looking, day, title):
    sheet = integrity_sheet(view_of(looking(f"tanggal={day}")))
    assert sheet.title == title
    assert len(title.split()) <= MOST_WORDS


def test_numbers_and_rows_are_those_of_the_rota(looking):
    view = view_of(looking("tanggal=2022-09-08&bahasa=en"))
    assert [value for value, _ in view.numbers] == ["3", "5 of 5", "1"]
    assert view.bars[0].name.startswith("Monday")
    assert view.source.replace("\xa0", " ").endswith("rota up to 26 Aug 2022")
    assert integrity_sheet(view).is_simulated


def test_before_anything_is_known_the_sheet_says_so(looking):
    assert view_of(looking("tanggal=2022-08-01")) is None
    sheet = integrity_sheet(None)
    assert sheet.title == "Zona integritas belum tercatat"
    assert not sheet.figures


def test_another_part_of_the_zone_can_stand_in_the_chart(looking):
    visit = looking("tanggal=2022-09-08")
    bars = (
        ZoneBar(name="Pelayanan <b>", words="8,5 dari 10", share=0.85),
        ZoneBar(name="Pengawasan", words="0 dari 15", share=0.0),
    )
    sheet = integrity_sheet(replace(view_of(visit), title="Total 71,2", bars=bars))
    assert '<b style="width:85.00%"></b>' in sheet.body
    assert "Pelayanan &lt;b&gt;" in sheet.body
    assert not sheet.is_simulated
    frame = Frame(office="KPU", as_of=visit.day, count=1)
    assert examine(Show(sheets=(sheet,), frame=frame), looks()).is_green


def test_a_hall_reads_three_numbers_at_most(looking):
    view = view_of(looking("tanggal=2022-09-08"))
    with pytest.raises(ValueError, match="more than a hall reads"):
        replace(view, numbers=view.numbers * 2)


def test_the_zone_is_told_in_a_few_words_for_other_places(looking):
    visit = looking("tanggal=2022-09-08&bahasa=en")
    services = integrity_services.summary_of(visit)
    duty = integrity_duty.summary_of(visit)
    assert services.words == "3 of 3 services are running."
    assert services.figures[0][0] == "Digital Election Application"
    assert services.is_simulated
    assert duty.people == ("Kepala Subbagian C (simulasi)",)
    assert duty.today.startswith("On duty on Thursday, 8 September 2022: Kepala")
    assert (duty.gaps, duty.doubles) == ((date(2022, 9, 14),), 1)
    assert duty.is_simulated
