"""Why an assessment is refused, as it stands with what a file adds to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from data_access.imports.broken_rules import broken
from data_access.imports.recorded import NOTHING, Recorded, completed
from data_access.imports.rows import Values
from data_access.imports.versioned_rows import Row
from domain.importing import Field, Refusal, RefusalKind
from domain.integrity_assessment import SURVEYED, Assessor, Scheme
from domain.integrity_scores import (
    ScoreEdit,
    ScoreRule,
    Slot,
    check_scores,
    row_of,
    slots_of,
)
from domain.provenance import Confidence

COUNTED = (Field.EVIDENCE, Field.EVIDENCE_NEEDED)
EVIDENCE = (*COUNTED, Field.EVIDENCE_LINK)

Place: TypeAlias = tuple[int, Assessor, Slot]
"""Period, assessor, and what is scored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What the rows are held against.

    Attributes:
        scheme: The components and their weights.
        recorded: What is recorded of each score.
        rows: Row and values of each score that the file gives.
    """

    scheme: Scheme
    recorded: Mapping[Place, Recorded]
    rows: Mapping[Place, tuple[int, Values]]


def number_field(values: Mapping[Any, Any]) -> Field:
    """Return which column holds the score: the index where a survey gives it."""
    is_surveyed = values[Field.COMPONENT] in SURVEYED
    return Field.SURVEY_INDEX if is_surveyed else Field.POINTS


def objections(ground: Ground, day: date) -> list[Refusal]:
    """Return every rule that an assessment breaks with what the file adds to it.

    Args:
        ground: What the rows of the file are held against.
        day: Day of the import.
    """
    assessments = dict.fromkeys((period, who) for period, who, _ in ground.rows)
    return [
        refusal
        for period, assessor in assessments
        for refusal in _broken_in(period, assessor, ground, day)
    ]


def _broken_in(
    period: int, assessor: Assessor, ground: Ground, day: date
) -> list[Refusal]:
    recorded = _of(ground.recorded, period, assessor)
    given = _of(ground.rows, period, assessor)
    edits = {
        slot: edit_of(its.known) for slot, its in recorded.items() if _counts(its)
    } | {
        slot: edit_of(completed(values, recorded.get(slot, NOTHING).known))
        for slot, (_row, values) in given.items()
    }
    missing = [slot for slot in slots_of(ground.scheme) if slot not in edits]
    rows = {row_of(slot): row for slot, (row, _values) in given.items()}
    first = min(rows.values())
    found = check_scores(edits, ground.scheme, period, day)
    return [
        *(_missing(slot, period, assessor) for slot in missing),
        *(
            broken(rows.get(name, first), each)
            for name, violations in found.items()
            for each in violations
            if each.rule is not ScoreRule.MISSING
        ),
    ]


def _of(
    places: Mapping[Place, Any], period: int, assessor: Assessor
) -> dict[Slot, Any]:
    """Return what belongs to one assessment, by what is scored."""
    return {
        slot: each
        for (year, who, slot), each in places.items()
        if (year, who) == (period, assessor)
    }


def _counts(recorded: Recorded) -> bool:
    """Return whether a score may stand beside those of a file: simulated ones not."""
    state = recorded.known
    return state is not None and state["confidence"] is not Confidence.SIMULATED


def edit_of(row: Row) -> ScoreEdit:
    """Return a score as the form would have it."""
    present, needed = (row.get(field) or 0 for field in COUNTED)
    return ScoreEdit(
        number=f"{row[number_field(row)]:f}",
        evidence=present,
        evidence_needed=needed,
        link=row.get(Field.EVIDENCE_LINK) or "",
    )


def _missing(slot: Slot, period: int, assessor: Assessor) -> Refusal:
    component, aspect = slot
    return Refusal(
        kind=RefusalKind.SCORE_MISSING,
        value=component,
        arguments=(("assessor", assessor), ("period", str(period)), ("aspect", aspect)),
    )
