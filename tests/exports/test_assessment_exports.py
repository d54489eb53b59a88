"""The self-assessment as open data and in the workbook."""

import pytest

from exports import workbook_assessment
from exports.edition import edition_asked
from ui import integrity_assessment


def rows(site, table, day="2022-09-08"):
    answer = site.get(f"/api/v1/{table}?tanggal={day}&batas=5000")
    assert answer.status_code == 200
    return answer.json()["rows"]


def test_open_data_have_every_score_known_on_the_day(site):
    found = rows(site, "integrity-scores")
    assert len(found) == 3 * 15
    last = found[-1]
    assert (last["period"], last["assessor"], last["component"]) == (
        2022,
        "self_assessment",
        "ipkp",
    )
    assert (last["index"], last["points"], last["simulated"]) == (3.45, 15.09375, True)


def test_open_data_say_what_is_asked_and_how_sure_that_is(site):
    weights = rows(site, "integrity-components")
    assert (weights[4]["code"], weights[4]["reform_weight"]) == ("pengawasan", 7.5)
    assert {each["confidence"] for each in weights} == {"partial"}
    wbk, wbbm = rows(site, "integrity-thresholds")
    assert (wbk["total"], wbbm["area_share"]) == (75, 0.75)
    assert {each["confidence"] for each in (wbk, wbbm)} == {"recalled"}
    assert rows(site, "integrity-predicates") == []
    obtained, declared = rows(site, "integrity-predicates", "2026-11-24")
    assert (obtained["step"], obtained["day"]) == ("predicate_obtained", None)
    assert (declared["step"], declared["day"]) == ("predicate_declared", "2026-02-12")


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize(
    ("spoken", "titles", "mark"),
    [
        ("id", ["Penilaian mandiri", "Bobot dan ambang"], "simulasi"),
        ("en", ["Self-assessment", "Weights and thresholds"], "simulated"),
    ],
)
def test_the_workbook_has_their_sheets_in_both_languages(spoken, titles, mark):
    edition = edition_asked({"bahasa": spoken, "tanggal": "2026-11-24"})
    sheets = workbook_assessment.sheets(edition)
    assert [sheet.title for sheet in sheets] == titles
    for sheet in sheets:
        assert {len(row) for row in sheet.rows} == {len(sheet.columns)}
    scores, asked = sheets
    assert {row[-3] for row in scores.rows} == {mark}
    assert len(asked.rows) == 9 + 2 + 2
    assert len(workbook_assessment.sources(edition)) == 5


@pytest.mark.usefixtures("demonstration")
def test_a_few_words_tell_others_what_the_page_tells():
    edition = edition_asked({"bahasa": "id", "tanggal": "2022-09-08"})
    found = integrity_assessment.summary_of(edition.visit)
    assert found is not None
    assert (found.total, found.predicate, found.is_met) == ("76,59", "WBK", False)
    assert len(found.missing) == 2
    assert "Penguatan pengawasan 0,3" in found.closing
    (short,) = [each for each in found.areas if not each.is_enough]
    assert (short.name, short.points, short.least, short.weight) == (
        "Penguatan pengawasan",
        "8,7",
        "9",
        "15",
    )
    assert found.is_simulated
    before = edition_asked({"bahasa": "id", "tanggal": "2021-01-01"})
    assert integrity_assessment.summary_of(before.visit) is None
