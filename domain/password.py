"""Which passwords the commission's staff may choose."""

import unicodedata
from enum import StrEnum

SHORTEST = 12  # characters
LONGEST = 200  # characters


class PasswordFault(StrEnum):
    """Why a password is refused."""

    TOO_SHORT = "is_too_short"
    TOO_LONG = "is_too_long"
    IS_THE_NAME = "is_the_name"
    IS_THE_SAME = "is_the_same_as_before"


class WeakPassword(Exception):
    """A password that may not be chosen; the message does not repeat it.

    Attributes:
        fault: What is wrong with it.
    """

    def __init__(self, fault: PasswordFault) -> None:
        self.fault = fault
        super().__init__(
            f"This password {fault.replace('_', ' ')}; it needs {SHORTEST} to {LONGEST}"
            " characters and must not be the name."
        )


def normalised(password: str) -> str:
    """Return a password as every keyboard writes it: in the form NFKC of Unicode."""
    return unicodedata.normalize("NFKC", password)


def check_password(password: str, *names: str) -> None:
    """Accept a password of 12 to 200 characters that is no name of its owner.

    Args:
        password: As typed.
        names: Names of the owner; upper and lower case count as the same.

    Raises:
        WeakPassword: It may not be chosen.
    """
    chosen = normalised(password)
    if len(chosen) < SHORTEST:
        raise WeakPassword(PasswordFault.TOO_SHORT)
    if len(chosen) > LONGEST:
        raise WeakPassword(PasswordFault.TOO_LONG)
    if chosen.casefold() in {normalised(name).casefold() for name in names}:
        raise WeakPassword(PasswordFault.IS_THE_NAME)
