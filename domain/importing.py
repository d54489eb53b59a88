"""What an import of a workbook finds: rows to store, and rows refused with why."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from domain.provenance import Confidence
from domain.tally import TallyOrigin

Value: TypeAlias = str | int | date | Decimal | Fraction | None
"""A value of a row, or an argument of a refusal."""

Told: TypeAlias = Callable[[int, int], None]
"""Is told how many rows of how many are done."""

MILESTONE_SHEETS = frozenset({"Milestones", "Kegiatan"})
TALLY_SHEETS = frozenset({"Recaps", "Rekapitulasi"})
ASSESSMENT_SHEETS = frozenset({"Self-assessment", "Penilaian mandiri"})
SURVEY_SHEETS = frozenset({"Satisfaction survey", "Survei kepuasan"})
ACCOUNTABILITY_SHEETS = frozenset({"SAKIP"})
SERVICE_SHEETS = frozenset({"Services", "Layanan"})
FIGURE_SHEETS = frozenset({"Figures of services", "Angka layanan"})
DUTY_SHEETS = frozenset({"Duty rota", "Jadwal piket"})
"""Names of the sheets that are read, wherever in a workbook they stand."""


class Field(StrEnum):
    """What a column of a workbook holds."""

    CODE = "code"
    NAME = "name"
    PLANNED_START = "planned_start"
    PLANNED_END = "planned_end"
    ACTUAL_START = "actual_start"
    ACTUAL_END = "actual_end"
    PROGRESS = "progress_percent"
    SLIP_REASON = "slip_reason"
    NOTE = "note"
    PHASE = "phase"
    PARTY = "party"
    REGION = "region"
    REPORTED_ON = "reported_on"
    MEMBERS = "members"
    REQUIRED = "required"
    SAMPLE = "sample"
    VISITED = "visited"
    MET = "met"
    ELIGIBLE = "eligible"
    CORRECTABLE = "correctable"
    INELIGIBLE = "ineligible"
    PERIOD = "period"
    ASSESSOR = "assessor"
    COMPONENT = "component_code"
    ASPECT = "aspect"
    POINTS = "points"
    SURVEY_INDEX = "survey_index"
    EVIDENCE = "evidence"
    EVIDENCE_NEEDED = "evidence_needed"
    EVIDENCE_LINK = "evidence_link"
    SERVICE = "service_code"
    PERIOD_START = "period_start"
    PERIOD_END = "period_end"
    RESPONDENTS = "respondents"
    POPULATION = "population"
    BASIS = "basis"
    REQUIREMENTS = "survey_requirements"
    PROCEDURE = "survey_procedure"
    DURATION = "survey_duration"
    COST = "survey_cost"
    PRODUCT = "survey_product"
    COMPETENCE = "survey_competence"
    CONDUCT = "survey_conduct"
    COMPLAINTS = "survey_complaints"
    FACILITIES = "survey_facilities"
    DEVIATION = "deviation"
    YEAR = "year"
    GRADE = "grade"
    TOTAL = "total"
    PLANNING = "sakip_planning"
    MEASUREMENT = "sakip_measurement"
    REPORTING = "sakip_reporting"
    EVALUATION = "sakip_evaluation"
    STATUS = "status"
    SINCE = "since"
    OWNER = "owner"
    LINK = "link"
    MONTH = "month"
    COUNTED = "counted"
    WHAT = "what_indonesian"
    WHAT_ENGLISH = "what_english"
    DAY = "day"
    PLACE = "place"
    DAY_PART = "day_part"
    PERSON = "person"


class RefusalKind(StrEnum):
    """Why a file, a column, a row or a cell is refused; arguments in brackets."""

    # The file.
    FILE_EMPTY = "file_empty"
    FILE_TOO_LARGE = "file_too_large"  # most: bytes
    WRONG_TYPE = "wrong_type"
    OLD_EXCEL = "old_excel"  # .xls
    ENCRYPTED = "encrypted"
    HAS_MACROS = "has_macros"
    DAMAGED = "damaged"
    UNPACKS_TOO_LARGE = "unpacks_too_large"  # most: bytes
    TOO_MANY_PARTS = "too_many_parts"  # most
    NO_VISIBLE_SHEET = "no_visible_sheet"
    TOO_MANY_ROWS = "too_many_rows"  # most
    TOO_MANY_COLUMNS = "too_many_columns"  # most
    NOT_UTF8 = "not_utf8"  # found: the encoding it may be in
    # The shape of the sheet.
    NO_HEADER = "no_header"
    MISSING_COLUMN = "missing_column"
    DUPLICATE_COLUMN = "duplicate_column"
    MERGED_CELLS = "merged_cells"
    FORMULA = "formula"
    ERROR_VALUE = "error_value"
    ROW_TOO_WIDE = "row_too_wide"  # expected
    # A cell.
    EMPTY = "empty"
    STRANGE_CHARACTER = "strange_character"  # name: of the character in Unicode
    TOO_LONG = "too_long"  # most: characters
    NOT_A_NUMBER = "not_a_number"
    NOT_WHOLE = "not_whole"
    AMBIGUOUS_NUMBER = "ambiguous_number"  # whole, share: its two readings
    TOO_SMALL = "too_small"  # least
    TOO_LARGE = "too_large"  # most
    NOT_A_DAY = "not_a_day"
    NO_SUCH_DAY = "no_such_day"
    DAY_OUT_OF_RANGE = "day_out_of_range"  # first, last
    UNKNOWN = "unknown"  # nearest: what it may mean, or ""
    AMBIGUOUS_NAME = "ambiguous_name"  # codes: those that share the name
    # A row.
    NAME_MISMATCH = "name_mismatch"  # name: of the item with that code
    DUPLICATE_ROW = "duplicate_row"  # others: rows with the same key
    PLAN_REVERSED = "plan_reversed"
    ACTUAL_REVERSED = "actual_reversed"
    BREAKS_RULE = "breaks_rule"  # rule: code of a rule of the form
    IN_FUTURE = "in_future"  # today
    KNOWN_LATER = "known_later"  # known_on: day of what is recorded already
    PROGRESS_IS_COUNTED = "progress_is_counted"
    ANOTHER_REGION = "another_region"  # value: its name
    DECIDED = "decided"
    WITHIN_MEMBERS = "within_members"
    WITHIN_SAMPLE = "within_sample"
    MET_WITHIN_VISITED = "met_within_visited"
    DECIDED_WITHIN_VISITED = "decided_within_visited"
    SCORE_MISSING = "score_missing"  # value: component; assessor, period, aspect
    PLACE_TAKEN = "place_taken"  # value: the person; day, other: who has the place
    PERSON_ELSEWHERE = "person_elsewhere"  # value: the person; day, place: where else


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One thing that is wrong with a file.

    Attributes:
        kind: Why it is refused.
        row: Row as the spreadsheet numbers it, the header being row 1; None for the
            file as a whole.
        column: The field, or the heading or cell where it is of no field; empty for
            the whole row or file.
        value: What stands there, as text, cut where it is long.
        arguments: Names and values that the words for the kind need.
    """

    kind: RefusalKind
    row: int | None = None
    column: str = ""
    value: str = ""
    arguments: tuple[tuple[str, Value], ...] = ()


