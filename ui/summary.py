"""Ringkasan in words and numbers, for any day."""

from collections.abc import Sequence
from datetime import date, timedelta

from charts.landmarks import Landmark
from charts.summary import Countdown, strip
from charts.time_axis import Window
from charts.timeline import GanttView
from domain.agenda import Due, Event, due_within, needs_attention
from domain.assessment import Assessment
from ui import headlines, wording
from ui.drawn import made
from ui.figure import Spec, Table
from ui.language import gettext as _
from ui.language import name, ngettext
from ui.store import Overview
from ui.summary_numbers import REMEMBERED
from ui.timeline import slack_words, stage_rows, timeline_table
from ui.visit import Visit

DAYS_AHEAD = 14
ONE_DAY = timedelta(days=1)
STRIP_ROW = 24  # pixels of one stage in the strip


def attention(overview: Overview) -> tuple[Assessment, ...]:
    """Return the milestones that need attention, the most pressing first.

    One that ended past its legal limit stays in view for two weeks.
    """
    over = [item for item in overview.milestones if _ended_over(item, overview.day)]
    return (*over, *needs_attention(overview.milestones))


def _ended_over(item: Assessment, day: date) -> bool:
    ended = item.milestone.schedule.actual_end
    return bool(item.passed_limit_by and ended and day - ended <= REMEMBERED)


def is_simulated(urgent: Sequence[Assessment]) -> bool:
    """Return whether the sentence rests on simulated progress."""
    return any(item.is_simulated for item in urgent[:2])


def sentence_of(overview: Overview, urgent: Sequence[Assessment]) -> str:
    """Return the state of the election in one sentence."""
    ahead = [
        item
        for item in overview.milestones
        if item.slack is not None and item.slack >= 0
    ]
    nearest = min(ahead, key=_slack, default=None)
    return headlines.sentence(urgent, nearest)


def _slack(item: Assessment) -> int:
    return item.slack or 0


def due(overview: Overview) -> tuple[Due, ...]:
    """Return what begins or ends in the days ahead."""
    return due_within(overview.milestones, overview.day, DAYS_AHEAD, overview.calendar)


def strip_window(overview: Overview, visit: Visit) -> Window:
    """Return the days the strip of stages shows."""
    schedules = [stage.stage.schedule for stage in headlines.statutory(overview.stages)]
    starts = [s.planned_start or s.actual_start for s in schedules]
    ends = [s.planned_end or s.actual_end for s in schedules]
    first = min((day for day in starts if day), default=visit.election.launched_on)
    last = max((day for day in ends if day), default=visit.election.voting_day)
    return Window(first=first, last=max(last, visit.election.voting_day))


def landmarks(visit: Visit) -> tuple[Landmark, ...]:
    """Return the named days that cross every row."""
    called = name(visit.election.voting_day_name)
    return (Landmark(day=visit.election.voting_day, name=called),)


@made
def sketch_of(overview: Overview, visit: Visit) -> Spec:
    """Return the strip of the statutory stages."""
    view = GanttView(
        window=strip_window(overview, visit),
        today=visit.day,
        landmarks=landmarks(visit),
        row_height=STRIP_ROW,
    )
    rows = stage_rows(headlines.statutory(overview.stages), None)
    heads = (_("Stage"), _("Status"))
    return strip(rows, view, heads, theme=visit.theme, language=visit.language)


def countdown_of(visit: Visit) -> Countdown:
    """Return the days until voting day, or since."""
    election, left = visit.election, visit.days_to_voting
    gone, length = visit.days_gone
    called = name(election.voting_day_name)
    until = ngettext("day until {name}", "days until {name}", left)
    since = ngettext("day since {name}", "days since {name}", -left)
    foot = _("day {gone} of {length} since the stages opened")
    return Countdown(
        days=abs(left),
        headline=(until if left >= 0 else since).format(name=called),
        subline=wording.day(election.voting_day),
        progress=gone / length,
        footnote=foot.format(gone=wording.number(gone), length=wording.number(length)),
    )


def stages_table(overview: Overview) -> Table:
    """Return the stages as a table."""
    return timeline_table(stage_rows(headlines.statutory(overview.stages), None))


def limit_words(item: Assessment, overview: Overview) -> tuple[str, str]:
    """Return the legal slack of a milestone, else how far it is past its plan."""
    if item.limit and (item.passed_limit_by or item.slack is not None):
        falls_on = wording.short_day(item.limit.falls_on, with_year=False)
        left = _passed(item.passed_limit_by) or slack_words(item.slack or 0)
        return left, _("limit {day}").format(day=falls_on)
    end = item.milestone.schedule.planned_end
    if end is None:
        return "", ""
    planned = _("plan {day}").format(day=wording.short_day(end, with_year=False))
    late = overview.calendar.count(end + ONE_DAY, overview.day)
    return slack_words(-late) if late else "", planned


def _passed(days: int) -> str:
    words = ngettext("{count} day past the law", "{count} days past the law", days)
    return words.format(count=wording.number(days)) if days else ""


def due_words(item: Due) -> str:
    """Return what happens on the day: "Masa perbaikan dokumen dimulai"."""
    called = name(item.assessment.milestone.short_name)
    words = _("{name} begins") if item.event is Event.STARTS else _("{name} ends")
    return words.format(name=called)
