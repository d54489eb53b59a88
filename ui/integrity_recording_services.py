"""Records a service and its figure of a month."""

from datetime import date, datetime
from functools import partial

import streamlit as st

from data_access.integrity_services import (
    OpenedService,
    add_service,
    record_service,
    record_service_figure,
)
from data_access.integrity_versions import who_recorded
from domain.integrity_service_rules import (
    check_figure,
    check_new_service,
    check_service,
)
from domain.integrity_services import (
    FigureEdit,
    NewService,
    Service,
    ServiceEdit,
    ServiceKind,
    ServiceStatus,
    month_of,
)
from domain.person import Person
from domain.typed_days import FIRST_DAY, LAST_DAY
from ui import filters, integrity_store, integrity_words, store
from ui.integrity_form import Stored, finish, opened, place_of, put
from ui.language import gettext as _
from ui.language import name
from ui.recording_errand import engine, errand
from ui.recording_opened import Place, field_of
from ui.recording_words import field_word
from ui.visit import Visit

STATE, FIGURE, NEW = "keadaan", "angka", "baru"
"""What is recorded of a service, as the address names it."""


def draw(person: Person, visit: Visit) -> None:
    """Draw the choice of the service and of what is recorded, and its form."""
    parts = {
        STATE: _("State of the service"),
        FIGURE: _("Figure of a month"),
        NEW: _("New service"),
    }
    part = filters.one_of("isian", parts, STATE, label=_("What do you record?"))
    if part == NEW:
        _draw_new(person, visit)
        return
    known = {each.code: each for each in integrity_store.services(visit)}
    if not known:
        words = _("No service is known on this day yet; choose a later one.")
        st.info(words, icon=":material/info:")
        return
    names = {code: name(each.name) for code, each in known.items()}
    code = filters.from_list(
        "layanan", names, next(iter(names)), label=_("Which service?")
    )
    (_draw_state if part == STATE else _draw_figure)(known[code], person, visit)


def _draw_state(service: Service, person: Person, visit: Visit) -> None:
    its = OpenedService(code=service.code, version=service.version)
    stored = Stored(
        row=name(service.name),
        edit=service.state,
        version=its.version,
        who=partial(_who, its),
        save=lambda edit, reason: record_service(
            engine(), errand(reason, visit), its, edit
        ),
    )
    place = place_of(person, f"layanan_{service.code}")
    typed = opened(place, stored)
    start: ServiceEdit = typed.mine
    _draw_fields(place, start)
    finish(place, typed, stored, check_service(start, visit.day))


def _draw_new(person: Person, visit: Visit) -> None:
    known = {each.code for each in integrity_store.services(visit)}
    stored = Stored(
        row=_("New service"),
        edit=NewService(),
        version=0,
        who=lambda: None,
        save=lambda edit, reason: add_service(engine(), errand(reason, visit), edit),
    )
    place = place_of(person, "layanan_baru")
    typed = opened(place, stored)
    start: NewService = typed.mine
    kinds = list(ServiceKind)
    st.selectbox(
        field_word("kind"),
        kinds,
        index=kinds.index(start.kind),
        format_func=integrity_words.kind_word,
        **field_of(place, "kind", put),
    )
    for column, field in zip(
        st.columns(2), ("name_indonesian", "name_english"), strict=True
    ):
        with column:
            st.text_input(
                field_word(field),
                value=getattr(start, field),
                **field_of(place, field, put),
            )
    _draw_fields(place, start)
    broken = check_new_service(start, visit.day, known) if typed.is_edited else ()
    finish(place, typed, stored, broken)


def _draw_fields(place: Place, start: ServiceEdit) -> None:
    status, since = st.columns(2)
    with status:
        st.selectbox(
            field_word("status"),
            list(ServiceStatus),
            index=list(ServiceStatus).index(start.status),
            format_func=integrity_words.service_status_word,
            **field_of(place, "status", put),
        )
    with since:
        st.date_input(
            field_word("since"),
            value=start.since,
            min_value=FIRST_DAY,
            max_value=LAST_DAY,
            format="DD/MM/YYYY",
            **field_of(place, "since", put),
        )
    st.text_input(
        field_word("owner"), value=start.owner, **field_of(place, "owner", put)
    )
    st.text_input(
        field_word("link"),
        value=start.link,
        placeholder="https://",
        **field_of(place, "link", put),
    )


def _draw_figure(service: Service, person: Person, visit: Visit) -> None:
    month = _month(visit.day)
    found = integrity_store.all_figures(visit).get((service.code, month))
    its = OpenedService(
        code=service.code, version=found.version if found else 0, month=month
    )
    edit = FigureEdit()
    if found:
        what = found.what
        edit = FigureEdit(
            what_indonesian=what.indonesian,
            what_english=what.english,
            counted=found.counted,
        )
    stored = Stored(
        row=f"{name(service.name)}, {integrity_words.month(month)}",
        edit=edit,
        version=its.version,
        who=partial(_who, its),
        save=lambda typed, reason: record_service_figure(
            engine(), errand(reason, visit), its, typed
        ),
    )
    place = place_of(person, f"angka_{service.code}_{month}")
    typed = opened(place, stored)
    start: FigureEdit = typed.mine
    indonesian, english = st.columns(2)
    with indonesian:
        st.text_input(
            field_word("what_indonesian"),
            value=start.what_indonesian,
            **field_of(place, "what_indonesian", put),
        )
    with english:
        st.text_input(
            field_word("what_english"),
            value=start.what_english,
            **field_of(place, "what_english", put),
        )
    st.number_input(
        field_word("counted"),
        value=start.counted,
        step=1,
        **field_of(place, "counted", put),
    )
    broken = check_figure(start, month, visit.day) if typed.is_edited else ()
    finish(place, typed, stored, broken)


def _month(day: date) -> date:
    picked = st.date_input(
        _("Any day of the month"),
        value=day,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        format="DD/MM/YYYY",
        key=f"zone_month_{day}",
    )
    return month_of(picked)


def _who(its: OpenedService) -> tuple[str, datetime] | None:
    with store.connect() as connection:
        return who_recorded(connection, its.table, its.key)
