"""The strip of stages and the countdown of the summary (Ringkasan)."""

from collections.abc import Sequence
from dataclasses import dataclass

from babel.numbers import format_decimal

from charts.landmarks import line_values
from charts.locale import LOCALES, in_words
from charts.palette import Theme
from charts.shelf import shelved
from charts.sizes import STRIP_HEADER
from charts.template import Row, Spec, fill
from charts.time_axis import ticks
from charts.timeline import GanttView
from charts.timeline_rows import GanttRow, row_values
from charts.typeface import text_width
from domain.bilingual import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Countdown:
    """Days until (or since) voting day, over the track of the whole election.

    Attributes:
        days: The number in large figures.
        headline: What the days count, such as `hari menuju Hari Kasih Suara`.
        subline: The day in words.
        progress: Share of the election's days that are over, from 0 to 1.
        footnote: The same in words, under the track.
    """

    days: int
    headline: str
    subline: str
    progress: float
    footnote: str


def strip(
    rows: Sequence[GanttRow],
    view: GanttView,
    heads: tuple[str, str],
    *,
    theme: Theme,
    language: Language,
) -> Spec:
    """Return the stages as one line each: name, bar and status; a list on a phone.

    A click selects the row's `code` under the name `pick`.

    Args:
        rows: Stages, from top to bottom; groups are not drawn.
        view: Days shown; a row should be at least 24 pixels high.
        heads: Words over the names and over the statuses.
        theme: Colours of the page.
        language: Language of the months.
    """
    dated = in_words(view.today, "d MMM", language)
    lines = line_values(view.window, view.today, dated, view.landmarks)
    placed = [
        row_values(row, view.window, view.today)
        | {
            "y": STRIP_HEADER + at * view.row_height,
            "chosen": row.code == view.selected,
        }
        for at, row in enumerate(rows)
    ]
    head: Row = {"kind": "head", "left": heads[0], "right": heads[1]}
    return fill(
        _strip_shape(theme),
        [head, *ticks(view.window, language), *placed, *lines],
        {
            "row": view.row_height,
            "gutter": 62 + max((row["name_width"] for row in placed), default=120),
            "line": max((_narrow_width(row) for row in placed), default=1),
            "aside": 24 + max((row["word_width"] for row in placed), default=80),
        },
        STRIP_HEADER + len(rows) * view.row_height,
    )


def _narrow_width(row: Row) -> float:
    """Return the pixels of a name and its status beside each other on a phone."""
    return float(row["name_width"] * 13 / 14 + row["brief_width"])


@shelved
def _strip_shape(theme: Theme) -> Spec:
    from charts.strip_marks import strip_shape

    return strip_shape(theme)


def countdown(value: Countdown, *, theme: Theme, language: Language) -> Spec:
    """Return the countdown: the figure, two lines beside it, a track below."""
    figure = format_decimal(value.days, locale=LOCALES[language])
    row: Row = {
        "figure": figure,
        "beside": round(text_width(figure, 48) + 16),
        "headline": value.headline,
        "headline_width": round(text_width(value.headline, 14.5)),
        "subline": value.subline,
        "progress": min(max(value.progress, 0.0), 1.0),
        "footnote": value.footnote,
    }
    return fill(_countdown_shape(theme), [row])


@shelved
def _countdown_shape(theme: Theme) -> Spec:
    from charts.countdown_marks import countdown_shape

    return countdown_shape(theme)
