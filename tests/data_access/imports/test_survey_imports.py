from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from data_access.facts_loading import load_facts
from data_access.facts_simulated import store_simulated_rows
from data_access.imports.integrity_survey import preview_rounds
from data_access.integrity_survey import read_survey_rounds
from data_access.tables import survey_rounds
from domain.importing import Field, FieldChange, RefusalKind, RowStatus
from domain.integrity_survey import Basis, Element
from domain.provenance import Confidence
from tasks.simulation_survey import simulated_rounds
from tests.data_access.election_rows import STAFF, store
from tests.data_access.imports.zone import TERMS, previewed, refused, stored, told
from tests.data_access.recorders import TODAY

HEADING = (
    "Sasaran survei", "Hari pertama periode", "Hari terakhir periode", "Responden",
    "Penerima layanan", "Jenis angka", "Persyaratan", "Prosedur", "Waktu penyelesaian",
    "Biaya/tarif", "Produk layanan", "Kompetensi pelaksana", "Perilaku pelaksana",
    "Penanganan pengaduan", "Sarana dan prasarana", "Simpangan baku indeks",
)  # fmt: skip
TOTALS = (105, 101, 100, 116, 102, 105, 106, 105, 115)
FIRST, LAST = date(2022, 1, 3), date(2022, 6, 30)


@pytest.fixture
def facts(connection):
    load_facts(connection, by=STAFF)
    return connection


def row(*figures, asked=None, first=FIRST, last=LAST, people=29, **others):
    rest = {"served": None, "basis": "Jumlah nilai", "deviation": None} | others
    of_round = (asked, first, last, people, rest["served"], rest["basis"])
    return (*of_round, *(figures or TOTALS), rest["deviation"])


def preview(connection, *rows, heading=HEADING, terms=TERMS):
    return previewed(preview_rounds, connection, heading, *rows, terms=terms)


def rounds(connection, day=TODAY):
    return read_survey_rounds(connection, day)


def test_a_round_is_stored_exactly_and_known_from_the_day_of_the_import(facts):
    found = preview(facts, row(served=40))
    assert found.rows[0].status is RowStatus.NEW
    assert found.rows[0].codes == ("", "2022-01-03", "2022-06-30")
    stored(facts, found)
    (known,) = rounds(facts)
    assert (known.index, known.respondents, known.population) == (
        Decimal("91.48"),
        29,
        40,
    )
    assert (known.service_code, known.basis) == (None, Basis.TOTALS)
    assert known.code == "skm-2022-01-03-2022-06-30-kantor"
    assert known.provenance.confidence is Confidence.PARTIAL
    assert rounds(facts, TODAY - timedelta(days=1)) == ()


def test_averages_with_commas_or_points_are_kept_as_they_are_written(facts):
    figures = ["3,625", "3.065", *["3"] * 7]
    stored(facts, preview(facts, row(*figures, basis="averages", deviation="8,4")))
    (known,) = rounds(facts)
    assert known.figures[Element.REQUIREMENTS] == Fraction("3.625")
    assert known.figures[Element.PROCEDURE] == Fraction("3.065")
    assert known.deviation == Fraction(42, 5)


def test_the_same_round_again_is_unchanged_or_corrected(facts):
    stored(facts, preview(facts, row(asked="E-Arsip")))
    again = preview(facts, row(asked="e-arsip"))
    assert [each.status for each in again.rows] == [RowStatus.UNCHANGED]
    corrected = preview(facts, row(106, *TOTALS[1:], asked="e-arsip"))
    assert corrected.rows[0].status is RowStatus.CHANGED
    assert corrected.rows[0].changes == (
        FieldChange(Field.REQUIREMENTS, Fraction(105), Fraction(106)),
    )
    stored(facts, corrected)
    (known,) = rounds(facts)
    assert (known.version, known.figures[Element.REQUIREMENTS]) == (2, 106)


def test_columns_that_are_not_there_leave_their_values_alone(facts):
    stored(facts, preview(facts, row(served=40, deviation="8.4")))
    brief = (*HEADING[1:4], *HEADING[5:15])
    line = row(106, *TOTALS[1:])
    found = preview(facts, (*line[1:4], *line[5:15]), heading=brief)
    stored(facts, found)
    (known,) = rounds(facts)
    assert (known.population, known.deviation) == (40, Fraction(42, 5))


