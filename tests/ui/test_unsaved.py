from dataclasses import replace

import pytest

from domain.recording import MilestoneEdit
from domain.tally_entry import Cell
from ui import unsaved
from ui.unsaved import Unsaved

BASE = MilestoneEdit()
TYPED = Unsaved(version=1, base=BASE, mine=MilestoneEdit(progress_percent=40))
UNTOUCHED = replace(TYPED, mine=BASE)
ELECTION = "pemilu-2024"
CELL = Cell(election=ELECTION, phase="factual", party="gelora", region="52.71")
ITEMS = ("M3-03", CELL)


@pytest.fixture(autouse=True)
def nothing_typed():
    yield
    for item in ITEMS:
        unsaved.drop("baiq", ELECTION, item)


@pytest.mark.parametrize("item", ITEMS)
def test_what_was_typed_is_found_again(item):
    unsaved.keep("baiq", ELECTION, item, TYPED)
    assert unsaved.find("baiq", ELECTION, item) == TYPED
    assert unsaved.count_of("baiq", ELECTION) == 1


def test_milestones_and_tallies_are_told_apart():
    for item in ITEMS:
        unsaved.keep("baiq", ELECTION, item, TYPED)
    assert unsaved.milestones_of("baiq", ELECTION) == {"M3-03"}
    assert unsaved.cells_of("baiq", ELECTION) == {CELL}
    assert unsaved.count_of("baiq", ELECTION) == 2


def test_another_person_does_not_find_it():
    unsaved.keep("baiq", ELECTION, "M3-03", TYPED)
    assert unsaved.find("lalu", ELECTION, "M3-03") is None
    assert unsaved.count_of("lalu", ELECTION) == 0


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_form_in_which_nothing_is_typed_is_dropped(reason):
    unsaved.keep("baiq", ELECTION, "M3-03", TYPED)
    unsaved.keep("baiq", ELECTION, "M3-03", replace(UNTOUCHED, reason=reason))
    assert unsaved.find("baiq", ELECTION, "M3-03") is None


def test_a_reason_alone_is_kept():
    form = replace(UNTOUCHED, reason="laporan")
    unsaved.keep("baiq", ELECTION, "M3-03", form)
    assert unsaved.find("baiq", ELECTION, "M3-03") == form


def test_what_was_saved_is_forgotten():
    unsaved.keep("baiq", ELECTION, "M3-03", TYPED)
    unsaved.drop("baiq", ELECTION, "M3-03")
    assert unsaved.count_of("baiq", ELECTION) == 0
