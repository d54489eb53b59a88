"""What the pages know of the services and the rota, kept while it stays."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from data_access.integrity_duty import ROTA_GROUND, read_rota, read_rota_span
from data_access.integrity_services import (
    FIGURES_GROUND,
    SERVICES_GROUND,
    read_service_figures,
    read_services,
)
from domain.integrity_duty import (
    ONE_DAY,
    WEEK,
    DoubleBooking,
    Shift,
    double_bookings,
    gaps,
    monday_of,
)
from domain.integrity_services import Service, ServiceFigure, Trend, trends
from domain.workdays import WorkingCalendar
from ui import store
from ui.kept import kept
from ui.known import Known
from ui.visit import Visit

WEEKS = 2
"""Weeks of the rota that a page looks at: this one and the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """The rota of two weeks, as known on a day.

    Attributes:
        day: The day.
        monday: First day of this week.
        shifts: The shifts of this week and the next.
        span: First and last day that anybody is on duty; None without a rota.
        gaps: Working days without anybody, of the two weeks, inside the rota.
        doubles: Shifts of the two weeks that cannot both be.
        calendar: The working days.
    """

    day: date
    monday: date
    shifts: tuple[Shift, ...]
    span: tuple[date, date] | None
    gaps: tuple[date, ...]
    doubles: tuple[DoubleBooking, ...]
    calendar: WorkingCalendar


def duty(visit: Visit) -> Duty:
    """Return the rota of this week and the next, on the day of a visit."""
    return _duty(visit.revision, visit.day, calendar(visit))


def services(visit: Visit) -> tuple[Service, ...]:
    """Return the services known on the day of a visit, in their order."""
    return SERVICES(visit.revision, visit.day)


def figures(visit: Visit) -> Mapping[str, Trend]:
    """Return the newest figure of each service and the month before, by its code."""
    return trends(all_figures(visit).values())


def all_figures(visit: Visit) -> Mapping[tuple[str, date], ServiceFigure]:
    """Return the figures known on the day of a visit, by service and month."""
    return FIGURES(visit.revision, visit.day)


def calendar(visit: Visit) -> WorkingCalendar:
    """Return the working days as known on the day of a visit."""
    code = visit.election.code
    return store.overview(visit.revision, visit.election, code, visit.day).calendar


def shifts(visit: Visit, first: date, last: date) -> tuple[Shift, ...]:
    """Return the shifts of some days, both inclusive, known on the day of a visit."""
    return _shifts(visit.revision, visit.day, first, last)


def _read_shifts(
    connection: Connection, first: date, last: date, day: date
) -> tuple[Shift, ...]:
    return read_rota(connection, day, first, last)


def _read_figures(
    connection: Connection, day: date
) -> Mapping[tuple[str, date], ServiceFigure]:
    found = read_service_figures(connection, day)
    return {(each.service_code, each.month): each for each in found}


_shifts = Known(_read_shifts, ROTA_GROUND)
_span = Known(read_rota_span, ROTA_GROUND)
SERVICES = Known(read_services, SERVICES_GROUND)
FIGURES = Known(_read_figures, FIGURES_GROUND)


@kept
def _duty(revision: int, day: date, working: WorkingCalendar) -> Duty:
    monday = monday_of(day)
    last = monday + WEEKS * WEEK - ONE_DAY
    found = _shifts(revision, day, monday, last)
    span = _span(revision, day)
    ends = (max(monday, span[0]), min(last, span[1])) if span else None
    return Duty(
        day=day,
        monday=monday,
        shifts=found,
        span=span,
        gaps=gaps(found, *ends, working) if ends else (),
        doubles=double_bookings(found),
        calendar=working,
    )
