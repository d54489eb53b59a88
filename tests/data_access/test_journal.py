import json
from datetime import UTC, date, datetime, time, timedelta, timezone
from fractions import Fraction
from hashlib import sha256

import pytest
from sqlalchemy import delete, event, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from data_access import tables
from data_access.chain import GENESIS, canonical
from data_access.database import engine_for, writing
from data_access.journal import (
    Append,
    Author,
    Insert,
    Update,
    VersionConflict,
    read_revision,
    remove_simulated,
    verify,
    write,
    write_many,
)
from data_access.tables import Action, elections, journal, milestone_states, tallies
from domain.tally import TallyOrigin, TallyState
from domain.timeline import Holding
from domain.verification import Verdict
from tests.data_access.election_rows import (
    ELECTION,
    STAFF,
    deadline_rule,
    election,
    milestone_state,
    requirement,
    simulated,
    store,
    store_ground,
    tally,
)

WITA = timezone(timedelta(hours=8))
DAY = date(2022, 9, 8)
THE_MILESTONE = {"election_code": ELECTION, "milestone_code": "M3-03"}


def entries(connection):
    return connection.execute(select(journal).order_by(journal.c.id)).all()


def progress(percent, *, opened_at):
    return Append(
        table=milestone_states,
        key=THE_MILESTONE,
        values=milestone_state("M3-03", DAY, progress_percent=percent),
        expected_version=opened_at,
    )


def next_tally(party, region, *, opened_at):
    row = tally(DAY, party_code=party, region_code=region)
    key = {column.name: row.pop(column.name) for column in tallies.primary_key}
    del key["version"]
    return Append(table=tallies, key=key, values=row, expected_version=opened_at)


def renamed(name, *, opened_at):
    return Update(
        table=elections,
        key={"code": ELECTION},
        values={"name_english": name},
        expected_version=opened_at,
    )


def test_an_empty_database_has_revision_0_and_a_sound_journal(connection):
    assert read_revision(connection) == 0
    chain = verify(connection)
    assert (chain.entries, chain.head, chain.is_sound) == (0, GENESIS, True)


def test_an_entry_tells_who_when_why_and_what_stands_there_after(connection):
    revision = write(connection, Insert(elections, election()), by=STAFF)
    (entry,) = entries(connection)
    assert revision == entry.id == read_revision(connection) == 1
    assert (entry.actor, entry.reason) == ("operator@ntb", "weekly report")
    assert entry.at == STAFF.at
    assert entry.at.utcoffset() == timedelta(0)
    assert (entry.action, entry.table_name) == (Action.INSERT, "elections")
    assert entry.row_key == '{"code":"pemilu-2024"}'
    assert entry.before is None
    after = json.loads(entry.after)
    assert after["voting_day"] == "2024-02-14"
    assert (after["version"], after["note"]) == (1, "")


def test_a_change_tells_what_stood_there_before(connection):
    write(connection, Insert(elections, election()), by=STAFF)
    write(connection, renamed("2024 election", opened_at=1), by=STAFF)
    entry = entries(connection)[-1]
    before, after = json.loads(entry.before), json.loads(entry.after)
    assert entry.action is Action.UPDATE
    assert (before["name_english"], before["version"]) == ("General Election 2024", 1)
    assert (after["name_english"], after["version"]) == ("2024 election", 2)
    assert connection.scalar(select(elections.c.name_english)) == "2024 election"


def test_an_instant_of_any_zone_is_kept_in_utc(connection):
    wita = Author(actor="a", reason="b", at=datetime(2022, 9, 8, 11, 15, tzinfo=WITA))
    write(connection, Insert(elections, election()), by=wita)
    assert entries(connection)[0].at == datetime(2022, 9, 8, 3, 15, tzinfo=UTC)


def test_an_author_without_a_zone_is_refused():
    naive = datetime(2022, 9, 8, 11, 15)  # noqa: DTZ001 - what must be refused
    with pytest.raises(ValueError, match="names no zone"):
        Author(actor="a", reason="b", at=naive)


