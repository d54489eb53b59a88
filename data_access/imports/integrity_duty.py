"""Previews the import of the rota of the manager on duty: all of it, or nothing."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection

from data_access.changes import Append, Change
from data_access.imports.broken_rules import broken, known_later
from data_access.imports.frames import check_rows, unlike
from data_access.imports.grid import Grid
from data_access.imports.integrity_columns import duty_columns
from data_access.imports.preview import Preview, preview_file, whole
from data_access.imports.recorded import (
    NOTHING,
    Recorded,
    changed,
    read_recorded,
    status_of,
)
from data_access.imports.rows import Rows, Values, read_rows
from data_access.integrity_duty import key_of, read_rota
from data_access.integrity_duty_recording import shift_of_staff
from data_access.tables import duty_shifts
from domain.importing import (
    DUTY_SHEETS,
    Field,
    ImportedRow,
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
    news = [
        shift_of_staff(_slot(each.key), each.values["person"], day, version=0)
        for each in changes
    ]
    insist(check_shifts(_rota(connection, day, [each.slot for each in news]), news))
    return changes


def _preview(connection: Connection, grid: Grid, terms: Terms, told: Told) -> Preview:
    rows = read_rows(grid, duty_columns(), told)
    for values in rows.values.values():
        values[Field.PLACE] = values.get(Field.PLACE) or DutyPlace.OFFICE
        values[Field.DAY_PART] = values.get(Field.DAY_PART) or DutyPart.WHOLE
    rows.refuse(check_rows(rows.values, unlike(*KEY)))
    recorded = _read_shifts(connection, rows, terms.known_on)
    accepted, pending = [], []
    for number, values in list(rows.values.items()):
        slot = _slot(values)
        its = recorded.get(slot, NOTHING)
        found = changed(values, its.known, (Field.PERSON,))
        if found and (later := its.known_after(terms.known_on)):
            rows.refuse([known_later(number, later)])
            continue
        accepted.append(
            ImportedRow(
                row=number,
                codes=tuple(str(each) for each in key_of(slot).values()),
                region_code=terms.province,
                status=status_of(its, found),
                changes=found,
            )
        )
        if found:
            pending.append(_append(slot, values, its, terms))
    rows.refuse(_objections(connection, rows, pending, terms.known_on))
    return Preview(
        rows=tuple(accepted),
        refusals=tuple(rows.refusals),
        ignored_columns=rows.ignored_columns,
        ignored_sheets=grid.ignored_sheets,
        pending=tuple(pending),
    )


def _slot(row: Mapping[Any, Any]) -> Slot:
    return Slot(
        row[Field.DAY], DutyPlace(row[Field.PLACE]), DutyPart(row[Field.DAY_PART])
    )


def _read_shifts(connection: Connection, rows: Rows, day: date) -> dict[Slot, Recorded]:
    days: list[Any] = [values[Field.DAY] for values in rows.values.values()]
    if not days:
        return {}
    in_span = duty_shifts.c.day.between(min(days), max(days))
    found = read_recorded(connection, duty_shifts, day, in_span)
    return {Slot(*key): recorded for key, recorded in found.items()}


def _rota(
    connection: Connection, day: date, slots: Sequence[Slot]
) -> tuple[Shift, ...]:
    days = [slot.day for slot in slots]
    return read_rota(connection, day, min(days), max(days))


def _objections(
    connection: Connection, rows: Rows, pending: Sequence[Append], day: date
) -> list[Refusal]:
    """Return why shifts cannot stand: by themselves, and beside one another."""
    if not pending:
        return []
    numbers = {_slot(values): number for number, values in rows.values.items()}
    news = {
        slot: shift_of_staff(slot, each.values["person"], day, version=0)
        for each in pending
        for slot in [_slot(each.key)]
    }
    alone = [
        broken(numbers[slot], each)
        for slot, shift in news.items()
        for each in check_shifts((), [shift])
    ]
    rota = after(_rota(connection, day, [*news]), news.values())
    return [*alone, *_clashes(rota, {slot: numbers[slot] for slot in news})]


def _clashes(rota: Iterable[Shift], numbers: Mapping[Slot, int]) -> list[Refusal]:
    """Return what books a place or a person twice, at each row that does."""
    return [
        _clash(numbers[mine.slot], mine, other, booking.rule)
        for booking in double_bookings(rota)
        for mine, other in (
            (booking.first, booking.second),
            (booking.second, booking.first),
        )
        if mine.slot in numbers
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


def _append(slot: Slot, values: Values, recorded: Recorded, terms: Terms) -> Append:
    return Append(
        table=duty_shifts,
        key=key_of(slot),
        values={
            "person": values[Field.PERSON] or "",
            "known_on": terms.known_on,
            "source": terms.source,
            "confidence": terms.confidence,
        },
        expected_version=recorded.version,
    )
