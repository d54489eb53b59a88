"""The command `user`: accounts of the staff, from the terminal of the server."""

import argparse
import sys
from dataclasses import replace
from datetime import datetime
from getpass import getpass
from secrets import token_urlsafe

from sqlalchemy import Connection, Engine

from data_access import account_changes, attempts
from data_access.account_changes import UnknownPerson
from data_access.accounts import Account, read_account, read_accounts
from data_access.database import writing
from data_access.journal import Author
from data_access.person_checks import AccountRefused
from domain.bilingual import Language
from domain.person import Person, Role

ACTOR = "python -m tasks user"
"""Name under which the journal keeps what the command wrote."""

UNKNOWN_BYTES = 32
"""Length of the password of somebody who needs none; nobody is told it."""


def describe(commands: argparse.ArgumentParser) -> None:
    """Describe what the command takes."""
    actions = commands.add_subparsers(dest="action", required=True)
    add = _of_one(actions.add_parser("add", help="add somebody; asks for a password"))
    add.add_argument("--name", required=True, help="name as people say it")
    add.add_argument("--role", type=Role, required=True, help=", ".join(Role))
    _with_scope(add)
    add.add_argument("--language", type=Language, default=Language.INDONESIAN)
    _with_identity(add)
    _with_password(add).add_argument(
        "--without-password",
        action="store_true",
        help="of somebody who signs in through the office's identity provider only",
    )
    role = _of_one(actions.add_parser("role", help="change what somebody may do"))
    role.add_argument("role", type=Role, help=", ".join(Role))
    _with_scope(role)
    _with_identity(role)
    _with_password(_of_one(actions.add_parser("reset", help="set a new password")))
    actions.add_parser("list", help="list everybody, without passwords")
    _of_one(actions.add_parser("disable", help="end all sessions, let in no more"))
    _of_one(actions.add_parser("enable", help="let in again"))
    _of_one(actions.add_parser("unlock", help="forget the wrong passwords of a name"))


def run(engine: Engine, options: argparse.Namespace, now: datetime) -> None:
    """Do what the options say, in one transaction.

    Raises:
        AccountRefused: It cannot be done.
        WeakPassword: The password may not be chosen.
    """
    author = Author(actor=ACTOR, reason=f"user {options.action}", at=now)
    # Asked for before the transaction begins, because people take their time.
    password = _password(options) if options.action in {"add", "reset"} else ""
    with writing(engine).begin() as connection:
        match options.action:
            case "add":
                account_changes.add_person(
                    connection, _person(options), password, by=author
                )
            case "reset":
                account_changes.set_password(
                    connection, options.code, password, is_own=False, by=author
                )
            case "list":
                print("\n".join(map(_line, read_accounts(connection))) or "Nobody yet.")
                return
            case _:
                _change(connection, options, author)
    print(f"Done: {options.action} {options.code}")


def _change(
    connection: Connection, options: argparse.Namespace, author: Author
) -> None:
    match options.action:
        case "role":
            account = _known(connection, options.code)
            person = account.person
            news = replace(
                person,
                role=options.role,
                regions=frozenset(options.region),
                divisions=frozenset(options.division),
                email=_given(options.email, person.email),
                subject=_given(options.subject, person.subject),
            )
            version = account.version
            account_changes.change_person(
                connection, news, expected_version=version, by=author
            )
        case "disable":
            account_changes.disable(connection, options.code, by=author)
        case "enable":
            account_changes.enable(connection, options.code, by=author)
        case _:
            _known(connection, options.code)
            attempts.forgive(connection, options.code)


def _known(connection: Connection, code: str) -> Account:
    account = read_account(connection, code)
    if account is None:
        raise UnknownPerson(f"nobody signs in as {code}")
    return account


def _of_one(command: argparse.ArgumentParser) -> argparse.ArgumentParser:
    command.add_argument("code", help="name to sign in with, in lower case")
    return command


def _with_scope(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--region",
        action="append",
        default=[],
        help="Kemendagri code of a kab/kota an operator records for; once for each",
    )
    command.add_argument(
        "--division", action="append", default=[], help="division; once for each"
    )


def _with_identity(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--email",
        help="address for reminders, and for the identity provider to vouch for",
    )
    command.add_argument(
        "--subject", help="what the identity provider calls them, where not by e-mail"
    )


def _with_password(
    command: argparse.ArgumentParser,
) -> argparse._MutuallyExclusiveGroup:
    source = command.add_mutually_exclusive_group()
    source.add_argument(
        "--password-stdin",
        action="store_true",
        help="read the password from the first line of standard input",
    )
    return source


def _given(typed: str | None, otherwise: str) -> str:
    return otherwise if typed is None else typed


def _password(options: argparse.Namespace) -> str:
    if options.action == "add" and options.without_password:
        return token_urlsafe(UNKNOWN_BYTES)
    if options.password_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass(f"Password for {options.code}: ")
    if getpass("Once more: ") != password:
        raise AccountRefused("The two passwords are not the same; nothing was changed.")
    return password


def _person(options: argparse.Namespace) -> Person:
    return Person(
        code=options.code,
        name=options.name,
        role=options.role,
        regions=frozenset(options.region),
        divisions=frozenset(options.division),
        language=options.language,
        email=_given(options.email, ""),
        subject=_given(options.subject, ""),
    )


def _line(account: Account) -> str:
    person = account.person
    parts = [person.code, person.name, person.role, *sorted(person.regions)]
    if account.is_disabled:
        parts.append("(disabled)")
    if account.must_change_password:
        parts.append("(must change the password)")
    return "  ".join(parts)
