"""Previews the import of tallies: party by kab/kota by phase and reporting day."""

from dataclasses import dataclass, field

from sqlalchemy import Connection

from data_access.changes import Append
from data_access.imports.columns import tally_columns
from data_access.imports.frames import check_rows, tally_rule
from data_access.imports.grid import Grid
from data_access.imports.preview import Preview, in_order, preview_file
from data_access.imports.recorded_tallies import (
    CellKey,
    Record,
    Span,
    read_newest,
    read_record,
)
from data_access.imports.rows import Rows, Values, read_rows
from data_access.imports.tally_checks import broken_rules, reported_on
from data_access.imports.tally_names import read_names
from data_access.tables import tallies
from domain.importing import (
    TALLY_SHEETS,
    Field,
    FieldChange,
    ImportedRow,
    Refusal,
    RefusalKind,
    RowStatus,
    Terms,
    Told,
)
from domain.tally import TallyState
from domain.tally_rules import COUNTS

COUNT_FIELDS = tuple(map(Field, COUNTS))


@dataclass(slots=True)
class _Ledger:
    """What is recorded, and what the rows read so far add to it.

    Attributes:
        record: The newest tally of each cell and reporting day.
        versions: The newest version of each cell, with the rows read so far.
        decided: The cells decided in plenary.
        accepted: The accepted rows.
        pending: What stores those that bring anything.
    """

    record: Record
    versions: dict[CellKey, int]
    decided: frozenset[CellKey]
    accepted: list[ImportedRow] = field(default_factory=list)
    pending: list[Append] = field(default_factory=list)


def preview_tallies(
    connection: Connection, content: bytes, terms: Terms, told: Told
) -> Preview:
    """Return what a file would add to the tallies, all as drafts.

    A report on a day that has one already is a correction, which names the version it
    replaces; one with the same figures is unchanged.

    Args:
        connection: The database.
        content: The file, XLSX or CSV.
        terms: Election, province, day, origin and source.
        told: Is told how many rows are read.
    """

    def read(grid: Grid) -> Preview:
        return _preview(connection, grid, terms, told)

    return preview_file(content, TALLY_SHEETS, read)


def _preview(connection: Connection, grid: Grid, terms: Terms, told: Told) -> Preview:
    names = read_names(connection, terms)
    is_dated = terms.reported_on is not None
    columns = tally_columns(
        names.phases, names.parties, names.regions, is_dated=is_dated
    )
    rows = read_rows(grid, columns, told)
    for values in rows.values.values():
        if values.get(Field.REPORTED_ON) is None:
            values[Field.REPORTED_ON] = terms.reported_on
    rows.refuse(check_rows(rows.values, tally_rule(terms.known_on)))
    rows.refuse(broken_rules(rows, names, terms))
    ledger = _open_ledger(connection, rows, terms)
    rows.refuse(
        [
            refusal
            for number, values in rows.values.items()
            if (refusal := _enter(ledger, number, values, terms))
        ]
    )
    return Preview(
        rows=tuple(ledger.accepted),
        refusals=in_order(rows.refusals),
        ignored_columns=rows.ignored_columns,
        ignored_sheets=grid.ignored_sheets,
        pending=tuple(ledger.pending),
    )


def _open_ledger(connection: Connection, rows: Rows, terms: Terms) -> _Ledger:
    """Read what is recorded of the cells and days of the rows, in two queries."""
    days = [reported_on(values) for values in rows.values.values()]
    if not days:
        return _Ledger(Record(), {}, frozenset())
    phases = {str(values[Field.PHASE]) for values in rows.values.values()}
    span = Span(phases=frozenset(phases), first=min(days), last=max(days))
    newest = read_newest(connection, terms.election, span)
    return _Ledger(
        read_record(connection, terms.election, span, terms.known_on),
        {cell: each.version for cell, each in newest.items()},
        frozenset(cell for cell, each in newest.items() if each.is_decided),
    )


def _enter(
    ledger: _Ledger, number: int, values: Values, terms: Terms
) -> Refusal | None:
    """Add a row to the ledger, or return why it is not stored."""
    cell = _cell_of(values)
    report = (*cell, reported_on(values))
    before = ledger.record.known.get(report)
    found = tuple(
        FieldChange(count, before.counts[at] if before else None, values[count])
        for at, count in enumerate(COUNT_FIELDS)
        if before is None or before.counts[at] != values[count]
    )
    if found and (later := ledger.record.later.get(report)):
        arguments = (("known_on", later),)
        return Refusal(kind=RefusalKind.KNOWN_LATER, row=number, arguments=arguments)
    if found and cell in ledger.decided:
        return Refusal(kind=RefusalKind.DECIDED, row=number)
    ledger.accepted.append(_imported(number, cell, found, is_new=before is None))
    if found:
        opened_at = ledger.versions.get(cell, 0)
        ledger.versions[cell] = opened_at + 1
        replaces = before.version if before else None
        ledger.pending.append(_appended(values, terms, opened_at, replaces))
    return None


def _cell_of(values: Values) -> CellKey:
    keys = (Field.PHASE, Field.PARTY, Field.REGION)
    phase, party, region = (str(values[key]) for key in keys)
    return phase, party, region


def _imported(
    number: int, cell: CellKey, found: tuple[FieldChange, ...], *, is_new: bool
) -> ImportedRow:
    changed = RowStatus.CHANGED if found else RowStatus.UNCHANGED
    return ImportedRow(
        row=number,
        codes=cell,
        region_code=cell[2],
        status=RowStatus.NEW if is_new else changed,
        changes=found,
    )


def _appended(
    values: Values, terms: Terms, opened_at: int, replaces: int | None
) -> Append:
    phase, party, region = _cell_of(values)
    return Append(
        table=tallies,
        key={
            "election_code": terms.election,
            "phase_code": phase,
            "party_code": party,
            "region_code": region,
        },
        values={
            **{name: values[Field(name)] for name in COUNTS},
            "reported_on": values[Field.REPORTED_ON],
            "known_on": terms.known_on,
            "replaces": replaces,
            "state": TallyState.DRAFT,
            "origin": terms.origin,
            "source": terms.source,
            "confidence": terms.confidence,
        },
        expected_version=opened_at,
    )
