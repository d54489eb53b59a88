"""The addresses that this package answers."""

from sqlalchemy import URL
from starlette.routing import Route

from web.health import Health


def served(url: URL) -> list[Route]:
    """Return the routes, for the database at `url`."""
    return [Route("/healthz", Health(url).__call__)]
