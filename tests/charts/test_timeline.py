from datetime import date

import pytest

from charts.landmarks import Landmark
from charts.palette import DARK, LIGHT
from charts.time_axis import Window
from charts.timeline import gantt
from charts.timeline_rows import Point
from domain.assessment import Status
from domain.bilingual import Language
from tests.charts.builders import (
    TODAY,
    drawn,
    layers,
    read,
    rows_of,
    stage,
    value_of,
    view,
)

INDONESIAN = Language.INDONESIAN
VOTING_DAY = Landmark(day=date(2022, 9, 14), name="Hari Kasih Suara")


def chart(*rows, **facts):
    return gantt(rows, view(**facts), theme=LIGHT, language=INDONESIAN)


def only_row(**facts):
    (row,) = rows_of(chart(stage(**facts)), "row")
    return row


def september(first, last):
    return {
        "planned_start": date(2022, 9, first),
        "planned_end": date(2022, 9, last),
    }


def test_a_bar_covers_its_whole_last_day():
    row = only_row(**september(1, 30))
    assert (row["x0"], row["x1"]) == (0, 1)
    row = only_row(**september(16, 16))
    assert row["x0"] == pytest.approx(15 / 30, abs=1e-5)
    assert row["x1"] == pytest.approx(16 / 30, abs=1e-5)


def test_places_are_shares_so_that_no_time_zone_moves_them():
    spec = chart(stage(**september(1, 9)))
    encodings = [layer.get("encoding", {}) for layer in layers(spec)]
    types = {encoding["x"]["type"] for encoding in encodings if "x" in encoding}
    assert types == {"quantitative"}


def test_a_bar_that_begins_before_the_window_is_cut_at_its_edge():
    row = only_row(planned_start=date(2022, 7, 29), planned_end=date(2022, 9, 15))
    assert (row["x0"], row["x1"]) == (0, 0.5)


def test_the_solid_part_is_the_share_of_the_whole_bar():
    assert only_row(**september(1, 30), progress=0.25)["done"] == 0.25
    whole = only_row(
        planned_start=date(2022, 8, 2), planned_end=date(2022, 9, 30), progress=0.5
    )
    assert whole["done"] == 0


def test_nothing_is_solid_where_nobody_reported():
    row = only_row(**september(1, 30), status=Status.UNREPORTED)
    assert row["done"] == row["x0"]


@pytest.mark.parametrize("status", [Status.DONE, Status.DONE_LATE])
def test_what_is_done_is_solid_to_its_end(status):
    row = only_row(**september(1, 15), status=status)
    assert row["done"] == row["x1"]


def test_the_real_days_run_until_today_while_the_item_runs():
    row = only_row(**september(1, 30), actual_start=date(2022, 9, 1))
    assert row["a1"] == pytest.approx(8 / 30, abs=1e-5)


def test_the_real_days_end_with_the_item():
    row = only_row(actual_start=date(2022, 9, 1), actual_end=date(2022, 9, 3))
    assert row["a1"] == pytest.approx(3 / 30, abs=1e-5)


def test_an_item_without_planned_days_is_drawn_over_its_real_ones():
    row = only_row(actual_start=date(2022, 9, 1), actual_end=date(2022, 9, 15))
    assert (row["x0"], row["x1"], row["done"]) == (0, 0.5, 0.5)


def test_an_item_that_began_after_today_is_drawn_as_one_day():
    row = only_row(actual_start=date(2022, 9, 16))
    assert row["x1"] - row["x0"] == pytest.approx(1 / 30, abs=1e-4)


def test_an_item_without_any_days_has_no_bar():
    assert "x0" not in only_row()


def test_the_legal_limit_stands_at_the_end_of_its_day():
    assert only_row(limit=date(2022, 9, 15))["limit"] == 0.5
    assert only_row(limit=date(2022, 9, 30))["limit"] == 1
    assert "limit" not in only_row(limit=date(2022, 10, 1))


def test_the_baseline_is_drawn_only_with_both_its_days():
    days = (date(2022, 9, 1), date(2022, 9, 15))
    row = only_row(baseline=days)
    assert (row["b0"], row["b1"]) == (0, 0.5)
    assert "b0" not in only_row(baseline=(days[0], None))
    assert "b0" not in only_row(baseline=(date(2022, 1, 1), date(2022, 2, 1)))


def test_a_day_on_a_scale_of_years_becomes_a_diamond():
    years = Window(first=date(2022, 6, 1), last=date(2024, 10, 31))
    day = date(2022, 9, 14)
    row = stage(**september(14, 14), baseline=(day, day))
    (brief,) = rows_of(chart(row, window=years), "row")
    assert "brief" in brief
    assert "x0" not in brief
    assert "b0" not in brief


def test_a_day_that_an_event_marks_already_needs_no_diamond_of_its_own():
    years = Window(first=date(2022, 6, 1), last=date(2024, 10, 31))
    event = Point(day=date(2022, 9, 14), name="Pleno", dated="14 Sep", is_reached=False)
    row = stage(**september(14, 14), points=(event,))
    (brief,) = rows_of(chart(row, window=years), "row")
    assert "brief" not in brief


def test_a_bar_outside_the_window_leaves_its_days_at_the_edge():
    later = only_row(
        planned_start=date(2022, 10, 15),
        planned_end=date(2022, 11, 4),
        dates="15 Okt – 4 Nov",
    )
    assert later["rule"] == "15 Okt – 4 Nov  ›"
    assert later["r0"] == 1
    earlier = only_row(
        planned_start=date(2022, 7, 29),
        planned_end=date(2022, 7, 31),
        dates="29–31 Jul",
    )
    assert earlier["rule"] == "‹  29–31 Jul"
    assert earlier["r1"] == 0


