"""The journal in words: what was done, to what, and what a value says."""

import os
from collections.abc import Mapping
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from domain.bilingual import Bilingual
from domain.history import (
    Action,
    Deed,
    Difference,
    Entry,
    Kind,
    Row,
    Withheld,
    differences,
)
from domain.integrity_accountability import Component
from domain.integrity_survey import Element
from domain.provenance import Confidence
from ui import clock, wording
from ui.badges import simulated_words
from ui.history_choices import choice_words
from ui.history_fields import field_words
from ui.integrity_survey_words import figure_words
from ui.language import gettext as _
from ui.language import name, once_a_language

Names = Mapping[str, Mapping[str, str]]
"""Names of items by their codes, by the column that holds the code."""

NOTHING = "–"
DAYS = frozenset(
    {
        "planned_start", "planned_end", "actual_start", "actual_end", "known_on",
        "reported_on", "decided_on", "minutes_date", "launched_on", "voting_day",
        "opens_on", "anchored_on", "as_of", "day", "since", "month",
        "period_start", "period_end",
    }
)  # fmt: skip
CHOICES = frozenset(
    {
        "confidence", "state", "origin", "holding", "slip_reason", "measure", "path",
        "result", "kind", "scope", "rounding", "unit", "direction", "first_day",
        "bound", "status", "place", "day_part", "basis", "component", "aspect",
        "assessor", "predicate", "step",
    }
)  # fmt: skip
FIGURES = frozenset({"deviation", "total", *Element, *Component})
"""Fields that hold an exact figure, kept as a fraction."""

YEARS = frozenset({"year", "period"})
"""Fields that hold a year."""

SUBJECTS = (
    "party_code", "region_code", "phase_code", "milestone_code", "stage_code",
    "item_code", "predecessor_code", "baseline_code", "service_code", "month", "kind",
    "day", "place", "day_part", "component", "year", "round_code", "period",
    "component_code", "aspect", "assessor", "predicate", "step",
)  # fmt: skip


@once_a_language
def kind_words() -> Mapping[Kind, str]:
    """Return what each kind of record is called, in the order of a list."""
    return {
        Kind.TALLY: _("Tallies"),
        Kind.MILESTONE_STATE: _("Days and progress of milestones"),
        Kind.STAGE_STATE: _("Days of stages"),
        Kind.MILESTONE: _("Milestones"),
        Kind.STAGE: _("Stages"),
        Kind.PREDECESSOR: _("Order of milestones"),
        Kind.BASELINE: _("Baselines"),
        Kind.BASELINE_DAY: _("Days of baselines"),
        Kind.PARTY: _("Parties"),
        Kind.PARTY_DECISION: _("Decisions on parties"),
        Kind.PHASE: _("Phases of the verification"),
        Kind.MILESTONE_PHASE: _("Milestones measured by tallies"),
        Kind.REQUIREMENT: _("Requirements on parties"),
        Kind.DEADLINE_RULE: _("Legal deadlines"),
        Kind.REPORTED_FIGURE: _("Published figures"),
        Kind.REGION: _("Regions"),
        Kind.REGION_FIGURE: _("Inhabitants and voters"),
        Kind.PUBLISHED_COUNT: _("Published totals and their parts"),
        Kind.HOLIDAY: _("Decisions on holidays"),
        Kind.ELECTION: _("Elections"),
        Kind.SERVICE: _("Services"),
        Kind.SERVICE_STATE: _("Owner, address and status of services"),
        Kind.SERVICE_FIGURE: _("Monthly figures of services"),
        Kind.DUTY_SHIFT: _("Duty rota"),
        Kind.SURVEY_ROUND: _("Rounds of the satisfaction survey"),
        Kind.ACCOUNTABILITY_WEIGHT: _("Weights of SAKIP"),
        Kind.ACCOUNTABILITY_BAND: _("Grades of SAKIP"),
        Kind.ACCOUNTABILITY_YEAR: _("Years of SAKIP"),
        Kind.COMPONENT: _("Components of the self-assessment"),
        Kind.THRESHOLD: _("Thresholds of WBK and WBBM"),
        Kind.SCORE: _("Scores of the self-assessment"),
        Kind.PREDICATE: _("Predicates of the integrity zone"),
        Kind.REFORM_AREA: _("Areas of the bureaucratic reform"),
    }


