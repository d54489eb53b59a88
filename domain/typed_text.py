"""Texts that people type: how long they may be, and of what."""

import unicodedata
from enum import StrEnum

from domain.violation import Violation, insist

REASON_LENGTHS = range(3, 501)
"""Characters of a reason. No source; one word at least, half a page at most."""

MINUTES_NUMBER_LENGTHS = range(1, 121)
"""Characters of the number of minutes, such as `12/PL.01.1-BA/5271/2022`."""

NAME_LENGTHS = range(1, 121)
"""Characters of the name of a person or a division. No source."""

EMAIL_LENGTHS = range(255)
"""Characters of an e-mail address; empty for none.

Source: RFC 5321, section 4.5.3.1.3 (a path of 256, with its two brackets).
"""


class TextRule(StrEnum):
    """A rule on a typed text."""

    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    CONTROL_CHARACTERS = "control_characters"


def clean_reason(reason: str) -> str:
    """Return the reason of a write without the blanks around it.

    Raises:
        Refused: It is shorter than 3 or longer than 500 characters, or has characters
            that nobody sees.
    """
    stripped = reason.strip()
    insist(check_text("reason", stripped, REASON_LENGTHS))
    return stripped


def check_text(
    field: str, text: str, lengths: range, *, has_lines: bool = False
) -> tuple[Violation, ...]:
    """Return the rules that a text breaks.

    Args:
        field: Field it was typed into.
        text: The text.
        lengths: Numbers of characters it may have.
        has_lines: Whether it may have more than one line.
    """
    rules = {
        TextRule.TOO_SHORT: len(text) < lengths.start,
        TextRule.TOO_LONG: len(text) >= lengths.stop,
        TextRule.CONTROL_CHARACTERS: any(
            _is_control(character, has_lines=has_lines) for character in text
        ),
    }
    most = {TextRule.TOO_LONG: lengths.stop - 1}
    return tuple(
        Violation(field=field, value=text, rule=rule, most=most.get(rule))
        for rule, is_broken in rules.items()
        if is_broken
    )


def _is_control(character: str, *, has_lines: bool) -> bool:
    """Return whether a character controls instead of being read.

    Among them are those that turn the direction of a line, and half characters, which
    no database can store.
    """
    if has_lines and character in "\n\t":
        return False
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
