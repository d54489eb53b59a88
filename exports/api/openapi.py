"""The document that tells programs of the open data (OpenAPI 3.1).

Written from the declarations that make the rows, so neither can be without the other.
"""

from typing import Any

from domain.bilingual import Language
from exports.api.asked import FORMAT, LAST_ROW, LIMIT, MOST_ROWS, OFFSET, USUAL_ROWS
from exports.api.asked import Format as Written
from exports.api.fields import Table
from exports.api.tables import TABLES
from ui import address

FOLDER = "/api/v1"
VERSION = "1.0.0"
PROBLEM = "application/problem+json"
REFUSALS = {
    "404": "An election, phase, party, region or stage that does not exist here",
    "422": "A part of the address that means nothing here",
    "429": "Too many requests from one address",
    "503": "The database is away",
}
ABOUT = """Public figures only, read-only, for anybody and without a key. Progress is
public once it was handed over, MS, BMS and TMS once decided in plenary; whoever has
signed in gets the same, drafts are no open data. Every row is as known on the day
asked for. A row with `simulated: true` holds figures made up for the demonstration,
never official ones. No licence of the figures is stated."""


def document() -> dict[str, Any]:
    """Return the document."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Pantau Tahapan",
            "version": VERSION,
            "description": ABOUT.replace("\n", " "),
        },
        "paths": {
            f"{FOLDER}/{table.name}": {"get": _operation(table)}
            for table in TABLES.values()
        },
        "components": {"schemas": {"Problem": _problem()}},
    }


def _operation(table: Table[Any]) -> dict[str, Any]:
    refused = {
        status: _answer(said, {PROBLEM: _reference("Problem")})
        for status, said in REFUSALS.items()
    }
    refused["429"]["headers"] = refused["503"]["headers"] = {
        "Retry-After": _header("Seconds to wait", "integer")
    }
    rows = {
        "application/json": _envelope(table),
        "text/csv": {"type": "string"},
    }
    found = _answer(table.says, rows)
    found["headers"] = {
        "ETag": _header("Changes with the data and the query", "string")
    }
    return {
        "operationId": table.name,
        "summary": table.says,
        "parameters": [*_everywhere(), *_filters(table)],
        "responses": {
            "200": found,
            "304": {"description": "What the asker has is current"},
            **refused,
        },
    }


def _envelope(table: Table[Any]) -> dict[str, Any]:
    row = _object({field.name: field.schema() for field in table.fields})
    whole, text = {"type": "integer", "minimum": 0}, {"type": "string"}
    return _object(
        {
            "election": text | {"description": "Code of the election"},
            "day": text
            | {"format": "date", "description": "Day whose knowledge counts"},
            "revision": whole
            | {"description": "Data revision: entries of the journal"},
            "journal_head": text | {"description": "Hash of the journal's last entry"},
            "simulated": {
                "type": "boolean",
                "description": "Whether a row below is simulated",
            },
            "total": whole | {"description": "Rows in all"},
            "limit": whole | {"description": "Most rows of this answer"},
            "offset": whole | {"description": "Rows left out before them"},
            "rows": {"type": "array", "items": row},
        }
    )


def _everywhere() -> list[dict[str, Any]]:
    day = {"type": "string", "format": "date", "pattern": r"^20\d\d-\d\d-\d\d$"}
    languages = [each.value for each in Language]
    return [
        _parameter(
            address.ELECTION, "Election; the first one if none", {"type": "string"}
        ),
        _parameter(address.DAY, "Day whose knowledge counts", day),
        _parameter(
            address.LANGUAGE,
            "Language of problem documents",
            {"type": "string", "enum": languages},
        ),
        _parameter(
            FORMAT,
            "How the rows are written",
            {"type": "string", "enum": [each.value for each in Written]},
        ),
        _parameter(LIMIT, "Most rows", _whole(1, MOST_ROWS, USUAL_ROWS)),
        _parameter(OFFSET, "Rows to leave out first", _whole(0, LAST_ROW, 0)),
    ]


def _filters(table: Table[Any]) -> list[dict[str, Any]]:
    return [
        _parameter(each.part, f"Only rows with this {each.field}", {"type": "string"})
        for each in table.filters
    ]


def _parameter(name: str, says: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": says, "schema": schema}


def _whole(least: int, most: int, usual: int) -> dict[str, Any]:
    limits = {"minimum": least, "maximum": most, "default": usual}
    return {"type": "integer", **limits}


def _header(says: str, kind: str) -> dict[str, Any]:
    return {"description": says, "schema": {"type": kind}}


def _answer(says: str, content: dict[str, dict[str, Any]]) -> dict[str, Any]:
    written = {media: {"schema": schema} for media, schema in content.items()}
    return {"description": says, "content": written}


def _reference(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _problem() -> dict[str, Any]:
    text = {"type": "string"}
    return _object(
        {"type": text, "title": text, "status": {"type": "integer"}, "detail": text}
    ) | {"description": "RFC 9457"}
