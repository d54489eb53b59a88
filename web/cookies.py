"""The cookies of the site: readable by no script, and under https by no other host."""

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import Response

from domain.session import COOKIE, SECURE_COOKIE

FORM_COOKIE = "formulir"
SECURE_FORM_COOKIE = "__Host-formulir"
ID_TOKEN_COOKIE = "akun-kantor"  # noqa: S105 - a name
SECURE_ID_TOKEN_COOKIE = "__Host-akun-kantor"  # noqa: S105 - a name
DEVICE_COOKIE = "perangkat"
SECURE_DEVICE_COOKIE = "__Host-perangkat"

LARGEST = 3800  # bytes; browsers drop a cookie of more than 4096 with its name


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
    _take(response, request, (COOKIE, SECURE_COOKIE))


def id_token(request: Request) -> str:
    """Return the provider's word that somebody signed in with; empty without one."""
    return request.cookies.get(_id_token_cookie(request), "")


def give_id_token(response: Response, request: Request, token: str) -> None:
    """Let the browser keep the provider's word, to end the session there with it.

    It opens nothing here. One too large is not kept; the provider then asks once more.
    """
    if len(token) <= LARGEST:
        _give(response, request, _id_token_cookie(request), token)


def take_id_token(response: Response, request: Request) -> None:
    """Let the browser forget the provider's word."""
    _take(response, request, (ID_TOKEN_COOKIE, SECURE_ID_TOKEN_COOKIE))


def form_secret(request: Request) -> str:
    """Return what a stranger's browser was given to seal a form; empty for nothing."""
    return request.cookies.get(_form_cookie(request), "")


def give_form_secret(response: Response, request: Request, secret: str) -> None:
    """Give a stranger's browser what seals a form."""
    _give(response, request, _form_cookie(request), secret)


def _id_token_cookie(request: Request) -> str:
    return SECURE_ID_TOKEN_COOKIE if is_secure(request) else ID_TOKEN_COOKIE


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


def _take(response: Response, request: Request, names: tuple[str, str]) -> None:
    for name in names:
        if name in request.cookies:
            response.delete_cookie(
                name,
                path="/",
                secure=name.startswith("__Host-"),
                httponly=True,
                samesite="lax",
            )
