"""The office's identity provider: OpenID Connect, the authorization code flow.

Loaded only where one is configured. It is the only thing that the server asks anything
outside; PKCE, state and nonce are Authlib's.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx2
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.base_client.errors import MismatchingStateError
from authlib.integrations.starlette_client import (
    OAuthError,
    StarletteIntegration,
    StarletteOAuth2App,
)
from joserfc.errors import JoseError
from starlette.requests import Request

from domain.office_account import OfficeAccount, office_account
from web.provider_trouble import ProviderFailed, Trouble
from web.ways_in import ProviderSettings

NAME = "kantor"
PATIENCE = 5.0  # seconds for each answer of the provider
ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Vouched:
    """Whom the provider vouches for.

    Attributes:
        account: Who.
        id_token: Its signed word, which ends their session there.
    """

    account: OfficeAccount
    id_token: str = field(repr=False)


class Provider:
    """Sends people to the provider and reads what it says when they come back."""

    def __init__(self, settings: ProviderSettings) -> None:
        self.settings = settings
        self.client = StarletteOAuth2App(
            StarletteIntegration(NAME),
            NAME,
            client_id=settings.client_id,
            client_secret=settings.client_secret,
            server_metadata_url=settings.server_metadata_url,
            # Somebody at a shared computer must be able to choose another account.
            authorize_params={"prompt": "select_account"},
            client_kwargs={
                "scope": "openid email",
                "code_challenge_method": "S256",
                "timeout": PATIENCE,
            },
        )

    async def begin(self, request: Request, asked: str) -> str:
        """Return the provider's address for somebody who wants to sign in.

        Args:
            request: What they asked, with a session of its own (`request.session`).
            asked: Query of our page, kept until they come back.

        Raises:
            ProviderFailed: The provider does not answer.
        """
        back = self.settings.redirect_uri
        with _troubles_told():
            begun = await self.client.create_authorization_url(back)
        there = str(begun.pop("url"))
        await self.client.save_authorize_data(request, redirect_uri=back, **begun)
        request.session[ASKED] = asked
        return there

    async def finish(self, request: Request) -> Vouched:
        """Return whom the provider vouches for, when they come back.

        Raises:
            ProviderFailed: It vouches for nobody, or its word does not hold.
        """
        with _troubles_told():
            token = await self.client.authorize_access_token(request)  # type: ignore[no-untyped-call]
            claims = await self.claims(token)
            return Vouched(office_account(claims), token["id_token"])

    async def farewell(self, id_token: str) -> str | None:
        """Return the address that ends the session at the provider, if it has one.

        Raises:
            ProviderFailed: The provider does not answer.
        """
        with _troubles_told():
            metadata = await self.client.load_server_metadata()
            if "end_session_endpoint" not in metadata:
                return None
            leaving = await self.client.create_logout_url(
                post_logout_redirect_uri=self.settings.start,
                id_token_hint=id_token or None,
                client_id=self.settings.client_id,
            )
        return str(leaving["url"])

    async def claims(self, token: dict[str, Any]) -> dict[str, object]:
        """Return what the provider says of somebody whose ID token was checked."""
        claims = dict(token["userinfo"])
        metadata = await self.client.load_server_metadata()
        if "email" in claims or "userinfo_endpoint" not in metadata:
            return claims
        # Many providers name the address there only (OpenID Connect Core 1.0, 5.4).
        more = await self.client.userinfo(token=token)
        is_theirs = more.get("sub") == claims["sub"]
        return {**more, **claims} if is_theirs else claims


@contextmanager
def _troubles_told() -> Iterator[None]:
    try:
        yield
    except MismatchingStateError as error:
        raise _failed(Trouble.STALE, error) from None
    except OAuthError as error:
        is_declined = error.error == "access_denied"
        trouble = Trouble.DECLINED if is_declined else Trouble.UNSOUND
        raise _failed(trouble, error) from None
    except httpx2.HTTPError as error:
        raise _failed(Trouble.AWAY, error) from None
    except (
        AuthlibBaseError,
        JoseError,
        AttributeError,
        KeyError,
        RuntimeError,
        TypeError,
        ValueError,
    ) as error:
        # Whatever else an answer of another kind than the standard's leads to.
        raise _failed(Trouble.UNSOUND, error) from None


def _failed(trouble: Trouble, error: Exception) -> ProviderFailed:
    return ProviderFailed(trouble, type(error).__name__)
