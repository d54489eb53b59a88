"""The figures of one tally, as they are typed."""

from datetime import date

import streamlit as st

from domain.sampling import krejcie_morgan
from domain.tally_entry import Cell, RecordedTally, TallyEntry
from ui import wording
from ui.language import gettext as _
from ui.recording_form import key_of
from ui.recording_words import field_word
from ui.verification import FACTUAL

LARGEST = 10_000_000  # no party has more members in a kab/kota than people live there
ROWS = (("members", "required", "sample"), ("visited", "met"))
VERDICTS = ("eligible", "correctable", "ineligible")


def draw_figures(cell: Cell, stored: RecordedTally | None, day: date) -> TallyEntry:
    """Draw the figures and return what stands in the fields.

    Args:
        cell: The party, kab/kota and phase.
        stored: Tally whose figures the fields begin with; None for a first one.
        day: Day of the recording.
    """
    key = key_of_cell(cell)
    reported_on = past_day(key, "reported_on", day)
    start = _counts_of(stored)
    counts: dict[str, int] = {}
    for row in (*ROWS, VERDICTS):
        for column, field in zip(st.columns(len(row)), row, strict=True):
            with column:
                counts[field] = _count(key, field, start[field])
    if cell.phase in FACTUAL and counts["members"]:
        advised = wording.number(krejcie_morgan(counts["members"]))
        words = _("Sample by Krejcie-Morgan: {count}").format(count=advised)
        st.markdown(f":small[{words}]")
    note = st.text_area(
        field_word("note"),
        value=_note_of(stored),
        max_chars=2000,
        height=70,
        key=key_of(key, "note"),
    )
    return TallyEntry(reported_on=reported_on, note=note.strip(), **counts)


def is_typed(entry: TallyEntry, stored: RecordedTally | None, day: date) -> bool:
    """Return whether the fields hold something else than what they began with."""
    begun = TallyEntry(
        reported_on=day, note=_note_of(stored).strip(), **_counts_of(stored)
    )
    return entry != begun


def _counts_of(stored: RecordedTally | None) -> dict[str, int]:
    start = stored.tally if stored else None
    fields = (field for row in (*ROWS, VERDICTS) for field in row)
    return {field: getattr(start, field, 0) or 0 for field in fields}


def _note_of(stored: RecordedTally | None) -> str:
    return stored.provenance.note if stored else ""


def past_day(key: str, field: str, day: date) -> date:
    """Draw a day that is not after the day of the recording, and return it."""
    return st.date_input(
        field_word(field),
        value=day,
        max_value=day,
        format="DD/MM/YYYY",
        key=key_of(key, f"{field}_{day}"),
    )


def key_of_cell(cell: Cell) -> str:
    """Return what tells the fields of one cell from those of another."""
    return f"{cell.election}_{cell.phase}_{cell.party}_{cell.region}"


def _count(key: str, field: str, value: int) -> int:
    typed = st.number_input(
        field_word(field),
        min_value=-LARGEST,
        max_value=LARGEST,
        value=value,
        step=1,
        key=key_of(key, field),
    )
    return int(typed)
