import importlib
import inspect
import pkgutil
import shutil
import sqlite3
from datetime import date, timedelta

import pytest
from sqlalchemy import Date, make_url, select, union

import ui
from data_access.database import engine_for, writing
from data_access.journal import Append, remove_simulated, write
from data_access.tables import milestone_states, service_states
from tests.data_access.election_rows import STAFF
from ui import kept, store
from ui.known import Known, state

DAY = timedelta(days=1)
GIVEN = {
    "election": "pemilu-2024",
    "code": "pemilu-2024",
    "phase": "factual",
    "first": date(2022, 9, 5),
    "last": date(2022, 9, 18),
}
MODULES = [
    importlib.import_module(f"ui.{each.name}")
    for each in pkgutil.iter_modules(ui.__path__)
]
READS = {
    f"{module.__name__}.{name}": member
    for module in MODULES
    for name, member in vars(module).items()
    if isinstance(member, Known)
}
CODE = GIVEN["election"]
LATE = date(2023, 3, 1)
MILESTONES = READS["ui.store._milestones"]
SERVICES = READS["ui.integrity_store.SERVICES"]
FIGURES = READS["ui.integrity_store.FIGURES"]
pytestmark = pytest.mark.usefixtures("demonstration")
every_read = pytest.mark.parametrize("known", READS.values(), ids=READS)


def arguments(known):
    _connection, *names, _day = inspect.signature(known.read).parameters
    return [GIVEN[name] for name in names]


@every_read
def test_a_read_reads_no_table_beside_its_ground(known):
    found = set()

    def note(action, name, *_):
        if action == sqlite3.SQLITE_READ:
            found.add(name)
        return sqlite3.SQLITE_OK

    with store.connect() as connection:
        raw = connection.connection.dbapi_connection
        raw.set_authorizer(note)
        known.read(connection, *arguments(known), date(2022, 11, 6))
        raw.set_authorizer(None)
    assert found
    assert found <= {table.name for table in known.ground.tables}


@every_read
def test_a_row_that_says_since_when_it_counts_turns_the_day(known):
    days = known.ground.days
    said = {table.c.known_on for table in known.ground.tables if "known_on" in table.c}
    assert days is None or said <= set(days)


@every_read
def test_a_read_returns_the_same_on_every_day_of_a_state(known):
    revision, given = store.revision(), arguments(known)
    with store.connect() as connection:
        for day in days_around(connection, known.ground):
            of = state(known.ground, revision, day)
            assert of.day <= day
            assert repr(known.read(connection, *given, day)) == repr(
                known(revision, day, *given)
            )


def days_around(connection, ground):
    """Return the days before, on and after some of all days that tables know."""
    columns = [
        column
        for table in ground.tables
        for column in table.c
        if isinstance(column.type, Date)
    ]
    if ground.days is None or not columns:
        return [date(2022, 9, 8)]
    days = connection.scalars(union(*(select(each) for each in columns)))
    known = sorted(day for day in days if day)
    return [day + step for day in known[::3] for step in (-DAY, 0 * DAY, DAY)]


@pytest.fixture
def engine(demonstration_file, tmp_path, monkeypatch):
    """A demonstration of its own, which is the database."""
    source = make_url(f"sqlite:///{demonstration_file}")
    with engine_for(source).connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    file = shutil.copy(demonstration_file, tmp_path / "election.db")
    url = make_url(f"sqlite:///{file}")
    monkeypatch.setenv("DATABASE_URL", str(url))
    kept.forget()
    yield writing(engine_for(url))
    kept.forget()
    engine_for(url).dispose()


def edit(engine, table, **values):
    """Store a next version of the last row of a table; return the data revision."""
    latest = select(table).order_by(*(each.desc() for each in table.primary_key))
    with engine.begin() as connection:
        row = {**connection.execute(latest.limit(1)).mappings().one(), **values}
        key = {each.name: row.pop(each.name) for each in table.primary_key}
        version = key.pop("version")
        change = Append(table=table, key=key, values=row, expected_version=version)
        write(connection, change, by=STAFF)
    return store.revision()


def test_an_edit_elsewhere_leaves_what_was_read(engine):
    revision = store.revision()
    services, plan = SERVICES(revision, LATE), MILESTONES(revision, LATE, CODE)
    edited = edit(engine, milestone_states)
    assert edited == revision + 1
    assert SERVICES(edited, LATE) is services
    assert MILESTONES(edited, LATE, CODE) is not plan


def test_an_edit_of_a_table_is_seen_at_once(engine):
    before = SERVICES(store.revision(), LATE)
    edited = edit(engine, service_states, owner="Divisi Hukum", known_on=LATE)
    owners = {each.state.owner for each in SERVICES(edited, LATE)}
    assert owners - {each.state.owner for each in before} == {"Divisi Hukum"}


def test_what_begins_to_count_later_leaves_the_days_before(engine):
    edited = edit(engine, service_states, owner="Divisi Hukum", known_on=LATE)
    before = SERVICES(edited, LATE - DAY)
    assert before is SERVICES(edited, LATE - 2 * DAY)
    assert before is not SERVICES(edited, LATE)
    assert SERVICES(edited, LATE) is SERVICES(edited, LATE + DAY)


def test_simulated_figures_are_gone_once_they_are_removed(engine):
    assert FIGURES(store.revision(), LATE)
    with engine.begin() as connection:
        remove_simulated(connection, by=STAFF)
    assert FIGURES(store.revision(), LATE) == {}


def test_what_is_known_before_the_first_row_is_nothing():
    assert SERVICES(store.revision(), date(1999, 1, 1)) == ()
