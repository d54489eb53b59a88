"""The election timeline: stages (tahapan) and milestones (kegiatan)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from domain.bilingual import Bilingual
from domain.provenance import Provenance


class Holding(StrEnum):
    """Whether an item of the plan takes place, as known on a day."""

    PLANNED = "planned"
    CONDITIONAL = "conditional"  # depends on an outcome that is not known yet
    NOT_HELD = "not_held"


class SlipReason(StrEnum):
    """Why an item slipped, from the commission's fixed list."""

    OUTSIDE_SYSTEM = "outside_system"
    DECISION_OF_CENTRE = "decision_of_centre"
    DISPUTE_OR_RULING = "dispute_or_ruling"
    WEATHER = "weather"
    BUDGET = "budget"
    PEOPLE = "people"
    OTHER = "other"


class ProgressMeasure(StrEnum):
    """What the progress of a milestone is counted in."""

    REPORTED = "reported"  # a percentage that staff report
    MEMBERS = "members"  # members checked of those to check, from the phase's tallies
    REGIONS = "regions"  # kab/kota that submitted, from the phase's tallies


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """Planned and actual days of one item, as known on one day.

    Attributes:
        planned_start: First planned day; None where a rule stands in for it.
        planned_end: Last planned day, inclusive; None where a rule stands in for it.
        relative_rule: The rule that stands in for missing days, if any.
        actual_start: Day the item really began, if it had.
        actual_end: Last day of the item, inclusive, if it had ended.
    """

    planned_start: date | None = None
    planned_end: date | None = None
    relative_rule: Bilingual | None = None
    actual_start: date | None = None
    actual_end: date | None = None

    def __post_init__(self) -> None:
        _refuse_reversed("planned", self.planned_start, self.planned_end)
        _refuse_reversed("actual", self.actual_start, self.actual_end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One of the statutory stages, or one block of the conditional run-off.

    Attributes:
        code: Number in the regulation (`1` to `11`), or `R2a` to `R2f` for the run-off.
        position: Place in the official order, from 1.
        name: Official name, in full.
        short_name: Name as the charts write it.
        group: Heading under which the charts gather stages.
        schedule: Planned and actual days.
        holding: Whether the stage takes place.
        legal_basis: Law and regulation behind the planned days.
        provenance: Source of these facts.
        weight: Share in the roll-up to the election, relative to the other stages.
        is_end_unrecorded: Whether no source tells when it ended; such a stage is
            unreported after its planned end, not late.
    """

    code: str
    position: int
    name: Bilingual
    short_name: Bilingual
    group: Bilingual
    schedule: Schedule
    holding: Holding
    legal_basis: str
    provenance: Provenance
    weight: int = 1
    is_end_unrecorded: bool = False

    @property
    def is_run_off(self) -> bool:
        """Return whether the stage belongs to the presidential run-off."""
        return self.code.startswith("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """The smallest scheduled item (kegiatan).

    Attributes:
        code: Code within the election, such as `M3-03`.
        stage_code: Stage it belongs to.
        position: Place within the stage, from 1.
        name: Official name, in full.
        short_name: Name as the charts write it.
        group: Heading inside the stage; None where the stage has none.
        parent_code: Milestone it is a part of, if any.
        level: Who carries it out: KPU RI, KPU Provinsi, KPU Kab/Kota, parties, a court.
        division: Division responsible; empty where not assigned.
        region_code: Kemendagri code of the region it concerns.
        schedule: Planned and actual days.
        holding: Whether it takes place.
        progress: Share done that staff reported, from 0 to 1; None when none was.
        measure: What its progress is counted in.
        phase_code: Verification phase that carries its tallies, if any.
        predecessors: Codes of the milestones that must end before it starts.
        slip_reason: Why it slipped, once recorded.
        added_on: Day the item entered the plan, as known.
        updated_on: Day its latest known figure was recorded.
        remark: What staff say of it, in their words; empty for nothing.
        minutes_number: Number of the minutes (berita acara) behind it, if any.
        minutes_date: Day of those minutes.
        exception: Decision that takes it out of the statutory limit; empty for none.
        legal_basis: Law and regulation behind the planned days.
        provenance: Source of these facts.
        weight: Share in the roll-up to the stage, relative to the other milestones.
        version: Number of recorded states; a save names the one it was opened with.
        is_end_unrecorded: Whether no source tells when it ended; such a milestone is
            unreported after its planned end, not late.
    """

    code: str
    stage_code: str
    position: int
    name: Bilingual
    short_name: Bilingual
    group: Bilingual | None = None
    parent_code: str | None = None
    level: str = ""
    division: str = ""
    region_code: str = "52"
    schedule: Schedule
    holding: Holding = Holding.PLANNED
    progress: Fraction | None = None
    measure: ProgressMeasure = ProgressMeasure.REPORTED
    phase_code: str | None = None
    predecessors: tuple[str, ...] = ()
    slip_reason: SlipReason | None = None
    added_on: date
    updated_on: date
    remark: str = ""
    minutes_number: str | None = None
    minutes_date: date | None = None
    exception: str = ""
    legal_basis: str = ""
    provenance: Provenance
    weight: int = 1
    version: int = 1
    is_end_unrecorded: bool = False

    def __post_init__(self) -> None:
        if self.progress is not None and not 0 <= self.progress <= 1:
            raise ValueError(f"{self.code}: progress {self.progress} is not 0 to 1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """A named set of planned days, such as that of one regulation.

    Attributes:
        code: Code used in addresses.
        name: Regulation that set the days.
        decided_on: Day it came into force.
        days: First and last planned day (inclusive, either may be open) by item code.
    """

    code: str
    name: str
    decided_on: date
    days: dict[str, tuple[date | None, date | None]]


def _refuse_reversed(kind: str, start: date | None, end: date | None) -> None:
    if start and end and end < start:
        raise ValueError(f"{kind} end {end} lies before {kind} start {start}")
