"""The way from a sheet to a phone: an address as a QR code, and as people read it."""

from html import escape

import segno


def code(address: str, called: str) -> str:
    """Return a figure with the QR code of an address.

    Args:
        address: Address that a phone in the hall can reach.
        called: What the figure is called for those who do not see it.
    """
    drawn = segno.make(address, error="m").svg_inline(
        border=4, omitsize=True, dark="#0E1722", light="#FFFFFF"
    )
    return f'<figure role="img" aria-label="{escape(called)}">{drawn}</figure>'


def in_words(address: str) -> str:
    """Return an address without its scheme, its parameters and its last slash."""
    return address.split("://", 1)[-1].split("?", 1)[0].rstrip("/")
