"""What an import says: headings, and why a file, row or cell is refused."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import assert_never

from domain.importing import Field, Refusal, RefusalKind, RowStatus, Value
from domain.integrity_assessment import Aspect, Assessor
from domain.integrity_duty import DutyPlace
from ui import integrity_survey_words, wording
from ui.importing_refusals import sentence
from ui.integrity_assessment_words import aspect_word, assessor_word
from ui.integrity_words import place_word
from ui.language import gettext as _
from ui.recording_words import field_word, rule_words


def refusal_words(refusal: Refusal) -> str:
    """Return why something is refused, in a sentence of plain text.

    The value and names in it are a stranger's: escape them before they are shown as
    Markdown or HTML.
    """
    words = {name: _in_words(value) for name, value in refusal.arguments}
    nearest = words.get("nearest", "")
    if refusal.kind is RefusalKind.UNKNOWN and nearest:
        words["hint"] = _("Did you mean “{nearest}”?").format(nearest=nearest)
    if refusal.kind is RefusalKind.BREAKS_RULE:
        words["rule"] = rule_words()[words["rule"]].format(**{"most": "–"} | words)
    column = column_words(refusal.column)
    given = {"hint": ""} | words
    said = sentence(refusal.kind).format(column=column, value=refusal.value, **given)
    return said.strip()


def column_words(column: str) -> str:
    """Return the heading of a field; a heading or cell of no field as it is."""
    return heading(Field(column)) if column in set(Field) else column


def heading(field: Field) -> str:  # noqa: C901 - one line a field
    """Return the heading of a column, as the templates write it."""
    match field:
        case Field.CODE:
            return _("Milestone code")
        case Field.NAME:
            return _("Milestone")
        case Field.PLANNED_START:
            return _("Planned start")
        case Field.PLANNED_END:
            return _("Planned end")
        case Field.ACTUAL_START:
            return _("Actual start")
        case Field.ACTUAL_END:
            return _("Actual end")
        case Field.PROGRESS:
            return _("Progress (%)")
        case Field.SLIP_REASON:
            return _("Reason of slip")
        case Field.NOTE:
            return _("Note")
        case _:
            return _tally_headings().get(field) or _zone_heading(field)


def status_words(status: RowStatus) -> str:
    """Return what storing a row would do, in a word."""
    match status:
        case RowStatus.NEW:
            return _("new")
        case RowStatus.CHANGED:
            return _("changed")
        case RowStatus.UNCHANGED:
            return _("unchanged")
        case _ as unreachable:
            assert_never(unreachable)


def _tally_headings() -> dict[Field, str]:
    return {
        Field.PHASE: _("Verification phase"),
        Field.PARTY: _("Party"),
        Field.REGION: _("Kab/kota"),
        Field.REPORTED_ON: _("Reporting day"),
        Field.MEMBERS: _("Members submitted"),
        Field.REQUIRED: _("Members required"),
        Field.SAMPLE: _("Sample"),
        Field.VISITED: _("Members checked"),
        Field.MET: _("Members met"),
        Field.ELIGIBLE: "MS",
        Field.CORRECTABLE: "BMS",
        Field.INELIGIBLE: "TMS",
    }


def _zone_heading(field: Field) -> str:
    """Return the heading of a column of the zone, as its form calls the field."""
    of_no_form = {
        Field.ASPECT: _("Aspect"),
        Field.SURVEY_INDEX: _("Index, 0 to 4"),
        Field.SERVICE: _("Asked about"),
        Field.PLACE: _("Place"),
        Field.DAY_PART: _("Part of the day"),
    }
    return of_no_form.get(field) or field_word(field)


def _choice_words(value: DutyPlace | Aspect | Assessor) -> str:
    match value:
        case DutyPlace():
            return place_word(value)
        case Aspect():
            return aspect_word(value)
        case Assessor():
            return assessor_word(value)


def _in_words(value: Value) -> str:  # noqa: C901 - one line a type
    match value:
        case DutyPlace() | Aspect() | Assessor():
            return _choice_words(value)
        case date():
            return wording.day(value)
        case int():
            return wording.number(value)
        case Decimal() | Fraction():
            return integrity_survey_words.figure_words(Fraction(value))
        case str():
            return value
        case None:
            return "–"
        case _ as unreachable:
            assert_never(unreachable)
