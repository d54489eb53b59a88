"""How far a milestone has come, how far it should be, and when it would end."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from math import ceil, floor

from domain.assessment import Progress
from domain.deadlines import FirstDay
from domain.tally import PhaseTotals
from domain.timeline import Milestone, ProgressMeasure, Schedule
from domain.workdays import WorkingCalendar


def progress_of(
    milestone: Milestone, totals: Mapping[str, PhaseTotals]
) -> Progress | None:
    """Return how much of a milestone is done, or None where nobody reported it.

    What the tallies of its phase show goes before a percentage that staff reported.

    Args:
        milestone: The milestone, as known that day.
        totals: Sums of the tallies known that day, by phase code.
    """
    phase = totals.get(milestone.phase_code or "")
    return (phase and _tallied(milestone.measure, phase)) or _reported(milestone)


def expected_share(
    schedule: Schedule, day: date, calendar: WorkingCalendar
) -> Fraction | None:
    """Return the share that should be done at the end of a day, by working days.

    Returns:
        From 0 to 1; None between planned days of which one is missing.

    Source: none; the commission's working rule.
    """
    start, end = schedule.planned_start, schedule.planned_end
    if end and day >= end:
        return Fraction(1)
    if start and day < start:
        return Fraction(0)
    if start is None or end is None:
        return None
    return Fraction(calendar.count(start, day), max(1, calendar.count(start, end)))


def forecast_end(
    schedule: Schedule, progress: Progress, day: date, calendar: WorkingCalendar
) -> date | None:
    """Return the day a milestone would end if it went on at the reported pace.

    The pace is the share done over the working days from its start, actual or else
    planned, to the day the figures refer to.

    Returns:
        A working day, or `day` where the pace promised an earlier one; None where
        nothing is done yet or the start is not known.

    Source: none; the commission's working rule.
    """
    start = schedule.actual_start or schedule.planned_start
    if start is None or not progress.done:
        return None
    worked = max(1, calendar.count(start, progress.reported_on))
    needed = ceil(worked / progress.share)
    return max(day, calendar.add(start, needed, FirstDay.INCLUSIVE))


def _tallied(measure: ProgressMeasure, phase: PhaseTotals) -> Progress | None:
    done, total = phase.visited, phase.sample
    if measure is ProgressMeasure.REGIONS:
        done, total = phase.regions_submitted, phase.regions_expected
    if measure is ProgressMeasure.REPORTED or not total or phase.reported_on is None:
        return None
    return Progress(
        done=done,
        total=total,
        measure=measure,
        reported_on=phase.reported_on,
        is_simulated=phase.is_simulated,
    )


def _reported(milestone: Milestone) -> Progress | None:
    if milestone.progress is None:
        return None
    return Progress(
        # Rounded down: nothing reads as complete before it is.
        done=floor(milestone.progress * 100),
        total=100,
        measure=ProgressMeasure.REPORTED,
        reported_on=milestone.updated_on,
    )
