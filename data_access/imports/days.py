"""Reads days as people of either language write them."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from data_access.imports.characters import RefusedCell, refuse_look_alikes, tidy
from data_access.imports.grid import Cell
from domain.importing import RefusalKind

FIRST, LAST = date(2000, 1, 1), date(2099, 12, 31)
"""Days outside are slips of the pen."""

BEFORE_SERIAL_1 = date(1899, 12, 30)
"""Excel's day 0, counted so that its missing 29 February 1900 does no harm later."""

MONTHS = (
    ("januari", "january", "jan"),
    ("februari", "february", "feb", "peb", "pebruari"),
    ("maret", "march", "mar"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("agustus", "august", "agu", "agt", "ags", "aug"),
    ("september", "sep", "sept"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nopember", "nov", "nop"),
    ("desember", "december", "des", "dec"),
)
"""Names of the months in both languages, and how they are shortened."""

_NUMBER_OF = {name: at for at, names in enumerate(MONTHS, start=1) for name in names}
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
_NAMED = re.compile(r"([0-9]{1,2})[ -]([a-z]+)\.?,?[ -]([0-9]{4})")
_NAMED_FIRST = re.compile(r"([a-z]+)\.? ([0-9]{1,2}),? ([0-9]{4})")
_SERIAL = re.compile(r"[0-9]{5}")

Parts: TypeAlias = tuple[int, int, int]
"""Year, month and day of the month."""


def day(cell: Cell) -> date:
    """Return a day; `08/09/2022` is 8 September, as Indonesia writes it.

    Raises:
        RefusedCell: It is no day, does not exist, or lies far off.
    """
    match cell:
        case datetime():
            found = _without_hour(cell)
        case date():
            found = cell
        case int() | float() if not isinstance(cell, bool):
            found = _of_serial(cell)
        case _:
            found = _written(tidy(cell).casefold())
    if not FIRST <= found <= LAST:
        raise RefusedCell(RefusalKind.DAY_OUT_OF_RANGE, first=FIRST, last=LAST)
    return found


def _without_hour(instant: datetime) -> date:
    if instant.time() != time():
        raise RefusedCell(RefusalKind.NOT_A_DAY)
    return instant.date()


def _of_serial(serial: float) -> date:
    if serial != serial // 1:
        raise RefusedCell(RefusalKind.NOT_A_DAY)
    try:
        return BEFORE_SERIAL_1 + timedelta(days=serial)
    except OverflowError:
        raise RefusedCell(RefusalKind.NOT_A_DAY) from None


def _written(text: str) -> date:
    for form, parts_of in _FORMS:
        if found := form.fullmatch(text):
            return _existing(*parts_of(found))
    if _SERIAL.fullmatch(text):
        return _of_serial(int(text))
    if any(character.isnumeric() and not character.isascii() for character in text):
        refuse_look_alikes(text, "abcdefghijklmnopqrstuvwxyz ,./-")
    raise RefusedCell(RefusalKind.NOT_A_DAY)


def _month(name: str) -> int:
    if name not in _NUMBER_OF:
        raise RefusedCell(RefusalKind.NOT_A_DAY)
    return _NUMBER_OF[name]


def _existing(year: int, month: int, day_of_month: int) -> date:
    try:
        return date(year, month, day_of_month)
    except ValueError:
        raise RefusedCell(RefusalKind.NO_SUCH_DAY) from None


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Parts]], ...] = (
    (_ISO, lambda found: (int(found[1]), int(found[2]), int(found[3]))),
    (_DAY_FIRST, lambda found: (int(found[4]), int(found[3]), int(found[1]))),
    (_NAMED, lambda found: (int(found[3]), _month(found[2]), int(found[1]))),
    (_NAMED_FIRST, lambda found: (int(found[3]), _month(found[1]), int(found[2]))),
)
"""The ways to write a day, and where each has its parts."""
