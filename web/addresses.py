"""The addresses of our own pages, and which addresses a form may lead on to."""

from urllib.parse import urlsplit

SIGN_IN = "/masuk"
SIGN_OUT = "/keluar"
SIGN_OUT_EVERYWHERE = "/keluar-semua"
PASSWORD = "/sandi"  # noqa: S105 - an address
OFFICE = "/masuk/kantor"
CALLBACK = "/oauth2callback"
"""Where the identity provider sends people back; the path is that of `st.login`."""
LOGIN = "/auth/login"
"""Where `st.login` leads."""
PROJECTOR, PROJECTOR_SHEETS = "/layar", "/layar/lembar"
PLEDGE, PLEDGED = "/ikrar", "/ikrar/terima-kasih"
STATE = "/revisi"
OWN_PAGES = frozenset(
    {
        *(SIGN_IN, SIGN_OUT, SIGN_OUT_EVERYWHERE, PASSWORD, OFFICE, CALLBACK),
        LOGIN,
        *(PROJECTOR, PROJECTOR_SHEETS, STATE),
        *(PLEDGE, PLEDGED),
    }
)

START = "/"
TIMELINE, PARTIES, INTEGRITY = "/linimasa", "/partai", "/zona-integritas"
PUBLIC_VIEWS = frozenset({START, TIMELINE, PARTIES, INTEGRITY})
"""Views that anybody may open, and whose first screen a page can say by itself."""


def local(asked: str) -> str:
    """Return an address if it leads to a page of this site, else the start.

    Browsers read a backslash as a slash and drop tabs and line ends, so an address
    with any of these is refused along with those that name a host or a scheme.
    """
    is_path = asked.startswith("/") and not asked.startswith("//")
    if not is_path or "\\" in asked or not asked.isprintable() or " " in asked:
        return START
    try:
        parts = urlsplit(asked)
    except ValueError:
        return START
    is_foreign = parts.scheme or parts.netloc or parts.path in OWN_PAGES
    return START if is_foreign else asked
