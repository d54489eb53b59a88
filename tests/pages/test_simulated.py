from pathlib import Path

import pytest

from domain.bilingual import Language

PAGES = Path(__file__).parents[2] / "pages"
SUMMARY, VERIFICATION = PAGES / "summary.py", PAGES / "verification.py"
TIMELINE = PAGES / "timeline.py"
BADGE = ":yellow-badge["
WITH_TALLIES = ("2022-09-08", "2022-10-20", "2022-11-06", "2022-12-01")
PHASES = (
    "administrative", "administrative_correction", "factual", "factual_correction",
)  # fmt: skip


def badges(at):
    texts = [each.value for each in (*at.markdown, *at.header)]
    return sum(text.count(BADGE) for text in texts)


@pytest.mark.parametrize("day", WITH_TALLIES)
@pytest.mark.parametrize("file", [SUMMARY, VERIFICATION], ids=lambda file: file.stem)
def test_tallies_carry_the_mark_of_the_simulated(visit, file, day):
    assert badges(visit(file, tanggal=day))


@pytest.mark.parametrize("phase", PHASES)
def test_the_grid_of_every_phase_is_marked_simulated(visit, phase):
    at = visit(VERIFICATION, tanggal="2022-12-08", fase=phase)
    assert not at.exception
    assert BADGE in at.markdown[0].value


@pytest.mark.parametrize("view", [{"partai": "gelora"}, {"wilayah": "52.71"}])
@pytest.mark.parametrize("phase", PHASES)
def test_one_party_and_one_regency_are_marked_simulated(visit, view, phase):
    at = visit(VERIFICATION, tanggal="2022-12-08", fase=phase, **view)
    assert not at.exception
    assert BADGE in at.markdown[0].value


def test_a_milestone_measured_by_simulated_tallies_is_marked(visit):
    at = visit(TIMELINE, kegiatan="M3-03", lihat="tahapan", tahap="3")
    assert not at.exception
    assert badges(at)


def test_the_caption_of_a_stage_in_the_chart_says_simulated(visit, said, shown):
    at = visit(TIMELINE, bahasa="en")
    assert f"({said('simulated', Language.ENGLISH)})" in shown(at)


def test_no_badge_stands_where_nothing_is_simulated(visit):
    assert not badges(visit(VERIFICATION, tanggal="2022-06-01"))
