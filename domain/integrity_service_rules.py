"""What must hold of a service and of its figure of a month.

Source: none; the commission's own working rules, no article.
"""

from collections.abc import Container
from datetime import date
from enum import StrEnum
from typing import TypeAlias
from urllib.parse import urlsplit

from domain.integrity_services import (
    FigureEdit,
    NewService,
    ServiceEdit,
    ServiceStatus,
)
from domain.typed_days import check_past, check_planned
from domain.typed_text import NAME_LENGTHS, TextRule, check_text
from domain.violation import Violation

OWNER_LENGTHS = range(NAME_LENGTHS.stop)
"""Characters of the division that answers for a service; empty while unknown."""

LINK_LENGTHS = range(501)
"""Characters of an address. No source."""

MOST_COUNTED = 10_000_000
"""More than people live in the province; a larger count is a slip of the keyboard."""

Violations: TypeAlias = tuple[Violation, ...]


class ServiceRule(StrEnum):
    """A rule on what is recorded of a service."""

    LINK_IS_HTTPS = "link_is_https"
    UNKNOWN_SERVICE = "unknown_service"
    NAME_TAKEN = "name_taken"
    MONTH_HAS_BEGUN = "month_has_begun"
    COUNT_NOT_NEGATIVE = "not_negative"
    COUNT_TOO_LARGE = "too_large"


def check_service(edit: ServiceEdit, day: date) -> Violations:
    """Return every rule that an edit of a service breaks.

    Args:
        edit: What is to be recorded.
        day: Day of the recording; only what is planned begins after it.
    """
    is_planned = edit.status is ServiceStatus.PLANNED
    since = (
        check_planned("since", edit.since)
        if is_planned
        else check_past("since", edit.since, day)
    )
    return (
        *check_text("owner", edit.owner, OWNER_LENGTHS),
        *check_link("link", edit.link),
        *since,
    )


def check_new_service(edit: NewService, day: date, known: Container[str]) -> Violations:
    """Return every rule that a new service breaks.

    Args:
        edit: What is to be recorded.
        day: Day of the recording.
        known: Codes of the services there are.
    """
    name = edit.name_indonesian
    broken = (
        *check_text("name_indonesian", name, NAME_LENGTHS),
        *check_text("name_english", edit.name_english, range(NAME_LENGTHS.stop)),
        *check_service(edit, day),
    )
    if broken or (edit.code and edit.code not in known):
        return broken
    rule = ServiceRule.NAME_TAKEN if edit.code else TextRule.TOO_SHORT
    return (Violation(field="name_indonesian", value=name, rule=rule),)


def check_figure(edit: FigureEdit, month: date, day: date) -> Violations:
    """Return every rule that the figure of a month breaks.

    Args:
        edit: What is to be recorded.
        month: First day of the month.
        day: Day of the recording; the month has begun by then.
    """
    counted = -1 if edit.counted is None else edit.counted
    rules = (
        (ServiceRule.MONTH_HAS_BEGUN, "month", month, month > day),
        (ServiceRule.COUNT_NOT_NEGATIVE, "counted", edit.counted, counted < 0),
        (ServiceRule.COUNT_TOO_LARGE, "counted", counted, counted > MOST_COUNTED),
    )
    broken = tuple(
        Violation(field=field, value=value, rule=rule, most=MOST_COUNTED)
        for rule, field, value, is_broken in rules
        if is_broken
    )
    optional = range(NAME_LENGTHS.stop)
    return (
        *check_text("what_indonesian", edit.what_indonesian, NAME_LENGTHS),
        *check_text("what_english", edit.what_english, optional),
        *broken,
    )


def is_https(link: str) -> bool:
    """Return whether an address is a plain one of https, without a password in it."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    is_whole = link.isascii() and link.isprintable() and " " not in link
    has_host = bool(parts.hostname) and "@" not in parts.netloc
    return is_whole and parts.scheme == "https" and has_host


def check_link(field: str, link: str) -> Violations:
    """Return the rules that an address breaks; it may be empty."""
    broken = check_text(field, link, LINK_LENGTHS)
    if broken or not link or is_https(link):
        return broken
    return (Violation(field=field, value=link, rule=ServiceRule.LINK_IS_HTTPS),)
