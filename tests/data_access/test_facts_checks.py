from datetime import date

import pytest

from data_access.facts_cells import day, optional, words
from data_access.facts_checks import check
from data_access.facts_columns import FactFile
from data_access.facts_csv import Fact, MalformedFact

MILESTONES = FactFile(
    name="milestones",
    columns={"code": words, "parent": optional(words), "start": day, "end": day},
    key=("code",),
    references={"parent": ("stages", "milestones")},
    in_order=(("start", "end"),),
)


def milestone(row, code, parent=None, start=date(2022, 8, 2), end=date(2022, 9, 11)):
    values = {"code": code, "parent": parent, "start": start, "end": end}
    return Fact("milestones.csv", row, values)


def check_all(*milestones):
    stage = Fact("stages.csv", 2, {"code": "3"})
    check(MILESTONES, {"stages": [stage], "milestones": milestones})


def refusal(*milestones):
    with pytest.raises(MalformedFact) as refused:
        check_all(*milestones)
    return refused.value


def test_sound_rows_pass():
    check_all(milestone(2, "M3-03", parent="3"), milestone(3, "P03a", parent="M3-03"))


def test_days_that_are_open_pass():
    check_all(
        milestone(2, "M10-03", start=None, end=None), milestone(3, "M9", end=None)
    )


def test_two_rows_with_one_code_are_refused():
    error = refusal(milestone(2, "M3-03"), milestone(7, "M3-03"))
    assert (error.row, error.column, error.value) == (7, "code", "M3-03")
    assert "see row 2" in error.expected


def test_a_code_that_no_file_holds_is_refused():
    error = refusal(milestone(2, "P03a", parent="M3-99"))
    assert (error.row, error.column, error.value) == (2, "parent", "M3-99")
    assert error.expected == "a code in stages or milestones"


def test_an_end_before_its_start_is_refused():
    error = refusal(milestone(4, "M3-03", end=date(2022, 7, 31)))
    assert (error.row, error.column, error.value) == (4, "end", "2022-07-31")


def test_an_empty_cell_is_named_as_empty():
    assert milestone(2, "M3-03").refuse("parent", "a milestone").value == ""
