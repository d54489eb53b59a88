"""Simulated monthly figures of the services, and a simulated rota, of the zone.

Neither was ever published. They are made up from a fixed seed and marked as simulated
wherever they are stored; nobody on the rota exists.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import cycle
from random import Random
from typing import Any, TypeAlias

from domain.integrity_duty import DutyPart, DutyPlace, days_from
from domain.workdays import SATURDAY

SEED = 2022
FIRST_MONTH, MONTHS = date(2022, 7, 1), 20
TOLD_ON = 5
"""Day of the following month on which a figure is told."""

COUNTED = {
    "pemilu-digital": ("pemasangan baru", "new installations", 180),
    "layanan-terpadu": ("permohonan dilayani", "requests served", 95),
    "e-arsip": ("berkas diarsipkan", "files archived", 420),
}
"""What is counted of each service, in both languages, and about how many."""

PEOPLE = tuple(f"Kepala Subbagian {letter} (simulasi)" for letter in "ABCDEF")

BLOCKS = (
    (date(2022, 8, 29), 5, date(2022, 8, 26)),
    (date(2022, 10, 3), 4, date(2022, 9, 30)),
    (date(2022, 10, 31), 3, date(2022, 10, 28)),
    (date(2024, 1, 29), 4, date(2024, 1, 26)),
)
"""Weeks of the rota: their first Monday, how many, and the day they became known."""

DAYS_OFF = frozenset({date(2024, 2, 8), date(2024, 2, 9)})
FILLED_LATE = {date(2022, 9, 14): date(2022, 9, 12)}
"""A gap, and the day from which it is known that somebody fills it."""

NEVER_FILLED = frozenset({date(2022, 11, 10)})
BOOKED_TWICE, MENDED_ON = date(2022, 9, 15), date(2022, 9, 9)
SWAPPED, SWAPPED_ON = (date(2022, 11, 8), date(2022, 11, 9)), date(2022, 11, 3)

Row: TypeAlias = dict[str, Any]


def simulated_figures(chance: Random) -> Iterator[Row]:
    """Yield the figure of each flagship service in each month.

    Args:
        chance: Source of randomness, freshly seeded.
    """
    month = FIRST_MONTH
    for _ in range(MONTHS):
        following = (month + timedelta(days=31)).replace(day=1)
        for code, (indonesian, english, about) in COUNTED.items():
            yield {
                "service_code": code,
                "month": month,
                "version": 1,
                "known_on": following.replace(day=TOLD_ON),
                "what_indonesian": indonesian,
                "what_english": english,
                "counted": about + chance.randint(-about // 5, about // 3),
            }
        month = following


def simulated_rota() -> Iterator[Row]:
    """Yield every version of every shift, with a gap, a double booking and a swap."""
    people = cycle(PEOPLE)
    planned = {
        day: (next(people), known_on)
        for first, weeks, known_on in BLOCKS
        for day in days_from(first, 7 * weeks)
        if day.weekday() < SATURDAY and day not in DAYS_OFF | NEVER_FILLED
    }
    for day, (person, known_on) in planned.items():
        yield _shift(day, person, FILLED_LATE.get(day, known_on))
    twice = _shift(BOOKED_TWICE, PEOPLE[-1], planned[BOOKED_TWICE][1])
    yield twice | {"day_part": DutyPart.MORNING}
    mended = {"version": 2, "person": "", "known_on": MENDED_ON}
    yield twice | {"day_part": DutyPart.MORNING} | mended
    yield from _swap(planned)


def _swap(planned: Mapping[date, tuple[str, date]]) -> Iterator[Row]:
    for day, other in (SWAPPED, SWAPPED[::-1]):
        yield _shift(day, planned[other][0], SWAPPED_ON) | {"version": 2}


def _shift(day: date, person: str, known_on: date) -> Row:
    return {
        "day": day,
        "place": DutyPlace.OFFICE,
        "day_part": DutyPart.WHOLE,
        "version": 1,
        "known_on": known_on,
        "person": person,
    }
