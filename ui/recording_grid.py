"""Many milestones at once: a table to type in, and one save for all of it."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from domain.assessment import Assessment
from domain.person import Person
from ui import filters, recording_table, unsaved
from ui.figure import plain
from ui.language import gettext as _
from ui.language import name
from ui.recording_columns import ONLY_READ, columns, frame_of
from ui.recording_grid_save import draw_save, say_outcome
from ui.recording_pending import Pending, pending_of
from ui.recording_table import Table
from ui.recording_words import field_word, sent_words
from ui.store import Overview
from ui.visit import Visit

STAGE, ALL = "tahap", "semua"
HEAD, LINE, TALLEST = 37, 33, 9  # pixels, pixels, rows


def draw(
    overview: Overview, items: Sequence[Assessment], person: Person, visit: Visit
) -> None:
    """Draw the table of the milestones a person may record, and save it when asked.

    Args:
        overview: Everything known on the day of the page.
        items: The milestones, in the order of the table.
        person: Who types.
        visit: Whose page it is.
    """
    with st.container(horizontal=True, vertical_alignment="bottom"):
        stage = _choose_stage(overview, items)
        bar = st.container(horizontal=True, vertical_alignment="bottom")
    table = _open(items, stage, person, visit)
    st.data_editor(
        table.frame,
        key=table.key,
        hide_index=True,
        column_config=columns(),
        disabled=ONLY_READ,
        height=HEAD + LINE * min(max(len(table.rows), 1), TALLEST),
        placeholder="–",
        alt=_("Table of milestones to type in"),
        on_change=recording_table.take,
    )
    by_code = {item.milestone.code: item for item in items}
    # What is said stands below, so that the table stays where it is under the hand.
    say_outcome()
    _say_refused()
    pending = pending_of(by_code, person, visit)
    _offer_newest(table, pending)
    draw_save(overview, pending, bar)


def _choose_stage(overview: Overview, items: Sequence[Assessment]) -> str:
    present = {item.milestone.stage_code for item in items}
    words = {ALL: _("All stages")} | {
        each.stage.code: f"{each.stage.code}. {name(each.stage.short_name)}"
        for each in overview.stages
        if each.stage.code in present
    }
    return filters.from_list(STAGE, words, ALL, label=field_word("stage_code"))


def _open(
    items: Sequence[Assessment], stage: str, person: Person, visit: Visit
) -> Table:
    """Return the table the browser shows; what is unsaved stands in every table."""
    election, day = visit.election.code, visit.day.isoformat()
    view = (person.code, election, day, stage, visit.language.value)
    by_code = {item.milestone.code: item for item in items}
    found = recording_table.opened(view)
    if found and found.revision == visit.revision:
        return found
    if found and by_code.keys() >= found.rows.keys():
        frame = frame_of(by_code, found.rows)
        table = replace(found, frame=frame, revision=visit.revision)
        st.session_state[recording_table.TABLE] = table
        return table
    typed = unsaved.milestones_of(person.code, election)
    shown = [
        item
        for item in items
        if stage in {ALL, item.milestone.stage_code} or item.milestone.code in typed
    ]
    rows = recording_table.rows_of(shown, person.code, election)
    table = Table(
        view=view,
        key=recording_table.new_key(),
        person=person.code,
        election=election,
        rows=rows,
        frame=frame_of(by_code, rows),
        revision=visit.revision,
    )
    st.session_state[recording_table.TABLE] = table
    return table


def _say_refused() -> None:
    refused = st.session_state.pop(recording_table.REFUSED, None)
    if refused:
        st.error(plain(sent_words(refused)), icon=":material/block:")


def _offer_newest(table: Table, pending: Pending) -> None:
    """Tell which rows show what no longer stands, and offer to show it."""
    moved = [
        code
        for code, row in table.rows.items()
        if code in pending.items
        and code not in pending.typed
        and pending.items[code].milestone.version != row.version
    ]
    if not moved:
        return
    words = _("Others saved since this table was opened: {names}.")
    st.info(plain(words.format(names=pending.names(moved))), icon=":material/sync:")
    st.button(
        _("Show the newest values; what you typed stays"),
        key="newest",
        on_click=recording_table.close,
    )
