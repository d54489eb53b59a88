from datetime import date

import pytest

from domain.recording import MilestoneEdit
from domain.timeline import SlipReason
from ui.recording_cells import COLUMNS, NotOffered, read_cells

START = MilestoneEdit(
    planned_end=date(2022, 9, 11),
    actual_start=date(2022, 8, 2),
    progress_percent=40,
    slip_reason=SlipReason.WEATHER,
    remark="hujan",
    minutes_number="7/BA",
)


def test_what_was_not_typed_stays():
    assert read_cells(START, {}) == START


def test_every_cell_is_read_as_the_value_of_its_field():
    cells = {
        "actual_start": "2022-09-05",
        "actual_end": "2022-09-06T00:00:00.000Z",
        "progress_percent": 64.0,
        "slip_reason": "people",
        "remark": " dua\nbaris ",
        "minutes_number": " 9/BA ",
        "minutes_date": "2022-09-07",
    }
    assert set(cells) == set(COLUMNS)
    assert read_cells(START, cells) == MilestoneEdit(
        planned_end=date(2022, 9, 11),
        actual_start=date(2022, 9, 5),
        actual_end=date(2022, 9, 6),
        progress_percent=64,
        slip_reason=SlipReason.PEOPLE,
        remark="dua\nbaris",
        minutes_number="9/BA",
        minutes_date=date(2022, 9, 7),
    )


@pytest.mark.parametrize("nothing", [None, ""])
def test_an_emptied_cell_takes_the_value_away(nothing):
    emptied = dict.fromkeys(COLUMNS, nothing) | {"progress_percent": None}
    assert read_cells(START, emptied) == MilestoneEdit(planned_end=date(2022, 9, 11))


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("planned_end", "2022-01-01"),
        ("predecessors", ["M3-01"]),
        ("code", "M3-04"),
        ("actual_end", "kemarin"),
        ("actual_end", 20220906),
        ("progress_percent", "64"),
        ("progress_percent", True),
        ("progress_percent", 64.5),
        ("progress_percent", float("nan")),
        ("progress_percent", float("inf")),
        ("progress_percent", 10**30),
        ("slip_reason", "holiday"),
        ("slip_reason", ["weather"]),
        ("remark", 7),
        ("minutes_number", {}),
    ],
)
def test_what_cannot_be_meant_is_refused(column, value):
    with pytest.raises(NotOffered) as refused:
        read_cells(START, {column: value})
    assert refused.value.place == column


def test_a_row_that_is_no_row_is_refused():
    with pytest.raises(NotOffered):
        read_cells(START, ["x"])
