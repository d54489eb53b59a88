"""What the plenary decided on a tally, with its minutes."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from data_access.recording import Errand
from data_access.tally_deciding import correct_tally, decide_tally
from data_access.tally_versions import OpenedTally
from domain.scan import seal
from domain.tally_entry import TallyEntry
from domain.tally_plenary import Decision
from domain.verification import Phase, Verdict
from ui import live
from ui.language import gettext as _
from ui.recording_errand import engine
from ui.recording_form import key_of
from ui.recording_tally_form import key_of_cell, past_day
from ui.recording_words import field_word
from ui.visit import Visit


def draw_decision(
    opened: OpenedTally,
    phase: Phase,
    entry: TallyEntry,
    visit: Visit,
    *,
    is_decided: bool,
) -> Callable[[Errand], int] | None:
    """Draw the decision and return what stores it, once that is asked for.

    Args:
        opened: The tally as it was opened.
        phase: Its phase, which says what verdicts there are.
        entry: Figures typed, which a correction stores.
        visit: Whose page it is.
        is_decided: Whether the tally is decided and this corrects it.
    """
    words = _("Correct with new minutes") if is_decided else _("Decide in plenary")
    with st.expander(words, expanded=not is_decided, icon=":material/gavel:"):
        decision = _draw_fields(key_of_cell(opened.cell), phase, visit.day)
        if decision.minutes_number or decision.signers or decision.minutes_sha256:
            live.hold()
        if not st.button(words, key="decide", type="primary"):
            return None
    if is_decided:
        return lambda why: correct_tally(engine(), why, opened, entry, decision)
    return lambda why: decide_tally(engine(), why, opened, decision)


def _draw_fields(key: str, phase: Phase, day: date) -> Decision:
    verdict = st.radio(
        field_word("verdict"),
        sorted(phase.verdicts),
        format_func=lambda each: Verdict(each).value,
        horizontal=True,
        key=key_of(key, "verdict"),
    )
    plenary_side, minutes_side = st.columns(2)
    with plenary_side:
        decided_on = past_day(key, "decided_on", day)
    with minutes_side:
        minutes_date = past_day(key, "minutes_date", day)
    number = st.text_input(
        field_word("minutes_number"),
        max_chars=120,
        placeholder="12/PL.01.1-BA/5271/2022",
        key=key_of(key, "minutes_number"),
    )
    signers = st.text_area(
        field_word("signers"), max_chars=500, height=70, key=key_of(key, "signers")
    )
    scan, sha256 = _draw_scan(key)
    return Decision(
        decided_on=decided_on,
        verdict=Verdict(verdict or min(phase.verdicts)),
        minutes_number=number.strip(),
        minutes_date=minutes_date,
        minutes_sha256=sha256,
        signers=signers.strip(),
        scan=scan,
    )


def _draw_scan(key: str) -> tuple[bytes | None, str]:
    """Take the signed file, or its SHA-256 where the file is kept elsewhere."""
    file = st.file_uploader(
        field_word("scan"),
        type=["pdf", "png", "jpg", "jpeg"],
        key=key_of(key, "scan"),
    )
    if file is not None:
        content = file.getvalue()
        return content, seal(content)
    typed = st.text_input(
        field_word("minutes_sha256"), max_chars=64, key=key_of(key, "sha256")
    )
    return None, typed.strip().lower()
