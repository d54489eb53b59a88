"""The bodies of open data: rows as JSON in an envelope, or as CSV."""

import csv
import io
import json
from typing import Any

from exports.api.asked import Asked, Format
from exports.api.fields import Row, Table
from reports.workbook import inert

MEDIA_TYPES = {
    Format.JSON: "application/json",
    Format.CSV: "text/csv; charset=utf-8",
}


def body_of(table: Table[Any], asked: Asked) -> bytes:
    """Return the body of some rows of a table."""
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


def _csv(table: Table[Any], rows: list[Row]) -> bytes:
    text = io.StringIO(newline="")
    lines = csv.writer(text)
    lines.writerow([field.name for field in table.fields])
    lines.writerows([_cell(value) for value in row.values()] for row in rows)
    return text.getvalue().encode()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return inert(value) if isinstance(value, str) else value
