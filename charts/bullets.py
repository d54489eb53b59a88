"""Bullets: members found MS against the members required, one bar a row."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import altair as alt

from charts.cell_marks import boxes, cell_values, symbols
from charts.marks import rows_of
from charts.palette import CellKind, Theme
from charts.template import Row, Spec, Style, fill, shape
from charts.typeface import widest

ROW_HEIGHT = 38
REACH = 1.25  # the track goes this far beyond what is required
NARROW = "width < 620"
RIGHT = f"({NARROW} ? brief : full)"
SPAN = f"(width - left - {RIGHT})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullet:
    """One kab/kota of a party, or one party of a kab/kota.

    Attributes:
        name: Name before the bar.
        kind: What was reached; gives the bar its look.
        members: Members found MS; None while nothing is decided.
        required: Members required, at least 1.
        summary: Both in words, such as `225 dari 242 yang diperlukan`.
        brief: The same in short, such as `225/242`, for a phone.
    """

    name: str
    kind: CellKind
    members: int | None
    required: int
    summary: str
    brief: str



def bullets(rows: Sequence[Bullet], *, theme: Theme) -> Spec:
    """Return a bar per row against a tick at the required members."""
    return fill(
        _shape(theme),
        [_bullet(at, row) for at, row in enumerate(rows)],
        {
            "left": 16 + widest([row.name for row in rows], 15),
            "full": 46 + widest([row.summary for row in rows], 15),
            "brief": 44 + widest([row.brief for row in rows], 13),
        },
        ROW_HEIGHT * len(rows) + 2,
    )


def _bullet(at: int, row: Bullet) -> Row:
    """Return a row; its share is that of the track, full where more was found."""
    known: Row = {}
    if row.members is not None:
        known = {"share": round(min(1.0, row.members / (row.required * REACH)), 4)}
    return {
        "kind": "bullet",
        "top": at * ROW_HEIGHT,
        "name": row.name,
        "look": row.kind.value,
        "summary": row.summary,
        "brief": row.brief,
        "label": f"{row.name}: {row.summary}",
        **known,
    }



@cache
def _shape(theme: Theme) -> Spec:
    values: Row = {"left": 150, "full": 272, "brief": 96} | cell_values(theme, 12)
    return shape([*_bullet_bars(theme), *_bullet_words(theme)], values=values)


def _bullet_bars(theme: Theme) -> list[alt.Chart]:
    row = rows_of("bullet")
    known = row.transform_filter("isValid(datum.share)")
    unknown = row.transform_filter("!isValid(datum.share)")
    at = f"(left + {SPAN} / {REACH})"
    bar: Style = {"y": alt.expr("datum.top + 8"), "y2": alt.expr("datum.top + 28")}
    whole: Style = {"x": alt.expr("left"), "x2": alt.expr(f"left + {SPAN}")} | bar
    part: Style = {
        "x": alt.expr("left"),
        "x2": alt.expr(f"left + {SPAN} * datum.share"),
    }
    return [
        known.mark_rect(
            cornerRadius=3, color=theme.wash, stroke=theme.hair, aria=False, **whole
        ),
        boxes(unknown, "look", whole).encode(description="label:N"),
        boxes(known.transform_filter("datum.share > 0"), "look", part | bar).encode(
            description="label:N"
        ),
        known.mark_rect(
            color=theme.ink,
            x=alt.expr(f"{at} - 1.75"),
            x2=alt.expr(f"{at} + 1.75"),
            y=alt.expr("datum.top + 3"),
            y2=alt.expr("datum.top + 33"),
            aria=False,
        ),
    ]


def _bullet_words(theme: Theme) -> list[alt.Chart]:
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
            x=0, fontSize=alt.expr(f"{NARROW} ? 13 : 15"), fontWeight=600, **say
        ).encode(text="name:N"),
        *[
            row.mark_text(
                x=alt.expr(f"{tile} + 28"), fontSize=alt.expr(size), **say
            ).encode(text=f"{field}:N")
            for field, size in words.items()
        ],
        boxes(row, "look", box),
        *symbols(row, "look", "11", centre),
    ]
