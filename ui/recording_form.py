"""The fields of one milestone; every value is kept as it is typed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from domain.assessment import Assessment
from domain.recording import MilestoneEdit
from domain.timeline import SlipReason
from domain.typed_days import FIRST_DAY, LAST_DAY
from ui.language import gettext as _
from ui.language import name
from ui.recording_opened import Place, field_of, key_of
from ui.recording_words import field_word
from ui.words import slip_words


def draw_fields(
    place: Place, start: MilestoneEdit, others: Mapping[str, Assessment]
) -> None:
    """Draw the fields of a milestone.

    Args:
        place: Which form they are of.
        start: Values the fields begin with.
        others: Every milestone of the election, by code.
    """
    began, ended, share = st.columns(3)
    with began:
        _day(place, "actual_start", start.actual_start)
    with ended:
        _day(place, "actual_end", start.actual_end)
    with share:
        st.number_input(
            field_word("progress_percent"),
            value=start.progress_percent,
            step=1,
            placeholder=_("not reported"),
            **field_of(place, "progress_percent", put),
        )
    st.selectbox(
        field_word("slip_reason"),
        list(SlipReason),
        index=_place(start.slip_reason),
        format_func=slip_words,
        placeholder=_("none"),
        **field_of(place, "slip_reason", put),
    )
    st.text_area(
        field_word("remark"),
        value=start.remark,
        height=90,
        **field_of(place, "remark", put),
    )
    number_side, date_side = st.columns([2, 1])
    with number_side:
        st.text_input(
            field_word("minutes_number"),
            value=start.minutes_number or "",
            placeholder="12/PL.01.1-BA/52/2022",
            **field_of(place, "minutes_number", put),
        )
    with date_side:
        _day(place, "minutes_date", start.minutes_date)
    _draw_plan(place, start, others)


def put(edit: MilestoneEdit, field: str, value: Any) -> MilestoneEdit:  # noqa: ANN401 - of any field
    """Return an edit with what stands in one of its fields now."""
    match field:
        case "remark":
            value = value.strip()
        case "minutes_number":
            value = value.strip() or None
        case _:
            pass
    return replace(edit, **{field: value})


def _draw_plan(
    place: Place, start: MilestoneEdit, others: Mapping[str, Assessment]
) -> None:
    """Draw what is changed less often: the plan and what comes before."""
    with st.expander(_("Plan and predecessors"), key=key_of(place.item, "plan")):
        first, last = st.columns(2)
        with first:
            _day(place, "planned_start", start.planned_start)
        with last:
            _day(place, "planned_end", start.planned_end)
        unknown = start.predecessors - others.keys()
        st.multiselect(
            field_word("predecessors"),
            [other for other in others if other != place.item],
            default=sorted(start.predecessors & others.keys()),
            format_func=lambda other: name(others[other].milestone.short_name),
            **field_of(place, "predecessors", partial(_put_predecessors, unknown)),
        )


def _put_predecessors(
    unknown: frozenset[str], edit: MilestoneEdit, _field: str, codes: list[str]
) -> MilestoneEdit:
    """Return an edit with other predecessors; those not known on the day stay."""
    return replace(edit, predecessors=frozenset(codes) | unknown)


def _place(reason: SlipReason | None) -> int | None:
    return None if reason is None else list(SlipReason).index(reason)


def _day(place: Place, field: str, value: date | None) -> None:
    st.date_input(
        field_word(field),
        value=value,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        format="DD/MM/YYYY",
        **field_of(place, field, put),
    )
