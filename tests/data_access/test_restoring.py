from datetime import date, time
from fractions import Fraction

import pytest
from sqlalchemy import select

from data_access import tables
from data_access.history import read_entries, read_entry
from data_access.journal import (
    Append,
    Update,
    read_revision,
    remove_simulated,
    verify,
    write,
    write_many,
)
from data_access.restoring import undo
from domain.history import HistoryFilter
from domain.restoring import Obstacle
from domain.tally import TallyState
from domain.verification import Verdict
from tests.data_access.election_rows import (
    ELECTION,
    STAFF,
    deadline_rule,
    milestone_state,
    phase,
    requirement,
    simulated,
    store,
    store_ground,
    tally,
)

DAY, NEXT, ON = date(2022, 9, 8), date(2022, 9, 9), date(2022, 9, 12)
MILESTONE = {"election_code": ELECTION, "milestone_code": "M3-03"}
CELL = ("election_code", "phase_code", "party_code", "region_code")


@pytest.fixture
def ground(connection):
    store_ground(connection)
    return connection


def newest(connection):
    return read_entry(connection, read_revision(connection))


def undone(connection, *entries):
    """Undo writes, store what comes of it, and return the refusals."""
    found = undo(connection, entries, ON)
    if found.changes:
        write_many(connection, found.changes, by=STAFF)
    return found.refusals


def append(connection, table, key, row, *, opened_at):
    values = {name: each for name, each in row.items() if name not in (*key, "version")}
    change = Append(table=table, key=key, values=values, expected_version=opened_at)
    write(connection, change, by=STAFF)


def update(connection, table, key, **values):
    change = Update(table=table, key=key, values=values, expected_version=1)
    write(connection, change, by=STAFF)


def stored(connection, table, key):
    its_key = [table.c[name] == value for name, value in key.items()]
    order = table.c.version.desc()
    found = connection.execute(select(table).where(*its_key).order_by(order))
    return found.mappings().first()


def test_a_milestone_state_comes_back_as_a_new_version_known_today(ground):
    first = milestone_state("M3-03", DAY, progress_percent=40, actual_start=DAY)
    store(ground, tables.milestone_states, first)
    wrong = milestone_state("M3-03", NEXT, progress_percent=90)
    append(ground, tables.milestone_states, MILESTONE, wrong, opened_at=1)
    assert undone(ground, newest(ground)) == ()
    row = stored(ground, tables.milestone_states, MILESTONE)
    assert (row["version"], row["progress_percent"], row["actual_start"]) == (
        3,
        40,
        DAY,
    )
    assert row["known_on"] == ON
    assert verify(ground).is_sound


def test_a_tally_comes_back_in_place_of_the_one_it_replaces(ground):
    first, wrong = tally(DAY, visited=100), tally(NEXT, visited=10)
    store(ground, tables.tallies, first)
    key = {name: first[name] for name in CELL}
    append(ground, tables.tallies, key, wrong, opened_at=1)
    assert undone(ground, newest(ground)) == ()
    row = stored(ground, tables.tallies, key)
    assert (row["version"], row["replaces"], row["visited"]) == (3, 2, 100)
    assert (row["reported_on"], row["known_on"]) == (NEXT, ON)
    assert row["state"] is TallyState.SUBMITTED


@pytest.mark.parametrize(
    ("table", "row", "key", "column", "wrong"),
    [
        (
            tables.deadline_rules,
            deadline_rule("D1", closes_at=time(23, 59)),
            ("election_code", "code", "reading"),
            "closes_at",
            time(16, 0),
        ),
        (
            tables.requirements,
            requirement("R1", DAY, share=Fraction(3, 4)),
            ("election_code", "code", "known_on"),
            "share",
            Fraction(1, 2),
        ),
        (
            tables.phases,
            phase("reverification", position=5, milestone_code="M3-03"),
            ("election_code", "code"),
            "verdicts",
            frozenset({Verdict.ELIGIBLE}),
        ),
    ],
    ids=["time", "share", "verdicts"],
)
def test_an_updated_row_is_updated_back(ground, table, row, key, column, wrong):
    store(ground, table, row)
    its_key = {name: row[name] for name in key}
    update(ground, table, its_key, **{column: wrong})
    assert stored(ground, table, its_key)[column] == wrong
    assert undone(ground, newest(ground)) == ()
    after = stored(ground, table, its_key)
    assert (after[column], after["version"]) == (row[column], 3)


