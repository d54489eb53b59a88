import io
import sys
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from data_access.accounts import read_account
from data_access.attempts import Attempt, Refusal
from data_access.database import engine_for, writing
from data_access.office_sign_in import sign_in_from_office
from data_access.sign_in import Opened, sign_in
from data_access.tables import journal
from domain.bilingual import Language
from domain.office_account import OfficeAccount
from domain.person import Role
from tasks import people
from tasks.command_line import DONE, FAILED, run
from tests.data_access.election_rows import store_ground

NOW = datetime(2022, 9, 8, 1, 0, tzinfo=UTC)
PASSWORD = "sasambo bumi gora"


@pytest.fixture
def user(sqlite_url, monkeypatch):
    """Runs `user …` on a database of two kab/kota, with a password on its input."""
    with writing(engine_for(sqlite_url)).begin() as connection:
        store_ground(connection)
    address = sqlite_url.render_as_string(hide_password=False)

    def run_it(*arguments, typed=PASSWORD):
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{typed}\n"))
        return run(["user", *arguments], {"DATABASE_URL": address}, NOW)

    return run_it


@pytest.fixture
def add(user):
    return lambda *more, **typed: user(
        *("add", "baiq", "--name", "Baiq Ratna", "--role", "operator"),
        *("--region", "52.71", "--password-stdin", *more),
        **typed,
    )


@pytest.fixture
def baiq(sqlite_url):
    def read():
        with engine_for(sqlite_url).connect() as connection:
            return read_account(connection, "baiq")

    return read


def enter(url, password=PASSWORD):
    attempt = Attempt(code="baiq", password=password, address="", at=NOW)
    return sign_in(engine_for(url), attempt)


def test_somebody_added_can_sign_in_and_has_to_change_the_password(
    add, baiq, sqlite_url, capsys
):
    assert add("--division", "Hukum", "--language", "en", "--email", "b@x.test") == DONE
    assert capsys.readouterr().out == "Done: add baiq\n"
    person = baiq().person
    assert (person.name, person.role) == ("Baiq Ratna", Role.OPERATOR)
    assert (person.regions, person.divisions) == ({"52.71"}, {"Hukum"})
    assert (person.language, person.email) == (Language.ENGLISH, "b@x.test")
    assert enter(sqlite_url).must_change_password


def test_somebody_of_the_office_needs_no_password(user, baiq, sqlite_url):
    told = ("--email", "Baiq@KPU.test", "--without-password")
    assert user("add", "baiq", "--name", "Baiq", "--role", "editor", *told) == DONE
    assert baiq().person.email == "baiq@kpu.test"
    account = OfficeAccount(subject="7c1", email="baiq@kpu.test", is_verified=True)
    opened = sign_in_from_office(engine_for(sqlite_url), account, NOW)
    assert isinstance(opened, Opened)
    assert enter(sqlite_url, "").why is Refusal.WRONG


def test_a_role_keeps_what_the_provider_says_unless_it_is_named(add, user, baiq):
    add("--email", "b@x.test", "--subject", "7c1")
    user("role", "baiq", "editor")
    assert (baiq().person.email, baiq().person.subject) == ("b@x.test", "7c1")
    user("role", "baiq", "editor", "--email", "", "--subject", "9d2")
    assert (baiq().person.email, baiq().person.subject) == ("", "9d2")


def test_the_journal_names_the_command(add, sqlite_url):
    add()
    with engine_for(sqlite_url).connect() as connection:
        entry = connection.execute(
            select(journal).order_by(journal.c.id.desc())
        ).first()
    assert (entry.actor, entry.reason) == ("python -m tasks user", "user add")
    assert PASSWORD not in str(entry)


def test_a_password_is_asked_twice_on_the_terminal(user, sqlite_url, monkeypatch):
    asked = []
    monkeypatch.setattr(
        people, "getpass", lambda words: asked.append(words) or PASSWORD
    )
    assert user("add", "baiq", "--name", "Baiq", "--role", "admin") == DONE
    assert asked == ["Password for baiq: ", "Once more: "]
    assert isinstance(enter(sqlite_url), Opened)


