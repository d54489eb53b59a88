"""What is wrong with something typed: the field, the value and the rule it breaks."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A value that breaks a rule; the interface words it.

    Attributes:
        field: Field that is wrong.
        value: What stands there.
        rule: Rule it breaks.
        most: What the rule allows at most, where it names a number.
    """

    field: str
    value: object
    rule: StrEnum
    most: int | None = None


class Refused(Exception):
    """What was to be recorded breaks rules; nothing was stored.

    Attributes:
        violations: Every rule broken, with field and value.
    """

    def __init__(self, violations: tuple[Violation, ...]) -> None:
        self.violations = violations
        broken = ", ".join(f"{each.field}: {each.rule}" for each in violations)
        super().__init__(f"refused: {broken}")


def insist(violations: tuple[Violation, ...]) -> None:
    """Let a sound value pass.

    Raises:
        Refused: There is a violation.
    """
    if violations:
        raise Refused(violations)
