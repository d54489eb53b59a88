"""What a visitor sees when an address could not be answered: words, no traceback."""

import structlog
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from domain.bilingual import Bilingual, Language
from web.front_page import language

TITLE = Bilingual("Halaman ini tidak dapat ditampilkan", "This page could not be shown")
ADVICE = Bilingual(
    "Kesalahan ini sudah tercatat. Muat ulang halaman, atau kembali ke awal.",
    "The error has been logged. Load the page again, or go back to the start.",
)
START = Bilingual("Ke awal", "To the start")

PAGE = """<!DOCTYPE html>
<html lang="{language}">
  <head>
    <meta charset="UTF-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>{title}</title>
    <style>
      body {{ font: 1.125rem/1.6 system-ui, sans-serif; margin: 15vh auto;
        max-width: 32rem; padding: 0 1rem; }}
    </style>
  </head>
  <body>
    <h1>{title}</h1>
    <p>{advice}</p>
    <p><a href="/?bahasa={language}">{start}</a></p>
  </body>
</html>
"""

log = structlog.stdlib.get_logger("web")


def render(language: Language) -> str:
    """Return the page in one language."""
    return PAGE.format(
        language=language,
        title=TITLE.to(language),
        advice=ADVICE.to(language),
        start=START.to(language),
    )


class ErrorPage:
    """Answers in place of an address that failed before it began to answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and answer 500 when that raises."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def send_watched(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, send_watched)
        except Exception:
            log.exception("failed", path=scope["path"])
            if begun:
                raise
            response = HTMLResponse(
                render(language(scope["query_string"])),
                status_code=500,
                headers={"Cache-Control": "no-store"},
            )
            await response(scope, receive, send)
