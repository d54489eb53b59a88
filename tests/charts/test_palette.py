import pytest

from charts.cell_marks import cell_ink, cell_values
from charts.marks import icon_ink
from charts.palette import CELL_LOOKS, DARK, LIGHT, STATUS_LOOKS, CellKind, Tone
from domain.assessment import Status

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, definition of contrast ratio."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_black_on_white_has_the_greatest_contrast():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@THEMES
@pytest.mark.parametrize("tone", Tone)
def test_text_can_be_read_on_every_fill(theme, tone):
    assert contrast(theme.on[tone], theme.fill[tone]) >= 4.5


@THEMES
@pytest.mark.parametrize("ground", ["paper", "wash"])
def test_text_can_be_read_on_the_page_and_on_a_chosen_row(theme, ground):
    assert contrast(theme.ink, getattr(theme, ground)) >= 4.5
    assert contrast(theme.soft, getattr(theme, ground)) >= 4.5


@THEMES
@pytest.mark.parametrize("tone", Tone)
def test_bars_stand_out_from_the_page(theme, tone):
    assert contrast(theme.fill[tone], theme.paper) >= 3


@THEMES
def test_a_landmark_can_be_read_as_text(theme):
    assert contrast(theme.fill[Tone.BLUE], theme.paper) >= 4.5


@THEMES
@pytest.mark.parametrize("status", Status)
def test_the_icon_of_a_status_stands_out_from_its_ground(theme, status):
    look = STATUS_LOOKS[status]
    stands_on_disc = icon_ink(look, theme) == theme.on[look.tone]
    ground = theme.fill[look.tone] if stands_on_disc else theme.paper
    assert contrast(icon_ink(look, theme), ground) >= 3


@THEMES
@pytest.mark.parametrize("kind", CellKind)
def test_the_symbol_of_a_cell_stands_out_from_its_fill(theme, kind):
    fill = cell_values(theme, 2)["cell_fill"][kind.value]
    grounds = [fill] if isinstance(fill, str) else [s["color"] for s in fill["stops"]]
    for ground in grounds:
        assert contrast(cell_ink(CELL_LOOKS[kind], theme), ground) >= 3


@pytest.mark.parametrize("looks", [STATUS_LOOKS, CELL_LOOKS], ids=["status", "cell"])
def test_no_two_statuses_differ_by_colour_alone(looks):
    icons = [(look.solid, look.line) for look in looks.values()]
    badges = [look.material for look in looks.values()]
    assert len(set(icons)) == len(icons)
    assert len(set(badges)) == len(badges)


def test_every_status_and_every_cell_has_a_look():
    assert set(STATUS_LOOKS) == set(Status)
    assert set(CELL_LOOKS) == set(CellKind)


def test_what_is_past_its_limit_is_hatched_and_what_is_at_risk_has_a_dotted_edge():
    assert STATUS_LOOKS[Status.OVERDUE].is_hatched
    assert CELL_LOOKS[CellKind.INELIGIBLE].is_hatched
    assert STATUS_LOOKS[Status.AT_RISK].edge == (2, 2.5)
    assert CELL_LOOKS[CellKind.CORRECTABLE].edge == (1.5, 3)
