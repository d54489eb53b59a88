"""Records an assessment: all scores of a year and an assessor in one table."""

from collections.abc import Mapping
from datetime import datetime

import streamlit as st

from data_access.changes import VersionConflict
from data_access.integrity_assessment_recording import (
    OpenedAssessment,
    record_assessment,
)
from data_access.integrity_versions import who_recorded
from data_access.tables import integrity_scores
from domain.integrity_assessment import Assessor
from domain.integrity_scores import FIRST_PERIOD, row_of
from domain.person import Person
from ui import filters, recording_merge, store, unsaved
from ui import integrity_assessment_store as known
from ui.figure import plain
from ui.integrity_assessment_sheet import (
    ONLY_READ,
    Sheet,
    column_config,
    frame_of,
    merged,
    read_frame,
    row_names,
    sheet_of,
    total_words,
)
from ui.integrity_assessment_words import assessor_word
from ui.integrity_form import NOTICE, ZONE, say_notice
from ui.language import gettext as _
from ui.recording_errand import engine, errand
from ui.recording_failures import told_rows
from ui.recording_words import field_word
from ui.unsaved import Unsaved
from ui.visit import Visit

TABLE, TABLES = "zone_scores", "zone_score_tables"


def draw(person: Person, visit: Visit) -> None:
    """Draw the choice of the assessment, its table, and the save of all of it."""
    if visit.day.year < FIRST_PERIOD or not known.scheme(visit).components:
        words = _("There is no worksheet to fill in on this day; choose a later one.")
        st.info(words, icon=":material/info:")
        return
    period, assessor = _choose(visit)
    item = f"penilaian_{period}_{assessor}"
    stored = sheet_of(period, assessor, visit)
    key, opened = _open(person, item, stored, visit)
    scheme = known.scheme(visit)
    frame = st.data_editor(
        frame_of(opened.mine, scheme),
        key=key,
        hide_index=True,
        disabled=ONLY_READ,
        column_config=column_config(),
        num_rows="fixed",
        alt=_("Table of scores to type in"),
    )
    mine = read_frame(frame, opened.mine)
    st.markdown(plain(total_words(mine, scheme)))
    reason = st.text_input(
        field_word("reason"),
        value=opened.reason,
        placeholder=_("for example: report of the division"),
        key=f"{key}_reason",
    )
    typed = Unsaved(version=0, base=opened.base, mine=mine, reason=reason)
    unsaved.keep(person.code, ZONE, item, typed)
    say_notice()
    if stored.versions != opened.base.versions:
        _offer_newest(person, item, (typed, stored), _who(period, assessor, stored))
        return
    if st.button(
        _("Save"),
        type="primary",
        key="save_zone",
        disabled=not typed.is_edited,
        shortcut="Ctrl+S",
    ):
        opened_at = OpenedAssessment(
            period=period, assessor=assessor, versions=opened.base.versions
        )
        _save(person, item, (typed, opened_at), visit)


def _choose(visit: Visit) -> tuple[int, Assessor]:
    left, right = st.columns(2)
    with left:
        years = {
            str(each): str(each) for each in range(visit.day.year, FIRST_PERIOD - 1, -1)
        }
        period = filters.from_list(
            "periode", years, str(visit.day.year), label=field_word("period")
        )
    with right:
        names = {each.value: assessor_word(each) for each in Assessor}
        assessor = filters.from_list(
            "penilai", names, Assessor.SELF.value, label=field_word("assessor")
        )
    return int(period), Assessor(assessor)


def _open(
    person: Person, item: str, stored: Sheet, visit: Visit
) -> tuple[str, Unsaved[Sheet]]:
    """Return the table that the browser shows, and what it started with.

    It stays as it was opened: the browser keeps what is typed by the place of a cell.
    """
    view = (person.code, item, visit.language.value)
    found: tuple[object, str, Unsaved[Sheet]] | None = st.session_state.get(TABLE)
    if found and found[0] == view:
        return found[1], found[2]
    kept = unsaved.find(person.code, ZONE, item)
    start = kept or Unsaved(version=0, base=stored, mine=stored)
    count = st.session_state.get(TABLES, 0) + 1
    key = f"{TABLE}_{count}"
    st.session_state[TABLES] = count
    st.session_state[TABLE] = (view, key, start)
    return key, start


def _offer_newest(
    person: Person,
    item: str,
    sheets: tuple[Unsaved[Sheet], Sheet],
    who: tuple[str, datetime] | None,
) -> None:
    """Tell who saved meanwhile, and offer to go on from there."""
    st.warning(recording_merge.saved_words(who), icon=":material/merge:")
    st.button(
        _("Show the newest values; what you typed stays"),
        key="newest_zone",
        on_click=_go_on,
        args=(person, item, *sheets),
    )


def _go_on(person: Person, item: str, typed: Unsaved[Sheet], stored: Sheet) -> None:
    mine = merged(typed.base, typed.mine, stored)
    fresh = Unsaved(version=0, base=stored, mine=mine, reason=typed.reason)
    unsaved.keep(person.code, ZONE, item, fresh)
    _close()


def _save(
    person: Person,
    item: str,
    what: tuple[Unsaved[Sheet], OpenedAssessment],
    visit: Visit,
) -> None:
    """Store the whole table or nothing; what was typed stays where it is refused."""
    typed, opened = what
    called = f"{assessor_word(opened.assessor)} {opened.period}"
    try:
        with told_rows(_names(visit)):
            record_assessment(
                engine(), errand(typed.reason, visit), opened, typed.mine.scores
            )
            unsaved.drop(person.code, ZONE, item)
            _close()
            st.session_state[NOTICE] = _("Saved: {row}").format(row=called)
            st.rerun()
    except VersionConflict:
        st.rerun()  # there are other versions now, and the page says whose


def _close() -> None:
    st.session_state.pop(TABLE, None)


def _names(visit: Visit) -> Mapping[str, str]:
    return {"": field_word("period")} | {
        row_of(slot): words for slot, words in row_names(known.scheme(visit)).items()
    }


def _who(period: int, assessor: Assessor, stored: Sheet) -> tuple[str, datetime] | None:
    if not stored.versions:
        return None
    code, aspect = next(iter(stored.versions))
    key = {
        "period": period,
        "component_code": code,
        "aspect": aspect,
        "assessor": assessor,
    }
    with store.connect() as connection:
        return who_recorded(connection, integrity_scores, key)
