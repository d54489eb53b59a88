"""Records the rota of the manager on duty: shifts assigned, and two of them swapped."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine

from data_access.changes import Append
from data_access.integrity_duty import key_of, read_rota
from data_access.recording import Errand, write_prepared
from data_access.staff_sources import source_of
from data_access.tables import duty_shifts
from domain.integrity_duty import DutyRule, Shift, Slot, swapped
from domain.integrity_duty_rules import check_shifts, check_swap
from domain.person import Permission, Person
from domain.provenance import Provenance
from domain.violation import Refused, Violation, insist
from domain.workdays import WorkingCalendar


def assign(
    engine: Engine,
    errand: Errand,
    opened: Mapping[Slot, int],
    people: Mapping[Slot, str],
) -> int:
    """Store who has some shifts as one writing, and return the data revision it made.

    Args:
        engine: The database.
        errand: Who records it, why and when; it is known from that day on.
        opened: Newest version of each shift when it was opened; 0 for none.
        people: Name or position for each shift that changes; empty for nobody.

    Raises:
        SignedOut: Nobody is signed in.
        NotPermitted: The person may not.
        VersionConflict: Somebody saved one of the shifts first.
        Refused: A place would have two people at one time, a person two places, or a
            name cannot be read.
    """
    news = [
        shift_of_staff(slot, name, errand.day, opened[slot])
        for slot, name in people.items()
    ]

    def prepare(connection: Connection, _: Person) -> Sequence[Append]:
        rota = _rota_of(connection, errand.day, [each.slot.day for each in news])
        insist(check_shifts(rota, news))
        return tuple(map(_append, news))

    return write_prepared(engine, errand, Permission.RECORD_INTEGRITY, prepare)


def swap(
    engine: Engine,
    errand: Errand,
    opened: Mapping[Slot, int],
    calendar: WorkingCalendar,
) -> int:
    """Exchange the people of two shifts as one writing; return its data revision.

    Args:
        engine: The database.
        errand: Who records it, why and when; it is known from that day on.
        opened: Newest version of each of the two when they were opened.
        calendar: The working days.

    Raises:
        SignedOut: Nobody is signed in.
        NotPermitted: The person may not.
        VersionConflict: Somebody saved one of the shifts first.
        Refused: It would leave a working day without anybody, or book somebody twice;
            or there are no two such shifts.
    """

    def prepare(connection: Connection, _: Person) -> Sequence[Append]:
        rota = _rota_of(connection, errand.day, [slot.day for slot in opened])
        first, second = _two(rota, opened)
        insist(check_swap(rota, first, second, calendar))
        return tuple(
            _append(replace(each, version=opened[each.slot], known_on=errand.day))
            for each in swapped(first, second)
        )

    return write_prepared(engine, errand, Permission.RECORD_INTEGRITY, prepare)


def shift_of_staff(slot: Slot, person: str, day: date, version: int) -> Shift:
    """Return a shift as staff record it on a day.

    Args:
        slot: Which shift.
        person: Name or position, as typed; empty for nobody.
        day: Day of the recording.
        version: Newest version when it was opened; 0 for none.
    """
    return Shift(
        slot=slot,
        person=person.strip(),
        known_on=day,
        version=version,
        provenance=Provenance(**source_of(None)),
    )


def _two(rota: Sequence[Shift], opened: Mapping[Slot, int]) -> tuple[Shift, Shift]:
    by_slot = {each.slot: each for each in rota}
    missing = tuple(
        Violation(field="shift", value=slot.day, rule=DutyRule.NO_SUCH_SHIFT)
        for slot in opened
        if slot not in by_slot
    )
    insist(missing)
    found = [by_slot[slot] for slot in opened]
    if len(found) != 2:
        raise Refused(
            tuple(
                Violation(field="shift", value=each, rule=DutyRule.SAME_SHIFT)
                for each in found
            )
        )
    return found[0], found[1]


def _rota_of(
    connection: Connection, day: date, days: Collection[date]
) -> tuple[Shift, ...]:
    return read_rota(connection, day, min(days), max(days))


def _append(shift: Shift) -> Append:
    slot, told = shift.slot, shift.provenance
    values: dict[str, Any] = {
        "known_on": shift.known_on,
        "person": shift.person,
        "source": told.source,
        "confidence": told.confidence,
        "note": told.note,
    }
    return Append(
        table=duty_shifts,
        key=key_of(slot),
        values=values,
        expected_version=shift.version,
    )
