"""The look of the pages of the pledge: plain HTML, no script, one tap."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from starlette.responses import HTMLResponse

from domain.bilingual import Language
from domain.region import Region
from web import addresses, sign_in_words
from web import pledge_words as words
from web.forms import SEAL
from web.sign_in_page import Look

REGION = "daerah"
"""Field of the form that names the kab/kota."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What a page carries that is opened by a device.

    Attributes:
        regions: Kab/kota to choose from.
        token: What shows later that the page is ours, this device's and of today.
        is_again: Whether a tap before this one did not count.
    """

    regions: Sequence[Region]
    token: str
    is_again: bool = False


def invitation(look: Look, opened: Opened) -> HTMLResponse:
    """Return the page with the pledge and a button for each kab/kota."""
    other = (
        Language.ENGLISH
        if look.language is Language.INDONESIAN
        else Language.INDONESIAN
    )
    return look.page(
        words.TITLE,
        _quoted(look),
        look.alert(words.ONCE_MORE) if opened.is_again else "",
        look.text(words.CHOOSE if opened.regions else words.NO_REGION),
        _choices(look, opened),
        look.text(words.PRIVACY),
        look.link(f"{addresses.PLEDGE}?bahasa={other}", words.OTHER_LANGUAGE),
    )


def thanks(look: Look, counted: Mapping[str, int]) -> HTMLResponse:
    """Return the page after a tap, the same whether it counted or not.

    Args:
        look: The language and the light.
        counted: Pledges by kab/kota.
    """
    count = _number(sum(counted.values()), look.language)
    regions = _number(len(counted), look.language)
    return look.page(
        words.THANKS,
        _quoted(look),
        look.text(words.COUNTED, count=count, regions=regions),
        look.text(words.ONCE_A_DAY),
        look.link(look.to(addresses.START), words.DASHBOARD),
    )


def away(look: Look) -> HTMLResponse:
    """Return the page while the database is away."""
    return look.page(
        words.TITLE,
        look.alert(sign_in_words.DATABASE_AWAY),
        look.link(look.to(addresses.PLEDGE), sign_in_words.BACK),
        status=503,
        headers={"Retry-After": "5"},
    )


def _quoted(look: Look) -> str:
    return f"<blockquote>{look.say(words.PLEDGE)}</blockquote>"


def _choices(look: Look, opened: Opened) -> str:
    buttons = "".join(
        f'<button name="{REGION}" value="{escape(each.code)}">'
        f"{escape(words.place(each))}</button>"
        for each in opened.regions
    )
    return (
        f'<form method="post" action="{escape(look.to(addresses.PLEDGE))}">'
        f'<input type="hidden" name="{SEAL}" value="{escape(opened.token)}">'
        f'<div class="choices">{buttons}</div></form>'
    )


def _number(value: int, language: Language) -> str:
    grouped = f"{value:,}"
    is_english = language is Language.ENGLISH
    return grouped if is_english else grouped.replace(",", ".")
