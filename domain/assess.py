"""What the rules say of every milestone, every stage and the election on one day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from domain import limits
from domain.assessment import Assessment, RollUp, StageAssessment, Status
from domain.deadlines import Deadline
from domain.progress import expected_share, forecast_end, progress_of
from domain.status import ended_on, is_held_up, milestone_status, stage_status
from domain.tally import PhaseTotals
from domain.timeline import Milestone, Stage
from domain.weights import of_item, of_milestone, of_stage, weigh
from domain.workdays import WorkingCalendar


def assess(
    milestones: Sequence[Milestone],
    *,
    day: date,
    calendar: WorkingCalendar,
    deadlines: Mapping[str, tuple[Deadline, ...]],
    totals: Mapping[str, PhaseTotals],
) -> tuple[Assessment, ...]:
    """Return what the rules say of each milestone on a day, in the order given.

    Args:
        milestones: Milestones as known that day.
        day: Day of the question.
        calendar: Working days as known that day.
        deadlines: Legal deadlines known that day, by milestone code.
        totals: Sums of the tallies known that day, by phase code.
    """
    alone = {
        milestone.code: _assess_alone(
            milestone, day, calendar, deadlines.get(milestone.code, ()), totals
        )
        for milestone in milestones
    }
    return tuple(_after_predecessors(each, alone, day) for each in alone.values())


def assess_stages(
    stages: Sequence[Stage],
    assessments: Sequence[Assessment],
    *,
    day: date,
    calendar: WorkingCalendar,
) -> tuple[StageAssessment, ...]:
    """Return what the rules say of each stage on a day, in the order given.

    Args:
        stages: Stages as known that day.
        assessments: What the rules say of the milestones; each goes to its stage.
        day: Day of the question.
        calendar: Working days as known that day.
    """
    parts: defaultdict[str, list[Assessment]] = defaultdict(list)
    for assessment in assessments:
        parts[assessment.milestone.stage_code].append(assessment)
    return tuple(
        _assess_stage(stage, tuple(parts[stage.code]), day, calendar)
        for stage in stages
    )


def roll_up(stages: Iterable[StageAssessment]) -> RollUp:
    """Return how much of the election is done, by the weights of its stages.

    The run-off and stages that are not held are left out.
    """
    counted = (s for s in stages if s.status.is_held and not s.stage.is_run_off)
    return weigh((each.stage.weight, of_stage(each)) for each in counted)


def _assess_alone(
    milestone: Milestone,
    day: date,
    calendar: WorkingCalendar,
    deadlines: tuple[Deadline, ...],
    totals: Mapping[str, PhaseTotals],
) -> Assessment:
    """Return what the rules say of a milestone, its predecessors left aside."""
    schedule = milestone.schedule
    progress = progress_of(milestone, totals)
    ended = ended_on(schedule, progress, day)
    forecast = None
    if progress and not ended:
        forecast = forecast_end(schedule, progress, day, calendar)
    status = milestone_status(milestone, progress, forecast, day)
    bounds = deadlines if status.is_held and not milestone.exception else ()
    open_limit = None if ended else limits.binding(bounds)
    return Assessment(
        milestone=milestone,
        status=status,
        progress=progress,
        expected=expected_share(schedule, day, calendar) if status.is_held else None,
        forecast=forecast,
        deadlines=deadlines,
        limit=limits.binding(deadlines),
        slack=limits.slack(open_limit, day, calendar) if open_limit else None,
        is_excepted=bool(milestone.exception),
        passed_limit_by=limits.passed_by(ended, bounds) if ended else 0,
    )


def _after_predecessors(
    assessment: Assessment, others: Mapping[str, Assessment], day: date
) -> Assessment:
    codes = assessment.milestone.predecessors
    before = [others[code].status for code in codes if code in others]
    if is_held_up(assessment.milestone, assessment.status, before, day):
        return replace(assessment, status=Status.AT_RISK)
    return assessment


def _assess_stage(
    stage: Stage,
    milestones: tuple[Assessment, ...],
    day: date,
    calendar: WorkingCalendar,
) -> StageAssessment:
    status = stage_status(stage, milestones, day)
    held = [each for each in milestones if each.status.is_held]
    if held:
        rolled = weigh((each.milestone.weight, of_milestone(each)) for each in held)
    else:
        rolled = of_item(status, None, expected_share(stage.schedule, day, calendar))
    return StageAssessment(
        stage=stage,
        status=status,
        milestones=milestones,
        done=sum(each.status.is_done for each in milestones),
        share=rolled.share,
        unreported=rolled.unreported,
        expected=rolled.expected,
        is_simulated=rolled.is_simulated,
    )
