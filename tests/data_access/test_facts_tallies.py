from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select

from data_access.facts_loading import load_facts
from data_access.facts_tallies import store_simulated
from data_access.journal import Author, remove_simulated, verify
from data_access.tables import milestones, tallies
from domain.tally import Tally, TallyOrigin, TallyState
from domain.verification import Verdict

ELECTION = "pemilu-2024"
OPERATOR = Author(
    actor="python -m tasks",
    reason="demonstration loaded",
    at=datetime(2022, 9, 8, 1, 0, tzinfo=UTC),
)


def tally(**changed):
    values = {
        "party_code": "gelora",
        "region_code": "52.71",
        "phase_code": "factual",
        "reported_on": date(2022, 10, 27),
        "known_on": date(2022, 10, 27),
        "members": 530,
        "required": 462,
        "sample": 223,
        "visited": 75,
        "met": 70,
        "eligible": 74,
        "correctable": 1,
        "ineligible": 0,
        "verdict": None,
        "state": TallyState.SUBMITTED,
        "decided_on": None,
        "minutes_number": None,
        "origin": TallyOrigin.SIMULATED,
    }
    return Tally(**values | changed)


PROGRESS = tally()
DECIDED = tally(
    reported_on=date(2022, 11, 5),
    known_on=date(2022, 11, 5),
    visited=223,
    state=TallyState.DECIDED,
    verdict=Verdict.ELIGIBLE,
    decided_on=date(2022, 11, 5),
    minutes_number="SIM-FACTUAL/52.71/2022",
)


@pytest.fixture
def loaded(connection):
    load_facts(connection, by=OPERATOR)
    return connection


def stored(connection):
    return connection.execute(select(tallies).order_by(tallies.c.version)).all()


def test_tallies_of_a_cell_are_numbered_in_their_order(loaded):
    assert store_simulated(loaded, ELECTION, [PROGRESS, DECIDED], by=OPERATOR) == 2
    assert [(row.version, row.visited) for row in stored(loaded)] == [(1, 75), (2, 223)]


def test_each_says_that_it_is_simulated(loaded):
    store_simulated(loaded, ELECTION, [PROGRESS], by=OPERATOR)
    (row,) = stored(loaded)
    assert row.origin == "simulated"
    assert row.confidence == "simulated"
    assert row.source.startswith("Simulasi")


def test_a_decided_one_has_made_up_minutes(loaded):
    store_simulated(loaded, ELECTION, [PROGRESS, DECIDED], by=OPERATOR)
    progress, decided = stored(loaded)
    assert (progress.minutes_date, progress.minutes_sha256) == (None, None)
    assert decided.minutes_date == date(2022, 11, 5)
    assert len(decided.minutes_sha256) == 64


def test_nothing_is_stored_where_there_are_tallies_already(loaded):
    store_simulated(loaded, ELECTION, [PROGRESS], by=OPERATOR)
    assert store_simulated(loaded, ELECTION, [PROGRESS, DECIDED], by=OPERATOR) == 0
    assert len(stored(loaded)) == 1


def test_removing_them_leaves_the_facts_and_the_chain(loaded):
    store_simulated(loaded, ELECTION, [PROGRESS, DECIDED], by=OPERATOR)
    assert remove_simulated(loaded, by=OPERATOR) == 2
    assert stored(loaded) == []
    assert loaded.scalar(select(func.count()).select_from(milestones)) == 124
    assert verify(loaded).is_sound
