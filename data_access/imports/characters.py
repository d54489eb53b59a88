"""Which characters a cell may hold, and which are only alike."""

import unicodedata

from data_access.imports.grid import Cell, shown
from domain.importing import RefusalKind, Value

FORBIDDEN = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"})
"""Unicode categories of what nobody sees: controls, direction marks, unassigned."""

LETTERS_LIKE_DIGITS = "OolIB|"


class RefusedCell(Exception):
    """A cell cannot be read as what its column holds."""

    def __init__(self, kind: RefusalKind, **arguments: Value) -> None:
        super().__init__(kind)
        self.kind = kind
        self.arguments = tuple(arguments.items())


def tidy(cell: Cell) -> str:
    """Return the text of a cell in composed form, without spaces around it.

    Raises:
        RefusedCell: It holds a character that nobody sees; line breaks are let be.
    """
    text = unicodedata.normalize("NFC", _text(cell)).replace("\r\n", "\n").strip()
    # Thousands of cells hold only what can be printed, and Python knows that at once.
    if not text.isprintable():
        _refuse_unseen(text)
    return text


def refuse_look_alikes(text: str, allowed: str) -> None:
    """Refuse a number or day with characters that only look like its own.

    Args:
        text: A text that ought to be a number or a day.
        allowed: The characters that it may hold beside 0 to 9.

    Raises:
        RefusedCell: All that is wrong with it are digits of another script, or letters
            in place of digits.
    """
    strangers = [each for each in text if each not in allowed + "0123456789"]
    if strangers and all(_is_alike(each) for each in strangers):
        raise strange(strangers[0])


def strange(character: str) -> RefusedCell:
    """Return the refusal of a character, by its name in Unicode."""
    name = unicodedata.name(character, f"U+{ord(character):04X}")
    return RefusedCell(RefusalKind.STRANGE_CHARACTER, name=name)


def _refuse_unseen(text: str) -> None:
    for character in text:
        if character != "\n" and unicodedata.category(character) in FORBIDDEN:
            raise strange(character)


def _text(cell: Cell) -> str:
    is_whole = isinstance(cell, float) and cell.is_integer()
    # As it is, not as refusals show it: nothing may be cut off.
    return shown(cell) if cell is None or is_whole else str(cell)


def _is_alike(character: str) -> bool:
    return character in LETTERS_LIKE_DIGITS or not character.isascii()
