"""The addresses that this package answers."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import URL
from starlette.routing import Route

from web import addresses
from web.account import ChangePassword, SignOut
from web.doorkeeper import Answer, Doorkeeper, answering, utc_now
from web.health import Health
from web.sign_in import SignIn


def served(url: URL, clock: Callable[[], datetime] = utc_now) -> list[Route]:
    """Return the routes, for the database at `url`."""
    keeper = Doorkeeper(url, clock)
    enter, leave, change = SignIn(keeper), SignOut(keeper), ChangePassword(keeper)
    return [
        Route("/healthz", Health(url).__call__),
        _shown(addresses.SIGN_IN, enter.show),
        _sent(addresses.SIGN_IN, enter.receive),
        _shown(addresses.SIGN_OUT, leave.show),
        _sent(addresses.SIGN_OUT, leave.here),
        _shown(addresses.SIGN_OUT_EVERYWHERE, leave.show),
        _sent(addresses.SIGN_OUT_EVERYWHERE, leave.everywhere),
        _shown(addresses.PASSWORD, change.show),
        _sent(addresses.PASSWORD, change.receive),
    ]


def _shown(path: str, answer: Answer) -> Route:
    return Route(path, answering(answer), methods=["GET"])


def _sent(path: str, answer: Answer) -> Route:
    return Route(path, answering(answer), methods=["POST"])
