"""What a read looks at, so that a nation's tallies do not slow down one province."""

from datetime import date

import pytest
from sqlalchemy import event

from data_access.database import engine_for
from data_access.deadlines import read_deadline_rules, read_holiday_overrides
from data_access.elections import read_election
from data_access.journal import Update, VersionConflict, read_revision
from data_access.parties import read_parties
from data_access.reconciliation import read_books
from data_access.regions import read_regions
from data_access.silence import read_region_reports
from data_access.staff_tallies import read_recorded_tallies, read_tally_versions
from data_access.tables import elections
from data_access.tallies import read_province_tallies
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
from data_access.versions import refuse_stale
from domain.tally_entry import Cell
from tests.data_access.election_rows import ELECTION, NTB

DAY = date(2022, 9, 8)
RECAPS = Recaps(phase="factual", party="perindo", province=NTB)
CELL = Cell(election=ELECTION, phase="factual", party="perindo", region="52.71")
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
    "province": lambda c: read_province_tallies(c, ELECTION, DAY, province=NTB),
    "recorded": lambda c: read_recorded_tallies(
        c, ELECTION, "factual", DAY, region="52.71"
    ),
    "versions": lambda c: read_tally_versions(c, CELL, DAY),
    "daily": lambda c: read_daily_totals(c, ELECTION, DAY, RECAPS),
}
OWN_RESULTS = ("cells", "growths", "(subquery", "anon")
"""Names of what a query has already found; going through that is no search."""
OF_TALLIES = tuple(
    f"SEARCH {name} "
    for name in ("known", "tallies", "draft", "later", "refused", "answer", "every")
)
"""How a search of tallies by any name begins."""


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


OF_CELLS = [
    "tallies",
    "party",
    "region",
    "totals",
    "daily",
    "province",
    "recorded",
    "versions",
]


@pytest.mark.parametrize("name", OF_CELLS)
def test_tallies_are_found_by_the_key_of_their_cell(statements, name):
    connection, found = statements
    READS[name](connection)
    (statement, parameters) = found[0]
    searches = [
        step
        for step in plan_of(connection, statement, parameters)
        if step.startswith(OF_TALLIES)
    ]
    assert searches
    for step in searches:
        assert "party_code=? AND region_code=?" in step, step


def test_the_few_tallies_that_take_others_back_have_an_index_of_their_own(statements):
    connection, found = statements
    READS["tallies"](connection)
    (statement, parameters) = found[0]
    plan = plan_of(connection, statement, parameters)
    taken_back = [step for step in plan if step.startswith("SEARCH later ")]
    assert taken_back
    assert all("ix_tallies_taken_back" in step for step in taken_back), taken_back


OF_SEVERAL_STATEMENTS = {
    "books": (9, lambda c: read_books(c, ELECTION, DAY, province=NTB)),
    "silence": (
        2,
        lambda c: read_region_reports(c, ELECTION, "factual", DAY, province=NTB),
    ),
}


@pytest.mark.parametrize("name", OF_SEVERAL_STATEMENTS)
def test_a_read_of_several_statements_searches_by_the_key_of_the_cell(statements, name):
    connection, found = statements
    count, read = OF_SEVERAL_STATEMENTS[name]
    read(connection)
    assert len(found) == count
    for statement, parameters in tuple(found):
        for step in plan_of(connection, statement, parameters):
            if step.startswith("SCAN"):
                assert step.split()[1].startswith(OWN_RESULTS), step
            if step.startswith((*OF_TALLIES, "SEARCH given ")):
                assert "party_code=? AND region_code=?" in step, step


def test_who_stored_a_row_is_found_by_an_index(statements):
    connection, found = statements
    stored = {"code": ELECTION, "version": 2}
    change = Update(table=elections, key={}, values={}, expected_version=1)
    with pytest.raises(VersionConflict):
        refuse_stale(connection, change, stored)
    ((statement, parameters),) = found
    (step,) = plan_of(connection, statement, parameters)
    assert "ix_journal_table_name_row_key" in step, step


def test_decisions_on_holidays_are_few_and_read_at_once(statements):
    connection, found = statements
    read_holiday_overrides(connection, DAY)
    assert len(found) == 1
