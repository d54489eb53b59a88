"""The words of the zone that several of its parts say, in the current language."""

from datetime import date

from babel.dates import format_date

from charts.palette import STATUS_LOOKS, Look
from domain.assessment import Status
from domain.integrity_duty import DutyPart, DutyPlace, Shift
from domain.integrity_services import ServiceKind, ServiceStatus
from domain.provenance import Provenance
from ui import wording
from ui.language import current
from ui.language import gettext as _
from ui.words import confidence_word

SERVICE_LOOKS: dict[ServiceStatus, Look] = {
    ServiceStatus.PLANNED: STATUS_LOOKS[Status.NOT_STARTED],
    ServiceStatus.RUNNING: STATUS_LOOKS[Status.RUNNING],
    ServiceStatus.PAUSED: STATUS_LOOKS[Status.AT_RISK],
    ServiceStatus.ENDED: STATUS_LOOKS[Status.NOT_HELD],
}
"""How the status of a service is drawn: with the looks that the stages have."""


def kind_word(kind: ServiceKind) -> str:
    """Return what the commission calls a service."""
    return {
        ServiceKind.FLAGSHIP: _("flagship product"),
        ServiceKind.SERVICE: _("service"),
        ServiceKind.INNOVATION: _("innovation"),
    }[kind]


def service_status_word(status: ServiceStatus) -> str:
    """Return how far a service has come, in a word."""
    return {
        ServiceStatus.PLANNED: _("Being planned"),
        ServiceStatus.RUNNING: _("Running"),
        ServiceStatus.PAUSED: _("Paused"),
        ServiceStatus.ENDED: _("Ended"),
    }[status]


def place_word(place: DutyPlace) -> str:
    """Return where somebody is on duty."""
    return {
        DutyPlace.OFFICE: _("office"),
        DutyPlace.SERVICE_DESK: _("service desk"),
    }[place]


def part_word(part: DutyPart) -> str:
    """Return which part of a day a shift takes."""
    return {
        DutyPart.WHOLE: _("whole day"),
        DutyPart.MORNING: _("morning"),
        DutyPart.AFTERNOON: _("afternoon"),
    }[part]


def weekday(on: date) -> str:
    """Return "Kamis"."""
    return str(format_date(on, "EEEE", locale=current().value))


def month(of: date) -> str:
    """Return "Agustus 2022"."""
    return str(format_date(of, "LLLL y", locale=current().value))


def long_day(on: date) -> str:
    """Return "Kamis, 8 September 2022"."""
    return f"{weekday(on)}, {wording.day(on)}"


def where_words(shift: Shift) -> str:
    """Return "kantor" or "meja layanan, pagi"."""
    slot = shift.slot
    part = "" if slot.part is DutyPart.WHOLE else part_word(slot.part)
    return ", ".join(filter(None, (place_word(slot.place), part)))


def shift_words(shift: Shift) -> str:
    """Return a shift in words: day, place, who has it."""
    who = shift.person or _("nobody")
    day = wording.short_day(shift.slot.day)
    return f"{day}, {where_words(shift)}: {who}"


def source_words(provenance: Provenance) -> str:
    """Return source and confidence of what is told."""
    return _("Source: {source} ({confidence})").format(
        source=provenance.source, confidence=confidence_word(provenance.confidence)
    )
