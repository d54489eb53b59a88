"""Previews the import of assessments of the integrity zone: all of them, or none."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection

from data_access.imports.frames import check_rows, unlike
from data_access.imports.grid import Grid
from data_access.imports.integrity_assessment_checks import (
    COUNTED,
    EVIDENCE,
    Ground,
    Place,
    edit_of,
    number_field,
    objections,
)
from data_access.imports.integrity_columns import assessment_columns
from data_access.imports.lookup import in_both, lookup_of
from data_access.imports.preview import Preview, preview_file, whole
from data_access.imports.recorded import Recorded, read_recorded
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
from domain.integrity_assessment import SURVEYED, Aspect, Assessor
from domain.integrity_scores import (
    Slot,
    points_of,
    slots_of,
)

KEY = (Field.PERIOD, Field.ASSESSOR, Field.COMPONENT, Field.ASPECT)


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
    names = lookup_of(
        (each.code, in_both(each.name, each.short_name)) for each in scheme.components
    )
    rows = read_rows(grid, assessment_columns(names), told)
    rows.refuse(list(_without_number(rows)))
    rows.refuse(check_rows(rows.values, unlike(*KEY)))
    ground = Ground(
        scheme=scheme,
        recorded=_read_scores(connection, terms),
        rows={_place(values): (row, values) for row, values in rows.values.items()},
    )
    if not rows.refusals:  # else scores would be missed that stand in a refused row
        rows.refuse(objections(ground, terms.known_on))
    weights = slots_of(scheme)
    kind = Kind(
        table=integrity_scores,
        recorded={
            tuple(_key(place).values()): each for place, each in ground.recorded.items()
        },
        key_of=lambda values: _key(_place(values)),
        codes_of=lambda values: tuple(str(values[field]) for field in KEY),
        given=lambda values: (number_field(values), *EVIDENCE),
        stored=lambda row: _stored(row, weights),
    )
    return preview_rows(rows, kind, grid, terms)


def _without_number(rows: Rows) -> Iterator[Refusal]:
    """Count evidence that is left out as none, and yield each score that is."""
    for number, values in rows.values.items():
        given = [field for field in COUNTED if field in values]
        values.update({field: values[field] or 0 for field in given})
        field = number_field(values)
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
    edit = edit_of(row)
    number = Decimal(edit.number)
    return {
        "points": points_of(slot, number, weights[slot]),
        "survey_index": number if slot[0] in SURVEYED else None,
        "evidence": edit.evidence,
        "evidence_needed": edit.evidence_needed,
        "evidence_link": edit.link,
    }
