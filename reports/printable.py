"""Texts that can be printed: what no typeface shows, or what hides, is written out.

A name may hold anything. Letters that a document cannot show would be lost or, in a
document that everybody must be able to read (PDF/UA), make it impossible.
"""

import unicodedata
from collections.abc import Callable
from typing import TypeAlias

Values: TypeAlias = dict[str, object]

HIDDEN = {"Cc", "Cn", "Co", "Cs"}
"""Unicode categories without a shape: controls, the unassigned, the private."""

TURNING = frozenset(
    "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Signs that turn the order of the letters around them, and so deceive."""


def written_out(letter: str) -> str:
    """Return a letter by its number in Unicode: "[U+1F389]"."""
    return f"[U+{ord(letter):04X}]"


def visible(text: str) -> str:
    """Return a text on one line, with what hides in it written out."""
    spaced = text.replace("\n", " ").replace("\t", " ")
    return "".join(map(_shown, spaced))


def every(values: Values, change: Callable[[str], str]) -> Values:
    """Return values by their names, each text in them changed, however deep."""
    return {name: _changed(value, change) for name, value in values.items()}


def _changed(value: object, change: Callable[[str], str]) -> object:
    match value:
        case str():
            return change(value)
        case dict():
            return every(value, change)
        case list() | tuple():
            return [_changed(each, change) for each in value]
        case _:
            return value


def _shown(letter: str) -> str:
    hides = letter in TURNING or unicodedata.category(letter) in HIDDEN
    return written_out(letter) if hides else letter
