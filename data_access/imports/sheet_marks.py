"""Scans the parts of a workbook for what its reader would not tell.

The reader gives a formula's last result as if somebody had typed it, and takes memory
for every cell up to the furthest one. Both are seen here first, in the XML itself.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from data_access.imports.grid import refused
from domain.importing import RefusalKind

Attributes = dict[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[str], None]
Text = Callable[[str], None]

MARKS_KEPT = 50
"""Cells of each kind that are named; more tell a person nothing."""


@dataclass(slots=True)
class SheetMarks:
    """What the scan of one sheet found.

    Attributes:
        last_row: Number of the furthest row with a cell.
        last_column: Number of the furthest column with a cell.
        formulas: Names of cells that hold a formula.
        errors: Names of cells that hold an error, such as #REF!.
        merged: Ranges of merged cells.
        shared: Number of cells that show a text of the workbook's list of texts.
    """

    last_row: int = 0
    last_column: int = 0
    formulas: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    shared: int = 0


def scan_sheet(part: bytes) -> SheetMarks:
    """Return what a sheet holds beside plain values.

    Raises:
        RefusedFile: The part is no XML, or declares a document type.
    """
    scan = _Scan()
    parse(part, scan.start, scan.end)
    return scan.marks


def refuse_false_counts(part: bytes) -> None:
    """Refuse a part that says it holds more things than it has bytes.

    The reader takes memory for as many as a part says, and ends the whole server where
    there is not so much.

    Raises:
        RefusedFile: A count is false, or the part is no XML.
    """

    def check(_name: str, attributes: Attributes) -> None:
        for name in ("count", "uniqueCount"):
            count = attributes.get(name, "0")
            if not (count.isascii() and count.isdigit() and int(count) <= len(part)):
                raise refused(RefusalKind.DAMAGED)

    parse(part, check)


def longest_text(part: bytes) -> int:
    """Return the most characters of any text in the workbook's list of texts."""
    lengths, current = [0], [0]

    def end(name: str) -> None:
        if name == "si":
            lengths.append(current[0])
            current[0] = 0

    def count(text: str) -> None:
        current[0] += len(text)

    parse(part, _ignore, end, count)
    return max(lengths)


def sheet_parts(parts: dict[str, bytes]) -> dict[str, str]:
    """Return the name of the part that holds each sheet, by the sheet's name."""
    targets: dict[str, str] = {}
    sheets: dict[str, str] = {}

    def relation(name: str, attributes: Attributes) -> None:
        if name == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def sheet(name: str, attributes: Attributes) -> None:
        if name == "sheet":
            target = targets.get(attributes.get("id", ""), "")
            sheets[attributes.get("name", "")] = target

    parse(parts.get("xl/_rels/workbook.xml.rels", b""), relation)
    parse(parts.get("xl/workbook.xml", b""), sheet)
    return {name: _absolute(target) for name, target in sheets.items()}


def parse(
    part: bytes, start: Start, end: End | None = None, text: Text | None = None
) -> None:
    """Tell `start` each element and its attributes, without their namespaces.

    Raises:
        RefusedFile: The part is no XML, or declares a document type.
    """
    # In UTF-8 whatever the part declares, as the reader of the cells takes it.
    parser = expat.ParserCreate("utf-8", " ")

    def refuse_document_type(*_declared: object) -> None:
        raise refused(RefusalKind.DAMAGED)

    def local_start(name: str, attributes: Attributes) -> None:
        start(_local(name), {_local(key): each for key, each in attributes.items()})

    parser.StartDoctypeDeclHandler = refuse_document_type
    parser.StartElementHandler = local_start
    if end is not None:
        parser.EndElementHandler = lambda name: end(_local(name))
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(part, True)
    except expat.ExpatError:
        raise refused(RefusalKind.DAMAGED) from None


class _Scan:
    """Follows the elements of a sheet, cell by cell."""

    def __init__(self) -> None:
        self.marks = SheetMarks()
        self.cell = ""
        self.row, self.column = 0, 0

    def start(self, name: str, attributes: Attributes) -> None:
        match name:
            case "row":
                self._begin_row(attributes)
            case "c":
                self._begin_cell(attributes)
            case "f" if self.cell:
                _keep(self.marks.formulas, self.cell)
            case "mergeCell":
                _keep(self.marks.merged, attributes.get("ref", ""))
            case _:
                pass

    def end(self, name: str) -> None:
        if name == "c":
            self.cell = ""

    def _begin_row(self, attributes: Attributes) -> None:
        given = attributes.get("r")
        if given is not None and not _ROW.fullmatch(given):
            raise refused(RefusalKind.DAMAGED)
        self.row = self.row + 1 if given is None else int(given)
        self.column = 0
        self.marks.last_row = max(self.marks.last_row, self.row)

    def _begin_cell(self, attributes: Attributes) -> None:
        given = attributes.get("r")
        row, column = (self.row, self.column + 1) if given is None else _place(given)
        self.column = column
        self.marks.last_row = max(self.marks.last_row, row)
        self.marks.last_column = max(self.marks.last_column, column)
        self.cell = cell_name(row, column)
        match attributes.get("t"):
            case "e":
                _keep(self.marks.errors, self.cell)
            case "s":
                self.marks.shared += 1
            case _:
                pass


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell, such as `AB12`; both numbers count from 1."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


# Longer ones overflow the numbers of the reader, which then sees another cell.
_ROW = re.compile("[0-9]{1,7}")
_CELL = re.compile("([A-Z]{1,3})([0-9]{1,7})")


def _place(name: str) -> tuple[int, int]:
    found = _CELL.fullmatch(name)
    if found is None:
        raise refused(RefusalKind.DAMAGED)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column


def _keep(marks: list[str], cell: str) -> None:
    if len(marks) < MARKS_KEPT:
        marks.append(cell)


def _ignore(_name: str, _attributes: Attributes) -> None:
    """Take no notice of an element."""


def _local(name: str) -> str:
    return name.rsplit(" ", 1)[-1]


def _absolute(target: str) -> str:
    return target[1:] if target.startswith("/") else f"xl/{target}"
