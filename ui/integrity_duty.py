"""The manager on duty on the page of the zone, and in a few words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

import streamlit as st

from charts.palette import STATUS_LOOKS
from domain.assessment import Status
from domain.integrity_duty import (
    WEEK,
    DoubleBooking,
    DutyRule,
    Shift,
    days_from,
    on_duty,
)
from domain.workdays import SATURDAY
from ui import address, badges, integrity_store, integrity_words, offers, wording
from ui.drawn import once
from ui.figure import plain
from ui.integrity_store import Duty
from ui.language import gettext as _
from ui.language import ngettext
from ui.visit import Visit

ROTA = "piket"
"""Part of the calendar's address that asks for the rota."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DutySummary:
    """Who is on duty, in a few words, for whoever shows it elsewhere.

    Attributes:
        today: Who is on duty today, as a sentence.
        people: Names or positions on duty today.
        gaps: Working days without anybody, this week and the next.
        doubles: Double bookings, this week and the next.
        is_simulated: Whether a person among those of today is simulated.
    """

    today: str
    people: tuple[str, ...]
    gaps: tuple[date, ...]
    doubles: int
    is_simulated: bool


def summary_of(visit: Visit) -> DutySummary:
    """Return who is on duty on the day of a visit."""
    duty = integrity_store.duty(visit)
    today = on_duty(duty.shifts, duty.day)
    return DutySummary(
        today=today_words(duty),
        people=tuple(each.person for each in today),
        gaps=duty.gaps,
        doubles=len(duty.doubles),
        is_simulated=any(each.is_simulated for each in today),
    )


def draw(visit: Visit) -> None:
    """Draw the section of the manager on duty."""
    _draw(visit.view, visit)


def today_words(duty: Duty) -> str:
    """Return who is on duty today, or why nobody is, as a sentence."""
    day = integrity_words.long_day(duty.day)
    if today := on_duty(duty.shifts, duty.day):
        who = "; ".join(
            f"{each.person}, {integrity_words.where_words(each)}" for each in today
        )
        return _("On duty on {day}: {who}.").format(day=day, who=who)
    if duty.span is None:
        return _("No duty rota is recorded on this day.")
    if not duty.calendar.is_working(duty.day):
        return _("{day} is no working day; nobody is on duty.").format(day=day)
    if not duty.span[0] <= duty.day <= duty.span[1]:
        return _("The rota has no shift on {day}.").format(day=day)
    return _("Nobody is on duty on {day}, a working day.").format(day=day)


def problem_words(duty: Duty) -> Iterator[tuple[Status, str]]:
    """Yield what is wrong with the rota of two weeks, with the status of each."""
    for day in duty.gaps:
        is_ahead = day > duty.day
        words = _("Nobody is on duty on {day}, a working day.")
        yield (
            Status.AT_RISK if is_ahead else Status.OVERDUE,
            words.format(day=integrity_words.long_day(day)),
        )
    for each in duty.doubles:
        is_ahead = each.first.slot.day > duty.day
        yield Status.AT_RISK if is_ahead else Status.OVERDUE, _double_words(each)


@once
def _draw(visit: Visit) -> None:
    duty = integrity_store.duty(visit)
    st.header(_("Manager on duty"), anchor="piket")
    is_simulated = any(each.is_simulated for each in on_duty(duty.shifts, duty.day))
    said = badges.marked(f"**{plain(today_words(duty))}**", is_simulated=is_simulated)
    table = _weeks(duty) if duty.shifts else ""
    st.markdown(
        "\n\n".join(filter(None, (said, table, _problems(duty), _foot(duty, visit))))
    )


def _weeks(duty: Duty) -> str:
    """Return this week and the next as a table in Markdown."""
    heads = (_("Weekday"), _("This week"), _("Next week"))
    lines = [
        _row(day, duty)
        for day in days_from(duty.monday, 7)
        if day.weekday() < SATURDAY or _has_shift(day, duty)
    ]
    return "\n".join((_line(heads), _line(["---"] * len(heads)), *lines))


def _has_shift(day: date, duty: Duty) -> bool:
    return any(on_duty(duty.shifts, each) for each in (day, day + WEEK))


def _row(day: date, duty: Duty) -> str:
    called = integrity_words.weekday(day)
    head = f"**{called}**" if day == duty.day else called
    return _line((head, _cell(day, duty), _cell(day + WEEK, duty)))


def _cell(day: date, duty: Duty) -> str:
    short = wording.short_day(day, with_year=False)
    who = _who(day, on_duty(duty.shifts, day), duty)
    return f":small[{wording.unbroken(short)}] {who}"


def _who(day: date, found: Sequence[Shift], duty: Duty) -> str:
    if found:
        several = len(found) > 1
        return "; ".join(
            plain(
                f"{each.person} ({integrity_words.where_words(each)})"
                if several
                else each.person
            )
            for each in found
        )
    if not duty.calendar.is_working(day):
        return f":small[{_('day off')}]"
    status = Status.AT_RISK if day > duty.day else Status.OVERDUE
    if day not in duty.gaps:
        return f":small[{_('not recorded')}]"
    return badges.look_badge(STATUS_LOOKS[status], _("nobody"))


def _problems(duty: Duty) -> str:
    if not duty.shifts:
        return ""
    found = [
        f"- {badges.look_badge(STATUS_LOOKS[status], _problem(status))} {plain(words)}"
        for status, words in problem_words(duty)
    ]
    if not found:
        return _("No gap and no double booking in these two weeks.")
    count = ngettext("{count} to settle:", "{count} to settle:", len(found))
    return "\n".join((count.format(count=wording.number(len(found))) + "\n", *found))


def _problem(status: Status) -> str:
    return _("ahead") if status is Status.AT_RISK else _("today or past")


def _foot(duty: Duty, visit: Visit) -> str:
    asked = {
        address.ELECTION: visit.election.code,
        address.LANGUAGE: visit.language.value,
        ROTA: "saja",
    }
    there = f"{offers.CALENDAR}?{urlencode(asked)}"
    source = _("The commission's own programme; no article of law orders it.")
    link = _("Rota for your calendar (ICS)")
    foot = f":small[{source} [{link}]({there})]"
    is_simulated = any(each.is_simulated for each in duty.shifts)
    return badges.marked(foot, is_simulated=is_simulated)


def _double_words(found: DoubleBooking) -> str:
    words = _("Two people at one time: {first}; {second}.")
    if found.rule is DutyRule.PERSON_ELSEWHERE:
        words = _("One person at two places: {first}; {second}.")
    first, second = map(integrity_words.shift_words, (found.first, found.second))
    return words.format(first=first, second=second)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
