"""The self-assessment: what is known on a day, recorded and refused."""

import shutil
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from data_access.changes import VersionConflict
from data_access.database import writing
from data_access.facts_csv import MalformedFact
from data_access.facts_loading import FOLDER, load_facts
from data_access.facts_simulated import store_simulated_rows
from data_access.history import read_entries
from data_access.integrity_assessment_recording import (
    OpenedAssessment,
    record_assessment,
)
from data_access.integrity_assessments import (
    read_assessments,
    read_attained,
    read_newest_versions,
    read_reform_areas,
    read_scheme,
)
from data_access.journal import remove_simulated, write_many
from data_access.milestone_recording import RowsRefused
from data_access.recording import NotPermitted
from data_access.restoring import undo
from data_access.tables import integrity_scores
from domain.history import HistoryFilter
from domain.integrity_assessment import (
    Aspect,
    Assessor,
    Predicate,
    newest,
    next_predicate,
)
from domain.integrity_scores import ScoreEdit, slots_of
from domain.integrity_standing import distance, parts_of, total_of
from tasks.simulation_assessment import simulated_scores
from tests.data_access.recorders import OPERATOR, TODAY, errand
from tests.data_access.staff import BY_ADMIN

STAKEHOLDER_DAY = date(2022, 9, 8)
IPAK = ("ipak", Aspect.RESULT)
OVERSIGHT = ("pengawasan", Aspect.REFORM)


@pytest.fixture
def simulated(connection):
    load_facts(connection, by=BY_ADMIN)
    rows = simulated_scores(read_scheme(connection))
    store_simulated_rows(connection, integrity_scores, rows, by=BY_ADMIN)
    return connection


@pytest.fixture
def facts(engine):
    with writing(engine).begin() as connection:
        load_facts(connection, by=BY_ADMIN)
        return slots_of(read_scheme(connection))


def opened(**versions):
    known = dict.fromkeys(versions.items(), 1)
    return OpenedAssessment(period=2022, assessor=Assessor.SELF, versions=known)


def typed(slots, **changed):
    edits = {slot: ScoreEdit(number="3") for slot in slots}
    return edits | {IPAK: ScoreEdit(number="3,71")} | changed


def standing(connection, day):
    scheme = read_scheme(connection)
    found = newest(read_assessments(connection, day))
    parts = parts_of(found, scheme)
    asked = scheme.thresholds[next_predicate(read_attained(connection, day))]
    return found, total_of(parts), distance(parts, asked)


def test_each_day_has_its_assessment_and_its_next_predicate(simulated):
    found, total, gap = standing(simulated, STAKEHOLDER_DAY)
    assert (found.period, found.assessor) == (2022, Assessor.SELF)
    assert found.is_simulated
    assert total == Decimal("76.59375")
    assert gap.threshold.predicate is Predicate.WBK
    assert [(each.component.code, each.points) for each in gap.components] == [
        ("pengawasan", Decimal("0.3")),
        ("ipak", Decimal("0.35")),
    ]
    assert standing(simulated, date(2022, 11, 6))[2].is_met
    _found, _total, gap = standing(simulated, date(2026, 11, 24))
    assert (gap.threshold.predicate, gap.is_met) == (Predicate.WBBM, True)


def test_nothing_is_known_before_its_day(simulated):
    assert read_assessments(simulated, date(2021, 6, 14)) == ()
    assert len(read_assessments(simulated, STAKEHOLDER_DAY)) == 3
    assert read_attained(simulated, date(2022, 12, 30)) == ()
    assert len(read_attained(simulated, date(2026, 2, 12))) == 2
    assert len(read_reform_areas(simulated)) == 8


def test_simulated_assessments_go_with_the_others(simulated):
    assert remove_simulated(simulated, by=BY_ADMIN) == 120
    assert read_assessments(simulated, date(2026, 11, 24)) == ()


