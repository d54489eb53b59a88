"""What may go wrong at the identity provider."""

from enum import StrEnum


class Trouble(StrEnum):
    """Why the provider vouched for nobody."""

    AWAY = "away"  # it does not answer
    STALE = "stale"  # the sign-in was begun in another browser, or too long ago
    DECLINED = "declined"  # somebody said no there
    UNSOUND = "unsound"  # what it answers does not hold


class ProviderFailed(Exception):
    """The provider vouched for nobody.

    Attributes:
        trouble: Why.
        cause: Kind of error, for the log; it repeats nothing that was sent.
    """

    def __init__(self, trouble: Trouble, cause: str) -> None:
        self.trouble = trouble
        self.cause = cause
        super().__init__(f"{trouble}: {cause}")
