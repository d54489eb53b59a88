"""What the files of facts have in common: what a file is, and shared columns."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Table

from data_access.facts_cells import Parse, any_words, day, one_of, optional, words
from data_access.facts_csv import Fact
from domain.provenance import Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class FactFile:
    """One file of facts.

    Attributes:
        name: Name of the file, without its ending.
        columns: Parser of each column, in the order of the header.
        key: Columns whose values no two rows share.
        table: Table that its rows go into as they are; None where they are turned into
            items and states first.
        references: For a column, the files one of which must hold its value as `code`.
        in_order: Pairs of days of which the second must not lie before the first.
        agree: Checks all rows together; raises MalformedFact at the one that is wrong.
    """

    name: str
    columns: Mapping[str, Parse]
    key: tuple[str, ...]
    table: Table | None = None
    references: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    in_order: tuple[tuple[str, str], ...] = ()
    agree: Callable[[Sequence[Fact]], None] | None = None


PROVENANCE: Mapping[str, Parse] = {
    "source": words,
    "confidence": one_of(Confidence),
    "note": any_words,
}

NAMES: Mapping[str, Parse] = {
    "name_indonesian": words,
    "name_english": words,
    "short_name_indonesian": words,
    "short_name_english": words,
}

GROUP: Mapping[str, Parse] = {"group_indonesian": any_words, "group_english": any_words}

PLAN: Mapping[str, Parse] = {
    "known_on": day,
    "planned_start": optional(day),
    "planned_end": optional(day),
    "relative_rule_indonesian": any_words,
    "relative_rule_english": any_words,
}

ACTUAL: Mapping[str, Parse] = {
    "actual_start": optional(day),
    "actual_end": optional(day),
    "not_held_on": optional(day),
}

PLANNED_DAYS = ("planned_start", "planned_end")
ACTUAL_DAYS = ("actual_start", "actual_end")
