"""Keeps the public copy up to date while the server runs."""

import asyncio
from collections.abc import Mapping

import structlog
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool

from data_access.database import DatabaseUnusable
from exports import processes
from ui import store

FOLDER = "PUBLIC_COPY"
"""Variable that names the folder of the copy; without it the server writes none."""

PAUSE = 2.0  # seconds between two looks at the revision
LATER = 60.0  # seconds until a copy that could not be written is tried again
PATIENCE = 300  # seconds that writing the copy may take

log = structlog.stdlib.get_logger("exports")


class Rebuilding:
    """Writes the public copy in a process of its own after each change.

    Args:
        environ: Environment of the server.
        pause: Seconds between two looks at the revision.
    """

    def __init__(self, environ: Mapping[str, str], pause: float = PAUSE) -> None:
        self._folder = environ.get(FOLDER, "")
        self._pause = pause

    async def follow(self) -> None:
        """Write the copy of each revision, one at a time; the newest where many are."""
        written = None
        while self._folder:
            revision = await _revision()
            if revision in {None, written}:
                await asyncio.sleep(self._pause)
            elif await self._is_written():
                written = revision
                log.info("public copy written", revision=revision, folder=self._folder)
            else:
                await asyncio.sleep(LATER)

    async def _is_written(self) -> bool:
        arguments = ("-m", "tasks", "publish", self._folder)
        try:
            ended = await processes.run(*arguments, patience=PATIENCE)
        except TimeoutError:
            is_written, cause = False, "It took too long."
        else:
            is_written = ended.code == 0
            cause = (ended.said + ended.problem).decode().strip()
        if not is_written:
            log.error("public copy not written", cause=cause)
        return is_written


async def _revision() -> int | None:
    """Return the data revision; None while the database is away."""
    try:
        return await run_in_threadpool(store.revision)
    except (DatabaseUnusable, SQLAlchemyError):
        return None
