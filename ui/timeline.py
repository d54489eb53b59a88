"""Stages and milestones in words: chart rows, table, detail."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from charts.timeline_rows import GanttRow, Point
from domain.assessment import Assessment, Progress, StageAssessment, Status
from domain.deadlines import Deadline
from domain.timeline import Baseline, ProgressMeasure, Schedule
from ui import wording
from ui.badges import simulated_words
from ui.figure import Table
from ui.language import gettext as _
from ui.language import name, ngettext
from ui.words import status_word

MOSTLY = Fraction(1, 2)
"""From this unreported share on, a stage shows none: it would read as a delay."""

QUIET = frozenset({Status.NOT_STARTED, Status.CONDITIONAL, Status.NOT_HELD})
"""Statuses that carry no share."""


def stage_rows(
    stages: Sequence[StageAssessment], baseline: Baseline | None
) -> list[GanttRow]:
    """Return the stages as chart rows, in their order; the run-off is one row."""
    rows = [_stage_row(each, baseline) for each in stages if not each.stage.is_run_off]
    run_off = [each for each in stages if each.stage.is_run_off]
    return [*rows, _run_off_row(run_off)] if run_off else rows


def milestone_rows(
    items: Sequence[Assessment], baseline: Baseline | None, heading: str = ""
) -> list[GanttRow]:
    """Return milestones as chart rows; `heading` stands over those without a group."""
    return [_milestone_row(item, baseline, heading) for item in items]


def _stage_row(assessed: StageAssessment, baseline: Baseline | None) -> GanttRow:
    stage, schedule = assessed.stage, assessed.stage.schedule
    word, share = status_word(assessed.status), shown_share(assessed)
    if share is not None:
        mark = simulated_words(is_simulated=assessed.is_simulated)
        word = f"{word} {wording.percent(share)}{mark}"
    dates = days_in_words(schedule)
    return GanttRow(
        code=stage.code,
        number="" if stage.is_run_off else stage.code,
        name=name(stage.short_name),
        full_name=name(stage.name),
        caption=f"{word} · {dates}",
        status_word=word,
        brief_word=status_word(assessed.status),
        dates=dates,
        status=assessed.status,
        group=name(stage.group),
        planned_start=schedule.planned_start,
        planned_end=schedule.planned_end,
        actual_start=schedule.actual_start,
        actual_end=schedule.actual_end,
        progress=None if share is None else float(share),
        baseline=_baseline_days(baseline, stage.code),
        limit=None,
        rule=_rule(schedule),
        rule_from=None,
        points=_points(assessed.milestones),
    )


def shown_share(assessed: StageAssessment) -> Fraction | None:
    """Return the share done of a stage, None where most of it is not reported."""
    if assessed.status in QUIET or assessed.status.is_done:
        return None
    return assessed.share if assessed.unreported <= MOSTLY else None


def _run_off_row(blocks: Sequence[StageAssessment]) -> GanttRow:
    """Return the run-off's blocks as one row over all their planned days."""
    first = blocks[0]
    held = [b.stage.schedule for b in blocks if not b.stage.code.endswith("f")]
    starts = [schedule.planned_start for schedule in held if schedule.planned_start]
    ends = [schedule.planned_end for schedule in held if schedule.planned_end]
    start, end = min(starts, default=None), max(ends, default=None)
    word, dates = status_word(first.status), wording.span(start, end)
    heading = name(first.stage.group)
    return GanttRow(
        code=first.stage.code,
        name=heading,
        full_name=heading,
        caption=f"{word} · {dates}",
        status_word=word,
        dates=dates,
        status=first.status,
        group=heading,
        planned_start=start,
        planned_end=end,
    )


