import shutil
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select, text, update

from data_access import tables
from data_access.deadlines import read_deadline_rules, read_holiday_overrides
from data_access.elections import read_elections
from data_access.facts_csv import MalformedFact
from data_access.facts_loading import FOLDER, load_facts
from data_access.journal import Author, read_revision, verify
from data_access.parties import read_parties
from data_access.regions import read_regions
from data_access.timeline import read_milestones, read_stages
from data_access.verification import (
    read_phases,
    read_reported_figures,
    read_requirements,
)
from domain.timeline import Holding

ELECTION = "pemilu-2024"
DEMONSTRATION = date(2022, 9, 8)
OPERATOR = Author(
    actor="python -m tasks",
    reason="demonstration loaded",
    at=datetime(2022, 9, 8, 1, 0, tzinfo=UTC),
)


@pytest.fixture
def folder(tmp_path):
    """A copy of the project's facts, to be spoiled."""
    return shutil.copytree(FOLDER, tmp_path / "facts")


def spoil(folder, name, old, new):
    path = folder / name
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), encoding="utf-8")


def rows(connection):
    return {
        table.name: connection.scalar(select(func.count()).select_from(table))
        for table in tables.metadata.sorted_tables
    }


def test_every_fact_is_stored_and_journalled(connection):
    stored = load_facts(connection, by=OPERATOR)
    counts = rows(connection)
    assert counts.pop("journal") == counts.pop("journal_subjects") == stored
    assert counts.pop("journal_head") == 1
    of_staff = (
        "credentials",
        "duty_shifts",
        "integrity_scores",
        "people",
        "pledge_keys",
        "pledge_refusals",
        "pledge_uses",
        "pledges",
        "projections",
        "reminders",
        "scans",
        "service_figures",
        "sessions",
        "sign_in_attempts",
        "survey_rounds",
    )
    assert [counts.pop(table) for table in of_staff] == [0] * len(of_staff)
    assert counts == {
        "integrity_components": 9,
        "integrity_predicates": 2,
        "integrity_thresholds": 2,
        "reform_areas": 8,
        "accountability_bands": 7,
        "accountability_weights": 4,
        "accountability_years": 1,
        "baseline_days": 52,
        "baselines": 4,
        "deadline_rules": 68,
        "elections": 1,
        "holiday_overrides": 10,
        "milestone_phases": 10,
        "milestone_states": 216,
        "milestones": 124,
        "parties": 43,
        "party_decisions": 106,
        "phases": 5,
        "predecessors": 31,
        "published_counts": 39,
        "region_figures": 60,
        "regions": 166,
        "reported_figures": 12,
        "requirements": 9,
        "service_states": 11,
        "services": 11,
        "stage_states": 43,
        "stages": 17,
        "tallies": 0,
    }
    assert stored == sum(counts.values())
    assert verify(connection).is_sound


def test_loading_again_stores_nothing(connection):
    load_facts(connection, by=OPERATOR)
    revision = read_revision(connection)
    assert load_facts(connection, by=OPERATOR) == 0
    assert read_revision(connection) == revision


def test_a_fact_that_staff_changed_stays_as_they_left_it(connection):
    load_facts(connection, by=OPERATOR)
    connection.execute(
        update(tables.regions)
        .where(tables.regions.c.code == "52.71")
        .values(name="Mataram Baru")
    )
    assert load_facts(connection, by=OPERATOR) == 0
    names = [
        r.name for r in read_regions(connection, ELECTION, DEMONSTRATION, parent="52")
    ]
    assert "Mataram Baru" in names


def test_a_fact_added_to_the_files_is_stored_alone(connection, folder):
    load_facts(connection, by=OPERATOR)
    with (folder / "holiday_overrides.csv").open("a", encoding="utf-8") as lines:
        lines.write("2024-02-09,no,Cuti bersama,2023-09-12,SKB,recalled,\n")
    assert load_facts(connection, by=OPERATOR, folder=folder) == 1


@pytest.mark.parametrize("day", [DEMONSTRATION, date(2024, 12, 31)])
def test_every_read_makes_domain_values_of_the_facts(connection, day):
    load_facts(connection, by=OPERATOR)
    assert len(read_elections(connection)) == 1
    assert len(read_stages(connection, ELECTION, day)) == 17
    assert len(read_parties(connection, ELECTION, day)) == 43
    assert len(read_phases(connection, ELECTION, day)) in {4, 5}
    assert len(read_requirements(connection, ELECTION, day)) == 9
    assert len(read_regions(connection, ELECTION, day, parent="52")) == 10
    assert len(read_regions(connection, ELECTION, day, parent="0")) == 38
    assert read_milestones(connection, ELECTION, day)
    assert read_deadline_rules(connection, ELECTION, day)
    assert len(read_holiday_overrides(connection, day)) in {0, 10}
    assert len(read_reported_figures(connection, ELECTION, day)) in {0, 12}


def milestones(connection, day):
    return {each.code: each for each in read_milestones(connection, ELECTION, day)}


