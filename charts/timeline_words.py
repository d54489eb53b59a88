"""The words of a timeline row: number, name, status, and rules instead of days."""

import altair as alt

from charts.marks import pixel, rows_of, status_icons
from charts.palette import Theme
from charts.template import Style
from charts.timeline_marks import BASELINE, IS_TIGHT, MIDDLE_LINE, NARROW, PLOT, drop

NAME, CAPTION = drop(0.42, 14, "12"), f"{drop(0.42, 14, '12')} + 15"


def rules_in_words(theme: Theme) -> list[alt.Chart]:
    """Return rules that stand in for days: after what is drawn, else before it."""
    after = f"{PLOT.at('datum.r1')} + 8"
    before = f"max({PLOT.left}, {PLOT.at('datum.r0')} - 8 - datum.rule_width)"
    say: Style = {
        "align": "left",
        "baseline": "middle",
        "fontSize": 12,
        "x": alt.expr(f"{after} + datum.rule_width <= width ? {after} : {before}"),
        "yOffset": alt.expr(MIDDLE_LINE),
        "aria": False,
    }
    base = rows_of("row").transform_filter("isValid(datum.rule)")
    halo = base.mark_text(
        color=theme.paper, stroke=theme.paper, strokeWidth=6, strokeJoin="round", **say
    )
    text = base.mark_text(color=theme.soft, **say)
    return [each.encode(y=pixel("y"), text="rule:N") for each in (halo, text)]


def names(theme: Theme) -> list[alt.Chart]:
    """Return icon, number, name and status: left of the bars, on a phone above them."""
    row = rows_of("row")
    say: Style = {"align": "left", "x": alt.expr("indent"), **BASELINE}
    end = f"({NARROW} ? width - ({IS_TIGHT} ? datum.brief_width + 8 : 0) : gutter - 8)"
    fits = f"({end} - indent)"
    number = row.mark_text(
        align="right",
        x=alt.expr("indent - 8"),
        fontSize=14,
        fontWeight=600,
        color=theme.soft,
        yOffset=alt.expr(NAME),
        **BASELINE,
    )
    name = row.mark_text(
        fontSize=alt.expr(f"14 * min(1, {fits} / datum.name_width)"),
        fontWeight=600,
        color=theme.ink,
        yOffset=alt.expr(NAME),
        **say,
    )
    caption = row.mark_text(
        fontSize=alt.expr(
            f"{IS_TIGHT} ? 0 : 12 * min(1, {fits} / datum.caption_width)"
        ),
        color=theme.soft,
        yOffset=alt.expr(CAPTION),
        **say,
    )
    # Tight rows on a phone have no second line: the status ends the first one.
    word = row.mark_text(
        align="right",
        x=alt.expr("width"),
        fontSize=alt.expr(f"{IS_TIGHT} ? 12 : 0"),
        color=theme.soft,
        yOffset=alt.expr(NAME),
        **BASELINE,
    )
    return [
        *status_icons(row, x=10, size=180, drop=f"{NAME} - 4"),
        number.encode(y=pixel("y"), text="number:N"),
        name.encode(y=pixel("y"), text="name:N"),
        caption.encode(y=pixel("y"), text="caption:N"),
        word.encode(y=pixel("y"), text="brief_word:N"),
    ]
