from collections import Counter
from datetime import date, timedelta

from bench.importing import FIELDS, ROWS, rows
from bench.rush import MERGE, SAVED, Round, judged
from domain.importing import Field

DAY = date(2022, 11, 10)
CELLS = [("factual", f"party{place}", "52.71") for place in range(1720)]


def round_of(ms=40.0, **outcomes):
    return Round(outcomes=Counter(outcomes), ms=ms)


def test_a_workbook_has_so_many_rows_each_of_another_cell_or_day():
    found = rows(CELLS, DAY, met=270)
    assert len(found) == ROWS
    assert len({row[:4] for row in found}) == ROWS
    assert all(len(row) == len(FIELDS) for row in found)


def test_a_workbook_goes_back_from_its_last_day():
    days = {row[FIELDS.index(Field.REPORTED_ON)] for row in rows(CELLS, DAY, met=270)}
    assert days == {DAY - timedelta(days=back) for back in range(12)}


def test_corrections_are_of_the_same_cells_and_days():
    first, second = (rows(CELLS, DAY, met=met) for met in (270, 269))
    assert [row[:4] for row in first] == [row[:4] for row in second]
    met = FIELDS.index(Field.MET)
    assert {row[met] for row in second} == {269}


def test_a_rush_is_met_when_every_round_ends_as_it_should():
    due = {SAVED: 1, MERGE: 7}
    finding = judged("same row", "one", [round_of(**due), round_of(80.0, **due)], 1)
    assert finding.is_met
    assert finding.measured == (
        "2 saved, 14 offered the merge in 2 rounds (the last after 60 ms)"
    )


def test_a_rush_with_one_save_that_failed_is_not_met():
    rounds = [round_of(saved=8), round_of(saved=7, failed=1)]
    finding = judged("eight rows", "all", rounds, 8)
    assert not finding.is_met
    assert "1 failed" in finding.measured
