"""How often one address may ask for open data.

The library `limits` counts, in the memory of this process; a start forgets. What is
counted as one address is what signing in counts as one.
"""

from collections.abc import Mapping
from http import HTTPStatus

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter
from starlette.requests import Request
from starlette.responses import Response

from data_access.attempts import network_of
from exports import problem
from exports.answers import Answer
from ui.language import gettext as _

USUAL = 600
"""Requests a minute; a hall shares one address. No source."""

WINDOW = 60  # seconds after which an address may ask again, at the latest


def per_minute(environ: Mapping[str, str]) -> int:
    """Return how many requests a minute one address may make.

    Raises:
        ValueError: API_PER_MINUTE is no whole number above 0.
    """
    named = environ.get("API_PER_MINUTE", str(USUAL))
    if not named.isascii() or not named.isdigit() or not int(named):
        raise ValueError(f"API_PER_MINUTE is {named}, not a whole number above 0")
    return int(named)


class Limit:
    """Counts the requests of each address, and refuses those that are too many."""

    def __init__(self, most: int) -> None:
        self._most = RateLimitItemPerMinute(most)
        self._counter = FixedWindowRateLimiter(MemoryStorage())

    def holds(self, answer: Answer) -> Answer:
        """Return what answers likewise to those who do not ask too often."""

        async def limited(request: Request) -> Response:
            asker = network_of(request.client.host if request.client else "")
            if self._counter.hit(self._most, asker):
                return await answer(request)
            said = _("Too many requests from this address. Please wait a minute.")
            status = HTTPStatus.TOO_MANY_REQUESTS
            return problem.problem(status, said, retry_after=WINDOW)

        return limited
