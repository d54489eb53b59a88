"""Tables and numbers in words, for whatever prints them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Words in a table.

    Attributes:
        words: The words; empty where the tile says all.
        tile: Name of the tile before them (`symbols.key_of`); empty for none.
        told: What the tile says, for those who do not see it; empty where the words
            say it.
    """

    words: str
    tile: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table under its heading.

    Attributes:
        heading: What it says.
        columns: Headings of the columns.
        widths: Shares of the width, one a column, together 1.
        rows: Its rows, as wide as the columns; may be empty.
        foot: Words under the rows, or instead of them; empty for none.
        is_simulated: Whether a figure in it is simulated.
    """

    heading: str
    columns: tuple[str, ...] = ()
    widths: tuple[float, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    foot: str = ""
    is_simulated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number in large figures.

    Attributes:
        label: What is counted.
        value: Numerator in words.
        total: Denominator in words; empty for none.
        meaning: What the reader learns from it, and its source.
        is_simulated: Whether it is simulated.
    """

    label: str
    value: str
    total: str
    meaning: str
    is_simulated: bool
