"""Signing in with an account of the office: to its identity provider and back."""

from urllib.parse import urlencode, urlsplit

import structlog
from sqlalchemy import Engine
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from data_access.attempts import Refused
from data_access.office_sign_in import sign_in_from_office
from data_access.sign_in import Opened
from domain.office_account import OfficeAccount
from domain.session import token_in
from web import addresses, cookies
from web import sign_in_words as words
from web.doorkeeper import Doorkeeper
from web.provider import ASKED, Provider
from web.provider_trouble import ProviderFailed, Trouble
from web.sign_in import replacing
from web.sign_in_page import Look
from web.ways_in import ProviderSettings

STATUS = {
    Trouble.AWAY: 503,
    Trouble.STALE: 400,
    Trouble.DECLINED: 403,
    Trouble.UNSOUND: 502,
}
REFUSED = 403

UNDER_WAY = 600  # seconds somebody has to sign in at the provider
LONGEST_ASKED = 1500  # characters kept of our own query; a cookie holds 4096 in all

log = structlog.stdlib.get_logger("web")


def sessions_of_sign_ins(settings: ProviderSettings) -> Middleware:
    """Return what remembers, in a signed cookie, a sign-in that is under way."""
    return Middleware(
        SessionMiddleware,
        secret_key=settings.cookie_secret,
        session_cookie="__Host-kantor" if settings.is_secure else "kantor",
        max_age=UNDER_WAY,
        https_only=settings.is_secure,
    )


class OfficeSignIn:
    """The addresses `/masuk/kantor`, which leads to the provider, and the way back.

    `st.login` leads to them as well, so that a page may call it and gets our session.
    """

    def __init__(self, keeper: Doorkeeper, provider: Provider) -> None:
        self._keeper = keeper
        self._provider = provider

    async def begin(self, request: Request) -> Response:
        """Send somebody to the provider; who is signed in goes on at once."""
        look = Look(request)
        if await self._keeper.session(request):
            return RedirectResponse(look.next, 303)
        asked = urlsplit(look.to(addresses.OFFICE)).query
        kept = asked if len(asked) <= LONGEST_ASKED else ""
        try:
            return RedirectResponse(await self._provider.begin(request, kept), 303)
        except ProviderFailed as failed:
            return _failed(look, failed)

    async def begin_from_page(self, request: Request) -> Response:
        """Go on from `st.login`, and come back to the page that called it."""
        page = urlsplit(request.headers.get("referer", ""))
        is_ours = page.netloc == request.url.netloc
        came = page._replace(scheme="", netloc="").geturl() if is_ours else ""
        look = Look(request, f"{page.query}&{urlencode({'next': came})}")
        return RedirectResponse(look.to(addresses.OFFICE), 303)

    async def receive(self, request: Request) -> Response:
        """Let somebody in that the provider vouches for, and lead them on."""
        look = Look(request, request.session.get(ASKED, ""))
        try:
            vouched = await self._provider.finish(request)
        except ProviderFailed as failed:
            return _failed(look, failed)
        finally:
            request.session.clear()
        at = self._keeper.now()

        def let_in(engine: Engine) -> Opened | Refused:
            return sign_in_from_office(engine, vouched.account, at)

        before = token_in(request.cookies)
        answer = await self._keeper.ask(replacing(before, let_in, at))
        if isinstance(answer, Refused):
            log.warning("sign-in refused", why=answer.why)
            return _refused(look, answer, vouched.account)
        log.info("signed in")
        response = RedirectResponse(look.next, 303)
        cookies.give_session(response, request, answer.token)
        cookies.give_id_token(response, request, vouched.id_token)
        return response

    async def farewell(self, request: Request) -> Response:
        """Send somebody who signed out here to the provider, to sign out there."""
        look = Look(request)
        try:
            there = await self._provider.farewell(cookies.id_token(request))
        except ProviderFailed as failed:
            _log(failed)
            notice = look.alert(words.STILL_IN_THERE)
            return look.page(words.SIGNED_OUT, notice, look.link(look.next, words.BACK))
        if there is None:
            return RedirectResponse(look.next, 303)
        # No redirect: our pages may send forms to this site only, and browsers hold the
        # redirect that answers a form to that as well.
        return look.page(
            words.SIGNED_OUT,
            look.text(words.OUT_THERE_TOO),
            look.button(there, words.END_THERE),
            headers={"Refresh": f"0; url={there}"},
        )


def _log(failed: ProviderFailed) -> None:
    log.warning("no word of the provider", why=failed.trouble, cause=failed.cause)


def _failed(look: Look, failed: ProviderFailed) -> Response:
    _log(failed)
    return _page(
        look, look.alert(words.TROUBLE[failed.trouble]), STATUS[failed.trouble]
    )


def _refused(look: Look, refused: Refused, account: OfficeAccount) -> Response:
    named = account.email or account.subject
    return _page(look, look.alert(words.REFUSED[refused.why], account=named), REFUSED)


def _page(look: Look, notice: str, status: int) -> Response:
    return look.page(
        words.SIGN_IN,
        notice,
        look.button(look.to(addresses.OFFICE), words.AGAIN_AT_OFFICE),
        look.link(look.to(addresses.SIGN_IN), words.TO_SIGN_IN),
        look.link(look.next, words.BACK),
        status=status,
    )
