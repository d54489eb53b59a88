"""The last sheet: the way to the same view on a phone."""

from projector import qr
from projector.markup import text
from projector.sheet import Sheet
from projector.show import SheetName
from ui.language import gettext as _


def phones_sheet(address: str) -> Sheet:
    """Return the address as a QR code and in words.

    Args:
        address: Address that a phone in the hall can reach.
    """
    called = _("QR code of the address")
    say = _("Every figure carries its day and its source.")
    body = (
        f'<div class="phones"><div>{text("p", "address", qr.in_words(address))}'
        f"{text('p', 'say', say)}</div>{qr.code(address, called)}</div>"
    )
    return Sheet(
        code=SheetName.PHONES,
        title=_("Open it on your phone"),
        body=body,
        source="",
    )
