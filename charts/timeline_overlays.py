"""What lies over the bars of a timeline: today, landmarks, dated events."""

import altair as alt

from charts.marks import TARGET, pixel, rows_of
from charts.palette import Theme, Tone
from charts.sizes import TIMELINE_HEADER
from charts.template import Style
from charts.time_marks import line_names
from charts.timeline_marks import (
    BOTTOM,
    DIAMOND,
    MIDDLE_LINE,
    NARROW,
    PLOT,
    TOP,
)  # fmt: skip

LINE_NAMES = 46  # pixels from the top to the middle of the lines' names


def lines(theme: Theme) -> list[alt.Chart]:
    """Return today and the landmarks: whole lines, on a phone one stroke a bar.

    On a phone the names stand on the plot, and no line may cross a word.
    """
    look: Style = {
        "stroke": alt.expr(f"datum.today ? '{theme.ink}' : '{theme.fill[Tone.BLUE]}'"),
        "strokeDash": alt.expr("datum.today ? [1, 0] : [6, 4]"),
        "strokeWidth": 2,
        "aria": False,
    }
    whole = rows_of("line").mark_rule(
        y=TIMELINE_HEADER - 6,
        y2=alt.expr("height"),
        strokeOpacity=alt.expr(f"{NARROW} ? 0 : 1"),
        **look,
    )
    strokes = (
        rows_of("row")
        .transform_calculate(line="lines")
        .transform_flatten(["line"])
        .transform_calculate(x="datum.line.x", today="datum.line.today")
        .mark_rule(
            strokeOpacity=alt.expr(f"{NARROW} ? 1 : 0"),
            yOffset=alt.expr(f"{TOP} - 1"),
            y2Offset=alt.expr(f"{BOTTOM} + 3"),
            **look,
        )
    )
    return [
        whole.encode(x=PLOT.x("x")),
        strokes.encode(x=PLOT.x("x"), y=pixel("y"), y2="y"),
        *line_names(PLOT, theme, LINE_NAMES),
    ]


def diamonds(theme: Theme) -> list[alt.Chart]:
    """Return dated events: ink when reached, paper while ahead; and bars of a day."""
    look: Style = {
        "shape": DIAMOND,
        "opacity": 1,
        "strokeWidth": 1.6,
        "yOffset": alt.expr(MIDDLE_LINE),
        "size": alt.expr(f"{NARROW} ? 120 : 180"),
    }
    brief = (
        rows_of("row")
        .transform_filter("isValid(datum.brief)")
        .mark_point(
            stroke=alt.expr("tint[datum.status]"),
            fill=alt.expr(f"veil[datum.status] ? tint[datum.status] : '{theme.paper}'"),
            aria=False,
            **look,
        )
    )
    point = rows_of("point").mark_point(
        stroke=alt.expr(f"datum.reached ? '{theme.paper}' : '{theme.ink}'"),
        fill=alt.expr(f"datum.reached ? '{theme.ink}' : '{theme.paper}'"),
        **TARGET,
        **look,
    )
    return [
        brief.encode(x=PLOT.x("brief"), y=pixel("y")),
        point.encode(x=PLOT.x("x"), y=pixel("y"), description="label:N"),
    ]
