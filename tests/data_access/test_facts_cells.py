from datetime import date, time
from fractions import Fraction

import pytest

from data_access import facts_cells as cells
from domain.provenance import Confidence
from domain.verification import Verdict


@pytest.mark.parametrize(
    ("parse", "cell", "value"),
    [
        (cells.words, "Kota Mataram", "Kota Mataram"),
        (cells.any_words, "", ""),
        (cells.day, "2022-09-08", date(2022, 9, 8)),
        (cells.hour, "23:59", time(23, 59)),
        (cells.zone, "Asia/Jakarta", "Asia/Jakarta"),
        (cells.count, "1789", 1789),
        (cells.flag, "yes", True),
        (cells.flag, "no", False),
        (cells.fraction, "3/4", Fraction(3, 4)),
        (cells.fraction, "1", Fraction(1)),
        (cells.optional(cells.day), "", None),
        (cells.optional(cells.count), "10", 10),
        (cells.one_of(Confidence), "partial", Confidence.PARTIAL),
        (
            cells.some_of(Verdict),
            "MS BMS",
            frozenset({Verdict.ELIGIBLE, Verdict.CORRECTABLE}),
        ),
    ],
)
def test_a_cell_is_turned_into_its_value(parse, cell, value):
    assert parse(cell) == value


@pytest.mark.parametrize(
    ("parse", "cell", "expected"),
    [
        (cells.words, "  ", "a text"),
        (cells.day, "8 September 2022", "a day"),
        (cells.day, "2022-02-30", "a day"),
        (cells.hour, "24 WIB", "an hour"),
        (cells.zone, "WITA", "a time zone"),
        (cells.zone, "../etc", "a time zone"),
        (cells.count, "-1", "a number"),
        (cells.count, "1.789", "a number"),
        (cells.count, "٣", "a number"),
        (cells.flag, "ya", "yes or no"),
        (cells.fraction, "75 %", "a fraction"),
        (cells.fraction, "1/0", "a fraction"),
        (cells.one_of(Verdict), "ms", "one of MS, BMS, TMS"),
        (cells.some_of(Verdict), "MS,BMS", "one of MS, BMS, TMS"),
    ],
)
def test_a_cell_that_is_something_else_says_what_it_should_be(parse, cell, expected):
    with pytest.raises(ValueError, match=expected):
        parse(cell)
