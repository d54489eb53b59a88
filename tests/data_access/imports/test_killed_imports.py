"""A server killed in the middle of an import: all of it is there, or nothing."""

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from data_access.database import engine_for
from data_access.journal import read_revision, verify
from data_access.tables import tallies
from tests.data_access.election_rows import store_ground
from tests.data_access.imports.files import csv
from tests.data_access.imports.test_tally_imports import HEADING, MONDAY, coded

ROOT = Path(__file__).parents[3]
ROWS = 60

KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from sqlalchemy import make_url
from data_access.database import engine_for
from data_access.imports.preview import changes
from data_access.imports.tallies import preview_tallies
from data_access.recording import Errand, write_prepared
from domain.person import Permission, Person, Role
from tests.data_access.imports.test_tally_imports import TERMS

def die():
    os.kill(os.getpid(), signal.SIGKILL)

def some(rows):
    for at, change in enumerate(rows):
        if at == int(sys.argv[2]):
            die()
        yield change
    if int(sys.argv[2]) == len(rows):
        die()

class Dying(tuple):
    # Looked through once to be permitted, then once more to be stored.
    seen = 0
    def __iter__(self):
        self.seen += 1
        whole = tuple.__iter__(self)
        return some(tuple(whole)) if self.seen == 2 else whole

editor = Person(code="baiq", name="Baiq Ratna", role=Role.EDITOR)
at = datetime(2022, 11, 7, tzinfo=UTC)
errand = Errand(identify=lambda _: editor, reason="weekly report", at=at)
engine = engine_for(make_url(sys.argv[1]))
content = sys.stdin.buffer.read()
with engine.connect() as connection:
    found = preview_tallies(connection, content, TERMS, lambda *_: None)
rows = Dying(changes(found))
write_prepared(engine, errand, Permission.RECORD_TALLY, lambda _, __: rows)
die()
"""


def killed_at(engine, place):
    """Import some rows in a process that kills itself before storing one of them."""
    days = [MONDAY - timedelta(days=n) for n in range(ROWS)]
    address = engine.url.render_as_string(hide_password=False)
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, address, str(place)],
        input=csv(*[coded(day=day) for day in days], heading=HEADING),
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    engine_for(engine.url).dispose()


def found(engine):
    """Return how many tallies and entries there are, in a sound journal."""
    with engine.connect() as connection:
        assert verify(connection).is_sound
        count = connection.scalar(select(func.count()).select_from(tallies))
        return count, read_revision(connection)


@pytest.mark.parametrize(
    ("place", "stored"),
    [(1, 0), (30, 0), (ROWS, 0), (ROWS + 1, ROWS)],
    ids=["first row", "half", "before it is settled", "after it"],
)
def test_a_server_killed_in_the_middle_leaves_all_or_nothing(engine, place, stored):
    with engine.begin() as connection:
        store_ground(connection)
    _count, revision = found(engine)
    killed_at(engine, place)
    assert found(engine) == (stored, revision + stored)
