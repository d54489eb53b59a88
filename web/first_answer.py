"""The first answer of a public view, said by the page before its scripts have run."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeAlias

import structlog
from sqlalchemy.exc import DBAPIError

from data_access.database import DatabaseUnusable


@dataclass(frozen=True, slots=True)
class Asked:
    """What a browser asked for.

    Attributes:
        path: Path of the address.
        query: Query string of the address.
        is_signed_in: Whether it shows a session, of whom so ever.
    """

    path: str
    query: str
    is_signed_in: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a page says until the view says it itself.

    Attributes:
        content: HTML.
        style: Style sheet of the content.
    """

    content: str
    style: str


Ask: TypeAlias = Callable[[Asked], Said | None]
"""Returns what is said on an address; None for nothing."""

PATIENCE = 0.2  # seconds a page waits for its first answer

log = structlog.stdlib.get_logger("web")


class FirstAnswer:
    """Asks for the first answer in a thread of its own, and not for long."""

    def __init__(self, ask: Ask, patience: float = PATIENCE) -> None:
        self._ask = ask
        self._patience = patience
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="first-answer")

    async def said(self, asked: Asked) -> Said | None:
        """Return what is said; None too where the database is away or slow."""
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self._patience):
                return await loop.run_in_executor(self._thread, self._ask, asked)
        except (DBAPIError, DatabaseUnusable, TimeoutError) as error:
            log.warning("no first answer", cause=type(error).__name__)
            return None
