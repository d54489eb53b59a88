"""The grid of the party verification (Verifikasi Partai): parties by kab/kota."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.palette import CellKind, Theme
from charts.shelf import shelved
from charts.sizes import GRID_HEAD
from charts.template import Row, Spec, fill
from charts.typeface import widest

ROW_HEIGHT = 54
CROWDED_ROW_HEIGHT = 48  # from this many rows on:
CROWDED = 13


@dataclass(frozen=True, slots=True, kw_only=True)
class GridColumn:
    """One kab/kota of the grid."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """One party in one kab/kota.

    Attributes:
        kind: What it reached.
        text: The same in words with its figures, for tooltip and screen reader.
    """

    kind: CellKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """One party of the grid, with every word in the language of the page.

    Attributes:
        code: Code of the party, which a click selects.
        number: Ballot number, or empty before the draw.
        name: Short name.
        full_name: Official name, for tooltip and screen reader.
        cells: One per column, in the same order.
        summary: Result with its requirement, such as `7 dari 8 yang diperlukan`.
        brief: The same in short, such as `7 dari 8`.
        standing_word: Whether the requirement can still be met, in words.
        standing: The cell whose look stands for that.
    """

    code: str
    number: str = ""
    name: str
    full_name: str
    cells: tuple[GridCell, ...]
    summary: str
    brief: str
    standing_word: str
    standing: CellKind


def grid(
    rows: Sequence[GridRow],
    columns: Sequence[GridColumn],
    selected: tuple[str, str] = ("", ""),
    *,
    theme: Theme,
) -> Spec:
    """Return the grid: one row per party in official order, its result at the end.

    A click selects `party` and `region` under the name `pick`; beside the cells the
    region is empty. Below 620 pixels a party's name and result stand above its cells,
    and columns without room for their names are numbered.

    Args:
        rows: Parties, from top to bottom.
        columns: Kab/kota, from left to right.
        selected: Codes of the chosen party and kab/kota; empty for none.
        theme: Colours of the page.
    """
    height = ROW_HEIGHT if len(rows) < CROWDED else CROWDED_ROW_HEIGHT
    heads = [_head(at, column.name) for at, column in enumerate(columns)]
    parties = [_party(at, row, selected) for at, row in enumerate(rows)]
    return fill(
        _shape(theme),
        [*heads, *parties, *_cells(rows, columns, selected)],
        {
            "row": height,
            "columns": max(1, len(columns)),
            "head": max((head["width"] for head in heads), default=1),
            "parties": [row.code for row in rows],
            "regions": [column.code for column in columns],
            "names": [row.full_name for row in rows],
            "heads": [column.name for column in columns],
            **_margins(rows),
        },
        GRID_HEAD + height * len(rows) + 2,
    )


@shelved
def _shape(theme: Theme) -> Spec:
    from charts.grid_marks import grid_shape

    return grid_shape(theme)


def _margins(rows: Sequence[GridRow]) -> dict[str, int]:
    """Return the pixels that numbers, names and results need at the sides."""
    number = 24 if any(row.number for row in rows) else 0
    names = widest([row.name for row in rows], 15.5)
    words = widest([row.standing_word for row in rows], 15.5)
    return {
        "number": number,
        "left": number + 14 + names + 14,
        "brief": 52 + max(words, widest([row.brief for row in rows], 14)),
        "full": 52 + max(words, widest([row.summary for row in rows], 15.5)),
    }


def _head(at: int, name: str) -> Row:
    """Return a column's name on two lines of about equal width."""
    words = name.split(" ")
    splits = [
        (" ".join(words[:cut]), " ".join(words[cut:]))
        for cut in range(1, len(words) + 1)
    ]
    first, second = min(splits, key=lambda lines: widest(lines, 14))
    return {
        "kind": "column",
        "col": at,
        "number": str(at + 1),
        "first": first,
        "second": second,
        "width": widest([first, second], 14),
    }


def _party(at: int, row: GridRow, selected: tuple[str, str]) -> Row:
    both = f"{row.brief} – {row.standing_word}"
    return {
        "kind": "party",
        "row": at,
        "party": row.code,
        "number": row.number,
        "name": row.name,
        "summary": row.summary,
        "brief": row.brief,
        "standing_word": row.standing_word,
        "standing": row.standing.value,
        "both": both,
        "both_width": widest([both], 13),
        "label": f"{row.full_name}: {row.summary}, {row.standing_word}",
        "chosen": row.code == selected[0],
    }


def _cells(
    rows: Sequence[GridRow], columns: Sequence[GridColumn], selected: tuple[str, str]
) -> list[Row]:
    return [
        {
            "kind": "cell",
            "row": at,
            "col": place,
            "look": cell.kind.value,
            "text": cell.text,
        }
        | ({"chosen": True} if (row.code, column.code) == selected else {})
        for at, row in enumerate(rows)
        for place, (column, cell) in enumerate(zip(columns, row.cells, strict=True))
    ]
