"""The state of the data, for screens that ask whether they are still up to date."""

import asyncio
from collections.abc import Callable
from time import monotonic

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data_access.database import DatabaseUnusable
from web.addresses import STATE

HEADER = "Data-State"
FRESH = 0.25  # seconds for which all screens get the same answer
PATIENCE = 2.0  # seconds a database may take to answer


class Live:
    """Answers 204 and the state in a header; 503 while the database is away.

    However many screens ask, the database is asked four times a second.
    """

    def __init__(
        self,
        latest: Callable[[], str],
        *,
        clock: Callable[[], float] = monotonic,
        patience: float = PATIENCE,
    ) -> None:
        self._latest = latest
        self._clock = clock
        self._patience = patience
        self._asking: asyncio.Task[str] | None = None
        self._answered = 0.0

    async def __call__(self, _: Request) -> Response:
        """Answer with the state of the data, at most a quarter of a second old."""
        headers = {"Cache-Control": "no-store"}
        try:
            headers[HEADER] = await self._state()
        except (TimeoutError, SQLAlchemyError, DatabaseUnusable):
            return Response(status_code=503, headers=headers)
        return Response(status_code=204, headers=headers)

    async def _state(self) -> str:
        asking = self._asking
        if asking is None or (asking.done() and not self._is_fresh()):
            asking = self._asking = asyncio.create_task(self._ask())
        if asking.done():
            return asking.result()
        # One question at a time: a database that hangs holds one thread, not one
        # for each screen.
        return await asyncio.wait_for(asyncio.shield(asking), self._patience)

    def _is_fresh(self) -> bool:
        return self._clock() - self._answered < FRESH

    async def _ask(self) -> str:
        try:
            return await asyncio.to_thread(self._latest)
        finally:
            self._answered = self._clock()


def served(latest: Callable[[], str]) -> list[Route]:
    """Return the route that answers with what `latest` says."""
    return [Route(STATE, Live(latest).__call__)]
