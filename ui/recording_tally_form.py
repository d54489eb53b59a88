"""The figures of one tally; every value is kept as it is typed."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import streamlit as st

from domain.sampling import krejcie_morgan
from domain.tally_entry import RecordedTally, TallyEntry
from domain.tally_plenary import Decision
from domain.typed_days import FIRST_DAY, LAST_DAY
from domain.verification import Phase, Verdict
from ui import wording
from ui.language import gettext as _
from ui.recording_opened import Place, Put, field_of
from ui.recording_words import field_word
from ui.verification import FACTUAL

ROWS = (("members", "required", "sample"), ("visited", "met"))
VERDICTS = ("eligible", "correctable", "ineligible")
COUNTS = (*ROWS[0], *ROWS[1], *VERDICTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyForm:
    """What stands in the form of a tally.

    Attributes:
        entry: The figures.
        decision: What the plenary decided, without the signed file: a file is given
            once more after a reload.
    """

    entry: TallyEntry
    decision: Decision


def form_of(stored: RecordedTally | None, phase: Phase, day: date) -> TallyForm:
    """Return what the form of a tally begins with.

    Args:
        stored: Tally whose figures it begins with; None for a first one.
        phase: Phase of the tally, which says what verdicts there are.
        day: Day of the recording.
    """
    start = stored.tally if stored else None
    counts = {field: getattr(start, field, 0) or 0 for field in COUNTS}
    note = stored.provenance.note if stored else ""
    return TallyForm(
        entry=TallyEntry(reported_on=day, note=note, **counts),
        decision=Decision(
            decided_on=day,
            verdict=Verdict(min(phase.verdicts)),
            minutes_number="",
            minutes_date=day,
            minutes_sha256="",
            signers="",
        ),
    )


def draw_figures(place: Place, start: TallyEntry) -> None:
    """Draw the figures.

    Args:
        place: Which form they are of.
        start: Values the fields begin with.
    """
    draw_day(place, "reported_on", start.reported_on, _put_figure)
    for row in (*ROWS, VERDICTS):
        for column, field in zip(st.columns(len(row)), row, strict=True):
            with column:
                st.number_input(
                    field_word(field),
                    value=getattr(start, field),
                    step=1,
                    **field_of(place, field, _put_figure),
                )
    if not isinstance(place.item, str) and place.item.phase in FACTUAL:
        _advise(start.members)
    st.text_area(
        field_word("note"),
        value=start.note,
        height=70,
        **field_of(place, "note", _put_figure),
    )


def draw_day(place: Place, field: str, value: date, put: Put[TallyForm]) -> None:
    """Draw a day of a form."""
    st.date_input(
        field_word(field),
        value=value,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        format="DD/MM/YYYY",
        **field_of(place, field, put),
    )


def _advise(members: int) -> None:
    if members > 0:
        advised = wording.number(krejcie_morgan(members))
        words = _("Sample by Krejcie-Morgan: {count}").format(count=advised)
        st.markdown(f":small[{words}]")


def _put_figure(form: TallyForm, field: str, value: Any) -> TallyForm:  # noqa: ANN401 - of any field
    if value is None:
        return form
    news = value.strip() if field == "note" else value
    return replace(form, entry=replace(form.entry, **{field: news}))
