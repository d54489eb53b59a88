"""A rule of the form that a row breaks, as a refusal of the import."""

from domain.importing import Field, Refusal, RefusalKind, Value
from domain.violation import Violation


def broken(row: int | None, violation: Violation) -> Refusal:
    """Return the refusal for a rule; a field that no column holds is of the row.

    Args:
        row: Row as the spreadsheet numbers it; None for the file as a whole.
        violation: The rule, with field and value as the form has them.
    """
    is_column = violation.field in set(Field)
    arguments: list[tuple[str, Value]] = [("rule", violation.rule.value)]
    if violation.most is not None:
        arguments.append(("most", violation.most))
    value = violation.value if is_column else None
    return Refusal(
        kind=RefusalKind.BREAKS_RULE,
        row=row,
        column=violation.field if is_column else "",
        value="" if value is None else str(value),
        arguments=tuple(arguments),
    )


def known_later(row: int, known_on: Value) -> Refusal:
    """Return the refusal of a row that what is recorded already is newer than."""
    return Refusal(
        kind=RefusalKind.KNOWN_LATER, row=row, arguments=(("known_on", known_on),)
    )
