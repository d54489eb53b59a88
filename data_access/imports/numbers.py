"""Reads whole numbers as people of either language write them."""

import re
from decimal import Decimal

from data_access.imports.characters import RefusedCell, refuse_look_alikes, tidy
from data_access.imports.grid import Cell
from domain.importing import RefusalKind

MOST = 1_000_000_000
"""No count of members or voters comes near it, and every database stores it."""

MOST_DIGITS = 18
"""Characters of an exact number; a spreadsheet gives 17 digits and a point at most."""

SIGNS = ".,+- \u00a0\u202f%"
SPACES = re.compile("[ \u00a0\u202f]")

_PLAIN = re.compile(r"[0-9]+")
_DOTTED = re.compile(r"[1-9][0-9]{0,2}(\.[0-9]{3})+")
_SPACED = re.compile("[1-9][0-9]{0,2}([ \u00a0\u202f][0-9]{3})+")
_ONE_COMMA = re.compile(r"([1-9][0-9]{0,2}),([0-9]{3})")
_COMMAS = re.compile(r"[1-9][0-9]{0,2}(,[0-9]{3}){2,}")
_DECIMAL = re.compile(r"[0-9][0-9.,]*[.,][0-9]+")
_EXACT = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")


def whole_number(cell: Cell) -> int:
    """Return a whole number; ranges are checked later, over all rows.

    `1.234` and `1,234,567` are whole numbers. `1,234` is not: it is 1234 to one reader
    and a decimal fraction to another.

    Raises:
        RefusedCell: It is no whole number, can be read in two ways, or is so large that
            no database holds it.
    """
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _bounded(_typed(cell))
    text = tidy(cell)
    number = text.removeprefix("-").removeprefix("+")
    value = _written(number)
    return _bounded(-value if text.startswith("-") else value)


def percentage(cell: Cell) -> int:
    """Return a whole percentage, with or without its sign.

    Raises:
        RefusedCell: It is no whole number.
    """
    if isinstance(cell, str):
        return whole_number(cell.strip().removesuffix("%"))
    return whole_number(cell)


def exact_number(cell: Cell) -> Decimal:
    """Return a number exactly as it is written, with a comma or a point for decimals.

    For columns whose numbers are far below a thousand: `3,625` is three and a bit.

    Raises:
        RefusedCell: It is no number, or has more digits than a spreadsheet gives.
    """
    text = repr(cell) if isinstance(cell, float) else tidy(cell)
    if len(text) > MOST_DIGITS:
        raise RefusedCell(RefusalKind.TOO_LONG, most=MOST_DIGITS)
    if not _EXACT.fullmatch(text):
        refuse_look_alikes(text, SIGNS)
        raise RefusedCell(RefusalKind.NOT_A_NUMBER)
    return Decimal(text.replace(",", "."))


def _typed(number: float) -> int:
    if number != number or number in (float("inf"), float("-inf")):
        raise RefusedCell(RefusalKind.NOT_A_NUMBER)
    if number != int(number):
        raise RefusedCell(RefusalKind.NOT_WHOLE)
    return int(number)


def _written(number: str) -> int:
    if _PLAIN.fullmatch(number) or _DOTTED.fullmatch(number):
        return _digits(number.replace(".", ""))
    if _SPACED.fullmatch(number):
        return _digits(SPACES.sub("", number))
    if _COMMAS.fullmatch(number):
        return _digits(number.replace(",", ""))
    raise _refusal(number)


def _digits(digits: str) -> int:
    # Python takes a while for thousands of digits; beyond the most, all are alike.
    return int(digits) if len(digits) <= len(str(MOST)) else MOST + 1


def _refusal(number: str) -> RefusedCell:
    if both := _ONE_COMMA.fullmatch(number):
        whole, rest = both.groups()
        return RefusedCell(
            RefusalKind.AMBIGUOUS_NUMBER,
            whole=f"{whole}{rest}",
            share=f"{whole} + {rest}/1000",
        )
    if _DECIMAL.fullmatch(number):
        return RefusedCell(RefusalKind.NOT_WHOLE)
    if any(character.isnumeric() for character in number):
        refuse_look_alikes(number, SIGNS)
    return RefusedCell(RefusalKind.NOT_A_NUMBER)


def _bounded(number: int) -> int:
    if number > MOST:
        raise RefusedCell(RefusalKind.TOO_LARGE, most=MOST)
    return max(number, -MOST)
