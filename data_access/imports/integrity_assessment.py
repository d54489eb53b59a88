"""Previews the import of assessments of the integrity zone: all of them, or none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

from sqlalchemy import Connection

from data_access.imports.broken_rules import broken
from data_access.imports.frames import check_rows, unlike
from data_access.imports.grid import Grid
from data_access.imports.integrity_columns import assessment_columns
from data_access.imports.lookup import lookup_of
from data_access.imports.preview import Preview, preview_file, whole
from data_access.imports.recorded import NOTHING, Recorded, completed, read_recorded
from data_access.imports.rows import Rows, Values, read_rows
from data_access.imports.versioned_rows import Kind, Row, preview_rows
from data_access.integrity_assessments import read_scheme
from data_access.tables import integrity_scores
from domain.importing import (
    ASSESSMENT_SHEETS,
    Field,
    Refusal,
    RefusalKind,
    Terms,
    Told,
)
from domain.integrity_assessment import SURVEYED, Aspect, Assessor, Component, Scheme
from domain.integrity_scores import (
    ScoreEdit,
    ScoreRule,
    Slot,
    check_scores,
    points_of,
    row_of,
    slots_of,
)
from domain.provenance import Confidence

KEY = (Field.PERIOD, Field.ASSESSOR, Field.COMPONENT, Field.ASPECT)
COUNTED = (Field.EVIDENCE, Field.EVIDENCE_NEEDED)
EVIDENCE = (*COUNTED, Field.EVIDENCE_LINK)

Place: TypeAlias = tuple[int, Assessor, Slot]
"""Period, assessor, and what is scored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """What the rows are held against.

    Attributes:
        scheme: The components and their weights.
        recorded: What is recorded of each score.
        rows: Row and values of each score that the file gives.
    """

    scheme: Scheme
    recorded: Mapping[Place, Recorded]
    rows: Mapping[Place, tuple[int, Values]]


def preview_assessments(
    connection: Connection, content: bytes, terms: Terms, told: Told
) -> Preview:
    """Return what a file would change in the scores of assessments.

    A score that the file does not give stays as it is recorded; where none is, or a
    simulated one, it is missing. Anything wrong with the file refuses all of it: an
    assessment is stored whole.

    Args:
        connection: The database.
        content: The file, XLSX or CSV.
        terms: Province, day and source.
        told: Is told how many rows are read.
    """

    def read(grid: Grid) -> Preview:
        return whole(_preview(connection, grid, terms, told))

    return preview_file(content, ASSESSMENT_SHEETS, read)


def _preview(connection: Connection, grid: Grid, terms: Terms, told: Told) -> Preview:
    scheme = read_scheme(connection)
    names = lookup_of((each.code, _names_of(each)) for each in scheme.components)
    rows = read_rows(grid, assessment_columns(names), told)
    rows.refuse(list(_without_number(rows)))
    rows.refuse(check_rows(rows.values, unlike(*KEY)))
    ground = _Ground(
        scheme=scheme,
        recorded=_read_scores(connection, terms),
        rows={_place(values): (row, values) for row, values in rows.values.items()},
    )
    rows.refuse(_objections(rows, ground, terms))
    weights = slots_of(scheme)
    kind = Kind(
        table=integrity_scores,
        recorded={
            tuple(_key(place).values()): each for place, each in ground.recorded.items()
        },
        key_of=lambda values: _key(_place(values)),
        codes_of=lambda values: tuple(str(values[field]) for field in KEY),
        given=lambda values: (_number_field(values), *EVIDENCE),
        stored=lambda row: _stored(row, weights),
    )
    return preview_rows(rows, kind, grid, terms)


def _names_of(component: Component) -> tuple[str, ...]:
    names = (component.name, component.short_name)
    return tuple(each for name in names for each in (name.indonesian, name.english))


def _number_field(values: Mapping[Any, Any]) -> Field:
    """Return which column holds the score: the index where a survey gives it."""
    is_surveyed = values[Field.COMPONENT] in SURVEYED
    return Field.SURVEY_INDEX if is_surveyed else Field.POINTS


def _without_number(rows: Rows) -> Iterator[Refusal]:
    """Count evidence that is left out as none, and yield each score that is."""
    for number, values in rows.values.items():
        given = [field for field in COUNTED if field in values]
        values.update({field: values[field] or 0 for field in given})
        field = _number_field(values)
        if values.get(field) is None:
            yield Refusal(kind=RefusalKind.EMPTY, row=number, column=field)


def _place(values: Values) -> Place:
    period: Any = values[Field.PERIOD]
    slot = (str(values[Field.COMPONENT]), Aspect(str(values[Field.ASPECT])))
    return period, Assessor(str(values[Field.ASSESSOR])), slot


def _read_scores(connection: Connection, terms: Terms) -> dict[Place, Recorded]:
    found = read_recorded(connection, integrity_scores, terms.known_on)
    return {
        (period, assessor, (component, aspect)): recorded
        for (period, component, aspect, assessor), recorded in found.items()
    }


def _objections(rows: Rows, ground: _Ground, terms: Terms) -> list[Refusal]:
    """Return every rule that an assessment breaks with what the file adds to it."""
    if rows.refusals:
        return []  # scores would be missed that stand in a refused row
    assessments = dict.fromkeys((period, who) for period, who, _ in ground.rows)
    return [
        refusal
        for period, assessor in assessments
        for refusal in _broken_in(period, assessor, ground, terms)
    ]


def _broken_in(
    period: int, assessor: Assessor, ground: _Ground, terms: Terms
) -> list[Refusal]:
    recorded = _of(ground.recorded, period, assessor)
    given = _of(ground.rows, period, assessor)
    edits = {
        slot: _edit(its.known) for slot, its in recorded.items() if _counts(its)
    } | {
        slot: _edit(completed(values, recorded.get(slot, NOTHING).known))
        for slot, (_row, values) in given.items()
    }
    missing = [slot for slot in slots_of(ground.scheme) if slot not in edits]
    rows = {row_of(slot): row for slot, (row, _values) in given.items()}
    first = min(rows.values())
    found = check_scores(edits, ground.scheme, period, terms.known_on)
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


def _edit(row: Row) -> ScoreEdit:
    """Return a score as the form would have it."""
    present, needed = (row.get(field) or 0 for field in COUNTED)
    return ScoreEdit(
        number=f"{row[_number_field(row)]:f}",
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


def _key(place: Place) -> dict[str, Any]:
    period, assessor, (component, aspect) = place
    return {
        "period": period,
        "component_code": component,
        "aspect": aspect,
        "assessor": assessor,
    }


def _stored(row: Row, weights: Mapping[Slot, Decimal]) -> dict[str, Any]:
    slot = (row[Field.COMPONENT], Aspect(row[Field.ASPECT]))
    edit = _edit(row)
    number = Decimal(edit.number)
    return {
        "points": points_of(slot, number, weights[slot]),
        "survey_index": number if slot[0] in SURVEYED else None,
        "evidence": edit.evidence,
        "evidence_needed": edit.evidence_needed,
        "evidence_link": edit.link,
    }
