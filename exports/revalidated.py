"""Answers that a reader keeps and asks about: unchanged ones are not sent again."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock

from cachetools import LRUCache, TTLCache
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

KEPT_BYTES = 32 * 1024 * 1024
"""Bytes of bodies kept for each kind of answer; the longest unused give way."""

FRESH = 0.25
"""Seconds for which the same question gets the same answer, without asking the database
for its revision: as the screens that wait for news do."""

ANYBODY = {
    "Cache-Control": "public, no-cache",
    "Access-Control-Allow-Origin": "*",
    "X-Content-Type-Options": "nosniff",
}
"""Public figures may be kept and shown anywhere; each use asks if they are current."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """An answer that may have been made before.

    Attributes:
        key: What its body follows from.
        make: Makes the body.
        headers: Headers of its own, Content-Type among them.
    """

    key: tuple[object, ...]
    make: Callable[[], bytes]
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """An answer: its ETag, its body and its headers."""

    tag: str
    body: bytes
    headers: Mapping[str, str]

    def to(self, request: Request) -> Response:
        """Return the answer to a request, without its body where the asker has it."""
        headers = {**ANYBODY, "ETag": self.tag}
        if _has(request, self.tag):
            return Response(status_code=304, headers=headers)
        return Response(self.body, headers={**headers, **self.headers})


class Shelf:
    """Keeps the answers of one kind: each body is made once."""

    def __init__(self) -> None:
        self._bodies: LRUCache[str, bytes] = LRUCache(KEPT_BYTES, getsizeof=len)
        self._lock = Lock()
        self._fresh: TTLCache[tuple[str, bytes], Made] = TTLCache(
            KEPT_BYTES, FRESH, getsizeof=_size
        )

    async def answer(
        self, request: Request, prepare: Callable[[Request], Prepared]
    ) -> Response:
        """Return the answer to a request; `prepare` may ask the database."""
        asked = (request.scope["path"], request.scope["query_string"])
        made = self._fresh.get(asked)
        if made is None:
            made = await run_in_threadpool(self._made, prepare, request)
            with suppress(ValueError):
                self._fresh[asked] = made
        return made.to(request)

    def _made(self, prepare: Callable[[Request], Prepared], request: Request) -> Made:
        prepared = prepare(request)
        tag = f'"{sha256(repr(prepared.key).encode()).hexdigest()[:24]}"'
        with self._lock:
            body = self._bodies.get(tag)
        if body is None:
            body = prepared.make()
            with self._lock, suppress(ValueError):  # larger than the whole shelf
                self._bodies[tag] = body
        return Made(tag=tag, body=body, headers=prepared.headers)


def _has(request: Request, tag: str) -> bool:
    """Return whether the asker has this very answer already.

    Source: RFC 9110, 13.1.2: weak comparison, and `*` for any answer.
    """
    asked = request.headers.get("if-none-match", "")
    known = [each.strip().removeprefix("W/") for each in asked.split(",")]
    return tag in known or "*" in known


def _size(made: Made) -> int:
    return len(made.body) + 1_000
