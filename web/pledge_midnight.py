"""Forgetting the marks of a day when it ends, also where nobody comes the day after."""

import asyncio
from datetime import date, datetime, time, timedelta

import structlog
from sqlalchemy.exc import DBAPIError

from data_access.pledges import forget_before
from web.doorkeeper import Doorkeeper

DAY = timedelta(days=1)

log = structlog.stdlib.get_logger("web")


def left_of(now: datetime) -> timedelta:
    """Return how long the day lasts in the zone of an instant."""
    return datetime.combine(now.date() + DAY, time(), now.tzinfo) - now


class Midnight:
    """Waits for the end of a day in which somebody opened the page."""

    def __init__(self, keeper: Doorkeeper) -> None:
        self._keeper = keeper
        self._day: date | None = None
        self._waiting: asyncio.Task[None] | None = None

    def await_end_of(self, now: datetime) -> None:
        """Forget what the day of an instant keeps once that day is over."""
        if self._day != now.date():
            self._day = now.date()
            self._waiting = asyncio.create_task(self._forget(now))

    async def _forget(self, now: datetime) -> None:
        await asyncio.sleep(left_of(now).total_seconds())
        try:
            await self._keeper.ask(
                lambda engine: forget_before(engine, now.date() + DAY)
            )
        except DBAPIError as error:
            # The first visit of the next day forgets as well.
            log.warning("database away", cause=type(error).__name__)
