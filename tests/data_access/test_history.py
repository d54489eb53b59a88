import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import event, func, insert, select

from data_access import tables
from data_access.chain import read_head
from data_access.database import engine_for, writing
from data_access.history import (
    read_actors,
    read_batches,
    read_entries,
    read_entry,
)
from data_access.journal import (
    Append,
    Insert,
    Update,
    read_revision,
    remove_simulated,
    write,
    write_many,
)
from domain.history import Action, Deed, HistoryFilter, differences
from domain.tally import TallyState
from tests.data_access.election_rows import (
    ELECTION,
    STAFF,
    baseline,
    baseline_day,
    election,
    holiday_override,
    milestone_state,
    simulated,
    store_ground,
    tally,
)

WITA = timezone(timedelta(hours=8))
DAY, NEXT = date(2022, 9, 8), date(2022, 9, 9)
MILESTONE = {"election_code": ELECTION, "milestone_code": "M3-03"}
ALL = HistoryFilter()
ANI = replace(
    STAFF, actor="ani", reason="figures of Mataram", at=datetime(2022, 9, 9, tzinfo=UTC)
)
BUDI = replace(
    STAFF, actor="budi", reason="dates", at=datetime(2022, 9, 10, tzinfo=UTC)
)


@pytest.fixture
def ground(connection):
    store_ground(connection)
    return connection


def numbers(entries):
    return [each.number for each in entries]


def record(connection, table, *rows, by=ANI):
    write_many(connection, [Insert(table, row) for row in rows], by=by)
    return read_revision(connection)


def found(connection, **asked):
    return numbers(read_entries(connection, HistoryFilter(**asked), limit=100))


def test_an_empty_journal_has_no_entries(connection):
    assert read_entries(connection, ALL) == ()
    assert read_batches(connection, ALL) == ()
    assert read_actors(connection) == ()
    assert read_entry(connection, 1) is None
    assert read_head(connection) == (0, "0" * 64)


def test_an_entry_tells_who_when_why_and_what(connection):
    record(connection, tables.elections, election())
    (entry,) = read_entries(connection, ALL)
    assert entry == read_entry(connection, 1)
    assert (entry.actor, entry.reason, entry.at) == (ANI.actor, ANI.reason, ANI.at)
    assert (entry.action, entry.table) == (Action.INSERT, "elections")
    assert entry.key == {"code": ELECTION}
    assert entry.before is None
    assert entry.after["voting_day"] == "2024-02-14"


def test_the_newest_entries_come_first_and_the_older_ones_follow(ground):
    last = read_revision(ground)
    first = read_entries(ground, ALL, limit=4)
    assert numbers(first) == [last, last - 1, last - 2, last - 3]
    older = read_entries(ground, ALL, first[-1].number, limit=4)
    assert numbers(older) == [last - 4, last - 5, last - 6, last - 7]


def test_of_a_new_version_the_one_before_is_what_stood_there(ground):
    record(ground, tables.milestone_states, milestone_state("M3-03", DAY))
    change = Append(
        table=tables.milestone_states,
        key=MILESTONE,
        values=state(progress_percent=40),
        expected_version=1,
    )
    write(ground, change, by=BUDI)
    second, first = read_entries(ground, HistoryFilter(milestone="M3-03"), limit=2)
    assert first.before is None
    assert second.before == first.after
    changed = {each.field: each.after for each in differences(second)}
    assert changed == {"progress_percent": 40}


def state(**values):
    row = milestone_state("M3-03", DAY, **values)
    return {
        name: each for name, each in row.items() if name not in (*MILESTONE, "version")
    }


def test_a_first_version_after_a_removal_has_nothing_before_it(ground):
    record(ground, tables.tallies, tally(DAY, **simulated()))
    remove_simulated(ground, by=STAFF)
    record(ground, tables.tallies, tally(DAY), by=BUDI)
    entry = read_entry(ground, read_revision(ground))
    assert entry.before is None


def test_an_update_tells_itself_what_stood_there(ground):
    change = Update(
        table=tables.elections,
        key={"code": ELECTION},
        values={"name_english": "2024"},
        expected_version=1,
    )
    write(ground, change, by=BUDI)
    (entry,) = read_entries(ground, HistoryFilter(action=Action.UPDATE))
    (changed,) = differences(entry)
    assert (changed.before, changed.after) == ("General Election 2024", "2024")


