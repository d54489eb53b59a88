import threading
import time
from datetime import timedelta

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import OperationalError

from data_access.database import (
    DEFAULT_FILE,
    SCHEMA,
    DatabaseUnusable,
    engine_for,
    migrate,
    schema_is_current,
    url_from,
    writing,
)
from data_access.journal import read_revision
from data_access.tables import elections
from tests.data_access.election_rows import election, store


@pytest.mark.parametrize("environ", [{}, {"DATABASE_URL": " "}])
def test_without_a_named_database_the_figures_are_in_var(environ):
    url = url_from(environ)
    assert url.drivername == "sqlite"
    assert url.database == str(DEFAULT_FILE)


@pytest.mark.parametrize(
    "named",
    [
        "postgresql://kpu:rahasia@db.example/ntb",
        "postgres://kpu:rahasia@db.example/ntb",
        "postgresql+asyncpg://kpu:rahasia@db.example/ntb",
    ],
)
def test_postgresql_is_reached_by_psycopg_however_it_is_written(named):
    url = url_from({"DATABASE_URL": named})
    assert url.drivername == "postgresql+psycopg"
    assert (url.host, url.database, url.password) == ("db.example", "ntb", "rahasia")


def test_sqlite_is_reached_by_the_driver_of_python():
    url = url_from({"DATABASE_URL": "sqlite+aiosqlite:///figures.db"})
    assert str(url) == "sqlite:///figures.db"


@pytest.mark.parametrize(
    ("named", "problem"),
    [
        ("nonsense with rahasia", "cannot be read"),
        ("postgresql://kpu:rahasia@db.example:port/ntb", "cannot be read"),
        ("mysql://kpu:rahasia@db.example/ntb", "names mysql"),
    ],
)
def test_an_unusable_address_is_refused_in_one_line_without_its_password(
    named, problem
):
    with pytest.raises(DatabaseUnusable, match=problem) as refused:
        url_from({"DATABASE_URL": named})
    assert "rahasia" not in str(refused.value)
    assert "\n" not in str(refused.value)
    assert refused.value.__cause__ is None


def test_one_process_has_one_engine_for_a_database(sqlite_url):
    assert engine_for(sqlite_url) is engine_for(make_url(str(sqlite_url)))


def test_sqlite_makes_the_folder_it_needs(tmp_path):
    url = make_url(f"sqlite:///{tmp_path / 'var' / 'figures.db'}")
    with engine_for(url).connect() as connection:
        assert connection.scalar(text("SELECT 1")) == 1
    engine_for(url).dispose()


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "var").write_text("a file, not a folder")
    url = make_url(f"sqlite:///{tmp_path / 'var' / 'figures.db'}")
    with pytest.raises(DatabaseUnusable, match=r"the folder .*var"):
        engine_for(url)


def test_sqlite_guards_keys_logs_ahead_and_waits_for_other_writers(sqlite_url):
    with engine_for(sqlite_url).connect() as connection:
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
        assert connection.scalar(text("PRAGMA busy_timeout")) == 5000


def test_a_postgresql_that_is_away_is_known_within_seconds():
    url = url_from({"DATABASE_URL": "postgresql://kpu:rahasia@127.0.0.1:9/ntb"})
    with pytest.raises(OperationalError), engine_for(url).connect():
        pass


def test_a_migrated_database_is_current(connection):
    assert schema_is_current(connection)


def test_a_database_without_tables_is_not_current(tmp_path):
    url = make_url(f"sqlite:///{tmp_path / 'empty.db'}")
    with engine_for(url).connect() as connection:
        assert not schema_is_current(connection)
    engine_for(url).dispose()


def test_a_database_of_another_version_is_not_current(connection):
    connection.execute(text("UPDATE alembic_version SET version_num = 'older'"))
    assert not schema_is_current(connection)


def test_migrating_twice_changes_nothing(database_url):
    migrate(database_url)
    with engine_for(database_url).connect() as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == (
            SCHEMA
        )


def test_all_reads_of_one_visit_see_one_moment(database_url):
    with engine_for(database_url).connect() as reader:
        assert read_revision(reader) == 0
        with writing(engine_for(database_url)).begin() as writer:
            store(writer, elections, election())
        assert read_revision(reader) == 0
    with engine_for(database_url).connect() as reader:
        assert read_revision(reader) == 1


def test_a_second_writer_waits_for_the_first_and_follows_it(engine):
    with engine.begin() as first:
        store(first, elections, election("pemilu-2024"))
        second = threading.Thread(target=_store_another_election, args=(engine,))
        second.start()
        time.sleep(timedelta(milliseconds=200).total_seconds())
        assert second.is_alive()
    second.join(timeout=10)
    with engine.connect() as connection:
        assert read_revision(connection) == 2


def _store_another_election(engine):
    with engine.begin() as connection:
        store(connection, elections, election("pemilu-2029"))
