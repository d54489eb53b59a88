"""Reads a CSV file as spreadsheets of either language write it."""

import csv
import io
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from itertools import islice

from data_access.imports.grid import (
    MOST_ROWS,
    Cell,
    Grid,
    RefusedFile,
    grid_of,
    refused,
    shown,
)
from data_access.imports.sheet_marks import MARKS_KEPT, cell_name
from domain.importing import Refusal, RefusalKind

SEPARATORS = (";", ",", "\t")
GUARDED = ("'=", "'+", "'-", "'@", "'\t", "'\r")
"""Beginnings of texts that were written so that no spreadsheet runs them."""


def read_csv(content: bytes) -> Grid:
    """Return the cells of a CSV file; the separator is the one its heading has most.

    Raises:
        RefusedFile: The text is in another encoding than UTF-8 or UTF-16, its quotes
            do not close, or a cell holds a formula.
    """
    text = _decoded(content)
    separator = max(SEPARATORS, key=lambda each: len(_first_row(text, each)))
    rows = list(_rows(text, separator))
    _refuse_formulas(rows)
    return grid_of([[_unguarded(cell) for cell in row] for row in rows], ())


def _decoded(content: bytes) -> str:
    is_utf16 = content.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    if not is_utf16 and b"\0" in content:
        raise refused(RefusalKind.WRONG_TYPE)
    encoding = "utf-16" if is_utf16 else "utf-8"
    try:
        return content.removeprefix(BOM_UTF8).decode(encoding)
    except UnicodeDecodeError:
        if is_utf16:
            raise refused(RefusalKind.DAMAGED) from None
        raise refused(RefusalKind.NOT_UTF8, found="Windows-1252") from None


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        # One more than allowed, so that the others are not read in vain.
        yield from islice(lines, MOST_ROWS * 2)
    except csv.Error:
        raise refused(RefusalKind.DAMAGED) from None


def _first_row(text: str, separator: str) -> list[str]:
    return next(_rows(text, separator), [])


def _unguarded(text: str) -> Cell:
    return text[1:] if text.startswith(GUARDED) else text


def _refuse_formulas(rows: list[list[str]]) -> None:
    """Raise the cells that a spreadsheet program would compute."""
    formulas = (
        Refusal(
            kind=RefusalKind.FORMULA,
            row=at,
            column=cell_name(at, column),
            value=shown(cell),
        )
        for at, row in enumerate(rows, start=1)
        for column, cell in enumerate(row, start=1)
        if cell.startswith("=")
    )
    if named := tuple(islice(formulas, MARKS_KEPT)):
        raise RefusedFile(*named)
