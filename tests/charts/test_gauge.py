import math

import pytest

from charts.gauge import Dial, Gauge, dial, gauge
from charts.palette import DARK, LIGHT
from domain.assessment import Status
from tests.charts.builders import drawn, read


def row_of(spec):
    (row,) = spec["layer"][0]["data"]["values"]
    return row


def measured(share=0.8, status=Status.RUNNING, **facts):
    words = {"number": "80%", "under": "8 dari 10 kab/kota"}
    return gauge(Gauge(share=share, status=status, **words | facts), theme=LIGHT)


def counted(share=0.8, **facts):
    return dial(Dial(share=share, number="72", under="dari 90", **facts), theme=LIGHT)


def test_half_a_share_points_straight_up():
    assert row_of(measured(0.5))["end"] == 0


def test_the_arc_ends_where_the_share_does():
    whole = row_of(measured(1))["end"]
    assert whole == pytest.approx(0.62 * math.pi, abs=1e-4)
    assert row_of(measured(1.4))["end"] == whole
    assert row_of(measured(0))["end"] == -whole


def test_the_threshold_has_its_tick_and_its_value_beside_it():
    spec = measured(threshold=0.8, threshold_text="8")
    assert row_of(spec)["tick"] == row_of(spec)["end"]
    assert "8" in read(spec, 236)


def test_a_gauge_without_a_threshold_has_no_tick():
    assert row_of(measured())["tick"] is None


def test_the_gauge_keeps_its_size():
    assert (measured()["width"], measured()["height"]) == (236, 152)
    assert measured()["autosize"] == {"type": "none"}


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_status_has_an_arc(status, theme):
    value = Gauge(share=0.5, number="50%", under="5 dari 10", status=status)
    assert "50%" in read(gauge(value, theme=theme), 236)


def test_what_is_past_its_limit_is_hatched():
    assert "gradient" in drawn(measured(status=Status.OVERDUE), 236)
    assert "gradient" not in drawn(measured(status=Status.RUNNING), 236)


def test_an_unreported_measure_has_a_dashed_ring_and_no_arc():
    picture = drawn(measured(None, Status.UNREPORTED), 236)
    assert 'stroke-dasharray="5,4"' in picture
    assert picture.count('stroke-dasharray="5,4"') == 1


def test_the_dial_hatches_what_is_overdue_up_to_where_it_ought_to_be():
    late = counted(expected=1, is_overdue=True)
    assert row_of(late)["late"] == row_of(late)["tick"]
    assert "gradient" in drawn(late, 150)


def test_the_dial_hatches_nothing_while_there_is_time():
    assert row_of(counted(expected=0.9))["late"] is None
    assert "gradient" not in drawn(counted(expected=0.9), 150)
