"""The colours of `.streamlit/config.toml` that Streamlit sets text in, or on."""

import tomllib
from pathlib import Path

import pytest

from charts.palette import DARK, LIGHT
from tests.charts.test_palette import contrast

THEMES = tomllib.loads(Path(".streamlit/config.toml").read_text("utf-8"))["theme"]
EACH = pytest.mark.parametrize("theme", [THEMES["light"], THEMES["dark"]])
ON_BUTTONS = "#FFFFFF"  # fixed in Streamlit, whatever the theme


@EACH
def test_a_primary_button_can_be_read_and_stands_out_from_the_page(theme):
    assert contrast(ON_BUTTONS, theme["primaryColor"]) >= 4.5
    for ground in ("backgroundColor", "secondaryBackgroundColor"):
        assert contrast(theme["primaryColor"], theme[ground]) >= 3


@EACH
@pytest.mark.parametrize("part", ["textColor", "linkColor"])
def test_text_and_what_is_chosen_can_be_read_on_every_ground(theme, part):
    for ground in ("backgroundColor", "secondaryBackgroundColor"):
        assert contrast(theme[part], theme[ground]) >= 4.5


@pytest.mark.parametrize(("name", "drawn"), [("light", LIGHT), ("dark", DARK)])
def test_charts_stand_on_the_ground_of_the_page(name, drawn):
    assert drawn.paper == THEMES[name]["backgroundColor"]
    assert drawn.ink == THEMES[name]["textColor"]
