import asyncio
import gc
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from sqlalchemy import make_url
from streamlit.runtime.pages_manager import PagesManager

from data_access import database
from data_access.accounts import read_session
from data_access.attempts import Attempt
from data_access.sign_in import sign_in
from tests.data_access.staff import NOW, PASSWORD, store_person
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


AUTH = """
[auth]
redirect_uri = "https://pantau.kpu.test/oauth2callback"
cookie_secret = "kunci-kuki-yang-panjang-untuk-uji"
client_id = "pantau-tahapan"
client_secret = "rahasia-klien"
server_metadata_url = "https://akun.kpu.test/.well-known/openid-configuration"
"""


def end_of_start(address, home, secrets):
    """Return what a server says that ends while it starts with these secrets."""
    (home / ".streamlit").mkdir()
    (home / ".streamlit" / "secrets.toml").write_text(secrets)
    named = {"DATABASE_URL": address, "HOME": str(home)}
    ended = subprocess.run(
        [sys.executable, "-c", "import dashboard"],
        cwd=ROOT,
        env={**os.environ, **named},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1
    assert "rahasia" not in ended.stderr
    assert "kunci" not in ended.stderr
    return ended.stderr


def test_the_server_ends_with_one_line_when_a_key_of_the_provider_is_missing(
    current, tmp_path
):
    secrets = AUTH.replace("client_id", "klien")

    told = end_of_start(current, tmp_path, secrets)

    assert told == "[auth] in .streamlit/secrets.toml lacks client_id.\n"


def test_the_server_ends_with_one_line_when_its_secrets_cannot_be_read(
    current, tmp_path
):
    told = end_of_start(current, tmp_path, AUTH.replace('uji"', "uji"))

    assert told == f"{tmp_path}/.streamlit/secrets.toml cannot be read as TOML.\n"


def test_a_library_that_the_provider_needs_is_named(monkeypatch):
    monkeypatch.setattr(startup, "OF_PROVIDER", ("json", "nowhere_to_be_found"))

    with pytest.raises(SystemExit) as exit_:
        startup.usable_ways({}, tomllib.loads(AUTH))

    assert str(exit_.value) == (
        "[auth] in .streamlit/secrets.toml needs nowhere_to_be_found; "
        "run: pip install -r requirements.txt"
    )


def test_without_a_provider_its_libraries_are_not_needed(monkeypatch):
    monkeypatch.setattr(startup, "OF_PROVIDER", ("nowhere_to_be_found",))

    assert startup.usable_ways({}, {}).takes_passwords


def test_without_a_provider_none_of_its_libraries_is_loaded(current):
    loaded = "sorted({'authlib', 'httpx2', 'joserfc'} & set(sys.modules))"
    ended = subprocess.run(
        [sys.executable, "-c", f"import dashboard, sys; print({loaded})"],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": current},
        capture_output=True,
        text=True,
        check=True,
    )

    assert ended.stdout == "[]\n"


@pytest.mark.parametrize("local", ["0", "1"])
def test_where_passwords_let_nobody_in_what_they_opened_ends(current, local):
    url = make_url(current)
    engine = database.writing(database.engine_for(url))
    with engine.begin() as connection:
        store_person(connection)
    attempt = Attempt(code="baiq", password=PASSWORD, address="", at=NOW)
    token = sign_in(engine, attempt).token
    ways = startup.usable_ways({"LOCAL_ACCOUNTS": local}, tomllib.loads(AUTH))

    startup.close_password_sessions(url, ways, NOW)

    with engine.connect() as connection:
        still_open = read_session(connection, token, NOW) is not None
    assert still_open is ways.takes_passwords


def test_what_goes_on_beside_the_server_ends_with_it_and_tells_if_it_ends_early(
    monkeypatch,
):
    monkeypatch.setattr(PagesManager, "uses_pages_directory", True)
    steps = []

    async def goes_on():
        try:
            await asyncio.sleep(60)
        finally:
            steps.append("ended")

    async def fails():
        raise ValueError("nothing to count")

    async def start():
        async with startup.lifespan(lambda: None, goes_on, fails)(None):
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            steps.append("served")

    monkeypatch.setattr(startup.log, "error", lambda told, **_: steps.append(told))
    try:
        asyncio.run(start())
    finally:
        gc.unfreeze()
    assert steps == ["ended early", "served", "ended"]


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