def _milestone_row(
    assessed: Assessment, baseline: Baseline | None, heading: str
) -> GanttRow:
    item, schedule = assessed.milestone, assessed.milestone.schedule
    word = _word_with_share(assessed)
    dates = days_in_words(schedule)
    return GanttRow(
        code=item.code,
        name=name(item.short_name),
        full_name=name(item.name),
        caption=f"{word} · {dates}",
        status_word=word,
        brief_word=status_word(assessed.status),
        dates=dates,
        status=assessed.status,
        group=name(item.group) if item.group else heading,
        planned_start=schedule.planned_start,
        planned_end=schedule.planned_end,
        actual_start=schedule.actual_start,
        actual_end=schedule.actual_end,
        progress=float(assessed.progress.share) if assessed.progress else None,
        baseline=_baseline_days(baseline, item.code),
        limit=assessed.limit.falls_on if assessed.limit else None,
        rule=_rule(schedule),
        rule_from=None,
    )


def _word_with_share(assessed: Assessment) -> str:
    word, progress = status_word(assessed.status), assessed.progress
    if progress is None or assessed.status.is_done:
        return word
    mark = simulated_words(is_simulated=progress.is_simulated)
    return f"{word} {wording.percent(progress.share)}{mark}"


def days_in_words(schedule: Schedule) -> str:
    """Return the planned days, else the actual ones, else the rule for them."""
    if schedule.planned_start or schedule.planned_end:
        return wording.span(schedule.planned_start, schedule.planned_end)
    if schedule.actual_start or schedule.actual_end:
        return wording.span(schedule.actual_start, schedule.actual_end)
    return _rule(schedule) or _("days to follow")


def days_on_a_line(schedule: Schedule) -> str:
    """Return the same, days unbroken; a rule for them may be longer than a line."""
    words = days_in_words(schedule)
    return words if words == _rule(schedule) else wording.unbroken(words)


def _rule(schedule: Schedule) -> str:
    return name(schedule.relative_rule) if schedule.relative_rule else ""


def _baseline_days(
    baseline: Baseline | None, code: str
) -> tuple[date | None, date | None] | None:
    return baseline.days.get(code) if baseline else None


def _points(items: Sequence[Assessment]) -> tuple[Point, ...]:
    """Return the one-day milestones of a stage as dated events."""
    dated = [(item, _only_day(item.milestone.schedule)) for item in items]
    return tuple(
        Point(
            day=day,
            name=name(item.milestone.short_name),
            dated=wording.short_day(day),
            is_reached=item.status.is_done,
        )
        for item, day in dated
        if day
    )


def _only_day(schedule: Schedule) -> date | None:
    start, end = schedule.planned_start, schedule.planned_end
    return start if start and start == end else None


def timeline_table(rows: Sequence[GanttRow]) -> Table:
    """Return the timeline as a table."""
    return Table(
        columns=(
            _("Item"),
            _("Status"),
            _("Planned"),
            _("Actual start"),
            _("Actual end"),
        ),
        rows=[
            (
                f"{row.number} {row.full_name}".strip(),
                row.status_word,
                row.dates,
                _day_or_dash(row.actual_start),
                _day_or_dash(row.actual_end),
            )
            for row in rows
        ],
    )


def _day_or_dash(day: date | None) -> str:
    return wording.short_day(day) if day else "–"


def progress_words(progress: Progress) -> str:
    """Return numerator and denominator of a progress, with their unit."""
    unit = {
        ProgressMeasure.MEMBERS: _("members checked"),
        ProgressMeasure.REGIONS: _("kab/kota handed over"),
        ProgressMeasure.REPORTED: _("percent"),
    }[progress.measure]
    return wording.of_total(progress.done, progress.total, unit)


def slack_words(slack: int) -> str:
    """Return the working days left until a limit, or since it passed."""
    if slack < 0:
        late = ngettext("{count} working day past", "{count} working days past", -slack)
        return late.format(count=wording.number(-slack))
    left = ngettext("{count} working day left", "{count} working days left", slack)
    return left.format(count=wording.number(slack))


def deadline_words(deadline: Deadline) -> str:
    """Return a legal deadline: day, hour where the rule names one, and article."""
    hour = ""
    if deadline.closes_at:
        named = wording.ZONES.get(deadline.rule.zone or "Asia/Makassar", "")
        hour = f", {wording.clock(deadline.closes_at, named)}"
    return f"{wording.day(deadline.falls_on)}{hour} · {deadline.rule.article}"
