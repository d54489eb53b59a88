"""The columns of a workbook: their headings in either language, and what they hold."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from data_access.imports.characters import RefusedCell, tidy
from data_access.imports.days import day
from data_access.imports.grid import Cell
from data_access.imports.lookup import Lookup, lookup_of
from data_access.imports.numbers import percentage, whole_number
from domain.importing import Field, RefusalKind, Value
from domain.tally_rules import COUNTS
from domain.timeline import SlipReason

Parse: TypeAlias = Callable[[Cell], Value]

LONGEST_NOTE = 1_000
LONGEST_NAME = 500

HEADINGS: Mapping[Field, tuple[str, ...]] = {
    Field.CODE: ("Kode kegiatan", "Kode", "Milestone code", "Code"),
    Field.NAME: ("Kegiatan", "Nama kegiatan", "Milestone", "Name"),
    Field.PLANNED_START: ("Rencana mulai", "Planned start"),
    Field.PLANNED_END: ("Rencana selesai", "Planned end"),
    Field.ACTUAL_START: ("Realisasi mulai", "Actual start"),
    Field.ACTUAL_END: ("Realisasi selesai", "Actual end"),
    Field.PROGRESS: ("Kemajuan (%)", "Progress (%)", "Persen", "Percent"),
    Field.SLIP_REASON: ("Sebab mundur", "Alasan mundur", "Reason of slip"),
    Field.NOTE: ("Catatan", "Keterangan", "Note"),
    Field.PHASE: ("Tahap verifikasi", "Fase", "Phase", "Verification phase"),
    Field.PARTY: ("Partai", "Partai politik", "Parpol", "Party"),
    Field.REGION: ("Kab/kota", "Kabupaten/kota", "Regency or city", "Region"),
    Field.REPORTED_ON: ("Tanggal laporan", "Per tanggal", "Reporting day", "As of"),
    Field.MEMBERS: ("Anggota diserahkan", "Anggota", "Members submitted", "Members"),
    Field.REQUIRED: ("Syarat minimal anggota", "Syarat minimal", "Members required"),
    Field.SAMPLE: ("Sampel", "Sample"),
    Field.VISITED: ("Anggota diperiksa", "Diperiksa", "Members checked"),
    Field.MET: ("Anggota ditemui", "Ditemui", "Members met"),
    Field.ELIGIBLE: ("MS", "Memenuhi syarat", "Eligible"),
    Field.CORRECTABLE: ("BMS", "Belum memenuhi syarat", "Correctable"),
    Field.INELIGIBLE: ("TMS", "Tidak memenuhi syarat", "Ineligible"),
    Field.PERIOD: ("Periode", "Tahun penilaian", "Period"),
    Field.ASSESSOR: ("Penilai", "Assessed by"),
    Field.COMPONENT: ("Komponen", "Area perubahan", "Component"),
    Field.ASPECT: ("Aspek", "Aspect"),
    Field.POINTS: ("Nilai", "Points"),
    Field.SURVEY_INDEX: ("Indeks, 0 sampai 4", "Index, 0 to 4"),
    Field.EVIDENCE: ("Bukti tersedia", "Evidence present"),
    Field.EVIDENCE_NEEDED: ("Bukti diperlukan", "Evidence needed"),
    Field.EVIDENCE_LINK: ("Letak bukti", "Evidence lies at"),
    Field.SERVICE: ("Sasaran survei", "Layanan", "Asked about", "Service"),
    Field.PERIOD_START: ("Hari pertama periode", "First day of the period"),
    Field.PERIOD_END: ("Hari terakhir periode", "Last day of the period"),
    Field.RESPONDENTS: ("Responden", "Respondents"),
    Field.POPULATION: ("Penerima layanan", "People served"),
    Field.BASIS: ("Jenis angka", "What the figures are"),
    Field.REQUIREMENTS: ("Persyaratan", "Requirements to meet"),
    Field.PROCEDURE: ("Prosedur", "Procedure"),
    Field.DURATION: ("Waktu penyelesaian", "Time of completion"),
    Field.COST: ("Biaya/tarif", "Cost or fee"),
    Field.PRODUCT: ("Produk layanan", "Product of the service"),
    Field.COMPETENCE: ("Kompetensi pelaksana", "Competence of staff"),
    Field.CONDUCT: ("Perilaku pelaksana", "Conduct of staff"),
    Field.COMPLAINTS: ("Penanganan pengaduan", "Handling of complaints"),
    Field.FACILITIES: ("Sarana dan prasarana", "Facilities"),
    Field.DEVIATION: ("Simpangan baku indeks", "Deviation of the indices"),
    Field.YEAR: ("Tahun", "Year"),
    Field.GRADE: ("Predikat", "Grade"),
    Field.TOTAL: ("Nilai akhir", "Total score"),
    Field.PLANNING: ("Perencanaan kinerja", "Planning of performance"),
    Field.MEASUREMENT: ("Pengukuran kinerja", "Measurement of performance"),
    Field.REPORTING: ("Pelaporan kinerja", "Reporting of performance"),
    Field.EVALUATION: ("Evaluasi internal", "Internal evaluation"),
    Field.STATUS: ("Status",),
    Field.SINCE: ("Sejak", "Since"),
    Field.OWNER: ("Bagian penanggung jawab", "Division in charge"),
    Field.LINK: ("Alamat layanan", "Address of the service"),
    Field.MONTH: ("Bulan", "Month"),
    Field.COUNTED: ("Jumlah", "Number counted"),
    Field.WHAT: (
        "Yang dihitung, dalam bahasa Indonesia",
        "What is counted, in Indonesian",
    ),
    Field.WHAT_ENGLISH: (
        "Yang dihitung, dalam bahasa Inggris",
        "What is counted, in English",
    ),
    Field.DAY: ("Tanggal", "Day"),
    Field.PLACE: ("Tempat", "Place"),
    Field.DAY_PART: ("Bagian hari", "Part of the day"),
    Field.PERSON: ("Petugas piket", "On duty"),
}
"""What the columns may be called; case, spaces and signs do not matter."""

SLIP_WORDS: Mapping[SlipReason, tuple[str, ...]] = {
    SlipReason.OUTSIDE_SYSTEM: ("sistem luar", "outside system"),
    SlipReason.DECISION_OF_CENTRE: ("keputusan pusat", "decision of the centre"),
    SlipReason.DISPUTE_OR_RULING: ("sengketa atau putusan", "dispute or ruling"),
    SlipReason.WEATHER: ("cuaca", "weather"),
    SlipReason.BUDGET: ("anggaran", "budget"),
    SlipReason.PEOPLE: ("orang", "people"),
    SlipReason.OTHER: ("lain-lain", "lainnya", "other"),
}
"""The reasons of slip in both languages, as the screens write them."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a workbook.

    Attributes:
        field: What it holds.
        parse: Reads a cell that is not empty.
        is_required: Whether it must be there.
        may_be_empty: Whether its cells may be empty.
    """

    field: Field
    parse: Parse
    is_required: bool = True
    may_be_empty: bool = False


def milestone_columns(milestones: Lookup) -> tuple[Column, ...]:
    """Return the columns for the states of milestones."""
    days = (
        Field.PLANNED_START,
        Field.PLANNED_END,
        Field.ACTUAL_START,
        Field.ACTUAL_END,
    )
    return (
        Column(Field.CODE, milestones.find),
        Column(Field.NAME, text(LONGEST_NAME), is_required=False, may_be_empty=True),
        *(Column(each, day, may_be_empty=True) for each in days),
        Column(Field.PROGRESS, percentage, may_be_empty=True),
        Column(Field.SLIP_REASON, _slip_reason, may_be_empty=True),
        Column(Field.NOTE, text(LONGEST_NOTE), may_be_empty=True),
    )


def tally_columns(
    phases: Lookup, parties: Lookup, regions: Lookup, *, is_dated: bool
) -> tuple[Column, ...]:
    """Return the columns for tallies.

    Args:
        phases: Finds a verification phase.
        parties: Finds a party.
        regions: Finds a kab/kota.
        is_dated: Whether a day is known for rows that give none.
    """
    return (
        Column(Field.PHASE, phases.find),
        Column(Field.PARTY, parties.find),
        Column(Field.REGION, regions.find),
        Column(Field.REPORTED_ON, day, is_required=not is_dated, may_be_empty=is_dated),
        *(Column(Field(count), whole_number) for count in COUNTS),
    )


def text(most: int) -> Parse:
    """Return what reads a text of so many characters at most."""

    def parse(cell: Cell) -> str:
        found = tidy(cell)
        if len(found) > most:
            raise RefusedCell(RefusalKind.TOO_LONG, most=most)
        return found

    return parse


_REASONS = lookup_of(SLIP_WORDS.items())


def _slip_reason(cell: Cell) -> SlipReason:
    return SlipReason(_REASONS.find(cell))
