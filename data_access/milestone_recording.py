"""Records what staff report of a milestone."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Engine

from data_access.changes import Append, Values
from data_access.recording import (
    Errand,
    region_of_milestone,
    require,
    write_prepared,
)
from data_access.staff_sources import source_of
from data_access.tables import milestone_states
from data_access.timeline import read_milestones, read_stages
from data_access.versions import newest, refuse_stale, storer
from domain.person import Permission, Person
from domain.recording import (
    EditRule,
    MilestoneEdit,
    Violations,
    check_closed,
    check_edit,
)
from domain.timeline import Holding, Milestone
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


def who_recorded(
    connection: Connection, opened: OpenedMilestone
) -> tuple[str, datetime] | None:
    """Return who recorded a version of a milestone, and when; None if unknown."""
    row = {**opened.key, "version": opened.version}
    return storer(connection, milestone_states, row)


def record_milestone(
    engine: Engine,
    errand: Errand,
    opened: OpenedMilestone,
    edit: MilestoneEdit,
    *,
    corrects_closed: bool = False,
) -> int:
    """Store the next state of a milestone, and return the data revision it made.

    Args:
        engine: The database.
        errand: Who records it, why and when; it is known from that day on.
        opened: The milestone, as it was opened.
        edit: Everything staff may change, changed or not.
        corrects_closed: Whether the reason is that of a correction, without which a
            milestone that was not held, or whose stage is done, stays as it is.

    Raises:
        SignedOut: Nobody is signed in.
        NotPermitted: The person may not, for the region the milestone is stored for.
        VersionConflict: Somebody saved first.
        Refused: The edit breaks rules.
    """

    def next_state(connection: Connection, person: Person) -> tuple[Append]:
        region = region_of_milestone(connection, opened.election, opened.code)
        require(person, Permission.RECORD_MILESTONE, region)
        stored = _open(connection, opened)
        known = {
            each.code: each
            for each in read_milestones(connection, opened.election, errand.day)
        }
        plan = {code: each.predecessors for code, each in known.items()}
        broken = check_edit(opened.code, edit, plan, errand.day)
        if not corrects_closed:
            broken += _closed(connection, opened, known[opened.code], errand.day)
        insist(broken)
        values = {
            **stored,
            **_news(edit, plan[opened.code]),
            "holding": Holding.PLANNED if edit.actual_start else stored["holding"],
            "known_on": errand.day,
        }
        return (_append(opened, values),)

    return write_prepared(engine, errand, Permission.RECORD_MILESTONE, next_state)


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


def _closed(
    connection: Connection, opened: OpenedMilestone, milestone: Milestone, day: date
) -> Violations:
    stages = read_stages(connection, opened.election, day)
    own = (each for each in stages if each.code == milestone.stage_code)
    return check_closed(milestone, next(own, None))


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
