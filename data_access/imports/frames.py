"""Checks over all rows at once, as pandera schemas on a frame of the accepted rows.

pandas and pandera are loaded by the first import, never when the server starts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from data_access.imports.grid import shown
from data_access.imports.numbers import MOST
from data_access.imports.rows import Values
from domain.importing import Field, Refusal, RefusalKind, Value
from domain.tally_rules import COUNTS

if TYPE_CHECKING:
    import pandas as pd
    from pandera.errors import SchemaErrors
    from pandera.pandas import DataFrameSchema

MOST_TWINS = 5
"""Rows with the same key that a refusal names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What the rows of a frame must satisfy.

    Attributes:
        key: Fields whose values no two rows share.
        ranges: Least and most of each number.
        in_order: Pairs of days of which the second must not lie before the first.
        past: Days that must not lie after today.
        today: The day it is.
    """

    key: tuple[Field, ...]
    ranges: Mapping[Field, tuple[int, int]]
    in_order: Mapping[tuple[Field, Field], RefusalKind]
    past: tuple[Field, ...]
    today: date


def milestone_rule(today: date) -> Rule:
    """Return what states of milestones must satisfy."""
    return Rule(
        key=(Field.CODE,),
        ranges={Field.PROGRESS: (0, 100)},
        in_order={
            (Field.PLANNED_START, Field.PLANNED_END): RefusalKind.PLAN_REVERSED,
            (Field.ACTUAL_START, Field.ACTUAL_END): RefusalKind.ACTUAL_REVERSED,
        },
        past=(Field.ACTUAL_START, Field.ACTUAL_END),
        today=today,
    )


def tally_rule(today: date) -> Rule:
    """Return what tallies must satisfy."""
    return Rule(
        key=(Field.PHASE, Field.PARTY, Field.REGION, Field.REPORTED_ON),
        ranges={Field(count): (0, MOST) for count in COUNTS},
        in_order={},
        past=(Field.REPORTED_ON,),
        today=today,
    )


def unlike(*key: Field) -> Rule:
    """Return the rule that no two rows share some values; all else is checked apart."""
    return Rule(key=key, ranges={}, in_order={}, past=(), today=date.max)


def check_rows(rows: Mapping[int, Values], rule: Rule) -> list[Refusal]:
    """Return what is wrong with rows, in their order."""
    if not rows:
        return []
    from pandera.errors import SchemaErrors

    twins = _twins(rows, rule.key)
    try:
        _schema(rule).validate(_frame(rows, rule), lazy=True)
    except SchemaErrors as errors:
        return [
            _refusal(number, kind, field, rows[number], rule, twins)
            for number, kind, field in _failures(errors)
        ]
    return []


def _failures(errors: "SchemaErrors") -> list[tuple[int, RefusalKind, str]]:
    """Return number of the row, kind and field of each failed check, by row."""
    cases = errors.failure_cases
    texts = zip(cases["index"], cases["check"], strict=True)
    split = ((number, *check.split(" ")) for number, check in texts)
    return sorted((int(number), RefusalKind(kind), of) for number, kind, of in split)


def _frame(rows: Mapping[int, Values], rule: Rule) -> "pd.DataFrame":
    """Return a frame of what the rule speaks of, by number of the row.

    Returns:
        `key` as text; numbers as Int64; days as datetime64; for each pair of days in
        order, the days between them as `first-last`.
    """
    import pandas as pd

    frame = pd.DataFrame(index=list(rows))
    frame["key"] = ["\t".join(map(str, _key(row, rule.key))) for row in rows.values()]
    for each in rule.ranges:
        numbers = [row.get(each) for row in rows.values()]
        frame[each] = pd.Series(numbers, frame.index, dtype="Int64")
    for each in {*rule.past, *(each for pair in rule.in_order for each in pair)}:
        days = [row.get(each) for row in rows.values()]
        frame[each] = pd.Series(days, frame.index, dtype="datetime64[s]")
    for first, last in rule.in_order:
        frame[f"{first}-{last}"] = (frame[last] - frame[first]).dt.days
    return frame


def _schema(rule: Rule) -> "DataFrameSchema":
    """Return the schema; each check's error is its kind and the field it is about.

    Each check is of one column: pandera tells the failures of those in a moment, but
    takes a minute and gigabytes for thousands of failures of whole rows.
    """
    import pandas as pd
    from pandera.pandas import Check, Column, DataFrameSchema

    def column(*checks: tuple[Any, RefusalKind], field: str = "") -> Column:
        named = [Check(passes, error=f"{kind} {field}") for passes, kind in checks]
        return Column(checks=named, nullable=True)

    today = pd.Timestamp(rule.today)
    columns: dict[str, Column] = {
        "key": column((lambda keys: ~keys.duplicated(keep=False), _TWICE)),
        **{
            field: column(
                (partial(_at_least, least), RefusalKind.TOO_SMALL),
                (partial(_at_most, most), RefusalKind.TOO_LARGE),
                field=field,
            )
            for field, (least, most) in rule.ranges.items()
        },
        **{
            f"{first}-{last}": column((partial(_at_least, 0), kind), field=last)
            for (first, last), kind in rule.in_order.items()
        },
        **{
            field: column(
                (partial(_at_most, today), RefusalKind.IN_FUTURE), field=field
            )
            for field in rule.past
        },
    }
    return DataFrameSchema(columns)


_TWICE = RefusalKind.DUPLICATE_ROW


def _at_least(least: Any, values: Any) -> Any:  # noqa: ANN401 - a pandas series
    return values >= least


def _at_most(most: Any, values: Any) -> Any:  # noqa: ANN401 - a pandas series
    return values <= most


def _key(row: Values, key: Sequence[Field]) -> tuple[Value, ...]:
    return tuple(row.get(each) for each in key)


def _twins(
    rows: Mapping[int, Values], key: Sequence[Field]
) -> dict[tuple[Value, ...], list[int]]:
    twins: dict[tuple[Value, ...], list[int]] = {}
    for number, row in rows.items():
        twins.setdefault(_key(row, key), []).append(number)
    return twins


def _refusal(  # noqa: PLR0913 - a failure has three parts
    number: int,
    kind: RefusalKind,
    field: str,
    row: Values,
    rule: Rule,
    twins: Mapping[tuple[Value, ...], Sequence[int]],
) -> Refusal:
    arguments: dict[str, Value] = {}
    match kind:
        case RefusalKind.DUPLICATE_ROW:
            others = (at for at in twins[_key(row, rule.key)] if at != number)
            named = islice(others, MOST_TWINS)
            arguments["others"] = ", ".join(str(at) for at in named)
        case RefusalKind.TOO_SMALL:
            arguments["least"] = rule.ranges[Field(field)][0]
        case RefusalKind.TOO_LARGE:
            arguments["most"] = rule.ranges[Field(field)][1]
        case RefusalKind.IN_FUTURE:
            arguments["today"] = rule.today
        case _:
            pass
    return Refusal(
        kind=kind,
        row=number,
        column=field,
        value=shown(row[Field(field)]) if field else "",
        arguments=tuple(arguments.items()),
    )
