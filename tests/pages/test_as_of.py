from pathlib import Path

import pytest

from domain.bilingual import Language

PAGES = Path(__file__).parents[2] / "pages"
TIMELINE = PAGES / "timeline.py"
VERIFICATION = PAGES / "verification.py"
SUMMARY = PAGES / "summary.py"
EVERY_STAGE = {"lihat": "semua"}
NINETY_DAYS = {"lihat": "90hari"}


def test_the_run_off_is_conditional_until_the_result_of_20_march_2024(
    visit, shown, said
):
    conditional = said("Conditional", Language.ENGLISH)
    eve = shown(visit(TIMELINE, tanggal="2024-03-19", bahasa="en"))
    assert conditional in eve
    assert "Not held" not in eve


def test_the_run_off_is_not_held_from_the_result_of_20_march_2024_on(visit, shown):
    for day in ("2024-03-20", "2026-11-24"):
        assert "Not held" in shown(visit(TIMELINE, tanggal=day, bahasa="en"))


@pytest.mark.parametrize("zoom", ["semua", "tahapan", "90hari"])
def test_nobody_knows_of_partai_ummats_reverification_before_20_december_2022(
    visit, shown, zoom
):
    asked = {"lihat": zoom, "tahap": "3", "bahasa": "en"}
    eve = shown(visit(TIMELINE, tanggal="2022-12-19", **asked))
    assert "Ummat" not in eve
    assert "after a ruling" not in shown(visit(VERIFICATION, tanggal="2022-12-19"))


def test_partai_ummats_reverification_is_known_on_20_december_2022(visit, shown):
    day = shown(visit(TIMELINE, tanggal="2022-12-20", lihat="tahapan", tahap="3"))
    assert "Ummat" in day
    phases = shown(visit(VERIFICATION, tanggal="2022-12-20", bahasa="en"))
    assert "Re-verification" in phases


def test_parties_have_no_ballot_number_before_14_december_2022(visit, shown):
    for asked in ({}, {"partai": "pkb"}):
        eve = shown(visit(VERIFICATION, tanggal="2022-12-13", bahasa="en", **asked))
        assert "ballot number" not in eve.replace("with a ballot number", "")


def test_pkb_has_ballot_number_1_from_14_december_2022_on(visit, shown):
    page = visit(VERIFICATION, tanggal="2022-12-14", bahasa="en", partai="pkb")
    assert "ballot number 1" in shown(page)


def test_before_the_stages_open_the_summary_counts_the_days_until_they_do(visit):
    at = visit(SUMMARY, tanggal="2022-06-01", bahasa="en")
    assert at.title[0].value == "Stages open in 13 days"


def test_on_voting_day_the_countdown_stands_at_zero(visit, shown):
    assert '"0"' in shown(visit(SUMMARY, tanggal="2024-02-14"))


def test_a_verification_that_was_not_ordered_yet_shows_no_phase(visit):
    at = visit(VERIFICATION, tanggal="2022-06-01", bahasa="en")
    assert "not ordered yet" in at.markdown[0].value
    assert not at.get("vega_lite_chart")


def test_a_party_that_was_not_registered_yet_is_not_understood(visit):
    at = visit(VERIFICATION, tanggal="2022-08-01", bahasa="en", partai="pkb")
    assert not at.exception
    assert len(at.info) >= 1
    assert "partai" not in at.query_params
