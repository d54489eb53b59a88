"""The form of one milestone; every value is kept as it is typed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from domain.assessment import Assessment
from domain.recording import MilestoneEdit
from domain.timeline import SlipReason
from domain.typed_days import FIRST_DAY, LAST_DAY
from ui.language import gettext as _
from ui.language import name
from ui.recording_words import field_word
from ui.words import slip_words

REMARK_LENGTH, NUMBER_LENGTH = 2000, 120
GENERATION = "recording_generation"


def draw_fields(
    code: str, start: MilestoneEdit, others: Mapping[str, Assessment]
) -> MilestoneEdit:
    """Draw the fields of a milestone and return what stands in them.

    Args:
        code: Code of the milestone.
        start: Values the fields begin with.
        others: Every milestone of the election, by code.
    """
    began, ended, share = st.columns(3)
    with began:
        actual_start = _day(code, "actual_start", start.actual_start)
    with ended:
        actual_end = _day(code, "actual_end", start.actual_end)
    with share:
        progress = st.number_input(
            field_word("progress_percent"),
            value=start.progress_percent,
            step=1,
            placeholder=_("not reported"),
            key=key_of(code, "progress_percent"),
        )
    slip = st.selectbox(
        field_word("slip_reason"),
        list(SlipReason),
        index=_place(start.slip_reason),
        format_func=slip_words,
        placeholder=_("none"),
        key=key_of(code, "slip_reason"),
    )
    remark = st.text_area(
        field_word("remark"),
        value=start.remark,
        max_chars=REMARK_LENGTH,
        key=key_of(code, "remark"),
        height=90,
    )
    number_side, date_side = st.columns([2, 1])
    with number_side:
        number = st.text_input(
            field_word("minutes_number"),
            value=start.minutes_number or "",
            max_chars=NUMBER_LENGTH,
            placeholder="12/PL.01.1-BA/52/2022",
            key=key_of(code, "minutes_number"),
        )
    with date_side:
        minutes_date = _day(code, "minutes_date", start.minutes_date)
    plan = _draw_plan(code, start, others)
    return MilestoneEdit(
        actual_start=actual_start,
        actual_end=actual_end,
        progress_percent=None if progress is None else int(progress),
        slip_reason=slip,
        remark=remark.strip(),
        minutes_number=number.strip() or None,
        minutes_date=minutes_date,
        **plan,
    )


def _draw_plan(
    code: str, start: MilestoneEdit, others: Mapping[str, Assessment]
) -> dict[str, Any]:
    """Draw what is changed less often: the plan and what comes before."""
    with st.expander(_("Plan and predecessors"), key=key_of(code, "plan")):
        first, last = st.columns(2)
        with first:
            planned_start = _day(code, "planned_start", start.planned_start)
        with last:
            planned_end = _day(code, "planned_end", start.planned_end)
        predecessors = st.multiselect(
            field_word("predecessors"),
            [other for other in others if other != code],
            default=sorted(start.predecessors & others.keys()),
            format_func=lambda other: name(others[other].milestone.short_name),
            key=key_of(code, "predecessors"),
        )
    return {
        "planned_start": planned_start,
        "planned_end": planned_end,
        "predecessors": frozenset(predecessors) | (start.predecessors - others.keys()),
    }


def _place(reason: SlipReason | None) -> int | None:
    return None if reason is None else list(SlipReason).index(reason)


def _day(code: str, field: str, value: date | None) -> date | None:
    return st.date_input(
        field_word(field),
        value=value,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        format="DD/MM/YYYY",
        key=key_of(code, field),
    )


def key_of(code: str, field: str) -> str:
    """Return the identity of a field; a new generation forgets what was typed."""
    generation = st.session_state.get(GENERATION, 0)
    return f"record_{code}_{field}_{generation}"


def begin_anew() -> None:
    """Let every field begin with what is stored, as after a save."""
    st.session_state[GENERATION] = st.session_state.get(GENERATION, 0) + 1
