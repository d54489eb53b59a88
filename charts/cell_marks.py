"""Cells: boxes whose fill, edge and symbol come from what a party reached."""

import altair as alt

from charts.marks import hatch_gradient
from charts.palette import CELL_LOOKS, SOLID, CellKind, Look, Theme, Tone
from charts.template import Style

DARK_EDGE = "#000000"  # on orange, in both themes
NO_EDGE = "transparent"


def cell_values(theme: Theme, aspect: float) -> Style:
    """Return the looks of every cell, for expressions such as `cell_fill[datum.look]`.

    Args:
        theme: Colours of the page.
        aspect: Usual width of a cell over its height; its stripes lie at 45 degrees.
    """
    looks = {kind.value: look for kind, look in CELL_LOOKS.items()}
    hatch = hatch_gradient(theme, 9, aspect)
    fills = {kind: _fill(look, theme) for kind, look in looks.items()}
    return {
        "cell_fill": fills
        | {kind: hatch for kind, look in looks.items() if look.is_hatched}
        | {CellKind.NOT_APPLICABLE.value: theme.wash},
        "cell_edge": {kind: _edge(look, theme) for kind, look in looks.items()}
        | {CellKind.NOT_APPLICABLE.value: NO_EDGE},
        "cell_dash": {kind: look.edge for kind, look in looks.items()},
        "cell_symbol": {kind: look.solid for kind, look in looks.items()},
        "cell_line": {kind: look.line for kind, look in looks.items()},
        "cell_ink": {kind: cell_ink(look, theme) for kind, look in looks.items()},
    }


def cell_ink(look: Look, theme: Theme) -> str:
    """Return the colour of the symbol in a cell."""
    if look.is_filled:
        return theme.on[look.tone]
    return theme.ink if look.tone is Tone.GRAY else theme.fill[look.tone]


def boxes(chart: alt.Chart, field: str, box: Style) -> alt.Chart:
    """Return the boxes of cells, whose look is named by a field."""
    key = f"[datum.{field}]"
    style: Style = {
        "cornerRadius": 4,
        "fill": alt.expr(f"cell_fill{key}"),
        "stroke": alt.expr(f"cell_edge{key}"),
        "strokeWidth": 1.6,
        "strokeDash": alt.expr(f"cell_dash{key}"),
        "strokeCap": "round",
    }
    drawn: alt.Chart = chart.mark_rect(**style | box)
    return drawn


def symbols(chart: alt.Chart, field: str, side: str, place: Style) -> list[alt.Chart]:
    """Return the symbols of cells: the filled parts, then the strokes.

    Args:
        chart: Rows whose look is named by the field.
        field: Name of that field.
        side: Expression of the symbol's width in pixels.
        place: Horizontal and vertical centre.
    """
    key, size = f"[datum.{field}]", alt.expr(f"pow({side}, 2)")
    ink = alt.expr(f"cell_ink{key}")
    style: Style = {"size": size, "opacity": 1, "aria": False, **place}
    solid: Style = {"shape": alt.expr(f"cell_symbol{key}"), "fill": ink}
    line: Style = {
        "shape": alt.expr(f"cell_line{key}"),
        "stroke": ink,
        "strokeWidth": alt.expr(f"{side} * 0.15"),
        "strokeCap": "round",
        "strokeJoin": "round",
        "filled": False,
    }
    return [
        chart.mark_point(strokeWidth=0, **solid, **style),
        chart.mark_point(**line, **style),
    ]


def _fill(look: Look, theme: Theme) -> str:
    return theme.fill[look.tone] if look.is_filled else theme.paper


def _edge(look: Look, theme: Theme) -> str:
    if look.is_filled:
        return NO_EDGE if look.edge == SOLID else DARK_EDGE
    return theme.fill[look.tone]