def test_a_rule_in_words_stands_where_it_counts_from():
    row = only_row(rule="paling lambat 3 hari", rule_from=date(2022, 9, 16))
    assert row["r0"] == 0.5
    assert only_row(rule="menyusul putusan")["r1"] == 1


def test_a_rule_in_words_makes_room_for_the_events_of_its_row():
    event = Point(
        day=date(2022, 9, 16), name="Pelantikan", dated="16 Sep", is_reached=False
    )
    row = only_row(rule="akhir masa jabatan", points=(event,))
    assert row["r0"] == 0.5
    assert row["r1"] > 0.5


def test_events_outside_the_window_are_left_out():
    events = tuple(
        Point(day=day, name="Pleno", dated="", is_reached=False)
        for day in (date(2022, 8, 31), date(2022, 9, 1), date(2022, 10, 1))
    )
    (point,) = rows_of(chart(stage(points=events)), "point")
    assert point["code"] == "3"


def test_rows_stand_under_the_heading_of_their_group():
    rows = [
        stage("1", group="Persiapan"),
        stage("2", group="Persiapan"),
        stage("3", group="Peserta"),
    ]
    spec = chart(*rows)
    assert [h["text"] for h in rows_of(spec, "heading")] == ["Persiapan", "Peserta"]
    assert [r["y"] for r in rows_of(spec, "row")] == [87, 137, 213]
    assert spec["height"] == 213 + 50 + 6


def test_rows_without_groups_have_no_heading():
    assert rows_of(chart(stage("1"), stage("2")), "heading") == []


def test_only_the_chosen_row_is_washed():
    rows = rows_of(chart(stage("1"), stage("2"), selected="2"), "row")
    assert [row["chosen"] for row in rows] == [False, True]


def test_a_click_anywhere_on_a_row_selects_its_code():
    spec = chart(stage())
    pick = next(param for param in spec["params"] if param["name"] == "pick")
    assert pick["select"]["fields"] == ["code"]
    assert pick["select"]["on"] == "click"
    assert pick["views"] == ["target"]
    wash = next(layer for layer in layers(spec) if layer.get("name") == "target")
    assert wash["mark"]["x2"] == {"expr": "width"}


def test_a_row_is_described_by_its_official_name_and_its_state():
    row = only_row()
    assert row["label"].startswith("Pendaftaran dan verifikasi Peserta Pemilu: Berj")
    assert row["tip"] == {
        "title": "Pendaftaran dan verifikasi Peserta Pemilu",
        "Berjalan 27%": "29 Jul – 13 Des 2022",
    }


def test_a_phone_gets_the_status_alone_where_one_is_given():
    assert only_row(brief_word="Berjalan")["brief_word"] == "Berjalan"
    assert only_row()["brief_word"] == "Berjalan 27%"


def test_the_gutter_is_as_wide_as_the_longest_name_within_bounds():
    short = chart(stage(name="Pencalonan", caption="Selesai"))
    assert value_of(short, "gutter") == 220
    long = chart(stage(name="Pemungutan dan penghitungan suara"))
    assert 220 < value_of(long, "gutter") < 360
    assert value_of(chart(stage(name="m" * 90)), "gutter") == 360


def test_numbers_move_the_names_to_the_right():
    assert value_of(chart(stage()), "indent") == 26
    assert value_of(chart(stage(number="3")), "indent") == 50


def test_today_is_dated_and_voting_day_is_named():
    today, voting = rows_of(chart(landmarks=(VOTING_DAY,)), "line")
    assert (today["text"], today["today"]) == ("8 Sep 2022", True)
    assert (voting["text"], voting["today"]) == ("Hari Kasih Suara", False)


def test_a_landmark_knows_where_the_date_stands_so_as_not_to_be_covered():
    today, voting = rows_of(chart(landmarks=(VOTING_DAY,)), "line")
    assert voting["now"] == today["x"]
    assert voting["now_half"] == today["half"]


def test_a_landmark_stands_alone_when_today_is_not_in_the_window():
    spec = chart(landmarks=(VOTING_DAY,), today=date(2024, 1, 1))
    (voting,) = rows_of(spec, "line")
    assert voting["now"] is None
    assert drawn(spec).startswith("<svg")


def test_names_of_lines_on_voting_day_itself_stand_beside_each_other():
    spec = chart(landmarks=(VOTING_DAY,), today=VOTING_DAY.day)
    assert len(rows_of(spec, "line")) == 2
    assert "Hari Kasih Suara" in read(spec)


@pytest.mark.parametrize("status", Status)
def test_every_status_can_be_drawn_in_both_themes_and_on_a_phone(status):
    row = stage(status=status, **september(5, 20), progress=0.4)
    for theme in (LIGHT, DARK):
        spec = gantt([row], view(), theme=theme, language=INDONESIAN)
        assert "Pendaftaran dan verifikasi peserta" in read(spec, 358)
        assert "8 Sep 2022" in read(spec, 1200)


def test_a_bar_past_its_limit_is_hatched():
    late = drawn(chart(stage(**september(1, 20), status=Status.OVERDUE)))
    running = drawn(chart(stage(**september(1, 20))))
    assert late.count("<line") > running.count("<line") + 20


def test_the_view_is_dated_by_the_day_it_is_asked_for():
    assert TODAY in view().window
