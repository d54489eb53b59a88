"""Previews the import of the commission's services: their state, their figures."""

from datetime import date
from typing import Any

from sqlalchemy import Connection

from data_access.imports.frames import check_rows, unlike
from data_access.imports.grid import Grid
from data_access.imports.integrity_columns import figure_columns, service_columns
from data_access.imports.lookup import Lookup, in_both, lookup_of
from data_access.imports.preview import Preview, preview_file
from data_access.imports.recorded import read_recorded
from data_access.imports.rows import read_rows
from data_access.imports.versioned_rows import Kind, Row, preview_rows
from data_access.integrity_services import read_services
from data_access.tables import service_figures, service_states
from domain.importing import FIGURE_SHEETS, SERVICE_SHEETS, Field, Terms, Told
from domain.integrity_service_rules import check_figure, check_service
from domain.integrity_services import FigureEdit, ServiceEdit

STATE = (Field.STATUS, Field.SINCE, Field.OWNER, Field.LINK)
FIGURE = (Field.COUNTED, Field.WHAT, Field.WHAT_ENGLISH)


def preview_services(
    connection: Connection, content: bytes, terms: Terms, told: Told
) -> Preview:
    """Return what a file would change in the states of services.

    A service that nobody recorded yet is refused: it begins in the form.

    Args:
        connection: The database.
        content: The file, XLSX or CSV.
        terms: Province, day and source.
        told: Is told how many rows are read.
    """

    def read(grid: Grid) -> Preview:
        rows = read_rows(grid, service_columns(_names(connection, terms)), told)
        rows.refuse(check_rows(rows.values, unlike(Field.SERVICE)))
        kind = Kind(
            table=service_states,
            recorded=read_recorded(connection, service_states, terms.known_on),
            key_of=lambda values: {"service_code": values[Field.SERVICE]},
            codes_of=lambda values: (str(values[Field.SERVICE]),),
            given=lambda _: STATE,
            stored=_state,
            check=lambda row: check_service(ServiceEdit(**_state(row)), terms.known_on),
        )
        return preview_rows(rows, kind, grid, terms)

    return preview_file(content, SERVICE_SHEETS, read)


def preview_figures(
    connection: Connection, content: bytes, terms: Terms, told: Told
) -> Preview:
    """Return what a file would change in the figures of services, month by month.

    Args:
        connection: The database.
        content: The file, XLSX or CSV.
        terms: Province, day and source.
        told: Is told how many rows are read.
    """

    def read(grid: Grid) -> Preview:
        rows = read_rows(grid, figure_columns(_names(connection, terms)), told)
        rows.refuse(check_rows(rows.values, unlike(Field.SERVICE, Field.MONTH)))
        kind = Kind(
            table=service_figures,
            recorded=read_recorded(connection, service_figures, terms.known_on),
            key_of=lambda values: {
                "service_code": values[Field.SERVICE],
                "month": values[Field.MONTH],
            },
            codes_of=lambda values: (
                str(values[Field.SERVICE]),
                str(values[Field.MONTH]),
            ),
            given=lambda _: FIGURE,
            stored=_figure,
            check=lambda row: check_figure(
                FigureEdit(**_figure(row)), _month(row), terms.known_on
            ),
        )
        return preview_rows(rows, kind, grid, terms)

    return preview_file(content, FIGURE_SHEETS, read)


def _names(connection: Connection, terms: Terms) -> Lookup:
    services = read_services(connection, terms.known_on)
    return lookup_of((each.code, in_both(each.name)) for each in services)


def _state(row: Row) -> dict[str, Any]:
    return {
        "status": row[Field.STATUS],
        "since": row.get(Field.SINCE),
        "owner": row.get(Field.OWNER) or "",
        "link": row.get(Field.LINK) or "",
    }


def _figure(row: Row) -> dict[str, Any]:
    return {
        "counted": row[Field.COUNTED],
        "what_indonesian": row.get(Field.WHAT) or "",
        "what_english": row.get(Field.WHAT_ENGLISH) or "",
    }


def _month(row: Row) -> date:
    month: date = row[Field.MONTH]
    return month
