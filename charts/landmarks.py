"""Days that cross every row of a time chart: today, and days with a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from charts.template import Row
from charts.time_axis import Window, inside
from charts.typeface import text_width


@dataclass(frozen=True, slots=True, kw_only=True)
class Landmark:
    """A day with a name that crosses every row, such as voting day."""

    day: date
    name: str


def line_values(
    window: Window, today: date, dated: str, landmarks: Sequence[Landmark]
) -> list[Row]:
    """Return the lines in the window: today's, with its date, then the landmarks.

    Each knows today's place, so that its name can make room for the date.
    """
    half = round(text_width(dated, 12) / 2 + 12)
    lines = [
        (today, dated, True),
        *((mark.day, mark.name, False) for mark in landmarks),
    ]
    return [
        {
            "kind": "line",
            "x": inside(window.middle_of(day)),
            "text": text,
            "half": half if is_today else round(text_width(text, 12) / 2),
            "today": is_today,
            "now": inside(window.middle_of(today)) if today in window else None,
            "now_half": half,
        }
        for day, text, is_today in lines
        if day in window
    ]
