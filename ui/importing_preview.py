"""What a file would change, as tables: what is refused, what changes, what is new."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias

import streamlit as st

from data_access.imports.preview import Preview
from domain.importing import ImportedRow, Refusal, RowStatus
from ui import lines, wording
from ui.figure import plain
from ui.importing_contents import Content
from ui.importing_items import item_words
from ui.importing_words import column_words, heading, refusal_words
from ui.language import gettext as _
from ui.language import ngettext
from ui.recording_words import value_words
from ui.visit import Visit

SHOWN = 200
"""Rows of each table that are shown."""

Named: TypeAlias = Callable[[tuple[str, ...]], str]
"""Returns what a row is of, by its codes."""


def draw(preview: Preview, content: Content, visit: Visit) -> None:
    """Draw what a file would change, what is refused first."""
    named = partial(item_words, content, visit=visit)
    if not preview.rows and preview.refusals:
        _draw_unreadable(preview.refusals)
        return
    _draw_counts(preview)
    _draw_ignored(preview)
    if preview.refusals:
        refused = [_refused_line(each) for each in preview.refusals[:SHOWN]]
        columns = (_("Row"), _("Column"), _("Value"), _("Why it is refused"))
        with st.expander(_("Refused"), expanded=True, key="import_refused"):
            lines.table(columns, refused)
            _say_more(len(preview.refusals))
    _draw_rows(preview, RowStatus.CHANGED, _("Changed"), named)
    _draw_rows(preview, RowStatus.NEW, _("New"), named)


def _draw_unreadable(refusals: Sequence[Refusal]) -> None:
    """Say why nothing of a file can be imported."""
    of_file = [each for each in refusals if each.row in {None, 1}]
    said = "\n".join(f"- {plain(refusal_words(each))}" for each in of_file[:SHOWN])
    if said:
        st.error(said, icon=":material/error:")
    in_rows = [each for each in refusals if each not in of_file]
    if in_rows:
        columns = (_("Row"), _("Column"), _("Value"), _("Why it is refused"))
        lines.table(columns, [_refused_line(each) for each in in_rows[:SHOWN]])
        _say_more(len(in_rows))


def _draw_counts(preview: Preview) -> None:
    counts = {
        _("New"): preview.count(RowStatus.NEW),
        _("Changed"): preview.count(RowStatus.CHANGED),
        _("Unchanged"): preview.count(RowStatus.UNCHANGED),
        _("Refused"): len(preview.refused_rows),
    }
    with st.container(horizontal=True):
        for label, count in counts.items():
            st.metric(label, wording.number(count), border=True, width=150)


def _draw_ignored(preview: Preview) -> None:
    """Say which columns and sheets were not read, but for the template's rules."""
    sheets = [each for each in preview.ignored_sheets if each != _("Instructions")]
    ignored = {
        _("Columns that are not read: {names}"): preview.ignored_columns,
        _("Sheets that are not read: {names}"): sheets,
    }
    for words, names in ignored.items():
        if names:
            st.caption(plain(words.format(names=", ".join(names))))


def _refused_line(refusal: Refusal) -> tuple[str, str, str, str]:
    row = "" if refusal.row is None else str(refusal.row)
    column = column_words(refusal.column)
    return row, column, refusal.value, refusal_words(refusal)


def _draw_rows(preview: Preview, status: RowStatus, title: str, named: Named) -> None:
    """Draw the rows of a status, field by field."""
    rows = [row for row in preview.rows if row.status is status]
    if not rows:
        return
    columns = (_("Row"), _("Item"), _("Field"), _("Before"), _("After"))
    is_open = status is RowStatus.CHANGED
    with st.expander(title, expanded=is_open, key=f"import_{status}"):
        shown = [line for row in rows[:SHOWN] for line in _changed_lines(row, named)]
        lines.table(columns, shown)
        _say_more(len(rows))


def _changed_lines(row: ImportedRow, named: Named) -> list[tuple[str, ...]]:
    """Return a line for each value that a row brings."""
    item = named(row.codes)
    return [
        (
            str(row.row),
            item,
            heading(change.field),
            value_words(change.before),
            value_words(change.after),
        )
        for change in row.changes
    ]


def _say_more(count: int) -> None:
    if count > SHOWN:
        more = count - SHOWN
        words = ngettext("And {count} more.", "And {count} more.", more)
        st.caption(words.format(count=wording.number(more)))
