"""The palette for eyes that tell fewer colours: what stays apart, and what need not.

Close are blue and violet, violet and gray, green and gray, for some eyes in some theme
(`CLOSE`). There the symbol and a second carrier tell the statuses apart: stripes, a
dashed outline, or an outline in place of a fill.
"""

from itertools import combinations, product

import pytest

from charts.palette import CELL_LOOKS, DARK, LIGHT, STATUS_LOOKS, Tone
from tests.charts.colour_vision import (
    DEUTERANOPIA,
    PROTANOPIA,
    TRITANOPIA,
    USUAL,
    distance,
    seen,
)

APART = 8  # CIEDE2000; about 2 is just seen, so this is seen between small marks
THEMES = {"light": LIGHT, "dark": DARK}
EYES = {
    "usual": USUAL,
    "protanopia": PROTANOPIA,
    "deuteranopia": DEUTERANOPIA,
    "tritanopia": TRITANOPIA,
}
CLOSE = {
    ("light", "protanopia"): [(Tone.BLUE, Tone.VIOLET)],
    ("light", "deuteranopia"): [(Tone.VIOLET, Tone.GRAY)],
    ("dark", "protanopia"): [(Tone.GREEN, Tone.GRAY)],
    ("dark", "deuteranopia"): [(Tone.BLUE, Tone.VIOLET), (Tone.GREEN, Tone.GRAY)],
}
LOOKS = {"status": STATUS_LOOKS, "cell": CELL_LOOKS}


@pytest.mark.parametrize(
    ("one", "other", "published"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1, 2), (50, 0, 0), 2.3669),
        ((50, 2.49, -0.001), (50, -2.49, 0.0011), 7.2195),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_distance_is_that_of_the_published_pairs(one, other, published):
    assert distance(one, other) == pytest.approx(published, abs=1e-4)


@pytest.mark.parametrize("eyes", EYES)
def test_grey_is_grey_for_all_eyes(eyes):
    assert distance(seen("#808080", EYES[eyes]), seen("#808080", USUAL)) < 1


@pytest.mark.parametrize(("theme", "eyes"), list(product(THEMES, EYES)))
def test_the_colours_stay_apart_but_for_known_pairs(theme, eyes):
    fill = THEMES[theme].fill
    close = [
        pair
        for pair in combinations(Tone, 2)
        if distance(*(seen(fill[tone], EYES[eyes]) for tone in pair)) < APART
    ]
    assert close == CLOSE.get((theme, eyes), [])


@pytest.mark.parametrize("kind", LOOKS)
def test_where_colours_are_close_symbol_and_second_carrier_tell(kind):
    close = {pair for pairs in CLOSE.values() for pair in pairs}
    pairs = [
        (one, other)
        for one, other in combinations(LOOKS[kind].values(), 2)
        if (one.tone, other.tone) in close or (other.tone, one.tone) in close
    ]
    assert pairs
    for one, other in pairs:
        assert (one.solid, one.line) != (other.solid, other.line)
        assert _carrier(one) != _carrier(other)


def _carrier(look):
    return look.edge, look.is_filled, look.is_hatched
