import pytest

from data_access.recording import NotPermitted, SignedOut
from data_access.undoing import MOST, TooMany
from domain.bilingual import Language
from domain.person import Permission
from domain.restoring import Obstacle, Refusal
from domain.typed_text import clean_reason
from domain.violation import Refused
from tests.domain.test_history import entry
from ui import language
from ui.history_undo_words import NAMED, failure_words, obstacle_words, stopped_words


@pytest.fixture(autouse=True)
def english():
    language.speak(Language.ENGLISH)


@pytest.mark.parametrize("obstacle", Obstacle)
def test_every_obstacle_has_words_of_its_own(obstacle):
    others = {
        obstacle_words(Refusal(entry=entry(), obstacle=each))
        for each in Obstacle
        if each is not obstacle
    }
    assert obstacle_words(Refusal(entry=entry(), obstacle=obstacle)) not in others


def test_many_rows_are_counted_after_the_first_ones():
    refusal = Refusal(entry=entry(), obstacle=Obstacle.DECIDED)
    told = stopped_words([refusal] * (NAMED + 2), {})
    assert told.count("decided in plenary") == NAMED
    assert told.endswith("- and 2 more rows")


def test_nothing_to_undo_is_told():
    assert stopped_words([], {}) == "There is nothing to undo."


def test_every_failure_is_told_apart():
    with pytest.raises(Refused) as refused:
        clean_reason("*")
    told = [
        failure_words(refused.value),
        failure_words(SignedOut()),
        failure_words(NotPermitted(Permission.RESTORE, None)),
        failure_words(TooMany()),
        failure_words(OSError()),
    ]
    assert len(set(told)) == len(told)
    assert f"{MOST:,}" in told[3]
    assert "\\*" in told[0]
