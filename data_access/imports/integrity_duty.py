"""Previews the import of the rota of the manager on duty: all of it, or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from data_access.changes import Append, Change
from data_access.imports.frames import check_rows, unlike
from data_access.imports.grid import Grid
from data_access.imports.integrity_columns import duty_columns
from data_access.imports.preview import Preview, preview_file, whole
from data_access.imports.recorded import Key, Recorded, read_recorded
from data_access.imports.rows import Rows, read_rows
from data_access.imports.versioned_rows import Kind, preview_rows
from data_access.integrity_duty import key_of, read_rota
from data_access.integrity_duty_recording import shift_of_staff
from data_access.tables import duty_shifts
from domain.importing import (
    DUTY_SHEETS,
    Field,
    Refusal,
    RefusalKind,
    Terms,
    Told,
)
from domain.integrity_duty import (
    DutyPart,
    DutyPlace,
    DutyRule,
    Shift,
    Slot,
    after,
    double_bookings,
)
from domain.integrity_duty_rules import check_shifts
from domain.violation import insist

KEY = (Field.DAY, Field.PLACE, Field.DAY_PART)


def preview_rota(
    connection: Connection, content: bytes, terms: Terms, told: Told
) -> Preview:
    """Return what a file would change in the rota.

    Without a place it is the office, without a part of the day the whole of it; an
    empty name means nobody. Anything wrong with the file refuses all of it.

    Args:
        connection: The database.
        content: The file, XLSX or CSV.
        terms: Province, day and source.
        told: Is told how many rows are read.
    """

    def read(grid: Grid) -> Preview:
        return whole(_preview(connection, grid, terms, told))

    return preview_file(content, DUTY_SHEETS, read)


def checked_rota(
    connection: Connection, changes: Sequence[Append], day: date
) -> Sequence[Change]:
    """Return the changes of an import if the rota of this moment still takes them.

    Args:
        connection: The transaction that will store them.
        changes: Shifts of the rota.
        day: Day of the import.

    Raises:
        Refused: Somebody else was booked since they were checked.
    """
    news = _news(changes, day)
    insist(check_shifts(_rota(connection, day, [each.slot for each in news]), news))
    return changes


def _preview(connection: Connection, grid: Grid, terms: Terms, told: Told) -> Preview:
    rows = read_rows(grid, duty_columns(), told)
    for values in rows.values.values():
        values[Field.PLACE] = values.get(Field.PLACE) or DutyPlace.OFFICE
        values[Field.DAY_PART] = values.get(Field.DAY_PART) or DutyPart.WHOLE
    rows.refuse(check_rows(rows.values, unlike(*KEY)))
    kind = Kind(
        table=duty_shifts,
        recorded=_read_shifts(connection, rows, terms.known_on),
        key_of=lambda values: dict(key_of(_slot(values))),
        codes_of=lambda values: tuple(str(values[field]) for field in KEY),
        given=lambda _: (Field.PERSON,),
        stored=lambda row: {"person": row[Field.PERSON] or ""},
        check=lambda row: check_shifts((), [_shift(row, terms.known_on)]),
    )
    found = preview_rows(rows, kind, grid, terms)
    clashes = _clashes(connection, rows, found.pending, terms.known_on)
    return replace(found, refusals=(*found.refusals, *clashes))


def _slot(row: Mapping[Any, Any]) -> Slot:
    return Slot(
        row[Field.DAY], DutyPlace(row[Field.PLACE]), DutyPart(row[Field.DAY_PART])
    )


def _shift(row: Mapping[Any, Any], day: date) -> Shift:
    return shift_of_staff(_slot(row), row[Field.PERSON] or "", day, version=0)


def _read_shifts(connection: Connection, rows: Rows, day: date) -> dict[Key, Recorded]:
    days: list[Any] = [values[Field.DAY] for values in rows.values.values()]
    if not days:
        return {}
    in_span = duty_shifts.c.day.between(min(days), max(days))
    return read_recorded(connection, duty_shifts, day, in_span)


def _news(changes: Sequence[Append], day: date) -> list[Shift]:
    return [_shift({**each.key, **each.values}, day) for each in changes]


def _rota(
    connection: Connection, day: date, slots: Sequence[Slot]
) -> tuple[Shift, ...]:
    days = [slot.day for slot in slots]
    return read_rota(connection, day, min(days), max(days))


def _clashes(
    connection: Connection, rows: Rows, pending: Sequence[Append], day: date
) -> list[Refusal]:
    """Return what books a place or a person twice, at each row that does."""
    if not pending:
        return []
    news = {each.slot: each for each in _news(pending, day)}
    numbers = {_slot(values): number for number, values in rows.values.items()}
    rota = after(_rota(connection, day, [*news]), news.values())
    return [
        _clash(numbers[mine.slot], mine, other, booking.rule)
        for booking in double_bookings(rota)
        for mine, other in (
            (booking.first, booking.second),
            (booking.second, booking.first),
        )
        if mine.slot in news
    ]


def _clash(number: int, mine: Shift, other: Shift, rule: DutyRule) -> Refusal:
    return Refusal(
        kind=RefusalKind(rule.value),
        row=number,
        column=Field.PERSON,
        value=mine.person,
        arguments=(
            ("day", mine.slot.day),
            ("other", other.person),
            ("place", other.slot.place),
        ),
    )
