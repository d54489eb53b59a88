"""The marks of a timeline row: bar, progress, real days, legal limit, names."""

import altair as alt

from charts.marks import TARGET, picked, pixel, rows_of
from charts.palette import Theme, Tone
from charts.sizes import TIMELINE_HEADER
from charts.template import Style
from charts.time_marks import Plot, axis_labels, grid_lines

NARROW = "width < 640"
IS_TIGHT = f"({NARROW} && row < 48)"
PLOT = Plot(left=f"({NARROW} ? 0 : gutter)", right="(width - 8)")
BASELINE: Style = {"baseline": "alphabetic", "aria": False}
DIAMOND = "M0,-1L0.86,0L0,1L-0.86,0Z"
FLAG = "M0,0L-0.8,-1L0.8,-1Z"


def drop(wide: float, narrow: float, tight: str) -> str:
    """Return the pixels from a row's top to a part of it, as an expression.

    Args:
        wide: Share of the row's height where names stand left of the bars.
        narrow: Pixels on a phone, where names stand above the bars.
        tight: The same, as an expression, where rows have no room for a second line.
    """
    return f"({NARROW} ? (row < 48 ? {tight} : {narrow}) : {wide} * row)"


TOP, BOTTOM = drop(0.37, 34, "row - 14"), drop(0.75, 45, "row - 5")
MIDDLE_LINE = drop(0.56, 39.5, "row - 9.5")
REAL, GHOST = drop(0.83, 48.5, "row - 2"), drop(0.92, 49, "row - 1")
BAND: Style = {"yOffset": alt.expr(TOP), "y2Offset": alt.expr(BOTTOM)}


def backdrop(theme: Theme) -> list[alt.Chart]:
    """Return what lies behind the bars; the wash of a row is what a click meets."""
    wash = rows_of("row").mark_rect(
        color=theme.wash,
        cornerRadius=6,
        x=0,
        x2=alt.expr("width"),
        y2Offset=alt.expr("row"),
        fillOpacity=alt.expr("datum.chosen ? 1 : 0"),
        **TARGET,
    )
    wash = wash.encode(y=pixel("y"), y2="y", description="label:N")
    line = rows_of("heading").mark_rule(
        color=theme.hair, x=0, x2=alt.expr("width"), yOffset=24, aria=False
    )
    text: alt.Chart = rows_of("heading").mark_text(
        align="left",
        x=2,
        yOffset=18,
        color=theme.soft,
        fontSize=12,
        fontWeight=600,
        **BASELINE,
    )
    return [
        picked(wash, "code"),
        *grid_lines(PLOT, theme, TIMELINE_HEADER - 8),
        line.encode(y=pixel("y")),
        text.encode(y=pixel("y"), text="text:N"),
        *axis_labels(PLOT, theme),
    ]


def bars(theme: Theme) -> list[alt.Chart]:
    """Return the baseline's ghost, the planned bar, and the part of it that is done."""
    tint = alt.expr("tint[datum.status]")
    ghost = _ruled(
        "b0",
        "b1",
        GHOST,
        {"color": theme.fill[Tone.GRAY], "strokeWidth": 3.5, "opacity": 0.4},
    )
    paper = _band("x0", "x1", {"fill": theme.paper})
    outline: Style = {"fill": tint, "stroke": tint, "strokeWidth": 1.4}
    planned: Style = {
        "fillOpacity": alt.expr("veil[datum.status]"),
        "strokeDash": alt.expr("edge[datum.status]"),
    }
    plan = _band("x0", "x1", outline | planned)
    # Its own stroke covers the dotted edge of the planned bar under it.
    done = _band("x0", "done", outline)
    done = done.transform_filter("datum.done > datum.x0")
    return [ghost, paper, plan, done, _hatch(theme)]


def limits(theme: Theme) -> list[alt.Chart]:
    """Return the line of the days it really took, and the tick of the legal limit."""
    real = _ruled("a0", "a1", REAL, {"color": theme.ink, "strokeWidth": 2.5})
    known = rows_of("row").transform_filter("isValid(datum.limit)")
    tick = known.mark_rule(
        color=theme.ink,
        strokeWidth=2,
        yOffset=alt.expr(f"{IS_TIGHT} ? {TOP} : {TOP} - 3"),
        y2Offset=alt.expr(BOTTOM),
        aria=False,
    )
    flag = known.mark_point(
        shape=FLAG,
        fill=theme.ink,
        strokeWidth=0,
        opacity=1,
        size=alt.expr(f"{IS_TIGHT} ? 0 : {NARROW} ? 70 : 130"),
        yOffset=alt.expr(TOP),
        aria=False,
    )
    return [
        real,
        tick.encode(x=PLOT.x("limit"), y=pixel("y"), y2="y"),
        flag.encode(x=PLOT.x("limit"), y=pixel("y")),
    ]


def _band(start: str, end: str, look: Style) -> alt.Chart:
    """Return rectangles on the rows between two fields that hold shares."""
    chart = rows_of("row").transform_filter(f"isValid(datum.{start})")
    rect: alt.Chart = chart.mark_rect(cornerRadius=3, aria=False, **BAND, **look)
    return rect.encode(x=PLOT.x(start), x2=end, y=pixel("y"), y2="y")


def _ruled(start: str, end: str, place: str, look: Style) -> alt.Chart:
    """Return horizontal lines on the rows between two fields that hold shares."""
    chart = rows_of("row").transform_filter(f"isValid(datum.{start})")
    rule: alt.Chart = chart.mark_rule(yOffset=alt.expr(place), aria=False, **look)
    return rule.encode(x=PLOT.x(start), x2=end, y=pixel("y"))


def _hatch(theme: Theme) -> alt.Chart:
    """Return diagonal strokes on bars past their limit, 8 pixels apart at any width."""
    step = f"(8 / {PLOT.width})"
    strokes: alt.Chart = (
        rows_of("row")
        .transform_filter("hatched[datum.status] && isValid(datum.x0)")
        .transform_calculate(
            stroke_at=f"sequence(datum.x0, datum.x1 - {step} / 2, {step})"
        )
        .transform_flatten(["stroke_at"])
        .transform_calculate(stroke_to=f"min(datum.stroke_at + {step}, datum.x1)")
        .mark_rule(
            color=theme.paper,
            strokeWidth=1.3,
            opacity=0.85,
            yOffset=alt.expr(BOTTOM),
            y2Offset=alt.expr(TOP),
            aria=False,
        )
        .encode(x=PLOT.x("stroke_at"), x2="stroke_to", y=pixel("y"), y2="y")
    )
    return strokes
