"""The cookies of the site: readable by no script, and under https by no other host."""

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import Response

from domain.session import COOKIE, SECURE_COOKIE

FORM_COOKIE = "formulir"
SECURE_FORM_COOKIE = "__Host-formulir"
DEVICE_COOKIE = "perangkat"
SECURE_DEVICE_COOKIE = "__Host-perangkat"


def is_secure(request: Request) -> bool:
    """Return whether the browser came over https.

    Behind a proxy uvicorn takes that from X-Forwarded-Proto, but only of a proxy that
    FORWARDED_ALLOW_IPS names; by default that is this machine.
    """
    return request.url.scheme == "https"


def give_session(response: Response, request: Request, token: str) -> None:
    """Let the browser show a session's token until it is closed."""
    _give(response, request, SECURE_COOKIE if is_secure(request) else COOKIE, token)


def take_session(response: Response, request: Request) -> None:
    """Let the browser forget the session."""
    for name in (COOKIE, SECURE_COOKIE):
        if name in request.cookies:
            response.delete_cookie(
                name,
                path="/",
                secure=name == SECURE_COOKIE,
                httponly=True,
                samesite="lax",
            )


def form_secret(request: Request) -> str:
    """Return what a stranger's browser was given to seal a form; empty for nothing."""
    return request.cookies.get(_form_cookie(request), "")


def give_form_secret(response: Response, request: Request, secret: str) -> None:
    """Give a stranger's browser what seals a form."""
    _give(response, request, _form_cookie(request), secret)


def device(request: Request) -> str:
    """Return what tells this device from others today; empty for nothing."""
    return request.cookies.get(_device_cookie(request), "")


def give_device(
    response: Response, request: Request, name: str, left: timedelta
) -> None:
    """Let the browser show a random name of its own for the rest of the day."""
    seconds = max(1, int(left.total_seconds()))
    _give(response, request, _device_cookie(request), name, seconds)


def _device_cookie(request: Request) -> str:
    return SECURE_DEVICE_COOKIE if is_secure(request) else DEVICE_COOKIE


def _form_cookie(request: Request) -> str:
    return SECURE_FORM_COOKIE if is_secure(request) else FORM_COOKIE


def _give(
    response: Response,
    request: Request,
    name: str,
    value: str,
    seconds: int | None = None,
) -> None:
    response.set_cookie(
        name,
        value,
        max_age=seconds,
        path="/",
        secure=is_secure(request),
        httponly=True,
        samesite="lax",
    )
