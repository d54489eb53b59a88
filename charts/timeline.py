"""The timeline (Linimasa) as a Gantt chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from charts.landmarks import Landmark, line_values
from charts.locale import in_words
from charts.palette import Theme
from charts.shelf import shelved
from charts.sizes import TIMELINE_HEADER
from charts.template import Row, Spec, fill
from charts.time_axis import Window, ticks
from charts.timeline_rows import GanttRow, point_values, row_values
from domain.bilingual import Language

HEADING = 26  # pixels of a group's heading
FOOT = 6
GUTTER = (220, 360)  # least and greatest width of the names, in pixels


@dataclass(frozen=True, slots=True, kw_only=True)
class GanttView:
    """What part of time a timeline shows, and how.

    Attributes:
        window: Days shown, both inclusive.
        today: The as-of day, drawn as a line with its date.
        landmarks: Named days drawn as lines.
        row_height: Pixels per row; from 48 a phone has room for a second line.
        selected: Code of the chosen row; empty for none.
    """

    window: Window
    today: date
    landmarks: tuple[Landmark, ...] = ()
    row_height: int = 50
    selected: str = ""


def gantt(
    rows: Sequence[GanttRow], view: GanttView, *, theme: Theme, language: Language
) -> Spec:
    """Return the timeline: one row per stage or milestone under its group's heading.

    Bars cover their whole last day. A click selects the row's `code` under the name
    `pick`. Names stand left of the bars; below 640 pixels of width above them.
    """
    dated = in_words(view.today, "d MMM y", language)
    lines = line_values(view.window, view.today, dated, view.landmarks)
    placed, height = _placed(rows, view)
    indent = 50 if any(row.number for row in rows) else 26
    return fill(
        _shape(theme),
        [*ticks(view.window, language), *placed, *lines],
        {
            "row": view.row_height,
            "indent": indent,
            "gutter": _gutter(placed, indent),
            "lines": [{"x": line["x"], "today": line["today"]} for line in lines],
        },
        height,
    )


@shelved
def _shape(theme: Theme) -> Spec:
    from charts.timeline_shape import timeline_shape

    return timeline_shape(theme)


def _placed(rows: Sequence[GanttRow], view: GanttView) -> tuple[list[Row], int]:
    """Return the rows with their pixels from the top, and the height of the chart."""
    placed: list[Row] = []
    top, group = TIMELINE_HEADER, ""
    for row in rows:
        if row.group != group:
            placed.append({"kind": "heading", "y": top, "text": row.group})
            top, group = top + HEADING, row.group
        parts = [
            row_values(row, view.window, view.today),
            *point_values(row, view.window),
        ]
        placed += [
            part | {"y": top, "chosen": row.code == view.selected} for part in parts
        ]
        top += view.row_height
    return placed, top + FOOT


def _gutter(placed: Sequence[Row], indent: int) -> int:
    """Return the width of the names: that of the longest text, within bounds."""
    texts = [
        max(row["name_width"], row["caption_width"])
        for row in placed
        if row["kind"] == "row"
    ]
    least, greatest = GUTTER
    return min(max(least, indent + 16 + max(texts, default=0)), greatest)
