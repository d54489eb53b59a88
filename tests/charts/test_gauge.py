import math

import pytest

from charts.gauge import Badge, Dial, Gauge, dial, gauge, side_by_side
from charts.palette import DARK, LIGHT
from domain.assessment import Status
from tests.charts.builders import drawn, read, rows_of


def row_of(spec):
    (row,) = rows_of(spec, "arc")
    return row


def value(share=0.8, status=Status.RUNNING, **facts):
    words = {
        "title": "Kab/kota menyerahkan",
        "number": "80%",
        "under": "8 dari 10 kab/kota",
        "badge": Badge(status=status, word=status.value),
    }
    return Gauge(share=share, **words | facts)


def measured(share=0.8, status=Status.RUNNING, **facts):
    return gauge(value(share, status, **facts), theme=LIGHT)


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


def test_a_gauge_says_what_it_measures_where_it_stands_and_how_old_it_is():
    spec = measured(notes=("Perlu seluruh 10", "per 7 Sep 2022"))
    assert read(spec, 236) >= {
        "Kab/kota menyerahkan",
        "80%",
        "8 dari 10 kab/kota",
        "running",
        "Perlu seluruh 10",
        "per 7 Sep 2022",
    }


def test_words_shrink_until_they_fit_their_card():
    title = "Berita acara rekapitulasi yang diputuskan dalam rapat pleno terbuka"
    assert f'font-size="{1.82 * 236 / len(title):.3}' in drawn(
        measured(title=title), 236
    )


def test_gauges_are_saved_side_by_side():
    both = side_by_side([value(), value(title="Partai diperiksa")], theme=LIGHT)
    assert read(both, 236) >= {"Kab/kota menyerahkan", "Partai diperiksa"}
    assert both["config"] == measured()["config"]


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_status_has_an_arc(status, theme):
    half = value(0.5, status, number="50%")
    assert {"50%", status.value} <= read(gauge(half, theme=theme), 236)


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
