"""Days, spans and numbers as the current language writes them."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache

from babel.dates import format_date, format_time
from babel.numbers import format_decimal

from domain.bilingual import Language
from ui.language import current
from ui.language import gettext as _

NO_BREAK = "\u00a0"

ZONES = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
"""What the three time zones of Indonesia are called."""


def day(on: date) -> str:
    """Return "8 September 2022"."""
    return _format(on, "d MMMM y", current())


def short_day(on: date, *, with_year: bool = True) -> str:
    """Return "8 Sep 2022", or "8 Sep" without its year."""
    return _format(on, "d MMM y" if with_year else "d MMM", current())


def span(start: date | None, end: date | None) -> str:
    """Return "14–28 Sep 2022", "29 Jul – 13 Des 2022" or "s.d. 20 Okt 2024".

    Both ends are inclusive; a missing one is said in words.
    """
    if start is None or end is None:
        return _open_span(start, end)
    if start == end:
        return short_day(end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{short_day(end)}"
    first = short_day(start, with_year=start.year != end.year)
    return f"{first} – {short_day(end)}"


def _open_span(start: date | None, end: date | None) -> str:
    if start:
        return _("from {day}").format(day=short_day(start))
    if end:
        return _("until {day}").format(day=short_day(end))
    return _("days to follow")


def number(value: int) -> str:
    """Return "31.240" in Indonesian, "31,240" in English."""
    return _decimal(value, current())


def decimal(value: Decimal | Fraction, places: int = 2) -> str:
    """Return "91,48" in Indonesian, "91.48" in English, rounded half-up."""
    step = 10**places
    hundredths = int(Fraction(value) * step + Fraction(1, 2))
    exact = Decimal(hundredths).scaleb(-places)
    pattern = f"#,##0.{'0' * places}"
    return str(format_decimal(exact, pattern, locale=current().value))


def percent(share: Fraction) -> str:
    """Return "27%"; both languages set no space before the sign.

    Only none is "0%" and only all is "100%": one missing recap of 240 shows "99%".
    """
    rounded = round(share * 100)
    if 0 < share < 1:
        rounded = min(max(rounded, 1), 99)
    return f"{rounded}%"


def of_total(done: int, total: int, unit: str = "") -> str:
    """Return "8 dari 10 kab/kota"."""
    words = _("{done} of {total}").format(done=number(done), total=number(total))
    return f"{words} {unit}".strip()


def clock(at: datetime, zone_name: str) -> str:
    """Return "14.05 WITA"."""
    return f"{_hour(at)} {zone_name}"


def moment(at: datetime) -> str:
    """Return "8 Sep 2022 14.05", on the clock of `at`."""
    return f"{short_day(at.date())} {_hour(at)}"


def unbroken(text: str) -> str:
    """Return the text with spaces that a line break leaves alone."""
    return text.replace(" ", NO_BREAK)


def capitalised(text: str) -> str:
    """Return the text with its first letter in upper case, the rest as it is."""
    return text[:1].upper() + text[1:]


def count_word(count: int) -> str:
    """Return a count as a headline writes it: "dua", but "13"."""
    words = [
        _("no"), _("one"), _("two"), _("three"), _("four"), _("five"), _("six"),
        _("seven"), _("eight"), _("nine"), _("ten"), _("eleven"), _("twelve"),
    ]  # fmt: skip
    return words[count] if 0 <= count < len(words) else number(count)


def _hour(at: datetime) -> str:
    pattern = "HH.mm" if current() is Language.INDONESIAN else "HH:mm"
    return str(format_time(at, pattern, locale=current().value))


@cache
def _format(on: date, pattern: str, language: Language) -> str:
    return format_date(on, pattern, locale=language.value)


@cache
def _decimal(value: int, language: Language) -> str:
    return str(format_decimal(value, locale=language.value))
