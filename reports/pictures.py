"""Charts as pictures, in the shipped typeface and as the screen draws them."""

import base64
import json
from functools import cache
from types import ModuleType

from charts.template import Spec
from charts.typeface import TYPEFACE
from reports import typeface

BETWEEN = 'font-weight="650"'
"""A weight of the screen that the engine takes for none: it knows hundreds only."""
NEAREST = 'font-weight="700"'

PIXELS_WIDE = 1200  # of a saved picture; on the page a chart fills its column
SHARP = 2  # pixels of a picture for each of the chart
TILE = 60  # pixels
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
        width = spec["width"]
    sized = spec | {"background": paper, "width": width}
    svg: str = _engine().vegalite_to_svg(json.dumps(sized))
    return svg


def svg(spec: Spec, paper: str) -> bytes:
    """Return a chart as an SVG file that looks the same wherever it is opened."""
    family = TYPEFACE.split(",")[0]
    file = base64.b64encode(typeface.SHIPPED.read_bytes()).decode()
    head, rest = drawn(spec, paper=paper).split(">", 1)
    return f"{head}>{FACE.format(family=family, file=file)}{rest}".encode()


def png(spec: Spec, paper: str, width: int = PIXELS_WIDE) -> bytes:
    """Return a chart as a picture of twice its size in pixels; `width` as above."""
    lines = drawn(spec, width=width, paper=paper).replace(BETWEEN, NEAREST)
    picture: bytes = _engine().svg_to_png(lines, scale=SHARP)
    return picture


def tile(svg: str) -> bytes:
    """Return a tile of `symbols` as a picture."""
    sized = svg.replace("<svg ", f'<svg width="{TILE}" height="{TILE}" ', 1)
    picture: bytes = _engine().svg_to_png(sized)
    return picture


@cache
def _engine() -> ModuleType:
    import vl_convert  # a browser engine of 80 MB: loaded by the first picture only

    vl_convert.register_font_directory(str(typeface.folder()))
    return vl_convert
