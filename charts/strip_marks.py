"""The marks of the strip: one line per stage; on a phone the bar steps aside."""

import altair as alt

from charts.marks import (
    MIDDLE,
    TARGET,
    picked,
    pixel,
    rows_of,
    status_icons,
    status_values,
)
from charts.palette import Theme, Tone
from charts.shape import shape
from charts.sizes import STRIP_HEADER
from charts.template import Row, Spec, Style
from charts.time_marks import Plot, dodged
from charts.timeline_marks import DIAMOND

NARROW = "width < 520"
PLOT = Plot(left=f"({NARROW} ? 0 : gutter)", right="(width - aside)")
SEEN = alt.expr(f"{NARROW} ? 0 : 1")
CENTRE = "row / 2"
BAND: Style = {
    "yOffset": alt.expr(f"{CENTRE} - 5.5"),
    "y2Offset": alt.expr(f"{CENTRE} + 5.5"),
}


def backdrop(theme: Theme) -> list[alt.Chart]:
    """Return the rows' washes, which a click meets, hairlines and years."""
    row, period = rows_of("row"), rows_of("period")
    wash = row.mark_rect(
        color=theme.wash,
        cornerRadius=4,
        x=0,
        x2=alt.expr("width"),
        y2Offset=alt.expr("row"),
        fillOpacity=alt.expr("datum.chosen ? 1 : 0"),
        **TARGET,
    )
    line = row.mark_rule(
        color=theme.hair,
        opacity=0.7,
        x=0,
        x2=alt.expr("width"),
        yOffset=alt.expr("row"),
        aria=False,
    )
    year = period.mark_rule(
        color=theme.hair, y=2, y2=alt.expr("height"), opacity=SEEN, aria=False
    )
    fits = f"datum.room * {PLOT.width} > 6 + 7.6 * length(datum.short)"
    text = period.mark_text(
        align="left",
        fontSize=alt.expr(f"{NARROW} || !({fits}) ? 0 : 11.5"),
        color=theme.soft,
        y=9,
        dx=3,
        **MIDDLE,
    )
    return [
        picked(wash.encode(y=pixel("y"), y2="y", description="label:N"), "code"),
        line.encode(y=pixel("y")),
        year.encode(x=PLOT.scaled("x")),
        text.encode(x=PLOT.x("x"), text="short:N"),
    ]


def bars(theme: Theme) -> list[alt.Chart]:
    """Return the planned bar, its done part, and a diamond for a brief stage."""
    tint, known = alt.expr("tint[datum.status]"), "isValid(datum.x0)"
    look: Style = {
        "cornerRadius": 2.5,
        "strokeWidth": 1.3,
        "opacity": SEEN,
        "aria": False,
        **BAND,
    }
    row = rows_of("row")
    plan = row.transform_filter(known).mark_rect(
        fill=tint,
        fillOpacity=alt.expr("veil[datum.status]"),
        stroke=tint,
        strokeDash=alt.expr("edge[datum.status]"),
        **look,
    )
    done = row.transform_filter(f"{known} && datum.done > datum.x0")
    brief = row.transform_filter("isValid(datum.brief)").mark_point(
        shape=DIAMOND,
        size=105,
        strokeWidth=1.5,
        stroke=alt.expr(f"veil[datum.status] ? tint[datum.status] : '{theme.ink}'"),
        fill=alt.expr(f"veil[datum.status] ? tint[datum.status] : '{theme.paper}'"),
        yOffset=alt.expr(CENTRE),
        opacity=SEEN,
        aria=False,
    )
    return [
        plan.encode(x=PLOT.x("x0"), x2="x1", y=pixel("y"), y2="y"),
        done.mark_rect(fill=tint, stroke=tint, **look).encode(
            x=PLOT.x("x0"), x2="done", y=pixel("y"), y2="y"
        ),
        brief.encode(x=PLOT.x("brief"), y=pixel("y")),
    ]


