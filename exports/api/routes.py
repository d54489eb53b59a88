"""The addresses of the open data."""

import json
from http import HTTPStatus
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from exports import problem
from exports.answers import Answer, answering
from exports.api import openapi
from exports.api.asked import Asked, Format, asked_of
from exports.api.bodies import MEDIA_TYPES, body_of
from exports.api.fields import Table
from exports.api.openapi import FOLDER
from exports.api.tables import TABLES
from exports.edition import Unanswerable
from exports.limits import Limit
from exports.revalidated import Prepared, Shelf
from ui import store
from ui.language import gettext as _

DOCUMENT = f"{FOLDER}/openapi.json"
READING = ("GET", "HEAD")


def served(limit: Limit) -> list[Route]:
    """Return the routes; `limit` says how often one address may ask."""
    shelf = Shelf()
    reading = [
        Route(f"{FOLDER}/{name}", _limited(_answer_of(table, shelf), limit))
        for name, table in TABLES.items()
    ]
    return [
        Route(DOCUMENT, _limited(_document_in(shelf), limit)),
        *reading,
        Route(f"{FOLDER}/{{rest:path}}", _limited(_unknown, limit)),
    ]


def _limited(answer: Answer, limit: Limit) -> Any:  # noqa: ANN401 - see _Endpoint
    return _Endpoint(answering(limit.holds(_for_readers(answer))))


class _Endpoint:
    """An endpoint for every method, so that a wrong one gets a problem document.

    Starlette takes a function for GET alone, and answers others in plain text.
    """

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401
        response = await self._answer(Request(scope, receive))
        await response(scope, receive, send)


def _for_readers(answer: Answer) -> Answer:
    async def reading(request: Request) -> Response:
        if request.method in READING:
            return await answer(request)
        said = _("Open data can be read only.")
        refused = problem.problem(HTTPStatus.METHOD_NOT_ALLOWED, said)
        refused.headers["Allow"] = ", ".join(READING)
        return refused

    return reading


def _answer_of(table: Table[Any], shelf: Shelf) -> Answer:
    def prepare(request: Request) -> Prepared:
        asked = asked_of(table, dict(request.query_params))
        return Prepared(
            key=(openapi.VERSION, table.name, store.province(), *asked.key),
            make=lambda: body_of(table, asked),
            headers=_headers(table, asked),
        )

    async def answer(request: Request) -> Response:
        return await shelf.answer(request, prepare)

    return answer


def _headers(table: Table[Any], asked: Asked) -> dict[str, str]:
    """Return what says in CSV as well of which day and revision the rows are."""
    edition = asked.edition
    name = edition.file_name(table.name, asked.format)
    shown = "attachment" if asked.format is Format.CSV else "inline"
    return {
        "Content-Type": MEDIA_TYPES[asked.format],
        "Content-Disposition": f'{shown}; filename="{name}"',
        "Data-Day": edition.visit.day.isoformat(),
        "Data-Revision": str(edition.visit.revision),
        "Journal-Head": edition.head,
    }


def _document_in(shelf: Shelf) -> Answer:
    def prepare(_: Request) -> Prepared:
        return Prepared(
            key=(openapi.VERSION, DOCUMENT),
            make=lambda: json.dumps(openapi.document()).encode(),
            headers={"Content-Type": "application/json"},
        )

    async def answer(request: Request) -> Response:
        return await shelf.answer(request, prepare)

    return answer


async def _unknown(request: Request) -> Response:
    raise Unanswerable("api", request.path_params["rest"], is_unknown=True)
