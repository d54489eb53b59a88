"""What reading a file gives: a heading and rows of cells, or why it is refused."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from domain.importing import Refusal, RefusalKind, Value

Cell: TypeAlias = str | int | float | date | datetime | time | timedelta | None
"""A cell as the file holds it; None where it is empty. A bool is an int here too."""

MOST_ROWS = 20_000
MOST_COLUMNS = 100
MOST_BYTES = 5_000_000

SHOWN_CHARACTERS = 80
"""Characters of a refused value that a refusal keeps."""


class RefusedFile(Exception):
    """A file cannot be imported at all; `refusals` say why."""

    def __init__(self, *refusals: Refusal) -> None:
        super().__init__(", ".join(refusal.kind for refusal in refusals))
        self.refusals = refusals


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The cells of the one sheet that is imported.

    Attributes:
        heading: Texts of row 1.
        rows: Number and cells of each row with any content; cells as many as headings.
        ignored_sheets: Names of the other sheets, hidden ones too.
    """

    heading: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    ignored_sheets: tuple[str, ...] = ()


def refused(kind: RefusalKind, column: str = "", **arguments: Value) -> RefusedFile:
    """Return the refusal of a whole file."""
    return RefusedFile(
        Refusal(kind=kind, column=column, arguments=tuple(arguments.items()))
    )


def grid_of(rows: Sequence[Sequence[Cell]], ignored_sheets: tuple[str, ...]) -> Grid:
    """Return the rows of a sheet, of which the first is the heading.

    Raises:
        RefusedFile: There is no heading, or a row is longer or there are more of them
            than allowed.
    """
    heading = _heading(rows)
    filled = tuple(
        (number, tuple(row))
        for number, row in enumerate(rows[1:], start=2)
        if any(cell not in (None, "") for cell in row)
    )
    if len(filled) > MOST_ROWS:
        raise refused(RefusalKind.TOO_MANY_ROWS, most=MOST_ROWS)
    return Grid(
        heading=heading,
        rows=tuple((number, _fitted(number, row, heading)) for number, row in filled),
        ignored_sheets=ignored_sheets,
    )


def shown(cell: object) -> str:
    """Return a cell as a refusal shows it."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else str(cell)[:SHOWN_CHARACTERS]


def _heading(rows: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    heading = [shown(cell).strip() for cell in rows[0]] if rows else []
    while heading and not heading[-1]:
        heading.pop()
    if not heading:
        raise refused(RefusalKind.NO_HEADER)
    if len(heading) > MOST_COLUMNS:
        raise refused(RefusalKind.TOO_MANY_COLUMNS, most=MOST_COLUMNS)
    return tuple(heading)


def _fitted(
    number: int, row: tuple[Cell, ...], heading: tuple[str, ...]
) -> tuple[Cell, ...]:
    """Return a row with as many cells as there are headings."""
    width = len(heading)
    if any(cell not in (None, "") for cell in row[width:]):
        raise RefusedFile(
            Refusal(
                kind=RefusalKind.ROW_TOO_WIDE,
                row=number,
                arguments=(("expected", width),),
            )
        )
    return (*row[:width], *[None] * (width - len(row)))
