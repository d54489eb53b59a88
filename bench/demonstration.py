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
    _run("tasks", "migrate", database=file)
    _run("tasks", "demo", database=file)


def copy(file: Path, into: Path) -> Path:
    """Return a copy of a database that no process has open."""
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return Path(shutil.copy(file, into))


def _run(*module: str, database: Path | None = None) -> None:
    named = {"DATABASE_URL": address_of(database)} if database else {}
    subprocess.run(
        [sys.executable, "-m", *module],
        cwd=ROOT,
        env={**os.environ, **named},
        stdout=subprocess.DEVNULL,
        check=True,
    )
