"""Reading forms that only our own pages can have sent."""

import hmac
from collections.abc import Mapping
from hashlib import sha256
from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request

LARGEST = 8192  # bytes; three passwords of 200 characters, however they are written
MOST_FIELDS = 8
SEAL = "segel"
"""The hidden field that shows that a form comes from a page of ours."""


class FormRefused(Exception):
    """A form that is not read.

    Attributes:
        status: The answer's status.
    """

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(f"form refused with {status}")


def seal(secret: str) -> str:
    """Return what a form has to carry for a browser whose cookie holds the secret."""
    return hmac.new(secret.encode(), b"form", sha256).hexdigest()


async def read_form(request: Request, secret: str) -> Mapping[str, str]:
    """Return the fields of a form, each once.

    Args:
        request: A POST.
        secret: What the browser's cookie holds; another site cannot read it, and so
            cannot make the seal. Empty if there is no such cookie.

    Raises:
        FormRefused: It is too large, comes from elsewhere or is not sealed.
    """
    fields = await read_fields(request)
    shown = fields.get(SEAL, "").encode()
    if not secret or not hmac.compare_digest(shown, seal(secret).encode()):
        raise FormRefused(403)
    return fields


async def read_fields(request: Request) -> Mapping[str, str]:
    """Return the fields of a form that another seal than this browser's may close.

    Raises:
        FormRefused: It is too large or comes from elsewhere.
    """
    if not _is_from_here(request):
        raise FormRefused(403)
    return _fields(await _body(request))


def _is_from_here(request: Request) -> bool:
    """Return whether the browser says that a page of this very host sent the form."""
    sender = request.headers.get("origin") or request.headers.get("referer", "")
    try:
        host = urlsplit(sender).netloc
    except ValueError:
        return False
    return bool(host) and host == request.headers.get("host")


async def _body(request: Request) -> bytes:
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            raise FormRefused(413)
    return body


def _fields(body: bytes) -> dict[str, str]:
    try:
        text = body.decode("ascii")
        return dict(parse_qsl(text, keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError:
        raise FormRefused(400) from None
