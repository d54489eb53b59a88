from dataclasses import replace

import pytest

from domain.history import Action
from domain.restoring import (
    Obstacle,
    Refusal,
    Restoration,
    Withdrawal,
    by_row,
    restoration_of,
    without_anything_before,
)
from tests.domain.test_history import entry, tally

BEFORE = {"progress_percent": 40}
CHANGED = entry(table="milestone_states", before=BEFORE, after={"progress_percent": 90})


def test_the_newest_write_is_undone_to_what_stood_there_before():
    assert restoration_of((CHANGED,), CHANGED) == Restoration(
        entry=CHANGED, values=BEFORE
    )


def test_of_several_writes_the_state_before_the_first_comes_back():
    again = replace(CHANGED, number=8, before=CHANGED.after, after={})
    found = restoration_of((CHANGED, again), again)
    assert found == Restoration(entry=again, values=BEFORE)


def test_a_first_version_stays():
    first = entry(table="milestone_states", after=BEFORE)
    assert restoration_of((first,), first) == without_anything_before(first)
    assert without_anything_before(first).obstacle is Obstacle.NOTHING_BEFORE


@pytest.mark.parametrize("state", ["draft", "submitted"])
def test_a_first_tally_is_withdrawn(state):
    first = entry(after=tally(state))
    assert restoration_of((first,), first) == Withdrawal(
        entry=first, values=first.after
    )


@pytest.mark.parametrize(
    ("state", "obstacle"),
    [("decided", Obstacle.DECIDED), ("withdrawn", Obstacle.NOTHING_BEFORE)],
)
def test_a_first_tally_that_is_decided_or_withdrawn_stays(state, obstacle):
    first = entry(after=tally(state))
    assert restoration_of((first,), first) == Refusal(entry=first, obstacle=obstacle)


def test_a_later_change_stands_against_it_and_is_named():
    later = replace(CHANGED, number=9)
    assert restoration_of((CHANGED,), later) == Refusal(
        entry=CHANGED, obstacle=Obstacle.CHANGED_SINCE, later=later
    )


def test_a_removal_stays():
    removal = entry(action=Action.PURGE, before={"rows": 3})
    found = restoration_of((removal,), removal)
    assert found.obstacle is Obstacle.REMOVAL


@pytest.mark.parametrize("state", ["submitted", "decided"])
def test_a_tally_handed_over_does_not_become_a_draft_again(state):
    handed_over = entry(before=tally("draft"), after=tally(state))
    found = restoration_of((handed_over,), handed_over)
    assert found == Refusal(entry=handed_over, obstacle=Obstacle.WAS_DRAFT)


def test_a_draft_goes_back_to_the_draft_before_it():
    draft = entry(before=tally("draft", visited=1), after=tally("draft", visited=2))
    assert restoration_of((draft,), draft).values["visited"] == 1


def test_the_versions_of_one_thing_are_one_row_oldest_first():
    second = replace(CHANGED, number=8, key={**CHANGED.key, "version": 3})
    other = replace(CHANGED, number=9, table="stage_states")
    assert by_row([other, second, CHANGED]) == ((CHANGED, second), (other,))