def test_entries_are_found_by_who_what_and_how(ground):
    last = record(
        ground,
        tables.tallies,
        tally(DAY),
        tally(DAY, region_code="52.08"),
        tally(DAY, party_code="gelora"),
    )
    mataram, utara, gelora = last - 2, last - 1, last
    assert found(ground, actor="ani") == [gelora, utara, mataram]
    assert found(ground, actor="nobody") == []
    assert found(ground, table="tallies", region="52.71") == [gelora, mataram]
    assert found(ground, table="tallies", party="perindo") == [utara, mataram]
    assert found(ground, party="gelora", region="52.71") == [gelora]
    assert found(ground, action=Action.PURGE) == found(ground, deed=Deed.REMOVED) == []
    cell = ("election_code", "phase_code", "party_code", "region_code")
    key = {name: tally(DAY)[name] for name in cell}
    assert found(ground, table="tallies", key=key) == [mataram]


def test_entries_are_found_by_what_somebody_did(ground):
    states = (TallyState.DRAFT, TallyState.SUBMITTED)
    versions = [
        tally(DAY, version=number, state=state)
        for number, state in enumerate(states, start=1)
    ]
    draft, submitted = (record(ground, tables.tallies, each) for each in versions)
    importing = replace(ANI, deed=Deed.IMPORTED)
    imported = record(
        ground, tables.tallies, tally(DAY, party_code="gelora"), by=importing
    )
    assert found(ground, deed=Deed.SUBMITTED) == [submitted]
    assert found(ground, deed=Deed.IMPORTED, party="gelora") == [imported]
    recorded = HistoryFilter(deed=Deed.RECORDED, table="tallies", with_drafts=True)
    assert numbers(read_entries(ground, recorded)) == [draft]


def test_the_record_of_an_item_itself_is_found_by_its_code(ground):
    for asked in ({"party": "gelora"}, {"region": "52.71"}, {"milestone": "M3-03"}):
        (number,) = found(ground, **asked)
        assert read_entry(ground, number).after["code"] in asked.values()


def test_the_days_of_a_baseline_are_found_by_their_item(ground):
    record(ground, tables.baselines, baseline("pkpu-3", DAY))
    last = record(
        ground, tables.baseline_days, baseline_day("pkpu-3", "M3-03", DAY, NEXT)
    )
    assert found(ground, milestone="M3-03", actor="ani") == [last]


def test_entries_of_another_election_stay_out_and_those_of_none_in(ground):
    other = record(ground, tables.elections, election("pemilu-2029"))
    holiday = record(ground, tables.holiday_overrides, holiday_override(DAY, DAY))
    numbers_found = found(ground, election=ELECTION)
    assert other not in numbers_found
    assert holiday in numbers_found


def test_a_range_of_days_is_that_of_the_office(ground):
    evening = replace(ANI, at=datetime(2022, 9, 11, 23, 59, tzinfo=WITA))
    midnight = replace(ANI, at=datetime(2022, 9, 12, 0, 0, tzinfo=WITA))
    much_later = replace(ANI, at=datetime(2022, 9, 20, tzinfo=WITA))
    writings = (evening, midnight, much_later)
    days = (date(2022, 1, 1), date(2022, 1, 2), date(2022, 1, 3))
    first, second, third = (
        record(ground, tables.holiday_overrides, holiday_override(day, DAY), by=by)
        for day, by in zip(days, writings, strict=True)
    )
    start, end = midnight.at, midnight.at + timedelta(days=1)
    assert found(ground, since=start, until=end) == [second]
    assert found(ground, since=start) == [third, second]
    assert found(ground, until=start, actor="ani") == [first]


def test_clocks_of_two_servers_may_disagree(ground):
    late, early = (
        replace(ANI, at=datetime(2022, 9, 12, tzinfo=WITA) + timedelta(seconds=each))
        for each in (1, -1)
    )
    first = record(
        ground, tables.holiday_overrides, holiday_override(DAY, DAY), by=late
    )
    second = record(
        ground, tables.holiday_overrides, holiday_override(NEXT, DAY), by=early
    )
    midnight = datetime(2022, 9, 12, tzinfo=WITA)
    assert found(ground, since=midnight) == [first]
    assert found(ground, until=midnight, actor="ani") == [second]


def test_drafts_are_found_only_where_they_are_asked_for(ground):
    last = record(ground, tables.tallies, tally(DAY, state=TallyState.DRAFT))
    assert found(ground, table="tallies") == []
    assert found(ground, table="tallies", with_drafts=True) == [last]


def test_one_writing_is_one_batch_with_all_its_entries(ground):
    before = read_revision(ground)
    last = record(ground, tables.tallies, tally(DAY), tally(DAY, region_code="52.08"))
    newest, loaded = read_batches(ground, ALL)
    assert (newest.last, newest.entries, newest.newest.number) == (last, 2, last)
    assert (loaded.last, loaded.entries) == (before, before)
    assert found(ground, batch=newest.newest.batch) == [last, last - 1]