def test_a_first_tally_is_withdrawn(ground):
    first = tally(DAY, visited=100)
    store(ground, tables.tallies, first)
    assert undone(ground, newest(ground)) == ()
    row = stored(ground, tables.tallies, {name: first[name] for name in CELL})
    assert (row["state"], row["takes_back"]) == (TallyState.WITHDRAWN, 1)
    assert (row["version"], row["replaces"], row["visited"]) == (2, 1, 100)
    assert (row["reported_on"], row["known_on"]) == (DAY, ON)


def test_a_withdrawal_is_undone_as_well(ground):
    first = tally(DAY)
    store(ground, tables.tallies, first)
    undone(ground, newest(ground))
    assert undone(ground, newest(ground)) == ()
    row = stored(ground, tables.tallies, {name: first[name] for name in CELL})
    assert (row["state"], row["takes_back"]) == (TallyState.SUBMITTED, None)


def test_nothing_counts_again_before_what_is_undone_counted(ground):
    later = date(2022, 10, 1)
    store(ground, tables.milestone_states, milestone_state("M3-03", DAY))
    wrong = milestone_state("M3-03", later, progress_percent=90)
    append(ground, tables.milestone_states, MILESTONE, wrong, opened_at=1)
    undone(ground, newest(ground))
    assert stored(ground, tables.milestone_states, MILESTONE)["known_on"] == later


def test_a_first_version_is_refused(ground):
    store(ground, tables.milestone_states, milestone_state("M3-03", DAY))
    (refusal,) = undone(ground, newest(ground))
    assert refusal.obstacle is Obstacle.NOTHING_BEFORE


def test_a_later_change_is_named_and_nothing_is_stored(ground):
    key = {"code": ELECTION}
    update(ground, tables.elections, key, name_english="first")
    wrong = newest(ground)
    change = Update(
        table=tables.elections,
        key=key,
        values={"name_english": "second"},
        expected_version=2,
    )
    write(ground, change, by=STAFF)
    revision = read_revision(ground)
    (refusal,) = undone(ground, wrong)
    assert refusal.obstacle is Obstacle.CHANGED_SINCE
    assert refusal.later == newest(ground)
    assert read_revision(ground) == revision


def test_a_whole_batch_goes_back_row_by_row(ground):
    key = {"code": ELECTION}
    store(ground, tables.milestone_states, milestone_state("M3-03", DAY))
    batch = [
        Update(
            table=tables.elections,
            key=key,
            values={"name_english": name},
            expected_version=version,
        )
        for version, name in ((1, "first"), (2, "second"))
    ]
    write_many(ground, batch, by=STAFF)
    entries = read_entries(ground, HistoryFilter(table="elections"), limit=2)
    refusals = undone(ground, *entries, read_entry(ground, entries[-1].number - 1))
    row = stored(ground, tables.elections, key)
    assert (row["name_english"], row["version"]) == ("General Election 2024", 4)
    assert [each.obstacle for each in refusals] == [Obstacle.NOTHING_BEFORE]


def test_a_simulated_tally_that_was_removed_stays_removed(ground):
    first = tally(DAY, **simulated())
    store(ground, tables.tallies, first)
    key = {name: first[name] for name in CELL}
    append(ground, tables.tallies, key, tally(NEXT, **simulated()), opened_at=1)
    entry = newest(ground)
    remove_simulated(ground, by=STAFF)
    (refusal,) = undone(ground, entry)
    assert refusal.obstacle is Obstacle.REMOVAL
