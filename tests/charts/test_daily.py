from datetime import date

from charts.daily import DailyCount, DailyFrame, daily
from charts.palette import DARK, LIGHT, CellKind
from domain.bilingual import Language
from tests.charts.builders import read, rows_of

MS, BMS, TMS = CellKind.ELIGIBLE, CellKind.CORRECTABLE, CellKind.INELIGIBLE
FRAME = DailyFrame(words={MS: "MS", BMS: "BMS", TMS: "TMS"})
TWO_DAYS = [
    DailyCount(day=date(2022, 10, 18), counts={MS: 10, BMS: 5}),
    DailyCount(day=date(2022, 10, 19), counts={MS: 1200, BMS: 300, TMS: 2}),
]


def chart(days=TWO_DAYS, frame=FRAME, language=Language.INDONESIAN, theme=LIGHT):
    return daily(days, frame, theme=theme, language=language)


def test_kinds_stand_on_one_another_in_their_order():
    steps = rows_of(chart(), "step")
    first_day = [(s["look"], s["low"], s["high"]) for s in steps if s["x"] == 0]
    assert first_day == [("MS", 0, 10), ("BMS", 10, 15), ("TMS", 15, 15)]


def test_the_last_day_has_its_full_width():
    ends = [s for s in rows_of(chart(), "step") if s["look"] == "MS"]
    assert [(s["x"], s["high"]) for s in ends] == [(0, 10), (0.5, 1200), (1, 1200)]


def test_the_last_counts_are_named_in_the_language():
    named = [name["text"] for name in rows_of(chart(), "name")]
    assert named == ["1.200 MS", "300 BMS", "2 TMS"]
    english = rows_of(chart(language=Language.ENGLISH), "name")
    assert english[0]["text"] == "1,200 MS"


def test_names_of_thin_layers_do_not_touch():
    places = [name["count"] for name in rows_of(chart(), "name")]
    assert places[2] - places[1] > 100


def test_a_kind_that_counts_nothing_is_not_named():
    days = [DailyCount(day=date(2022, 10, 18), counts={MS: 10})]
    assert [name["text"] for name in rows_of(chart(days), "name")] == ["10 MS"]


def test_the_required_number_is_a_line_with_words():
    frame = DailyFrame(words={MS: "MS"}, required=1445, required_text="perlu 1.445 MS")
    assert "perlu 1.445 MS" in read(chart(frame=frame))
    assert rows_of(chart(), "required") == []


def test_days_are_written_with_their_month():
    assert "18 Okt" in read(chart())


def test_before_a_plenary_only_the_members_checked_are_drawn():
    days = [DailyCount(day=date(2022, 10, 18), counts={CellKind.IN_PROGRESS: 70})]
    frame = DailyFrame(words={CellKind.IN_PROGRESS: "diperiksa"})
    assert "70 diperiksa" in read(chart(days, frame, theme=DARK))
