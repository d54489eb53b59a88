"""Previews the import of rounds of the satisfaction survey."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import Connection

from data_access.changes import Append
from data_access.imports.broken_rules import broken, known_later
from data_access.imports.frames import check_rows, unlike
from data_access.imports.grid import Grid
from data_access.imports.integrity_columns import survey_columns
from data_access.imports.lookup import lookup_of
from data_access.imports.preview import Preview, in_order, preview_file
from data_access.imports.recorded import (
    NOTHING,
    Recorded,
    changed,
    completed,
    read_recorded,
    status_of,
)
from data_access.imports.rows import Values, read_rows
from data_access.integrity_services import read_services
from data_access.tables import survey_rounds
from domain.importing import SURVEY_SHEETS, Field, ImportedRow, Refusal, Terms, Told
from domain.integrity_survey import Element, SurveyEdit
from domain.integrity_survey_checks import check_survey
from domain.provenance import Confidence

KEY = (Field.SERVICE, Field.PERIOD_START, Field.PERIOD_END)
GIVEN = (
    Field.RESPONDENTS,
    Field.POPULATION,
    Field.BASIS,
    *map(Field, Element),
    Field.DEVIATION,
)
OFFICE = "kantor"
"""What stands for the office as a whole where another round has a service."""

WHOLE_OFFICE = ("Kantor secara keseluruhan", "The office as a whole")
"""The same as the screens write it, in both languages."""

LONGEST_CODE = 76
"""Characters of a code before the number that tells it from another."""

Asked: TypeAlias = tuple[str | None, date, date]
"""Code of the service, or None for the office as a whole; first and last day."""


def preview_rounds(
    connection: Connection, content: bytes, terms: Terms, told: Told
) -> Preview:
    """Return what a file would change in the rounds of the survey.

    A row is the round that asked about the same service in the same days; where there
    is none, it is a new one. A simulated round stays simulated, as in the form.

    Args:
        connection: The database.
        content: The file, XLSX or CSV.
        terms: Province, day and source.
        told: Is told how many rows are read.
    """

    def read(grid: Grid) -> Preview:
        return _preview(connection, grid, terms, told)

    return preview_file(content, SURVEY_SHEETS, read)


def _preview(connection: Connection, grid: Grid, terms: Terms, told: Told) -> Preview:
    services = read_services(connection, terms.known_on)
    names = lookup_of(
        [
            (OFFICE, WHOLE_OFFICE),
            *(
                (each.code, (each.name.indonesian, each.name.english))
                for each in services
            ),
        ]
    )
    rows = read_rows(grid, survey_columns(names), told)
    rows.refuse(check_rows(rows.values, unlike(*KEY)))
    codes, recorded = _read_rounds(connection, terms)
    accepted, pending = [], []
    for number, values in list(rows.values.items()):
        if values.get(Field.SERVICE) in {None, OFFICE}:
            values[Field.SERVICE] = None
        asked = _asked(values)
        code = codes.get(asked) or _new_code(asked, recorded)
        its = recorded.get(code, NOTHING)
        found = changed(values, its.known, GIVEN)
        edit = _edit(values, its)
        if refusals := _objections(number, edit, its, terms) if found else []:
            rows.refuse(refusals)
            continue
        accepted.append(
            ImportedRow(
                row=number,
                codes=tuple(str(each or "") for each in asked),
                region_code=terms.province,
                status=status_of(its, found),
                changes=found,
            )
        )
        if found:
            pending.append(_append(code, edit, its, terms))
    return Preview(
        rows=tuple(accepted),
        refusals=in_order(rows.refusals),
        ignored_columns=rows.ignored_columns,
        ignored_sheets=grid.ignored_sheets,
        pending=tuple(pending),
    )


def _read_rounds(
    connection: Connection, terms: Terms
) -> tuple[dict[Asked, str], dict[str, Recorded]]:
    """Return the code of each round by what it asked, and what is recorded by code."""
    found = read_recorded(connection, survey_rounds, terms.known_on)
    recorded = {code: its for (code,), its in found.items()}
    codes = {_asked(its.newest): code for code, its in recorded.items() if its.newest}
    return codes, recorded


def _asked(row: Mapping[Any, Any]) -> Asked:
    return row[Field.SERVICE], row[Field.PERIOD_START], row[Field.PERIOD_END]


def _new_code(asked: Asked, recorded: Mapping[str, Recorded]) -> str:
    """Return the code of a new round; another one may have had these days before."""
    service, first, last = asked
    code = f"skm-{first}-{last}-{service or OFFICE}"[:LONGEST_CODE]
    taken = sum(each.startswith(code) for each in recorded)
    return f"{code}-{taken + 1}" if taken else code


def _edit(values: Values, recorded: Recorded) -> SurveyEdit:
    state = completed(values, recorded.known)
    given: dict[str, Any] = {field: state.get(field) for field in (*KEY, *GIVEN)}
    return SurveyEdit(**given)


def _objections(
    number: int, edit: SurveyEdit, recorded: Recorded, terms: Terms
) -> list[Refusal]:
    if later := recorded.known_after(terms.known_on):
        return [known_later(number, later)]
    return [broken(number, each) for each in check_survey(edit, terms.known_on)]


def _source(recorded: Recorded, terms: Terms) -> dict[str, Any]:
    """Return the source of what is stored; a changed simulation is no fact."""
    state = recorded.known
    if state and state["confidence"] is Confidence.SIMULATED:
        return {"source": state["source"], "confidence": Confidence.SIMULATED}
    return {"source": terms.source, "confidence": terms.confidence}


def _append(code: str, edit: SurveyEdit, recorded: Recorded, terms: Terms) -> Append:
    return Append(
        table=survey_rounds,
        key={"round_code": code},
        values={
            **asdict(edit),
            "known_on": terms.known_on,
            **_source(recorded, terms),
        },
        expected_version=recorded.version,
    )
