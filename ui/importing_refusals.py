"""The sentence for each kind of refusal, with places for its arguments."""

from domain.importing import RefusalKind
from ui.language import gettext as _


def sentence(kind: RefusalKind) -> str:
    """Return the sentence for a kind of refusal, in the current language.

    Its places are `column`, `value`, `hint` and the arguments of the kind.
    """
    return {**_of_file(), **_of_sheet(), **_of_cell(), **_of_row()}[kind]


def _of_file() -> dict[RefusalKind, str]:
    return {
        RefusalKind.FILE_EMPTY: _("The file is empty."),
        RefusalKind.FILE_TOO_LARGE: _("The file is larger than {most} bytes."),
        RefusalKind.WRONG_TYPE: _("This is neither an Excel workbook nor a CSV file."),
        RefusalKind.OLD_EXCEL: _(
            "This is a workbook of an old Excel (.xls). Save it as .xlsx and send that."
        ),
        RefusalKind.ENCRYPTED: _(
            "The workbook has a password. Save it without one and send that."
        ),
        RefusalKind.HAS_MACROS: _(
            "The workbook holds macros. Save it as .xlsx and send that."
        ),
        RefusalKind.DAMAGED: _("The file is damaged. Save it again and send that."),
        RefusalKind.UNPACKS_TOO_LARGE: _(
            "The workbook grows far too large when it is opened."
        ),
        RefusalKind.TOO_MANY_PARTS: _("The workbook has more than {most} parts."),
        RefusalKind.NO_VISIBLE_SHEET: _("The workbook has no visible sheet."),
        RefusalKind.TOO_MANY_ROWS: _(
            "The sheet has more than {most} rows. Send it in parts."
        ),
        RefusalKind.TOO_MANY_COLUMNS: _("The sheet has more than {most} columns."),
        RefusalKind.NOT_UTF8: _(
            "The letters of the file are not in UTF-8 but perhaps in {found}."
            " Save it as “CSV UTF-8” and send that."
        ),
    }


def _of_sheet() -> dict[RefusalKind, str]:
    return {
        RefusalKind.NO_HEADER: _("The first row has no headings."),
        RefusalKind.MISSING_COLUMN: _("The column “{column}” is missing."),
        RefusalKind.DUPLICATE_COLUMN: _(
            "The column “{column}” is there more than once: {value}."
        ),
        RefusalKind.MERGED_CELLS: _("The cells {column} are merged. Split them."),
        RefusalKind.FORMULA: _(
            "The cell {column} holds a formula. Paste its value in its place."
        ),
        RefusalKind.ERROR_VALUE: _("The cell {column} holds an error of Excel."),
        RefusalKind.ROW_TOO_WIDE: _(
            "The row has cells beyond the {expected} columns with a heading."
        ),
    }


def _of_cell() -> dict[RefusalKind, str]:
    return {
        RefusalKind.EMPTY: _("“{column}” is empty."),
        RefusalKind.STRANGE_CHARACTER: _(
            "“{value}” holds a character that must not be there: {name}."
        ),
        RefusalKind.TOO_LONG: _("The text is longer than {most} characters."),
        RefusalKind.NOT_A_NUMBER: _("“{value}” is not a number."),
        RefusalKind.NOT_WHOLE: _("“{value}” is not a whole number."),
        RefusalKind.AMBIGUOUS_NUMBER: _(
            "“{value}” can be read as {whole} or as {share}. Write only digits."
        ),
        RefusalKind.TOO_SMALL: _("{value} is less than {least}."),
        RefusalKind.TOO_LARGE: _("{value} is more than {most}."),
        RefusalKind.NOT_A_DAY: _(
            "“{value}” is not a day. Write it as 2022-09-08 or 8 September 2022."
        ),
        RefusalKind.NO_SUCH_DAY: _("The calendar has no day “{value}”."),
        RefusalKind.DAY_OUT_OF_RANGE: _("{value} lies outside {first} to {last}."),
        RefusalKind.UNKNOWN: _("“{value}” is unknown in “{column}”. {hint}"),
        RefusalKind.AMBIGUOUS_NAME: _(
            "“{value}” may be any of {codes}. Write the code."
        ),
    }


def _of_row() -> dict[RefusalKind, str]:
    return {
        RefusalKind.NAME_MISMATCH: _("The code belongs to “{name}”, not to “{value}”."),
        RefusalKind.DUPLICATE_ROW: _("The same key stands in row {others} as well."),
        RefusalKind.PLAN_REVERSED: _("The planned end lies before the planned start."),
        RefusalKind.ACTUAL_REVERSED: _("The actual end lies before the actual start."),
        RefusalKind.BREAKS_RULE: "{rule}",
        RefusalKind.IN_FUTURE: _("{value} lies after today, {today}."),
        RefusalKind.KNOWN_LATER: _(
            "Something newer is recorded already, known on {known_on}."
        ),
        RefusalKind.PROGRESS_IS_COUNTED: _(
            "The progress of this milestone is counted from the recaps, not entered."
        ),
        RefusalKind.ANOTHER_REGION: _("You do not record for {value}."),
        RefusalKind.DECIDED: _(
            "This recap is decided in plenary; correct it there, not by an import."
        ),
        RefusalKind.WITHIN_MEMBERS: _(
            "The sample of {value} is larger than the members submitted."
        ),
        RefusalKind.WITHIN_SAMPLE: _(
            "{value} members checked are more than the sample."
        ),
        RefusalKind.MET_WITHIN_VISITED: _(
            "{value} members met are more than the members checked."
        ),
        RefusalKind.DECIDED_WITHIN_VISITED: _(
            "MS, BMS and TMS make {value} together, more than the members checked."
        ),
        **_of_zone(),
    }


def _of_zone() -> dict[RefusalKind, str]:
    return {
        RefusalKind.SCORE_MISSING: _(
            "The {assessor} of {period} has no score of {aspect} for “{value}”."
        ),
        RefusalKind.PLACE_TAKEN: _("On {day}, {other} has this place at that time."),
        RefusalKind.PERSON_ELSEWHERE: _(
            "On {day}, {value} is at the {place} at that time."
        ),
    }
