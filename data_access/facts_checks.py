"""Checks across the rows and files of facts, before anything is written."""

from collections.abc import Iterable, Mapping, Sequence

from data_access.facts_columns import FactFile
from data_access.facts_csv import Fact

Read = Mapping[str, Sequence[Fact]]
"""The rows of every file, by its name."""


def check(file: FactFile, read: Read) -> None:
    """Check the rows of one file against one another and against the other files.

    Raises:
        MalformedFact: Two rows share a key, a code is not known, an end lies before
            its start, or the rows do not agree.
    """
    facts = read[file.name]
    _check_key(file, facts)
    for column, others in file.references.items():
        _check_reference(column, facts, others, read)
    for first, last in file.in_order:
        _check_order(first, last, facts)
    if file.agree:
        file.agree(facts)


def _check_key(file: FactFile, facts: Iterable[Fact]) -> None:
    seen: dict[tuple[object, ...], int] = {}
    for fact in facts:
        key = tuple(fact.values[column] for column in file.key)
        if key in seen:
            raise fact.refuse(file.key[-1], f"the only one (see row {seen[key]})")
        seen[key] = fact.row


def _check_reference(
    column: str, facts: Iterable[Fact], others: Sequence[str], read: Read
) -> None:
    codes = {other.values["code"] for name in others for other in read[name]}
    for fact in facts:
        value = fact.values[column]
        if value is not None and value not in codes:
            raise fact.refuse(column, f"a code in {' or '.join(others)}")


def _check_order(first: str, last: str, facts: Iterable[Fact]) -> None:
    for fact in facts:
        start, end = fact.values[first], fact.values[last]
        if start and end and end < start:
            raise fact.refuse(last, f"on or after {first}, {start}")