def lines(theme: Theme) -> list[alt.Chart]:
    """Return today and the landmarks, each with its date on top."""
    colour = alt.expr(f"datum.today ? '{theme.ink}' : '{theme.fill[Tone.BLUE]}'")
    rule = rows_of("line").mark_rule(
        stroke=colour,
        strokeDash=alt.expr("datum.today ? [1, 0] : [5, 3]"),
        strokeWidth=1.8,
        y=STRIP_HEADER - 3,
        y2=alt.expr("height"),
        opacity=SEEN,
        aria=False,
    )
    text = rows_of("line").mark_text(
        x=alt.expr(f"datum.today ? {PLOT.at('datum.x')} : {dodged(PLOT)}"),
        y=25,
        fontSize=alt.expr(f"{NARROW} ? 0 : 11.5"),
        fontWeight=700,
        align="center",
        fill=colour,
        **MIDDLE,
    )
    return [rule.encode(x=PLOT.x("x")), text.encode(text="text:N")]


def words(theme: Theme) -> list[alt.Chart]:
    """Return icon, number, name and status; all smaller on a phone, but never cut."""
    row, head = rows_of("row"), rows_of("head")
    middle: Style = {"yOffset": alt.expr(CENTRE), **MIDDLE}
    shrunk = f"min(1, ({NARROW} ? (width - 58) / line : 1))"
    name: Style = {
        "align": "left",
        "x": 46,
        "fontSize": alt.expr(f"13 * {shrunk}"),
        "fontWeight": alt.expr("veil[datum.status] ? 600 : 400"),
        "color": theme.ink,
    }
    end: Style = {"align": "right", "x": alt.expr("width"), "color": theme.soft}
    wide, narrow = f"({NARROW} ? 0 : 12.5)", f"({NARROW} ? 12 * {shrunk} : 0)"
    number = row.mark_text(
        align="right", x=38, fontSize=12.5, color=theme.soft, **middle
    )
    small: Style = {"y": 25, "fontSize": 11.5, **MIDDLE}
    left = head.mark_text(align="left", x=2, color=theme.soft, **small)
    return [
        *status_icons(row, x=9, size=150, drop=CENTRE),
        number.encode(y=pixel("y"), text="number:N"),
        row.mark_text(**name, **middle).encode(y=pixel("y"), text="name:N"),
        *[
            row.mark_text(fontSize=alt.expr(size), **end, **middle).encode(
                y=pixel("y"), text=f"{field}:N"
            )
            for field, size in (("word", wide), ("brief_word", narrow))
        ],
        left.encode(text="left:N"),
        head.mark_text(**end, **small).encode(text="right:N"),
    ]


def rules_in_words(theme: Theme) -> list[alt.Chart]:
    """Return rules that stand in for days, before the right edge of the plot."""
    fitted = f"min(11.5, 12 * ({PLOT.width} - 16) / datum.rule_width)"
    say: Style = {
        "align": "right",
        "fontSize": alt.expr(f"{NARROW} || {fitted} < 9.5 ? 0 : {fitted}"),
        "x": alt.expr(f"{PLOT.right} - 8"),
        "yOffset": alt.expr(CENTRE),
        **MIDDLE,
    }
    base = rows_of("row").transform_filter("isValid(datum.rule)")
    halo = base.mark_text(color=theme.paper, stroke=theme.paper, strokeWidth=5, **say)
    text = base.mark_text(color=theme.soft, **say)
    return [each.encode(y=pixel("y"), text="rule:N") for each in (halo, text)]


def strip_shape(theme: Theme) -> Spec:
    """Return the shape of the strip on a page of a theme."""
    layers = (
        *backdrop(theme),
        *bars(theme),
        *lines(theme),
        *rules_in_words(theme),
        *words(theme),
    )
    values: Row = {"row": 24, "gutter": 290, "aside": 104, "line": 300}
    return shape(layers, values=values | status_values(theme))
