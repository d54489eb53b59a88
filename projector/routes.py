"""The addresses of the projector: the page, and its sheets when they have changed."""

import os
from functools import cache
from hashlib import blake2b
from typing import Final
from urllib.parse import urlencode

import structlog
from sqlalchemy.exc import DBAPIError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from domain.bilingual import Language
from projector import page, sheets
from projector.pledge import Pledged, read_pledged
from projector.show import SECONDS, SHEETS, SheetName, Wish, visit_of, wish_of
from ui import clock, language
from ui.address import LANGUAGE
from ui.kept import kept
from ui.visit import Visit
from web import addresses, assets
from web.content import tag_of

PAGE: Final = addresses.PROJECTOR
CONTENT: Final = addresses.PROJECTOR_SHEETS
KNOWN: Final = "tanda"
"""Parameter that names the sheets the browser has."""

ZONES = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
FRESH = {"Cache-Control": "no-store"}

log = structlog.stdlib.get_logger("projector")


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
    wish = wish_of(request.query_params)
    language.speak(wish.language)
    try:
        visit = visit_of(wish)
        pledged = _pledged(wish, request)
        mark = _mark(wish, visit, pledged, request)
        drawn = _kept(wish, visit, _for_phones(wish, request), pledged)
    except DBAPIError as error:
        log.warning("database away", cause=type(error).__name__)
        mark, drawn = "", sheets.waiting()
    zone = str(clock.office_zone(os.environ))
    shown = page.Shown(
        sheets=drawn,
        mark=mark,
        seconds=wish.seconds,
        zone=zone,
        zone_word=ZONES.get(zone, zone),
        build=_build(),
    )
    return HTMLResponse(page.render(shown), headers=FRESH)


def _sheets(request: Request) -> Response:
    wish = wish_of(request.query_params)
    language.speak(wish.language)
    try:
        visit = visit_of(wish)
        pledged = _pledged(wish, request)
        mark = _mark(wish, visit, pledged, request)
        headers = {**FRESH, "Projector-Mark": mark, "Projector-Build": _build()}
        if request.query_params.get(KNOWN) == mark:
            return Response(status_code=204, headers=headers)
        drawn = _kept(wish, visit, _for_phones(wish, request), pledged)
        return HTMLResponse(drawn, headers=headers)
    except DBAPIError as error:
        log.warning("database away", cause=type(error).__name__)
        return Response(status_code=503, headers={**FRESH, "Retry-After": "5"})


@kept
def _kept(
    wish: Wish, visit: Visit | None, address: str, pledged: Pledged | None
) -> str:
    return sheets.drawn(wish.sheets, visit, address, pledged)


def _pledged(wish: Wish, request: Request) -> Pledged | None:
    """Return the pledges up to now, read only where a sheet shows them."""
    if SheetName.PLEDGE not in wish.sheets:
        return None
    asked = (
        {LANGUAGE: wish.language} if wish.language is not Language.INDONESIAN else {}
    )
    page = f"{_public(request)}{addresses.PLEDGE}"
    return read_pledged(f"{page}?{urlencode(asked)}" if asked else page)


def _for_phones(wish: Wish, request: Request) -> str:
    """Return the address of the dashboard that shows the same day and language."""
    asked = request.query_params
    parts = {
        part: value
        for part, value in asked.items()
        if part not in {SHEETS, SECONDS, KNOWN}
    }
    start = _public(request) + "/"
    return f"{start}?{urlencode(parts)}" if parts and wish.day else start


def _public(request: Request) -> str:
    """Return the address of the site as phones reach it, without a slash."""
    return (os.environ.get("PUBLIC_URL") or str(request.base_url)).rstrip("/")


def _mark(
    wish: Wish, visit: Visit | None, pledged: Pledged | None, request: Request
) -> str:
    """Return what changes with the sheets and only with them."""
    known = (visit.revision, visit.day, visit.election.code) if visit else ()
    told = repr((known, wish, _for_phones(wish, request), pledged, _build()))
    return blake2b(told.encode(), digest_size=8).hexdigest()


@cache
def _build() -> str:
    """Return what changes with the script and the style sheet."""
    files = [assets.OURS / f"projector.{kind}" for kind in ("js", "css")]
    return tag_of(b"".join(file.read_bytes() for file in files))
