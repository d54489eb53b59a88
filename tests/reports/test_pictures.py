import io

import pytest
from PIL import Image

from charts.gauge import Badge, Dial, Gauge, dial, side_by_side
from charts.palette import DARK, LIGHT
from domain.assessment import Status
from reports import pictures, typeface

DIAL = Dial(share=0.8, number="72", under="dari 90 WWW")


def dark_pixels(picture):
    inked = Image.open(io.BytesIO(picture)).convert("RGBA")
    paper = Image.new("RGBA", inked.size, "white")
    paper.alpha_composite(inked)
    return sum(paper.convert("L").histogram()[:128])


def written(weight, family="Plus Jakarta Sans"):
    """The words of a picture, as the engine sets them in a typeface."""
    said = f'<text x="0" y="40" font-family="{family}" font-weight="{weight}"'
    words = 'font-size="40">Kabupaten Lombok Timur</text>'
    sheet = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="60">'
    return pictures._engine().svg_to_png(f"{sheet}{said} {words}</svg>")


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_saved_picture_stands_on_the_ground_its_words_are_made_for(theme):
    picture = pictures.svg(dial(DIAL, theme=theme), theme.paper).decode()
    assert f'fill="{theme.paper}"' in picture
    assert f'fill="{theme.ink}"' in picture


def test_a_saved_drawing_brings_its_typeface_along():
    picture = pictures.svg(dial(DIAL, theme=LIGHT), LIGHT.paper).decode()
    assert "@font-face{font-family:'Plus Jakarta Sans'" in picture
    assert picture.endswith("</svg>")
    assert 'width="1200"' in picture


def test_a_chart_of_its_own_width_keeps_it():
    spec = dial(DIAL, theme=LIGHT) | {"width": 300}
    assert 'width="300"' in pictures.drawn(spec)


def test_a_saved_picture_is_a_png_of_twice_the_size():
    picture = pictures.png(dial(DIAL, theme=LIGHT), LIGHT.paper)
    assert Image.open(io.BytesIO(picture)).width == 2400


def test_pictures_are_set_in_the_shipped_typeface_in_its_weights():
    shipped, other = written(400), written(400, family="sans-serif")
    assert shipped != other
    ink = [dark_pixels(written(weight)) for weight in typeface.WEIGHTS]
    assert ink == sorted(ink)
    assert len(set(ink)) == len(ink)


def test_a_weight_between_hundreds_is_set_bold_and_not_regular():
    badge = Badge(status=Status.DONE, word="Selesai")
    said = Gauge(title="Kab/kota", share=None, number="", under="", badge=badge)
    spec = side_by_side([said], theme=LIGHT)
    drawn = pictures.drawn(spec)
    assert pictures.BETWEEN in drawn
    regular = pictures._engine().svg_to_png(drawn, scale=2)
    bold = pictures.png(spec, LIGHT.paper)
    assert dark_pixels(bold) > dark_pixels(regular)
