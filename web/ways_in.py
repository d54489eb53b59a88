"""How staff may sign in: with a password of ours, or an account of the office."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from web import addresses

SECTION = "auth"
KEYS = (
    "redirect_uri",
    "cookie_secret",
    "client_id",
    "client_secret",
    "server_metadata_url",
)
"""What `[auth]` has to say; the names are those of Streamlit's `st.login`."""

LOCAL_ACCOUNTS = "LOCAL_ACCOUNTS"
SHORTEST_SECRET = 32  # characters of what signs the cookie of a sign-in under way


class WaysUnusable(Exception):
    """Nobody could sign in as configured; the message says why and shows no secret."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderSettings:
    """What `[auth]` in `.streamlit/secrets.toml` says of the identity provider.

    Attributes:
        redirect_uri: Address of ours to which the provider sends people back.
        cookie_secret: Signs the cookie of a sign-in under way; the same in every
            process behind one address.
        client_id: Name of this dashboard at the provider.
        client_secret: Its password there.
        server_metadata_url: Where the provider describes itself.
    """

    redirect_uri: str
    cookie_secret: str = field(repr=False)
    client_id: str
    client_secret: str = field(repr=False)
    server_metadata_url: str

    @property
    def is_secure(self) -> bool:
        """Return whether people come back over https."""
        return self.redirect_uri.startswith("https:")

    @property
    def start(self) -> str:
        """Return the address of our sign-in page, as the provider knows this site."""
        return self.redirect_uri.removesuffix(addresses.CALLBACK) + addresses.SIGN_IN


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How staff may sign in.

    Attributes:
        provider: The office's identity provider, if there is one.
        takes_passwords: Whether passwords of ours let anybody in.
    """

    provider: ProviderSettings | None = None
    takes_passwords: bool = True


def ways_in(environ: Mapping[str, str], secrets: Mapping[str, object]) -> Ways:
    """Return how staff may sign in.

    Without `[auth]`, with passwords; with it, through the provider, and with passwords
    as well only where LOCAL_ACCOUNTS says so.

    Args:
        environ: The environment.
        secrets: What `.streamlit/secrets.toml` says.

    Raises:
        WaysUnusable: A key is missing or cannot be, or nobody could sign in.
    """
    provider = _provider(secrets[SECTION]) if SECTION in secrets else None
    said = environ.get(LOCAL_ACCOUNTS, "").strip()
    if said not in {"", "0", "1"}:
        raise WaysUnusable(f"{LOCAL_ACCOUNTS} is 1 or 0, not {said!r}.")
    if provider is None and said == "0":
        raise WaysUnusable(
            f"{LOCAL_ACCOUNTS}=0 and no [{SECTION}] in .streamlit/secrets.toml: "
            "nobody could sign in."
        )
    return Ways(provider=provider, takes_passwords=provider is None or said == "1")


def _provider(section: object) -> ProviderSettings:
    said = section if isinstance(section, Mapping) else {}
    texts = {key: said[key] for key in KEYS if isinstance(said.get(key), str)}
    if lacking := [key for key in KEYS if not texts.get(key, "").strip()]:
        raise _unusable(f"lacks {', '.join(lacking)}")
    settings = ProviderSettings(**texts)
    _check(settings)
    return settings


def _check(settings: ProviderSettings) -> None:
    if not settings.redirect_uri.endswith(addresses.CALLBACK):
        raise _unusable(f"needs a redirect_uri that ends in {addresses.CALLBACK}")
    for key in ("redirect_uri", "server_metadata_url"):
        if not _is_address(getattr(settings, key)):
            raise _unusable(f"needs a {key} that begins with https:// or http://")
    if len(settings.cookie_secret) < SHORTEST_SECRET:
        raise _unusable(f"needs a cookie_secret of {SHORTEST_SECRET} characters")


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in {"https", "http"} and bool(parts.hostname)


def _unusable(why: str) -> WaysUnusable:
    return WaysUnusable(f"[{SECTION}] in .streamlit/secrets.toml {why}.")
