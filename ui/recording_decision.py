"""What the plenary decided on a tally, with its minutes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from data_access.recording import Errand
from data_access.tally_deciding import correct_tally, decide_tally
from data_access.tally_versions import OpenedTally
from domain.scan import seal
from domain.tally_plenary import Decision
from domain.verification import Phase, Verdict
from ui import filters
from ui.language import gettext as _
from ui.recording_errand import engine
from ui.recording_opened import Place, field_of, key_of
from ui.recording_tally_form import TallyForm, draw_day
from ui.recording_words import field_word


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A tally that waits for the plenary, or was decided by it.

    Attributes:
        opened: The tally as it was opened.
        phase: Its phase, which says what verdicts there are.
        is_decided: Whether the tally is decided and this corrects it.
    """

    opened: OpenedTally
    phase: Phase
    is_decided: bool


def draw_decision(
    place: Place, case: Case, typed: TallyForm
) -> Callable[[Errand], int] | None:
    """Draw the decision and return what stores it, once that is asked for."""
    is_decided = case.is_decided
    words = _("Correct with new minutes") if is_decided else _("Decide in plenary")
    with st.expander(words, expanded=not is_decided, icon=":material/gavel:"):
        decision = _draw_fields(place, case.phase, typed.decision)
        if not st.button(words, key="decide", type="primary"):
            return None
    opened, entry = case.opened, typed.entry
    if is_decided:
        return lambda why: correct_tally(engine(), why, opened, entry, decision)
    return lambda why: decide_tally(engine(), why, opened, decision)


def _draw_fields(place: Place, phase: Phase, start: Decision) -> Decision:
    verdicts = sorted(phase.verdicts)
    st.radio(
        field_word("verdict"),
        verdicts,
        index=verdicts.index(start.verdict),
        format_func=lambda each: Verdict(each).value,
        horizontal=True,
        **field_of(place, "verdict", _put),
    )
    plenary_side, minutes_side = st.columns(2)
    with plenary_side:
        draw_day(place, "decided_on", start.decided_on, _put)
    with minutes_side:
        draw_day(place, "minutes_date", start.minutes_date, _put)
    st.text_input(
        field_word("minutes_number"),
        value=start.minutes_number,
        placeholder="12/PL.01.1-BA/5271/2022",
        **field_of(place, "minutes_number", _put),
    )
    st.text_area(
        field_word("signers"),
        value=start.signers,
        height=70,
        **field_of(place, "signers", _put),
    )
    return _with_scan(place, start)


def _with_scan(place: Place, start: Decision) -> Decision:
    """Take the signed file, or its SHA-256 where the file is kept elsewhere."""
    file = st.file_uploader(
        field_word("scan"),
        type=["pdf", "png", "jpg", "jpeg"],
        key=key_of(place.item, "scan"),
    )
    filters.say_how_to_give()
    if file is not None:
        content = file.getvalue()
        return replace(start, scan=content, minutes_sha256=seal(content))
    st.text_input(
        field_word("minutes_sha256"),
        value=start.minutes_sha256,
        **field_of(place, "minutes_sha256", _put),
    )
    return start


def _put(form: TallyForm, field: str, value: Any) -> TallyForm:  # noqa: ANN401 - of any field
    match field:
        case "minutes_sha256":
            news = value.strip().lower()
        case "minutes_number" | "signers":
            news = value.strip()
        case _:
            news = value
    if news is None:
        return form
    return replace(form, decision=replace(form.decision, **{field: news}))
