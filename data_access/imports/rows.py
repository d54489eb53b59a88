"""From the cells of a sheet to rows of typed values, each refusal with its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from data_access.imports.characters import RefusedCell, tidy
from data_access.imports.columns import HEADINGS, Column
from data_access.imports.grid import Cell, Grid, RefusedFile, shown
from data_access.imports.lookup import key_of
from domain.importing import Field, Refusal, RefusalKind, Told, Value

ROWS_BETWEEN_REPORTS = 500

_FIELDS = {key_of(name): each for each, names in HEADINGS.items() for name in names}

Values = dict[Field, Value]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a file.

    Attributes:
        values: Values of the accepted rows, by their numbers in the spreadsheet.
        refusals: What is wrong with the others.
        ignored_columns: Headings of columns that are of no field.
    """

    values: dict[int, Values] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    ignored_columns: tuple[str, ...] = ()

    def refuse(self, refusals: Sequence[Refusal]) -> None:
        """Move the rows that refusals name from the accepted ones to the others."""
        for refusal in refusals:
            self.values.pop(refusal.row or 0, None)
        self.refusals.extend(refusals)


def read_rows(grid: Grid, columns: Sequence[Column], told: Told) -> Rows:
    """Return the rows of a sheet, read by its columns.

    Args:
        grid: The sheet.
        columns: What its columns may be.
        told: Is told how many rows are read.

    Raises:
        RefusedFile: A column is missing, or there twice.
    """
    places = _places(grid.heading, columns)
    taken = {at for _, at in places}
    rows = Rows(ignored_columns=_others(grid.heading, taken))
    total = len(grid.rows)
    for done, (number, cells) in enumerate(grid.rows, start=1):
        values, refusals = _read_row(number, cells, places)
        if refusals:
            rows.refusals.extend(refusals)
        else:
            rows.values[number] = values
        if done % ROWS_BETWEEN_REPORTS == 0 or done == total:
            told(done, total)
    return rows


def _places(
    heading: tuple[str, ...], columns: Sequence[Column]
) -> list[tuple[Column, int]]:
    """Return the columns that are there, each with its place."""
    found: dict[Field, list[int]] = {}
    for at, title in enumerate(heading):
        if is_of := _FIELDS.get(key_of(title)):
            found.setdefault(is_of, []).append(at)
    refusals = list(_heading_refusals(heading, columns, found))
    if refusals:
        raise RefusedFile(*refusals)
    return [(each, found[each.field][0]) for each in columns if each.field in found]


def _heading_refusals(
    heading: tuple[str, ...],
    columns: Sequence[Column],
    found: dict[Field, list[int]],
) -> Iterator[Refusal]:
    for column in columns:
        places = found.get(column.field, [])
        if not places and column.is_required:
            yield Refusal(kind=RefusalKind.MISSING_COLUMN, row=1, column=column.field)
        if len(places) > 1:
            titles = ", ".join(heading[at] for at in places)
            yield Refusal(
                kind=RefusalKind.DUPLICATE_COLUMN,
                row=1,
                column=column.field,
                value=titles,
            )


def _others(heading: tuple[str, ...], taken: set[int]) -> tuple[str, ...]:
    untaken = (title for at, title in enumerate(heading) if at not in taken)
    return tuple(filter(None, untaken))


def _read_row(
    number: int, cells: Sequence[Cell], places: Sequence[tuple[Column, int]]
) -> tuple[Values, list[Refusal]]:
    values: Values = {}
    refusals = []
    for column, at in places:
        try:
            values[column.field] = _read_cell(cells[at], column)
        except RefusedCell as refusal:
            refusals.append(
                Refusal(
                    kind=refusal.kind,
                    row=number,
                    column=column.field,
                    value=shown(cells[at]),
                    arguments=refusal.arguments,
                )
            )
    return values, refusals


def _read_cell(cell: Cell, column: Column) -> Value:
    is_empty = cell is None or (isinstance(cell, str) and not tidy(cell))
    if not is_empty:
        return column.parse(cell)
    if not column.may_be_empty:
        raise RefusedCell(RefusalKind.EMPTY)
    return None
