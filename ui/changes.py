"""What changed, in words."""

from datetime import date
from typing import assert_never

from domain.changes import (
    Added,
    Change,
    FindingsChanged,
    PlanMoved,
    Progressed,
    StatusChanged,
)
from ui import wording
from ui.language import gettext as _
from ui.language import name
from ui.timeline import days_in_words, progress_words
from ui.words import finding_word, status_word


def row(change: Change) -> tuple[str, str, str]:
    """Return one change in three cells: item, before, now."""
    match change:
        case Added(assessment=item):
            planned = days_in_words(item.milestone.schedule)
            return (
                name(item.milestone.short_name),
                "–",
                _("new: {days}").format(days=planned),
            )
        case StatusChanged(assessment=item, before=before):
            called = name(item.milestone.short_name)
            return called, status_word(before), status_word(item.status)
        case PlanMoved(assessment=item, before=before):
            end = item.milestone.schedule.planned_end
            called = _("{name}, planned end").format(
                name=name(item.milestone.short_name)
            )
            return called, _day(before), _day(end)
        case Progressed(assessment=item, before=before):
            share = "–" if before is None else wording.percent(before)
            now = progress_words(item.progress) if item.progress else "–"
            return name(item.milestone.short_name), share, now
        case FindingsChanged() as counted:
            called = _("{party}, kab/kota {finding}").format(
                party=counted.party_code, finding=finding_word(counted.finding)
            )
            return called, wording.number(counted.before), wording.number(counted.after)
        case _ as unreachable:
            assert_never(unreachable)


def _day(day: date | None) -> str:
    return wording.short_day(day, with_year=False) if day else "–"
