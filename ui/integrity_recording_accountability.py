"""Records a year of SAKIP: its grade, and its scores where they are known."""

from datetime import datetime

import streamlit as st

from data_access.integrity_accountability import (
    OpenedYear,
    record_accountability_year,
)
from data_access.integrity_versions import who_recorded
from data_access.tables import accountability_years
from domain.integrity_accountability import (
    FIRST_YEAR,
    Grade,
    Weight,
    YearEdit,
    check_year,
)
from domain.person import Person
from ui import filters, integrity_survey_store, store, wording
from ui.integrity_form import Stored, finish, opened, place_of, put
from ui.integrity_recording_survey import put_exactly
from ui.language import gettext as _
from ui.recording_errand import engine, errand
from ui.recording_opened import Place, field_of
from ui.recording_words import field_word
from ui.visit import Visit


def draw(person: Person, visit: Visit) -> None:
    """Draw the choice of the year, and its form."""
    known = integrity_survey_store.accountability(visit)
    by_year = {each.year: each for each in known.years}
    choices = {str(each): str(each) for each in range(visit.day.year, FIRST_YEAR, -1)}
    last = str(visit.day.year - 1)
    year = int(filters.from_list("tahun", choices, last, label=_("Which year?")))
    found = by_year.get(year)
    its = OpenedYear(year=year, version=found.version if found else 0)
    stored = Stored(
        row=_("SAKIP of {year}").format(year=year),
        edit=found.result if found else YearEdit(),
        version=its.version,
        who=lambda: _who(its),
        save=lambda edit, reason: record_accountability_year(
            engine(), errand(reason, visit), its, edit
        ),
    )
    place = place_of(person, f"sakip_{year}")
    typed = opened(place, stored)
    start: YearEdit = typed.mine
    _draw_grade(place, start)
    for column, weight in zip(
        st.columns(max(1, len(known.weights))), known.weights, strict=False
    ):
        with column:
            _draw_score(place, start, weight)
    rules = known.weights, known.bands
    broken = check_year(year, start, rules, visit.day) if typed.is_edited else ()
    finish(place, typed, stored, broken)


def _draw_grade(place: Place, start: YearEdit) -> None:
    grade, total = st.columns(2)
    with grade:
        st.selectbox(
            field_word("grade"),
            list(Grade),
            index=list(Grade).index(start.grade) if start.grade else None,
            placeholder=_("not known"),
            **field_of(place, "grade", put),
        )
    with total:
        st.number_input(
            field_word("total"),
            value=None if start.total is None else float(start.total),
            step=0.01,
            format="%g",
            placeholder=_("not known"),
            **field_of(place, "total", put_exactly),
        )


def _draw_score(place: Place, start: YearEdit, weight: Weight) -> None:
    field = weight.component.value
    score = getattr(start, field)
    most = wording.number(weight.weight)
    st.number_input(
        _("{component}, of {most}").format(component=field_word(field), most=most),
        value=None if score is None else float(score),
        step=0.01,
        format="%g",
        placeholder=_("not known"),
        **field_of(place, field, put_exactly),
    )


def _who(its: OpenedYear) -> tuple[str, datetime] | None:
    with store.connect() as connection:
        return who_recorded(connection, accountability_years, its.key)