def test_on_8_september_nobody_knew_what_came_later(connection):
    load_facts(connection, by=OPERATOR)
    known = milestones(connection, DEMONSTRATION)
    assert not {"M3-12", "M3-13", "M4-03", "X1a", "X2b", "M6-11", "M9-05"} & set(known)
    assert known["M3-03"].schedule.actual_start == date(2022, 8, 2)
    assert known["M3-03"].schedule.actual_end is None
    run_off = [
        stage.holding
        for stage in read_stages(connection, ELECTION, DEMONSTRATION)
        if stage.is_run_off
    ]
    assert run_off == [Holding.CONDITIONAL] * 6


def test_the_run_off_is_not_held_from_20_march_2024(connection):
    load_facts(connection, by=OPERATOR)
    for day, holding in [
        (date(2024, 3, 19), Holding.CONDITIONAL),
        (date(2024, 3, 20), Holding.NOT_HELD),
    ]:
        found = [s for s in read_stages(connection, ELECTION, day) if s.is_run_off]
        assert {stage.holding for stage in found} == {holding}


def test_the_hand_over_shows_the_plan_known_that_day(connection):
    load_facts(connection, by=OPERATOR)
    before = milestones(connection, date(2022, 8, 14))["P03b"].schedule
    after = milestones(connection, date(2022, 8, 15))["P03b"].schedule
    assert (before.planned_start, before.planned_end) == (
        date(2022, 8, 30),
        date(2022, 8, 31),
    )
    assert (after.planned_start, after.planned_end) == (
        date(2022, 9, 4),
        date(2022, 9, 5),
    )


def test_the_reverification_of_ummat_enters_on_20_december(connection):
    load_facts(connection, by=OPERATOR)
    assert "M3-12" not in milestones(connection, date(2022, 12, 19))
    ummat = milestones(connection, date(2022, 12, 20))["M3-12"]
    assert ummat.added_on == date(2022, 12, 20)
    assert ummat.schedule.planned_end == date(2022, 12, 30)
    assert ummat.exception


def test_a_milestone_is_opened_at_the_number_of_its_states(connection):
    load_facts(connection, by=OPERATOR)
    assert milestones(connection, date(2024, 12, 31))["M9-05"].version == 3


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        (
            "pemilu-2024/elections.csv",
            "2024-02-14",
            "14 Feb 2024",
            ("pemilu-2024/elections.csv", 2, "voting_day", "14 Feb 2024"),
        ),
        (
            "pemilu-2024/milestones.csv",
            "M1-02,1,",
            "M1-02,12,",
            ("pemilu-2024/milestones.csv", 3, "stage_code", "12"),
        ),
        (
            "pemilu-2024/stages.csv",
            "2022-06-14,2024-06-14",
            "2022-06-14,2021-06-14",
            ("pemilu-2024/stages.csv", 2, "planned_end", "2021-06-14"),
        ),
        (
            "pemilu-2024/parties.csv",
            "gerindra,",
            "pkb,",
            ("pemilu-2024/parties.csv", 3, "code", "pkb"),
        ),
        (
            "pemilu-2024/elections.csv",
            "pemilu-2024,",
            "pemilu-2029,",
            ("pemilu-2024/elections.csv", 2, "code", "pemilu-2029"),
        ),
        (
            "regions.csv",
            "provinsi,0,",
            "propinsi,0,",
            ("facts/regions.csv", 3, "level", "propinsi"),
        ),
        (
            "regions.csv",
            "kabupaten,52,",
            "kabupaten,99,",
            ("facts/regions.csv", 41, "parent_code", "99"),
        ),
        (
            "holiday_overrides.csv",
            ",verified,",
            ",certain,",
            ("facts/holiday_overrides.csv", 2, "confidence", "certain"),
        ),
    ],
)
def test_a_malformed_file_is_named_and_nothing_is_stored(
    connection, folder, file, old, new, place
):
    spoil(folder, file, old, new)
    with pytest.raises(MalformedFact) as refused:
        load_facts(connection, by=OPERATOR, folder=folder)
    error = refused.value
    assert (error.file, error.row, error.column, error.value) == place
    assert read_revision(connection) == 0
    assert rows(connection)["regions"] == 0


def test_a_missing_file_leaves_the_database_as_it_was(connection, folder):
    (folder / "pemilu-2024" / "phases.csv").unlink()
    with pytest.raises(MalformedFact, match=r"pemilu-2024/phases\.csv"):
        load_facts(connection, by=OPERATOR, folder=folder)
    assert read_revision(connection) == 0


def test_a_load_that_the_database_refuses_leaves_no_trace(engine, folder):
    spoil(folder, "pemilu-2024/predecessors.csv", "M3-02,M3-01,", "M3-02,M3-02,")
    with pytest.raises(Exception, match="predecessors"), engine.begin() as connection:
        load_facts(connection, by=OPERATOR, folder=folder)
    with engine.connect() as connection:
        assert read_revision(connection) == 0
        assert connection.scalar(text("SELECT count(*) FROM regions")) == 0
