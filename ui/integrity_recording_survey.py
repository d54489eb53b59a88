"""Records a round of the satisfaction survey with its nine elements."""

from collections.abc import Container
from datetime import date, datetime
from fractions import Fraction
from itertools import count
from typing import Any

import streamlit as st

from data_access.integrity_survey import OpenedRound, record_survey_round
from data_access.integrity_versions import who_recorded
from data_access.tables import survey_rounds
from domain.integrity_survey import Basis, Element, SurveyEdit, SurveyRound
from domain.integrity_survey_checks import check_survey
from domain.person import Person
from domain.typed_days import FIRST_DAY, LAST_DAY
from ui import badges, filters, integrity_store, integrity_survey_store, store, wording
from ui import integrity_survey_words as words
from ui.integrity_form import Stored, finish, opened, place_of, put
from ui.language import gettext as _
from ui.recording_errand import engine, errand
from ui.recording_opened import Place, field_of
from ui.recording_words import field_word
from ui.visit import Visit

NEW = "baru"
"""Code in the address of a round that is not recorded yet."""


def draw(person: Person, visit: Visit) -> None:
    """Draw the choice of the round, and its form."""
    known = {each.code: each for each in integrity_survey_store.rounds(visit)}
    names = {NEW: _("A new round")} | {
        code: round_words(each, visit) for code, each in known.items()
    }
    code = filters.from_list("putaran", names, NEW, label=_("Which round?"))
    found = known.get(code)
    its = OpenedRound(
        code=found.code if found else _new_code(visit.day, person, known),
        version=found.version if found else 0,
    )
    stored = Stored(
        row=names[code],
        edit=found.edit if found else SurveyEdit(),
        version=its.version,
        who=lambda: _who(its),
        save=lambda edit, reason: record_survey_round(
            engine(), errand(reason, visit), its, edit
        ),
    )
    place = place_of(person, f"survei_{its.code}")
    typed = opened(place, stored)
    start: SurveyEdit = typed.mine
    if found and found.is_simulated:
        stays = _("This round stays marked, whatever is changed in it.")
        st.markdown(badges.marked(stays, is_simulated=True))
    _draw_round(place, start, visit)
    _draw_elements(place, start)
    broken = check_survey(start, visit.day) if typed.is_edited else ()
    finish(place, typed, stored, broken)


def round_words(found: SurveyRound, visit: Visit) -> str:
    """Return a round in words: what it asked about, and its period."""
    asked = words.subject(found.service_code, visit)
    return f"{asked}, {wording.span(found.period_start, found.period_end)}"


def _draw_round(place: Place, start: SurveyEdit, visit: Visit) -> None:
    services: list[str | None] = [None]
    services += [each.code for each in integrity_store.services(visit)]
    asked, first, last = st.columns(3)
    with asked:
        st.selectbox(
            _("Asked about"),
            services,
            index=services.index(start.service_code)
            if start.service_code in services
            else 0,
            format_func=lambda code: words.subject(code, visit),
            **field_of(place, "service_code", put),
        )
    with first:
        _day(place, "period_start", start.period_start)
    with last:
        _day(place, "period_end", start.period_end)
    answered, served, spread = st.columns(3)
    with answered:
        _number(place, "respondents", start.respondents)
    with served:
        _number(place, "population", start.population)
    with spread:
        _figure(place, "deviation", start.deviation)


def _draw_elements(place: Place, start: SurveyEdit) -> None:
    st.radio(
        field_word("basis"),
        list(Basis),
        index=list(Basis).index(start.basis),
        format_func=words.basis_word,
        horizontal=True,
        **field_of(place, "basis", put),
    )
    columns = st.columns(3)
    for at, element in enumerate(Element):
        with columns[at % len(columns)]:
            _figure(place, element.value, getattr(start, element.value))


def _day(place: Place, field: str, value: date | None) -> None:
    st.date_input(
        field_word(field),
        value=value,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        format="DD/MM/YYYY",
        **field_of(place, field, put),
    )


def _number(place: Place, field: str, value: int | None) -> None:
    st.number_input(
        field_word(field), value=value, step=1, **field_of(place, field, put)
    )


def _figure(place: Place, field: str, value: Fraction | None) -> None:
    st.number_input(
        field_word(field),
        value=None if value is None else float(value),
        step=0.01,
        format="%g",
        **field_of(place, field, put_exactly),
    )


def put_exactly(edit: Any, field: str, value: float | None) -> Any:  # noqa: ANN401 - any form's
    """Return an edit with a figure exactly as it was typed, in decimals."""
    return put(edit, field, None if value is None else Fraction(repr(value)))


def _new_code(day: date, person: Person, known: Container[str]) -> str:
    """Return a code that no round has; two people never meet in one new round."""
    made = (f"skm-{day.isoformat()}-{person.code}-{number}" for number in count(1))
    return next(code for code in made if code not in known)


def _who(its: OpenedRound) -> tuple[str, datetime] | None:
    with store.connect() as connection:
        return who_recorded(connection, survey_rounds, its.key)
