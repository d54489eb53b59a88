"""Which phases of the verification have begun, and which is under way."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from domain.assessment import Assessment
from domain.verification import Phase


def begun_phases(
    phases: Iterable[Phase], milestones: Mapping[str, Assessment], day: date
) -> tuple[Phase, ...]:
    """Return the phases whose milestone has begun by a day, in their order.

    It has begun with its actual start, or its planned one where nobody reported.

    Args:
        phases: Phases known on the day, in their order.
        milestones: Milestones by their codes.
        day: Day of the question.
    """
    return tuple(
        phase
        for phase in phases
        if (item := milestones.get(phase.milestone_code)) and _has_begun(item, day)
    )


def open_phase(
    begun: Sequence[Phase], milestones: Mapping[str, Assessment]
) -> Phase | None:
    """Return the last phase begun whose milestone has not ended; None without one."""
    still_open = [
        phase for phase in begun if not milestones[phase.milestone_code].status.is_done
    ]
    return still_open[-1] if still_open else None


def _has_begun(item: Assessment, day: date) -> bool:
    schedule = item.milestone.schedule
    start = schedule.actual_start or schedule.planned_start
    return item.status.is_held and start is not None and start <= day
