import asyncio
import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import make_url
from streamlit.runtime.pages_manager import PagesManager

from data_access import database
from web import startup

ROOT = Path(__file__).parents[2]


def refusal(database_url):
    with pytest.raises(SystemExit) as exit_:
        startup.usable_database({"DATABASE_URL": database_url})
    return str(exit_.value)


@pytest.fixture
def current(tmp_path):
    address = f"sqlite:///{tmp_path}/pemilu.db"
    database.migrate(make_url(address))
    return address


def test_a_database_with_todays_tables_is_usable(current):
    url = startup.usable_database({"DATABASE_URL": current})

    assert url == make_url(current)


def test_a_database_without_tables_is_refused_with_the_way_out(tmp_path):
    reason = refusal(f"sqlite:///{tmp_path}/empty.db")

    assert reason == "The database is not up to date; run: python -m tasks migrate"


def test_an_address_that_cannot_be_read_is_refused_in_one_line():
    reason = refusal("bukan alamat:rahasia@")

    assert "DATABASE_URL" in reason
    assert "\n" not in reason


def test_a_server_that_does_not_answer_is_refused_without_its_password():
    reason = refusal("postgresql://kpu:rahasia@127.0.0.1:1/pemilu")

    assert reason == "The database at 127.0.0.1:1 does not answer."


def test_a_host_at_its_usual_port_is_named_without_it():
    reason = refusal("postgresql://kpu:rahasia@nowhere.invalid/pemilu")

    assert reason == "The database at nowhere.invalid does not answer."


def test_a_file_that_is_no_database_is_refused(tmp_path):
    file = tmp_path / "recap.csv"
    file.write_text("partai,anggota\n" * 100)

    assert refusal(f"sqlite:///{file}") == f"The database at {file} does not answer."


def test_a_folder_that_cannot_be_made_is_refused_in_one_line(tmp_path):
    file = tmp_path / "recap.csv"
    file.touch()
    reason = refusal(f"sqlite:///{file}/folder/pemilu.db")

    assert "recap.csv" in reason
    assert "\n" not in reason


def test_the_server_ends_with_one_line_when_it_has_no_database():
    ended = subprocess.run(
        [sys.executable, "-c", "import dashboard"],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": "postgresql://kpu:rahasia@127.0.0.1:1/x"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 1
    assert ended.stderr == "The database at 127.0.0.1:1 does not answer.\n"


def test_the_server_warms_and_freezes_before_its_first_visitor(monkeypatch):
    monkeypatch.setattr(PagesManager, "uses_pages_directory", True)
    steps = []

    async def start():
        async with startup.lifespan(lambda: steps.append("warm"))(None):
            steps.append(gc.get_freeze_count() > 0)

    try:
        asyncio.run(start())
    finally:
        gc.unfreeze()
    assert steps == ["warm", True]
    assert PagesManager.uses_pages_directory is False
