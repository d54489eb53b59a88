"""The briefing on paper (Taklimat): A4, tagged for readers (PDF/UA-1), by typst.

Typst, because it is one wheel without system libraries, sets a page in a few
hundredths of a second, and refuses to write a document that is not accessible. It gets
every word as JSON: no name can be taken for markup.
"""

import json
from collections.abc import Callable
from dataclasses import asdict
from functools import cache, partial
from pathlib import Path
from typing import Any, Literal

from charts.palette import LIGHT, STATUS_LOOKS
from reports import printable, symbols, typeface
from reports.briefing_words import Briefing

TEMPLATE = Path(__file__).with_suffix(".typ")
STANDARD: Literal["ua-1"] = "ua-1"
PIXELS_PER_INCH = 110
ORDINARY = frozenset(map(chr, range(0x20, 0x250)))
"""Letters that need no trial: Latin ones."""


def pdf_of(briefing: Briefing) -> bytes:
    """Return a briefing as a PDF of the standard PDF/UA-1."""
    made: bytes = _compiler(briefing)(format="pdf", pdf_standards=[STANDARD])
    return made


def pictures_of(briefing: Briefing) -> list[bytes]:
    """Return the pages of a briefing as PNG pictures."""
    made = _compiler(briefing)(format="png", ppi=PIXELS_PER_INCH)
    return made if isinstance(made, list) else [made]


def _compiler(briefing: Briefing) -> Callable[..., Any]:
    import typst  # 80 MB: loaded by the first briefing only

    told = printable.every(asdict(briefing), printable.visible)
    told = printable.every(told, _shown)
    return partial(
        typst.compile,
        str(TEMPLATE),
        sys_inputs={"briefing": json.dumps(told | _look(briefing), default=str)},
        font_paths=[str(typeface.folder())],
        ignore_system_fonts=True,
    )


def _look(briefing: Briefing) -> dict[str, Any]:
    """Return the colours, the tiles and the code that the template draws."""
    import segno

    code = segno.make(briefing.stamp.head, error="m")
    return {
        "fill": {
            status: LIGHT.fill[look.tone] for status, look in STATUS_LOOKS.items()
        },
        "hatched": [status for status, look in STATUS_LOOKS.items() if look.is_hatched],
        "ink": {"ink": LIGHT.ink, "soft": LIGHT.soft, "hair": LIGHT.hair}
        | {"wash": LIGHT.wash, "stripe": LIGHT.stripe},
        "tiles": symbols.tiles(),
        "code": code.svg_inline(border=2, omitsize=True),
    }


def _shown(text: str) -> str:
    """Return a text with the letters written out that no typeface here shows."""
    if ORDINARY.issuperset(text):
        return text
    return "".join(
        each if each in ORDINARY or _has_shape(each) else printable.written_out(each)
        for each in text
    )


@cache
def _has_shape(letter: str) -> bool:
    """Return whether typst, which brings typefaces along, shows a letter."""
    import typst

    page = f"#set document(title: [-])\n#{json.dumps(letter, ensure_ascii=False)}"
    try:
        typst.compile(page.encode(), ignore_system_fonts=True, pdf_standards=[STANDARD])
    except typst.TypstError:
        return False
    return True
