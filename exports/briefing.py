"""The briefing (Taklimat): an edition gathered in words for two pages of paper.

A third one tells of the integrity zone, where an assessment is known.
"""

from collections.abc import Mapping

from exports.documents import Document
from exports.edition import Edition
from exports.paper_integrity import zone_of
from exports.paper_parties import grid_of, phase_in_hand
from exports.paper_stages import stages_of
from exports.paper_tables import (
    SINCE,
    changes_asked,
    changes_table,
    due_table,
    urgent_table,
)
from reports.briefing import pdf_of
from reports.briefing_words import Briefing, Stamp
from reports.tables import Number
from ui import headlines, summary, summary_cards, summary_numbers, wording
from ui.chips import Card
from ui.language import current, name
from ui.language import gettext as _
from ui.words import OFFICE


def gather(edition: Edition, parts: Mapping[str, str]) -> Briefing:
    """Return the briefing of an edition.

    Args:
        edition: The edition.
        parts: Parts of its address; `sejak` names the day that it compares with.

    Raises:
        Unanswerable: `sejak` names no day, or none before that of the edition.
    """
    visit, known = edition.visit, edition.overview.stages
    changed = changes_asked(edition, parts)
    return Briefing(
        language=current(),
        day=visit.day,
        title=_("Briefing as of {day}").format(day=wording.day(visit.day)),
        office=OFFICE,
        election=_election(edition),
        headline=headlines.state_of(visit.election, known, visit.day),
        sentence=sentence_of(edition),
        simulated=_("simulated"),
        numbers=numbers_of(edition) if known else (),
        stages=stages_of(edition) if known else None,
        urgent=urgent_table(edition),
        due=due_table(edition),
        changes=changes_table(changed, edition),
        phase=phase_in_hand(edition),
        grid=grid_of(edition),
        zone=zone_of(edition),
        sources_heading=_("Sources"),
        sources=sources_of(edition),
        stamp=_stamp(edition),
    )


BRIEFING = Document(
    view="taklimat",
    extension="pdf",
    media_type="application/pdf",
    gather=gather,
    write=pdf_of,
    own_parts=frozenset({SINCE}),
)


def _election(edition: Edition) -> str:
    """Return the election, and the days until it votes or since."""
    until = summary.countdown_of(edition.visit)
    called = name(edition.visit.election.name)
    return f"{called} · {wording.number(until.days)} {until.headline}"


def sentence_of(edition: Edition) -> str:
    """Return the state in one sentence; before the stages were ordered, that."""
    overview = edition.overview
    if not overview.stages:
        words = _("The stages were not ordered yet on {day}.")
        return words.format(day=wording.day(edition.visit.day))
    return summary.sentence_of(overview, summary.attention(overview))


def numbers_of(edition: Edition) -> tuple[Number, ...]:
    """Return the four numbers of the day."""
    four = summary_numbers.four_numbers(edition.overview, edition.visit)
    return tuple(_number(summary_cards.card_of(each)) for each in four)


def _number(card: Card) -> Number:
    return Number(
        label=card.label,
        value=card.value,
        total=card.total,
        meaning=f"{card.meaning} · {card.source}",
        is_simulated=card.is_simulated,
    )


def sources_of(edition: Edition) -> tuple[str, ...]:
    """Return where the figures come from, and what simulated ones are."""
    overview, election = edition.overview, edition.visit.election
    schedule = _("Schedule: {basis}.").format(basis=election.legal_basis)
    found = summary_numbers.current_phase(overview)
    if found is None:
        return (schedule,)
    phase, totals = found
    words = _("Verification: {basis}.").format(basis=phase.legal_basis)
    mark = _("Figures marked simulated are no official results.")
    return (schedule, words, *((mark,) if totals.is_simulated else ()))


def stamp_line(edition: Edition) -> str:
    """Return what tells an edition from any other, in one line."""
    words = _("State as of {day}; data revision {revision}; journal {head}")
    return words.format(
        day=wording.day(edition.visit.day),
        revision=edition.visit.revision,
        head=edition.short_head,
    )


def _stamp(edition: Edition) -> Stamp:
    return Stamp(
        line=stamp_line(edition),
        head=edition.head,
        told=_("QR code of the hash {head}").format(head=edition.head),
        caption=_(
            "The code holds the hash of the journal's last entry: "
            "whoever has it can tell whether the data behind this page were changed."
        ),
        page=_("Page {page} of {count}"),
    )
