"""Previews the import of milestones: their days, progress, reason of slip and note."""

from typing import Any

from sqlalchemy import Connection, select

from data_access.changes import Append
from data_access.imports.columns import milestone_columns
from data_access.imports.frames import check_rows, milestone_rule
from data_access.imports.grid import Grid
from data_access.imports.lookup import lookup_of
from data_access.imports.milestone_checks import (
    MilestoneRow,
    State,
    names_of,
    objections,
    read_ground,
)
from data_access.imports.preview import Preview, in_order, preview_file
from data_access.imports.rows import Values, read_rows
from data_access.tables import milestone_states
from data_access.timeline import read_milestones
from domain.importing import (
    MILESTONE_SHEETS,
    Field,
    FieldChange,
    ImportedRow,
    RowStatus,
    Terms,
    Told,
    Value,
)
from domain.timeline import Holding, Milestone

STATE_FIELDS = (
    Field.PLANNED_START,
    Field.PLANNED_END,
    Field.ACTUAL_START,
    Field.ACTUAL_END,
    Field.PROGRESS,
    Field.SLIP_REASON,
    Field.NOTE,
)
"""The fields of a row that are columns of a state."""


def preview_milestones(
    connection: Connection, content: bytes, terms: Terms, told: Told
) -> Preview:
    """Return what a file would change in the milestones.

    A column that the file has not leaves its values alone; an empty cell takes the
    value away.

    Args:
        connection: The database.
        content: The file, XLSX or CSV.
        terms: Election, day and source.
        told: Is told how many rows are read.
    """

    def read(grid: Grid) -> Preview:
        return _preview(connection, grid, terms, told)

    return preview_file(content, MILESTONE_SHEETS, read)


def _preview(connection: Connection, grid: Grid, terms: Terms, told: Told) -> Preview:
    known = {
        each.code: each
        for each in read_milestones(connection, terms.election, terms.known_on)
    }
    lookup = lookup_of((code, names_of(each)) for code, each in known.items())
    rows = read_rows(grid, milestone_columns(lookup), told)
    rows.refuse(check_rows(rows.values, milestone_rule(terms.known_on)))
    states = _read_states(connection, terms.election)
    ground = read_ground(connection, known, terms)
    accepted, pending = [], []
    for number, values in list(rows.values.items()):
        milestone = known[str(values[Field.CODE])]
        history = states[milestone.code]
        state = [each for each in history if each["known_on"] <= terms.known_on][-1]
        found = _changes(values, state)
        news = _next_state(state, found, terms)
        row = MilestoneRow(
            number=number,
            values=values,
            milestone=milestone,
            next_state=news.values,
            newest=history[-1],
            found=found,
        )
        if refusals := objections(row, ground):
            rows.refuse(refusals)
            continue
        accepted.append(_imported(number, milestone, found))
        if found:
            pending.append(news)
    return Preview(
        rows=tuple(accepted),
        refusals=in_order(rows.refusals),
        ignored_columns=rows.ignored_columns,
        ignored_sheets=grid.ignored_sheets,
        pending=tuple(pending),
    )


def _read_states(connection: Connection, election: str) -> dict[str, list[State]]:
    """Return the states of each milestone by its code, oldest first, in one query."""
    query = (
        select(milestone_states)
        .where(milestone_states.c.election_code == election)
        .order_by(milestone_states.c.version)
    )
    states: dict[str, list[State]] = {}
    for row in connection.execute(query).mappings():
        states.setdefault(row["milestone_code"], []).append(dict(row))
    return states


def _changes(values: Values, state: State) -> tuple[FieldChange, ...]:
    """Return the fields in which a row differs from what is recorded."""
    return tuple(
        FieldChange(field, _recorded(state, field), values[field])
        for field in STATE_FIELDS
        if field in values and values[field] != _recorded(state, field)
    )


def _recorded(state: State, field: Field) -> Value:
    value: Value = state[field]
    return value if value != "" else None


def _imported(
    number: int, milestone: Milestone, found: tuple[FieldChange, ...]
) -> ImportedRow:
    return ImportedRow(
        row=number,
        codes=(milestone.code,),
        region_code=milestone.region_code,
        status=RowStatus.CHANGED if found else RowStatus.UNCHANGED,
        changes=found,
    )


def _next_state(state: State, found: tuple[FieldChange, ...], terms: Terms) -> Append:
    """Return the state after the newest one: as that, but for what the row brings."""
    names = ("election_code", "milestone_code")
    news: dict[str, Any] = {change.field: change.after for change in found}
    if Field.NOTE in news:
        news[Field.NOTE] = news[Field.NOTE] or ""
    carried = {name: value for name, value in state.items() if name not in names}
    version = carried.pop("version")
    of_terms = {
        "known_on": terms.known_on,
        "source": terms.source,
        "confidence": terms.confidence,
    }
    values = {**carried, **{str(name): each for name, each in news.items()}}
    if values["actual_start"]:
        values["holding"] = Holding.PLANNED
    return Append(
        table=milestone_states,
        key={name: state[name] for name in names},
        values=values | of_terms,
        expected_version=version,
    )
