"""The marks of the daily steps."""

import altair as alt

from charts.marks import hatch_gradient, rows_of
from charts.palette import CELL_LOOKS, CellKind, Theme
from charts.template import Style
from charts.time_marks import Plot

FOOT = 24  # pixels of the days under the plot
PLOT = Plot(left="0", right="(width - aside)")


def _y(theme: Theme) -> alt.Y:
    axis = alt.Axis(
        title=None,
        tickCount=4,
        format=",d",
        labelColor=theme.ink,
        labelFontSize=13,
        gridColor=theme.hair,
        domain=False,
        ticks=False,
    )
    edges = [alt.expr(f"height - {FOOT}"), alt.expr("10")]
    return alt.Y("low:Q", axis=axis, scale=alt.Scale(range=edges, zero=True, nice=True))


def area(kind: CellKind, theme: Theme, *, is_first: bool) -> alt.Chart:
    """Return the steps of one kind; the first layer carries both scales."""
    look = CELL_LOOKS[kind]
    colour = hatch_gradient(theme, 60, 4) if look.is_hatched else theme.fill[look.tone]
    area: alt.Chart = (
        rows_of("step")
        .transform_filter(f"datum.look == '{kind.value}'")
        .mark_area(
            interpolate="step-after",
            color=colour,
            opacity=1,
            stroke=theme.paper,
            strokeWidth=1.5,
            aria=False,
        )
    )
    x, y = (PLOT.scaled("x"), _y(theme)) if is_first else (PLOT.x("x"), alt.Y("low:Q"))
    return area.encode(x=x, y=y, y2="high:Q")


def required(theme: Theme) -> list[alt.Chart]:
    """Return the line of the members required, with its words."""
    row = rows_of("required")
    rule = row.mark_rule(
        color=theme.ink, strokeWidth=2.5, x=0, x2=alt.expr("width - aside"), aria=False
    )
    say: Style = {
        "align": "left",
        "baseline": "bottom",
        "dy": -5,
        "x": 6,
        "fontSize": 14,
        "fontWeight": 700,
        "aria": False,
    }
    halo = row.mark_text(color=theme.paper, stroke=theme.paper, strokeWidth=5, **say)
    text = row.mark_text(color=theme.ink, **say)
    return [
        rule.encode(y=alt.Y("count:Q")),
        *[each.encode(y=alt.Y("count:Q"), text="text:N") for each in (halo, text)],
    ]


def last_names(theme: Theme) -> alt.Chart:
    """Return the last counts in words, at the right edge."""
    text: alt.Chart = rows_of("name").mark_text(
        align="left",
        baseline="middle",
        x=alt.expr("width - aside + 8"),
        fontSize=14,
        fontWeight=600,
        color=theme.ink,
        aria=False,
    )
    return text.encode(y=alt.Y("count:Q"), text="text:N")


def days(theme: Theme) -> alt.Chart:
    """Return the days under the plot; one without room is left out."""
    room = "datum.room * (width - aside)"
    text: alt.Chart = rows_of("tick").mark_text(
        align="left",
        baseline="alphabetic",
        y=alt.expr("height - 6"),
        fontSize=alt.expr(f"{room} >= 52 ? 13 : 0"),
        color=theme.ink,
        aria=False,
        clip=True,
    )
    return text.encode(x=PLOT.x("x"), text="text:N")
