"""Pembaruan: what is due and mine first, then every other milestone."""

from collections.abc import Collection, Sequence
from datetime import date

import streamlit as st

from domain.agenda import due_within, needs_attention
from domain.assessment import Assessment
from domain.person import Permission, Person
from ui import address, filters, unsaved, wording
from ui.figure import plain
from ui.language import gettext as _
from ui.language import name, ngettext
from ui.store import Overview
from ui.visit import Visit
from ui.words import status_word

ITEM = "kegiatan"
DAYS_AHEAD = 14
SHOWN = 8  # milestones that are offered as buttons


def worklist(overview: Overview, person: Person) -> list[Assessment]:
    """Return the milestones a person may record: theirs first, the pressing first."""
    ahead = due_within(overview.milestones, overview.day, DAYS_AHEAD, overview.calendar)
    pressing = [
        *needs_attention(overview.milestones),
        *(due.assessment for due in ahead),
        *overview.milestones,
    ]
    places = {
        item.milestone.code: len(pressing) - place
        for place, item in enumerate(reversed(pressing))
    }
    allowed = [
        item
        for item in overview.milestones
        if person.may(Permission.RECORD_MILESTONE, item.milestone.region_code)
    ]
    return sorted(
        allowed,
        key=lambda item: (
            not person.answers_for(item.milestone),
            places[item.milestone.code],
        ),
    )


def title_of(items: Sequence[Assessment], person: Person, visit: Visit) -> str:
    """Return what waits for a person, as the headline."""
    count = unsaved.count_of(person.code, visit.election.code)
    if count:
        words = ngettext("{count} unsaved entry", "{count} unsaved entries", count)
        return words.format(count=wording.number(count))
    urgent = needs_attention(items)
    if not urgent:
        return _("Nothing waits for you")
    words = ngettext(
        "{count} milestone waits for you",
        "{count} milestones wait for you",
        len(urgent),
    )
    return words.format(count=wording.count_word(len(urgent)).capitalize())


def choose(
    items: Sequence[Assessment], person: Person, visit: Visit
) -> Assessment | None:
    """Offer the milestones and return the chosen one; the first when none is asked."""
    by_code = {item.milestone.code: item for item in items}
    asked = address.choice(ITEM, by_code, None)
    chosen = asked or next(iter(by_code), None)
    typed = unsaved.milestones_of(person.code, visit.election.code)
    for item in items[:SHOWN]:
        code = item.milestone.code
        st.button(
            _line(item, typed, visit.day),
            key=f"open_{code}",
            type="secondary" if code == chosen else "tertiary",
            on_click=address.keep,
            args=(ITEM, code),
            width="stretch",
        )
    if len(items) > SHOWN:
        words = {key: name(item.milestone.short_name) for key, item in by_code.items()}
        filters.open_one(ITEM, words, label=_("Open another milestone"))
    return by_code[chosen] if chosen else None


def _line(item: Assessment, typed: Collection[str], day: date) -> str:
    """Return a milestone as its button says it: name, status, days."""
    mark = "● " if item.milestone.code in typed else ""
    end = item.milestone.schedule.planned_end
    planned = ""
    if end:
        shown = wording.short_day(end, with_year=end.year != day.year)
        planned = f" · {shown}"
    called = plain(name(item.milestone.short_name))
    return f"{mark}**{called}**  \n:small[{status_word(item.status)}{planned}]"
