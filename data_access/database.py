"""Connections: SQLite by default, PostgreSQL by DATABASE_URL."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

ROOT = Path(__file__).parents[1]
DEFAULT_FILE = ROOT / "var" / "pantau-tahapan.db"
SCHEMA = "e5a2c8f61b30"
"""The migration that this code was written for; a test keeps it the newest."""

BUSY_TIMEOUT_MS = 5000
CONNECT_TIMEOUT_S = 5


class DatabaseUnusable(Exception):
    """The database cannot be named or reached; the message shows no password."""


def url_from(environ: Mapping[str, str]) -> URL:
    """Return the database that the environment names, else the file in `var/`.

    Raises:
        DatabaseUnusable: DATABASE_URL is no address of SQLite or PostgreSQL.
    """
    named = environ.get("DATABASE_URL", "").strip()
    if not named:
        return URL.create("sqlite", database=str(DEFAULT_FILE))
    try:
        url = make_url(named)
    except (ArgumentError, ValueError):
        raise DatabaseUnusable(
            "DATABASE_URL cannot be read; "
            "write it as postgresql://user:password@host/name or sqlite:///file.db."
        ) from None
    return _with_driver(url)


def _with_driver(url: URL) -> URL:
    match url.get_backend_name():
        case "sqlite":
            return url.set(drivername="sqlite")
        case "postgresql" | "postgres":
            return url.set(drivername="postgresql+psycopg")
        case other:
            raise DatabaseUnusable(
                f"DATABASE_URL names {other}; this dashboard keeps its figures "
                "in sqlite or postgresql."
            )


@cache
def engine_for(url: URL) -> Engine:
    """Return the one engine of this process for a database.

    Raises:
        DatabaseUnusable: The folder of a SQLite file cannot be made.
    """
    if url.get_backend_name() == "sqlite":
        _make_folder(url)
        engine = create_engine(url)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    # All reads of one transaction see one moment, as they do on SQLite.
    engine = create_engine(
        url,
        pool_pre_ping=True,
        isolation_level="REPEATABLE READ",
        connect_args={"connect_timeout": CONNECT_TIMEOUT_S},
    )
    event.listen(engine, "connect", _prepare_postgresql)
    return engine


def writing(engine: Engine) -> Engine:
    """Return the engine for transactions that write.

    Two writers wait for one another instead of failing half-way: on SQLite they take
    the write lock at once, on PostgreSQL they see what the first one committed.
    """
    if engine.dialect.name == "sqlite":
        return engine.execution_options(takes_write_lock=True)
    return engine.execution_options(isolation_level="READ COMMITTED")


def migrate(url: URL) -> None:
    """Bring the tables of a database up to date.

    Raises:
        OperationalError: The database does not answer.
    """
    from alembic import command  # loaded by this command only, never by the server
    from alembic.config import Config

    config = Config(toml_file=ROOT / "pyproject.toml")
    config.attributes["url"] = url
    command.upgrade(config, "head")


def schema_is_current(connection: Connection) -> bool:
    """Return whether the database has the tables this code was written for."""
    if not inspect(connection).has_table("alembic_version"):
        return False
    version = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return bool(version == SCHEMA)


def _make_folder(url: URL) -> None:
    folder = Path(url.database or "").parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseUnusable(
            f"The database needs the folder {folder}: {error.strerror}."
        ) from None


def _prepare_sqlite(raw: Any, _record: object) -> None:  # noqa: ANN401
    raw.isolation_level = None  # transactions begin in _begin_sqlite
    cursor = raw.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("takes_write_lock", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _prepare_postgresql(raw: Any, _record: object) -> None:  # noqa: ANN401
    # On today's disks a jump costs little more than the next page, so a few tallies are
    # better looked up than all of them scanned.
    raw.execute("SET random_page_cost = 1.1")
    raw.commit()
