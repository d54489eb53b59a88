"""Marks that several charts share, with colours and icons looked up by status."""

import altair as alt

from charts.palette import STATUS_LOOKS, Look, Theme, Tone
from charts.template import Row, Style

MIDDLE: Style = {"baseline": "middle", "aria": False}
# Tooltip and selection need a mark of their own; every other mark lets clicks through.
TARGET: Style = {"cursor": "pointer", "tooltip": alt.expr("datum.tip")}


def rows_of(kind: str) -> alt.Chart:
    """Return a chart of the rows of one kind."""
    return alt.Chart().transform_filter(f"datum.kind == '{kind}'")


def pixel(field: str) -> alt.Y:
    """Return a vertical position whose field counts pixels."""
    return alt.Y(f"{field}:Q", scale=None, axis=None)


def picked(chart: alt.Chart, *fields: str) -> alt.Chart:
    """Return a chart whose marks select by fields when clicked, as `pick`."""
    pick = alt.selection_point(
        name="pick", fields=list(fields), on="click", toggle=False, clear=False
    )
    return chart.properties(name="target").add_params(pick)


def status_values(theme: Theme) -> Row:
    """Return the looks of every status, for expressions: `tint[datum.status]`."""
    looks = {status.value: look for status, look in STATUS_LOOKS.items()}
    return {
        "tint": {status: theme.fill[look.tone] for status, look in looks.items()},
        "symbol": {status: look.solid for status, look in looks.items()},
        "stroke": {status: look.line for status, look in looks.items()},
        "stroke_ink": {status: icon_ink(look, theme) for status, look in looks.items()},
        "edge": {status: look.edge for status, look in looks.items()},
        "veil": {status: 0.16 * look.is_filled for status, look in looks.items()},
        "hatched": {status: look.is_hatched for status, look in looks.items()},
    }


def icon_ink(look: Look, theme: Theme) -> str:
    """Return the colour of an icon's stroke: on its disc, or alone on the paper."""
    stands_on_disc = look.is_hatched or look.solid.startswith(("M-1,0", "M0,-0.95"))
    return theme.on[look.tone] if stands_on_disc else theme.fill[look.tone]


def status_icons(
    chart: alt.Chart, *, x: float, size: int, drop: str
) -> list[alt.Chart]:
    """Return the icons of rows: the filled parts, then the strokes.

    Args:
        chart: Rows with `y` and `status`.
        x: Centre from the left edge, in pixels.
        size: Area of the symbol as Vega counts it, in square pixels.
        drop: Expression of the pixels between a row's `y` and the centre.
    """
    place: Style = {"x": x, "yOffset": alt.expr(drop), "size": size, "opacity": 1}
    solid = chart.mark_point(
        shape=alt.expr("symbol[datum.status]"),
        fill=alt.expr("tint[datum.status]"),
        strokeWidth=0,
        aria=False,
        **place,
    )
    line = chart.mark_point(
        shape=alt.expr("stroke[datum.status]"),
        stroke=alt.expr("stroke_ink[datum.status]"),
        filled=False,
        strokeWidth=1.7,
        strokeCap="round",
        strokeJoin="round",
        aria=False,
        **place,
    )
    return [solid.encode(y=pixel("y")), line.encode(y=pixel("y"))]


def hatch_gradient(theme: Theme, stripes: int, aspect: float) -> Style:
    """Return the violet tone under diagonal stripes: a gradient with hard stops.

    Args:
        theme: Colours of the page.
        stripes: How many stripes cross the mark.
        aspect: Width of the mark over its height; the stripes lie at 45 degrees then.
    """
    base, stripe = theme.fill[Tone.VIOLET], theme.stripe
    stops = [
        {"offset": round((at + part) / stripes, 4), "color": colour}
        for at in range(stripes)
        for part, colour in ((0, base), (0.68, base), (0.68, stripe), (1, stripe))
    ]
    reach = (1 + 1 / aspect) / (1 + 1 / aspect**2)
    ends = {"x1": 0, "y1": 0, "x2": reach, "y2": reach / aspect}
    return {"gradient": "linear", "stops": stops, **ends}
