from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from data_access.facts_loading import load_facts
from data_access.facts_simulated import store_simulated_rows
from data_access.imports.integrity_assessment import preview_assessments
from data_access.integrity_assessments import read_assessments, read_scheme
from data_access.tables import integrity_scores
from domain.importing import Field, FieldChange, RefusalKind, RowStatus
from domain.integrity_assessment import SURVEYED, Aspect, Assessor, newest
from domain.integrity_scores import slots_of
from domain.provenance import Confidence
from tasks.simulation_assessment import simulated_scores
from tests.data_access.imports.zone import TERMS, previewed, refused, stored, told
from tests.data_access.recorders import TODAY
from tests.data_access.staff import BY_ADMIN

HEADING = (
    "Periode", "Penilai", "Komponen", "Aspek", "Nilai", "Indeks, 0 sampai 4",
    "Bukti tersedia", "Bukti diperlukan", "Letak bukti",
)  # fmt: skip
OVERSIGHT = ("pengawasan", Aspect.REFORM)
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def facts(connection):
    load_facts(connection, by=BY_ADMIN)
    return connection


def row(slot, number=None, *, period=2022, assessor="penilaian mandiri", **evidence):
    component, aspect = slot
    words = {"compliance": "Pemenuhan", "reform": "reform", "result": "hasil"}
    points, index = (None, "3,71") if component in SURVEYED else ("2,5", None)
    if number is not None:
        points, index = (points, number) if index else (number, index)
    proof = {"present": 3, "needed": 4, "link": None} | evidence
    place = (period, assessor, component, words[aspect])
    return (*place, points, index, *proof.values())


def whole(connection, changed=None, **others):
    """Return the rows of a whole assessment, some of them with another number."""
    numbers = changed or {}
    slots = slots_of(read_scheme(connection))
    return [row(slot, numbers.get(slot), **others) for slot in slots]


def preview(connection, *rows, heading=HEADING, terms=TERMS):
    return previewed(preview_assessments, connection, heading, *rows, terms=terms)


def newest_known(connection, day=TODAY):
    return newest(read_assessments(connection, day))


def scores(connection):
    return connection.scalar(select(func.count()).select_from(integrity_scores))


def test_a_whole_assessment_is_stored_as_the_form_would_have_it(facts):
    found = preview(facts, *whole(facts, {OVERSIGHT: "7.25"}))
    assert {each.status for each in found.rows} == {RowStatus.NEW}
    assert found.rows[0].codes == (
        "2022",
        "self_assessment",
        "manajemen-perubahan",
        "compliance",
    )
    assert found.rows[0].region_code == "52"
    stored(facts, found)
    known = newest_known(facts)
    assert (known.period, known.assessor) == (2022, Assessor.SELF)
    given = {(each.component, each.aspect): each for each in known.scores}
    assert given[OVERSIGHT].points == Decimal("7.25")
    assert given[OVERSIGHT].index is None
    ipak = given["ipak", Aspect.RESULT]
    assert (ipak.index, ipak.points) == (Decimal("3.71"), Decimal("16.23125"))
    assert (ipak.evidence, ipak.evidence_needed, ipak.link) == (3, 4, "")
    assert ipak.provenance.confidence is Confidence.PARTIAL


def test_the_same_file_again_changes_nothing(facts):
    rows = whole(facts, link="https://bukti.kpu.go.id/x")
    stored(facts, preview(facts, *rows))
    again = preview(facts, *rows)
    assert {each.status for each in again.rows} == {RowStatus.UNCHANGED}
    assert again.pending == ()


def test_some_scores_of_a_recorded_assessment_are_corrected_alone(facts):
    stored(facts, preview(facts, *whole(facts)))
    brief = HEADING[:5]
    found = preview(facts, row(OVERSIGHT, "3,5")[:5], heading=brief)
    assert found.rows[0].status is RowStatus.CHANGED
    assert found.rows[0].changes == (
        FieldChange(Field.POINTS, Decimal("2.5"), Decimal("3.5")),
    )
    stored(facts, found)
    given = {(s.component, s.aspect): s for s in newest_known(facts).scores}
    assert (given[OVERSIGHT].points, given[OVERSIGHT].version) == (Decimal("3.5"), 2)
    assert (given[OVERSIGHT].evidence, given[OVERSIGHT].evidence_needed) == (3, 4)
    assert given["pengawasan", Aspect.COMPLIANCE].version == 1


def test_a_missing_score_is_named_and_nothing_is_stored(facts):
    found = preview(facts, *whole(facts)[1:])
    assert refused(found) == [
        (RefusalKind.SCORE_MISSING, None, "", "manajemen-perubahan")
    ]
    assert told(found.refusals[0]) == {
        "assessor": Assessor.SELF,
        "period": "2022",
        "aspect": Aspect.COMPLIANCE,
    }
    assert (found.rows, found.pending) == ((), ())


