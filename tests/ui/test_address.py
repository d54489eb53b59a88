from datetime import date
from urllib.parse import parse_qs

import pytest
import streamlit as st

from domain.bilingual import Language
from ui import address

BRIEFING = date(2022, 9, 8)


class Parts(dict):
    """The parts of an address, as Streamlit holds them."""

    def get_all(self, part):
        value = self.get(part, [])
        return list(value) if isinstance(value, list) else [value]


@pytest.fixture(autouse=True)
def parts(monkeypatch):
    """The address of the page, which a test may change."""
    asked = Parts()
    monkeypatch.setattr(st, "query_params", asked)
    monkeypatch.setattr(st, "session_state", {})
    return asked


def unknown():
    return st.session_state.get("misunderstood", [])


def test_the_day_of_the_address_is_the_day_shown(parts):
    parts["tanggal"] = "2022-11-06"
    assert address.day(BRIEFING) == date(2022, 11, 6)


def test_without_a_day_the_page_shows_its_own():
    assert address.day(BRIEFING) == BRIEFING
    assert unknown() == []


@pytest.mark.parametrize(
    "asked", ["", "besok", "2022-02-30", "1999-12-31", "2100-01-01", "9999-12-31"]
)
def test_a_day_that_is_none_is_noted_and_taken_out(parts, asked):
    parts["tanggal"] = asked
    assert address.day(BRIEFING) == BRIEFING
    assert unknown() == [("tanggal", asked)]
    assert "tanggal" not in parts


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [("id", Language.INDONESIAN), ("en", Language.ENGLISH)],
)
def test_the_language_of_the_address_is_spoken(parts, asked, spoken):
    parts["bahasa"] = asked
    assert address.language() is spoken


def test_an_unknown_language_is_indonesian(parts):
    parts["bahasa"] = "EN"
    assert address.language() is Language.INDONESIAN
    assert unknown() == [("bahasa", "EN")]


def test_a_long_value_is_noted_in_part(parts):
    parts["fase"] = "x" * 500
    assert address.choice("fase", ["factual"], None) is None
    assert unknown() == [("fase", "x" * 40)]


def test_of_several_values_the_known_stay_each_once(parts):
    parts["status"] = ["done", "<b>", "running", "done"]
    assert address.choices("status", ["done", "running"]) == ["done", "running"]
    assert parts.get_all("status") == ["done", "running"]
    assert unknown() == [("status", "<b>")]


def test_a_link_here_reopens_the_same_view_with_one_part_changed(parts):
    parts |= {"tanggal": "2022-11-06", "status": ["done", "running"]}
    link = address.here(bahasa="en")
    assert parse_qs(link.removeprefix("?")) == {
        "tanggal": ["2022-11-06"],
        "status": ["done", "running"],
        "bahasa": ["en"],
    }


def test_a_link_here_can_leave_a_part_out(parts):
    parts |= {"tanggal": "2022-11-06", "tema": "gelap"}
    assert address.here(tema=None) == "?tanggal=2022-11-06"


def test_a_link_here_encodes_what_it_carries(parts):
    parts["partai"] = '"><script>'
    assert "<" not in address.here()
    assert parse_qs(address.here()[1:]) == {"partai": ['"><script>']}


def test_what_all_pages_share_survives_a_turn_to_another_page(parts):
    parts |= {"tanggal": "2022-11-06", "tema": "gelap", "fase": "factual"}
    address.carry_over()
    parts.clear()
    address.carry_over()
    assert parts == {"tanggal": "2022-11-06", "tema": "gelap"}
    assert address.shared() == parts


def test_a_part_that_was_removed_does_not_come_back(parts):
    parts["tanggal"] = "2022-11-06"
    address.carry_over()
    address.keep("tanggal", None)
    address.carry_over()
    assert parts == {}


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (BRIEFING, 1, "2022-09-09"),
        (date(2022, 3, 1), -1, "2022-02-28"),
        (address.LAST_DAY, 1, "2099-12-31"),
        (address.FIRST_DAY, -1, "2000-01-01"),
    ],
)
def test_a_step_stays_within_the_calendar(parts, start, days, end):
    address.step(start, days)
    assert parts["tanggal"] == end