def test_the_office_as_a_whole_is_named_or_left_out(facts):
    stored(facts, preview(facts, row(asked="Kantor secara keseluruhan")))
    assert rounds(facts)[0].service_code is None
    again = preview(facts, row(asked="the office as a whole"), row(asked="e-arsip"))
    assert [each.status for each in again.rows] == [RowStatus.UNCHANGED, RowStatus.NEW]


@pytest.mark.parametrize(
    ("line", "column", "value", "rule"),
    [
        (row(120, *TOTALS[1:]), "survey_requirements", "4.1379", "average_on_scale"),
        (
            row("105,5", *TOTALS[1:]),
            "survey_requirements",
            "105.5",
            "whole_total",
        ),
        (row(people=0), "respondents", "0", "somebody_answered"),
        (row(served=20), "population", "20", "fewer_than_answered"),
        (row(last=date(2022, 12, 1)), "period_end", "2022-12-01", "not_in_future"),
        (row(first=date(2022, 7, 1)), "period_end", "2022-06-30", "runs_forward"),
        (row(deviation=60), "deviation", "60", "deviation_possible"),
    ],
)
def test_a_round_against_the_rules_is_refused_by_name(facts, line, column, value, rule):
    found = preview(facts, line, row(asked="e-arsip"))
    first = found.refusals[0]
    assert (first.row, first.column, first.value) == (2, column, value)
    assert (first.kind, told(first)["rule"]) == (RefusalKind.BREAKS_RULE, rule)
    assert [each.row for each in found.rows] == [3]
    stored_later = replace(found, refusals=())
    stored(facts, stored_later)
    assert len(rounds(facts)) == 1


def test_a_missing_element_is_refused(facts):
    found = preview(facts, row(None, *TOTALS[1:]))
    assert refused(found) == [(RefusalKind.EMPTY, 2, "survey_requirements", "")]
    without = (*HEADING[:6], *HEADING[7:])
    line = row()
    found = preview(facts, (*line[:6], *line[7:]), heading=without)
    assert refused(found) == [
        (RefusalKind.MISSING_COLUMN, 1, "survey_requirements", "")
    ]


def test_a_round_given_twice_is_refused(facts):
    found = preview(facts, row(), row(people=30))
    assert [each.kind for each in found.refusals] == [RefusalKind.DUPLICATE_ROW] * 2


def test_what_is_recorded_for_a_later_day_is_not_overtaken(facts):
    tomorrow = TODAY + timedelta(days=1)
    stored(facts, preview(facts, row(), terms=replace(TERMS, known_on=tomorrow)))
    found = preview(facts, row(people=30))
    assert refused(found) == [(RefusalKind.KNOWN_LATER, 2, "", "")]
    assert told(found.refusals[0]) == {"known_on": tomorrow}


def test_a_simulated_round_stays_simulated_whatever_is_changed(facts):
    store_simulated_rows(facts, survey_rounds, simulated_rounds(), by=STAFF)
    office = next(each for each in rounds(facts) if each.service_code is None)
    days = {"first": office.period_start, "last": office.period_end}
    stored(facts, preview(facts, row(**days)))
    found = next(each for each in rounds(facts) if each.code == office.code)
    assert (found.version, found.index) == (2, Decimal("91.48"))
    assert found.is_simulated


def test_a_new_round_takes_no_code_that_another_has(facts):
    stored(facts, preview(facts, row()))
    moved = {
        "round_code": "skm-2022-01-03-2022-06-30-kantor",
        "version": 2,
        "known_on": TODAY,
        "service_code": None,
        "period_start": FIRST,
        "period_end": date(2022, 5, 31),
        "respondents": 29,
        "basis": Basis.TOTALS,
        **dict(zip(Element, map(Fraction, TOTALS), strict=True)),
        "source": "Catatan staf",
        "confidence": Confidence.PARTIAL,
    }
    store(facts, survey_rounds, moved)
    stored(facts, preview(facts, row()))
    assert {each.code for each in rounds(facts)} == {
        "skm-2022-01-03-2022-06-30-kantor",
        "skm-2022-01-03-2022-06-30-kantor-2",
    }
