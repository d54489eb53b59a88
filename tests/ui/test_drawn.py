import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from ui import kept


@pytest.fixture(autouse=True)
def nothing_kept():
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def page():
    import streamlit as st

    from ui.drawn import once

    @once
    def part(words):
        st.session_state["drawn"] = st.session_state.get("drawn", 0) + 1
        st.markdown(words)

    part(("1", st.session_state.get("day", "2022-09-08")), "Dua kegiatan lewat batas")


def test_a_part_is_drawn_once_for_a_view_and_shown_on_every_run():
    app = AppTest.from_function(page).run()
    app.run()
    assert app.session_state["drawn"] == 1
    assert app.markdown[0].value == "Dua kegiatan lewat batas"


def test_a_part_is_drawn_anew_for_another_view():
    app = AppTest.from_function(page).run()
    app.session_state["day"] = "2022-09-09"
    app.run()
    assert app.session_state["drawn"] == 2


def test_what_was_drawn_is_forgotten_with_all_values():
    app = AppTest.from_function(page).run()
    kept.forget()
    app.run()
    assert app.session_state["drawn"] == 2
