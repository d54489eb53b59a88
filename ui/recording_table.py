"""The table of milestones as a session opened it, and what is typed into it.

It is opened once and then left as it is: the browser keeps what is typed by the place
of the row, so a table that followed the database would put one person's cell over
another's newer value. Each row keeps the version it was opened with.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import streamlit as st

from domain.assessment import Assessment
from domain.recording import MilestoneEdit, edit_of
from ui import recording_opened, unsaved
from ui.recording_cells import NotOffered, read_cells
from ui.unsaved import Unsaved

if TYPE_CHECKING:
    import pandas as pd

TABLE, REFUSED, COUNT = "recording_table", "recording_refused", "recording_tables"
LIST_OF_ROWS = "edited_rows"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Table:
    """A table as it was opened.

    Attributes:
        view: What it is a table of; another view opens another one.
        key: Identity of the table on the page.
        person: Who types.
        election: Code of the election.
        rows: By milestone, in the order shown: the version and the values a save
            compares with, and the values the browser was shown at first.
        frame: Those values, as the browser gets them.
        revision: Data revision of what is only read in the frame.
    """

    view: tuple[str, ...]
    key: str
    person: str
    election: str
    rows: Mapping[str, Unsaved[MilestoneEdit]]
    frame: "pd.DataFrame"
    revision: int


def opened(view: tuple[str, ...]) -> Table | None:
    """Return the table of a view that the browser shows, or None to open it anew.

    A table that the last run left out is gone from the browser, with what was typed;
    that was kept meanwhile, and a table opened anew begins with it.
    """
    found: Table | None = st.session_state.get(TABLE)
    if found is None or found.view != view or found.key not in st.session_state:
        return None
    return found


def rows_of(
    items: Sequence[Assessment], person: str, election: str
) -> dict[str, Unsaved[MilestoneEdit]]:
    """Return what a table opens with: what was typed before, else what is stored."""
    return {
        code: unsaved.find(person, election, code)
        or Unsaved(version=item.milestone.version, base=stored, mine=stored)
        for item in items
        for code, stored in [(item.milestone.code, edit_of(item.milestone))]
    }


def new_key() -> str:
    """Return the identity of a table that no browser has shown yet."""
    count = st.session_state.get(COUNT, 0) + 1
    st.session_state[COUNT] = count
    return f"milestones_{count}"


def settle(saved: Mapping[str, Unsaved[MilestoneEdit]]) -> None:
    """Go on with the table after a save: what stands in it is now what is stored.

    The table stays in the browser, so a cell that is being typed in is not lost.

    Args:
        saved: Version and values stored, by milestone.
    """
    table: Table = st.session_state[TABLE]
    rows = {
        code: replace(row, version=saved[code].version, base=saved[code].mine)
        if code in saved
        else row
        for code, row in table.rows.items()
    }
    st.session_state[TABLE] = replace(table, rows=rows)


def close() -> None:
    """Let the next run open the table anew."""
    st.session_state.pop(TABLE, None)


def take() -> None:
    """Keep what was typed into the table.

    It runs before the page does, so what was typed is safe even if the database does
    not answer. What the table does not offer is refused, and all that came with it.
    """
    table: Table | None = st.session_state.get(TABLE)
    if table is None:
        return
    try:
        typed = _typed(table, st.session_state[table.key])
    except NotOffered as refused:
        st.session_state[REFUSED] = refused
        close()
        return
    for code, edit in typed.items():
        unsaved.keep(table.person, table.election, code, edit)
    recording_opened.close()


def _typed(
    table: Table, sent: Mapping[str, object]
) -> dict[str, Unsaved[MilestoneEdit]]:
    for other in sent.keys() - {LIST_OF_ROWS}:
        if sent[other]:
            raise NotOffered(other, sent[other])
    rows = sent[LIST_OF_ROWS]
    if not isinstance(rows, Mapping):
        raise NotOffered(LIST_OF_ROWS, rows)
    codes = list(table.rows)
    typed = {}
    for place, cells in rows.items():
        if not 0 <= place < len(codes):
            raise NotOffered(LIST_OF_ROWS, place)
        code = codes[place]
        row = table.rows[code]
        mine = read_cells(row.mine, cells)
        typed[code] = replace(row, mine=mine)
    return typed
