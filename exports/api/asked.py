"""What an address of open data asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from exports.api.fields import Table
from exports.edition import Edition, Unanswerable, edition_asked, refuse_strangers
from ui import address

FORMAT, LIMIT, OFFSET = "format", "batas", "lewati"
MOST_ROWS, USUAL_ROWS = 5_000, 1_000
LAST_ROW = 10_000_000
EVERYWHERE = frozenset(
    {address.ELECTION, address.DAY, address.LANGUAGE, FORMAT, LIMIT, OFFSET}
)
"""Parts that the address of every table may have."""


class Format(StrEnum):
    """How a table is written."""

    JSON = "json"
    CSV = "csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Some rows of a table.

    Attributes:
        edition: Election and day.
        format: How they are written.
        limit: Most rows.
        offset: Rows left out before them.
        wanted: Values that the rows must have, by name of the field, in order.
    """

    edition: Edition
    format: Format
    limit: int
    offset: int
    wanted: tuple[tuple[str, str], ...]

    @property
    def key(self) -> tuple[object, ...]:
        """Return what the answer follows from, besides the table."""
        visit = self.edition.visit
        which = (self.edition.head, visit.election.code, visit.day.isoformat())
        return *which, self.format.value, self.limit, self.offset, self.wanted


def asked_of(table: Table[Any], parts: Mapping[str, str]) -> Asked:
    """Return what an address asks of a table.

    Raises:
        Unanswerable: A part of it means nothing here, or names what does not exist.
    """
    refuse_strangers(parts, EVERYWHERE | {each.part for each in table.filters})
    written = parts.get(FORMAT, Format.JSON)
    if written not in set(Format):
        raise Unanswerable(FORMAT, written)
    limit = _number(parts, LIMIT, USUAL_ROWS, (1, MOST_ROWS))
    offset = _number(parts, OFFSET, 0, (0, LAST_ROW))
    edition = edition_asked(parts)
    return Asked(
        edition=edition,
        format=Format(written),
        limit=limit,
        offset=offset,
        wanted=_wanted(table, edition, parts),
    )


def _wanted(
    table: Table[Any], edition: Edition, parts: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    asked = [each for each in table.filters if each.part in parts]
    for each in asked:
        if parts[each.part] not in each.known(edition):
            raise Unanswerable(each.part, parts[each.part], is_unknown=True)
    return tuple((each.field, parts[each.part]) for each in asked)


def _number(
    parts: Mapping[str, str], part: str, usual: int, within: tuple[int, int]
) -> int:
    asked = parts.get(part)
    if asked is None:
        return usual
    is_plain = asked.isascii() and asked.isdigit() and len(asked) <= len(str(LAST_ROW))
    if not is_plain or not within[0] <= int(asked) <= within[1]:
        raise Unanswerable(part, asked)
    return int(asked)
