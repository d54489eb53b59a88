"""Panels of words: key and value lists, item lists, sources."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from domain.assessment import Assessment
from domain.deadlines import Deadline
from domain.provenance import Confidence, Provenance
from domain.timeline import Schedule
from ui import badges, lines, wording
from ui.figure import plain
from ui.language import gettext as _
from ui.language import name
from ui.timeline import days_in_words, days_on_a_line, deadline_words
from ui.words import confidence_word


def facts(pairs: Mapping[str, str]) -> None:
    """Show labels and what they stand for, one line each."""
    known = [(label, words) for label, words in pairs.items() if words]
    if known:
        lines.facts(known)


def items(assessed: Sequence[Assessment]) -> str:
    """Return milestones as a Markdown list: badge, name, days."""
    return "\n".join(map(_item, assessed))


def _item(assessed: Assessment) -> str:
    days = days_on_a_line(assessed.milestone.schedule)
    called = plain(name(assessed.milestone.short_name))
    badge = badges.status_badge(assessed.status)
    return f"- {badge} **{called}** :small[{plain(days)}]"


def readings(deadlines: Sequence[Deadline]) -> None:
    """Show the rules on a milestone, and both readings where sources differ."""
    rules = [
        f"- {plain(deadline_words(each))}: {plain(each.rule.wording)} "
        f":small[({confidence_word(each.rule.provenance.confidence)})]"
        for each in deadlines
    ]
    st.markdown("### " + _("Rules on this item"))
    st.markdown("\n".join(rules))


def history(states: Sequence[tuple[date, Schedule]]) -> None:
    """Show what was known of an item, and from which day on."""
    if len(states) < 2:
        return
    pairs = {
        wording.short_day(known_on): "; ".join(
            [
                _("planned {days}").format(days=days_in_words(schedule)),
                *_happened(schedule),
            ]
        )
        for known_on, schedule in reversed(states)
    }
    st.markdown("### " + _("History"))
    facts(pairs)


def _happened(schedule: Schedule) -> list[str]:
    words = []
    if schedule.actual_start:
        begun = wording.short_day(schedule.actual_start)
        words.append(_("began {day}").format(day=begun))
    if schedule.actual_end:
        ended = wording.short_day(schedule.actual_end)
        words.append(_("ended {day}").format(day=ended))
    return words


def source(provenance: Provenance) -> None:
    """Show where a fact comes from and how far it may be trusted."""
    words = source_words(plain(provenance.source), provenance.confidence)
    st.markdown(f":small[{words}]")


def source_words(source: str, confidence: Confidence) -> str:
    """Return where a fact comes from and how far it may be trusted."""
    return _("Source: {source} ({confidence})").format(
        source=source, confidence=confidence_word(confidence)
    )
