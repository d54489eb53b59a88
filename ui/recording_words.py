"""What is wrong with something typed, in words that name field and value."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from domain.integrity_duty import Shift
from domain.integrity_services import ServiceStatus
from domain.integrity_survey import Basis
from domain.merge import Standing
from domain.tally import TallyState
from domain.timeline import SlipReason
from domain.violation import Violation
from ui import integrity_survey_words, wording
from ui.integrity_words import service_status_word, shift_words
from ui.language import gettext as _
from ui.language import once_a_language
from ui.recording_cells import NotOffered
from ui.words import slip_words

SHOWN = 60  # characters of a wrong text that a message repeats


def field_word(field: str) -> str:
    """Return the label of a field of a form."""
    return _field_words()[field]


@once_a_language
def _field_words() -> Mapping[str, str]:
    return (
        _of_milestones()
        | _of_tallies()
        | _of_decisions()
        | _of_the_zone()
        | integrity_survey_words.field_words()
    )


def violation_words(violation: Violation) -> str:
    """Return the field, the value and what is wrong with it, in one line."""
    return _("{field}: {value}. {rule}").format(
        field=field_word(violation.field),
        value=value_words(violation.value),
        rule=rule_words()[violation.rule].format(
            most=wording.number(violation.most or 0)
        ),
    )


def value_words(value: object) -> str:
    """Return a typed value as it is read."""
    match value:
        case SlipReason() | TallyState() | ServiceStatus():
            return _choice_words(value)
        case Shift() | Fraction() | Decimal() | Basis():
            return _zone_words(value)
        case date():
            return wording.short_day(value)
        case frozenset() | tuple():
            return ", ".join(sorted(map(str, value))) or _("empty")
        case int():
            return wording.number(value)
        case _:
            return _readable("" if value is None else str(value)) or _("empty")


def _zone_words(value: Shift | Fraction | Decimal | Basis) -> str:
    match value:
        case Shift():
            return shift_words(value)
        case Fraction() | Decimal():
            return integrity_survey_words.figure_words(Fraction(value))
        case Basis():
            return integrity_survey_words.basis_word(value)


def _choice_words(value: SlipReason | TallyState | ServiceStatus) -> str:
    match value:
        case SlipReason():
            return slip_words(value)
        case TallyState():
            return state_words(value)
        case ServiceStatus():
            return service_status_word(value)


def sent_words(refused: NotOffered) -> str:
    """Return what a browser sent that the table does not offer, in words."""
    words = _(
        "The table does not offer “{place}: {value}”. Nothing that came with it was "
        "kept; what you typed before stays."
    )
    fields = _of_milestones()
    place = fields.get(refused.place, _readable(refused.place))
    return words.format(place=place, value=_readable(str(refused.value)))


def state_words(state: TallyState | None) -> str:
    """Return how far a tally has come, in words."""
    if state is None:
        return _("nothing recorded")
    return {
        TallyState.DRAFT: _("draft"),
        TallyState.SUBMITTED: _("submitted"),
        TallyState.DECIDED: _("decided in plenary"),
        TallyState.WITHDRAWN: _("withdrawn"),
    }[state]


def standing_words(standing: Standing) -> str:
    """Return who changed a field, in words."""
    return {
        Standing.SAME: _("unchanged"),
        Standing.MINE: _("changed by you"),
        Standing.THEIRS: _("changed by the other person"),
        Standing.BOTH: _("changed by both"),
    }[standing]


def _readable(text: str) -> str:
    """Return a text without what nobody can see, cut where it is long."""
    hidden = "\N{REPLACEMENT CHARACTER}"
    shown = "".join(c if c.isprintable() else hidden for c in text)
    return shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}…"


def _of_milestones() -> dict[str, str]:
    return {
        "planned_start": _("Planned start"),
        "planned_end": _("Planned end"),
        "actual_start": _("Actual start"),
        "actual_end": _("Actual end"),
        "progress_percent": _("Progress (%)"),
        "slip_reason": _("Reason of slip"),
        "remark": _("Remark"),
        "minutes_number": _("Number of the minutes"),
        "minutes_date": _("Date of the minutes"),
        "predecessors": _("Predecessors"),
        "reason": _("Reason for this change"),
        "code": _("Milestone"),
        "stage_code": _("Stage"),
        "holding": _("Milestone"),
    }


def _of_tallies() -> dict[str, str]:
    return {
        "reported_on": _("Day of the figures"),
        "members": _("Members submitted"),
        "required": _("Members required"),
        "sample": _("Sample"),
        "visited": _("Visited"),
        "met": _("Met"),
        "eligible": "MS",
        "correctable": "BMS",
        "ineligible": "TMS",
        "note": _("Note"),
        "phase_code": _("Phase"),
        "party_code": _("Party"),
        "region_code": _("Kab/kota"),
        "state": _("State"),
        "origin": _("Origin"),
    }


def _of_decisions() -> dict[str, str]:
    return {
        "verdict": _("Verdict"),
        "decided_on": _("Day of the plenary"),
        "minutes_sha256": _("SHA-256 of the signed file"),
        "signers": _("Signed by"),
        "scan": _("Signed file (PDF, PNG, JPEG)"),
    }


def _of_the_zone() -> dict[str, str]:
    return {
        "service_code": _("Service"),
        "name_indonesian": _("Name in Indonesian"),
        "name_english": _("Name in English"),
        "kind": _("Kind"),
        "owner": _("Division in charge"),
        "link": _("Address of the service"),
        "status": _("Status"),
        "since": _("Since"),
        "month": _("Month"),
        "counted": _("Number counted"),
        "what_indonesian": _("What is counted, in Indonesian"),
        "what_english": _("What is counted, in English"),
        "day": _("Day"),
        "shift": _("Shift"),
        "period": _("Period"),
        "assessor": _("Assessed by"),
        "component_code": _("Component"),
        "points": _("Points"),
        "evidence": _("Evidence present"),
        "evidence_needed": _("Evidence needed"),
        "evidence_link": _("Evidence lies at"),
        "person": _("On duty"),
        "monday": _("Monday"),
        "tuesday": _("Tuesday"),
        "wednesday": _("Wednesday"),
        "thursday": _("Thursday"),
        "friday": _("Friday"),
        "saturday": _("Saturday"),
        "sunday": _("Sunday"),
    }


def rule_words() -> Mapping[str, str]:
    """Return what each rule asks, by its code."""
    return (
        _of_days()
        | _of_progress()
        | _of_figures()
        | _of_plenaries()
        | _of_texts()
        | _of_zone_rules()
        | integrity_survey_words.rule_words()
        | _of_scores()
    )


def _of_days() -> dict[str, str]:
    return {
        "runs_forward": _("The end lies before the start."),
        "not_in_future": _("This day lies after the day of recording."),
        "within_years": _("The day lies outside the years 1945 to 2100."),
    }


def _of_progress() -> dict[str, str]:
    return {
        "progress_in_range": _("Progress is a number from 0 to 100."),
        "complete_has_end": _("Progress of 100% needs an actual end."),
        "end_has_start": _("An actual end needs an actual start."),
        "end_is_complete": _("With an actual end, progress is 100%."),
        "slip_reason_missing": _(
            "It ended after its plan: choose the reason of the slip."
        ),
        "minutes_incomplete": _("Minutes need both a number and a date."),
        "closed": _(
            "The stage is done or the item is not held; record it under Recording, "
            "marked as a correction."
        ),
        "unknown_milestone": _("There is no such milestone."),
        "not_permitted": _("You may not record for this region."),
        "unknown_region": _("There is no such region."),
        "circle": _("These predecessors wait for one another."),
    }


def _of_figures() -> dict[str, str]:
    return {
        "not_negative": _("A count is not negative."),
        "within_members": _("The sample is larger than the members submitted."),
        "within_sample": _("More were visited than are in the sample."),
        "met_within_visited": _("More were met than visited."),
        "decided_within_visited": _("MS, BMS and TMS are together more than visited."),
        "verdict_of_phase": _("This phase gives no such verdict."),
        "decided_in_plenary": _("A decision needs verdict, day and minutes."),
        "unknown_phase": _("There is no such phase on this day."),
        "unknown_party": _("This party does not take part."),
        "too_large": _("The number is larger than {most}."),
        "not_allowed_now": _("The tally is not in a state that allows this."),
    }


def _of_plenaries() -> dict[str, str]:
    return {
        "simulated": _("These are simulated figures; no plenary decides on them."),
        "not_the_latest": _("Newer figures stand; decide on those."),
        "before_figures": _("The plenary lies before the day of the figures."),
        "not_a_hash": _("The signed file has no valid SHA-256."),
        "new_minutes": _("A correction needs new minutes."),
        "not_a_scan": _("The file is neither PDF nor PNG nor JPEG."),
        "scan_too_large": _("The file is larger than 5 MB."),
        "scan_of_other_minutes": _("The file is not the one of that SHA-256."),
    }


def _of_texts() -> dict[str, str]:
    return {
        "too_short": _("The text is too short."),
        "too_long": _("The text has more than {most} characters."),
        "control_characters": _("It has characters that nobody can see."),
    }


def _of_scores() -> dict[str, str]:
    return {
        "not_a_number": _("Points are a number, such as 3.5."),
        "score_negative": _("Points are not negative."),
        "above_weight": _("This is more than its weight."),
        "old_weight": _(
            "This fits the old weights of PermenPANRB 52/2014 and 10/2019, not those "
            "of 90/2021."
        ),
        "above_index": _("An index lies between 0 and 4."),
        "too_fine": _("At most four decimals."),
        "score_missing": _("A score is missing."),
        "unknown_area": _("There is no such area or result."),
        "no_such_period": _("Choose a year from 2021 to that of the day."),
        "evidence_impossible": _("More evidence is present than is needed."),
    }


def _of_zone_rules() -> dict[str, str]:
    return {
        "link_is_https": _("An address begins with https:// and names a site."),
        "unknown_service": _("There is no such service."),
        "name_taken": _("There is a service of this name already."),
        "month_has_begun": _("This month has not begun yet."),
        "place_taken": _("Somebody has this place at that time already."),
        "person_elsewhere": _("The same person is at another place at that time."),
        "leaves_a_gap": _("Nobody would be on duty on this working day."),
        "same_shift": _("Choose two different shifts."),
        "no_such_shift": _("There is no such shift."),
    }
