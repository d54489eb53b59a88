"""The command `remind`: one letter for each person whose milestones are due or late."""

import smtplib
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import Connection, Engine

from data_access import reminders
from data_access.accounts import read_people
from data_access.database import writing
from data_access.deadlines import read_holiday_overrides
from data_access.elections import read_elections
from data_access.timeline import read_milestones
from data_access.totals import read_phase_totals
from domain.assess import assess
from domain.election import Election
from domain.person import Person
from domain.reminding import Reminder, reminders_on
from domain.workdays import indonesian_calendar
from tasks import reminder_words
from tasks.mail import (
    LetterRefused,
    MailServer,
    MailUnusable,
    connected,
    letter,
    send,
    server_from,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What one person is to be reminded of in one election.

    Attributes:
        person: Who.
        election: Code of the election.
        reminders: What is due, sent already or not; at least one.
    """

    person: Person
    election: str
    reminders: tuple[Reminder, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Where and when the letters are written.

    Attributes:
        day: Today, in the office's zone.
        province: Kemendagri code of the commission's province.
        link: Address of the dashboard, without a slash at its end; empty for none.
    """

    day: date
    province: str
    link: str


def run(
    engine: Engine, environ: Mapping[str, str], now: datetime, *, is_dry: bool
) -> bool:
    """Send what was not sent, and return whether every letter left.

    Args:
        engine: The database.
        environ: Environment; SMTP_* names the mail server, PUBLIC_URL the dashboard.
        now: This instant, aware.
        is_dry: Whether the letters are only named, and nothing is sent or noted.

    Raises:
        MailUnusable: The environment cannot be read, or the mail server not be used.
    """
    office = office_from(environ, now)
    with engine.connect() as connection:
        due = list(_due(connection, office))
        unsent = [each for each in due if _unsent(connection, each, office.day)]
        if is_dry:
            _name_letters(connection, unsent, office)
            return True
    if not unsent:
        print("Nobody is to be reminded.")
        return True
    return _send_all(engine, server_from(environ), unsent, office)


def office_from(environ: Mapping[str, str], now: datetime) -> Office:
    """Return where and when the letters are written.

    Raises:
        MailUnusable: OFFICE_ZONE or PUBLIC_URL cannot be read.
    """
    named = environ.get("OFFICE_ZONE", "Asia/Makassar")
    try:
        zone = ZoneInfo(named)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise MailUnusable(f"OFFICE_ZONE {named!r} is no time zone.") from None
    return Office(
        day=now.astimezone(zone).date(),
        province=environ.get("PROVINCE", "52"),
        link=_link(environ.get("PUBLIC_URL", "").strip().rstrip("/")),
    )


def _link(typed: str) -> str:
    try:
        parts = urlsplit(typed)
    except ValueError:
        parts = urlsplit("")
    is_address = parts.scheme in {"http", "https"} and bool(parts.hostname)
    if typed and not (is_address and typed.isprintable() and " " not in typed):
        raise MailUnusable("PUBLIC_URL is no address; write it as https://host/path.")
    return typed


def _due(connection: Connection, office: Office) -> Iterator[Due]:
    people = [each for each in read_people(connection) if each.email]
    for election in read_elections(connection) if people else ():
        found = _reminders(connection, election, office)
        for person in people:
            own = tuple(
                each for each in found if person.answers_for(each.assessment.milestone)
            )
            if own:
                yield Due(person=person, election=election.code, reminders=own)


def _reminders(
    connection: Connection, election: Election, office: Office
) -> tuple[Reminder, ...]:
    day, code = office.day, election.code
    calendar = indonesian_calendar(
        min(election.launched_on.year, day.year),
        max(election.voting_day.year, day.year) + 1,
        read_holiday_overrides(connection, day),
        day,
    )
    totals = read_phase_totals(connection, code, day, province=office.province)
    items = assess(
        read_milestones(connection, code, day),
        day=day,
        calendar=calendar,
        deadlines={},
        totals={each.phase_code: each for each in totals},
    )
    return reminders_on(items, day, calendar)


def _unsent(connection: Connection, due: Due, day: date) -> tuple[Reminder, ...]:
    return reminders.unsent(
        connection, due.person.code, due.election, due.reminders, day
    )


def _name_letters(connection: Connection, due: list[Due], office: Office) -> None:
    for each in due:
        mine = _unsent(connection, each, office.day)
        words = reminder_words.subject(mine, each.person.language)
        codes = ", ".join(item.assessment.milestone.code for item in mine)
        print(f"{each.person.code} <{each.person.email}>: {words} ({codes})")
    print(f"Letters to send: {len(due):,}")


def _send_all(
    engine: Engine, server: MailServer, due: list[Due], office: Office
) -> bool:
    sent = failed = 0
    with connected(server) as post:
        for each in due:
            try:
                sent += _send(engine, post, server, each, office)
            except LetterRefused as refused:
                failed += 1
                print(f"Not sent to {each.person.code}: {refused}", file=sys.stderr)
    print(f"Letters sent: {sent:,}")
    return not failed


def _send(
    engine: Engine, post: smtplib.SMTP, server: MailServer, due: Due, office: Office
) -> bool:
    """Send one letter unless another run did, and return whether it was this one."""
    person, day = due.person, office.day
    whose = (person.code, due.election)
    with writing(engine).begin() as connection:
        claimed = reminders.claim(connection, *whose, due.reminders, day)
    if not claimed:
        return False
    try:
        words = reminder_words.subject(claimed, person.language)
        body = reminder_words.text(person, claimed, day, office.link)
        send(post, letter(server.sender, person, words, body))
    except BaseException:
        with writing(engine).begin() as connection:
            reminders.release(connection, *whose, claimed, day)
        raise
    return True
