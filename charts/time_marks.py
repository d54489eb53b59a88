"""The time axis, today's line and the landmarks, as marks over the rows."""

from dataclasses import dataclass

import altair as alt

from charts.marks import MIDDLE, rows_of
from charts.palette import Theme, Tone
from charts.template import Style

LEAST_ROOM = 28  # pixels a lower label needs until the next one
PILL = (
    "M-1,-0.13A0.13,0.13,0,0,1,-0.87,-0.26L0.87,-0.26A0.13,0.13,0,0,1,1,-0.13"
    "L1,0.13A0.13,0.13,0,0,1,0.87,0.26L-0.87,0.26A0.13,0.13,0,0,1,-1,0.13Z"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """Where time lies in the width of a chart; both are Vega expressions in pixels."""

    left: str
    right: str = "width"

    @property
    def width(self) -> str:
        """Return the pixels that time takes up."""
        return f"({self.right} - {self.left})"

    def at(self, share: str) -> str:
        """Return where a share of the window lies."""
        return f"({self.left} + {share} * {self.width})"

    def x(self, field: str) -> alt.X:
        """Return the horizontal position of a field that holds a share."""
        return alt.X(f"{field}:Q", axis=None)

    def scaled(self, field: str) -> alt.X:
        """Return the same, with the scale; one layer of a chart carries it."""
        edges = [alt.expr(self.left), alt.expr(self.right)]
        scale = alt.Scale(
            type="linear", domain=[0, 1], range=edges, nice=False, zero=False
        )
        return alt.X(f"{field}:Q", axis=None, scale=scale)


def grid_lines(plot: Plot, theme: Theme, top: int) -> list[alt.Chart]:
    """Return hairlines at each tick, stronger where a new period begins."""
    look: Style = {
        "color": theme.hair,
        "aria": False,
        "y": top,
        "y2": alt.expr("height"),
    }
    minor = rows_of("tick").mark_rule(opacity=0.45, **look)
    major = rows_of("period").transform_filter("!datum.edge").mark_rule(**look)
    return [minor.encode(x=plot.scaled("x")), major.encode(x=plot.x("x"))]


def axis_labels(plot: Plot, theme: Theme) -> list[alt.Chart]:
    """Return the two storeys of labels; one without room is left out, never cut."""
    look: Style = {
        "align": "left",
        "baseline": "alphabetic",
        "aria": False,
        "clip": True,
    }
    room = f"datum.room * {plot.width}"
    rest = f"{plot.right} - {plot.at('datum.x')}"
    upper = f"{room} > 6 + 8.4 * length(datum.long) ? datum.long : datum.short"
    upper_size = f"{room} > 4 + 8 * length(datum.short) ? 12.5 : 0"
    lower_size = f"{room} >= {LEAST_ROOM} && {rest} > 7 * length(datum.text) ? 12 : 0"
    return [
        rows_of("period")
        .transform_calculate(shown=upper)
        .mark_text(
            y=14, color=theme.ink, fontWeight=600, fontSize=alt.expr(upper_size), **look
        )
        .encode(x=plot.x("x"), text="shown:N"),
        rows_of("tick")
        .mark_text(y=31, color=theme.soft, fontSize=alt.expr(lower_size), **look)
        .encode(x=plot.x("x"), text="text:N"),
    ]


def dodged(plot: Plot) -> str:
    """Return where a landmark's name is centred: its line, or beside today's date."""
    here, now = plot.at("datum.x"), _within(plot.at("datum.now"), "datum.now_half")
    gap = "(datum.half + datum.now_half + 4)"
    fits_right = f"{now} + {gap} + datum.half <= width"
    beside = f"(datum.x >= datum.now && {fits_right} ? {now} + {gap} : {now} - {gap})"
    is_near = f"isValid(datum.now) && abs({here} - {now}) < {gap}"
    return f"({is_near} ? {beside} : {_within(here)})"


def line_names(plot: Plot, theme: Theme, y: int) -> list[alt.Chart]:
    """Return the names of the landmarks, and today's date in a filled pill."""
    today = rows_of("line").transform_filter("datum.today")
    others = rows_of("line").transform_filter("!datum.today")
    centre = alt.expr(_within(plot.at("datum.x")))
    say: Style = {
        "y": y,
        "fontSize": 12,
        "fontWeight": 700,
        "align": "center",
        **MIDDLE,
    }
    pill = today.mark_point(
        shape=PILL,
        size=alt.expr("pow(2 * datum.half, 2)"),
        fill=theme.ink,
        strokeWidth=0,
        opacity=1,
        x=centre,
        y=y,
        aria=False,
    )
    return [
        others.mark_text(
            x=alt.expr(dodged(plot)), color=theme.fill[Tone.BLUE], **say
        ).encode(text="text:N"),
        pill,
        today.mark_text(x=centre, color=theme.paper, **say).encode(text="text:N"),
    ]


def _within(centre: str, half: str = "datum.half") -> str:
    """Return a centre moved so that a name of a half width stays inside the chart."""
    return f"clamp({centre}, {half}, width - {half})"
