"""Counting what was refused, many at a time."""

import asyncio
from collections import Counter
from datetime import date

from data_access.pledges import refuse
from domain.pledge import Refusal
from web.doorkeeper import Doorkeeper


class Refusals:
    """Counts refusals; those that come while some are stored wait, and go together.

    A flood of taps is then no flood of writes, which staff would have to wait for.
    """

    def __init__(self, keeper: Doorkeeper) -> None:
        self._keeper = keeper
        self._waiting: Counter[tuple[date, Refusal]] = Counter()
        self._next: asyncio.Task[None] | None = None
        self._turn = asyncio.Lock()

    async def count(self, why: Refusal, day: date) -> None:
        """Count a refusal, and return once it is stored."""
        self._waiting[day, why] += 1
        if self._next is None:
            self._next = asyncio.create_task(self._store())
        # A browser that hangs up must not take the others' refusals with it.
        await asyncio.shield(self._next)

    async def _store(self) -> None:
        async with self._turn:
            refused, self._waiting, self._next = self._waiting, Counter(), None
            await self._keeper.ask(lambda engine: refuse(engine, refused))