def test_an_assessment_is_recorded_whole_and_exactly(engine, facts):
    record_assessment(engine, errand(), opened(), typed(facts))
    with engine.connect() as connection:
        (found,) = read_assessments(connection, TODAY)
        assert read_assessments(connection, TODAY - timedelta(days=1)) == ()
        versions = read_newest_versions(connection, 2022, Assessor.SELF)
    by_slot = {(each.component, each.aspect): each for each in found.scores}
    assert (by_slot[IPAK].index, by_slot[IPAK].points) == (
        Decimal("3.71"),
        Decimal("16.23125"),
    )
    assert (by_slot[OVERSIGHT].index, by_slot[OVERSIGHT].points) == (None, Decimal(3))
    assert set(versions.values()) == {1}
    assert not found.is_simulated


def test_an_assessment_that_breaks_a_rule_stores_nothing(engine, facts):
    edits = typed(facts) | {OVERSIGHT: ScoreEdit(number="7.6")}
    with pytest.raises(RowsRefused) as refused:
        record_assessment(engine, errand(), opened(), edits)
    ((row, (broken,)),) = refused.value.rows.items()
    assert (row, broken.field, broken.rule) == (
        "pengawasan/reform",
        "points",
        "above_weight",
    )
    with engine.connect() as connection:
        count = select(func.count()).select_from(integrity_scores)
        assert connection.scalar(count) == 0


def test_whoever_saves_second_is_told(engine, facts):
    record_assessment(engine, errand(), opened(), typed(facts))
    with pytest.raises(VersionConflict):
        record_assessment(engine, errand(), opened(), typed(facts))


def test_an_operator_may_not(engine, facts):
    with pytest.raises(NotPermitted):
        record_assessment(engine, errand(OPERATOR), opened(), typed(facts))


def test_an_earlier_score_can_be_put_back_exactly(engine, facts):
    record_assessment(engine, errand(), opened(), typed(facts))
    again = OpenedAssessment(
        period=2022, assessor=Assessor.SELF, versions=dict.fromkeys(facts, 1)
    )
    later = typed(facts) | {IPAK: ScoreEdit(number="2")}
    record_assessment(engine, errand(reason="correction"), again, later)
    with writing(engine).begin() as connection:
        key = {
            "period": 2022,
            "component_code": "ipak",
            "aspect": "result",
            "assessor": "self_assessment",
        }
        its_row = HistoryFilter(table="integrity_scores", key=key, with_drafts=True)
        last, _first = read_entries(connection, its_row, limit=2)
        undoing = undo(connection, [last], TODAY)
        write_many(connection, undoing.changes, by=BY_ADMIN)
        (found,) = read_assessments(connection, TODAY)
    (score,) = [each for each in found.scores if each.component == "ipak"]
    assert (score.points, score.version) == (Decimal("16.23125"), 3)


@pytest.mark.parametrize(
    ("old", "new", "column", "expected"),
    [
        (
            "management,4,4,",
            "management,4,4.5,",
            "compliance_weight",
            "add up to 60",
        ),
        ("IPKP,IPKP,,,17.5", "IPKP,IPKP,,,18", "result_weight", "add up to 40"),
        (
            "IPKP,IPKP,,,17.5",
            "IPKP,IPKP,1,,17.5",
            "result_weight",
            "the weight of a result",
        ),
        ("IPKP,IPKP,,,17.5", "IPKP,IPKP,,,-1", "result_weight", "points, written 3.5"),
        ("IPKP,IPKP,,,17.5", "IPKP,IPKP,,,x", "result_weight", "points, written 3.5"),
    ],
)
def test_weights_that_do_not_add_up_stop_the_load(
    connection, tmp_path, old, new, column, expected
):
    folder = shutil.copytree(FOLDER, tmp_path / "facts")
    file = folder / "integrity_components.csv"
    content = file.read_text(encoding="utf-8")
    assert old in content
    file.write_text(content.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(MalformedFact) as malformed:
        load_facts(connection, by=BY_ADMIN, folder=folder)
    assert malformed.value.column == column
    assert expected in malformed.value.expected
