"""The style sheet of a public view: its colours, and how they are laid out."""

from collections.abc import Mapping
from functools import cache

from charts.palette import DARK, LIGHT, Theme, Tone
from reports.inline_pictures import variables
from ui.chips import EDGE, SAND
from web import assets

FACE = (
    '@font-face{font-family:"Plus Jakarta Sans";font-weight:200 800;'
    'font-display:swap;src:url("plus-jakarta-sans.woff2") format("woff2")}\n'
)


@cache
def of_site() -> str:
    """Return the style sheet of the public copy; light or dark as the system is."""
    dark = f"@media (prefers-color-scheme: dark){{{_colours(':root', DARK)}}}\n"
    frame = (assets.OURS / "public_site.css").read_text("utf-8")
    light = _colours(":root", LIGHT)
    return f"{FACE}{light}\n{dark}{_layout()}{frame}"


@cache
def of_first_paint() -> str:
    """Return the style sheet of the first paint; light or dark as the page is."""
    light = _colours(".copy", LIGHT)
    dark = _colours('html[data-tema="gelap"] .copy', DARK)
    frame = (assets.OURS / "first_paint.css").read_text("utf-8")
    return f"{light}\n{dark}\n{_layout()}{frame}"


def _layout() -> str:
    return (assets.OURS / "public_copy.css").read_text("utf-8")


def _colours(where: str, theme: Theme) -> str:
    sand, on_sand = SAND[theme is DARK]
    named: Mapping[str, str] = {
        **variables(theme),
        "on-blue": theme.on[Tone.BLUE],
        "on-violet": theme.on[Tone.VIOLET],
        "sand": sand,
        "on-sand": on_sand,
        "edge": EDGE,
    }
    each = "".join(f"--{name}:{colour};" for name, colour in named.items())
    return f"{where}{{{each}}}"
