"""Pictures of charts, drawn in the shipped typeface without a browser."""

import json
from functools import cache

from charts.template import Spec
from reports import typeface

SHARP = 2  # pixels of a picture for each of the chart
TILE = 60  # pixels


def svg_of(spec: Spec) -> bytes:
    """Return a chart of a fixed width as a vector picture."""
    _know_typeface()
    import vl_convert  # a browser engine of 80 MB: loaded by the first picture only

    return vl_convert.vegalite_to_svg(json.dumps(spec)).encode()


def png_of(spec: Spec) -> bytes:
    """Return a chart of a fixed width as a picture of twice its size."""
    _know_typeface()
    import vl_convert  # a browser engine of 80 MB: loaded by the first picture only

    return vl_convert.vegalite_to_png(json.dumps(spec), scale=SHARP)


def tile_of(svg: str) -> bytes:
    """Return a tile of `symbols` as a picture."""
    import vl_convert

    sized = svg.replace("<svg ", f'<svg width="{TILE}" height="{TILE}" ', 1)
    return vl_convert.svg_to_png(sized)


def on_paper(spec: Spec, paper: str, width: int) -> Spec:
    """Return a chart on ground of a colour, with a width where it would fill a page."""
    wide = spec.get("width", "container")
    return spec | {"background": paper, "width": width if wide == "container" else wide}


@cache
def _know_typeface() -> None:
    import vl_convert

    vl_convert.register_font_directory(str(typeface.folder()))
