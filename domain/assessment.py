"""What the rules say of a stage and of a milestone on one day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from domain.deadlines import Deadline
from domain.timeline import Milestone, ProgressMeasure, Stage


class Status(StrEnum):
    """Where a stage or milestone stands on a day."""

    NOT_STARTED = "not_started"
    RUNNING = "running"
    AT_RISK = "at_risk"
    OVERDUE = "overdue"
    DONE = "done"
    DONE_LATE = "done_late"
    UNREPORTED = "unreported"
    CONDITIONAL = "conditional"
    NOT_HELD = "not_held"

    @property
    def is_done(self) -> bool:
        """Return whether the item has ended, in time or late."""
        return self in {Status.DONE, Status.DONE_LATE}

    @property
    def is_held(self) -> bool:
        """Return whether the item takes place, as far as anybody knows."""
        return self not in {Status.NOT_HELD, Status.CONDITIONAL}


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How much of a milestone is done, counted in its own measure.

    Attributes:
        done: Numerator: members, kab/kota, or percent.
        total: Denominator, in the same unit; at least 1.
        measure: What is counted.
        reported_on: Day the figures refer to.
        is_simulated: Whether any of them is simulated.
    """

    done: int
    total: int
    measure: ProgressMeasure
    reported_on: date
    is_simulated: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.done <= self.total or self.total < 1:
            raise ValueError(f"progress {self.done} of {self.total} is not a share")

    @property
    def share(self) -> Fraction:
        """Return the share done, from 0 to 1."""
        return Fraction(self.done, self.total)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A milestone on one day.

    Attributes:
        milestone: The milestone, as known that day.
        status: Where it stands.
        progress: How much is done; None where nobody reported it.
        expected: Share that should be done, by working days, from 0 to 1; None where
            the planned days do not tell.
        forecast: Day it would end at the reported pace; None without progress.
        deadlines: Legal deadlines that limit it and whose anchor is known.
        limit: The binding legal deadline: the earliest reading that bounds its end.
        slack: Working days left until that deadline, the day itself included; negative
            once it has passed; None without a deadline, once done, or if excepted.
        is_excepted: Whether a decision took it out of the statutory limit.
        passed_limit_by: Calendar days its actual end lies past the limit, else 0; where
            a rule has several readings, past the last of them.
    """

    milestone: Milestone
    status: Status
    progress: Progress | None
    expected: Fraction | None
    forecast: date | None
    deadlines: tuple[Deadline, ...]
    limit: Deadline | None
    slack: int | None
    is_excepted: bool
    passed_limit_by: int

    @property
    def is_simulated(self) -> bool:
        """Return whether its progress rests on simulated figures."""
        return self.progress is not None and self.progress.is_simulated


@dataclass(frozen=True, slots=True, kw_only=True)
class StageAssessment:
    """A stage on one day, rolled up from its milestones.

    Attributes:
        stage: The stage, as known that day.
        status: Where it stands; at risk when a milestone of it is at risk or overdue.
        milestones: Its milestones, in their order.
        done: Milestones that ended.
        share: Weighted share done, from 0 to 1; unreported milestones count as 0.
        unreported: Weighted share that nobody reported on, from 0 to 1.
        expected: Weighted share that should be done, from 0 to 1; None without days.
        is_simulated: Whether a simulated figure went into the share.
    """

    stage: Stage
    status: Status
    milestones: tuple[Assessment, ...]
    done: int
    share: Fraction
    unreported: Fraction
    expected: Fraction | None
    is_simulated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RollUp:
    """Weighted shares over many items, each from 0 to 1.

    Attributes:
        share: Share done; unreported items count as 0.
        unreported: Share that should have begun and that nobody reported figures on.
        expected: Share that should be done; an item without planned days is expected
            to be where it is. None where no item has any.
        is_simulated: Whether a simulated figure went into the share.
    """

    share: Fraction
    unreported: Fraction
    expected: Fraction | None
    is_simulated: bool
