"""The addresses of the projector: the page, and its sheets when they have changed."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from hashlib import blake2b
from typing import Final

import structlog
from sqlalchemy.exc import DBAPIError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from projector import page, past, sheets
from projector.pledge import Pledged, pledged_for
from projector.show import Wish, for_phones, visit_of, wish_of
from ui import clock, language, wording
from ui.address import PAST, SECONDS, SHEETS
from ui.kept import kept
from ui.visit import Visit
from web import addresses, assets
from web.content import tag_of

PAGE: Final = addresses.PROJECTOR
CONTENT: Final = addresses.PROJECTOR_SHEETS
KNOWN: Final = "tanda"
"""Parameter that names the sheets the browser has."""

FRESH = {"Cache-Control": "no-store"}

NOT_FOR_PHONES = frozenset({SHEETS, SECONDS, KNOWN, PAST})

log = structlog.stdlib.get_logger("projector")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an address is answered with.

    Attributes:
        wish: What it asks for.
        mark: Changes with the sheets and only with them.
        draw: Draws the sheets.
        is_past: Whether they are of a past show.
    """

    wish: Wish
    mark: str
    draw: Callable[[], str]
    is_past: bool = False


def served() -> list[Route]:
    """Return the routes of the projector."""
    return [Route(PAGE, _show), Route(CONTENT, _content)]


async def _show(request: Request) -> Response:
    """Answer with the page, its first sheet ready to be painted."""
    return await run_in_threadpool(_page, request)


async def _content(request: Request) -> Response:
    """Answer with the sheets, or with nothing where the browser has them."""
    return await run_in_threadpool(_sheets, request)


def _page(request: Request) -> Response:
    try:
        answer = _answer(request)
        drawn = answer.draw()
    except DBAPIError as error:
        log.warning("database away", cause=type(error).__name__)
        answer = _waiting(request)
        drawn = answer.draw()
    zone = str(clock.office_zone(os.environ))
    shown = page.Shown(
        sheets=drawn,
        mark=answer.mark,
        seconds=answer.wish.seconds,
        zone=zone,
        zone_word=wording.ZONES.get(zone, zone),
        build=_build(),
        has_looks=answer.is_past,
    )
    return HTMLResponse(page.render(shown), headers=FRESH)


def _sheets(request: Request) -> Response:
    try:
        answer = _answer(request)
        headers = {**FRESH, "Projector-Mark": answer.mark, "Projector-Build": _build()}
        if request.query_params.get(KNOWN) == answer.mark:
            return Response(status_code=204, headers=headers)
        return HTMLResponse(answer.draw(), headers=headers)
    except DBAPIError as error:
        log.warning("database away", cause=type(error).__name__)
        return Response(status_code=503, headers={**FRESH, "Retry-After": "5"})


def _answer(request: Request) -> Answer:
    """Return what an address asks for: a past show, else the figures of now."""
    if stored := past.asked(request.query_params):
        wish = _spoken(past.wish(stored))
        content, mark = stored.content, past.mark(stored)
        return Answer(wish=wish, mark=mark, draw=lambda: content, is_past=True)
    wish = _spoken(wish_of(request.query_params))
    visit, address = visit_of(wish), _address(wish, request)
    pledged = pledged_for(wish.sheets, str(request.base_url), wish.language)
    mark = _mark(wish, visit, address, pledged)
    return Answer(
        wish=wish, mark=mark, draw=partial(_kept, wish, visit, address, pledged)
    )


def _waiting(request: Request) -> Answer:
    """Return what stands until the database answers."""
    wish = _spoken(wish_of(request.query_params))
    return Answer(wish=wish, mark="", draw=lambda: sheets.drawn(sheets.waiting()))


def _spoken(wish: Wish) -> Wish:
    """Return the wish, once its language is spoken."""
    language.speak(wish.language)
    return wish


@kept
def _kept(
    wish: Wish, visit: Visit | None, address: str, pledged: Pledged | None
) -> str:
    return sheets.drawn(sheets.show_of(wish.sheets, visit, address, pledged))


def _address(wish: Wish, request: Request) -> str:
    """Return the address of the dashboard that shows the same day and language."""
    parts = {
        part: value
        for part, value in request.query_params.items()
        if wish.day and part not in NOT_FOR_PHONES
    }
    return for_phones(str(request.base_url), parts)


def _mark(
    wish: Wish, visit: Visit | None, address: str, pledged: Pledged | None
) -> str:
    """Return what changes with the sheets and only with them."""
    known = (visit.revision, visit.day, visit.election.code) if visit else ()
    told = repr((known, wish, address, pledged, _build()))
    return blake2b(told.encode(), digest_size=8).hexdigest()


@cache
def _build() -> str:
    """Return what changes with the script and the style sheet."""
    files = [assets.OURS / f"projector.{kind}" for kind in ("js", "css")]
    return tag_of(b"".join(file.read_bytes() for file in files))
