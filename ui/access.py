"""Who may see a page."""

import streamlit as st

from ui import visit


def open_to_all() -> visit.Visit:
    """Let everybody see the page, but only inside the dashboard's shell.

    Streamlit runs a file of `pages/` by itself when it is the first thing a fresh
    server is asked for; then the shell has begun no visit, and the page stops.
    """
    begun = visit.current()
    if begun is None:
        st.stop()
    return begun
