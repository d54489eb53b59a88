"""Checks over all rows at once, as pandera schemas on a frame of the accepted rows.

pandas and pandera are loaded by the first import, never when the server starts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from data_access.imports.grid import shown
from data_access.imports.numbers import MOST
from data_access.imports.rows import Values
from domain.importing import Field, Refusal, RefusalKind, Value
from domain.tally_rules import COUNTS

if TYPE_CHECKING:
    import pandas as pd
    from pandera.pandas import Check, DataFrameSchema


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


def check_rows(rows: Mapping[int, Values], rule: Rule) -> list[Refusal]:
    """Return what is wrong with rows, in their order."""
    if not rows:
        return []
    from pandera.errors import SchemaErrors

    frame = _frame(rows, rule)
    try:
        _schema(rule).validate(frame, lazy=True)
    except SchemaErrors as errors:
        cases = errors.failure_cases[["check", "index"]].drop_duplicates()
        found = sorted((int(at), str(check)) for check, at in cases.to_numpy())
        twins = _twins(rows, rule.key)
        return [_refusal(at, check, rows[at], rule, twins) for at, check in found]
    return []


def _frame(rows: Mapping[int, Values], rule: Rule) -> "pd.DataFrame":
    """Return a frame of the fields that the rule speaks of, by number of the row.

    Returns:
        Days as datetime64, numbers as Int64, codes as they are.
    """
    import pandas as pd

    days = {*rule.past, *(each for pair in rule.in_order for each in pair)}
    fields = {*rule.key, *rule.ranges, *days}
    frame = pd.DataFrame(
        {each: [row.get(each) for row in rows.values()] for each in fields},
        index=list(rows),
    )
    kinds = dict.fromkeys(rule.ranges, "Int64")
    kinds |= dict.fromkeys(days, "datetime64[s]")
    return frame.astype(kinds)


def _schema(rule: Rule) -> "DataFrameSchema":
    """Return the schema; each check's error is its kind and the field it is about."""
    from pandera.pandas import Check, DataFrameSchema

    def check(passes: Any, kind: RefusalKind, field: str = "") -> "Check":  # noqa: ANN401
        return Check(passes, error=f"{kind} {field}")

    checks = [
        check(lambda rows: ~rows.duplicated([*rule.key], keep=False), _TWICE),
        *(
            check(_at_least(field, least), RefusalKind.TOO_SMALL, field)
            for field, (least, _) in rule.ranges.items()
        ),
        *(
            check(_at_most(field, most), RefusalKind.TOO_LARGE, field)
            for field, (_, most) in rule.ranges.items()
        ),
        *(
            check(_in_order(*pair), kind, pair[1])
            for pair, kind in rule.in_order.items()
        ),
        *(
            check(_at_most(field, rule.today), RefusalKind.IN_FUTURE, field)
            for field in rule.past
        ),
    ]
    return DataFrameSchema(checks=checks)


_TWICE = RefusalKind.DUPLICATE_ROW


def _at_least(field: Field, least: int) -> Any:  # noqa: ANN401
    return lambda rows: (rows[field] >= least).fillna(True).astype(bool)


def _at_most(field: Field, most: int | date) -> Any:  # noqa: ANN401
    def passes(rows: "pd.DataFrame") -> "pd.Series[bool]":
        import pandas as pd

        bound = pd.Timestamp(most) if isinstance(most, date) else most
        return ~(rows[field] > bound).fillna(False).astype(bool)

    return passes


def _in_order(first: Field, last: Field) -> Any:  # noqa: ANN401
    return lambda rows: ~(rows[last] < rows[first])


def _twins(
    rows: Mapping[int, Values], key: Sequence[Field]
) -> dict[tuple[Value, ...], list[int]]:
    twins: dict[tuple[Value, ...], list[int]] = {}
    for number, row in rows.items():
        twins.setdefault(tuple(row.get(each) for each in key), []).append(number)
    return twins


def _refusal(
    number: int,
    check: str,
    row: Values,
    rule: Rule,
    twins: Mapping[tuple[Value, ...], Sequence[int]],
) -> Refusal:
    name, _, field = check.partition(" ")
    kind = RefusalKind(name)
    arguments: tuple[tuple[str, Value], ...] = ()
    match kind:
        case RefusalKind.DUPLICATE_ROW:
            same = twins[tuple(row.get(each) for each in rule.key)]
            others = ", ".join(str(each) for each in same if each != number)
            arguments = (("others", others),)
        case RefusalKind.TOO_SMALL:
            arguments = (("least", rule.ranges[Field(field)][0]),)
        case RefusalKind.TOO_LARGE:
            arguments = (("most", rule.ranges[Field(field)][1]),)
        case RefusalKind.IN_FUTURE:
            arguments = (("today", rule.today),)
        case _:
            pass
    value = shown(row[Field(field)]) if field else ""
    return Refusal(
        kind=kind, row=number, column=field, value=value, arguments=arguments
    )
