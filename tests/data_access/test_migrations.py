import re
from dataclasses import replace
from datetime import date

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, make_url, select, text

from data_access.accounts import read_person
from data_access.database import (
    ROOT,
    SCHEMA,
    DatabaseUnusable,
    engine_for,
    writing,
)
from data_access.journal import Insert, write
from data_access.tables import journal_subjects, metadata, milestone_states, tallies
from data_access.tally_recording import withdraw_tally
from domain.tally import TallyState
from tests.conftest import administer, named
from tests.data_access.election_rows import STAFF, store_ground, tally
from tests.data_access.recorders import (
    LOMBOK_UTARA,
    edit_milestone,
    errand,
    opened,
    prepare,
    stored,
    submit,
)
from tests.data_access.staff import store_person

CONSTRAINTS = {
    "sqlite": "SELECT sql FROM sqlite_master WHERE tbl_name <> 'alembic_version'"
    " AND sql IS NOT NULL",
    "postgresql": "SELECT conname || pg_get_constraintdef(oid) FROM pg_constraint"
    " WHERE contype <> 'n'",
}
# SQLite writes a column that a migration added on the line of the one before.
LINES = re.compile(r"\n|, (?=[a-z_]+ [A-Z]+\b)")


@pytest.fixture
def config(database_url):
    config = Config(toml_file=ROOT / "pyproject.toml")
    config.attributes["url"] = database_url
    return config


def test_the_migrations_build_exactly_the_tables_in_code(config):
    command.check(config)


def test_the_newest_migration_is_the_one_the_code_expects(config):
    assert ScriptDirectory.from_config(config).get_current_head() == SCHEMA


def test_the_migrations_run_down_to_nothing_and_up_again(config, database_url):
    command.downgrade(config, "base")
    with engine_for(database_url).connect() as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]
    command.upgrade(config, "head")
    command.check(config)


def test_recorded_rows_go_down_and_up_and_withdrawn_ones_stay_away(config, engine):
    prepare(engine)
    submit(engine, visited=40)
    submit(engine, region=LOMBOK_UTARA)
    withdraw_tally(engine, errand(), opened(1, region=LOMBOK_UTARA))
    edit_milestone(engine, remark="mulai")
    command.downgrade(config, "c40d1f2e7a61")
    command.upgrade(config, "head")
    assert [row.visited for row in stored(engine)] == [40]
    assert [row.version for row in stored(engine, LOMBOK_UTARA)] == [1]
    remarks = select(milestone_states.c.remark, milestone_states.c.version).where(
        milestone_states.c.milestone_code == "M3-03"
    )
    with engine.connect() as connection:
        assert connection.execute(remarks).all() == [("", 1), ("", 2)]


def test_the_command_line_finds_the_database_by_the_environment(tmp_path, monkeypatch):
    file = tmp_path / "figures.db"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file}")
    command.upgrade(Config(toml_file=ROOT / "pyproject.toml"), "head")
    url = make_url(f"sqlite:///{file}")
    with engine_for(url).connect() as connection:
        assert inspect(connection).has_table("journal")
    engine_for(url).dispose()


def test_the_entries_there_are_can_be_found_like_those_to_come(config, database_url):
    subjects = select(journal_subjects).order_by(journal_subjects.c.entry_id)
    engine = writing(engine_for(database_url))
    with engine.begin() as connection:
        store_ground(connection)
        other = replace(STAFF, reason="a draft")
        draft = tally(date(2022, 9, 8), state=TallyState.DRAFT)
        write(connection, Insert(tallies, draft), by=other)
        handed_over = draft | {"version": 2, "state": TallyState.SUBMITTED}
        write(connection, Insert(tallies, handed_over), by=other)
        written = connection.execute(subjects).all()
    command.downgrade(config, "c40d1f2e7a61")
    command.upgrade(config, "head")
    with engine.connect() as connection:
        assert connection.execute(subjects).all() == written


def test_an_address_of_two_people_stops_the_migration_until_it_is_one_persons(
    config, engine
):
    with engine.begin() as connection:
        store_person(connection, "baiq", email="baiq@kpu.test")
        store_person(connection, "lalu")
    command.downgrade(config, "e2c47a90b6d8")
    share = "UPDATE people SET email = 'Baiq@KPU.test' WHERE code = 'lalu'"
    with engine.begin() as connection:
        connection.execute(text(share))
    with pytest.raises(DatabaseUnusable, match="baiq shares an e-mail address"):
        command.upgrade(config, "head")
    with engine.begin() as connection:
        connection.execute(text("UPDATE people SET email = '' WHERE code = 'baiq'"))
    command.upgrade(config, "head")
    with engine.connect() as connection:
        assert read_person(connection, "lalu").email == "baiq@kpu.test"


# `alembic check` compares columns and indexes, but no check constraint.
def test_the_migrations_build_every_constraint_on_sqlite(sqlite_url, tmp_path):
    assert _constraints(sqlite_url) == _constraints_in_code(
        make_url(f"sqlite:///{tmp_path / 'in_code.db'}")
    )


@pytest.mark.postgresql
def test_the_migrations_build_every_constraint_on_postgresql(
    postgresql_url, postgresql_server
):
    administer(postgresql_server.get_uri(), "CREATE DATABASE in_code")
    assert _constraints(postgresql_url) == _constraints_in_code(
        named(postgresql_server, "in_code")
    )


def _constraints_in_code(url):
    metadata.create_all(engine_for(url))
    found = _constraints(url)
    engine_for(url).dispose()
    return found


def _constraints(url):
    with engine_for(url).connect() as connection:
        found = connection.scalars(text(CONSTRAINTS[url.get_backend_name()]))
        # SQLite quotes the name of a table that a migration built anew.
        texts = [each.replace('"', "") for each in found]
        lines = {line.strip(" ,\t") for each in texts for line in LINES.split(each)}
    return {line for line in lines if "alembic" not in line}
