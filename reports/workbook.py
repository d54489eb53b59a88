"""Writes a sheet of values as XLSX or CSV that no spreadsheet program runs.

XlsxWriter, because it only writes: it is kept up every few months, has no needs of its
own, and makes 20,000 rows in a second without holding them in memory.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import zip_longest
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Cell: TypeAlias = str | int | float | date | datetime | None

RUNS = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings of texts that a spreadsheet program would run."""

LAST_ROW = 20_000
"""Row down to which the lists of choices reach."""

GUIDE_WIDTH = 100
LIST_WIDTH = 36
FIRST_LIST = 2
"""Column of the sheet with the rules in which the first list of choices stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a sheet.

    Attributes:
        heading: Its heading.
        width: Its width, in characters.
        choices: What its cells may hold; empty for anything.
    """

    heading: str
    width: int
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet of values, and where it has one, a second one that explains it.

    Attributes:
        title: Name of the sheet.
        columns: Its columns.
        rows: Its rows, as wide as the columns.
        guide_title: Name of the sheet that explains it.
        guide: Paragraphs of that sheet.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Cell]]
    guide_title: str = ""
    guide: tuple[str, ...] = ()


def xlsx_of(sheet: Sheet) -> bytes:
    """Return a sheet as an XLSX workbook: heading frozen, choices as lists.

    Texts are stored as texts, whatever they begin with; days as days, shown as
    2022-09-08.
    """
    file = io.BytesIO()
    from xlsxwriter import Workbook  # loaded by the first workbook, not at start

    with Workbook(file, {"constant_memory": True}) as workbook:
        formats = formats_of(workbook)
        write_sheet(workbook, sheet, formats)
        _write_guide(workbook, sheet, formats.bold)
    return file.getvalue()


@dataclass(frozen=True, slots=True, kw_only=True)
class Formats:
    """How the cells of one workbook look."""

    bold: "Format"
    day: "Format"
    instant: "Format"


def formats_of(workbook: "Workbook") -> Formats:
    """Return the looks of cells, added to a workbook."""
    bold = {"bold": True, "text_wrap": True, "valign": "top"}
    return Formats(
        bold=workbook.add_format(bold),
        day=workbook.add_format({"num_format": "yyyy-mm-dd"}),
        instant=workbook.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
    )


def write_sheet(workbook: "Workbook", sheet: Sheet, formats: Formats) -> "Worksheet":
    """Add a sheet of values to a workbook, and return it."""
    values = workbook.add_worksheet(sheet.title)
    _lay_out(values, sheet, formats.bold)
    for at, row in enumerate(sheet.rows, start=1):
        write_row(values, at, row, formats)
    return values


def csv_of(sheet: Sheet) -> bytes:
    """Return a sheet as CSV in UTF-8 with a mark, columns between semicolons.

    A text that a spreadsheet program would run has an apostrophe before it.
    """
    text = io.StringIO(newline="")
    lines = csv.writer(text, delimiter=";")
    lines.writerow([inert(column.heading) for column in sheet.columns])
    lines.writerows([inert(cell) for cell in row] for row in sheet.rows)
    return text.getvalue().encode("utf-8-sig")


def _lay_out(values: "Worksheet", sheet: Sheet, bold: "Format") -> None:
    from xlsxwriter.utility import quote_sheetname, xl_range_abs

    values.freeze_panes(1, 0)
    listed = FIRST_LIST
    for at, column in enumerate(sheet.columns):
        values.set_column(at, at, column.width)
        values.write_string(0, at, column.heading, bold)
        if column.choices:
            place = xl_range_abs(1, listed, len(column.choices), listed)
            title = quote_sheetname(sheet.guide_title)
            allowed = {"validate": "list", "source": f"={title}!{place}"}
            values.data_validation(1, at, LAST_ROW, at, allowed)
            listed += 1


def write_row(
    values: "Worksheet", at: int, row: Sequence[Cell], formats: Formats
) -> None:
    """Write a row, counted from 0: each value as what it is, a text never as more."""
    for column, cell in enumerate(row):
        match cell:
            case None | "":
                pass
            case str():
                values.write_string(at, column, cell)
            case datetime():
                values.write_datetime(at, column, cell, formats.instant)
            case date():
                values.write_datetime(at, column, cell, formats.day)
            case _:
                values.write_number(at, column, cell)


def _write_guide(workbook: "Workbook", sheet: Sheet, bold: "Format") -> None:
    """Write the rules, and beside them the lists of choices under their headings.

    Excel takes lists of more than 255 characters from cells only.
    """
    guide = workbook.add_worksheet(sheet.guide_title)
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    guide.set_column(0, 0, GUIDE_WIDTH)
    listed = [column for column in sheet.columns if column.choices]
    guide.set_column(FIRST_LIST, FIRST_LIST + len(listed), LIST_WIDTH)
    lists = [(column.heading, *column.choices) for column in listed]
    for at, texts in enumerate(zip_longest(sheet.guide, *lists)):
        for place, text in enumerate(texts):
            column = FIRST_LIST + place - 1 if place else 0
            style = bold if place and at == 0 else wrapped
            guide.write_string(at, column, text or "", style)


def inert(cell: Cell) -> Cell:
    """Return a cell for a CSV file: a text that would run has an apostrophe before it.

    A text that would run begins like a formula.
    """
    is_run = isinstance(cell, str) and cell.startswith(RUNS)
    return f"'{cell}" if is_run else cell