@pytest.mark.parametrize(
    ("changed", "column", "rule", "value"),
    [
        ({OVERSIGHT: "7,6"}, "points", "above_weight", "7.6"),
        ({OVERSIGHT: "-1"}, "points", "score_negative", "-1"),
        ({OVERSIGHT: "1,23456"}, "points", "too_fine", "1.23456"),
        ({("ipkp", Aspect.RESULT): "4,1"}, "points", "above_index", "4.1"),
    ],
)
def test_a_score_against_the_rules_refuses_the_whole_file(
    facts, changed, column, rule, value
):
    rows = whole(facts, changed)
    found = preview(facts, *rows)
    slot = next(iter(changed))
    at = list(slots_of(read_scheme(facts))).index(slot) + 2
    assert refused(found) == [(RefusalKind.BREAKS_RULE, at, column, value)]
    assert told(found.refusals[0])["rule"] == rule
    assert found.rows == ()


def test_more_evidence_than_needed_and_a_strange_link_are_refused(facts):
    rows = whole(facts)
    rows[3] = row(OVERSIGHT, present=9, needed=4, link="ftp://bukti")
    rows = [each for each in rows if each[2:4] != ("pengawasan", "reform")]
    rows.append(row(OVERSIGHT, present=9, needed=4, link="ftp://bukti"))
    missing = preview(facts, *rows)
    kinds = {each.kind for each in missing.refusals}
    assert kinds == {RefusalKind.SCORE_MISSING, RefusalKind.BREAKS_RULE}
    columns = {each.column: each.value for each in missing.refusals if each.row}
    assert columns == {"evidence": "9/4", "evidence_link": "ftp://bukti"}


def test_a_year_that_nobody_can_assess_is_refused_at_the_first_row(facts):
    found = preview(facts, *whole(facts, period=2020))
    assert refused(found) == [(RefusalKind.BREAKS_RULE, 2, "period", "2020")]


def test_a_score_without_its_number_is_empty_where_the_number_belongs(facts):
    rows = whole(facts)
    rows[0] = (*rows[0][:4], None, "3", *rows[0][6:])
    rows[-1] = (*rows[-1][:4], "3", None, *rows[-1][6:])
    found = preview(facts, *rows)
    assert [(each.kind, each.row, each.column) for each in found.refusals] == [
        (RefusalKind.EMPTY, 2, "points"),
        (RefusalKind.EMPTY, 16, "survey_index"),
    ]


def test_a_score_given_twice_is_refused(facts):
    rows = whole(facts)
    found = preview(facts, *rows, rows[0])
    kinds = [(each.kind, each.row) for each in found.refusals]
    assert kinds == [(RefusalKind.DUPLICATE_ROW, 2), (RefusalKind.DUPLICATE_ROW, 17)]


def test_unknown_words_are_refused_where_they_stand(facts):
    rows = whole(facts)
    rows[0] = (2022, "tetangga", "manajemen perubahn", "pemenuhan", "x", *rows[0][5:])
    found = preview(facts, *rows)
    assert [(each.column, each.kind) for each in found.refusals] == [
        ("assessor", RefusalKind.UNKNOWN),
        ("component_code", RefusalKind.UNKNOWN),
        ("points", RefusalKind.NOT_A_NUMBER),
    ]
    assert told(found.refusals[1])["nearest"] == "Manajemen perubahan"


def test_what_is_recorded_for_a_later_day_is_not_overtaken(facts):
    later = replace(TERMS, known_on=TOMORROW)
    stored(facts, preview(facts, *whole(facts), terms=later))
    found = preview(facts, *whole(facts, {OVERSIGHT: "3"}))
    assert len(found.refusals) == 15
    assert {each.kind for each in found.refusals} == {RefusalKind.KNOWN_LATER}
    assert told(found.refusals[0]) == {"known_on": TOMORROW}


def test_two_assessors_may_stand_in_one_file(facts):
    rows = [*whole(facts), *whole(facts, {OVERSIGHT: "4"}, assessor="TPN")]
    stored(facts, preview(facts, *rows))
    assert newest_known(facts).assessor is Assessor.NATIONAL
    assert scores(facts) == 30


def test_a_file_that_says_what_a_simulation_said_leaves_it_simulated(facts):
    rows = simulated_scores(read_scheme(facts))
    store_simulated_rows(facts, integrity_scores, rows, by=BY_ADMIN)
    known = newest_known(facts)
    slots = {(each.component, each.aspect): each for each in known.scores}
    told_again = [
        row(
            slot,
            f"{each.points if each.index is None else each.index:f}",
            period=known.period,
            assessor=known.assessor,
            present=each.evidence,
            needed=each.evidence_needed,
            link=each.link,
        )
        for slot, each in slots.items()
    ]
    found = preview(facts, *told_again)
    assert {each.status for each in found.rows} == {RowStatus.UNCHANGED}
    assert newest_known(facts).is_simulated
    partly = preview(facts, *told_again[1:])
    assert [each.kind for each in partly.refusals] == [RefusalKind.SCORE_MISSING]
