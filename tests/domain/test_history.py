from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.history import (
    Action,
    Batch,
    Difference,
    Entry,
    Kind,
    Withheld,
    differences,
    seen_by,
    withholds,
)

KEY = {"party_code": "gelora", "region_code": "52.71", "version": 2}
UNDECIDED = ["draft", "submitted"]
VALUES = st.none() | st.integers() | st.text() | st.booleans()
ROWS = st.none() | st.dictionaries(st.sampled_from("abcde"), VALUES)


def entry(**values):
    defaults = {
        "number": 7,
        "batch": 5,
        "at": datetime(2022, 9, 8, 3, 15, tzinfo=UTC),
        "actor": "operator.mataram",
        "reason": "weekly report",
        "action": Action.INSERT,
        "table": "tallies",
        "key": KEY,
        "before": None,
        "after": None,
    }
    return Entry(**(defaults | values))


def tally(state, **values):
    counted = {"sample": 140, "visited": 90, "eligible": 60, "verdict": None}
    return KEY | counted | {"state": state, "note": "", "version": 2} | values


def shown(given_entry):
    return seen_by(given_entry, is_staff=False)


def test_a_change_is_the_field_with_what_stood_there_and_what_does_now():
    changed = entry(before={"a": 1, "b": 2}, after={"a": 1, "b": 3})
    assert differences(changed) == (Difference(field="b", before=2, after=3),)


def test_a_new_row_changes_every_field_that_says_something():
    new = entry(before=None, after={"name": "Mataram", "note": "", "districts": None})
    assert differences(new) == (Difference(field="name", before=None, after="Mataram"),)


def test_key_and_version_are_no_changes():
    assert differences(entry(after=KEY)) == ()


def test_the_item_is_the_key_without_its_version():
    assert entry().item == {"party_code": "gelora", "region_code": "52.71"}


@given(row=ROWS)
def test_what_stays_the_same_differs_nowhere(row):
    assert differences(entry(before=row, after=row, key={})) == ()


@given(before=ROWS, after=ROWS)
def test_a_change_undone_differs_the_other_way_round(before, after):
    there = differences(entry(before=before, after=after, key={}))
    back = differences(entry(before=after, after=before, key={}))
    assert {(d.field, d.before, d.after) for d in there} == {
        (d.field, d.after, d.before) for d in back
    }


@given(before=ROWS, after=ROWS)
def test_the_differences_lead_from_what_stood_there_to_what_does_now(before, after):
    def said(row):
        return {
            name: each for name, each in (row or {}).items() if each not in ("", None)
        }

    found = differences(entry(before=before, after=after, key={}))
    led = dict(before or {}) | {each.field: each.after for each in found}
    assert said(led) == said(after)


def test_a_batch_counts_all_entries_of_its_writing():
    assert Batch(last=12, newest=entry(number=9, batch=5)).entries == 8


@pytest.mark.parametrize("state", UNDECIDED)
def test_staff_see_everything(state):
    whole = entry(after=tally(state))
    assert seen_by(whole, is_staff=True) == whole


def test_a_stranger_sees_no_draft():
    assert shown(entry(after=tally("draft"))) is None


def test_a_stranger_sees_what_a_submitted_tally_has_checked_but_no_verdicts():
    seen = shown(entry(after=tally("submitted", note="12 TMS so far")))
    assert seen.after["visited"] == 90
    assert seen.after["eligible"] is Withheld.UNDECIDED
    assert seen.after["note"] is Withheld.UNDECIDED
    assert seen.after["verdict"] is None
    assert withholds(seen)
    assert (seen.actor, seen.reason, seen.key) == (
        "operator.mataram",
        "weekly report",
        KEY,
    )


def test_a_count_of_none_is_withheld_like_any_other():
    seen = shown(entry(after=tally("submitted", eligible=0)))
    assert seen.after["eligible"] is Withheld.UNDECIDED


def test_the_plenary_makes_a_tally_public_but_not_what_stood_there_before():
    decided = tally("decided", eligible=61, verdict="MS", note="plenary")
    seen = shown(entry(before=tally("submitted"), after=decided))
    assert seen.after == decided
    changed = {each.field: each for each in differences(seen)}
    assert changed["eligible"].before is Withheld.UNDECIDED
    assert changed["eligible"].after == 61


def test_a_decided_tally_withholds_nothing():
    seen = shown(entry(before=tally("decided"), after=tally("decided", eligible=61)))
    assert not withholds(seen)
    assert [each.field for each in differences(seen)] == ["eligible"]


def test_a_stranger_sees_no_draft_in_what_stood_there_before():
    seen = shown(entry(before=tally("draft"), after=tally("submitted")))
    assert seen.before is None


def test_two_undecided_numbers_are_not_told_apart():
    seen = shown(entry(before=tally("submitted", eligible=1), after=tally("submitted")))
    assert differences(seen) == ()


def test_the_removal_of_simulated_figures_is_public():
    removal = entry(action=Action.PURGE, before={"rows": 6596, "sha256": "ab"})
    assert shown(removal) == removal


def test_a_milestone_is_public_as_it_is():
    milestone = entry(table="milestone_states", after={"progress_percent": 40})
    assert shown(milestone) == milestone
    assert milestone.kind is Kind.MILESTONE_STATE


def test_of_an_internal_record_a_stranger_learns_only_who_wrote_it_and_when():
    seen = shown(entry(table="people", key={"code": "ani"}, after={"email": "a@b.id"}))
    assert (seen.key, seen.before, seen.after) == ({}, None, None)
    assert seen.kind is None
    assert seen.reason == ""
    assert (seen.actor, seen.at) == (entry().actor, entry().at)
