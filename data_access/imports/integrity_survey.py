"""Previews the import of rounds of the satisfaction survey."""

from collections.abc import Collection, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import Connection

from data_access.imports.frames import check_rows, unlike
from data_access.imports.grid import Grid
from data_access.imports.integrity_columns import survey_columns
from data_access.imports.lookup import in_both, lookup_of
from data_access.imports.preview import Preview, preview_file
from data_access.imports.recorded import Key, Recorded, read_recorded
from data_access.imports.rows import Values, read_rows
from data_access.imports.versioned_rows import Kind, Row, preview_rows
from data_access.integrity_services import read_services
from data_access.tables import survey_rounds
from domain.importing import SURVEY_SHEETS, Field, Terms, Told
from domain.integrity_survey import Element, SurveyEdit
from domain.integrity_survey_checks import check_survey

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
            *((each.code, in_both(each.name)) for each in services),
        ]
    )
    rows = read_rows(grid, survey_columns(names), told)
    for values in rows.values.values():
        is_of_service = values.get(Field.SERVICE) not in {None, OFFICE}
        values[Field.SERVICE] = values[Field.SERVICE] if is_of_service else None
    rows.refuse(check_rows(rows.values, unlike(*KEY)))
    codes, recorded = _read_rounds(connection, terms)

    def key_of(values: Values) -> dict[str, Any]:
        asked = _asked(values)
        return {"round_code": codes.get(asked) or _new_code(asked, codes.values())}

    kind = Kind(
        table=survey_rounds,
        recorded=recorded,
        key_of=key_of,
        codes_of=lambda values: tuple(str(each or "") for each in _asked(values)),
        given=lambda _: GIVEN,
        stored=lambda row: asdict(_edit(row)),
        check=lambda row: check_survey(_edit(row), terms.known_on),
        stays_simulated=True,
    )
    return preview_rows(rows, kind, grid, terms)


def _read_rounds(
    connection: Connection, terms: Terms
) -> tuple[dict[Asked, str], dict[Key, Recorded]]:
    """Return the code of each round by what it asked, and what is recorded by code."""
    recorded = read_recorded(connection, survey_rounds, terms.known_on)
    codes = {
        _asked(its.newest): code for (code,), its in recorded.items() if its.newest
    }
    return codes, recorded


def _asked(row: Mapping[Any, Any]) -> Asked:
    return row[Field.SERVICE], row[Field.PERIOD_START], row[Field.PERIOD_END]


def _new_code(asked: Asked, codes: Collection[str]) -> str:
    """Return the code of a new round; another one may have had these days before."""
    service, first, last = asked
    code = f"skm-{first}-{last}-{service or OFFICE}"[:LONGEST_CODE]
    taken = sum(each.startswith(code) for each in codes)
    return f"{code}-{taken + 1}" if taken else code


def _edit(row: Row) -> SurveyEdit:
    given: dict[str, Any] = {field: row.get(field) for field in (*KEY, *GIVEN)}
    return SurveyEdit(**given)
