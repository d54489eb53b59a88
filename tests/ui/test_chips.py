import pytest

from charts.palette import DARK, LIGHT
from domain.assessment import Status
from ui import chips
from ui.words import status_word

HOSTILE = "<b onclick='x'>Partai & \"Kawan\"</b>"


def test_no_word_of_a_card_becomes_markup():
    card = chips.Card(
        label=HOSTILE,
        value=HOSTILE,
        total=HOSTILE,
        source=HOSTILE,
        meaning=HOSTILE,
        is_simulated=False,
    )
    written = chips._card(card, LIGHT)
    assert "<b" not in written
    assert written.count("&lt;b onclick=&#x27;x&#x27;&gt;") == 5


def test_no_word_of_a_line_becomes_markup():
    line = chips.Line(
        name=HOSTILE,
        status=Status.OVERDUE,
        state=HOSTILE,
        is_simulated=True,
        left=HOSTILE,
        limit=HOSTILE,
    )
    assert "onclick='x'" not in chips._line(line, DARK)


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_status_is_told_by_sign_and_word_as_well_as_colour(status, theme):
    written = chips._status(status, theme)
    assert "Material Symbols" in written
    assert written.endswith(f" {status_word(status)}</span>")


def test_a_card_is_marked_simulated_only_when_it_is():
    plain, marked = (
        chips._card(
            chips.Card(
                label="Partai diperiksa",
                value="20",
                total="dari 24",
                source="PKPU 4/2022",
                meaning="",
                is_simulated=simulated,
            ),
            LIGHT,
        )
        for simulated in (False, True)
    )
    assert "science" not in plain
    assert "PKPU 4/2022" in plain
    assert "science" in marked


def test_a_heading_without_words_is_nothing():
    assert chips.heading("") == ""
