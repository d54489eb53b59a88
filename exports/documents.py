"""Documents to be kept: each has an address, and is made in a process of its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from cachetools import LRUCache
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from exports.answers import Answer, answering
from exports.edition import (
    Edition,
    edition_of,
    file_name,
    refuse_strangers,
    visit_asked,
)
from exports.limits import Limit
from exports.workshop import Workshop
from ui import address, language
from ui.visit import Visit

FOLDER = "/unduh"
"""Where the documents are, below the address of the site."""

OF_EVERY = frozenset({address.ELECTION, address.DAY, address.LANGUAGE})
"""Parts that the address of every document may have."""

SHELF = 16  # documents kept, the longest unused gives way

WORKSHOP = Workshop()
"""Makes the documents of this server, one after the other."""

Parts = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A kind of document.

    Attributes:
        view: What it shows, as its address and its file's name say it.
        extension: How the file's name ends, without the dot.
        media_type: As in the Content-Type header.
        gather: Gives values and words for an edition and the parts of an address;
            raises Unanswerable for parts that mean nothing.
        write: Function of `reports` that makes the file of them.
        own_parts: Parts of its address beside those of every document.
    """

    view: str
    extension: str
    media_type: str
    gather: Callable[[Edition, Parts], Any]
    write: Callable[[Any], bytes]
    own_parts: frozenset[str] = frozenset()

    @property
    def address(self) -> str:
        """Return the path it is served at."""
        return f"{FOLDER}/{self.view}.{self.extension}"

    def route(self, limit: Limit) -> Route:
        """Return the route that answers with the document.

        Args:
            limit: How often one address may ask.
        """
        answer = answering(limit.holds(self._answer()))
        return Route(self.address, answer, methods=["GET"])

    def made(self, shown: Visit, parts: Parts) -> bytes:
        """Return the file, made here and now.

        Args:
            shown: Election, day, revision and language.
            parts: Parts of the address.

        Raises:
            Unanswerable: The parts mean nothing.
            sqlalchemy.exc.DBAPIError: The database is away.
        """
        language.speak(shown.language)
        return self.write(self.gather(edition_of(shown), parts))

    def _answer(self) -> Answer:
        shelf: LRUCache[object, bytes] = LRUCache(SHELF)

        async def answer(request: Request) -> Response:
            parts = dict(request.query_params)
            refuse_strangers(parts, OF_EVERY | self.own_parts)
            shown = await run_in_threadpool(visit_asked, parts)
            key = (shown, tuple(sorted(parts.items())))
            body = shelf.get(key)
            if body is None:
                body = await WORKSHOP.make(self.made, shown, parts)
                shelf[key] = body
            name = file_name(shown, self.view, self.extension)
            headers = {
                "Cache-Control": "no-cache",
                "Content-Disposition": f'attachment; filename="{name}"',
                "X-Content-Type-Options": "nosniff",
            }
            return Response(body, media_type=self.media_type, headers=headers)

        return answer
