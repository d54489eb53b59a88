"""What stands in the calendar: milestones on their days, and legal deadlines."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, tzinfo
from uuid import NAMESPACE_URL, uuid5

from domain.appointment import Appointment, Known, appointment_of
from domain.assessment import StageAssessment
from domain.deadlines import Bound, Deadline
from domain.timeline import Milestone
from reports.calendar import Event
from ui import wording
from ui.language import gettext as _
from ui.language import name


def milestone_event(
    milestone: Milestone,
    stage: StageAssessment,
    found: Appointment,
    place: tuple[str, tzinfo],
) -> Event:
    """Return a milestone as an event of the calendar.

    Args:
        milestone: The milestone.
        stage: Its stage.
        found: Its days, and what became of them.
        place: Code of the election, and the zone of the office.
    """
    election, zone = place
    days = milestone.schedule
    said = [
        _planned(wording.span(days.planned_start, days.planned_end)),
        _actual(days.actual_start, days.actual_end),
        milestone.legal_basis,
        _from(milestone.provenance.source),
    ]
    return Event(
        uid=_uid(election, milestone.code),
        first=found.first,
        last=found.last,
        title=name(milestone.name),
        text="\n".join(filter(None, said)),
        category=name(stage.stage.short_name),
        holding=found.holding,
        sequence=found.sequence,
        changed_at=_beginning(found.changed_on, zone),
    )


def deadline_event(
    deadline: Deadline, found: Appointment, place: tuple[str, tzinfo]
) -> Event:
    """Return a legal deadline as an event of the calendar.

    Args:
        deadline: The deadline.
        found: Its day, and what became of it.
        place: Code of the election, and the zone of the office.
    """
    election, zone = place
    rule = deadline.rule
    closes = deadline.closes_at and wording.moment(deadline.closes_at)
    zone_name = deadline.closes_at and deadline.closes_at.tzname()
    said = [
        _("Closes: {moment}").format(moment=f"{closes} {zone_name}") if closes else "",
        rule.wording,
        rule.article,
        _from(rule.provenance.source),
    ]
    return Event(
        uid=_uid(election, rule.code, rule.reading),
        first=found.first,
        last=found.last,
        title=_bound(rule.bound).format(subject=name(rule.subject)),
        text="\n".join(filter(None, said)),
        category=_("Legal deadline"),
        holding=found.holding,
        sequence=found.sequence,
        changed_at=_beginning(found.changed_on, zone),
    )


def appointments(
    history: Mapping[str, Sequence[Known]],
) -> Mapping[str, Appointment]:
    """Return the milestones that have, or had, a day, by code."""
    found = {code: appointment_of(known) for code, known in history.items()}
    return {code: each for code, each in found.items() if each}


def _planned(span: str) -> str:
    return _("Planned: {span}").format(span=span)


def _actual(start: date | None, end: date | None) -> str:
    if start is None and end is None:
        return ""
    return _("Actual: {span}").format(span=wording.span(start, end))


def _from(source: str) -> str:
    return _("Source: {source}").format(source=source)


def _bound(bound: Bound) -> str:
    return {
        Bound.LATEST: _("Last day by law: {subject}"),
        Bound.EARLIEST: _("First day by law: {subject}"),
        Bound.PERIOD_START: _("Period by law begins: {subject}"),
        Bound.CONDITIONAL: _("Day by law, if it comes to that: {subject}"),
    }[bound]


def _uid(*parts: str) -> str:
    """Return what an event is known by in every calendar, forever."""
    return str(uuid5(NAMESPACE_URL, "pantau-tahapan/" + "/".join(parts)))


def _beginning(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time.min, zone)
