"""Why a row of an import of milestones is refused: by the form's rules and its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from data_access.imports.broken_rules import broken, known_later
from data_access.imports.lookup import in_both, key_of
from data_access.imports.recorded import Recorded, State
from data_access.imports.rows import Values
from data_access.timeline import read_stages
from domain.importing import Field, FieldChange, Refusal, RefusalKind, Terms, Value
from domain.predecessors import Plan
from domain.recording import MilestoneEdit, check_closed, check_edit
from domain.timeline import Milestone, ProgressMeasure, Stage
from domain.violation import Violation

_AS_STATED = tuple(
    name for name in MilestoneEdit.__dataclass_fields__ if name != "predecessors"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What the rules look up, as known on the day of the import.

    Attributes:
        stages: The stages by their codes.
        plan: Predecessors of every milestone.
        day: The day.
    """

    stages: Mapping[str, Stage]
    plan: Plan
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneRow:
    """A row of the file beside what is recorded.

    Attributes:
        number: Row as the spreadsheet numbers it.
        values: What it holds.
        milestone: The milestone it names.
        next_state: State that storing it would make.
        recorded: What is stored of it.
        found: The values it brings.
    """

    number: int
    values: Values
    milestone: Milestone
    next_state: State
    recorded: Recorded
    found: tuple[FieldChange, ...]


def read_ground(
    connection: Connection, known: Mapping[str, Milestone], terms: Terms
) -> Ground:
    """Return what the rules look up.

    Args:
        connection: The database.
        known: The milestones by their codes.
        terms: Election and day.
    """
    stages = read_stages(connection, terms.election, terms.known_on)
    return Ground(
        stages={each.code: each for each in stages},
        plan={code: each.predecessors for code, each in known.items()},
        day=terms.known_on,
    )


def names_of(milestone: Milestone) -> tuple[str, ...]:
    """Return every name that a row may call a milestone by."""
    return in_both(milestone.name, milestone.short_name)


def objections(row: MilestoneRow, ground: Ground) -> list[Refusal]:
    """Return why a row is not stored; nothing for a sound one or one without news."""
    if _is_misnamed(row.values.get(Field.NAME), row.milestone):
        named = (("name", row.milestone.name.indonesian),)
        return [_refusal(row, RefusalKind.NAME_MISMATCH, Field.NAME, named)]
    if not row.found:
        return []
    if later := row.recorded.known_after(ground.day):
        return [known_later(row.number, later)]
    is_counted = row.milestone.measure is not ProgressMeasure.REPORTED
    if is_counted and Field.PROGRESS in {each.field for each in row.found}:
        return [_refusal(row, RefusalKind.PROGRESS_IS_COUNTED, Field.PROGRESS)]
    return [broken(row.number, each) for each in _violations(row, ground)]


def _violations(row: MilestoneRow, ground: Ground) -> tuple[Violation, ...]:
    """Return every rule of the form that the next state breaks."""
    milestone = row.milestone
    values = {name: row.next_state[name] for name in _AS_STATED}
    edit = MilestoneEdit(**values, predecessors=frozenset(milestone.predecessors))
    return (
        *check_closed(milestone, ground.stages.get(milestone.stage_code)),
        *check_edit(milestone.code, edit, ground.plan, ground.day),
    )


def _is_misnamed(name: Value, milestone: Milestone) -> bool:
    names = {key_of(each) for each in names_of(milestone)}
    return name is not None and key_of(str(name)) not in names


def _refusal(
    row: MilestoneRow,
    kind: RefusalKind,
    column: Field,
    arguments: tuple[tuple[str, Value], ...] = (),
) -> Refusal:
    value = row.values[column]
    return Refusal(
        kind=kind,
        row=row.number,
        column=column,
        value="" if value is None else str(value),
        arguments=arguments,
    )
