"""The words of the field's fixed lists, in the current language."""

from typing import assert_never

from domain.assessment import Status
from domain.provenance import Confidence
from domain.tally import TallyState
from domain.timeline import SlipReason
from domain.verification import Verdict
from ui.language import gettext as _


def status_word(status: Status) -> str:  # noqa: C901, PLR0911 - one line a status
    """Return the official word for a status."""
    match status:
        case Status.NOT_STARTED:
            return _("Not started")
        case Status.RUNNING:
            return _("Running")
        case Status.AT_RISK:
            return _("At risk")
        case Status.OVERDUE:
            return _("Overdue")
        case Status.DONE:
            return _("Done")
        case Status.DONE_LATE:
            return _("Done late")
        case Status.UNREPORTED:
            return _("Not reported")
        case Status.CONDITIONAL:
            return _("Conditional")
        case Status.NOT_HELD:
            return _("Not held")
        case _ as unreachable:
            assert_never(unreachable)


def verdict_words(verdict: Verdict) -> str:
    """Return a verdict's abbreviation with its meaning."""
    match verdict:
        case Verdict.ELIGIBLE:
            return _("MS, eligible")
        case Verdict.CORRECTABLE:
            return _("BMS, not yet eligible")
        case Verdict.INELIGIBLE:
            return _("TMS, not eligible")
        case _ as unreachable:
            assert_never(unreachable)


def slip_words(reason: SlipReason) -> str:
    """Return the words of a reason of slip."""
    return {
        SlipReason.OUTSIDE_SYSTEM: _("outside system"),
        SlipReason.DECISION_OF_CENTRE: _("decision of the centre"),
        SlipReason.DISPUTE_OR_RULING: _("dispute or ruling"),
        SlipReason.WEATHER: _("weather"),
        SlipReason.BUDGET: _("budget"),
        SlipReason.PEOPLE: _("people"),
        SlipReason.OTHER: _("other"),
    }[reason]


def confidence_word(confidence: Confidence) -> str:
    """Return how far a fact may be trusted, in a word."""
    return {
        Confidence.VERIFIED: _("verified"),
        Confidence.PARTIAL: _("partly read"),
        Confidence.INFERRED: _("inferred"),
        Confidence.RECALLED: _("recalled, not checked"),
        Confidence.SIMULATED: _("simulated"),
    }[confidence]


def tally_state_word(state: TallyState) -> str:
    """Return how far a tally has come, in words."""
    return {
        TallyState.DRAFT: _("draft"),
        TallyState.SUBMITTED: _("submitted"),
        TallyState.DECIDED: _("decided in plenary"),
    }[state]
