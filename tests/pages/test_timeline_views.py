from pathlib import Path

import pytest

TIMELINE = Path(__file__).parents[2] / "pages" / "timeline.py"
STAGES = [str(number) for number in range(1, 12)] + ["R2a", "R2f"]
STATUSES = ("running", "at_risk", "overdue", "done", "not_started", "unreported")


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_has_its_own_view(visit, stage):
    at = visit(TIMELINE, lihat="tahapan", tahap=stage, tanggal="2023-03-21")
    assert not at.exception
    assert at.query_params["tahap"] == stage
    assert len(at.title) == 1


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("zoom", ["semua", "90hari"])
def test_every_status_narrows_the_chart_or_says_that_none_is_left(visit, status, zoom):
    at = visit(TIMELINE, status=status, lihat=zoom)
    assert not at.exception
    assert at.get("vega_lite_chart") or at.info


def test_a_milestone_is_shown_in_the_panel(visit):
    at = visit(TIMELINE, kegiatan="M3-03", lihat="tahapan", tahap="3", bahasa="en")
    assert not at.exception
    assert at.header[0].value
    assert "Source:" in at.markdown[-2].value
    assert "Last recorded by" in at.markdown[-1].value


def test_a_picked_bar_opens_its_stage(visit):
    at = visit(TIMELINE)
    at.session_state["gantt_semua"] = {"selection": {"pick": [{"code": "4"}]}}
    at.run()
    assert not at.exception
    assert at.query_params["tahap"] == "4"


def test_a_picked_milestone_opens_in_the_panel(visit):
    at = visit(TIMELINE, lihat="tahapan", tahap="3")
    at.session_state["gantt_tahapan"] = {"selection": {"pick": [{"code": "M3-08"}]}}
    at.run()
    assert not at.exception
    assert at.query_params["kegiatan"] == "M3-08"


def test_the_zoom_is_written_into_the_address(visit):
    at = visit(TIMELINE)
    at.button_group(key="filter_lihat").set_value("90hari").run()
    assert not at.exception
    assert at.query_params["lihat"] == "90hari"


def test_the_table_of_the_timeline_is_made_once_it_is_asked_for(visit):
    at = visit(TIMELINE)
    at.session_state["table_pemilu-2024-linimasa-2022-09-08"] = True
    at.run()
    assert not at.exception
    assert len(at.dataframe[0].value) == 12
