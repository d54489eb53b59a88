"""What a read looks at, so that a nation's tallies do not slow down one province."""

from datetime import date

import pytest
from sqlalchemy import event

from data_access.database import engine_for
from data_access.deadlines import read_deadline_rules, read_holiday_overrides
from data_access.elections import read_election
from data_access.journal import read_revision
from data_access.parties import read_parties
from data_access.regions import read_regions
from data_access.timeline import (
    read_baselines,
    read_milestone_history,
    read_milestones,
    read_stages,
)
from data_access.verification import (
    Recaps,
    read_daily_totals,
    read_party_tallies,
    read_phase_totals,
    read_phases,
    read_region_tallies,
    read_reported_figures,
    read_requirements,
    read_tallies,
)
from tests.data_access.election_rows import ELECTION, NTB

DAY = date(2022, 9, 8)
RECAPS = Recaps(phase="factual", party="perindo", province=NTB)
READS = {
    "revision": lambda c: read_revision(c),
    "election": lambda c: read_election(c, ELECTION),
    "regions": lambda c: read_regions(c, ELECTION, DAY, parent=NTB),
    "stages": lambda c: read_stages(c, ELECTION, DAY),
    "milestones": lambda c: read_milestones(c, ELECTION, DAY),
    "history": lambda c: read_milestone_history(c, ELECTION, "M3-03", DAY),
    "baselines": lambda c: read_baselines(c, ELECTION, DAY),
    "parties": lambda c: read_parties(c, ELECTION, DAY),
    "deadline_rules": lambda c: read_deadline_rules(c, ELECTION, DAY),
    "phases": lambda c: read_phases(c, ELECTION, DAY),
    "requirements": lambda c: read_requirements(c, ELECTION, DAY),
    "reported_figures": lambda c: read_reported_figures(c, ELECTION, DAY),
    "tallies": lambda c: read_tallies(c, ELECTION, "factual", DAY, province=NTB),
    "party": lambda c: read_party_tallies(c, ELECTION, "perindo", DAY, province=NTB),
    "region": lambda c: read_region_tallies(c, ELECTION, "52.71", DAY),
    "totals": lambda c: read_phase_totals(c, ELECTION, DAY, province=NTB),
    "daily": lambda c: read_daily_totals(c, ELECTION, DAY, RECAPS),
}
OWN_RESULTS = ("cells", "growths", "(subquery", "anon")
"""Names of what a query has already found; going through that is no search."""


@pytest.fixture
def statements(sqlite_url):
    """A connection, and the statements that went through it."""
    found = []

    def remember(_, __, statement, parameters, *___):
        found.append((statement, parameters))

    engine = engine_for(sqlite_url)
    with engine.connect() as connection:
        connection.begin()
        event.listen(connection, "before_cursor_execute", remember)
        yield connection, found


def plan_of(connection, statement, parameters):
    rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
    return [row.detail for row in rows]


@pytest.mark.parametrize("name", READS)
def test_a_read_is_one_statement_that_searches_by_an_index(statements, name):
    connection, found = statements
    READS[name](connection)
    ((statement, parameters),) = found
    for step in plan_of(connection, statement, parameters):
        if step.startswith("SCAN"):
            assert step.split()[1].startswith(OWN_RESULTS), step
        assert "AUTOMATIC" not in step, step  # an index made for one query alone


@pytest.mark.parametrize("name", ["tallies", "party", "region", "totals", "daily"])
def test_tallies_are_found_by_the_key_of_their_cell(statements, name):
    connection, found = statements
    READS[name](connection)
    (statement, parameters) = found[0]
    searches = [
        step
        for step in plan_of(connection, statement, parameters)
        if step.startswith(("SEARCH known ", "SEARCH tallies ", "SEARCH draft "))
    ]
    assert searches
    for step in searches:
        assert "party_code=? AND region_code=?" in step, step


def test_decisions_on_holidays_are_few_and_read_at_once(statements):
    connection, found = statements
    read_holiday_overrides(connection, DAY)
    assert len(found) == 1