def test_an_author_without_a_name_is_refused(connection):
    nobody = Author(actor="", reason="b", at=STAFF.at)
    with pytest.raises(IntegrityError, match="names_its_author"):
        write(connection, Insert(elections, election()), by=nobody)


def test_a_column_that_no_table_has_is_refused(connection):
    with pytest.raises(ValueError, match="elections has no column nik"):
        write(connection, Insert(elections, election(nik="52")), by=STAFF)


def test_many_changes_are_stored_in_their_order_and_counted(connection):
    count = write_many(
        connection,
        [
            Insert(elections, election()),
            renamed("first", opened_at=1),
            renamed("second", opened_at=2),
            Insert(elections, election("pemilu-2029")),
        ],
        by=STAFF,
    )
    assert count == 4
    assert [entry.action for entry in entries(connection)] == [
        Action.INSERT,
        Action.UPDATE,
        Action.UPDATE,
        Action.INSERT,
    ]


def test_no_change_at_all_leaves_the_revision(connection):
    assert write_many(connection, [], by=STAFF) == 0
    assert read_revision(connection) == 0


def test_two_thousand_tallies_go_through_the_same_journal(connection):
    store_ground(connection)
    before = read_revision(connection)
    rows = [tally(DAY, version=version) for version in range(1, 2002)]
    store(connection, tallies, *rows)
    assert read_revision(connection) == before + 2001
    assert verify(connection).is_sound


def test_a_new_state_is_the_next_version_and_the_old_one_stays(connection):
    store_ground(connection)
    write(connection, progress(40, opened_at=0), by=STAFF)
    write(connection, progress(60, opened_at=1), by=STAFF)
    states = milestone_states.c
    query = select(states.version, states.progress_percent, states.holding)
    assert connection.execute(query.order_by(states.version)).all() == [
        (1, 40, Holding.PLANNED),
        (2, 60, Holding.PLANNED),
    ]


@pytest.mark.parametrize(("opened_at", "found"), [(0, 1), (2, 1)])
def test_a_state_opened_at_another_version_is_a_conflict(connection, opened_at, found):
    store_ground(connection)
    write(connection, progress(40, opened_at=0), by=STAFF)
    revision = read_revision(connection)
    with pytest.raises(VersionConflict, match="milestone_states") as conflict:
        write(connection, progress(60, opened_at=opened_at), by=STAFF)
    assert (conflict.value.expected, conflict.value.found) == (opened_at, found)
    assert conflict.value.stored["progress_percent"] == 40
    assert read_revision(connection) == revision


def test_the_next_version_of_nothing_is_a_conflict(connection):
    store_ground(connection)
    with pytest.raises(VersionConflict) as conflict:
        write(connection, progress(60, opened_at=1), by=STAFF)
    assert (conflict.value.found, conflict.value.stored) == (0, None)


def test_versions_that_follow_one_another_are_stored_in_one_writing(connection):
    store_ground(connection)
    changes = [progress(share, opened_at=share) for share in range(3)]
    assert write_many(connection, changes, by=STAFF) == 3
    states = milestone_states.c
    query = select(states.version, states.progress_percent).order_by(states.version)
    assert connection.execute(query).all() == [(1, 0), (2, 1), (3, 2)]
    assert verify(connection).is_sound


def test_two_versions_of_one_writing_opened_at_the_same_one_are_a_conflict(connection):
    store_ground(connection)
    changes = [progress(40, opened_at=0), progress(60, opened_at=0)]
    with pytest.raises(VersionConflict, match="opened at version 0, now at 1") as both:
        write_many(connection, changes, by=STAFF)
    assert both.value.stored["progress_percent"] == 40


def test_only_the_thing_itself_decides_which_version_is_the_newest(connection):
    store_ground(connection)
    cells = [("perindo", "52.71"), ("gelora", "52.08")]
    other = tally(DAY, party_code="perindo", region_code="52.08")
    store(connection, tallies, other)
    changes = [next_tally(party, region, opened_at=0) for party, region in cells]
    assert write_many(connection, changes, by=STAFF) == 2
    with pytest.raises(VersionConflict, match="now at 0"):
        write(connection, next_tally("gelora", "52.71", opened_at=1), by=STAFF)


