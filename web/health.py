"""Whether this process can serve, for a load balancer or an operator."""

import asyncio

from sqlalchemy import URL
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import JSONResponse

from data_access import database, journal

VERSION = "1.0.0"
PATIENCE = 2.0  # seconds a database may take to answer


class Health:
    """The answer at `/healthz`: 200 while the database answers, else 503."""

    def __init__(self, url: URL, *, patience: float = PATIENCE) -> None:
        self._url = url
        self._patience = patience
        self._asking: asyncio.Task[int] | None = None

    async def __call__(self, _: Request) -> JSONResponse:
        """Return status, database, data revision and version as JSON."""
        revision = await self._revision()
        away = revision is None
        return JSONResponse(
            {
                "status": "unavailable" if away else "ok",
                "database": "away" if away else "ok",
                "revision": revision,
                "version": VERSION,
            },
            status_code=503 if away else 200,
            headers={"Cache-Control": "no-store"},
        )

    async def _revision(self) -> int | None:
        # One question at a time: a database that hangs holds one thread, not one
        # for each probe.
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(asyncio.to_thread(self._ask))
        try:
            return await asyncio.wait_for(asyncio.shield(self._asking), self._patience)
        except (TimeoutError, SQLAlchemyError, database.DatabaseUnusable):
            return None

    def _ask(self) -> int:
        with database.engine_for(self._url).connect() as connection:
            return journal.read_revision(connection)
