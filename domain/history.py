"""The history of the figures: who changed what, when and why, and what may be shown.

Every write of the commission leaves an entry in its journal. What an entry holds is
public only as far as the figures themselves are.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, StrEnum
from typing import Any, TypeAlias

from domain.tally import TallyState

Row: TypeAlias = Mapping[str, Any]
"""Values of a row by the names of its columns, in the plain form of the journal."""


class Action(StrEnum):
    """What a write does to a row."""

    INSERT = "insert"
    UPDATE = "update"
    PURGE = "purge"  # of simulated rows, the only removal there is


class Deed(StrEnum):
    """What somebody did with a write, as the office calls it."""

    RECORDED = "recorded"
    SUBMITTED = "submitted"  # a tally handed over
    RETURNED = "returned"  # a tally sent back to be corrected
    DECIDED = "decided"  # a tally, in plenary
    WITHDRAWN = "withdrawn"  # a tally recorded by mistake
    IMPORTED = "imported"  # from a file
    UNDONE = "undone"  # what a whole writing did
    RESTORED = "restored"  # one record, as it was earlier
    REMOVED = "removed"  # simulated rows


class Kind(StrEnum):
    """What a public record tells of; the name of its table."""

    ELECTION = "elections"
    REGION = "regions"
    REGION_FIGURE = "region_figures"
    PUBLISHED_COUNT = "published_counts"
    HOLIDAY = "holiday_overrides"
    STAGE = "stages"
    STAGE_STATE = "stage_states"
    MILESTONE = "milestones"
    MILESTONE_STATE = "milestone_states"
    PREDECESSOR = "predecessors"
    BASELINE = "baselines"
    BASELINE_DAY = "baseline_days"
    DEADLINE_RULE = "deadline_rules"
    REQUIREMENT = "requirements"
    PARTY = "parties"
    PARTY_DECISION = "party_decisions"
    PHASE = "phases"
    MILESTONE_PHASE = "milestone_phases"
    TALLY = "tallies"
    REPORTED_FIGURE = "reported_figures"
    SERVICE = "services"
    SERVICE_STATE = "service_states"
    SERVICE_FIGURE = "service_figures"
    DUTY_SHIFT = "duty_shifts"
    SURVEY_ROUND = "survey_rounds"
    ACCOUNTABILITY_WEIGHT = "accountability_weights"
    ACCOUNTABILITY_BAND = "accountability_bands"
    ACCOUNTABILITY_YEAR = "accountability_years"
    COMPONENT = "integrity_components"
    THRESHOLD = "integrity_thresholds"
    SCORE = "integrity_scores"
    PREDICATE = "integrity_predicates"
    REFORM_AREA = "reform_areas"


class Withheld(Enum):
    """What stands in the place of a value that a stranger may not see."""

    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of the journal.

    Attributes:
        number: Its number, counted from 1 without a gap.
        batch: Number of the first entry of the same writing.
        at: Instant of the write, aware.
        actor: Person or command that wrote.
        reason: Why, in their words.
        action: What was done.
        table: Name of the table.
        key: Primary key of the row.
        before: What stood there before: the row, or the version before this one; None
            where there was nothing.
        after: What stands there since; None after a removal.
    """

    number: int
    batch: int
    at: datetime
    actor: str
    reason: str
    action: Action
    table: str
    key: Row
    before: Row | None
    after: Row | None

    @property
    def item(self) -> Row:
        """Return the key without its version: what all versions share."""
        return {name: value for name, value in self.key.items() if name != "version"}

    @property
    def kind(self) -> Kind | None:
        """Return what the record tells of; None where it is internal."""
        return Kind(self.table) if self.table in set(Kind) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """The entries of one writing: the same person, instant and reason.

    Attributes:
        last: Number of its last entry.
        newest: Its newest entry among those asked for.
    """

    last: int
    newest: Entry

    @property
    def entries(self) -> int:
        """Return how many entries it has."""
        return self.last - self.newest.batch + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryFilter:
    """Which entries are asked for; what is None or empty does not narrow.

    Attributes:
        actor: Person or command.
        table: Name of the table.
        key: Key of one row of that table, without its version.
        action: What was done to a row.
        deed: What somebody did.
        election: Code of the election; entries of none stay in.
        milestone: Code of a milestone.
        party: Code of a party.
        region: Kemendagri code of a region.
        since: First instant, aware, inclusive.
        until: End of the range, aware, exclusive.
        batch: Number of the first entry of one writing.
        with_drafts: Whether drafts of tallies are asked for, which are for staff.
    """

    actor: str | None = None
    table: str | None = None
    key: Row | None = None
    action: Action | None = None
    deed: Deed | None = None
    election: str | None = None
    milestone: str | None = None
    party: str | None = None
    region: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    batch: int | None = None
    with_drafts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field that a write changed.

    Attributes:
        field: Name of the column.
        before: What stood there; None for nothing.
        after: What stands there since; None for nothing.
    """

    field: str
    before: Any
    after: Any


UNTIL_DECIDED = frozenset({"eligible", "correctable", "ineligible", "verdict", "note"})
"""Fields of a tally that are public once it is decided in plenary.

Source: design decision 7; a note is in free words and may tell the numbers.
"""

COUNTING = frozenset({"version"})
"""Fields that count the writes and tell nothing themselves."""


def differences(entry: Entry) -> tuple[Difference, ...]:
    """Return the fields that an entry changed, in the order of the row.

    Nothing and an empty text are the same; a field of the key never changes.
    """
    before, after = entry.before or {}, entry.after or {}
    fields = [name for name in {**after, **before} if name not in COUNTING]
    found = (
        Difference(
            field=name, before=_or_none(before, name), after=_or_none(after, name)
        )
        for name in fields
        if name not in entry.key
    )
    return tuple(each for each in found if each.before != each.after)


def seen_by(entry: Entry, *, is_staff: bool) -> Entry | None:
    """Return an entry as somebody may see it; None where they may not see it at all.

    Staff see everything. A stranger sees no draft, no number of a tally that is not
    decided in plenary, and of an internal record only who wrote it and when.

    Source: design decision 7.
    """
    if is_staff:
        return entry
    if entry.kind is None:
        return replace(entry, reason="", key={}, before=None, after=None)
    if entry.kind is not Kind.TALLY or entry.action is Action.PURGE:
        return entry
    if _is_draft(entry.after):
        return None
    before = None if _is_draft(entry.before) else entry.before
    return replace(entry, before=_public(before), after=_public(entry.after))


def withholds(entry: Entry) -> bool:
    """Return whether a value of the entry is kept from the one who sees it."""
    rows = (entry.before or {}, entry.after or {})
    return any(Withheld.UNDECIDED in row.values() for row in rows)


def _public(tally: Row | None) -> Row | None:
    if tally is None or tally["state"] == TallyState.DECIDED:
        return tally
    return {
        name: Withheld.UNDECIDED if _is_withheld(name, value) else value
        for name, value in tally.items()
    }


def _is_withheld(name: str, value: object) -> bool:
    return name in UNTIL_DECIDED and value not in (None, "")


def _is_draft(tally: Row | None) -> bool:
    return tally is not None and tally["state"] == TallyState.DRAFT


def _or_none(row: Row, name: str) -> object:
    value = row.get(name)
    return None if value == "" else value
