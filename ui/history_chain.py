"""Riwayat: whether the journal is whole."""

import streamlit as st

from ui import history_store, history_words, lines, wording
from ui.drawn import once
from ui.history_store import Checked
from ui.language import gettext as _
from ui.visit import Visit

LAST = "last"


def draw(visit: Visit) -> None:
    """Show where the chain ends, when it was checked, and how to check it."""
    st.markdown("## " + _("Is the journal whole?"))
    _draw_head(visit.view, visit)
    shelf = history_store.shelf()
    if st.button(_("Check the whole journal"), key="check", icon=":material/link:"):
        with st.spinner(_("Checking every entry …")):
            shelf[LAST] = history_store.check(visit.revision)
    _draw_check(shelf.get(LAST))
    _draw_how(visit.view)


@once
def _draw_head(visit: Visit) -> None:
    count, head = history_store.head(visit.revision)
    lines.facts([(_("Entries"), wording.number(count)), (_("Last hash"), head)])


def _draw_check(checked: Checked | None) -> None:
    if checked is None:
        st.markdown(_("Not checked since this server started."))
        return
    at, state = history_words.at_words(checked.at), checked.state
    if state.broken_at is None:
        words = _("Whole: {count} entries checked on {at}.")
        count = wording.number(state.entries)
        st.success(words.format(count=count, at=at), icon=":material/verified:")
        return
    words = _("Broken at entry {number}, found on {at}.")
    number = wording.number(state.broken_at)
    st.error(words.format(number=number, at=at), icon=":material/link_off:")


@once
def _draw_how() -> None:
    st.markdown(
        _(
            "Each entry carries the SHA-256 of the one before it. Whoever has the "
            "database checks it with the command below; keep the last hash elsewhere "
            "to notice that entries at the end were replaced."
        )
    )
    # Not st.code, for which a browser loads 1.5 MB that it takes half a second to read.
    st.markdown("**python -m tasks verify-journal**")
