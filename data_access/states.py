"""The append-only states of stages and milestones: which one counted on a day."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Function,
    ScalarSelect,
    Table,
    and_,
    bindparam,
    func,
    select,
)

from data_access.rows import AnyRow, optional_name
from domain.timeline import Schedule


def counts_on_the_day(items: Table, states: Table, item: str) -> ColumnElement[bool]:
    """Return the condition that a state is the newest of its item known on `day`.

    The one known last counts; of those known on one day, the one recorded last.

    Args:
        items: Table of the items.
        states: Table of their states.
        item: Column of the states that names the item.
    """
    known = states.alias()
    newest = (
        select(known.c.version)
        .where(_are_of(known, items, item), known.c.known_on <= bindparam("day"))
        .order_by(known.c.known_on.desc(), known.c.version.desc())
        .limit(1)
        .scalar_subquery()
    )
    return and_(_are_of(states, items, item), states.c.version == newest)


def first_known_on(items: Table, states: Table, item: str) -> ScalarSelect[Any]:
    """Return the query for the day on which an item entered the plan."""
    every = states.alias()
    return _over(func.min(every.c.known_on), _are_of(every, items, item))


def newest_version(items: Table, states: Table, item: str) -> ScalarSelect[Any]:
    """Return the query for the number of an item's states, known by the day or not."""
    every = states.alias()
    return _over(func.max(every.c.version), _are_of(every, items, item))


def schedule_of(row: AnyRow) -> Schedule:
    """Return the days that a state tells."""
    return Schedule(
        planned_start=row.planned_start,
        planned_end=row.planned_end,
        relative_rule=optional_name(
            row.relative_rule_indonesian, row.relative_rule_english
        ),
        actual_start=row.actual_start,
        actual_end=row.actual_end,
    )


def predecessors_of(row: AnyRow) -> tuple[str, ...]:
    """Return the codes that a state names, or where it names none, those of the plan.

    Args:
        row: Row with `predecessor_codes` of the state and `predecessors` of the plan.
    """
    own, of_plan = row.predecessor_codes, row.predecessors
    return tuple(sorted((of_plan or "" if own is None else own).split()))


def _are_of(states: FromClause, items: Table, item: str) -> ColumnElement[bool]:
    return and_(
        states.c.election_code == items.c.election_code,
        states.c[item] == items.c.code,
    )


def _over(number: Function[Any], condition: ColumnElement[bool]) -> ScalarSelect[Any]:
    return select(number).where(condition).scalar_subquery()
