"""The marks of the nine elements of the satisfaction survey."""

import altair as alt

from charts.cell_marks import boxes, cell_values, symbols
from charts.marks import rows_of
from charts.palette import Theme
from charts.shape import shape
from charts.template import Row, Spec, Style

NAMES = "(width < 560 ? narrow : left)"
SPAN = f"(width - {NAMES} - right)"
TILE = "(width - right + 10)"


def elements_shape(theme: Theme) -> Spec:
    """Return the shape of the elements on a page of a theme."""
    values: Row = {"left": 180, "narrow": 150, "right": 90} | cell_values(theme, 12)
    return shape([*_bars(theme), *_bounds(theme), *_words(theme)], values=values)


def _bars(theme: Theme) -> list[alt.Chart]:
    row = rows_of("element")
    bar: Style = {
        "x": alt.expr(NAMES),
        "y": alt.expr("datum.top + 5"),
        "y2": alt.expr("datum.top + 23"),
        "aria": False,
    }
    whole: Style = {"x2": alt.expr(f"{NAMES} + {SPAN}")}
    part: Style = {"x2": alt.expr(f"{NAMES} + {SPAN} * datum.share")}
    track = row.mark_rect(
        cornerRadius=3, color=theme.wash, stroke=theme.hair, **bar, **whole
    )
    return [track, boxes(row.transform_filter("datum.share > 0"), "look", bar | part)]


def _bounds(theme: Theme) -> list[alt.Chart]:
    """Return a line where each band begins, its name over it."""
    row, at = rows_of("bound"), f"({NAMES} + {SPAN} * datum.share)"
    line = row.mark_rect(
        x=alt.expr(f"{at} - 1"),
        x2=alt.expr(f"{at} + 1"),
        y=18,
        y2=alt.expr("datum.foot"),
        color=theme.ink,
        aria=False,
    )
    name = row.mark_text(
        x=alt.expr(at),
        y=8,
        fontSize=12.5,
        fontWeight=700,
        baseline="middle",
        color=theme.ink,
        aria=False,
    ).encode(text="text:N")
    return [line, name]


def _words(theme: Theme) -> list[alt.Chart]:
    row = rows_of("element")
    say: Style = {
        "align": "left",
        "baseline": "middle",
        "color": theme.ink,
        "y": alt.expr("datum.top + 14"),
    }
    box: Style = {
        "x": alt.expr(TILE),
        "x2": alt.expr(f"{TILE} + 18"),
        "y": alt.expr("datum.top + 5"),
        "y2": alt.expr("datum.top + 23"),
        "aria": False,
    }
    centre: Style = {"x": alt.expr(f"{TILE} + 9"), "y": alt.expr("datum.top + 14")}
    return [
        row.mark_text(
            x=0,
            fontSize=alt.expr("width < 560 ? 12.5 : 14"),
            fontWeight=600,
            aria=True,
            **say,
        ).encode(text="name:N", description="label:N"),
        row.mark_text(
            x=alt.expr(f"{TILE} + 26"), fontSize=14, aria=False, **say
        ).encode(text="words:N"),
        boxes(row, "look", box),
        *symbols(row, "look", "10", centre),
    ]
