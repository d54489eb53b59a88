"""The sheet of the eleven stages: name, status and bar, all on one screen."""

from collections.abc import Sequence
from datetime import date
from html import escape

from charts.time_axis import Window, inside
from charts.timeline_rows import GanttRow
from domain.assessment import Status
from projector.figures import age_mark, of_share, sourced
from projector.markup import percent, status, text
from projector.sheet import Sheet
from projector.show import SheetName
from ui import headlines, summary, wording
from ui.language import gettext as _
from ui.store import Overview
from ui.timeline import shown_share, stage_rows
from ui.visit import Visit

HALF_YEARS = ((1, 1), (7, 1))  # month and day of the lines behind the bars
ROOM = 0.045  # share of the axis that a label needs to either side


def stages_sheet(overview: Overview, visit: Visit) -> Sheet:
    """Return the statutory stages as they stand."""
    known = headlines.statutory(overview.stages)
    rows = stage_rows(known, None)
    window = summary.strip_window(overview, visit)
    lines = _lines(window, visit)
    figures = {each.stage.code: of_share(each, visit.day) for each in known}
    counted = [
        item
        for stage in known
        if shown_share(stage) is not None
        for item in stage.milestones
    ]
    body = "".join(
        _row(row, window, lines, age_mark(figures[row.code], visit.day)) for row in rows
    )
    heads = text("th", "name", _("Stage")) + text("th", "state", _("Status"))
    table = (
        f'<table class="stages"><thead><tr>{heads}'
        f'<th class="lane"><div>{_axis(window, visit)}</div></th></tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )
    return Sheet(
        code=SheetName.STAGES,
        title=headlines.timeline_title(overview.stages),
        body=table,
        source=sourced(visit.election.legal_basis, counted),
        is_simulated=any(each.is_simulated for each in figures.values()),
        figures=tuple(figures.values()),
    )


def _row(row: GanttRow, window: Window, lines: str, age: str) -> str:
    bar = _bar(row, window, is_stale=bool(age))
    return (
        f'<tr><th class="name" scope="row"><span>{escape(row.number)}</span>'
        f"<span>{escape(row.full_name)}</span></th>"
        f'<td class="state">{status(row.status, _state(row))}{age}</td>'
        f'<td class="lane"><div>{lines}{bar}</div></td></tr>'
    )


def _state(row: GanttRow) -> str:
    """Return the status with its share; the mark of a simulation is on the sheet."""
    if row.progress is None:
        return row.brief_word
    return f"{row.brief_word} {round(100 * row.progress)}%"


def _bar(row: GanttRow, window: Window, *, is_stale: bool) -> str:
    start = row.planned_start or row.actual_start
    end = row.planned_end or row.actual_end
    if start is None or end is None:
        return text("span", "rule", row.rule or row.dates)
    left, right = inside(window.start_of(start)), inside(window.end_of(end))
    done = 1.0 if row.status in {Status.DONE, Status.DONE_LATE} else row.progress or 0.0
    look = ' class="stale"' if is_stale else ""
    filled = f'<b{look} style="width:{percent(done)}"></b>' if done else ""
    place = f"left:{percent(left)};width:{percent(right - left)}"
    return f'<i class="bar {row.status}" style="{place}">{filled}</i>'


def _lines(window: Window, visit: Visit) -> str:
    """Return what crosses every row: half years, today, voting day."""
    marks = [
        *(("year", window.start_of(day)) for day in _half_years(window)),
        *(
            (kind, window.middle_of(day))
            for kind, day in (
                ("today", visit.day),
                ("voting", visit.election.voting_day),
            )
            if day in window
        ),
    ]
    return "".join(
        f'<i class="{kind}" style="left:{percent(at)}"></i>' for kind, at in marks
    )


def _axis(window: Window, visit: Visit) -> str:
    """Return the labels above the bars: years, and under them the two days."""
    years = [day for day in _half_years(window) if day.month == 1]
    said = [("tick", window.start_of(day), str(day.year)) for day in years]
    days = [visit.day, visit.election.voting_day]
    flags = [
        ("flag", inside(window.middle_of(day)), _flag(day))
        for day in _apart(days, window)
    ]
    return "".join(
        f'<span class="{kind} {_side(at)}" style="left:{percent(at)}">'
        f"{escape(words)}</span>"
        for kind, at, words in (*said, *flags)
    )


def _flag(day: date) -> str:
    return wording.short_day(day, with_year=False)


def _apart(days: Sequence[date], window: Window) -> list[date]:
    """Return the days in the window whose labels do not run into an earlier one."""
    shown: list[date] = []
    for day in days:
        places = [window.middle_of(each) for each in shown]
        here = window.middle_of(day)
        if day in window and all(abs(here - at) > 2 * ROOM for at in places):
            shown.append(day)
    return shown


def _side(at: float) -> str:
    """Return to which side of its place a label leans, so that none leaves the axis."""
    if at < ROOM:
        return "first"
    return "last" if at > 1 - ROOM else "middle"


def _half_years(window: Window) -> list[date]:
    years = range(window.first.year, window.last.year + 1)
    days = [date(year, month, day) for year in years for month, day in HALF_YEARS]
    return [day for day in days if day in window]
