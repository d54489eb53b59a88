"""Zona Integritas: the survey, SAKIP and the stages on schedule, on a day."""

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "pages" / "integrity.py"


def words(at):
    assert not at.exception
    found = " ".join(each.value for each in (*at.title, *at.header, *at.markdown))
    tables = " ".join(each.proto.body for each in at.get("html"))
    cells = re.sub(r"\s*<[^>]*>\s*", "|", tables)
    return f"{found} {cells}".replace("\\", "")


@pytest.mark.parametrize(
    ("day", "seen"),
    [
        ("2022-01-16", "Belum ada putaran survei yang tercatat"),
        ("2022-09-08", "3 Jan – 30 Jun 2022: IKM 80,36 (B, baik)"),
        ("2022-11-06", "IKM 80,65 (B, baik)"),
        ("2024-02-14", "IKM 89,88 (A, sangat baik)"),
    ],
)
def test_the_survey_follows_the_day(visit, day, seen):
    assert seen in words(visit(PAGE, tanggal=day))


def test_a_stranger_sees_interval_sample_source_and_that_it_is_simulated(visit):
    found = words(visit(PAGE, tanggal="2022-11-06", bahasa="en"))
    assert "29 respondents of 120 people served" in found
    assert "asks for 92" in found
    assert "Fewer than 30 people answered" in found
    assert "the largest spread that they allow is assumed" in found
    assert "science: simulated]" in found
    assert "lower by 1%" in found
    assert "Unified and Integrated Service" in found
    assert "+5.24" in found  # the correction of October, against the round before


def test_of_sakip_the_grade_is_told_and_no_score_is_invented(visit):
    found = words(visit(PAGE, tanggal="2022-09-08", bahasa="en"))
    assert "SAKIP of 2021: BB; its scores are not known." in found
    assert "2021||BB||–||–||–||–||–|" in found
    before = words(visit(PAGE, tanggal="2022-09-07", bahasa="en"))
    assert "No year of SAKIP is recorded on this day." in before


def test_the_stages_on_schedule_name_their_exceptions_with_links(visit):
    found = words(visit(PAGE, tanggal="2022-11-06", bahasa="en"))
    assert "67% on schedule: 8 of 12 milestones; target 100%." in found
    assert "3 more are past their planned end and were not reported." in found
    assert "(/linimasa?tanggal=2022-11-06&bahasa=en&kegiatan=P03a)" in found
    assert "working days late" in found
    assert "no reason recorded" in found
    assert "Numerator: milestones of" in found


@pytest.mark.usefixtures("facts")
def test_facts_alone_have_no_round_and_nothing_simulated(visit):
    found = words(visit(PAGE, tanggal="2026-11-24"))
    assert "Belum ada putaran survei yang tercatat" in found
    assert "simulasi" not in found
