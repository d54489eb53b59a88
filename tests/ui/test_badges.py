import pytest

from charts.palette import CellKind
from domain.assessment import Status
from ui import badges
from ui.words import cell_legend, status_word


@pytest.mark.parametrize("status", Status)
def test_a_status_is_a_colour_an_icon_and_a_word_together(status):
    badge = badges.status_badge(status)
    assert ":material/" in badge
    assert "-badge[" in badge
    assert badge.endswith(f"{status_word(status)}]")


def test_no_two_statuses_share_a_word():
    assert len({status_word(status) for status in Status}) == len(Status)


def test_a_status_may_carry_more_words():
    assert badges.status_badge(Status.RUNNING, "54%").endswith("Running 54%]")


@pytest.mark.parametrize(("kind", "words"), cell_legend().items())
def test_a_cell_is_a_colour_an_icon_and_a_word_together(kind, words):
    assert badges.cell_badge(kind, words).endswith(f": {words}]")


def test_every_cell_that_can_be_drawn_is_in_the_legend():
    assert set(cell_legend()) == set(CellKind) - {CellKind.NOT_APPLICABLE}


def test_only_simulated_figures_carry_the_mark():
    assert badges.marked("72", is_simulated=False) == "72"
    assert badges.marked("72", is_simulated=True).endswith("simulated]")
