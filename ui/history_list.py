"""Riwayat: the list of writings and entries, and the pages on."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from domain.history import Batch, Entry, withholds
from ui import address, history_undo, history_words, lines, wording
from ui.drawn import View, made, once
from ui.figure import Table, plain
from ui.history_page import BEFORE, WRITING, Chosen
from ui.history_store import Page
from ui.history_words import Names
from ui.language import gettext as _
from ui.language import ngettext
from ui.visit import Visit

OPEN_ROWS = 6
"""Values of a first version that stand open; more are folded away."""

_PAGES = "history_pages"


def draw_writing(chosen: Chosen) -> None:
    """Say which writing is in view, and offer all of them."""
    if chosen.writing is None:
        return
    st.markdown(
        f"**{plain(_counted(chosen.writing))}** · {plain(_line(chosen.writing))}"
    )
    st.button(
        _("All entries"),
        key="all_entries",
        icon=":material/arrow_back:",
        type="tertiary",
        on_click=_leave_writing,
    )


def draw_list(
    visit: Visit, chosen: Chosen, page: Page, names: Names, *, may_undo: bool
) -> None:
    """Show writings newest first: a single entry with its changes, more as a line."""
    who = "staff" if chosen.asked.with_drafts else "public"
    view = (*visit.view, who, *(str(each.newest.number) for each in page.batches))
    for is_alone, group in groupby(page.batches, key=_is_alone):
        batches = list(group)
        its_view = (*view, str(batches[0].newest.number))
        if is_alone and may_undo:
            _draw_undoable(its_view, batches, names)
            continue
        if is_alone:
            _draw_entries(its_view, [each.newest for each in batches], names)
            continue
        for batch, words in zip(
            batches, _batch_words(its_view, batches, names), strict=True
        ):
            _draw_batch(batch, words)


def draw_pages(chosen: Chosen, page: Page) -> None:
    """Offer the pages before and after this one."""
    if not chosen.before:
        st.session_state.pop(_PAGES, None)
    with st.container(horizontal=True):
        if chosen.before:
            st.button(
                _("Newer"),
                key="newer",
                icon=":material/chevron_left:",
                on_click=_turn_back,
            )
        if page.older:
            st.button(
                _("Older"),
                key="older",
                icon=":material/chevron_right:",
                icon_position="right",
                on_click=_turn_on,
                args=(page.older,),
            )


def table_of(page: Page, names: Names) -> Table:
    """Return what is shown as a table, one row a change."""
    return Table(
        columns=(
            _("Entry"), _("When"), _("Who"), _("Why"), _("What"), _("Item"),
            _("Field"), _("Before"), _("Now"),
        ),
        rows=[row for batch in page.batches for row in _rows(batch, names)],
    )  # fmt: skip


def _rows(batch: Batch, names: Names) -> list[tuple[str, ...]]:
    entry = batch.newest
    head = (
        str(entry.number),
        history_words.at_words(entry.at),
        entry.actor,
        entry.reason,
        f"{history_words.kind_word(entry)}, {history_words.action_word(entry)}",
    )
    if not _is_alone(batch):
        return [(*head, _counted(batch), "", "", "")]
    changes = history_words.changes_of(entry)
    item = history_words.item_words(entry, names)
    if not changes:
        return [(*head, item, "", "", "")]
    return [(*head, item, *history_words.row_words(each, names)) for each in changes]


@once
def _draw_entries(entries: Sequence[Entry], names: Names) -> None:
    lines.records([_record(entry, names) for entry in entries])


def _draw_undoable(view: View, batches: Sequence[Batch], names: Names) -> None:
    """Show entries one by one, each with its way back."""
    for batch in batches:
        entry = batch.newest
        _draw_entries((*view, str(entry.number)), [entry], names)
        history_undo.offer(entry)


@made
def _batch_words(batches: Sequence[Batch], names: Names) -> list[str]:
    return [_words(batch, names) for batch in batches]


def _words(batch: Batch, names: Names) -> str:
    last = _("the last: {kind}, {item}").format(
        kind=history_words.kind_word(batch.newest),
        item=history_words.item_words(batch.newest, names),
    )
    counted, line = plain(_counted(batch)), plain(_line(batch))
    return f"**{counted}** · {line}  \n:small[{plain(last)}]"


def _draw_batch(batch: Batch, words: str) -> None:
    with st.container(border=True, gap="xsmall"):
        st.markdown(words)
        st.button(
            _("Open these entries"),
            key=f"open_{batch.newest.batch}",
            icon=":material/unfold_more:",
            type="tertiary",
            on_click=_open_writing,
            args=(batch.newest.batch,),
        )


def _record(entry: Entry, names: Names) -> lines.Record:
    changes = [
        history_words.row_words(each, names) for each in history_words.changes_of(entry)
    ]
    is_first = entry.before is None
    hidden = _("MS, BMS and TMS are public once decided in plenary.")
    return lines.Record(
        title=history_words.item_words(entry, names),
        line=_entry_line(entry),
        fold=_fold(len(changes)) if is_first else "",
        columns=(_("Field"), _("Recorded"))
        if is_first
        else (_("Field"), _("Before"), _("Now")),
        rows=[(each[0], each[2]) if is_first else each for each in changes],
        foot=hidden if withholds(entry) else "",
    )


def _fold(count: int) -> str:
    """Return what the values of a first version are called while folded away."""
    if count <= OPEN_ROWS:
        return ""
    words = ngettext("Show {count} value", "Show {count} values", count)
    return words.format(count=wording.number(count))


def _entry_line(entry: Entry) -> str:
    what = f"{history_words.kind_word(entry)}, {history_words.action_word(entry)}"
    number = _("entry {number}").format(number=wording.number(entry.number))
    at = history_words.at_words(entry.at)
    return _joined(what, at, entry.actor, entry.reason, number)


def _line(batch: Batch) -> str:
    entry = batch.newest
    at = history_words.at_words(entry.at)
    return _joined(at, entry.actor, entry.reason)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _counted(batch: Batch) -> str:
    words = ngettext("{count} entry", "{count} entries", batch.entries)
    return words.format(count=wording.number(batch.entries))


def _is_alone(batch: Batch) -> bool:
    return batch.entries == 1


def _open_writing(number: int) -> None:
    address.keep(WRITING, str(number))
    address.keep(BEFORE, None)


def _leave_writing() -> None:
    address.keep(WRITING, None)
    address.keep(BEFORE, None)


def _turn_on(older: int) -> None:
    left = st.session_state.setdefault(_PAGES, [])
    left.append(st.query_params.get(BEFORE))
    address.keep(BEFORE, str(older))


def _turn_back() -> None:
    # A link that opened this page left none behind: then the newest are next.
    left = st.session_state.get(_PAGES)
    address.keep(BEFORE, left.pop() if left else None)
