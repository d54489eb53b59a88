"""Catat Zona: a round of the survey and a year of SAKIP, recorded by people."""

from datetime import date
from fractions import Fraction
from pathlib import Path

from data_access.integrity_accountability import read_accountability_years
from data_access.integrity_survey import read_survey_rounds
from domain.integrity_accountability import Grade, YearEdit
from domain.integrity_survey import Element
from tests.pages.forms import field, press, said

FORM = Path(__file__).parents[2] / "pages" / "integrity_recording.py"
ON = date(2022, 9, 8)
SURVEY = {"tanggal": "2022-09-08", "bagian": "survei"}
YEAR = {"tanggal": "2022-09-08", "bagian": "akuntabilitas", "tahun": "2021"}
ROUND, SAKIP = "survei_skm-2022-09-08-baiq-1", "sakip_2021"
TOTALS = (105, 101, 100, 116, 102, 105, 106, 105, 115)


def rounds(engine):
    with engine.connect() as connection:
        return read_survey_rounds(connection, ON)


def year(engine):
    with engine.connect() as connection:
        (found,) = read_accountability_years(connection, ON)
    return found.result


def test_nine_totals_are_a_round_and_a_missing_one_is_refused_by_name(come, facts):
    at = come(file=FORM, **SURVEY)
    field(at, "period_start", ROUND).set_value(date(2022, 1, 3)).run()
    field(at, "period_end", ROUND).set_value(date(2022, 6, 30)).run()
    field(at, "respondents", ROUND).set_value(29).run()
    for element, total in zip(Element, TOTALS, strict=True):
        assert "Kesembilan unsur harus terisi" in said(at)
        field(at, element.value, ROUND).set_value(float(total)).run()
    assert "Kesembilan unsur harus terisi" not in said(at)
    field(at, "survey_cost", ROUND).set_value(117.0).run()
    assert "Biaya/tarif: 4.0345. Rata-rata unsur" in said(at).replace("\\", "")
    assert next(each for each in at.button if each.key == "save_zone").disabled
    field(at, "survey_cost", ROUND).set_value(116.0).run()
    field(at, "reason", ROUND).set_value("laporan SKM").run()
    press(at, "save_zone")
    assert not at.exception
    (found,) = rounds(facts)
    assert found.exact_index == Fraction(955, 261) * 25


def test_scores_of_a_year_are_kept_exactly_and_one_above_its_weight_refused(
    come, facts
):
    at = come(file=FORM, **YEAR)
    field(at, "sakip_planning", SAKIP).set_value(30.5).run()
    assert "Nilai melebihi bobot 30" in said(at)
    field(at, "sakip_planning", SAKIP).set_value(24.35).run()
    field(at, "reason", SAKIP).set_value("LHE diterima").run()
    press(at, "save_zone")
    assert year(facts) == YearEdit(grade=Grade.BB, sakip_planning=Fraction("24.35"))


def test_the_second_saver_of_a_year_chooses(come, facts):
    second = come("sari", file=FORM, **YEAR)
    field(second, "total", SAKIP).set_value(79.5).run()
    first = come("baiq", file=FORM, **YEAR)
    field(first, "total", SAKIP).set_value(78.0).run()
    field(first, "reason", SAKIP).set_value("LHE").run()
    press(first, "save_zone")
    again = come("sari", file=FORM, **YEAR)
    assert "baiq" in said(again)
    field(again, "reason", SAKIP).set_value("digabung").run()
    press(again, "merge_zone")
    assert year(facts).total == Fraction("79.5")
