from datetime import date

import pytest

from charts.time_axis import Window, inside, ticks
from domain.bilingual import Language

YEARS = Window(first=date(2022, 6, 1), last=date(2024, 11, 5))
STAGE = Window(first=date(2022, 7, 29), last=date(2022, 12, 20))
WEEK = Window(first=date(2024, 2, 10), last=date(2024, 2, 16))


def labels(window, kind, field):
    rows = ticks(window, Language.INDONESIAN)
    return [row[field] for row in rows if row["kind"] == kind]


def test_a_window_includes_both_its_days():
    assert WEEK.days == 7
    assert WEEK.start_of(date(2024, 2, 10)) == 0
    assert WEEK.end_of(date(2024, 2, 16)) == 1
    assert date(2024, 2, 16) in WEEK
    assert date(2024, 2, 17) not in WEEK


def test_noon_lies_between_the_ends_of_a_day():
    day = date(2024, 2, 14)
    assert WEEK.middle_of(day) == pytest.approx(4.5 / 7)


def test_a_window_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="before 2022-09-02"):
        Window(first=date(2022, 9, 2), last=date(2022, 9, 1))


@pytest.mark.parametrize(("share", "drawn"), [(-0.2, 0), (0.25, 0.25), (1.7, 1)])
def test_what_lies_outside_is_drawn_at_the_edge(share, drawn):
    assert inside(share) == drawn


def test_two_years_are_labelled_by_month_under_the_years():
    assert labels(YEARS, "period", "long") == ["2022", "2023", "2024"]
    assert labels(YEARS, "tick", "text")[:3] == ["Jun", "Jul", "Agu"]


def test_a_stage_is_labelled_by_monday_under_the_months():
    assert labels(STAGE, "period", "long")[:2] == ["Juli 2022", "Agustus"]
    assert labels(STAGE, "tick", "text")[:3] == ["1", "8", "15"]


def test_a_week_is_labelled_by_day():
    assert labels(WEEK, "tick", "text") == ["10", "11", "12", "13", "14", "15", "16"]


def test_days_can_be_written_with_their_month():
    rows = ticks(WEEK, Language.INDONESIAN, "d MMM")
    assert rows[0]["text"] == "10 Feb"


def test_a_month_that_begins_before_the_window_has_no_line_at_the_edge():
    assert labels(STAGE, "period", "edge") == [True, False, False, False, False, False]


def test_january_has_the_most_room_and_august_the_least():
    months, rooms = labels(YEARS, "tick", "text"), labels(YEARS, "tick", "room")
    room = dict(zip(months, rooms, strict=True))
    assert room["Jan"] > room["Jul"] > room["Apr"] > room["Agu"]


def test_a_single_day_can_be_shown():
    day = date(2024, 2, 14)
    assert labels(Window(first=day, last=day), "tick", "text") == ["14"]