def test_two_different_passwords_add_nobody(user, baiq, monkeypatch, capsys):
    typed = iter([PASSWORD, PASSWORD + "!"])
    monkeypatch.setattr(people, "getpass", lambda _: next(typed))
    assert user("add", "baiq", "--name", "Baiq", "--role", "admin") == FAILED
    told = "The two passwords are not the same; nothing was changed.\n"
    assert capsys.readouterr().err == told
    assert baiq() is None


def test_a_role_is_changed_with_what_it_is_for(add, user, baiq):
    add()
    assert user("role", "baiq", "editor", "--division", "Hukum") == DONE
    person = baiq().person
    assert (person.role, person.regions) == (Role.EDITOR, frozenset())
    assert person.divisions == {"Hukum"}
    assert person.name == "Baiq Ratna"


def test_a_reset_password_replaces_the_old_one(add, user, sqlite_url):
    add()
    assert user("reset", "baiq", "--password-stdin", typed="gumi paer mirah") == DONE
    assert enter(sqlite_url).why is Refusal.WRONG
    assert enter(sqlite_url, "gumi paer mirah").must_change_password


def test_everybody_is_listed_without_secrets(add, user, capsys):
    user("list")
    assert capsys.readouterr().out == "Nobody yet.\n"
    add()
    user("disable", "baiq")
    capsys.readouterr()
    assert user("list") == DONE
    assert capsys.readouterr().out == (
        "baiq  Baiq Ratna  operator  52.71  (disabled)  (must change the password)\n"
    )


def test_somebody_disabled_is_let_in_only_when_enabled_again(add, user, sqlite_url):
    add()
    user("disable", "baiq")
    assert enter(sqlite_url).why is Refusal.DISABLED
    assert user("enable", "baiq") == DONE
    assert isinstance(enter(sqlite_url), Opened)


def test_a_locked_name_is_unlocked(add, user, sqlite_url):
    add()
    for number in range(10):
        at = NOW.replace(hour=2 + number)
        guess = Attempt(code="baiq", password="salah", address="", at=at)
        sign_in(engine_for(sqlite_url), guess)
    later = NOW.replace(hour=13)
    right = Attempt(code="baiq", password=PASSWORD, address="", at=later)
    assert sign_in(engine_for(sqlite_url), right).why is Refusal.LOCKED
    assert user("unlock", "baiq") == DONE
    assert isinstance(sign_in(engine_for(sqlite_url), right), Opened)


@pytest.mark.parametrize("action", ["disable", "enable", "unlock"])
def test_an_unknown_name_is_told_in_one_line(user, capsys, action):
    assert user(action, "nobody") == FAILED
    assert capsys.readouterr().err == "nobody signs in as nobody\n"


@pytest.mark.parametrize(
    ("more", "typed", "told"),
    [
        (["--region", "52.99"], PASSWORD, "there is no region 52.99\n"),
        (["--email", "baiq"], PASSWORD, "'baiq' is no e-mail address\n"),
        (
            [],
            "pendek",
            "This password is too short; "
            "it needs 12 to 200 characters and must not be the name.\n",
        ),
        (
            [],
            "Baiq Ratna",
            "This password is too short; "
            "it needs 12 to 200 characters and must not be the name.\n",
        ),
    ],
)
def test_what_cannot_be_added_is_told_in_one_line(add, baiq, capsys, more, typed, told):
    assert add(*more, typed=typed) == FAILED
    assert capsys.readouterr().err == told
    assert baiq() is None


def test_a_code_is_given_once(add, capsys):
    add()
    capsys.readouterr()
    assert add() == FAILED
    assert capsys.readouterr().err == "baiq is taken already\n"


def test_an_unknown_role_is_refused_with_the_usage(user, capsys):
    with pytest.raises(SystemExit):
        user("role", "baiq", "raja")
    assert "invalid Role value: 'raja'" in capsys.readouterr().err


def test_a_database_without_tables_says_what_to_run(tmp_path, capsys):
    address = f"sqlite:///{tmp_path / 'empty.db'}"
    assert run(["user", "list"], {"DATABASE_URL": address}, NOW) == FAILED
    assert "run: python -m tasks migrate" in capsys.readouterr().err
