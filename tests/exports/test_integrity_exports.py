"""The services and the duty rota as open data and in the workbook."""

import pytest

from exports import workbook_integrity
from exports.edition import edition_asked


def rows(site, table, query="tanggal=2022-09-08"):
    answer = site.get(f"/api/v1/{table}?{query}&batas=5000")
    assert answer.status_code == 200
    return answer.json()["rows"]


def test_open_data_say_what_is_known_of_a_service_and_leave_the_rest_empty(site):
    first, *_, archive = rows(site, "services")
    assert (first["code"], archive["code"]) == ("pemilu-digital", "e-arsip")
    assert (archive["owner"], archive["link"], archive["since"]) == ("", "", None)
    assert (archive["confidence"], archive["simulated"]) == ("recalled", False)


def test_open_data_of_figures_and_rota_are_marked_as_simulated(site):
    figures = rows(site, "service-figures", "tanggal=2022-09-08&layanan=e-arsip")
    assert [each["month"] for each in figures] == ["2022-07-01", "2022-08-01"]
    rota = rows(site, "duty-rota")
    assert all(each["simulated"] for each in (*figures, *rota))
    days = [each["day"] for each in rota]
    assert days == sorted(days)
    assert "2022-09-14" not in days
    later = [each["day"] for each in rows(site, "duty-rota", "tanggal=2022-09-12")]
    assert "2022-09-14" in later


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize(
    ("spoken", "titles", "mark"),
    [
        ("id", ["Layanan", "Angka layanan", "Jadwal piket"], "simulasi"),
        ("en", ["Services", "Figures of services", "Duty rota"], "simulated"),
    ],
)
def test_the_workbook_has_their_sheets_in_both_languages(spoken, titles, mark):
    edition = edition_asked({"bahasa": spoken, "tanggal": "2022-09-08"})
    sheets = workbook_integrity.sheets(edition)
    assert [sheet.title for sheet in sheets] == titles
    for sheet in sheets:
        assert all(len(row) == len(sheet.columns) for row in sheet.rows)
    services, figures, rota = sheets
    assert {row[-3] for row in services.rows} == {""}
    assert {row[-3] for row in (*figures.rows, *rota.rows)} == {mark}
    assert len(workbook_integrity.sources(edition)) == 2
