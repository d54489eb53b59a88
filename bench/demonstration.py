"""The database under measurement, made by the project's own commands."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

from bench.servers import ROOT


def address_of(file: Path) -> str:
    """Return the DATABASE_URL of a SQLite file."""
    return f"sqlite:///{file}"


def prepare_assets() -> None:
    """Make the compressed copies of static files, as `make run` does."""
    _run("web.assets")


def load(file: Path) -> None:
    """Create a database in a new file and load the demonstration into it."""
    fill(address_of(file))


def fill(address: str, *options: str) -> None:
    """Make the tables of an empty database and load the demonstration into them.

    Args:
        address: Its DATABASE_URL.
        options: Options of the command `demo`.
    """
    command(address, "migrate")
    command(address, "demo", *options)


def command(address: str, *arguments: str) -> None:
    """Run a command of `python -m tasks` on a database.

    Raises:
        CalledProcessError: It did not do what it should.
    """
    _run("tasks", *arguments, address=address)


def copy(file: Path, into: Path) -> Path:
    """Return a copy of a database that no process has open."""
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return Path(shutil.copy(file, into))


def _run(*module: str, address: str | None = None) -> None:
    named = {"DATABASE_URL": address} if address else {}
    subprocess.run(
        [sys.executable, "-m", *module],
        cwd=ROOT,
        env={**os.environ, **named},
        stdout=subprocess.DEVNULL,
        check=True,
    )