def deed_words() -> dict[Deed, str]:
    """Return what each deed is called, in the order of a list."""
    return {
        Deed.RECORDED: _("Recorded"),
        Deed.SUBMITTED: _("Handed over"),
        Deed.RETURNED: _("Sent back"),
        Deed.DECIDED: _("Decided in plenary"),
        Deed.WITHDRAWN: _("Withdrawn"),
        Deed.IMPORTED: _("Imported from a file"),
        Deed.UNDONE: _("Undone"),
        Deed.RESTORED: _("Restored to an earlier state"),
        Deed.REMOVED: _("Removed"),
    }


def kind_word(entry: Entry) -> str:
    """Return what kind of record an entry is on."""
    return kind_words()[entry.kind] if entry.kind else _("Internal record")


def action_word(entry: Entry) -> str:
    """Return what an entry did."""
    if entry.action is Action.PURGE:
        return _("removed")
    return _("changed") if entry.before is not None else _("recorded")


def item_words(entry: Entry, names: Names) -> str:
    """Return the name of what an entry is on."""
    if entry.kind is None:
        return _("Internal record")
    if entry.action is Action.PURGE:
        return _removed_words(entry.kind)
    own = _own_name(entry.after or {})
    parts = [
        value_words(column, entry.key[column], names)
        for column in SUBJECTS
        if column in entry.key
    ]
    mark = simulated_words(is_simulated=is_simulated(entry))
    return (" · ".join([own] if own else parts) or kind_word(entry)) + mark


def _removed_words(kind: Kind) -> str:
    if kind is Kind.TALLY:
        return _("Simulated tallies")
    return kind_words()[kind] + simulated_words(is_simulated=True)


def is_simulated(entry: Entry) -> bool:
    """Return whether what an entry tells is made up for the demonstration."""
    return (entry.after or {}).get("confidence") == Confidence.SIMULATED


def changes_of(entry: Entry) -> list[Difference]:
    """Return what an entry changed, in reading order."""
    order = {field: place for place, field in enumerate(field_words())}
    # A field without words is of an internal record, such as an account.
    named = [each for each in differences(entry) if each.field in order]
    return sorted(named, key=lambda each: order[each.field])


def row_words(changed: Difference, names: Names) -> tuple[str, str, str]:
    """Return a change in three cells: field, before, now."""
    field = changed.field
    return (
        field_words().get(field, field),
        value_words(field, changed.before, names),
        value_words(field, changed.after, names),
    )


def value_words(field: str, value: Any, names: Names) -> str:  # noqa: ANN401
    """Return a value of the journal as the page says it."""
    match value:
        case None:
            return NOTHING
        case Withheld():
            return _("public once decided")
        case bool():
            return _("Yes") if value else _("No")
        case int():
            return str(value) if field in YEARS else wording.number(value)
        case str() if field in DAYS:
            return wording.short_day(date.fromisoformat(value))
        case _:
            return _text(field, value, names)


def _text(field: str, value: Any, names: Names) -> str:  # noqa: ANN401
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if field in CHOICES:
        return choice_words().get(value, value)
    if field in FIGURES:
        return figure_words(Fraction(value))
    return names.get(field, {}).get(value, str(value))


def at_words(at: datetime) -> str:
    """Return the day and the time of an instant at the office."""
    there = at.astimezone(clock.office_zone(os.environ))
    time = wording.clock(there, there.tzname() or "")
    return f"{wording.short_day(there.date())}, {time}"


def _own_name(row: Row) -> str:
    for stem in ("short_name", "name", "subject"):
        if row.get(f"{stem}_indonesian"):
            own = Bilingual(row[f"{stem}_indonesian"], row[f"{stem}_english"])
            return name(own)
    return str(row.get("short_name") or row.get("name") or "")
