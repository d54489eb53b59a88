import pytest

from domain.recording import MilestoneEdit
from ui import unsaved
from ui.unsaved import Unsaved

BASE = MilestoneEdit()
TYPED = Unsaved(version=1, base=BASE, mine=MilestoneEdit(progress_percent=40))
PLACE = ("baiq", "pemilu-2024", "M3-03")


@pytest.fixture(autouse=True)
def nothing_typed():
    unsaved.drop(*PLACE)
    yield
    unsaved.drop(*PLACE)


def test_what_was_typed_is_found_again():
    unsaved.keep(*PLACE, TYPED)
    assert unsaved.find(*PLACE) == TYPED
    assert unsaved.milestones_of("baiq", "pemilu-2024") == {"M3-03"}


def test_another_person_does_not_find_it():
    unsaved.keep(*PLACE, TYPED)
    assert unsaved.find("lalu", "pemilu-2024", "M3-03") is None
    assert unsaved.milestones_of("lalu", "pemilu-2024") == frozenset()


def test_an_edit_that_changes_nothing_is_dropped():
    unsaved.keep(*PLACE, TYPED)
    unsaved.keep(*PLACE, Unsaved(version=1, base=BASE, mine=BASE))
    assert unsaved.find(*PLACE) is None


def test_what_was_saved_is_forgotten():
    unsaved.keep(*PLACE, TYPED)
    unsaved.drop(*PLACE)
    assert unsaved.milestones_of("baiq", "pemilu-2024") == frozenset()
