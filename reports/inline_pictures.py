"""Charts as SVG that stands inside a page and takes its colours from it.

The colours of the light palette become variables, so that one drawing serves light and
dark; what the page's style sheet says already, and what only a browser's own Vega
would use, is left out.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from charts.palette import LIGHT, Theme, Tone
from charts.template import Spec
from reports import pictures

TAG = re.compile(r"<[^>]*>")
NEEDLESS = re.compile(
    r' (?:class|role|aria-[a-z]+|font-family)="[^"]*"'
    r'| (?:fill-|stroke-)?opacity="1"| stroke-dasharray="1,0"'
    r'| stroke="[^"]*" stroke-width="0"'
)
UNSEEN = re.compile(
    r'<path[^>]* d="M0,0Z"[^>]*/>|<path(?![^>]* stroke=)[^>]* fill-opacity="0"/>'
    r'|<text[^>]*/>|<text[^>]* font-size="0px"[^>]*>[^<]*</text>|<g></g>'
)
PLACED = re.compile(r' (?:d|transform)="[^"]*"')
LONG_NUMBER = re.compile(r"\d+\.\d{3,}")
OWN_NAME = re.compile(r'(\bid="|url\(#)')
OPENING = re.compile(r"^<svg[^>]*>")
SIZE = re.compile(r'^<svg[^>]* width="([\d.]+)" height="([\d.]+)"')
BLACK = "#000000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One drawing to be made.

    Attributes:
        key: Its name on the page, of letters, digits and dashes.
        takeaway: What it shows, for those who do not see it.
        spec: Vega-Lite specification in the light palette, its rows inline.
        width: Pixels.
    """

    key: str
    takeaway: str
    spec: Spec
    width: int


def variables(theme: Theme) -> dict[str, str]:
    """Return the colours of a theme by the names of their CSS variables."""
    named = {
        "paper": theme.paper,
        "ink": theme.ink,
        "soft": theme.soft,
        "hair": theme.hair,
        "wash": theme.wash,
        "stripe": theme.stripe,
    }
    return named | {tone.value: theme.fill[tone] for tone in Tone}


def drawn(order: Order) -> str:
    """Return one drawing as SVG for a page that sets the variables."""
    svg = pictures.drawn(order.spec, width=order.width)
    body = OPENING.sub("", TAG.sub(lambda tag: _tag(tag.group(), order.key), svg))
    body = UNSEEN.sub("", body)
    return f"{_opening(svg, order)}{body}"


def _opening(svg: str, order: Order) -> str:
    """Return the first tag: as large as drawn, and smaller where there is no room."""
    width, height = SIZE.findall(svg)[0]
    return (
        f'<svg role="img" aria-label="{escape(order.takeaway)}" width="{width}"'
        f' height="{height}" viewBox="0 0 {width} {height}">'
    )


def _tag(tag: str, key: str) -> str:
    spare = PLACED.sub(_placed, NEEDLESS.sub("", tag))
    named = OWN_NAME.sub(rf"\g<1>{key}-", spare)
    return _COLOUR.sub(lambda found: _VARIABLES[found.group().lower()], named)


def _placed(attribute: re.Match[str]) -> str:
    return LONG_NUMBER.sub(_rounded, attribute.group())


def _rounded(number: re.Match[str]) -> str:
    """Return a number to the tenth of a pixel."""
    return f"{float(number.group()):.1f}".removesuffix(".0")


def _by_colour(named: Mapping[str, str]) -> dict[str, str]:
    return {colour.lower(): f"var(--{name})" for name, colour in named.items()}


_VARIABLES = _by_colour(variables(LIGHT)) | {BLACK: BLACK}
_COLOUR = re.compile("|".join(_VARIABLES), re.IGNORECASE)
