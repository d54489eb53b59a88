"""The last sheet: the way to the same view on a phone."""

from html import escape

import segno

from projector.markup import text
from projector.sheet import Sheet
from projector.show import SheetName
from ui.language import gettext as _


def phones_sheet(address: str) -> Sheet:
    """Return the address as a QR code and in words.

    Args:
        address: Address that a phone in the hall can reach.
    """
    code = segno.make(address, error="m").svg_inline(
        border=4, omitsize=True, dark="#0E1722", light="#FFFFFF"
    )
    shown = address.split("://", 1)[-1].split("?", 1)[0].rstrip("/")
    called = _("QR code of the address")
    say = _("Every figure carries its day and its source.")
    body = (
        f'<div class="phones"><div>{text("p", "address", shown)}'
        f"{text('p', 'say', say)}</div>"
        f'<figure role="img" aria-label="{escape(called)}">{code}'
        "</figure></div>"
    )
    return Sheet(
        code=SheetName.PHONES,
        title=_("Open it on your phone"),
        body=body,
        source="",
    )
