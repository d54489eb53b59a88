"""Stages and milestones as the rows of a timeline chart."""

from dataclasses import dataclass
from datetime import date

from charts.template import Row
from charts.time_axis import Window, inside
from charts.typeface import text_width
from domain.assessment import Status

BRIEF = 0.006  # a bar below this share of the window is drawn as a diamond

Span = tuple[date, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A dated event on a row.

    Attributes:
        day: Day of the event.
        name: What happens.
        dated: The day in words.
        is_reached: Whether the day has come.
    """

    day: date
    name: str
    dated: str
    is_reached: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GanttRow:
    """One stage or milestone, with every word in the language of the page.

    Attributes:
        code: What a click on the row selects.
        number: Official number before the name; empty for none.
        name: Short name, written on the row.
        full_name: Official name, in the tooltip and for screen readers.
        caption: Second line: status, share, planned days.
        status_word: Status with its share, for the end of a line.
        brief_word: Status alone, for the end of a line on a phone; empty for the same.
        dates: Planned days in words; also stands for a bar outside the window.
        status: Where it stands.
        group: Heading above the row; a new one is drawn where it changes.
        planned_start: First planned day.
        planned_end: Last planned day, inclusive.
        actual_start: Day it really began.
        actual_end: Last day it really took, inclusive; None while it runs.
        progress: Share done, from 0 to 1; None when nobody reported it.
        baseline: First and last day of the plan compared with, inclusive.
        limit: Last day the law allows.
        rule: Words that stand in for missing planned days; empty for none.
        rule_from: Day that the rule counts from.
        points: Dated events on the row.
    """

    code: str
    number: str = ""
    name: str
    full_name: str
    caption: str
    status_word: str
    brief_word: str = ""
    dates: str
    status: Status
    group: str = ""
    planned_start: date | None = None
    planned_end: date | None = None
    actual_start: date | None = None
    actual_end: date | None = None
    progress: float | None = None
    baseline: tuple[date | None, date | None] | None = None
    limit: date | None = None
    rule: str = ""
    rule_from: date | None = None
    points: tuple[Point, ...] = ()

    def span(self, today: date) -> Span | None:
        """Return the days its bar covers: the planned, else those it took so far."""
        if self.planned_start and self.planned_end:
            return self.planned_start, self.planned_end
        if self.actual_start:
            return self.actual_start, max(self.actual_start, self.actual_end or today)
        return None

    @property
    def share(self) -> float:
        """Return the part of the bar that is drawn solid, from 0 to 1."""
        has_no_plan = not (self.planned_start and self.planned_end)
        return 1.0 if self.status.is_done or has_no_plan else self.progress or 0.0


def row_values(row: GanttRow, window: Window, today: date) -> Row:
    """Return what the chart draws of one row, apart from its place and its points."""
    brief_word = row.brief_word or row.status_word
    return {
        "kind": "row",
        "code": row.code,
        "number": row.number,
        "name": row.name,
        "name_width": round(text_width(row.name, 14)),
        "caption": row.caption,
        "caption_width": round(text_width(row.caption, 12)),
        "word": row.status_word,
        "word_width": round(text_width(row.status_word, 12)),
        "brief_word": brief_word,
        "brief_width": round(text_width(brief_word, 12)),
        "status": row.status.value,
        "label": f"{row.full_name}: {row.caption}",
        "tip": {"title": row.full_name, row.status_word: row.dates or row.rule},
        **_bar(row, window, today),
        **_actual(row, window, today),
        **_baseline(row, window),
        **_limit(row, window),
        **_rule(row, window, today),
    }


def point_values(row: GanttRow, window: Window) -> list[Row]:
    """Return the row's dated events that fall into the window."""
    return [
        {
            "kind": "point",
            "code": row.code,
            "x": inside(window.middle_of(point.day)),
            "reached": point.is_reached,
            "label": f"{point.name}: {point.dated}",
            "tip": {"title": point.name, row.name: point.dated},
        }
        for point in row.points
        if point.day in window
    ]


def _clip(span: Span, window: Window) -> tuple[float, float] | None:
    start, end = window.start_of(span[0]), window.end_of(span[1])
    if end <= 0 or start >= 1:
        return None
    return inside(start), inside(end)


def _bar(row: GanttRow, window: Window, today: date) -> Row:
    span = row.span(today)
    clipped = span and _clip(span, window)
    if not span or not clipped:
        return {}
    start, end = window.start_of(span[0]), window.end_of(span[1])
    if end - start < BRIEF:
        is_marked = any(span[0] <= point.day <= span[1] for point in row.points)
        return {} if is_marked else {"brief": inside((start + end) / 2)}
    done = inside(start + (end - start) * row.share)
    return {"x0": clipped[0], "x1": clipped[1], "done": done}


def _actual(row: GanttRow, window: Window, today: date) -> Row:
    if not row.actual_start:
        return {}
    until = max(row.actual_start, row.actual_end or today)
    clipped = _clip((row.actual_start, until), window)
    return {"a0": clipped[0], "a1": clipped[1]} if clipped else {}


def _baseline(row: GanttRow, window: Window) -> Row:
    first, last = row.baseline or (None, None)
    clipped = _clip((first, last), window) if first and last else None
    if clipped is None or clipped[1] - clipped[0] < BRIEF:
        return {}
    return {"b0": clipped[0], "b1": clipped[1]}


def _limit(row: GanttRow, window: Window) -> Row:
    if row.limit is None or row.limit not in window:
        return {}
    return {"limit": inside(window.end_of(row.limit))}


def _rule(row: GanttRow, window: Window, today: date) -> Row:
    """Return words on the row: its rule, or the days of a bar outside the window."""
    span = row.span(today)
    if span and span[0] > window.last:
        return _words(f"{row.dates or row.rule}  ›", 1, 1)
    if span and span[1] < window.first:
        return _words(f"‹  {row.dates or row.rule}", 0, 0)
    if not row.rule:
        return {}
    drawn = [point.day for point in row.points if point.day in window]
    drawn += span or ([row.rule_from] if row.rule_from else [])
    if not drawn:
        return _words(row.rule, 1, 1)
    return _words(row.rule, window.start_of(min(drawn)), window.end_of(max(drawn)))


def _words(text: str, start: float, end: float) -> Row:
    """Return words that stand after what is drawn from start to end, or before it."""
    width = round(text_width(text, 12))
    return {"rule": text, "rule_width": width, "r0": inside(start), "r1": inside(end)}
