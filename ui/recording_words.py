"""What is wrong with something typed, in words that name field and value."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from domain.merge import Standing
from domain.recording import EditRule
from domain.timeline import SlipReason
from domain.typed_text import TextRule
from domain.violation import Violation
from ui import wording
from ui.language import gettext as _
from ui.words import slip_words

SHOWN = 60  # characters of a wrong text that a message repeats


def field_word(field: str) -> str:
    """Return the label of a field of a milestone."""
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
    }[field]


def violation_words(violation: Violation) -> str:
    """Return the field, the value and what is wrong with it, in one line."""
    return _("{field}: {value}. {rule}").format(
        field=field_word(violation.field),
        value=value_words(violation.value),
        rule=_rule_words()[violation.rule],
    )


def value_words(value: object) -> str:
    """Return a typed value as it is read."""
    match value:
        case None | "":
            return _("empty")
        case SlipReason():
            return slip_words(value)
        case date():
            return wording.short_day(value)
        case frozenset() | tuple():
            return ", ".join(sorted(map(str, value))) or _("empty")
        case int():
            return wording.number(value)
        case _:
            return _readable(str(value))


def _readable(text: str) -> str:
    """Return a text without what nobody can see, cut where it is long."""
    hidden = "\N{REPLACEMENT CHARACTER}"
    shown = "".join(c if c.isprintable() else hidden for c in text)
    return shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}…"


def standing_words(standing: Standing) -> str:
    """Return who changed a field, in words."""
    return {
        Standing.SAME: _("unchanged"),
        Standing.MINE: _("changed by you"),
        Standing.THEIRS: _("changed by the other person"),
        Standing.BOTH: _("changed by both"),
    }[standing]


def _rule_words() -> Mapping[StrEnum, str]:
    return {
        EditRule.RUNS_FORWARD: _("The end lies before the start."),
        EditRule.NOT_IN_FUTURE: _("This day lies after the day of recording."),
        EditRule.WITHIN_YEARS: _("The day lies outside the years 1945 to 2100."),
        EditRule.PROGRESS_IN_RANGE: _("Progress is a number from 0 to 100."),
        EditRule.COMPLETE_HAS_END: _("Progress of 100% needs an actual end."),
        EditRule.END_HAS_START: _("An actual end needs an actual start."),
        EditRule.END_IS_COMPLETE: _("With an actual end, progress is 100%."),
        EditRule.SLIP_REASON_MISSING: _(
            "It ended after its plan: choose the reason of the slip."
        ),
        EditRule.MINUTES_INCOMPLETE: _("Minutes need both a number and a date."),
        EditRule.CLOSED: _(
            "The stage is done or the item is not held; mark this as a correction."
        ),
        EditRule.UNKNOWN_MILESTONE: _("There is no such milestone."),
        EditRule.UNKNOWN_REGION: _("There is no such region."),
        EditRule.CIRCLE: _("These predecessors wait for one another."),
        TextRule.TOO_SHORT: _("Write at least three characters."),
        TextRule.TOO_LONG: _("The text is too long."),
        TextRule.CONTROL_CHARACTERS: _("It has characters that nobody can see."),
    }
