"""Reads one CSV file of facts; whatever is wrong is named by its place in the file."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data_access.facts_cells import Parse


class MalformedFact(Exception):
    """A file of facts cannot be loaded.

    Attributes:
        file: Name of the file, with its folder.
        row: Line of the file, the header being line 1.
        column: Column of the offending cell.
        value: What the cell holds.
        expected: What it should hold.
    """

    def __init__(
        self, *, file: str, row: int, column: str, value: str, expected: str
    ) -> None:
        super().__init__(
            f"{file}, row {row}, column {column}: {value!r} is not {expected}"
        )
        self.file = file
        self.row = row
        self.column = column
        self.value = value
        self.expected = expected


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """One row of a file, with the place it was read at."""

    file: str
    row: int
    values: Mapping[str, Any]

    def refuse(self, column: str, expected: str) -> MalformedFact:
        """Return the error that one of its cells is not what it should be."""
        value = self.values[column]
        return MalformedFact(
            file=self.file,
            row=self.row,
            column=column,
            value="" if value is None else str(value),
            expected=expected,
        )


def read_facts(path: Path, columns: Mapping[str, Parse]) -> tuple[Fact, ...]:
    """Return the rows of a file, in their order.

    Args:
        path: The file, UTF-8, with a header.
        columns: The parser of each column, in the order of the header.

    Raises:
        MalformedFact: The file is missing or not UTF-8, its header is another one, or a
            cell cannot be parsed.
    """
    name = f"{path.parent.name}/{path.name}"
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            return tuple(_facts(name, csv.reader(lines, strict=True), columns))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise MalformedFact(
            file=name, row=1, column="(all)", value=str(error), expected="a CSV file"
        ) from None


def _facts(name: str, lines: Any, columns: Mapping[str, Parse]) -> Iterator[Fact]:  # noqa: ANN401
    header = list(columns)
    _check_header(name, next(lines, []), header)
    for cells in lines:
        row = lines.line_num
        if len(cells) != len(header):
            raise MalformedFact(
                file=name,
                row=row,
                column=header[min(len(cells), len(header) - 1)],
                value=",".join(cells),
                expected=f"a row of {len(header)} cells",
            )
        yield Fact(name, row, _values(name, row, cells, columns))


def _check_header(name: str, found: list[str], header: list[str]) -> None:
    for at, column in enumerate(header):
        title = found[at] if at < len(found) else ""
        if title != column:
            raise MalformedFact(
                file=name, row=1, column=column, value=title, expected="its title"
            )
    if len(found) > len(header):
        extra = found[len(header)]
        raise MalformedFact(
            file=name, row=1, column=extra, value=extra, expected="a known column"
        )


def _values(
    name: str, row: int, cells: list[str], columns: Mapping[str, Parse]
) -> dict[str, Any]:
    values = {}
    for (column, parse), cell in zip(columns.items(), cells, strict=True):
        try:
            values[column] = parse(cell)
        except ValueError as error:
            raise MalformedFact(
                file=name, row=row, column=column, value=cell, expected=str(error)
            ) from None
    return values
