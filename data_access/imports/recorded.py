"""What is recorded of the things that a file names, before anything of it is stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, Table, select

from data_access.imports.rows import Values
from domain.importing import Field, FieldChange, RowStatus, Value

State: TypeAlias = Mapping[str, Any]
"""Columns of one version of something."""

Key: TypeAlias = tuple[Any, ...]
"""Primary key of something, the version left aside."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """The versions of one thing.

    Attributes:
        known: The one that counts on the day of the import; None for none yet.
        newest: The newest of all; None where there is none.
    """

    known: State | None = None
    newest: State | None = None

    @property
    def version(self) -> int:
        """Return the newest version; 0 where there is none."""
        return self.newest["version"] if self.newest else 0

    def known_after(self, day: date) -> date | None:
        """Return the day of the newest version if it lies after another day."""
        if self.newest and self.newest["known_on"] > day:
            known_on: date = self.newest["known_on"]
            return known_on
        return None


NOTHING = Recorded()


def read_recorded(
    connection: Connection, table: Table, day: date, *where: ColumnElement[bool]
) -> dict[Key, Recorded]:
    """Return what is recorded in an append-only table, in one query.

    Args:
        connection: The database.
        table: Table with `known_on` whose primary key ends in `version`.
        day: Day of the import.
        where: Which rows to read.

    Returns:
        By the primary key without the version; the newest recorded comes last.
    """
    names = [each.name for each in table.primary_key if each.name != "version"]
    query = select(table).where(*where).order_by(table.c.version)
    versions: dict[Key, list[State]] = {}
    for row in connection.execute(query).mappings():
        versions.setdefault(tuple(row[name] for name in names), []).append({**row})
    return {key: _of(found, day) for key, found in versions.items()}


def changed(
    values: Values, state: State | None, fields: Sequence[Field]
) -> tuple[FieldChange, ...]:
    """Return the fields in which a row differs from what is recorded.

    A field that the row has not is left alone.
    """
    before = {field: _value(state, field) for field in fields if field in values}
    return tuple(
        FieldChange(field, stands, values[field])
        for field, stands in before.items()
        if values[field] != stands
    )


def completed(values: Values, state: State | None) -> dict[str, Any]:
    """Return what a row brings, and for the rest what is recorded."""
    return dict(state or {}) | {field.value: each for field, each in values.items()}


def status_of(recorded: Recorded, found: Sequence[FieldChange]) -> RowStatus:
    """Return what storing a row would do."""
    if not found:
        return RowStatus.UNCHANGED
    return RowStatus.CHANGED if recorded.known else RowStatus.NEW


def _of(versions: Sequence[State], day: date) -> Recorded:
    known = [each for each in versions if each["known_on"] <= day]
    counting = sorted(known, key=lambda each: (each["known_on"], each["version"]))
    return Recorded(counting[-1] if counting else None, versions[-1])


def _value(state: State | None, field: Field) -> Value:
    value: Value = state[field] if state else None
    return None if value == "" else value
