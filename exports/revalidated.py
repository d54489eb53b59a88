"""Answers that a reader keeps and asks about: unchanged ones are not sent again."""

from collections.abc import Callable, Mapping
from hashlib import sha256
from threading import Lock

from cachetools import LRUCache
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


class Shelf:
    """Keeps the bodies of one kind of answer, each made once."""

    def __init__(self) -> None:
        self._bodies: LRUCache[str, bytes] = LRUCache(KEPT_BYTES, getsizeof=len)
        self._lock = Lock()

    def answer(
        self,
        request: Request,
        key: tuple[object, ...],
        make: Callable[[], bytes],
        headers: Mapping[str, str],
    ) -> Response:
        """Return the answer to a request, without its body where the asker has it.

        Args:
            request: The request.
            key: What the body follows from.
            make: Makes the body.
            headers: Headers of its own, Content-Type among them.
        """
        tag = _tag_of(key)
        if _is_current(request, tag):
            return _unchanged(tag)
        body = self._body(tag, make)
        return Response(body, headers={**ANYBODY, "ETag": tag, **headers})

    def _body(self, tag: str, make: Callable[[], bytes]) -> bytes:
        with self._lock:
            body = self._bodies.get(tag)
        if body is None:
            body = make()
            with self._lock:
                self._bodies[tag] = body
        return body


def _tag_of(parts: tuple[object, ...]) -> str:
    return f'"{sha256(repr(parts).encode()).hexdigest()[:24]}"'


def _is_current(request: Request, tag: str) -> bool:
    """Return whether the asker has this very answer already.

    Source: RFC 9110, 13.1.2: weak comparison, and `*` for any answer.
    """
    asked = request.headers.get("if-none-match", "")
    known = [each.strip().removeprefix("W/") for each in asked.split(",")]
    return tag in known or "*" in known


def _unchanged(tag: str) -> Response:
    return Response(status_code=304, headers={**ANYBODY, "ETag": tag})
