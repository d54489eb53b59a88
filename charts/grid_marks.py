"""The marks of the grid of parties and kab/kota, in three widths."""

import altair as alt

from charts.cell_marks import boxes, cell_values, symbols
from charts.marks import picked, rows_of
from charts.palette import Theme
from charts.shape import shape
from charts.sizes import GRID_HEAD
from charts.template import Row, Spec, Style

NARROW = "width < 620"
LEFT = f"({NARROW} ? 0 : left)"
RIGHT = f"({NARROW} ? 0 : width < 1000 ? brief : full)"
COLUMN = f"((width - {LEFT} - {RIGHT}) / columns)"
TOP = f"({GRID_HEAD} + datum.row * row)"
CELL_TOP, CELL_END = f"({NARROW} ? 22 : 3)", "(row - 3)"
SIZE = f"({NARROW} ? 13 : width < 1000 ? 14 : 15.5)"
HEAD_SIZE = f"min(14, 14 * ({COLUMN} - 6) / head)"
LEAST_HEAD = 11.5  # below this size columns are numbered
# The key to columns and rows stands once, not in each of up to a thousand cells.
CELL = rows_of("cell").transform_calculate(
    party="parties[datum.row]",
    region="regions[datum.col]",
    label="names[datum.row] + ', ' + heads[datum.col] + ': ' + datum.text",
)


def cells(theme: Theme) -> list[alt.Chart]:
    """Return the rows' washes, the cells and their symbols; both answer a click."""
    party = rows_of("party").transform_calculate(region="''")
    target: Style = {"cursor": "pointer", "tooltip": alt.expr("datum.label")}
    wash = party.mark_rect(
        color=theme.wash,
        cornerRadius=6,
        x=0,
        x2=alt.expr("width"),
        y=alt.expr(TOP),
        y2=alt.expr(f"{TOP} + row"),
        fillOpacity=alt.expr("datum.chosen ? 1 : 0"),
        **target,
    ).encode(description="label:N")
    place: Style = {
        "x": alt.expr(f"{LEFT} + datum.col * {COLUMN} + min(3, {COLUMN} / 10)"),
        "x2": alt.expr(f"{LEFT} + (datum.col + 1) * {COLUMN} - min(3, {COLUMN} / 10)"),
        "y": alt.expr(f"{TOP} + {CELL_TOP} + 1"),
        "y2": alt.expr(f"{TOP} + {CELL_END} - 1"),
    }
    centre: Style = {
        "x": alt.expr(f"{LEFT} + (datum.col + 0.5) * {COLUMN}"),
        "y": alt.expr(f"{TOP} + ({CELL_TOP} + {CELL_END}) / 2"),
    }
    side = f"min({NARROW} ? 12 : 17, {COLUMN} * 0.55)"
    chosen = CELL.transform_filter("datum.chosen").mark_rect(
        **place,
        aria=False,
        cornerRadius=5,
        fill="transparent",
        stroke=theme.ink,
        strokeWidth=3,
    )
    return [
        picked(wash, "party", "region"),
        boxes(CELL, "look", place | target).encode(description="label:N"),
        *symbols(rows_of("cell"), "look", side, centre),
        chosen,
    ]


def heads(theme: Theme) -> list[alt.Chart]:
    """Return the names of the columns on two lines, or their numbers without room."""
    head = rows_of("column")
    named = f"{HEAD_SIZE} >= {LEAST_HEAD}"
    style: Style = {
        "x": alt.expr(f"{LEFT} + (datum.col + 0.5) * {COLUMN}"),
        "align": "center",
        "baseline": "bottom",
        "fontWeight": 600,
        "color": theme.ink,
        "aria": False,
        "clip": True,
    }
    size = alt.expr(f"{named} ? {HEAD_SIZE} : 0")
    number_size = alt.expr(f"{named} ? 0 : min(13, {COLUMN} * 0.6)")
    lift = f"(datum.second ? {HEAD_SIZE} * 1.28 : 0)"
    return [
        head.mark_text(
            y=alt.expr(f"{GRID_HEAD} - 6 - {lift}"), fontSize=size, **style
        ).encode(text="first:N"),
        head.mark_text(y=GRID_HEAD - 6, fontSize=size, **style).encode(text="second:N"),
        head.mark_text(y=GRID_HEAD - 4, fontSize=number_size, **style).encode(
            text="number:N"
        ),
    ]


def results(theme: Theme) -> list[alt.Chart]:
    """Return each party's number and name, and what its cells add up to."""
    line = f"{TOP} + ({NARROW} ? 11 : row / 2)"
    above, below = (
        f"{TOP} + row / 2 - {SIZE} * 0.62",
        f"{TOP} + row / 2 + {SIZE} * 0.68",
    )
    tile = f"({NARROW} ? width - datum.both_width - 24 : width - {RIGHT} + 12)"
    half = f"({NARROW} ? 8.5 : 12)"
    words = f"(width - {RIGHT} + 46)"
    box: Style = {
        "x": alt.expr(tile),
        "x2": alt.expr(f"{tile} + 2 * {half}"),
        "y": alt.expr(f"{line} - {half}"),
        "y2": alt.expr(f"{line} + {half}"),
        "aria": False,
    }
    centre: Style = {"x": alt.expr(f"{tile} + {half}"), "y": alt.expr(line)}
    party = rows_of("party")
    wide = f"({NARROW} || width < 1000 ? 0 : {SIZE})"
    middle = f"(!({NARROW}) && width < 1000 ? {SIZE} : 0)"
    number_end = f"({NARROW} ? number : number + 2)"
    return [
        _said(
            "number",
            theme,
            SIZE,
            number_end,
            {"y": alt.expr(line)} | {"align": "right"},
        ),
        _said(
            "name",
            theme,
            SIZE,
            f"({NARROW} ? number + 7 : number + 14)",
            {"y": alt.expr(line)} | BOLD,
        ),
        _said("summary", theme, wide, words, {"y": alt.expr(above)} | BOLD),
        _said("brief", theme, middle, words, {"y": alt.expr(above)} | BOLD),
        _said(
            "standing_word",
            theme,
            f"({NARROW} ? 0 : {SIZE})",
            words,
            {"y": alt.expr(below)} | {},
        ),
        _said(
            "both",
            theme,
            f"({NARROW} ? 13 : 0)",
            "width",
            {"y": alt.expr(line)} | {"align": "right"},
        ),
        boxes(party, "standing", box),
        *symbols(party, "standing", f"({NARROW} ? 9 : 13)", centre),
    ]


def grid_shape(theme: Theme) -> Spec:
    """Return the shape of the grid on a page of a theme."""
    layers = (*cells(theme), *heads(theme), *results(theme))
    sizes: Row = {"row": 54, "columns": 10, "head": 60, "number": 20}
    keys: Row = {"parties": [], "regions": [], "names": [], "heads": []}
    margins: Row = {"left": 130, "brief": 168, "full": 262}
    return shape(layers, values=sizes | keys | margins | cell_values(theme, 2.3))


BOLD: Style = {"fontWeight": 600}


def _said(field: str, theme: Theme, size: str, x: str, style: Style) -> alt.Chart:
    """Return a text of each party; a hidden one gets size 0, as Vega measures all."""
    look: Style = {
        "align": "left",
        "baseline": "middle",
        "color": theme.ink,
        "clip": True,
    }
    text: alt.Chart = rows_of("party").mark_text(
        fontSize=alt.expr(size), x=alt.expr(x), aria=False, **look | style
    )
    return text.encode(text=f"{field}:N")