def test_thousands_of_next_versions_take_a_few_statements(connection):
    store_ground(connection)
    changes = [next_tally("perindo", "52.71", opened_at=at) for at in range(2001)]
    statements = []
    event.listen(
        connection, "before_cursor_execute", lambda *told: statements.append(told[2])
    )
    assert write_many(connection, changes, by=STAFF) == 2001
    assert len(statements) < 20
    assert verify(connection).is_sound


def test_a_change_opened_at_another_version_is_a_conflict(connection):
    write(connection, Insert(elections, election()), by=STAFF)
    write(connection, renamed("first", opened_at=1), by=STAFF)
    with pytest.raises(VersionConflict, match="opened at version 1, now at 2") as one:
        write(connection, renamed("second", opened_at=1), by=STAFF)
    assert one.value.stored["name_english"] == "first"
    assert connection.scalar(select(elections.c.name_english)) == "first"


def test_a_change_of_nothing_is_a_conflict(connection):
    with pytest.raises(VersionConflict, match="now at 0"):
        write(connection, renamed("first", opened_at=1), by=STAFF)


def test_a_conflict_undoes_what_was_saved_with_it(engine):
    with pytest.raises(VersionConflict), engine.begin() as connection:
        write_many(
            connection,
            [Insert(elections, election()), renamed("first", opened_at=7)],
            by=STAFF,
        )
    with engine.connect() as connection:
        assert read_revision(connection) == 0
        assert connection.scalar(select(elections.c.code)) is None
        assert verify(connection).is_sound


def test_the_next_entry_follows_after_an_undone_one(engine):
    with engine.connect() as connection:
        write(connection, Insert(elections, election()), by=STAFF)
        connection.rollback()
    with engine.begin() as connection:
        assert write(connection, Insert(elections, election()), by=STAFF) == 1
        assert verify(connection).is_sound


TAMPERED = {
    "at": datetime(2022, 9, 8, 3, 15, 31, tzinfo=UTC),
    "actor": "somebody@else",
    "reason": "none",
    "action": Action.UPDATE,
    "table_name": "parties",
    "row_key": '{"code":"pemilu-1999"}',
    "before": "{}",
    "after": '{"code":"pemilu-2029"}',
    "previous_hash": "f" * 64,
    "hash": "f" * 64,
    "id": 9,
}


@pytest.fixture
def three_entries(connection):
    codes = ("pemilu-2019", "pemilu-2024", "pemilu-2029")
    store(connection, elections, *map(election, codes))
    return connection


def test_every_column_of_an_entry_is_under_the_seal():
    assert TAMPERED.keys() == set(journal.c.keys())


@pytest.mark.parametrize("column", TAMPERED)
@pytest.mark.parametrize("entry", [1, 2, 3])
def test_a_changed_entry_is_found(three_entries, column, entry):
    three_entries.execute(
        update(journal).where(journal.c.id == entry).values({column: TAMPERED[column]})
    )
    chain = verify(three_entries)
    assert not chain.is_sound
    # A renumbered entry is missing at its old place; so is what it took with it.
    assert (chain.entries, chain.broken_at) == (entry - 1, entry)


@pytest.mark.parametrize("entry", [1, 2, 3])
def test_a_removed_entry_is_found(three_entries, entry):
    three_entries.execute(delete(journal).where(journal.c.id == entry))
    assert verify(three_entries).broken_at == entry


def test_an_entry_added_behind_the_journals_back_is_found(three_entries):
    last = dict(entries(three_entries)[-1]._mapping)
    three_entries.execute(insert(journal).values(last | {"id": 4}))
    assert verify(three_entries).broken_at == 4


def test_a_head_that_was_moved_back_is_found(three_entries):
    three_entries.execute(delete(journal).where(journal.c.id == 3))
    three_entries.execute(update(tables.journal_head).values(last_id=2))
    assert verify(three_entries).broken_at == 3


