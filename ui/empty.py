"""The page of an empty database: it says what to do next."""

import streamlit as st

from ui.language import gettext as _


def say_what_next() -> None:
    """Say that nothing is recorded yet, and how to begin."""
    st.title(_("No election is recorded yet"))
    st.markdown(
        _(
            "The database is empty. Load the demonstration of Pemilu 2024 with the "
            "command below, or record the first election; this page then shows it."
        )
    )
    st.code("python -m tasks demo", language="bash")
