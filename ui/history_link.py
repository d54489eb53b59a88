"""Who recorded an item last, and the way to its history."""

from collections.abc import Iterable
from urllib.parse import urlencode

import streamlit as st

from domain.history import HistoryFilter, Kind
from ui import address, history_store, history_words
from ui.figure import plain
from ui.history_page import KIND
from ui.language import gettext as _
from ui.visit import Visit


def draw(visit: Visit, part: str, code: str, asked: HistoryFilter) -> None:
    """Say who recorded an item last and when, and offer its history.

    Args:
        visit: The visit.
        part: Part of the address that names the item on the page of the history.
        code: Code of the item.
        asked: The entries on the item.
    """
    last = history_store.last_entry(visit.revision, asked)
    if last is None:
        return
    words = _("Last recorded by {actor}, {at}").format(
        actor=last.actor, at=history_words.at_words(last.at)
    )
    st.markdown(f":small[{plain(words)}]")
    st.page_link(
        "pages/history.py",
        label=_("History of this item"),
        icon=":material/history:",
        query_params={**address.shared(), part: code},
    )


def line(kinds: Iterable[Kind]) -> str:
    """Return links in Markdown to the history of some kinds of records."""
    words = history_words.kind_words()
    links = (
        f"[{words[kind]}](/riwayat?{urlencode({**address.shared(), KIND: kind})})"
        for kind in kinds
    )
    return f":small[{_('History')}: {' · '.join(links)}]"
