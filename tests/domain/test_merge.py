from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.merge import Side, Standing, Undecided, compare, merge
from domain.recording import MilestoneEdit

NAMES = [field.name for field in fields(MilestoneEdit)]
OPENED = MilestoneEdit(progress_percent=40, remark="mulai", minutes_number="7")
TYPED = MilestoneEdit(progress_percent=50, remark="hujan", minutes_number="7")
STORED = MilestoneEdit(progress_percent=60, remark="mulai", minutes_number="8")

# Few values, so that fields often agree.
edits = st.builds(
    MilestoneEdit,
    progress_percent=st.sampled_from([None, 0, 40]),
    remark=st.sampled_from(["", "mulai", "hujan"]),
    minutes_number=st.sampled_from([None, "7", "8"]),
    predecessors=st.sampled_from([frozenset(), frozenset({"M3-01"})]),
)
choices = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(Side))


def standings(base, mine, theirs):
    return {each.field: each.standing for each in compare(base, mine, theirs)}


def test_each_field_says_who_changed_it():
    found = standings(OPENED, TYPED, STORED)
    assert found["progress_percent"] is Standing.BOTH
    assert found["remark"] is Standing.MINE
    assert found["minutes_number"] is Standing.THEIRS
    assert found["actual_start"] is Standing.SAME
    assert list(found) == NAMES


def test_the_same_change_by_both_is_no_conflict():
    found = standings(OPENED, TYPED, TYPED)
    assert set(found.values()) == {Standing.SAME}


def test_a_difference_shows_the_three_values():
    (difference,) = [
        each for each in compare(OPENED, TYPED, STORED) if each.standing == "both"
    ]
    assert (difference.base, difference.mine, difference.theirs) == (40, 50, 60)


@pytest.mark.parametrize(("side", "percent"), [(Side.MINE, 50), (Side.THEIRS, 60)])
def test_a_choice_decides_what_both_changed(side, percent):
    merged = merge(OPENED, TYPED, STORED, {"progress_percent": side})
    assert merged == MilestoneEdit(
        progress_percent=percent, remark="hujan", minutes_number="8"
    )


def test_without_a_choice_nothing_is_merged():
    with pytest.raises(Undecided, match="progress_percent") as undecided:
        merge(OPENED, TYPED, STORED, {})
    assert undecided.value.fields == ("progress_percent",)


def test_a_choice_overrules_a_change_of_one_side():
    chosen = {"progress_percent": Side.THEIRS, "remark": Side.THEIRS}
    assert merge(OPENED, TYPED, STORED, chosen) == STORED


@given(edits, edits, edits, choices)
def test_nothing_typed_is_lost_but_by_choice(base, mine, theirs, chosen):
    differences = compare(base, mine, theirs)
    open_fields = {
        each.field for each in differences if each.standing is Standing.BOTH
    } - chosen.keys()
    if open_fields:
        with pytest.raises(Undecided) as undecided:
            merge(base, mine, theirs, chosen)
        assert set(undecided.value.fields) == open_fields
        return
    merged = merge(base, mine, theirs, chosen)
    for each in differences:
        value = getattr(merged, each.field)
        assert value in (each.mine, each.theirs)
        if each.field in chosen:
            assert value == getattr(each, chosen[each.field].value)
        elif each.mine != each.base:
            assert value == each.mine
        else:
            assert value == each.theirs


@given(edits, edits)
def test_alone_one_keeps_what_one_typed_and_without_typing_what_is_stored(base, other):
    assert merge(base, other, base, {}) == other
    assert merge(base, base, other, {}) == other


@given(edits, edits, edits)
def test_every_choice_of_one_side_gives_the_row_of_that_side(base, mine, theirs):
    assert merge(base, mine, theirs, dict.fromkeys(NAMES, Side.MINE)) == mine
    assert merge(base, mine, theirs, dict.fromkeys(NAMES, Side.THEIRS)) == theirs
