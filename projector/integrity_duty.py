"""The services and the manager on duty as a sheet shows them."""

from collections.abc import Sequence
from datetime import date

from domain.assessment import Status
from domain.integrity_duty import Shift, days_from, on_duty
from domain.workdays import SATURDAY
from projector.integrity_sheet import MOST_WORDS, ZoneBar, ZoneView
from projector.show import SheetName
from ui import integrity_services, integrity_store, integrity_words, wording
from ui.integrity_store import Duty
from ui.language import gettext as _
from ui.visit import Visit

ON_DUTY = f"{SheetName.INTEGRITY}-piket"


def duty_view(visit: Visit) -> ZoneView | None:
    """Return what the sheet of the rota shows; None where nothing is known."""
    duty = integrity_store.duty(visit)
    services = integrity_services.summary_of(visit)
    if not services.known and duty.span is None:
        return None
    week = [day for day in days_from(duty.monday, 7) if day.weekday() < SATURDAY]
    working = [day for day in week if duty.calendar.is_working(day)]
    filled = [day for day in working if on_duty(duty.shifts, day)]
    rota = (
        (
            wording.of_total(len(filled), len(working)),
            _("working days of this week with a manager on duty"),
        ),
        (wording.number(len(duty.gaps)), _("working days without one, two weeks")),
    )
    return ZoneView(
        code=ON_DUTY,
        title=_title(duty),
        numbers=(
            (wording.number(services.running), _("services running")),
            *(rota if duty.span else ()),
        ),
        caption=_("Manager on duty this week"),
        bars=tuple(_day(day, duty) for day in week),
        source=_source(duty),
    )


def _title(duty: Duty) -> str:
    today = on_duty(duty.shifts, duty.day)
    if today:
        said = _("On duty today: {who}").format(who=today[0].person)
        is_short = len(said.split()) <= MOST_WORDS
        return said if is_short else _("A manager is on duty today")
    if duty.span is None or not duty.span[0] <= duty.day <= duty.span[1]:
        return _("No duty rota is recorded for today")
    if not duty.calendar.is_working(duty.day):
        return _("Today is no working day")
    return _("Nobody is on duty today")


def _day(day: date, duty: Duty) -> ZoneBar:
    short = wording.short_day(day, with_year=False)
    found = on_duty(duty.shifts, day)
    standing, words = _standing(day, found, duty)
    return ZoneBar(
        name=f"{integrity_words.weekday(day)} {wording.unbroken(short)}",
        words=words,
        status=standing,
        is_simulated=any(each.is_simulated for each in found),
    )


def _standing(day: date, found: Sequence[Shift], duty: Duty) -> tuple[Status, str]:
    """Return where a day of the rota stands, and what is said of it."""
    if found:
        who = ", ".join(dict.fromkeys(each.person for each in found))
        if day < duty.day:
            return Status.DONE, who
        return Status.RUNNING if day == duty.day else Status.NOT_STARTED, who
    if day in duty.gaps:
        return Status.AT_RISK if day > duty.day else Status.OVERDUE, _("nobody")
    if not duty.calendar.is_working(day):
        return Status.NOT_HELD, _("day off")
    return Status.UNREPORTED, _("not recorded")


def _source(duty: Duty) -> str:
    own = _("Programme of KPU NTB")
    newest = max((each.known_on for each in duty.shifts), default=None)
    if newest is None:
        return own
    age = _("rota up to {day}").format(day=wording.short_day(newest))
    return f"{own}, {wording.unbroken(age)}"
