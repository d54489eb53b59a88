"""The stages of an edition as the bars of the briefing, in words."""

from datetime import date

from charts.time_axis import Window, inside
from charts.timeline_rows import GanttRow
from exports.edition import Edition
from reports.briefing_words import Bar, Mark, Stages
from reports.symbols import key_of
from reports.tables import Cell
from ui import headlines, summary, timeline, wording
from ui.language import gettext as _
from ui.language import name


def stages_of(edition: Edition) -> Stages:
    """Return every stage with its bar."""
    known = edition.overview.stages
    window = summary.strip_window(edition.overview, edition.visit)
    rows = timeline.stage_rows(known, None)
    return Stages(
        heading=headlines.timeline_title(known),
        columns=(_("Stage"), _("Status"), _("Planned")),
        marks=_marks(window, edition),
        bars=tuple(_bar(row, window, edition.visit.day) for row in rows),
        foot=_("Diamonds are milestones of one day: filled once reached, open ahead."),
        is_simulated=any(stage.is_simulated for stage in known),
    )


def _bar(row: GanttRow, window: Window, day: date) -> Bar:
    first, last = row.span(day) or (None, None)
    points = [point for point in row.points if point.day in window]
    return Bar(
        number=row.number,
        name=row.full_name,
        state=Cell(words=row.status_word, tile=key_of(row.status)),
        days=row.dates,
        status=row.status,
        start=inside(window.start_of(first)) if first else None,
        end=inside(window.end_of(last)) if last else None,
        done=1.0 if row.status.is_done else row.progress or 0.0,
        reached=tuple(window.middle_of(p.day) for p in points if p.is_reached),
        ahead=tuple(window.middle_of(p.day) for p in points if not p.is_reached),
    )


def _marks(window: Window, edition: Edition) -> tuple[Mark, ...]:
    """Return the years, the day of the edition and voting day."""
    day, election = edition.visit.day, edition.visit.election
    years = range(window.first.year, window.last.year + 1)
    today = _("as of {day}").format(day=wording.short_day(day))
    voting = (
        f"{name(election.voting_day_name)}, {wording.short_day(election.voting_day)}"
    )
    named = [
        *((date(year, 1, 1), str(year), "year") for year in years),
        (election.voting_day, voting, "voting"),
        (day, today, "today"),
    ]
    return tuple(
        Mark(at=inside(window.middle_of(on)), words=words, kind=kind)
        for on, words, kind in named
        if on in window
    )
