"""The addresses that this package answers."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import URL
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from web import addresses
from web.account import ChangePassword, SignOut
from web.doorkeeper import Answer, Doorkeeper, answering, utc_now
from web.health import Health
from web.sign_in import SignIn
from web.sign_in_page import Look
from web.ways_in import ProviderSettings, Ways

BY_PASSWORD = Ways()


def served(
    url: URL, clock: Callable[[], datetime] = utc_now, ways: Ways = BY_PASSWORD
) -> list[Route]:
    """Return the routes.

    Args:
        url: The database.
        clock: Tells the present instant.
        ways: How staff may sign in.
    """
    keeper = Doorkeeper(url, clock)
    office, farewell = _office(keeper, ways.provider)
    return [
        Route("/healthz", Health(url).__call__),
        *office,
        *_around_sign_in(keeper, ways),
        *_around_sign_out(SignOut(keeper, ways, farewell)),
    ]


def _around_sign_in(keeper: Doorkeeper, ways: Ways) -> list[Route]:
    enter, change = SignIn(keeper, ways), ChangePassword(keeper)
    form = _shown(addresses.SIGN_IN, enter.show)
    if not ways.takes_passwords:
        return [form, _shown(addresses.PASSWORD, _to_account)]
    return [
        form,
        _sent(addresses.SIGN_IN, enter.receive),
        _shown(addresses.PASSWORD, change.show),
        _sent(addresses.PASSWORD, change.receive),
    ]


def _around_sign_out(leave: SignOut) -> list[Route]:
    return [
        _shown(addresses.SIGN_OUT, leave.show),
        _sent(addresses.SIGN_OUT, leave.here),
        _shown(addresses.SIGN_OUT_EVERYWHERE, leave.show),
        _sent(addresses.SIGN_OUT_EVERYWHERE, leave.everywhere),
    ]


def _office(
    keeper: Doorkeeper, settings: ProviderSettings | None
) -> tuple[list[Route], Answer | None]:
    """Return the routes by way of the identity provider, and who says farewell."""
    if settings is None:
        return [_shown(addresses.OFFICE, _to_account)], None
    # Loaded only where somebody is asked outside.
    from web.office_sign_in import OfficeSignIn, sessions_of_sign_ins
    from web.provider import Provider

    office = OfficeSignIn(keeper, Provider(settings))
    under_way = [sessions_of_sign_ins(settings)]
    routes = [
        Route(path, answering(answer), methods=["GET"], middleware=under_way)
        for path, answer in (
            (addresses.OFFICE, office.begin),
            (addresses.CALLBACK, office.receive),
        )
    ]
    return [_shown(addresses.LOGIN, office.begin_from_page), *routes], office.farewell


async def _to_account(request: Request) -> Response:
    return RedirectResponse(Look(request).to(addresses.SIGN_OUT), 303)


def _shown(path: str, answer: Answer) -> Route:
    return Route(path, answering(answer), methods=["GET"])


def _sent(path: str, answer: Answer) -> Route:
    return Route(path, answering(answer), methods=["POST"])
