"""Riwayat: what the address asks of the journal, and how the page is headed."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import streamlit as st

from domain.history import Batch, Deed, HistoryFilter, Kind
from ui import address, clock, filters, history_store, store, wording
from ui.figure import plain
from ui.history_store import Page
from ui.history_words import Names, deed_words, kind_words
from ui.language import gettext as _
from ui.language import ngettext
from ui.visit import Visit

PERSON, KIND, DEED = "oleh", "jenis", "tindakan"
SINCE, UNTIL = "dari", "sampai"
MILESTONE, PARTY, REGION = "kegiatan", "partai", "wilayah"
WRITING, BEFORE = "penyimpanan", "sebelum"
ALL = "semua"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What the address asks of Riwayat.

    Attributes:
        asked: Which entries.
        writing: The one writing in view, if one is.
        before: Number that the entries stay under; None on the first page.
    """

    asked: HistoryFilter
    writing: Batch | None
    before: int | None

    @property
    def items(self) -> dict[str, str]:
        """Return the codes of the items asked for, by the column that holds them."""
        asked = {
            "milestone_code": self.asked.milestone,
            "party_code": self.asked.party,
            "region_code": self.asked.region,
        }
        return {column: code for column, code in asked.items() if code}

    @property
    def is_of_one(self) -> bool:
        """Return whether single entries are listed: of one item or one writing."""
        return bool(self.items or self.writing)

    @property
    def is_narrowed(self) -> bool:
        """Return whether any filter is set."""
        asked = self.asked
        days = asked.since or asked.until
        done = asked.actor or asked.table or asked.deed
        return bool(done or days or self.is_of_one)


def read_choice(visit: Visit, names: Names, *, is_staff: bool) -> Chosen:
    """Draw the controls above the list and return what is chosen."""
    with st.container(horizontal=True, vertical_alignment="center"):
        actor, kind, deed = _read_deed(visit)
        item = _read_item(names)
        first, last = filters.days(SINCE, UNTIL, label=_("All days"), ends=BEFORE)
    writing = _writing(visit, is_staff=is_staff)
    asked = HistoryFilter(
        actor=actor,
        table=Kind(kind) if kind else None,
        deed=Deed(deed) if deed else None,
        election=visit.election.code,
        milestone=item.get("milestone_code"),
        party=item.get("party_code"),
        region=item.get("region_code"),
        since=_midnight(first),
        until=_midnight(last and last + timedelta(days=1)),
        batch=writing.newest.batch if writing else None,
        with_drafts=is_staff,
    )
    before = address.number_in(BEFORE, visit.revision)
    return Chosen(asked=asked, writing=writing, before=before)


def page_of(visit: Visit, chosen: Chosen, *, is_staff: bool) -> Page:
    """Return the page of the journal that the address asks for."""
    read = history_store.entries if chosen.is_of_one else history_store.batches
    return read(visit.revision, chosen.asked, chosen.before, is_staff=is_staff)


def title_of(visit: Visit, chosen: Chosen, page: Page, names: Names) -> str:
    """Return what the list tells, in a sentence of at most ten words."""
    if not page.batches:
        return _("No entry matches these filters")
    newest = page.batches[0].newest
    at = newest.at.astimezone(clock.office_zone(os.environ))
    day = wording.day(at.date())
    if chosen.before:
        return _("Entries until {day}").format(day=day)
    if not chosen.is_narrowed:
        count, _head = history_store.head(visit.revision)
        words = ngettext(
            "{count} entry, the last on {day}",
            "{count} entries, the last on {day}",
            count,
        )
        return words.format(count=wording.number(count), day=day)
    if chosen.writing:
        words = ngettext(
            "{count} entry written on {day}",
            "{count} entries written at once on {day}",
            chosen.writing.entries,
        )
        return words.format(count=wording.number(chosen.writing.entries), day=day)
    if subject := subject_words(chosen.items, names):
        return _("{name}: last recorded on {day}").format(name=subject, day=day)
    return _("Last matching entry on {day}").format(day=day)


def _read_deed(visit: Visit) -> tuple[str | None, ...]:
    """Offer who did what on which kind, and return what is chosen.

    The lists stand in a pop-up: a browser draws them once somebody opens it, which
    spares a third of the time in which it shows the page.
    """
    people = {each: each for each in history_store.actors(visit.revision)}
    kinds = {kind.value: words for kind, words in kind_words().items()}
    deeds = {deed.value: words for deed, words in deed_words().items()}
    lists = {
        PERSON: (people, _("All people")),
        KIND: (kinds, _("All kinds")),
        DEED: (deeds, _("All deeds")),
    }
    chosen = {
        part: address.choice(part, words, None)
        for part, (words, _every) in lists.items()
    }
    shown = [lists[part][0][code] for part, code in chosen.items() if code]
    label = plain(", ".join(shown)) or _("Who, what, which kind")
    with st.popover(label, icon=":material/filter_list:"):
        for part, (words, every) in lists.items():
            _from_list(part, words, every)
    return tuple(chosen.values())


def _read_item(names: Names) -> dict[str, str]:
    """Offer what entries may be on, and return the codes of what is chosen."""
    lists = {
        "milestone_code": (MILESTONE, names["milestone_code"], _("All milestones")),
        "party_code": (PARTY, names["party_code"], _("All parties")),
        "region_code": (REGION, _own_regions(names), _("All regions")),
    }
    asked = {
        column: address.choice(part, words, None)
        for column, (part, words, _every) in lists.items()
    }
    chosen = {column: code for column, code in asked.items() if code}
    shown = subject_words(chosen, names) or _("All items")
    with st.popover(shown, icon=":material/flag:"):
        for part, words, every in lists.values():
            _from_list(part, words, every)
    return chosen


def subject_words(codes: Mapping[str, str], names: Names) -> str:
    """Return the names of the items that are asked for; empty for none."""
    return ", ".join(names[column].get(code, code) for column, code in codes.items())


def _from_list(part: str, words: Mapping[str, str], every: str) -> str | None:
    chosen = filters.from_list(
        part, {ALL: every, **words}, ALL, label=every, ends=BEFORE
    )
    return None if chosen == ALL else chosen


def _own_regions(names: Names) -> dict[str, str]:
    """Return the commission's province and its kab/kota, by code."""
    own = store.province()
    regions = names["region_code"].items()
    return {code: word for code, word in regions if code.startswith(own)}


def _writing(visit: Visit, *, is_staff: bool) -> Batch | None:
    number = address.number_in(WRITING, visit.revision)
    if number is None:
        return None
    found = history_store.writing(visit.revision, number, is_staff=is_staff)
    if found is None:
        address.misunderstand(WRITING, str(number))
    return found


def _midnight(day: date | None) -> datetime | None:
    """Return the instant at which a day begins at the office."""
    if day is None:
        return None
    return datetime.combine(day, time(), clock.office_zone(os.environ))
