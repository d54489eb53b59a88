import asyncio
import io
import json
import logging

import httpx
import pytest
import structlog
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse
from starlette.routing import Route

from web import logs


def page(_):
    return HTMLResponse('<html lang="en">Streamlit</html>')


def lost(_):
    return HTMLResponse("lost", status_code=404)


def figures(_):
    return JSONResponse({"eligible": 558})


def broken(_):
    raise RuntimeError("kata sandi: rahasia")


def other(_):
    return PlainTextResponse("passed on")


ROUTES = [
    Route("/", page, methods=["GET", "POST"]),
    Route("/linimasa", page),
    Route("/lost", lost),
    Route("/figures", figures),
    Route("/broken", broken),
    Route("/{path:path}", other, methods=["GET", "POST"]),
]


class Browser:
    """Sends one request after another to a site in this process."""

    def __init__(self, site):
        self._site = site

    def get(self, path, **options):
        return self.send("GET", path, **options)

    def post(self, path, **options):
        return self.send("POST", path, **options)

    def head(self, path, **options):
        return self.send("HEAD", path, **options)

    def send(self, method, path, **options):
        return asyncio.run(self._send(method, path, options))

    async def _send(self, method, path, options):
        transport = httpx.ASGITransport(self._site, raise_app_exceptions=False)
        async with httpx.AsyncClient(
            transport=transport, base_url="http://kpu.test"
        ) as client:
            return await client.request(method, path, **options)


@pytest.fixture
def browse():
    """Return what opens a small site behind the given middleware."""

    def open_site(*middleware, routes=ROUTES):
        return Browser(Starlette(routes=routes, middleware=list(middleware)))

    return open_site


@pytest.fixture
def journal():
    """Return the lines that reach the operator."""
    root = logging.getLogger()
    before = root.handlers[:], root.level
    stream = io.StringIO()
    logs.configure(stream)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    root.handlers[:], level = before
    root.setLevel(level)
    structlog.reset_defaults()
