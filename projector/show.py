"""What show an address asks for: which sheets, how long each, of which day."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from charts.palette import LIGHT
from domain.bilingual import Language, language_of
from ui import visit
from ui.address import (
    DAY,
    ELECTION,
    LANGUAGE,
    LONGEST,
    SECONDS,
    SHEETS,
    SHORTEST,
    USUAL,
    day_of,
)
from ui.visit import Visit


class SheetName(StrEnum):
    """The sheets, in the order of the show, by their names in an address."""

    COUNTDOWN = "hitung-mundur"
    STAGES = "tahapan"
    ATTENTION = "perhatian"
    PHASES = "verifikasi"
    PARTIES = "partai"
    INTEGRITY = "zona"
    PLEDGE = "ikrar"
    PHONES = "ponsel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What an address asks for; nonsense in it gives the usual show.

    Attributes:
        sheets: Sheets to show, in their order.
        seconds: How long each stands.
        day: Day to show; None for the day that the screens open on.
        election: Code of an election; empty for the first one.
        language: Language of the show.
    """

    sheets: tuple[SheetName, ...]
    seconds: int
    day: date | None
    election: str
    language: Language


def wish_of(asked: QueryParams) -> Wish:
    """Return what the parameters of an address ask for."""
    return Wish(
        sheets=_sheets(asked.get(SHEETS, "").split(",")),
        seconds=_seconds(asked.get(SECONDS, "")),
        day=day_of(asked.get(DAY, "")),
        election=asked.get(ELECTION, ""),
        language=language_of(asked.get(LANGUAGE, "")),
    )


def visit_of(wish: Wish) -> Visit | None:
    """Return the visit that the sheets show, or None while there is no election.

    Raises:
        sqlalchemy.exc.DBAPIError: The database is away.
    """
    return visit.find(wish.election, wish.day, wish.language, LIGHT)


def for_phones(site: str, parts: Mapping[str, str], page: str = "/") -> str:
    """Return the address of a page that phones are sent to.

    Args:
        site: Address of the site as the server knows it; PUBLIC_URL goes before it.
        parts: Parts of the address to go along, as day and language.
        page: Path of the page.
    """
    there = (os.environ.get("PUBLIC_URL") or site).rstrip("/") + page
    return f"{there}?{urlencode(parts)}" if parts else there


def _sheets(names: Iterable[str]) -> tuple[SheetName, ...]:
    known = {name for name in SheetName if name in names}
    chosen = [SheetName(name) for name in names if name in known]
    return tuple(dict.fromkeys(chosen)) or tuple(SheetName)


def _seconds(asked: str) -> int:
    is_plain = asked.isascii() and asked.isdigit() and len(asked) <= len(str(LONGEST))
    return min(max(int(asked), SHORTEST), LONGEST) if is_plain else USUAL
