"""The first answer of the home page, said by the page before its scripts have run."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeAlias

import structlog
from sqlalchemy.exc import DBAPIError

from data_access.database import DatabaseUnusable

Said: TypeAlias = tuple[str, str]
"""A title and a sentence."""

Ask: TypeAlias = Callable[[str], Said | None]
"""Returns what is said for a query string; None for nothing."""

PATIENCE = 0.2  # seconds a page waits for its first answer

log = structlog.stdlib.get_logger("web")


class FirstAnswer:
    """Asks for the first answer in a thread of its own, and not for long."""

    def __init__(self, ask: Ask, patience: float = PATIENCE) -> None:
        self._ask = ask
        self._patience = patience
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="first-answer")

    async def said(self, query: str) -> Said | None:
        """Return what is said; None too where the database is away or slow."""
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self._patience):
                return await loop.run_in_executor(self._thread, self._ask, query)
        except (DBAPIError, DatabaseUnusable, TimeoutError) as error:
            log.warning("no first answer", cause=type(error).__name__)
            return None
