"""Previews the import of milestones: their days, progress, reason of slip and note."""

from typing import Any

from sqlalchemy import Connection

from data_access.changes import Append
from data_access.imports.columns import milestone_columns
from data_access.imports.frames import check_rows, milestone_rule
from data_access.imports.grid import Grid
from data_access.imports.lookup import lookup_of
from data_access.imports.milestone_checks import (
    MilestoneRow,
    names_of,
    objections,
    read_ground,
)
from data_access.imports.preview import Preview, in_order, preview_file
from data_access.imports.recorded import (
    Recorded,
    changed,
    read_recorded,
    status_of,
)
from data_access.imports.rows import read_rows
from data_access.tables import milestone_states
from data_access.timeline import read_milestones
from domain.importing import (
    MILESTONE_SHEETS,
    Field,
    FieldChange,
    ImportedRow,
    Terms,
    Told,
)
from domain.timeline import Holding

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
    recorded = _read_states(connection, terms)
    ground = read_ground(connection, known, terms)
    accepted, pending = [], []
    for number, values in list(rows.values.items()):
        milestone = known[str(values[Field.CODE])]
        its = recorded[milestone.code]
        found = changed(values, its.known, STATE_FIELDS)
        news = _next_state(its, found, terms)
        row = MilestoneRow(
            number=number,
            values=values,
            milestone=milestone,
            next_state=news.values,
            recorded=its,
            found=found,
        )
        if refusals := objections(row, ground):
            rows.refuse(refusals)
            continue
        accepted.append(
            ImportedRow(
                row=number,
                codes=(milestone.code,),
                region_code=milestone.region_code,
                status=status_of(its, found),
                changes=found,
            )
        )
        if found:
            pending.append(news)
    return Preview(
        rows=tuple(accepted),
        refusals=in_order(rows.refusals),
        ignored_columns=rows.ignored_columns,
        ignored_sheets=grid.ignored_sheets,
        pending=tuple(pending),
    )


def _read_states(connection: Connection, terms: Terms) -> dict[str, Recorded]:
    """Return what is recorded of each milestone, by its code."""
    of_election = milestone_states.c.election_code == terms.election
    found = read_recorded(connection, milestone_states, terms.known_on, of_election)
    return {code: recorded for (_election, code), recorded in found.items()}


def _next_state(
    recorded: Recorded, found: tuple[FieldChange, ...], terms: Terms
) -> Append:
    """Return the state after the one that is known: as it, but for what is brought."""
    state = dict(recorded.known or {})
    names = ("election_code", "milestone_code")
    news: dict[str, Any] = {change.field: change.after for change in found}
    if Field.NOTE in news:
        news[Field.NOTE] = news[Field.NOTE] or ""
    carried = {name: value for name, value in state.items() if name not in names}
    del carried["version"]
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
        expected_version=recorded.version,
    )
