import copy
import json

import pytest

from charts.daily import DailyFrame, daily
from charts.gauge import Badge, Dial, Gauge, dial, gauge
from charts.palette import DARK, LIGHT
from charts.party import bullets, ladder
from charts.summary import Countdown, countdown, strip
from charts.timeline import _shape as timeline_shape
from charts.timeline import gantt
from charts.verification import grid
from domain.assessment import Status
from domain.bilingual import Language
from tests.charts.builders import MATARAM, drawn, layers, nested, party, stage, view

COUNTDOWN = Countdown(
    days=524,
    headline="hari menuju Hari Kasih Suara",
    subline="14 Februari 2024",
    progress=0.14,
    footnote="hari ke-87 dari 611",
)
HEADS = ("Tahap", "Status")
ENGLISH = Language.ENGLISH
UNREPORTED = Badge(status=Status.UNREPORTED, word="Belum dilaporkan")
EMPTY = {
    "gantt": lambda theme: gantt([], view(), theme=theme, language=ENGLISH),
    "strip": lambda theme: strip([], view(), HEADS, theme=theme, language=ENGLISH),
    "countdown": lambda theme: countdown(COUNTDOWN, theme=theme, language=ENGLISH),
    "gauge": lambda theme: gauge(
        Gauge(title="Kab/kota", share=None, number="–", under="", badge=UNREPORTED),
        theme=theme,
    ),
    "dial": lambda theme: dial(Dial(share=None, number="–", under=""), theme=theme),
    "grid": lambda theme: grid([], [], theme=theme),
    "ladder": lambda theme: ladder([], 8, "perlu 8", theme=theme),
    "bullets": lambda theme: bullets([], theme=theme),
    "daily": lambda theme: daily(
        [], DailyFrame(words={}), theme=theme, language=ENGLISH
    ),
}
EVERY_CHART = pytest.mark.parametrize("chart", EMPTY.values(), ids=EMPTY)


@EVERY_CHART
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_chart_can_be_drawn_with_nothing_to_show(chart, theme):
    assert drawn(chart(theme), 358).startswith("<svg")


@EVERY_CHART
def test_rows_stay_out_of_the_way_of_pandas(chart):
    spec = chart(LIGHT)
    assert "data" not in spec
    assert "datasets" not in spec
    assert isinstance(spec["layer"][0]["data"]["values"], list)


@EVERY_CHART
def test_a_chart_tells_nothing_on_hover_unless_it_says_so(chart):
    assert chart(LIGHT)["config"]["mark"]["tooltip"] is None


@EVERY_CHART
def test_a_chart_names_every_side_of_its_padding(chart):
    assert chart(LIGHT)["padding"] == {"left": 0, "top": 0, "right": 0, "bottom": 0}


@EVERY_CHART
def test_a_mark_is_either_decoration_or_described(chart):
    for layer in layers(chart(LIGHT)):
        is_decoration = layer["mark"].get("aria") is False
        assert is_decoration or "description" in layer["encoding"]


def test_a_mark_without_rows_is_not_announced():
    without = layers(gantt([], view(), theme=LIGHT, language=ENGLISH))
    filled = layers(gantt([stage()], view(), theme=LIGHT, language=ENGLISH))
    described = [
        (one["mark"].get("aria"), other["mark"].get("aria"))
        for one, other in zip(without, filled, strict=True)
        if "description" in one.get("encoding", {})
    ]
    assert (False, None) in described
    assert all(empty is False for empty, _ in described)


@EVERY_CHART
def test_no_name_in_a_chart_counts_up_from_one_run_to_the_next(chart):
    names = [part["name"] for part in nested(chart(LIGHT)) if "name" in part]
    assert not [n for n in names if str(n).startswith(("param_", "view_", "layer_"))]


@EVERY_CHART
def test_the_two_themes_differ(chart):
    assert json.dumps(chart(LIGHT)) != json.dumps(chart(DARK))


def test_filling_a_shape_leaves_it_as_it_was():
    before = copy.deepcopy(timeline_shape(LIGHT))
    gantt([stage()], view(row_height=31), theme=LIGHT, language=ENGLISH)
    grid([party()], [MATARAM], theme=LIGHT)
    assert timeline_shape(LIGHT) == before


def test_a_shape_is_made_once_for_each_theme():
    assert timeline_shape(LIGHT) is timeline_shape(LIGHT)
    assert timeline_shape(LIGHT) is not timeline_shape(DARK)


def test_two_fillings_share_no_rows():
    one = gantt([stage()], view(), theme=LIGHT, language=ENGLISH)
    other = gantt([], view(), theme=LIGHT, language=ENGLISH)
    assert one["height"] == other["height"] + 50
    assert json.dumps(one) != json.dumps(other)
