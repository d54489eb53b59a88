"""Messages to copy into a letter or a chat, in both languages."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction

import streamlit as st

from domain.bilingual import Language
from domain.figure_age import FigureAge, median_age
from domain.region import Region
from domain.silence import ReportStatus, Silence
from domain.verification import Phase
from ui import wording
from ui.language import current, name, ngettext, speaking
from ui.language import gettext as _
from ui.reconciliation_words import days_number, unit_words

Regions = Mapping[str, Region]


def draw_message(write: Callable[[], str]) -> None:
    """Show a message in both languages, each with a button that copies it.

    Args:
        write: Writes the message in the language that is spoken while it is called.
    """
    labels = {Language.INDONESIAN: "Bahasa Indonesia", Language.ENGLISH: "English"}
    sides = st.tabs(list(labels.values()), default=labels[current()])
    for side, language in zip(sides, labels, strict=True):
        with speaking(language):
            words = write()
        side.code(words, language=None, wrap_lines=True)


def silence_message(
    silent: Sequence[Silence], regions: Regions, phase: Phase, day: date
) -> str:
    """Return what to write to one silent kab/kota, or to all of them at once."""
    if len(silent) == 1:
        return _to_one(silent[0], regions, phase, day)
    heading = _("Recaps of {phase} awaited, as of {day}:").format(
        phase=name(phase.name), day=wording.day(day)
    )
    units = [
        f"- {unit_words(regions[each.reports.region_code])}{_names(each, ' ({})')}: "
        + _short(each)
        for each in silent
    ]
    return "\n\n".join([heading, "\n".join(units), _request()])


def age_message(
    ages: Sequence[FigureAge], regions: Regions, phase: Phase, day: date
) -> str:
    """Return how old the figures of a phase are, the oldest first, with the median."""
    heading = _("Age of the figures of {phase}, as of {day}:").format(
        phase=name(phase.name), day=wording.day(day)
    )
    units = [
        f"- {regions[each.region_code].title}: {days_words(each.age)}"
        f" ({wording.short_day(each.reported_on)})"
        for each in ages
    ]
    middle = median_age(ages)
    if middle is not None:
        units.append(_("Median: {days}").format(days=middle_words(middle)))
    return "\n".join([heading, *units])


def middle_words(days: Fraction) -> str:
    """Return a median in days, which may be a half: "3 days" or "3.5 days"."""
    words = ngettext("{count} day", "{count} days", 1 if days == 1 else 2)
    return words.format(count=days_number(days))


def days_words(days: int) -> str:
    """Return "3 days" or "today"."""
    if not days:
        return _("today")
    return ngettext("{count} day", "{count} days", days).format(
        count=wording.number(days)
    )


def _to_one(silence: Silence, regions: Regions, phase: Phase, day: date) -> str:
    region = regions[silence.reports.region_code]
    greeting = _("To {unit}{people}").format(
        unit=unit_words(region), people=_names(silence, ", {}")
    )
    about = _("{phase} in {region}, as of {day}: {state}.").format(
        phase=name(phase.name),
        region=region.title,
        day=wording.day(day),
        state=_short(silence),
    )
    return "\n\n".join([greeting, about, _request()])


def _short(silence: Silence) -> str:
    """Return what is the matter, as a clause."""
    refused = silence.reports.refused
    return {
        ReportStatus.NO_OPERATOR: _(
            "nobody has an account yet; please name an operator"
        ),
        ReportStatus.NEVER_SIGNED_IN: _(
            "the account was never used, no recap was sent"
        ),
        ReportStatus.NEVER_SENT: _("no recap was sent yet"),
        ReportStatus.REFUSED: ngettext(
            "{count} recap was sent back and waits to be corrected",
            "{count} recaps were sent back and wait to be corrected",
            refused,
        ).format(count=wording.number(refused)),
    }[silence.status]


def _names(silence: Silence, around: str) -> str:
    names = ", ".join(each.name for each in silence.operators)
    return around.format(names) if names else ""


def _request() -> str:
    return _(
        "Please record the recaps in Pantau Tahapan and hand them over, or tell us "
        "what stands in the way. Thank you."
    )
