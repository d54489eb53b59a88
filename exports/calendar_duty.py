"""The duty rota in the calendar: who is on duty, on which day, and where."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time, tzinfo
from enum import StrEnum
from uuid import NAMESPACE_URL, uuid5

from domain.integrity_duty import Shift, Slot
from domain.timeline import Holding
from reports.calendar import Event
from ui import integrity_words
from ui.language import gettext as _


class Rota(StrEnum):
    """Whether a calendar has the rota, as its address says it."""

    WITH = "ya"
    ONLY = "saja"


def duty_events(
    history: Mapping[Slot, Sequence[Shift]], zone: tzinfo
) -> Iterator[Event]:
    """Yield the shifts that somebody has, or had: then they are called off.

    Args:
        history: What was known of each shift, the oldest first.
        zone: Zone of the office.
    """
    for known in history.values():
        held = [each for each in known if each.person]
        if held:
            yield _event(known, held[-1], zone)


def _event(known: Sequence[Shift], last: Shift, zone: tzinfo) -> Event:
    """Return a shift as an event of the calendar.

    Args:
        known: What was known of it, the oldest first.
        last: What was known of it when somebody had it last.
        zone: Zone of the office.
    """
    slot, newest = last.slot, known[-1]
    mark = _("Simulated, not official") if last.is_simulated else ""
    place = integrity_words.where_words(last)
    said = [
        mark,
        _("Place: {place}").format(place=place),
        _("Source: {source}").format(source=last.provenance.source),
    ]
    return Event(
        uid=str(uuid5(NAMESPACE_URL, f"pantau-tahapan/piket/{_name_of(slot)}")),
        first=slot.day,
        last=slot.day,
        title=_("Duty: {who}").format(who=last.person),
        text="\n".join(filter(None, said)),
        category=_("Manager on duty"),
        holding=Holding.PLANNED if newest.person else Holding.NOT_HELD,
        sequence=len(known) - 1,
        changed_at=datetime.combine(newest.known_on, time.min, zone),
    )


def _name_of(slot: Slot) -> str:
    return f"{slot.day}/{slot.place}/{slot.part}"