def test_a_batch_goes_on_while_person_instant_and_reason_are_the_same(ground):
    record(ground, tables.tallies, tally(DAY))
    record(ground, tables.tallies, tally(DAY, region_code="52.08"))
    record(ground, tables.milestone_states, milestone_state("M3-03", DAY), by=BUDI)
    record(ground, tables.tallies, tally(DAY, party_code="gelora"))
    counts = [each.entries for each in read_batches(ground, ALL, limit=3)]
    assert counts == [1, 1, 2]


def test_batches_are_paged_and_narrowed_like_entries(ground):
    record(ground, tables.tallies, tally(DAY))
    record(ground, tables.milestone_states, milestone_state("M3-03", DAY), by=BUDI)
    (first,) = read_batches(ground, ALL, limit=1)
    assert first.newest.actor == "budi"
    (second,) = read_batches(ground, ALL, first.newest.batch, limit=1)
    assert second.newest.actor == "ani"
    own = read_batches(ground, HistoryFilter(milestone="M3-03"))
    assert [each.newest.actor for each in own] == ["budi", STAFF.actor]
    assert own[1].entries > 1
    assert own[1].newest.table == "milestones"


def test_everybody_who_ever_wrote_is_named_once(ground):
    record(ground, tables.tallies, tally(DAY))
    record(ground, tables.tallies, tally(DAY, region_code="52.08"), by=BUDI)
    assert read_actors(ground) == ("ani", "budi", "operator@ntb")


READS = {
    "all": ALL,
    "actor": HistoryFilter(actor="ani"),
    "table": HistoryFilter(table="tallies"),
    "row": HistoryFilter(table="milestone_states", key=MILESTONE),
    "action": HistoryFilter(action=Action.UPDATE),
    "deed": HistoryFilter(deed=Deed.IMPORTED),
    "milestone": HistoryFilter(milestone="M3-03", election=ELECTION),
    "party": HistoryFilter(party="gelora", election=ELECTION),
    "region": HistoryFilter(region="52.71", election=ELECTION),
    "days": HistoryFilter(since=ANI.at, until=BUDI.at),
    "batch": HistoryFilter(batch=1),
}
FOUND_ALREADY = ("found", "first")
"""Names of what a query has already found; going through that is no search."""


@pytest.fixture
def explained(database_url):
    """Return what explains the statements of a read on a large journal."""
    engine = writing(engine_for(database_url))
    with engine.connect() as connection:
        store_ground(connection)
        lengthen(connection)
        asked = []

        def remember(*event_arguments):
            asked.append(event_arguments[2:4])

        def explain(read, *arguments):
            asked.clear()
            event.listen(connection, "before_cursor_execute", remember)
            read(connection, *arguments)
            event.remove(connection, "before_cursor_execute", remember)
            is_sqlite = connection.dialect.name == "sqlite"
            how = "EXPLAIN QUERY PLAN" if is_sqlite else "EXPLAIN"
            for statement, values in list(asked):
                rows = connection.exec_driver_sql(f"{how} {statement}", values).all()
                yield from ((row[-1] if is_sqlite else row[0]).strip() for row in rows)

        yield explain


def lengthen(connection):
    """Make the journal so long that a planner would rather not read all of it."""
    entry, subject = (
        dict(connection.execute(select(table).limit(1)).mappings().one())
        for table in (tables.journal, tables.journal_subjects)
    )
    numbers_more = range(1000, 9000)
    others = [
        {"entry_id": number, "batch": number, "item": f"{number}"}
        | {"actor": f"person-{number % 50}", "region_code": f"53.{number % 90:02}"}
        for number in numbers_more
    ]
    connection.execute(
        insert(tables.journal), [entry | {"id": number} for number in numbers_more]
    )
    connection.execute(
        insert(tables.journal_subjects), [subject | other for other in others]
    )
    connection.exec_driver_sql("ANALYZE")


def test_a_page_of_a_long_journal_is_searched_by_an_index(explained):
    for read in (read_entries, read_batches):
        for asked in READS.values():
            for step in explained(read, asked, 8000, 20):
                assert_no_scan(step)
    for step in (*explained(read_entry, 5), *explained(read_actors)):
        assert_no_scan(step)


def assert_no_scan(step):
    assert "AUTOMATIC" not in step, step
    if step.startswith("SCAN"):
        assert step.split()[1] in {*FOUND_ALREADY, "actors"}, step
    assert "Seq Scan on" not in step, step


def test_the_subjects_follow_from_the_journal(ground):
    counted = select(func.count()).select_from
    entries = ground.scalar(counted(tables.journal))
    assert ground.scalar(counted(tables.journal_subjects)) == entries
    row = ground.execute(
        select(tables.journal_subjects).where(
            tables.journal_subjects.c.table_name == "milestones"
        )
    ).first()
    assert json.loads(row.item) == {"code": "M3-03", "election_code": ELECTION}
    assert (row.election_code, row.milestone_code) == (ELECTION, "M3-03")
    assert (row.party_code, row.region_code) == (None, None)
