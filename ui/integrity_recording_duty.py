"""Records the rota: a week of one place, or a swap of two shifts."""

from dataclasses import asdict, fields
from datetime import date, datetime, timedelta
from functools import partial

import streamlit as st

from data_access.changes import VersionConflict
from data_access.integrity_duty import who_assigned
from data_access.integrity_duty_recording import assign, shift_of_staff, swap
from domain.integrity_duty import (
    ONE_DAY,
    WEEK,
    DutyPart,
    DutyPlace,
    Shift,
    Slot,
    WeekEdit,
    days_from,
    monday_of,
)
from domain.integrity_duty_rules import check_shifts
from domain.person import Person
from domain.typed_days import FIRST_DAY, LAST_DAY
from ui import filters, integrity_store, integrity_words, store, wording
from ui.figure import plain
from ui.integrity_form import NOTICE, Stored, finish, opened, place_of, put, say_notice
from ui.language import gettext as _
from ui.recording_errand import engine, errand
from ui.recording_failures import told
from ui.recording_opened import field_of
from ui.recording_words import field_word
from ui.visit import Visit

WEEKLY, SWAP = "pekan", "tukar"
"""What is recorded of the rota, as the address names it."""

SWAPPED_WITHIN = timedelta(days=35)
OPENED = "zone_swap_opened"
DAYS = tuple(each.name for each in fields(WeekEdit))


def draw(person: Person, visit: Visit) -> None:
    """Draw the choice between a week and a swap, and its form."""
    parts = {WEEKLY: _("Assign a week"), SWAP: _("Swap two shifts")}
    part = filters.one_of("isian", parts, WEEKLY, label=_("What do you record?"))
    if part == WEEKLY:
        _draw_week(person, visit)
    else:
        _draw_swap(visit)


def _draw_week(person: Person, visit: Visit) -> None:
    monday, place, part = _chosen(visit)
    slots = [Slot(day, place, part) for day in days_from(monday, 7)]
    rota = integrity_store.shifts(visit, monday, monday + WEEK - ONE_DAY)
    known = {each.slot: each for each in rota}
    versions = {slot: known[slot].version if slot in known else 0 for slot in slots}
    people = [known[slot].person if slot in known else "" for slot in slots]
    base = WeekEdit(**dict(zip(DAYS, people, strict=True)))

    def news(edit: WeekEdit) -> dict[Slot, str]:
        names = zip(slots, asdict(edit).values(), people, strict=True)
        return {slot: mine for slot, mine, stored in names if mine != stored}

    stored = Stored(
        row=_("Week of {days}").format(days=wording.span(monday, slots[-1].day)),
        edit=base,
        version=sum(versions.values()),
        who=partial(_who, slots),
        save=lambda edit, reason: assign(
            engine(), errand(reason, visit), versions, news(edit)
        ),
    )
    form = place_of(person, f"piket_{monday}_{place}_{part}")
    typed = opened(form, stored)
    aligned = [*st.columns(4), *st.columns(4)[:-1]]
    for column, field, slot in zip(aligned, DAYS, slots, strict=True):
        with column:
            st.text_input(
                f"{field_word(field)}, {wording.short_day(slot.day, with_year=False)}",
                value=getattr(typed.mine, field),
                placeholder=_("nobody"),
                **field_of(form, field, put),
            )
    told_now = [
        shift_of_staff(slot, mine, visit.day, versions[slot])
        for slot, mine in news(typed.mine).items()
    ]
    finish(form, typed, stored, check_shifts(rota, told_now))


def _chosen(visit: Visit) -> tuple[date, DutyPlace, DutyPart]:
    week, where, when = st.columns(3)
    with week:
        picked = st.date_input(
            _("Any day of the week"),
            value=visit.day,
            min_value=FIRST_DAY,
            max_value=LAST_DAY - WEEK,
            format="DD/MM/YYYY",
            key=f"zone_week_{visit.day}",
        )
    with where:
        place = st.selectbox(
            _("Place"),
            list(DutyPlace),
            format_func=integrity_words.place_word,
            key="zone_place",
        )
    with when:
        part = st.selectbox(
            _("Part of the day"),
            list(DutyPart),
            format_func=integrity_words.part_word,
            key="zone_part",
        )
    return monday_of(picked), place or DutyPlace.OFFICE, part or DutyPart.WHOLE


def _draw_swap(visit: Visit) -> None:
    """Draw two lists of shifts; the versions they were first shown with are kept."""
    say_notice()
    near = integrity_store.shifts(visit, visit.day - WEEK, visit.day + SWAPPED_WITHIN)
    held = {each.slot: each for each in near if each.person}
    if not held:
        st.info(_("No shift is recorded around this day."), icon=":material/info:")
        return
    versions = st.session_state.setdefault(OPENED, {})
    for slot, shift in held.items():
        versions.setdefault(slot, shift.version)
    first, second = st.columns(2)
    with first:
        one = _pick(_("First shift"), held, "zone_first")
    with second:
        other = _pick(_("Second shift"), held, "zone_second")
    reason = st.text_input(
        field_word("reason"),
        placeholder=_("for example: official travel"),
        key="zone_swap_reason",
    )
    asked = st.button(_("Swap"), type="primary", key="swap_zone")
    if asked and one is not None and other is not None:
        _swap(held[one], held[other], reason, visit)


def _pick(label: str, held: dict[Slot, Shift], key: str) -> Slot | None:
    return st.selectbox(
        label,
        list(held),
        index=None,
        format_func=lambda slot: integrity_words.shift_words(held[slot]),
        key=key,
    )


def _swap(first: Shift, second: Shift, reason: str, visit: Visit) -> None:
    versions = st.session_state[OPENED]
    both = {each.slot: versions[each.slot] for each in (first, second)}
    named = " – ".join(map(integrity_words.shift_words, (first, second)))
    working = integrity_store.calendar(visit)
    try:
        with told(named):
            swap(engine(), errand(reason, visit), both, working)
            st.session_state.pop(OPENED)
            words = _("The shifts of {first} and {second} are swapped.")
            st.session_state[NOTICE] = words.format(
                first=first.person, second=second.person
            )
            st.rerun()
    except VersionConflict:
        st.session_state.pop(OPENED)
        words = _(
            "Somebody saved one of these shifts meanwhile. The list shows what stands "
            "now; choose again."
        )
        st.warning(plain(words), icon=":material/merge:")


def _who(slots: list[Slot]) -> tuple[str, datetime] | None:
    """Return who saved one of the shifts last."""
    with store.connect() as connection:
        found = [who_assigned(connection, slot) for slot in slots]
    return max(filter(None, found), key=lambda each: each[1], default=None)
