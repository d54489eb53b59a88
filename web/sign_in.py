"""Signing in: a page of the server, not of Streamlit.

Only an answer over HTTP can set a cookie that no script can read.
"""

import secrets
from collections.abc import Callable, Mapping
from datetime import datetime
from math import ceil

import structlog
from sqlalchemy import Engine
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from data_access import sessions, sign_in
from data_access.attempts import Attempt, Refusal, Refused
from data_access.database import writing
from data_access.sign_in import Opened
from domain.session import token_in
from web import addresses, cookies
from web import sign_in_words as words
from web.doorkeeper import Doorkeeper
from web.forms import read_form, seal
from web.sign_in_page import Field, Form, Look
from web.ways_in import Ways

NAME, PASSWORD = "nama", "sandi"
STATUS = {
    Refusal.WRONG: 401,
    Refusal.LOCKED: 429,
    Refusal.DELAYED: 429,
    Refusal.DISABLED: 403,
}

log = structlog.stdlib.get_logger("web")


class SignIn:
    """The page at `/masuk`."""

    def __init__(self, keeper: Doorkeeper, ways: Ways) -> None:
        self._keeper = keeper
        self._ways = ways

    async def show(self, request: Request) -> Response:
        """Return the ways in; somebody who is signed in goes on at once."""
        look = Look(request)
        if await self._keeper.session(request):
            return RedirectResponse(look.next, 303)
        if self._ways.takes_passwords:
            return self._form(request)
        return look.page(
            words.SIGN_IN,
            look.text(words.FOR_STAFF),
            self._office(look),
            look.link(look.next, words.BACK),
        )

    async def receive(self, request: Request) -> Response:
        """Let somebody in who has the right password, and lead them on.

        Raises:
            FormRefused: The form is none of ours.
        """
        fields = await read_form(request, cookies.form_secret(request))
        attempt = attempt_of(request, fields, fields.get(NAME, ""), self._keeper)
        before = token_in(request.cookies)

        def let_in(engine: Engine) -> Opened | Refused:
            return sign_in.sign_in(engine, attempt)

        answer = await self._keeper.ask(replacing(before, let_in, attempt.at))
        if isinstance(answer, Refused):
            log.warning("sign-in refused", why=answer.why)
            return self._form(request, answer, attempt)
        log.info("signed in")
        look = Look(request)
        password_first = answer.must_change_password
        there = look.to(addresses.PASSWORD) if password_first else look.next
        response = RedirectResponse(there, 303)
        cookies.give_session(response, request, answer.token)
        return response

    def _form(
        self,
        request: Request,
        refused: Refused | None = None,
        attempt: Attempt | None = None,
    ) -> Response:
        look = Look(request)
        secret = cookies.form_secret(request) or secrets.token_urlsafe(32)
        notice, status, headers = _notice(look, refused, attempt)
        response = look.page(
            words.SIGN_IN,
            notice,
            self._office(look),
            look.form(self._fields(secret, attempt.code if attempt else "")),
            look.link(look.next, words.BACK),
            status=status,
            headers=headers,
        )
        cookies.give_form_secret(response, request, secret)
        return response

    def _fields(self, secret: str, code: str) -> Form:
        return Form(
            to=addresses.SIGN_IN,
            seal=seal(secret),
            button=words.SIGN_IN,
            fields=[
                Field(NAME, words.NAME, "username", value=code),
                Field(PASSWORD, words.PASSWORD, "current-password"),
            ],
            is_plain=self._ways.provider is not None,
        )

    def _office(self, look: Look) -> str:
        if self._ways.provider is None:
            return ""
        button = look.button(look.to(addresses.OFFICE), words.WITH_OFFICE)
        if not self._ways.takes_passwords:
            return button
        return f"{button}<hr>{look.text(words.OR_PASSWORD)}"


def replacing(
    before: str, let_in: Callable[[Engine], Opened | Refused], at: datetime
) -> Callable[[Engine], Opened | Refused]:
    """Return what lets somebody in and then ends the session they had before.

    Args:
        before: Token their browser showed; empty for none.
        let_in: Opens the new session, or tells why not.
        at: Instant of the sign-in, aware.
    """

    def let_in_anew(engine: Engine) -> Opened | Refused:
        answer = let_in(engine)
        if before and isinstance(answer, Opened):
            with writing(engine).begin() as connection:
                sessions.end_session(connection, before, at)
        return answer

    return let_in_anew


def attempt_of(
    request: Request, fields: Mapping[str, str], code: str, keeper: Doorkeeper
) -> Attempt:
    """Return the attempt that a form makes."""
    return Attempt(
        code=code,
        password=fields.get(PASSWORD, ""),
        address=request.client.host if request.client else "",
        at=keeper.now(),
    )


def headers_of(refused: Refused, attempt: Attempt) -> dict[str, str]:
    """Return what tells a program when to try again."""
    return {"Retry-After": str(seconds_left(refused, attempt))} if refused.until else {}


def seconds_left(refused: Refused, attempt: Attempt) -> int:
    """Return how many seconds an attempt came too early; 0 if it did not."""
    return ceil((refused.until - attempt.at).total_seconds()) if refused.until else 0


def _notice(
    look: Look, refused: Refused | None, attempt: Attempt | None
) -> tuple[str, int, dict[str, str]]:
    """Return what stands above the form, its status and headers."""
    if refused is None or attempt is None:
        return look.text(words.FOR_STAFF), 200, {}
    left = str(seconds_left(refused, attempt))
    notice = look.alert(words.REFUSED[refused.why], seconds=left)
    return notice, STATUS[refused.why], headers_of(refused, attempt)
