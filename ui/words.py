"""The words of the field's fixed lists, in the current language."""

from typing import assert_never

from charts.palette import CellKind
from domain.assessment import Status
from domain.findings import Finding
from domain.outlook import Standing
from domain.party import DecisionKind, DecisionResult, PartyDecision
from domain.provenance import Confidence
from domain.tally import ReportedFigure
from domain.timeline import SlipReason
from ui import wording
from ui.language import gettext as _

OFFICE = "KPU Provinsi NTB"


def status_word(status: Status) -> str:  # noqa: C901 - one line a status
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


def finding_word(finding: Finding) -> str:
    """Return what is known of a party in one kab/kota, in a word."""
    return {
        Finding.ELIGIBLE: "MS",
        Finding.CORRECTABLE: "BMS",
        Finding.INELIGIBLE: "TMS",
        Finding.IN_PROGRESS: _("being checked"),
        Finding.UNREPORTED: _("not reported"),
    }[finding]


def standing_word(standing: Standing) -> str:
    """Return whether a party still reaches the kab/kota it needs, in words."""
    return {
        Standing.SECURED: _("secured"),
        Standing.POSSIBLE: _("still possible"),
        Standing.IMPOSSIBLE: _("no longer possible"),
    }[standing]


def cell_legend() -> dict[CellKind, str]:
    """Return what each sign of the verification grid means."""
    return {
        CellKind.ELIGIBLE: _("MS, eligible"),
        CellKind.CORRECTABLE: _("BMS, not yet eligible"),
        CellKind.INELIGIBLE: _("TMS, not eligible"),
        CellKind.CARRIED: _("MS, from the round before"),
        CellKind.IN_PROGRESS: _("being checked"),
        CellKind.UNREPORTED: _("not reported"),
    }


def decision_words(kind: DecisionKind) -> str:
    """Return what a decision on a party was about."""
    return {
        DecisionKind.REGISTRATION: _("registration"),
        DecisionKind.ADMINISTRATIVE: _("administrative verification"),
        DecisionKind.FACTUAL: _("factual verification"),
        DecisionKind.DETERMINATION: _("determination"),
    }[kind]


def result_words(decision: PartyDecision) -> str:
    """Return the outcome of a decision on a party."""
    words = {
        DecisionResult.ACCEPTED: _("accepted"),
        DecisionResult.RETURNED: _("returned"),
        DecisionResult.NOT_FILED: _("not filed"),
        DecisionResult.INCOMPLETE: _("incomplete"),
        DecisionResult.ELIGIBLE: "MS",
        DecisionResult.CORRECTABLE: "BMS",
        DecisionResult.INELIGIBLE: "TMS",
        DecisionResult.DETERMINED: _("determined as contestant"),
    }
    if decision.ballot_number:
        number = _("ballot number {number}").format(number=decision.ballot_number)
        return f"{words[decision.result]}, {number}"
    return words.get(decision.result, _("not determined"))


def reported_words(figure: ReportedFigure) -> str:
    """Return a published figure in words, as reported."""
    value = wording.number(figure.value)
    if figure.is_approximate:
        value = _("about {value}").format(value=value)
    measures = {
        "sample_members": _("{value} members in the sample"),
        "members_checked": _("{value} members visited"),
        "members_recorded": _("{value} people recorded as members"),
        "parties_factual": _("{value} parties under factual verification"),
        "parties_correcting": _("{value} parties correcting"),
        "regions_correcting": _("{value} kab/kota correcting"),
        "regions_required": _("{value} kab/kota must be MS"),
        "parties_eligible": _("{value} parties MS"),
        "parties_eligible_correction": _("{value} parties MS after correction"),
    }
    return measures.get(figure.measure, "{value}").format(value=value)
