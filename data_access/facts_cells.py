"""Parsers of the cells in a file of facts."""

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from fractions import Fraction
from typing import Any, Literal
from zoneinfo import ZoneInfo

Parse = Callable[[str], Any]
"""Turns the text of a cell into its value; raises ValueError saying what it expects."""


def words(cell: str) -> str:
    """Return a text that must be there."""
    if not cell.strip():
        raise ValueError("a text")
    return cell


def any_words(cell: str) -> str:
    """Return a text that may be empty."""
    return cell


def day(cell: str) -> date:
    """Return a day, written 2022-09-08."""
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise ValueError("a day, written 2022-09-08") from None


def hour(cell: str) -> time:
    """Return an hour, written 23:59."""
    try:
        return time.fromisoformat(cell)
    except ValueError:
        raise ValueError("an hour, written 23:59") from None


def zone(cell: str) -> str:
    """Return the name of a time zone."""
    try:
        return ZoneInfo(cell).key
    except (ValueError, OSError, KeyError):
        raise ValueError("a time zone, written Asia/Jakarta") from None


def count(cell: str) -> int:
    """Return a number that is not negative."""
    if not (cell.isascii() and cell.isdigit()):
        raise ValueError("a number, in digits only")
    return int(cell)


def flag(cell: str) -> bool:
    """Return whether a cell says yes."""
    answers: dict[str, Literal[True, False]] = {"yes": True, "no": False}
    if cell not in answers:
        raise ValueError("yes or no")
    return answers[cell]


def fraction(cell: str) -> Fraction:
    """Return a fraction, written 3/4."""
    try:
        return Fraction(cell)
    except (ValueError, ZeroDivisionError):
        raise ValueError("a fraction, written 3/4") from None


def points(cell: str) -> Decimal:
    """Return points that are not negative, written 3.5."""
    try:
        number = Decimal(cell)
    except InvalidOperation:
        number = Decimal(-1)
    if not (number.is_finite() and number >= 0):
        raise ValueError("points, written 3.5")
    return number


def optional(parse: Parse) -> Parse:
    """Return the parser of a cell that may be empty, which means None."""
    return lambda cell: parse(cell) if cell else None


def one_of(members: type[StrEnum]) -> Parse:
    """Return the parser of a member of an enumeration."""

    def parse(cell: str) -> StrEnum:
        try:
            return members(cell)
        except ValueError:
            raise ValueError(f"one of {', '.join(members)}") from None

    return parse


def some_of(members: type[StrEnum]) -> Parse:
    """Return the parser of one or more members of an enumeration, between spaces."""
    single = one_of(members)
    return lambda cell: frozenset(single(part) for part in cell.split(" "))
