from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select, update

from data_access.database import engine_for, schema_is_current, writing
from data_access.facts_csv import MalformedFact
from data_access.journal import read_revision
from data_access.tables import (
    duty_shifts,
    journal,
    milestones,
    service_figures,
    tallies,
)
from data_access.totals import read_phase_totals
from tasks import command_line
from tasks.command_line import DONE, FAILED, run

NOW = datetime(2022, 9, 8, 1, 0, tzinfo=UTC)
TALLIES = 6_596


@pytest.fixture
def command(database_url):
    """Runs a command on a fresh database with its tables, once on each engine."""
    address = database_url.render_as_string(hide_password=False)

    def run_it(*arguments):
        return run(arguments, {"DATABASE_URL": address}, NOW)

    return run_it


def count(url, table):
    with engine_for(url).connect() as connection:
        return connection.scalar(select(func.count()).select_from(table))


def test_demo_stores_facts_and_simulated_tallies(command, database_url, capsys):
    assert command("demo") == DONE
    assert f"Simulated tallies stored: {TALLIES:,}" in capsys.readouterr().out
    assert count(database_url, milestones) == 124
    assert count(database_url, tallies) == TALLIES
    with engine_for(database_url).connect() as connection:
        (on_8_september,) = read_phase_totals(
            connection, "pemilu-2024", date(2022, 9, 8), province="52"
        )
    assert on_8_september.regions_submitted == 8
    assert on_8_september.parties_checked == 20
    assert on_8_september.is_simulated


def test_demo_again_writes_nothing_new(command, database_url, capsys):
    command("demo")
    entries = count(database_url, journal)
    capsys.readouterr()
    assert command("demo") == DONE
    stored = (line.rsplit(": ", 1) for line in capsys.readouterr().out.splitlines())
    assert {count for _, count in stored} == {"0"}
    assert count(database_url, journal) == entries


def test_demo_without_simulated_stores_facts_only(command, database_url):
    assert command("demo", "--without-simulated") == DONE
    assert count(database_url, milestones) == 124
    assert count(database_url, tallies) == 0


def test_demo_if_empty_leaves_a_database_with_an_election_alone(command, database_url):
    command("demo", "--without-simulated")
    assert command("demo", "--if-empty") == DONE
    assert count(database_url, tallies) == 0


def test_demo_if_empty_fills_an_empty_database(command, database_url):
    assert command("demo", "--if-empty", "--without-simulated") == DONE
    assert count(database_url, milestones) == 124


def test_the_journal_says_who_wrote_when_and_why(command, database_url):
    command("demo", "--without-simulated")
    with engine_for(database_url).connect() as connection:
        entry = connection.execute(select(journal).limit(1)).one()
    assert entry.actor == "python -m tasks"
    assert entry.reason == "demonstration loaded"
    assert entry.at == NOW


def test_removing_the_simulated_tallies_leaves_the_facts(command, database_url, capsys):
    command("demo")
    facts = count(database_url, milestones)
    capsys.readouterr()
    assert command("remove-simulated") == DONE
    assert capsys.readouterr().out.startswith("Simulated rows removed: ")
    for table in (tallies, service_figures, duty_shifts):
        assert count(database_url, table) == 0
    assert count(database_url, milestones) == facts
    assert command("verify-journal") == DONE


def test_the_revision_is_the_number_of_the_last_entry(command, database_url, capsys):
    command("revision")
    assert capsys.readouterr().out == "0\n"
    command("demo", "--without-simulated")
    capsys.readouterr()
    command("revision")
    with engine_for(database_url).connect() as connection:
        assert capsys.readouterr().out == f"{read_revision(connection)}\n"


def test_a_sound_journal_is_told_with_its_entries(command, capsys):
    command("demo", "--without-simulated")
    capsys.readouterr()
    assert command("verify-journal") == DONE
    assert capsys.readouterr().out.startswith("The journal is sound: ")


def test_a_changed_entry_is_told_and_fails_the_command(command, database_url, capsys):
    command("demo", "--without-simulated")
    with writing(engine_for(database_url)).begin() as connection:
        changed = update(journal).where(journal.c.id == 7).values(actor="somebody")
        connection.execute(changed)
    assert command("verify-journal") == FAILED
    assert capsys.readouterr().err == "The journal is broken at entry 7\n"


def test_migrate_makes_the_tables(tmp_path):
    address = f"sqlite:///{tmp_path / 'new.db'}"
    assert run(["migrate"], {"DATABASE_URL": address}, NOW) == DONE
    engine = engine_for(command_line.url_from({"DATABASE_URL": address}))
    with engine.connect() as connection:
        assert schema_is_current(connection)
    engine.dispose()


def test_a_malformed_fact_is_told_in_one_line_and_nothing_is_stored(
    command, database_url, capsys, monkeypatch
):
    def refuse(*_args, **_kwargs):
        raise MalformedFact(
            file="pemilu-2024/stages.csv",
            row=4,
            column="planned_end",
            value="besok",
            expected="a day, written 2022-09-08",
        )

    monkeypatch.setattr(command_line, "load_demonstration", refuse)
    assert command("demo") == FAILED
    assert capsys.readouterr().err == (
        "pemilu-2024/stages.csv, row 4, column planned_end: "
        "'besok' is not a day, written 2022-09-08\n"
    )
    assert count(database_url, journal) == 0


@pytest.mark.parametrize("name", ["demo", "remove-simulated", "revision"])
def test_a_database_without_tables_says_what_to_run(tmp_path, capsys, name):
    address = f"sqlite:///{tmp_path / 'empty.db'}"
    assert run([name], {"DATABASE_URL": address}, NOW) == FAILED
    assert "run: python -m tasks migrate" in capsys.readouterr().err


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://kpu:rahasia@127.0.0.1:1/pemilu",
        "mysql://kpu:rahasia@127.0.0.1/pemilu",
        "kpu:rahasia",
    ],
)
def test_a_database_that_cannot_be_used_is_one_line_without_the_password(
    address, capsys
):
    assert run(["demo"], {"DATABASE_URL": address}, NOW) == FAILED
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "rahasia" not in told
    assert "Traceback" not in told


def test_an_unknown_command_is_refused_with_the_usage(capsys):
    with pytest.raises(SystemExit) as exit_:
        run(["menghapus"], {}, NOW)
    assert exit_.value.code == 2
    assert "usage: python -m tasks" in capsys.readouterr().err


def test_the_migrations_make_the_tables_of_the_code(capsys):
    assert run(["check-migrations"], {}, NOW) == DONE
    assert capsys.readouterr().out == "The migrations make the tables.\n"
