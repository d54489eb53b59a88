"""Writes events as an iCalendar file, which calendars subscribe to (RFC 5545, 7986).

icalendar, because it is kept up every few weeks and folds, escapes and ends lines as
the standard asks.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import icalendar

from domain.timeline import Holding

PROGRAM = "-//KPU NTB//Pantau Tahapan//ID"
REFRESHED = timedelta(hours=1)
"""How often a calendar is asked to look again. No source."""

STATUS: Mapping[Holding, str] = {
    Holding.PLANNED: "CONFIRMED",
    Holding.CONDITIONAL: "TENTATIVE",
    Holding.NOT_HELD: "CANCELLED",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that lasts whole days.

    Attributes:
        uid: What it is known by, in every later version of the calendar.
        first: First day.
        last: Last day, inclusive.
        title: What it is called.
        text: What there is to know of it.
        category: What it belongs to; empty for nothing.
        holding: Whether it takes place.
        sequence: Changes so far.
        changed_at: Instant of the last change, aware.
    """

    uid: str
    first: date
    last: date
    title: str
    text: str
    category: str
    holding: Holding
    sequence: int
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Events under one name.

    Attributes:
        name: Its name.
        text: What it is, of which day and revision.
        language: ISO 639-1 code of its texts.
        url: Address of the dashboard; empty for none.
        written_at: Instant of the data revision, aware.
        events: Its events.
    """

    name: str
    text: str
    language: str
    url: str
    written_at: datetime
    events: tuple[Event, ...]


def ics_of(calendar: Calendar) -> bytes:
    """Return a calendar as an iCalendar file."""
    file = icalendar.Calendar()
    heads = {
        "prodid": PROGRAM,
        "version": "2.0",
        "calscale": "GREGORIAN",
        "method": "PUBLISH",
        "name": calendar.name,
        "x-wr-calname": calendar.name,
        "description": calendar.text,
        "x-wr-caldesc": calendar.text,
    }
    for name, value in heads.items():
        file.add(name, value)
    file.add("refresh-interval", REFRESHED, {"VALUE": "DURATION"})
    file.add("last-modified", calendar.written_at.astimezone(UTC))
    if calendar.url:
        file.add("url", calendar.url)
    for event in calendar.events:
        entry = icalendar.Event()
        _fill(entry, event, calendar)
        file.add_component(entry)
    return bytes(file.to_ical())


def _fill(entry: "icalendar.Event", event: Event, calendar: Calendar) -> None:
    spoken = {"LANGUAGE": calendar.language}
    entry.add("uid", event.uid)
    entry.add("dtstamp", calendar.written_at.astimezone(UTC))
    entry.add("dtstart", event.first)
    entry.add("dtend", event.last + timedelta(days=1))  # exclusive
    entry.add("summary", event.title, spoken)
    entry.add("description", event.text, spoken)
    if event.category:
        entry.add("categories", [event.category])
    entry.add("status", STATUS[event.holding])
    entry.add("sequence", event.sequence)
    entry.add("last-modified", event.changed_at.astimezone(UTC))
    entry.add("transp", "TRANSPARENT")
