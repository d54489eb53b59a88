"""The next state of a milestone, from what staff report and what is stored."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from data_access.changes import Append, Values
from data_access.recording import Errand, region_of_milestone, require
from data_access.staff_sources import source_of
from data_access.tables import milestone_states
from data_access.timeline import read_milestones, read_stages
from data_access.versions import newest, refuse_stale
from domain.person import Permission, Person
from domain.predecessors import Plan
from domain.recording import EditRule, MilestoneEdit, check_closed, check_edit
from domain.timeline import Holding, Milestone, Stage
from domain.violation import Refused, Violation, insist

_AS_TYPED = (
    "planned_start",
    "planned_end",
    "actual_start",
    "actual_end",
    "progress_percent",
    "slip_reason",
    "remark",
    "minutes_number",
    "minutes_date",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedMilestone:
    """A milestone as somebody opened it.

    Attributes:
        election: Code of the election.
        code: Code of the milestone.
        version: Its `version` then.
    """

    election: str
    code: str
    version: int

    @property
    def key(self) -> Values:
        """Return the key of its states, without their version."""
        return {"election_code": self.election, "milestone_code": self.code}


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneEntry:
    """What is recorded of a milestone.

    Attributes:
        opened: The milestone, as it was opened.
        edit: Everything staff may change, changed or not.
        corrects_closed: Whether the reason is that of a correction, without which a
            milestone that was not held, or whose stage is done, stays as it is.
    """

    opened: OpenedMilestone
    edit: MilestoneEdit
    corrects_closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What the entries of one write are checked against.

    Attributes:
        day: Day of the recording.
        milestones: Milestones known that day, by code.
        stages: Stages known that day, by code.
        plan: Predecessors of every milestone, as they stand after the write.
    """

    day: date
    milestones: Mapping[str, Milestone]
    stages: Mapping[str, Stage]
    plan: Plan


def read_ground(
    connection: Connection,
    errand: Errand,
    election: str,
    entries: Iterable[MilestoneEntry],
) -> Ground:
    """Return what the entries of one write, of one election, are checked against."""
    known = read_milestones(connection, election, errand.day)
    stages = read_stages(connection, election, errand.day)
    return Ground(
        day=errand.day,
        milestones={each.code: each for each in known},
        stages={each.code: each for each in stages},
        plan={each.code: each.predecessors for each in known}
        | {entry.opened.code: entry.edit.predecessors for entry in entries},
    )


def next_state(
    connection: Connection, person: Person, entry: MilestoneEntry, ground: Ground
) -> Append:
    """Return the state that an entry makes.

    Raises:
        NotPermitted: The person may not, for the region the milestone is stored for.
        VersionConflict: Somebody saved first.
        Refused: The edit breaks rules.
    """
    opened, edit = entry.opened, entry.edit
    region = region_of_milestone(connection, opened.election, opened.code)
    require(person, Permission.RECORD_MILESTONE, region)
    stored = _open(connection, opened)
    milestone = ground.milestones[opened.code]
    broken = check_edit(opened.code, edit, ground.plan, ground.day)
    if not entry.corrects_closed:
        broken += check_closed(milestone, ground.stages.get(milestone.stage_code))
    insist(broken)
    values = {
        **stored,
        **_news(edit, milestone.predecessors),
        "holding": Holding.PLANNED if edit.actual_start else stored["holding"],
        "known_on": ground.day,
    }
    return _append(opened, values)


def _append(opened: OpenedMilestone, values: Values) -> Append:
    return Append(
        table=milestone_states,
        key=opened.key,
        values=values,
        expected_version=opened.version,
    )


def _open(connection: Connection, opened: OpenedMilestone) -> Values:
    """Return the newest state, which must be the one that was opened."""
    stored = newest(connection, milestone_states, opened.key)
    if stored is None:
        rule = EditRule.UNKNOWN_MILESTONE
        raise Refused((Violation(field="code", value=opened.code, rule=rule),))
    refuse_stale(connection, _append(opened, {}), stored)
    return stored


def _news(edit: MilestoneEdit, plan: Collection[str]) -> dict[str, Any]:
    """Return the columns that an edit writes.

    Args:
        edit: The edit.
        plan: Predecessors as they stand; those of the plan stay its own if unchanged.
    """
    news = {name: getattr(edit, name) for name in _AS_TYPED}
    if edit.predecessors != set(plan):
        news["predecessor_codes"] = " ".join(sorted(edit.predecessors))
    return {**news, **source_of(edit.minutes_number), "note": ""}
