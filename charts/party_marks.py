"""The marks of the ladder and of the bullets."""

import altair as alt

from charts.cell_marks import boxes, cell_values, symbols
from charts.marks import rows_of
from charts.palette import Theme
from charts.shape import shape
from charts.template import Row, Spec, Style

LADDER_HEIGHT = 90
NARROW = "width < 620"
RIGHT = f"({NARROW} ? brief : full)"
SPAN = f"(width - left - {RIGHT})"


def ladder_shape(theme: Theme) -> Spec:
    """Return the shape of a ladder on a page of a theme."""
    values: Row = {"boxes": 10} | cell_values(theme, 1.5)
    layers = _ladder_layers(theme)
    return shape(layers, size=("container", LADDER_HEIGHT), values=values)


def bullets_shape(theme: Theme) -> Spec:
    """Return the shape of bullets on a page of a theme."""
    values: Row = {"left": 150, "full": 272, "brief": 96} | cell_values(theme, 12)
    return shape([*_bullet_bars(theme), *_bullet_words(theme)], values=values)


def _ladder_layers(theme: Theme) -> list[alt.Chart]:
    """Return the boxes with their symbols, and the tick with its words."""
    box, tick, step = rows_of("box"), rows_of("tick"), "(width / boxes)"
    place: Style = {
        "x": alt.expr(f"datum.at * {step} + 2"),
        "x2": alt.expr(f"(datum.at + 1) * {step} - 2"),
        "y": 30,
        "y2": 78,
        "aria": False,
    }
    centre: Style = {"x": alt.expr(f"(datum.at + 0.5) * {step}"), "y": 54}
    at = f"clamp(datum.at * {step}, 2, width - 2)"
    return [
        boxes(box, "look", place),
        *symbols(box, "look", f"min(18, {step} * 0.5)", centre),
        tick.mark_rect(
            x=alt.expr(f"{at} - 2"),
            x2=alt.expr(f"{at} + 2"),
            y=22,
            y2=86,
            color=theme.ink,
            aria=False,
        ),
        tick.mark_text(
            x=alt.expr(f"clamp({at}, datum.half, width - datum.half)"),
            y=10,
            fontSize=15,
            fontWeight=700,
            color=theme.ink,
            aria=False,
        ).encode(text="text:N"),
    ]


def _bullet_bars(theme: Theme) -> list[alt.Chart]:
    """Return the tracks, the bars on them, and the ticks of what is required."""
    row = rows_of("bullet")
    known = row.transform_filter("isValid(datum.share)")
    unknown = row.transform_filter("!isValid(datum.share)")
    at = f"(left + {SPAN} * datum.at)"
    bar: Style = {"y": alt.expr("datum.top + 8"), "y2": alt.expr("datum.top + 28")}
    silent: Style = {"aria": False}  # the name beside it tells it
    whole: Style = {"x": alt.expr("left"), "x2": alt.expr(f"left + {SPAN}")} | bar
    part: Style = {
        "x": alt.expr("left"),
        "x2": alt.expr(f"left + {SPAN} * datum.share"),
    }
    return [
        known.mark_rect(
            cornerRadius=3, color=theme.wash, stroke=theme.hair, aria=False, **whole
        ),
        boxes(unknown, "look", whole | silent),
        boxes(known.transform_filter("datum.share > 0"), "look", part | bar | silent),
        rows_of("need").mark_rect(
            color=theme.ink,
            x=alt.expr(f"{at} - 1.75"),
            x2=alt.expr(f"{at} + 1.75"),
            y=alt.expr("datum.top + 3"),
            y2=alt.expr("datum.top + 33"),
            aria=False,
        ),
    ]


def _bullet_words(theme: Theme) -> list[alt.Chart]:
    """Return names, tiles of the verdict and figures; shorter ones on a phone."""
    row = rows_of("bullet")
    tile = f"(width - {RIGHT} + 10)"
    say: Style = {
        "align": "left",
        "baseline": "middle",
        "color": theme.ink,
        "aria": False,
        "clip": True,
        "y": alt.expr("datum.top + 18"),
    }
    box: Style = {
        "x": alt.expr(tile),
        "x2": alt.expr(f"{tile} + 20"),
        "y": alt.expr("datum.top + 8"),
        "y2": alt.expr("datum.top + 28"),
        "aria": False,
    }
    centre: Style = {"x": alt.expr(f"{tile} + 10"), "y": alt.expr("datum.top + 18")}
    words = {"summary": f"{NARROW} ? 0 : 15", "brief": f"{NARROW} ? 13 : 0"}
    return [
        row.mark_text(
            x=0,
            fontSize=alt.expr(f"{NARROW} ? 13 : 15"),
            fontWeight=600,
            **(say | {"aria": True}),
        ).encode(text="name:N", description="label:N"),
        *[
            row.mark_text(
                x=alt.expr(f"{tile} + 28"), fontSize=alt.expr(size), **say
            ).encode(text=f"{field}:N")
            for field, size in words.items()
        ],
        boxes(row, "look", box),
        *symbols(row, "look", "11", centre),
    ]
