"""Writes a workbook of several sheets behind a cover that says what they are."""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reports.workbook import Cell, Formats, Sheet, formats_of, write_row, write_sheet

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LABEL_WIDTH, VALUE_WIDTH = 28, 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A workbook.

    Attributes:
        title: What it is called, as spreadsheet programs show it.
        cover_title: Name of its first sheet.
        cover: What that sheet says: labels, and values beside them.
        sheets: The others, each with a heading that stays in sight and filters.
    """

    title: str
    cover_title: str
    cover: tuple[tuple[str, Cell], ...]
    sheets: tuple[Sheet, ...]


def book_of(book: Book) -> bytes:
    """Return a workbook as XLSX; texts are texts, whatever they begin with."""
    file = io.BytesIO()
    from xlsxwriter import Workbook  # loaded by the first workbook, not at start

    with Workbook(file, {"constant_memory": True}) as workbook:
        workbook.set_properties({"title": book.title})
        formats = formats_of(workbook)
        _write_cover(workbook.add_worksheet(book.cover_title), book, formats)
        for sheet in book.sheets:
            values = write_sheet(workbook, sheet, formats)
            values.autofilter(0, 0, max(1, values.dim_rowmax), len(sheet.columns) - 1)
    return file.getvalue()


def _write_cover(cover: "Worksheet", book: Book, formats: Formats) -> None:
    cover.set_column(0, 0, LABEL_WIDTH)
    cover.set_column(1, 1, VALUE_WIDTH)
    cover.write_string(0, 0, book.title, formats.bold)
    for at, row in enumerate(book.cover, start=1):
        write_row(cover, at, row, formats)