def test_both_engines_give_an_entry_the_same_hash(connection):
    write(connection, Insert(elections, election()), by=STAFF)
    assert entries(connection)[0].hash == (
        "83e388d8d381dabd24f354bb1c2835a1e6e614f48387e99be26d490e851142c8"
    )


def test_rows_read_back_have_the_form_they_were_written_in(connection):
    store_ground(connection)
    rule = deadline_rule("LD-03", closes_at=time(23, 59))
    store(connection, tables.deadline_rules, rule)
    store(connection, tables.requirements, requirement("board", DAY))
    for table in (tables.deadline_rules, tables.requirements, tables.phases):
        stored = {
            canonical(dict(row)) for row in connection.execute(select(table)).mappings()
        }
        journalled = connection.scalars(
            select(journal.c.after).where(journal.c.table_name == table.name)
        )
        assert stored == set(journalled)


def test_a_value_without_a_form_in_the_journal_is_refused():
    with pytest.raises(TypeError, match="has no form"):
        canonical({"share": 0.75j})


def test_exact_values_keep_their_form_in_the_journal():
    values = {
        "share": Fraction(3, 4),
        "day": DAY,
        "closes_at": time(23, 59),
        "verdicts": frozenset({Verdict.INELIGIBLE, Verdict.ELIGIBLE}),
        "name": "Képulauan",
    }
    assert canonical(values) == (
        '{"closes_at":"23:59:00","day":"2022-09-08","name":"Képulauan",'
        '"share":"3/4","verdicts":["MS","TMS"]}'
    )


def test_simulated_tallies_are_removed_and_the_rest_stays(connection):
    store_ground(connection)
    store(
        connection,
        tallies,
        tally(DAY, **simulated()),
        tally(DAY, version=2, replaces=1),
        tally(DAY, region_code="52.08", **simulated()),
    )
    assert remove_simulated(connection, by=STAFF) == 2
    left = connection.execute(select(tallies.c.region_code, tallies.c.version)).all()
    assert left == [("52.71", 2)]
    assert verify(connection).is_sound


def test_a_removal_is_one_entry_with_number_and_seal_of_what_was_removed(connection):
    store_ground(connection)
    store(connection, tallies, tally(DAY, **simulated()))
    row = connection.execute(select(tallies)).mappings().one()
    seal = sha256(canonical(dict(row)).encode()).hexdigest()
    revision = read_revision(connection)
    remove_simulated(connection, by=STAFF)
    (entry,) = entries(connection)[revision:]
    assert (entry.action, entry.table_name) == (Action.PURGE, "tallies")
    assert entry.row_key == '{"origin":"simulated"}'
    assert json.loads(entry.before) == {"rows": 1, "sha256": seal}
    assert entry.after is None


def test_without_simulated_tallies_a_removal_writes_nothing(connection):
    store_ground(connection)
    store(connection, tallies, tally(DAY))
    revision = read_revision(connection)
    assert remove_simulated(connection, by=STAFF) == 0
    assert read_revision(connection) == revision
    assert connection.scalar(select(tallies.c.origin)) is TallyOrigin.MANUAL


def test_a_tally_is_appended_to_those_of_its_cell(connection):
    store_ground(connection)
    store(connection, tallies, tally(DAY))
    row = tally(date(2022, 9, 9), visited=10)
    key = {
        name: row.pop(name)
        for name in ("election_code", "phase_code", "party_code", "region_code")
    }
    correction = Append(table=tallies, key=key, values=row, expected_version=1)
    write(connection, correction, by=STAFF)
    states = select(tallies.c.version, tallies.c.state).order_by(tallies.c.version)
    assert connection.execute(states).all() == [
        (1, TallyState.SUBMITTED),
        (2, TallyState.SUBMITTED),
    ]


@pytest.mark.postgresql
def test_postgresql_keeps_instants_whatever_zone_its_session_has(postgresql_url):
    with writing(engine_for(postgresql_url)).begin() as connection:
        connection.execute(text("SET TIME ZONE 'Asia/Makassar'"))
        write(connection, Insert(elections, election()), by=STAFF)
        assert verify(connection).is_sound
        assert entries(connection)[0].at.utcoffset() == timedelta(0)
