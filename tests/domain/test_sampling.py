import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.sampling import krejcie_morgan

PUBLISHED_TABLE = [
    (10, 10), (15, 14), (20, 19), (25, 24), (30, 28), (35, 32), (40, 36), (45, 40),
    (50, 44), (55, 48), (60, 52), (65, 56), (70, 59), (75, 63), (80, 66), (85, 70),
    (90, 73), (95, 76), (100, 80), (110, 86), (220, 140), (230, 144), (240, 148),
    (250, 152), (300, 169), (500, 217), (1200, 291), (1300, 297), (1400, 302),
    (1500, 306), (2000, 322), (2800, 338), (9000, 368),
]  # fmt: skip


@pytest.mark.parametrize(("members", "sample"), PUBLISHED_TABLE)
def test_the_sample_is_that_of_the_published_table(members, sample):
    assert krejcie_morgan(members) == sample


@pytest.mark.parametrize("members", [0, 1])
def test_nobody_and_a_single_member_are_their_own_sample(members):
    assert krejcie_morgan(members) == members


def test_a_negative_membership_is_refused():
    with pytest.raises(ValueError, match="-1 members"):
        krejcie_morgan(-1)


@given(st.integers(0, 10**7))
def test_the_sample_lies_within_the_members_and_under_385(members):
    assert 0 <= krejcie_morgan(members) <= min(members, 384)


@given(st.integers(0, 10**6))
def test_one_more_member_never_makes_the_sample_smaller(members):
    assert krejcie_morgan(members) <= krejcie_morgan(members + 1)
