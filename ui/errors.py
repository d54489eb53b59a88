"""What a visitor sees when something goes wrong: words, never a traceback."""

import streamlit as st
from sqlalchemy.exc import DBAPIError

from ui import recording_table
from ui.language import gettext as _

CHECK_AGAIN_SECONDS = 3


def show(error: BaseException) -> bool:
    """Say in the visitor's language that the page could not be drawn.

    Returns:
        True: the visitor was told, Streamlit need not show anything.
    """
    recording_table.close()  # the browser no longer shows it
    if isinstance(error, DBAPIError):
        database_away()
    else:
        st.error(
            _(
                "This page could not be drawn. "
                "The log keeps the reason; please try again."
            ),
            icon=":material/error:",
        )
    return True


def database_away() -> None:
    """Say that the database does not answer, and look again until it does."""
    st.warning(
        _(
            "The database does not answer at the moment. "
            "This page comes back by itself as soon as it does."
        ),
        icon=":material/cloud_off:",
    )
    _look_again()


@st.fragment(run_every=CHECK_AGAIN_SECONDS)
def _look_again() -> None:
    # The first run belongs to the page that just failed; later ones try it again.
    if st.session_state.pop("looked_once", False):
        st.rerun()
    st.session_state["looked_once"] = True
