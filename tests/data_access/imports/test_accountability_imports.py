from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from data_access.facts_loading import load_facts
from data_access.imports.integrity_accountability import preview_years
from data_access.integrity_accountability import read_accountability_years
from domain.importing import Field, FieldChange, RefusalKind, RowStatus
from domain.integrity_accountability import Component, Grade
from tests.data_access.election_rows import STAFF
from tests.data_access.imports.zone import TERMS, previewed, refused, stored, told
from tests.data_access.recorders import TODAY

HEADING = (
    "Tahun", "Predikat", "Nilai akhir", "Perencanaan kinerja", "Pengukuran kinerja",
    "Pelaporan kinerja", "Evaluasi internal",
)  # fmt: skip


@pytest.fixture
def facts(connection):
    load_facts(connection, by=STAFF)
    return connection


def row(year, grade=None, total=None, scores=(None, None, None, None)):
    return (year, grade, total, *scores)


def preview(connection, *rows, terms=TERMS):
    return previewed(preview_years, connection, HEADING, *rows, terms=terms)


def years(connection):
    return {each.year: each for each in read_accountability_years(connection, TODAY)}


def test_a_year_is_stored_with_what_is_known_of_it(facts):
    scores = ("24,5", 20, "11.25", "17")
    found = preview(facts, row(2020, "bb", None, scores), row(2019, "B"))
    assert [each.status for each in found.rows] == [RowStatus.NEW] * 2
    assert found.rows[0].codes == ("2020",)
    stored(facts, found)
    known = years(facts)
    assert known[2020].result.grade is Grade.BB
    assert known[2020].result.known_total == Fraction("72.75")
    assert known[2020].result.scores[Component.PLANNING] == Fraction("24.5")
    assert known[2019].result.known_total is None


def test_a_recorded_year_is_corrected_and_the_same_again_is_unchanged(facts):
    assert preview(facts, row(2021, "BB")).rows[0].status is RowStatus.UNCHANGED
    found = preview(facts, row(2021, "BB", "72,5"))
    assert found.rows[0].changes == (FieldChange(Field.TOTAL, None, Fraction(145, 2)),)
    stored(facts, found)
    assert (years(facts)[2021].version, years(facts)[2021].result.total) == (
        2,
        Fraction(145, 2),
    )


@pytest.mark.parametrize(
    ("line", "column", "value", "rule"),
    [
        (row(1990, "B"), "year", "1990", "year_is_past"),
        (row(2021), "grade", "", "nothing_known"),
        (row(2020, "A", "72"), "grade", "A", "grade_of_score"),
        (row(2020, None, "101"), "total", "101.00", "total_on_scale"),
        (
            row(2020, None, None, ("31", None, None, None)),
            "sakip_planning",
            "31.00",
            "above_weight_of_component",
        ),
    ],
)
def test_a_year_against_the_rules_is_refused_by_name(facts, line, column, value, rule):
    found = preview(facts, line, row(2019, "B"))
    first = found.refusals[0]
    assert (first.row, first.column, first.value) == (2, column, value)
    assert told(first)["rule"] == rule
    assert [each.codes for each in found.rows] == [("2019",)]


def test_an_unknown_grade_and_a_year_given_twice_are_refused(facts):
    found = preview(facts, row(2020, "X"), row(2019, "B"), row(2019, "A"))
    assert [(each.kind, each.row) for each in found.refusals] == [
        (RefusalKind.UNKNOWN, 2),
        (RefusalKind.DUPLICATE_ROW, 3),
        (RefusalKind.DUPLICATE_ROW, 4),
    ]


def test_what_is_recorded_for_a_later_day_is_not_overtaken(facts):
    later = replace(TERMS, known_on=TODAY + timedelta(days=1))
    stored(facts, preview(facts, row(2020, "B"), terms=later))
    found = preview(facts, row(2020, "CC"))
    assert refused(found) == [(RefusalKind.KNOWN_LATER, 2, "", "")]
