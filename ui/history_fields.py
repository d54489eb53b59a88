"""The fields of the records, in words and in the order they are read."""

from collections.abc import Mapping

from ui import integrity_survey_words
from ui.language import gettext as _
from ui.language import once_a_language


@once_a_language
def field_words() -> Mapping[str, str]:
    """Return what each column of a public record is called, in reading order."""
    return {
        **_of_tallies(),
        **_of_the_plan(),
        **_of_parties_and_regions(),
        **_of_names(),
        **_of_rules(),
        **_of_elections(),
        **_of_the_zone(),
        **integrity_survey_words.field_words(),
        **_of_facts(),
    }


def _of_tallies() -> dict[str, str]:
    return {
        "state": _("State"),
        "verdict": _("Verdict of the kab/kota"),
        "members": _("Members"),
        "required": _("Needed"),
        "sample": _("To check"),
        "visited": _("Checked"),
        "met": _("Met"),
        "eligible": "MS",
        "correctable": "BMS",
        "ineligible": "TMS",
        "reported_on": _("Day reported on"),
        "decided_on": _("Decided on"),
        "minutes_number": _("Number of the minutes"),
        "minutes_date": _("Date of the minutes"),
        "minutes_sha256": _("SHA-256 of the minutes"),
        "replaces": _("Replaces version"),
        "takes_back": _("Takes back from version"),
        "signers": _("Signed by"),
        "origin": _("Origin"),
        "rows": _("Rows"),
        "sha256": _("SHA-256 of the rows"),
    }


def _of_the_plan() -> dict[str, str]:
    return {
        "planned_start": _("Planned start"),
        "planned_end": _("Planned end"),
        "actual_start": _("Actual start"),
        "actual_end": _("Actual end"),
        "progress_percent": _("Progress in percent"),
        "holding": _("Holding"),
        "slip_reason": _("Reason of slip"),
        "exception": _("Decided exception"),
        "remark": _("Remark"),
        "predecessor_codes": _("Predecessors"),
        "relative_rule_indonesian": _("Rule instead of days, in Indonesian"),
        "relative_rule_english": _("Rule instead of days, in English"),
        "milestone_code": _("Milestone"),
        "stage_code": _("Stage"),
        "predecessor_code": _("Predecessor"),
        "phase_code": _("Phase"),
        "baseline_code": _("Baseline"),
        "item_code": _("Stage or milestone"),
        "division": _("Division"),
        "weight": _("Weight"),
        "is_end_unrecorded": _("End unrecorded"),
        "verdicts": _("Verdicts that may be given"),
    }


def _of_parties_and_regions() -> dict[str, str]:
    return {
        "party_code": _("Party"),
        "region_code": _("Region"),
        "parent_code": _("Part of"),
        "path": _("Path of verification"),
        "is_parliamentary": _("In parliament"),
        "result": _("Outcome"),
        "ballot_number": _("Ballot number"),
        "districts": _("Kecamatan inside"),
        "area": _("Area"),
        "parties": _("Parties"),
        "value": _("Figure"),
        "is_approximate": _("Approximate"),
        "as_of": _("As of"),
        "level": _("Level"),
    }


def _of_names() -> dict[str, str]:
    return {
        "code": _("Code"),
        "position": _("Position"),
        "letter": _("Letter"),
        "name": _("Name"),
        "short_name": _("Short name"),
        "name_indonesian": _("Name in Indonesian"),
        "name_english": _("Name in English"),
        "short_name_indonesian": _("Short name in Indonesian"),
        "short_name_english": _("Short name in English"),
        "group_indonesian": _("Group in Indonesian"),
        "group_english": _("Group in English"),
        "subject_indonesian": _("Subject in Indonesian"),
        "subject_english": _("Subject in English"),
        "publication": _("Publication"),
        "part": _("Part"),
    }


def _of_rules() -> dict[str, str]:
    return {
        "reading": _("Reading"),
        "wording": _("Wording of the rule"),
        "anchor": _("Counts from"),
        "anchor_end": _("Counts from its end"),
        "anchored_on": _("Day it counts from"),
        "direction": _("Direction"),
        "amount": _("Amount"),
        "unit": _("Unit"),
        "first_day": _("First day"),
        "bound": _("Bound"),
        "closes_at": _("Closes at"),
        "zone": _("Time zone"),
        "kind": _("Kind"),
        "scope": _("Scope"),
        "measure": _("What is counted"),
        "share": _("Share"),
        "fixed": _("Fixed number"),
        "rounding": _("Rounding"),
        "per_population": _("Share of the inhabitants"),
        "article": _("Article"),
    }


def _of_elections() -> dict[str, str]:
    return {
        "election_code": _("Election"),
        "launched_on": _("Stages open on"),
        "voting_day": _("Voting day"),
        "voting_day_name_indonesian": _("Name of the voting day in Indonesian"),
        "voting_day_name_english": _("Name of the voting day in English"),
        "opens_on": _("Page opens on"),
        "day": _("Day"),
        "is_working": _("Working day"),
    }


def _of_the_zone() -> dict[str, str]:
    return {
        "service_code": _("Service"),
        "status": _("Status"),
        "owner": _("Division in charge"),
        "link": _("Address of the service"),
        "since": _("Since"),
        "month": _("Month"),
        "counted": _("Number counted"),
        "what_indonesian": _("What is counted, in Indonesian"),
        "what_english": _("What is counted, in English"),
        "place": _("Place"),
        "day_part": _("Part of the day"),
        "person": _("On duty"),
        "period": _("Period"),
        "assessor": _("Assessed by"),
        "aspect": _("Aspect"),
        "component_code": _("Component"),
        "points": _("Points"),
        "survey_index": _("Index, 0 to 4"),
        "evidence": _("Evidence present"),
        "evidence_needed": _("Evidence needed"),
        "evidence_link": _("Evidence lies at"),
        "predicate": _("Predicate"),
        "step": _("How far"),
        "compliance_weight": _("Weight of compliance"),
        "reform_weight": _("Weight of reform"),
        "result_weight": _("Weight of the result"),
        "total": _("Total"),
        "leverage": _("Areas of change together"),
        "anti_corruption": _("IPAK"),
        "performance": _("Performance"),
        "service": _("IPKP"),
        "area_share": _("Least share of each area"),
    }


def _of_facts() -> dict[str, str]:
    return {
        "legal_basis": _("Legal basis"),
        "known_on": _("Known on"),
        "confidence": _("Confidence"),
        "source": _("Source"),
        "note": _("Note"),
        "version": _("Version"),
    }
