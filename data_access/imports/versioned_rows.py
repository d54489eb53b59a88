"""From the rows of a file to the next versions of what they name, one by one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Table

from data_access.changes import Append
from data_access.imports.broken_rules import broken, known_later
from data_access.imports.grid import Grid
from data_access.imports.preview import Preview, in_order
from data_access.imports.recorded import (
    NOTHING,
    Key,
    Recorded,
    changed,
    completed,
    status_of,
)
from data_access.imports.rows import Rows, Values
from domain.importing import Field, ImportedRow, Refusal, Terms
from domain.provenance import Confidence
from domain.violation import Violation

Row: TypeAlias = Mapping[str, Any]
"""What a row brings, and for the rest what is recorded, by the names of columns."""


def nothing_broken(_row: Row) -> tuple[Violation, ...]:
    """Return no rule: these rows are checked together, not one by one."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What the rows of a file are versions of.

    Attributes:
        table: Append-only table whose primary key ends in `version`.
        recorded: What stands in it, by the primary key without the version.
        key_of: Returns that key of a row, by the names of its columns.
        codes_of: Returns what a row is of, for the preview.
        given: Returns the fields that a row brings.
        stored: Returns the other columns of a row.
        check: Returns the rules that a row breaks.
        stays_simulated: Whether a simulated version stays so, whatever is changed.
    """

    table: Table
    recorded: Mapping[Key, Recorded]
    key_of: Callable[[Values], dict[str, Any]]
    codes_of: Callable[[Values], tuple[str, ...]]
    given: Callable[[Values], Sequence[Field]]
    stored: Callable[[Row], dict[str, Any]]
    check: Callable[[Row], tuple[Violation, ...]] = nothing_broken
    stays_simulated: bool = False


def preview_rows(rows: Rows, kind: Kind, grid: Grid, terms: Terms) -> Preview:
    """Return what storing the accepted rows would do, those against a rule refused.

    Args:
        rows: The rows of the file; refused ones are moved among its refusals.
        kind: What they are versions of.
        grid: The sheet that they were read from.
        terms: Province, day and source.
    """
    accepted, pending = [], []
    for number, values in list(rows.values.items()):
        key = kind.key_of(values)
        its = kind.recorded.get(tuple(key.values()), NOTHING)
        found = changed(values, its.known, kind.given(values))
        row = completed(values, its.known)
        if found and (refusals := _objections(number, row, its, kind, terms)):
            rows.refuse(refusals)
            continue
        accepted.append(
            ImportedRow(
                row=number,
                codes=kind.codes_of(values),
                region_code=terms.province,
                status=status_of(its, found),
                changes=found,
            )
        )
        if found:
            told = _source(its, kind, terms)
            pending.append(
                Append(
                    table=kind.table,
                    key=key,
                    values={**kind.stored(row), "known_on": terms.known_on, **told},
                    expected_version=its.version,
                )
            )
    return Preview(
        rows=tuple(accepted),
        refusals=in_order(rows.refusals),
        ignored_columns=rows.ignored_columns,
        ignored_sheets=grid.ignored_sheets,
        pending=tuple(pending),
    )


def _objections(
    number: int, row: Row, recorded: Recorded, kind: Kind, terms: Terms
) -> list[Refusal]:
    if later := recorded.known_after(terms.known_on):
        return [known_later(number, later)]
    return [broken(number, each) for each in kind.check(row)]


def _source(recorded: Recorded, kind: Kind, terms: Terms) -> dict[str, Any]:
    """Return the source of what is stored; a changed simulation may be no fact."""
    state = recorded.known
    if kind.stays_simulated and state and _is_simulated(state):
        return {"source": state["source"], "confidence": state["confidence"]}
    return {"source": terms.source, "confidence": terms.confidence}


def _is_simulated(state: Row) -> bool:
    return state["confidence"] is Confidence.SIMULATED
