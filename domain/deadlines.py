"""Legal deadlines: rules that give a date as soon as their anchor is known."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from domain.bilingual import Bilingual
from domain.provenance import Provenance


class Unit(StrEnum):
    """What a rule counts in."""

    CALENDAR_DAYS = "calendar_days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    HOURS = "hours"
    CLOCK_TIME = "clock_time"  # the anchor day itself, at an hour
    NONE = "none"  # a condition without a count


COUNTED = frozenset({Unit.CALENDAR_DAYS, Unit.WORKING_DAYS, Unit.MONTHS, Unit.HOURS})
"""Units that ask for an amount."""


class Direction(StrEnum):
    """On which side of its anchor a rule counts."""

    BEFORE = "before"
    AFTER = "after"
    AT = "at"


class FirstDay(StrEnum):
    """Whether the anchor's own day is day one (MK) or the day after it (Bawaslu)."""

    INCLUSIVE = "inclusive"
    EXCLUSIVE = "exclusive"


class Bound(StrEnum):
    """What a rule bounds."""

    LATEST = "latest"
    EARLIEST = "earliest"
    PERIOD_START = "period_start"
    CONDITIONAL = "conditional"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRule:
    """One reading of one rule on a legal deadline.

    Attributes:
        code: Code of the rule, such as `LD-41`.
        reading: `a`, or `b` where sources conflict and a second reading exists.
        subject: What must be done.
        wording: The rule in the words of the law, in Indonesian.
        anchor: What it counts from: `voting_day`, a milestone code, a rule code, or an
            event in words that no table knows.
        anchor_end: Whether a milestone anchors by its end rather than its start.
        anchored_on: Day of an event that only a source tells; None otherwise.
        direction: On which side of the anchor it counts.
        amount: How many units; None for a clock time or a condition.
        unit: What it counts in.
        first_day: Whether the anchor's day counts as day one.
        bound: What it bounds.
        closes_at: Hour at which the last day closes; None for its end. A rule of hours
            closes at this hour within its last 24 hours.
        zone: IANA zone of that hour, as `Asia/Jakarta`; None for the office's zone.
        milestone_code: Milestone it limits, if any.
        article: Law and article.
        provenance: Source and confidence.
    """

    code: str
    reading: str = "a"
    subject: Bilingual
    wording: str
    anchor: str
    anchor_end: bool = True
    anchored_on: date | None = None
    direction: Direction
    amount: int | None
    unit: Unit
    first_day: FirstDay = FirstDay.EXCLUSIVE
    bound: Bound = Bound.LATEST
    closes_at: time | None = None
    zone: str | None = None
    milestone_code: str | None = None
    article: str
    provenance: Provenance

    def __post_init__(self) -> None:
        if self.unit in COUNTED and (self.amount is None or self.amount < 1):
            raise ValueError(f"{self.code} counts {self.amount} {self.unit}")

    @property
    def bounds_end(self) -> bool:
        """Return whether it says until when its milestone must end.

        A period that opens when the milestone ends binds others, not the milestone.
        """
        opens_after = (
            self.anchor == self.milestone_code and self.direction is Direction.AFTER
        )
        return self.bound is Bound.LATEST and not opens_after


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A rule whose anchor is known.

    Attributes:
        rule: The rule behind it.
        falls_on: Last (or first) day it allows, in the zone of its clock.
        closes_at: The instant it closes, aware; None when the rule names no hour.
    """

    rule: DeadlineRule
    falls_on: date
    closes_at: datetime | None = None
