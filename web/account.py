"""The pages of somebody who is signed in: sign out, change the password."""

import structlog
from sqlalchemy import Engine
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from data_access import accounts, sessions, sign_in
from data_access.attempts import Attempt, Refusal, Refused
from data_access.database import writing
from data_access.sign_in import Opened
from domain.bilingual import Bilingual
from domain.password import WeakPassword
from domain.session import Session, token_in
from web import addresses, cookies
from web import sign_in_words as words
from web.doorkeeper import Answer, Doorkeeper
from web.forms import read_form, seal
from web.sign_in import PASSWORD, STATUS, attempt_of, headers_of, seconds_left
from web.sign_in_page import Field, Form, Look
from web.ways_in import Ways

NEW, AGAIN = "sandi_baru", "sandi_ulang"

log = structlog.stdlib.get_logger("web")


class SignOut:
    """The pages at `/keluar` and `/keluar-semua`.

    Args:
        keeper: Asks the database.
        ways: How staff sign in.
        farewell: Answers somebody whom the identity provider had vouched for.
    """

    def __init__(
        self, keeper: Doorkeeper, ways: Ways, farewell: Answer | None = None
    ) -> None:
        self._keeper = keeper
        self._ways = ways
        self._farewell = farewell

    async def show(self, request: Request) -> Response:
        """Return who is signed in, and what they may do about it."""
        look = Look(request)
        session = await self._keeper.session(request)
        if session is None:
            return RedirectResponse(look.to(addresses.SIGN_IN), 303)
        own = seal(token_in(request.cookies))
        change = look.link(look.to(addresses.PASSWORD), words.CHANGE)
        if session.is_from_provider or not self._ways.takes_passwords:
            change = ""
        here = Form(to=addresses.SIGN_OUT, seal=own, button=words.SIGN_OUT)
        everywhere = Form(
            to=addresses.SIGN_OUT_EVERYWHERE,
            seal=own,
            button=words.EVERYWHERE,
            is_plain=True,
        )
        return look.page(
            words.ACCOUNT,
            look.text(words.SIGNED_IN_AS, name=session.person.name),
            change,
            look.form(here),
            look.form(everywhere),
            look.link(look.next, words.BACK),
        )

    async def here(self, request: Request) -> Response:
        """End this session.

        Raises:
            FormRefused: The form is none of ours.
        """
        token = token_in(request.cookies)
        await read_form(request, token)
        session = await self._keeper.session(request)

        def end(engine: Engine) -> None:
            with writing(engine).begin() as connection:
                sessions.end_session(connection, token, self._keeper.now())

        await self._keeper.ask(end)
        return await self._signed_out(request, session)

    async def everywhere(self, request: Request) -> Response:
        """End every session of the person, if this one is still open.

        Raises:
            FormRefused: The form is none of ours.
        """
        token = token_in(request.cookies)
        await read_form(request, token)

        def end(engine: Engine) -> Session | None:
            now = self._keeper.now()
            with writing(engine).begin() as connection:
                session = accounts.read_session(connection, token, now)
                if session:
                    code = session.person.code
                    sessions.end_all_sessions(connection, code, now)
            return session

        return await self._signed_out(request, await self._keeper.ask(end))

    async def _signed_out(self, request: Request, session: Session | None) -> Response:
        is_from_provider = session is not None and session.is_from_provider
        if self._farewell and (is_from_provider or cookies.id_token(request)):
            response = await self._farewell(request)
        else:
            response = RedirectResponse(Look(request).next, 303)
        cookies.take_session(response, request)
        cookies.take_id_token(response, request)
        return response


class ChangePassword:
    """The page at `/sandi`."""

    def __init__(self, keeper: Doorkeeper) -> None:
        self._keeper = keeper

    async def show(self, request: Request) -> Response:
        """Return the form."""
        session = await self._keeper.session(request)
        return _password_form(request, session) if session else _to_sign_in(request)

    async def receive(self, request: Request) -> Response:
        """Change the password and begin a new session.

        Raises:
            FormRefused: The form is none of ours.
        """
        fields = await read_form(request, token_in(request.cookies))
        session = await self._keeper.session(request)
        if session is None:
            return _to_sign_in(request)
        new = fields.get(NEW, "")
        if new != fields.get(AGAIN, ""):
            return _again(request, session, words.NOT_THE_SAME)
        attempt = attempt_of(request, fields, session.person.code, self._keeper)

        def change(engine: Engine) -> Opened | Refused:
            return sign_in.change_password(engine, attempt, new)

        try:
            answer = await self._keeper.ask(change)
        except WeakPassword as weak:
            return _again(request, session, words.WEAK[weak.fault])
        if isinstance(answer, Refused):
            return _refused(request, session, answer, attempt)
        response = RedirectResponse(Look(request).next, 303)
        cookies.give_session(response, request, answer.token)
        return response


def _refused(
    request: Request, session: Session, refused: Refused, attempt: Attempt
) -> Response:
    log.warning("change of password refused", why=refused.why)
    is_wrong = refused.why is Refusal.WRONG
    said = words.WRONG_PRESENT if is_wrong else words.REFUSED[refused.why]
    left = str(seconds_left(refused, attempt))
    notice = Look(request).alert(said, seconds=left)
    response = _password_form(request, session, notice, STATUS[refused.why])
    response.headers.update(headers_of(refused, attempt))
    return response


def _again(request: Request, session: Session, said: Bilingual) -> Response:
    return _password_form(request, session, Look(request).alert(said), 422)


def _password_form(
    request: Request, session: Session, notice: str = "", status: int = 200
) -> Response:
    look = Look(request)
    form = Form(
        to=addresses.PASSWORD,
        seal=seal(token_in(request.cookies)),
        button=words.CHANGE,
        fields=[
            Field(PASSWORD, words.PRESENT, "current-password"),
            Field(NEW, words.NEW, "new-password", words.RULE),
            Field(AGAIN, words.AGAIN, "new-password"),
        ],
    )
    advice = words.ENDS_SESSIONS
    if session.must_change_password:
        advice = words.MUST_CHANGE
    return look.page(
        words.CHANGE,
        notice or look.text(advice),
        look.form(form),
        look.link(look.next, words.BACK),
        status=status,
    )


def _to_sign_in(request: Request) -> Response:
    return RedirectResponse(Look(request).to(addresses.SIGN_IN), 303)
