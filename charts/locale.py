"""Numbers and dates in a language, for words and for Vega's own labels."""

from datetime import date
from functools import cache, lru_cache
from typing import Any

from babel import Locale
from babel.dates import format_date

from domain.bilingual import Language

# British English: day before month, as the commission's English pages write it.
LOCALES = {
    Language.INDONESIAN: Locale("id"),
    Language.ENGLISH: Locale("en", "GB"),
}
SUNDAY = 6  # Babel counts weekdays from Monday, Vega from Sunday


@lru_cache(maxsize=4096)
def in_words(day: date, pattern: str, language: Language) -> str:
    """Return a day in a CLDR pattern, such as `8 Sep` for `d MMM`."""
    return format_date(day, pattern, locale=LOCALES[language])


@cache
def vega_locale(language: Language) -> dict[str, Any]:
    """Return `config.locale` of Vega-Lite: its number and time formats.

    Source: CLDR, by Babel.
    """
    locale = LOCALES[language]
    symbols = locale.number_symbols["latn"]
    return {
        "number": {
            "decimal": symbols["decimal"],
            "thousands": symbols["group"],
            "grouping": [3],
            "currency": ["Rp", ""],
        },
        "time": {
            "dateTime": "%A, %-d %B %Y %X",
            "date": "%-d %B %Y",
            "time": "%H.%M" if language is Language.INDONESIAN else "%H:%M",
            "periods": ["AM", "PM"],
            "days": _weekdays(locale, "wide"),
            "shortDays": _weekdays(locale, "abbreviated"),
            "months": _months(locale, "wide"),
            "shortMonths": _months(locale, "abbreviated"),
        },
    }


def _weekdays(locale: Locale, width: str) -> list[str]:
    names = locale.days["format"][width]
    return [names[(SUNDAY + offset) % 7] for offset in range(7)]


def _months(locale: Locale, width: str) -> list[str]:
    names = locale.months["format"][width]
    return [names[month] for month in range(1, 13)]
