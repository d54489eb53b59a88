"""A file as it goes over the wire: compressed as far as the browser understands."""

import gzip
from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import Enum, StrEnum
from hashlib import sha256

import brotli  # type: ignore[import-untyped]
from starlette.datastructures import Headers
from starlette.responses import Response


class Coding(StrEnum):
    """A content coding, by its name in HTTP; the smaller one first.

    Browsers ask for Brotli only over https and on this machine.
    """

    BROTLI = "br"
    GZIP = "gzip"


class Effort(Enum):
    """How hard to press: the quality of Brotli and the level of gzip."""

    MOST = (11, 9)
    LITTLE = (5, 5)  # some milliseconds for a large page, a tenth larger


def compress(plain: bytes, coding: Coding, effort: Effort = Effort.MOST) -> bytes:
    """Return `plain` made smaller; as small as the coding allows takes its time."""
    quality, level = effort.value
    match coding:
        case Coding.BROTLI:
            return bytes(brotli.compress(plain, quality=quality))
        case Coding.GZIP:
            return gzip.compress(plain, compresslevel=level, mtime=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """One file, ready to be sent.

    Attributes:
        body: Gives the file in a coding, or as it is.
        codings: Those that `body` has.
        media_type: As in the Content-Type header.
        cache_control: As in the Cache-Control header.
        tag: Names this very content.
    """

    body: Callable[[Coding | None], bytes]
    codings: Collection[Coding]
    media_type: str
    cache_control: str
    tag: str

    def answer(self, request: Headers) -> Response:
        """Return the response that suits what the browser has and understands."""
        headers = {
            "Cache-Control": self.cache_control,
            "ETag": f'W/"{self.tag}"',
            "Vary": "Accept-Encoding",
            "X-Content-Type-Options": "nosniff",
        }
        if self.tag in request.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        coding = self._best(understood(request.get("accept-encoding", "")))
        if coding is not None:
            headers["Content-Encoding"] = coding
        return Response(self.body(coding), headers=headers, media_type=self.media_type)

    def _best(self, offered: Collection[str]) -> Coding | None:
        fitting = (one for one in Coding if one in offered and one in self.codings)
        return next(fitting, None)


def understood(accept_encoding: str) -> set[str]:
    """Return the codings that a browser's Accept-Encoding header allows."""
    offers = (offer.split(";") for offer in accept_encoding.replace(" ", "").split(","))
    return {name for name, *weight in offers if weight not in (["q=0"], ["q=0.0"])}


def tag_of(plain: bytes) -> str:
    """Return a short name that only this content has."""
    return sha256(plain).hexdigest()[:20]
