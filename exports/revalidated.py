"""Answers that a reader keeps and asks about: unchanged ones are not sent again."""

from collections.abc import Callable
from hashlib import sha256
from threading import Lock

from cachetools import LRUCache, cached
from starlette.requests import Request
from starlette.responses import Response

KEPT_BYTES = 32 * 1024 * 1024
"""Bytes of bodies kept for each kind of answer; the longest unused give way."""

ANYBODY = {
    "Cache-Control": "public, no-cache",
    "Access-Control-Allow-Origin": "*",
    "X-Content-Type-Options": "nosniff",
}
"""Public figures may be kept and shown anywhere; each use asks if they are current."""


def tag_of(*parts: object) -> str:
    """Return the ETag of what follows from these parts alone."""
    return f'"{sha256(repr(parts).encode()).hexdigest()[:24]}"'


def kept_bodies(make: Callable[..., bytes]) -> Callable[..., bytes]:
    """Return a function that makes each body once, within a limit of memory."""
    shelf: LRUCache[object, bytes] = LRUCache(KEPT_BYTES, getsizeof=len)
    kept: Callable[..., bytes] = cached(shelf, lock=Lock())(make)
    return kept


def is_current(request: Request, tag: str) -> bool:
    """Return whether the asker has this very answer already.

    Source: RFC 9110, 13.1.2: weak comparison, and `*` for any answer.
    """
    asked = request.headers.get("if-none-match", "")
    known = [each.strip().removeprefix("W/") for each in asked.split(",")]
    return tag in known or "*" in known


def unchanged(tag: str) -> Response:
    """Return the answer to somebody who has it already."""
    return Response(status_code=304, headers={**ANYBODY, "ETag": tag})
