"""Charts as pictures, in the shipped typeface and as the screen draws them.

The typeface is one file of every weight, which the picture engine cannot read: the
weights that charts use are cut out of it once, and kept beside the other caches.
"""

import base64
import json
import os
from functools import cache
from pathlib import Path

from charts.template import Spec
from charts.typeface import TYPEFACE

ROOT = Path(__file__).parents[1]
SHIPPED = ROOT / "static" / "plus-jakarta-sans-latin-wght-normal.woff2"
CUT = ROOT / "var" / "cache" / "typeface"

WEIGHTS = (400, 500, 600, 700)
BETWEEN = 'font-weight="650"'
"""A weight of the screen that the engine takes for none: it knows hundreds only."""
NEAREST = 'font-weight="700"'

PIXELS_WIDE = 1200  # of a saved picture; on the page a chart fills its column
FACE = (
    "<style>@font-face{{font-family:'{family}';font-weight:200 800;"
    "src:url(data:font/woff2;base64,{file}) format('woff2')}}</style>"
)


def drawn(spec: Spec, *, width: int = PIXELS_WIDE, paper: str | None = None) -> str:
    """Return a chart as SVG that names the typeface and does not bring it along.

    Args:
        spec: Vega-Lite specification with its rows inline.
        width: Pixels, for a chart that fills its column.
        paper: Colour of the ground; None leaves it clear.
    """
    if spec.get("width", "container") != "container":
        width = spec.get("width", width)
    sized = spec | {"background": paper, "width": width}
    svg: str = _engine().vegalite_to_svg(json.dumps(sized))
    return svg


def svg(spec: Spec, paper: str) -> bytes:
    """Return a chart as an SVG file that looks the same wherever it is opened."""
    family = TYPEFACE.split(",")[0]
    file = base64.b64encode(SHIPPED.read_bytes()).decode()
    head, rest = drawn(spec, paper=paper).split(">", 1)
    return f"{head}>{FACE.format(family=family, file=file)}{rest}".encode()


def png(spec: Spec, paper: str) -> bytes:
    """Return a chart as a picture of twice its size in pixels."""
    lines = drawn(spec, paper=paper).replace(BETWEEN, NEAREST)
    picture: bytes = _engine().svg_to_png(lines, scale=2)
    return picture


@cache
def _engine():  # type: ignore[no-untyped-def] # noqa: ANN202 - a module
    import vl_convert  # a browser engine of 80 MB: loaded by the first picture only

    vl_convert.register_font_directory(str(typeface()))
    return vl_convert


def typeface(folder: Path = CUT) -> Path:
    """Return a folder with one file of the typeface a weight, cut once."""
    for weight in WEIGHTS:
        file = folder / f"{weight}.ttf"
        if not file.exists():
            _cut(weight, file)
    return folder


def _cut(weight: int, file: Path) -> None:
    """Write one weight of the typeface so that no reader ever sees half of it."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
    from fontTools.varLib import instancer  # type: ignore[import-untyped]

    font = instancer.instantiateVariableFont(TTFont(SHIPPED), {"wght": weight})
    font.flavor = None
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(f".{os.getpid()}")
    font.save(unfinished)
    unfinished.replace(file)
