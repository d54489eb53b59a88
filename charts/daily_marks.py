"""The marks of the daily steps."""

import altair as alt

from charts.locale import vega_locale
from charts.marks import hatch_gradient, rows_of
from charts.palette import CELL_LOOKS, CellKind, Theme
from charts.shape import shape
from charts.sizes import DAILY_FOOT, DAILY_HEIGHT
from charts.template import Spec, Style
from charts.time_marks import Plot
from domain.bilingual import Language

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
    edges = [alt.expr(f"height - {DAILY_FOOT}"), alt.expr("10")]
    return alt.Y("low:Q", axis=axis, scale=alt.Scale(range=edges, zero=True, nice=True))


def daily_shape(theme: Theme, language: Language) -> Spec:
    """Return the shape of the daily steps, with numbers in a language."""
    layers = [
        steps(theme),
        *required(theme),
        last_names(theme),
        days(theme),
    ]
    return shape(
        layers,
        size=("container", DAILY_HEIGHT),
        values={"aside": 90} | step_values(theme),
        locale=vega_locale(language),
    )


def steps(theme: Theme) -> alt.Chart:
    """Return the kinds as steps on one another; this layer carries both scales."""
    area: alt.Chart = rows_of("step").mark_area(
        interpolate="step-after",
        fill=alt.expr("step_fill[datum.look]"),
        opacity=1,
        stroke=theme.paper,
        strokeWidth=1.5,
        aria=False,
    )
    return area.encode(x=PLOT.scaled("x"), y=_y(theme), y2="high:Q", detail="look:N")


def step_values(theme: Theme) -> Style:
    """Return the fill of every kind, for `step_fill[datum.look]`."""
    fills: Style = {
        kind.value: theme.fill[look.tone] for kind, look in CELL_LOOKS.items()
    }
    return {
        "step_fill": fills | {CellKind.INELIGIBLE.value: hatch_gradient(theme, 60, 4)}
    }


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
