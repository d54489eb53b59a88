import re
from xml.etree import ElementTree

import pytest

from charts.gauge import Badge, Dial, Gauge, dial, gauge
from charts.palette import DARK, LIGHT, Tone
from domain.assessment import Status
from reports.inline_pictures import Order, drawn, variables

LATE = Gauge(
    title="Kab/kota",
    share=0.5,
    number="50%",
    under="5 dari 10",
    badge=Badge(status=Status.OVERDUE, word="Lewat batas"),
)
SPOKEN = 'Menyerahkan "hasil" <5 & >2'


def order(key="gauge", spec=None):
    spec = spec or gauge(LATE, theme=LIGHT)
    return Order(key=key, takeaway=SPOKEN, spec=spec, width=263)


def test_a_drawing_says_what_it_shows_and_how_large_it_is():
    svg = ElementTree.fromstring(drawn(order()))
    assert svg.attrib["role"] == "img"
    assert svg.attrib["aria-label"] == SPOKEN
    assert (svg.attrib["width"], svg.attrib["height"]) == ("263", "250")


def test_its_colours_are_those_of_the_page():
    svg = drawn(order())
    assert "var(--violet)" in svg
    assert "var(--stripe)" in svg
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", svg)) <= {"#000000"}


def test_two_drawings_on_a_page_do_not_share_a_name():
    for key in ("a", "b"):
        svg = drawn(order(key))
        named = set(re.findall(r'id="([^"]*)"', svg))
        assert named
        assert all(name.startswith(f"{key}-") for name in named)
        assert set(re.findall(r"url\(#([^)]*)\)", svg)) <= named


def test_what_nobody_sees_is_left_out_and_what_is_said_is_not():
    words = Dial(share=0.8, number="72", under='dari 90 d="1.2345" class="x"')
    svg = drawn(order(spec=dial(words, theme=LIGHT)))
    said = "".join(ElementTree.fromstring(svg).itertext())
    assert words.under in said
    assert "mark-text" not in svg
    assert 'opacity="1"' not in svg


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_colour_of_a_theme_has_its_variable(theme):
    named = variables(theme)
    assert named["paper"] == theme.paper
    assert named["violet"] == theme.fill[Tone.VIOLET]
    assert len(named) == 11
