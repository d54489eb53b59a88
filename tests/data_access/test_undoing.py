from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from data_access import tables, undoing
from data_access.history import read_batches, read_entries, read_entry
from data_access.journal import Append, Insert, read_revision, verify, write_many
from data_access.recording import Errand, NotPermitted, SignedOut
from data_access.undoing import NotUndone, TooMany, undo_entry, undo_writing
from domain.history import Deed, HistoryFilter
from domain.person import Role
from domain.restoring import Obstacle
from domain.tally import TallyState
from domain.violation import Refused
from tests.data_access.election_rows import (
    ELECTION,
    STAFF,
    milestone_state,
    region,
    store,
    store_ground,
    tally,
)
from tests.data_access.staff import person

DAY, ON = date(2022, 9, 8), date(2022, 9, 12)
NOW = datetime(2022, 9, 12, 9, 0, tzinfo=ZoneInfo("Asia/Makassar"))
MILESTONES = ("M3-03", "M3-08")


def errand(role=Role.EDITOR, reason="saved for the wrong milestone"):
    who = None if role is None else person(role=role, regions={"52.71"})
    return Errand(identify=lambda _: who, reason=reason, at=NOW)


@pytest.fixture
def ground(engine):
    """Two milestones and a tally, then both milestones saved wrongly at once."""
    with engine.begin() as connection:
        store_ground(connection)
        states = [milestone_state(code, DAY) for code in MILESTONES]
        store(connection, tables.milestone_states, *states)
        store(connection, tables.tallies, tally(DAY))
        save(connection, *MILESTONES, version=1, progress_percent=90)
    return engine


def save(connection, *codes, version, **values):
    changes = []
    for code in codes:
        row = milestone_state(code, DAY, **values)
        key = {"election_code": ELECTION, "milestone_code": code}
        rest = {n: v for n, v in row.items() if n not in (*key, "version")}
        changes.append(
            Append(
                table=tables.milestone_states,
                key=key,
                values=rest,
                expected_version=version,
            )
        )
    by = replace(STAFF, reason=f"saved at version {version}")
    write_many(connection, changes, by=by)


def wrong_writing(engine):
    with engine.connect() as connection:
        asked = HistoryFilter(table="milestone_states")
        return read_entries(connection, asked, limit=1)[0].batch


def last(engine, code, table=tables.milestone_states):
    with engine.connect() as connection:
        query = select(table).where(table.c.milestone_code == code)
        return connection.execute(query.order_by(table.c.version.desc())).first()


def revision(engine):
    with engine.connect() as connection:
        return read_revision(connection)


def test_a_writing_is_undone_as_one_new_writing(ground):
    done = undo_writing(ground, errand(), wrong_writing(ground))
    assert (done.rows, done.refusals) == (2, ())
    for code in MILESTONES:
        row = last(ground, code)
        assert (row.version, row.progress_percent, row.known_on) == (3, None, ON)
    with ground.connect() as connection:
        asked = HistoryFilter(batch=done.writing, deed=Deed.UNDONE)
        (batch,) = read_batches(connection, asked)
        assert (batch.entries, batch.newest.actor) == (2, "baiq")
        assert batch.newest.reason == "saved for the wrong milestone"
        assert verify(connection).is_sound


def test_one_row_changed_since_stops_the_whole(ground):
    writing = wrong_writing(ground)
    with ground.begin() as connection:
        save(connection, "M3-08", version=2, progress_percent=95)
    before = revision(ground)
    with pytest.raises(NotUndone) as stopped:
        undo_writing(ground, errand(), writing)
    (refusal,) = stopped.value.refusals
    assert refusal.obstacle is Obstacle.CHANGED_SINCE
    assert refusal.entry.item["milestone_code"] == "M3-08"
    assert revision(ground) == before


def test_what_can_be_undone_is_undone_when_asked_for(ground):
    writing = wrong_writing(ground)
    with ground.begin() as connection:
        save(connection, "M3-08", version=2, progress_percent=95)
    done = undo_writing(ground, errand(), writing, partly=True)
    assert (done.rows, len(done.refusals)) == (1, 1)
    assert last(ground, "M3-03").progress_percent is None
    assert last(ground, "M3-08").progress_percent == 95


def test_an_earlier_state_comes_back_with_what_was_recorded_since(ground):
    number = wrong_writing(ground)
    with ground.begin() as connection:
        code = read_entry(connection, number).item["milestone_code"]
        save(connection, code, version=2, progress_percent=95)
    with pytest.raises(NotUndone):
        undo_entry(ground, errand(), number)
    done = undo_entry(ground, errand(), number, with_later=True)
    with ground.connect() as connection:
        (restored,) = read_entries(connection, HistoryFilter(deed=Deed.RESTORED))
    assert (done.rows, restored.number) == (1, done.writing)
    assert (last(ground, code).version, last(ground, code).progress_percent) == (
        4,
        None,
    )


def test_a_first_tally_is_withdrawn(ground):
    with ground.connect() as connection:
        (entry,) = read_entries(connection, HistoryFilter(table="tallies"))
    undo_entry(ground, errand(Role.ADMIN), entry.number)
    with ground.connect() as connection:
        newest = select(tables.tallies.c.state).order_by(
            tables.tallies.c.version.desc()
        )
        assert connection.scalar(newest) is TallyState.WITHDRAWN


def test_records_that_an_editor_does_not_keep_up_stay(ground):
    with ground.begin() as connection:
        write_many(connection, [Insert(tables.regions, region("53"))], by=STAFF)
    with pytest.raises(NotUndone) as stopped:
        undo_entry(ground, errand(Role.ADMIN), revision(ground))
    (refusal,) = stopped.value.refusals
    assert refusal.obstacle is Obstacle.NOT_HERE


def test_an_entry_that_is_not_there_leaves_nothing_to_undo(ground):
    with pytest.raises(NotUndone) as stopped:
        undo_entry(ground, errand(), 9999)
    assert stopped.value.refusals == ()


@pytest.mark.parametrize(
    ("given", "raised"),
    [
        ({"role": None}, SignedOut),
        ({"role": Role.OPERATOR}, NotPermitted),
        ({"reason": " x "}, Refused),
    ],
)
def test_who_may_not_or_gives_no_reason_undoes_nothing(ground, given, raised):
    before = revision(ground)
    with pytest.raises(raised):
        undo_writing(ground, errand(**given), wrong_writing(ground))
    assert revision(ground) == before


def test_a_writing_of_too_many_entries_is_not_read_through(ground, monkeypatch):
    monkeypatch.setattr(undoing, "MOST", 1)
    with pytest.raises(TooMany):
        undo_writing(ground, errand(), wrong_writing(ground), partly=True)


def test_the_journal_says_who_undid_it_once(ground):
    undo_writing(ground, errand(), wrong_writing(ground))
    with ground.connect() as connection:
        count = select(func.count()).where(tables.journal.c.actor == "baiq")
        assert connection.scalar(count) == 2
