"""Reads one visible sheet of an XLSX workbook.

Formulas are refused by cell: their stored results are what another program last made
of them, and nobody typed those. Merged cells are refused by range.
"""

from collections.abc import Container
from typing import cast

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from data_access.imports.archives import MOST_UNPACKED, repack, unpack
from data_access.imports.grid import (
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Grid,
    RefusedFile,
    grid_of,
    refused,
)
from data_access.imports.sheet_marks import (
    SheetMarks,
    longest_text,
    refuse_false_counts,
    scan_sheet,
    sheet_parts,
)
from domain.importing import Refusal, RefusalKind

MOST_TEXT = 200_000_000
"""Characters of all cells, if each showed the longest text of the workbook."""

BLANK_ROWS = 1_000
"""Rows without content, such as formatted ones, that may stand among the others."""

TEXTS = "xl/sharedStrings.xml"
COUNTED = frozenset({TEXTS.lower(), "xl/styles.xml", "xl/workbook.xml"})
"""Parts that the reader takes in whole before it is asked for any cell.

In lower case: the reader finds them however their names are written.
"""


def read_workbook(content: bytes, titles: Container[str] = ()) -> Grid:
    """Return the cells of the first visible sheet.

    Args:
        content: The file.
        titles: Names of the sheets that go before it, such as those of a workbook of
            ours that has more of them.

    Raises:
        RefusedFile: The workbook is too large, locked, damaged, or its sheet holds
            formulas, errors or merged cells.
    """
    parts = unpack(content)
    for name, part in parts.items():
        if name.lower() in COUNTED:
            refuse_false_counts(part)
    try:
        workbook = CalamineWorkbook.from_filelike(repack(parts))
        name, others = _visible_sheet(workbook, titles)
        _check_sheet(parts, name)
        rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except CalamineError:
        raise refused(RefusalKind.DAMAGED) from None
    return grid_of(cast("list[list[Cell]]", rows), others)


def _visible_sheet(
    workbook: CalamineWorkbook, titles: Container[str]
) -> tuple[str, tuple[str, ...]]:
    """Return the name of the sheet to read, and the names of the others."""
    sheets = workbook.sheets_metadata
    visible = [
        sheet.name
        for sheet in sheets
        if sheet.visible is SheetVisibleEnum.Visible
        and sheet.typ is SheetTypeEnum.WorkSheet
    ]
    if not visible:
        raise refused(RefusalKind.NO_VISIBLE_SHEET)
    chosen = next((name for name in visible if name in titles), visible[0])
    return chosen, tuple(each.name for each in sheets if each.name != chosen)


def _check_sheet(parts: dict[str, bytes], name: str) -> None:
    """Raise what is wrong with a sheet beside its values, before any is read."""
    marks = scan_sheet(parts.get(sheet_parts(parts).get(name, ""), b""))
    if marks.last_row > MOST_ROWS + BLANK_ROWS:
        raise refused(RefusalKind.TOO_MANY_ROWS, most=MOST_ROWS)
    if marks.last_column > MOST_COLUMNS:
        raise refused(RefusalKind.TOO_MANY_COLUMNS, most=MOST_COLUMNS)
    if marks.shared and marks.shared * longest_text(parts.get(TEXTS, b"")) > MOST_TEXT:
        raise refused(RefusalKind.UNPACKS_TOO_LARGE, most=MOST_UNPACKED)
    if refusals := _refusals(marks):
        raise RefusedFile(*refusals)


def _refusals(marks: SheetMarks) -> list[Refusal]:
    found = (
        (RefusalKind.MERGED_CELLS, marks.merged),
        (RefusalKind.FORMULA, marks.formulas),
        (RefusalKind.ERROR_VALUE, marks.errors),
    )
    return [Refusal(kind=kind, column=cell) for kind, cells in found for cell in cells]
