"""The rota of the manager on duty: read as known on a day, assigned and swapped."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import Connection, func, select

from data_access.changes import Values
from data_access.grounds import Ground
from data_access.integrity_versions import known_on_day, who_recorded
from data_access.rows import AnyRow, provenance_of
from data_access.tables import duty_shifts
from domain.integrity_duty import Shift, Slot

ROTA_GROUND = Ground((duty_shifts,), (duty_shifts.c.known_on,))
"""What the reads of the rota rest on."""


def read_rota(
    connection: Connection, day: date, first: date, last: date
) -> tuple[Shift, ...]:
    """Return the shifts known on a day, of some days, in their order.

    Args:
        connection: The database.
        day: Day whose knowledge counts.
        first: First day of the shifts.
        last: Last day of the shifts, inclusive.
    """
    known = known_on_day(duty_shifts, day).subquery()
    query = (
        select(known)
        .where(known.c.day.between(first, last))
        .order_by(known.c.day, known.c.place, known.c.day_part)
    )
    return tuple(map(_shift, connection.execute(query)))


def read_whole_rota(connection: Connection, day: date) -> tuple[Shift, ...]:
    """Return every shift known on a day, in their order."""
    return read_rota(connection, day, date.min, date.max)


def read_rota_span(connection: Connection, day: date) -> tuple[date, date] | None:
    """Return the first and the last day that somebody is on duty, as known on a day."""
    known = known_on_day(duty_shifts, day).subquery()
    ends = select(func.min(known.c.day), func.max(known.c.day))
    first, last = connection.execute(ends.where(known.c.person != "")).one()
    return (first, last) if first else None


def read_rota_history(
    connection: Connection, day: date
) -> Mapping[Slot, Sequence[Shift]]:
    """Return every version of each shift known up to a day, oldest first."""
    shifts = duty_shifts
    query = (
        select(shifts, shifts.c.version.label("newest"))
        .where(shifts.c.known_on <= day)
        .order_by(*shifts.primary_key.columns[:3], shifts.c.known_on, shifts.c.version)
    )
    found: dict[Slot, list[Shift]] = {}
    for shift in map(_shift, connection.execute(query)):
        found.setdefault(shift.slot, []).append(shift)
    return found


def who_assigned(connection: Connection, slot: Slot) -> tuple[str, datetime] | None:
    """Return who recorded a shift last, and when; None for nobody."""
    return who_recorded(connection, duty_shifts, key_of(slot))


def key_of(slot: Slot) -> Values:
    """Return the key of the versions of a shift, without their number."""
    return {"day": slot.day, "place": slot.place, "day_part": slot.part}


def _shift(row: AnyRow) -> Shift:
    return Shift(
        slot=Slot(row.day, row.place, row.day_part),
        person=row.person,
        known_on=row.known_on,
        version=row.newest,
        provenance=provenance_of(row),
    )
