"""Previews the import of years of SAKIP: their grades and scores."""

from typing import Any

from sqlalchemy import Connection

from data_access.imports.frames import check_rows, unlike
from data_access.imports.grid import Grid
from data_access.imports.integrity_columns import accountability_columns
from data_access.imports.preview import Preview, preview_file
from data_access.imports.recorded import read_recorded
from data_access.imports.rows import read_rows
from data_access.imports.versioned_rows import Kind, Row, preview_rows
from data_access.integrity_accountability import read_bands, read_weights
from data_access.tables import accountability_years
from domain.importing import ACCOUNTABILITY_SHEETS, Field, Terms, Told
from domain.integrity_accountability import Component, YearEdit, check_year

GIVEN = (Field.GRADE, Field.TOTAL, *map(Field, Component))


def preview_years(
    connection: Connection, content: bytes, terms: Terms, told: Told
) -> Preview:
    """Return what a file would change in the years of SAKIP; what is empty is unknown.

    Args:
        connection: The database.
        content: The file, XLSX or CSV.
        terms: Province, day and source.
        told: Is told how many rows are read.
    """

    def read(grid: Grid) -> Preview:
        rows = read_rows(grid, accountability_columns(), told)
        rows.refuse(check_rows(rows.values, unlike(Field.YEAR)))
        rules = read_weights(connection), read_bands(connection)
        kind = Kind(
            table=accountability_years,
            recorded=read_recorded(connection, accountability_years, terms.known_on),
            key_of=lambda values: {"year": values[Field.YEAR]},
            codes_of=lambda values: (str(values[Field.YEAR]),),
            given=lambda _: GIVEN,
            stored=_result,
            check=lambda row: check_year(
                row[Field.YEAR], YearEdit(**_result(row)), rules, terms.known_on
            ),
        )
        return preview_rows(rows, kind, grid, terms)

    return preview_file(content, ACCOUNTABILITY_SHEETS, read)


def _result(row: Row) -> dict[str, Any]:
    return {field: row.get(field) for field in GIVEN}
