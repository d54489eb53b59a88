"""The commands: `python -m tasks migrate`, `demo`, and what checks or undoes them."""

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import IntegrityError, OperationalError, ProgrammingError

from data_access.database import (
    DatabaseUnusable,
    engine_for,
    migrate,
    schema_is_current,
    url_from,
    writing,
)
from data_access.elections import read_elections
from data_access.facts_csv import MalformedFact
from data_access.journal import Author, read_revision, remove_simulated, verify
from data_access.person_checks import AccountRefused
from domain.password import WeakPassword
from exports.edition import Unanswerable
from exports.public_copy.folder import NotOurs
from exports.public_copy.site import KeepsChanging
from tasks import people, pledging, publishing, reminding
from tasks.catalogues import gaps
from tasks.demonstration import load_demonstration
from tasks.mail import MailUnusable
from tasks.migrations import differences

DONE = 0
FAILED = 1

ACTOR = "python -m tasks"
"""Name under which the journal keeps what a command wrote."""

TOLD_AS_THEY_ARE = (
    AccountRefused,
    DatabaseUnusable,
    KeepsChanging,
    MailUnusable,
    MalformedFact,
    NotOurs,
    Unanswerable,
    WeakPassword,
)
"""Errors whose message says all, in one line."""


def run(arguments: Sequence[str], environ: Mapping[str, str], now: datetime) -> int:
    """Run one command and return its exit code: 0 when done, 1 when it failed.

    What went wrong is said in one line on standard error, without a password.

    Args:
        arguments: The command and its options.
        environ: Environment; DATABASE_URL names the database.
        now: Instant for the journal, aware.
    """
    options = parser().parse_args(arguments)
    try:
        return _dispatch(options, environ, now)
    except TOLD_AS_THEY_ARE as error:
        problem = str(error)
    except IntegrityError as error:
        problem = f"The database refused a row: {error.orig}"
    except (OperationalError, ProgrammingError) as error:
        problem = f"The database does not answer: {error.orig}"
    print(" ".join(problem.split()), file=sys.stderr)
    return FAILED


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    commands = argparse.ArgumentParser(prog=ACTOR, description=__doc__)
    each = commands.add_subparsers(dest="command", required=True)
    each.add_parser("migrate", help="bring the tables up to date")
    demo = each.add_parser("demo", help="load the facts and the simulated figures")
    demo.add_argument("--without-simulated", action="store_true", help="facts only")
    demo.add_argument(
        "--if-empty", action="store_true", help="do nothing when there is an election"
    )
    each.add_parser("remove-simulated", help="remove every simulated figure")
    each.add_parser("verify-journal", help="check the journal's chain of hashes")
    each.add_parser("revision", help="print the data revision")
    people.describe(each.add_parser("user", help="add, change and list the staff"))
    remind = each.add_parser("remind", help="write to staff what is due or late")
    remind.add_argument("--dry-run", action="store_true", help="name the letters only")
    publishing.describe(each.add_parser("publish", help="write the public copy"))
    each.add_parser("pledges", help="print the pledges, and those not counted")
    samples = each.add_parser("samples", help="make each document of a day")
    samples.add_argument("folder", type=Path, help="where to write them")
    samples.add_argument("--day", type=date.fromisoformat, help="such as 2022-09-08")
    each.add_parser("check-catalogues", help="check that no text lacks a language")
    each.add_parser("check-migrations", help="check the migrations against the tables")
    return commands


def _dispatch(
    options: argparse.Namespace, environ: Mapping[str, str], now: datetime
) -> int:
    match options.command:
        case "check-catalogues":
            return say(gaps(), "Every language has every text.")
        case "check-migrations":
            return say(differences(), "The migrations make the tables.")
        case "migrate":
            migrate(url_from(environ))
            return DONE
        case "publish":
            return _publish(engine_for(url_from(environ)), options)
        case "samples":
            return _samples(engine_for(url_from(environ)), options)
        case _:
            return _use_database(options, environ, now)


def say(problems: Iterable[str], all_well: str) -> int:
    """Print the problems, or that all is well, and return the exit code."""
    found = list(problems)
    print("\n".join(found) or all_well, file=sys.stderr if found else sys.stdout)
    return FAILED if found else DONE


def _use_database(
    options: argparse.Namespace, environ: Mapping[str, str], now: datetime
) -> int:
    engine = engine_for(url_from(environ))
    match options.command:
        case "demo":
            return _demo(engine, options, now)
        case "remove-simulated":
            return _remove_simulated(engine, now)
        case "verify-journal":
            return _verify(engine)
        case "user":
            return _user(engine, options, now)
        case "remind":
            return _remind(engine, options, environ, now)
        case _:
            return _tell(engine, options.command)


def _demo(engine: Engine, options: argparse.Namespace, now: datetime) -> int:
    author = Author(actor=ACTOR, reason="demonstration loaded", at=now)
    with writing(engine).begin() as connection:
        _require_tables(connection)
        if options.if_empty and read_elections(connection):
            print("There is an election already; nothing was loaded.")
            return DONE
        loaded = load_demonstration(
            connection, by=author, with_simulated=not options.without_simulated
        )
    print(f"Facts stored: {loaded.facts:,}")
    print(f"Simulated tallies stored: {loaded.tallies:,}")
    print(f"Simulated rows of the integrity zone stored: {loaded.zone:,}")
    return DONE


def _remove_simulated(engine: Engine, now: datetime) -> int:
    author = Author(actor=ACTOR, reason="simulated figures removed", at=now)
    with writing(engine).begin() as connection:
        _require_tables(connection)
        print(f"Simulated rows removed: {remove_simulated(connection, by=author):,}")
    return DONE


def _verify(engine: Engine) -> int:
    with engine.connect() as connection:
        _require_tables(connection)
        chain = verify(connection)
    if chain.is_sound:
        print(
            f"The journal is sound: {chain.entries:,} entries, last hash {chain.head}"
        )
        return DONE
    print(f"The journal is broken at entry {chain.broken_at}", file=sys.stderr)
    return FAILED


def _tell(engine: Engine, command: str) -> int:
    with engine.connect() as connection:
        _require_tables(connection)
        if command == "pledges":
            pledging.run(connection)
        else:
            print(read_revision(connection))
    return DONE


def _user(engine: Engine, options: argparse.Namespace, now: datetime) -> int:
    with engine.connect() as connection:
        _require_tables(connection)
    people.run(engine, options, now)
    return DONE


def _publish(engine: Engine, options: argparse.Namespace) -> int:
    with engine.connect() as connection:
        _require_tables(connection)
    return DONE if publishing.run(options) else FAILED


def _remind(
    engine: Engine,
    options: argparse.Namespace,
    environ: Mapping[str, str],
    now: datetime,
) -> int:
    with engine.connect() as connection:
        _require_tables(connection)
    has_sent = reminding.run(engine, environ, now, is_dry=options.dry_run)
    return DONE if has_sent else FAILED


def _samples(engine: Engine, options: argparse.Namespace) -> int:
    from tasks import samples  # loads all that a screen loads

    with engine.connect() as connection:
        _require_tables(connection)
        if not read_elections(connection):
            raise DatabaseUnusable("There is no election to make documents of.")
    for file in samples.write(options.folder, options.day):
        print(file)
    return DONE


def _require_tables(connection: Connection) -> None:
    if not schema_is_current(connection):
        raise DatabaseUnusable(
            "The tables are missing or out of date; run: python -m tasks migrate"
        )