class RowStatus(StrEnum):
    """What storing a row would do."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One value that a row brings: what stands there, and what would."""

    field: Field
    before: Value
    after: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedRow:
    """One accepted row of a file.

    Attributes:
        row: Row as the spreadsheet numbers it.
        codes: What it is of: code of the milestone; phase, party and kab/kota; period,
            assessor, component and aspect; service and the days of the period; year;
            service; service and month; day, place and part of the day.
        region_code: Kab/kota or province it belongs to, which says who may store it.
        status: What storing it would do.
        changes: The values it brings, in the order of the columns.
    """

    row: int
    codes: tuple[str, ...]
    region_code: str
    status: RowStatus
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """On what terms a file is imported.

    Attributes:
        election: Code of the election.
        province: Kemendagri code of the province whose kab/kota may appear.
        known_on: Day from which on the values are known: today.
        source: Where the values come from, as every fact says.
        confidence: How far they may be trusted.
        origin: How tallies came into the database.
        reported_on: Day that tallies without a column for it refer to.
    """

    election: str
    province: str
    known_on: date
    source: str
    confidence: Confidence
    origin: TallyOrigin = TallyOrigin.MANUAL
    reported_on: date | None = None

    def __post_init__(self) -> None:
        if not self.source.strip():
            raise ValueError("an import names its source")
        if self.origin is TallyOrigin.SIMULATED:
            raise ValueError("an import brings no simulated tallies")
        if self.confidence is Confidence.SIMULATED:
            raise ValueError("an import brings no simulated facts")
