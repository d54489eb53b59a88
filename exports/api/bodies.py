"""The bodies of open data: rows as JSON in an envelope, or as CSV."""

import csv
import io
import json

from exports.api.asked import Asked, Format
from exports.api.fields import Row, Table
from exports.api.tables import TABLES
from exports.revalidated import kept_bodies
from reports.workbook import inert

MEDIA_TYPES = {
    Format.JSON: "application/json",
    Format.CSV: "text/csv; charset=utf-8",
}


def body_of(name: str, asked: Asked) -> bytes:
    """Return the body of some rows of a table, made once per revision and query."""
    return _made(_Key((name, *asked.key), asked))


class _Key:
    """What a body is kept by: its name and query; the edition goes along."""

    def __init__(self, key: tuple[object, ...], asked: Asked) -> None:
        self.key = key
        self.asked = asked

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.key == other.key


@kept_bodies
def _made(wanted: _Key) -> bytes:
    asked, table = wanted.asked, TABLES[str(wanted.key[0])]
    rows = table.rows(asked.edition, dict(asked.wanted))
    if asked.format is Format.CSV:
        return _csv(table, _page(rows, asked))
    return _json(rows, asked)


def _page(rows: list[Row], asked: Asked) -> list[Row]:
    return rows[asked.offset : asked.offset + asked.limit]


def _json(rows: list[Row], asked: Asked) -> bytes:
    visit, shown = asked.edition.visit, _page(rows, asked)
    envelope = {
        "election": visit.election.code,
        "day": visit.day.isoformat(),
        "revision": visit.revision,
        "journal_head": asked.edition.head,
        "simulated": any(row.get("simulated", False) for row in shown),
        "total": len(rows),
        "limit": asked.limit,
        "offset": asked.offset,
        "rows": shown,
    }
    return json.dumps(envelope, ensure_ascii=False, separators=(",", ":")).encode()


def _csv(table: Table[object], rows: list[Row]) -> bytes:
    text = io.StringIO(newline="")
    lines = csv.writer(text)
    lines.writerow([field.name for field in table.fields])
    lines.writerows([_cell(value) for value in row.values()] for row in rows)
    return text.getvalue().encode()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return inert(value) if isinstance(value, str) else value
