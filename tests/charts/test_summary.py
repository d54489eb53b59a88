from charts.landmarks import Landmark
from charts.palette import LIGHT
from charts.summary import Countdown, countdown, strip
from domain.assessment import Status
from domain.bilingual import Language
from tests.charts.builders import TODAY, read, rows_of, stage, value_of, view

HEADS = ("Tahap", "Status")


def chart(*rows, **facts):
    look = {"theme": LIGHT, "language": Language.INDONESIAN}
    return strip(rows, view(row_height=24, **facts), HEADS, **look)


def days(left, **facts):
    words = {"headline": "hari menuju", "subline": "14 Februari 2024", "footnote": ""}
    value = Countdown(days=left, **words | {"progress": 0.5} | facts)
    return countdown(value, theme=LIGHT, language=Language.INDONESIAN)


def test_each_stage_is_one_line():
    spec = chart(stage("1"), stage("2"), stage("3"))
    assert [row["y"] for row in rows_of(spec, "row")] == [36, 60, 84]
    assert spec["height"] == 36 + 3 * 24


def test_the_strip_dates_today_without_the_year():
    spec = chart(landmarks=(Landmark(day=TODAY.replace(day=14), name="14 Sep"),))
    assert [line["text"] for line in rows_of(spec, "line")] == ["8 Sep", "14 Sep"]


def test_the_chosen_stage_is_washed_and_a_click_selects_its_code():
    spec = chart(stage("1"), stage("2"), selected="1")
    assert [row["chosen"] for row in rows_of(spec, "row")] == [True, False]
    pick = next(param for param in spec["params"] if param["name"] == "pick")
    assert pick["select"]["fields"] == ["code"]


def test_names_and_statuses_get_the_room_they_need():
    short = chart(stage(name="Pencalonan", status_word="Selesai"))
    long = chart(stage(name="Pemungutan suara ulang", status_word="Belum dilaporkan"))
    assert value_of(short, "gutter") < value_of(long, "gutter")
    assert value_of(short, "aside") < value_of(long, "aside")


def test_on_a_phone_the_strip_is_a_list_of_names_and_statuses():
    row = stage(name="Masa tenang", status=Status.NOT_STARTED, brief_word="Belum mulai")
    picture = read(chart(row), 328)
    assert "Masa tenang" in picture
    assert "Belum mulai" in picture


def test_the_countdown_groups_its_digits():
    (row,) = days(1524)["layer"][0]["data"]["values"]
    assert row["figure"] == "1.524"
    assert row["beside"] > 100


def test_the_track_ends_with_the_election():
    (row,) = days(3, progress=1.2)["layer"][0]["data"]["values"]
    assert row["progress"] == 1
