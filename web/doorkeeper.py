"""What the pages around signing in share: the database, the clock, and refusals."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import TypeAlias, TypeVar

import structlog
from sqlalchemy import URL, Engine
from sqlalchemy.exc import DBAPIError
from starlette.requests import Request
from starlette.responses import Response

from data_access import accounts, database
from domain.session import Session, token_in
from web import sign_in_page
from web.forms import FormRefused
from web.sign_in_page import Look

Answer: TypeAlias = Callable[[Request], Awaitable[Response]]
Found = TypeVar("Found")

AT_ONCE = 4
"""Questions answered at the same time; checking a password takes 64 MB."""


log = structlog.stdlib.get_logger("web")


def utc_now() -> datetime:
    """Return the present instant."""
    return datetime.now(UTC)


class Doorkeeper:
    """Asks the database about visitors, in threads of its own."""

    def __init__(self, url: URL, clock: Callable[[], datetime] = utc_now) -> None:
        self._url = url
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="sign-in")
        self.now = clock

    async def ask(self, question: Callable[[Engine], Found]) -> Found:
        """Return what a question to the database gives."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(
            self._threads, lambda: question(database.engine_for(self._url))
        )

    async def session(self, request: Request) -> Session | None:
        """Return the session of a visitor; None for a stranger."""
        token = token_in(request.cookies)
        if not token:
            return None

        def read(engine: Engine) -> Session | None:
            with engine.connect() as connection:
                return accounts.read_session(connection, token, self.now())

        return await self.ask(read)


def answering(answer: Answer) -> Answer:
    """Return what answers likewise, also to a refused form or without a database."""

    async def answered(request: Request) -> Response:
        try:
            return await answer(request)
        except FormRefused as refused:
            return sign_in_page.refused(Look(request), refused.status)
        except (DBAPIError, database.DatabaseUnusable) as error:
            # Its own words might repeat what was typed.
            log.warning("database away", cause=type(error).__name__)
            return sign_in_page.database_away(Look(request))

    return answered
