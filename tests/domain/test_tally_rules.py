from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.tally import TallyState
from domain.tally_rules import (
    MOST_MEMBERS,
    TallyRule,
    check_tally,
    decided_members,
    projected_members,
    regency_verdict,
)
from domain.verification import Verdict
from tests.domain.builders import CORRECTION, FACTUAL, tally

DECIDED = {
    "state": TallyState.DECIDED,
    "decided_on": date(2022, 11, 5),
    "minutes_number": "123/PL.01.1-BA/5271/2022",
    "verdict": Verdict.ELIGIBLE,
    "visited": 234,
    "met": 220,
    "eligible": 200,
    "correctable": 34,
    "ineligible": 0,
}

counts = st.integers(-3, 12)


def broken(phase=FACTUAL, **more):
    return [
        (each.field, each.value, each.rule)
        for each in check_tally(tally(**more), phase)
    ]


def test_a_tally_decided_in_plenary_is_sound():
    assert broken(**DECIDED) == []


def test_a_tally_that_is_only_submitted_is_sound_without_verdicts():
    assert broken(visited=90, met=80) == []


@pytest.mark.parametrize(
    ("wrong", "violation"),
    [
        ({"sample": 601}, ("sample", 601, TallyRule.WITHIN_MEMBERS)),
        ({"visited": 235}, ("visited", 235, TallyRule.WITHIN_SAMPLE)),
        ({"visited": 90, "met": 91}, ("met", 91, TallyRule.MET_WITHIN_VISITED)),
        (
            {"visited": 90, "eligible": 60, "correctable": 30, "ineligible": 1},
            ("eligible", 91, TallyRule.DECIDED_WITHIN_VISITED),
        ),
        ({"required": -1}, ("required", -1, TallyRule.NOT_NEGATIVE)),
        ({"ineligible": -1}, ("ineligible", -1, TallyRule.NOT_NEGATIVE)),
        (
            {"required": MOST_MEMBERS + 1},
            ("required", MOST_MEMBERS + 1, TallyRule.TOO_LARGE),
        ),
        (
            DECIDED | {"minutes_number": None},
            ("minutes_number", None, TallyRule.DECIDED_IN_PLENARY),
        ),
        (
            DECIDED | {"decided_on": None},
            ("decided_on", None, TallyRule.DECIDED_IN_PLENARY),
        ),
        (DECIDED | {"verdict": None}, ("verdict", None, TallyRule.DECIDED_IN_PLENARY)),
        (
            DECIDED | {"verdict": Verdict.INELIGIBLE},
            ("verdict", Verdict.INELIGIBLE, TallyRule.VERDICT_OF_PHASE),
        ),
    ],
)
def test_a_wrong_figure_is_named_with_its_rule(wrong, violation):
    assert broken(**wrong) == [violation]


def test_a_last_round_knows_no_correctable_party():
    wrong = DECIDED | {"verdict": Verdict.CORRECTABLE}
    assert broken(CORRECTION, **wrong) == [
        ("verdict", Verdict.CORRECTABLE, TallyRule.VERDICT_OF_PHASE)
    ]


def test_members_of_every_verdict_count_as_decided():
    assert decided_members(tally(**DECIDED)) == 234
    assert decided_members(tally()) == 0


def test_the_sample_stands_for_all_members():
    assert projected_members(tally(**DECIDED)) == Fraction(200 * 600, 234)
    assert projected_members(tally()) is None
    assert projected_members(tally(sample=0, eligible=0)) is None


@pytest.mark.parametrize(
    ("eligible", "phase", "verdict"),
    [
        (174, FACTUAL, Verdict.ELIGIBLE),  # projects to 446 of 445
        (173, FACTUAL, Verdict.CORRECTABLE),  # projects to 443
        (173, CORRECTION, Verdict.INELIGIBLE),
        (None, FACTUAL, None),
    ],
)
def test_the_verdict_of_a_regency_follows_the_projection_and_the_phase(
    eligible, phase, verdict
):
    assert regency_verdict(tally(eligible=eligible), phase) is verdict


@given(counts, counts, counts, counts, counts, counts, counts)
def test_a_tally_without_violations_keeps_the_chain_of_counts(
    members, sample, visited, met, eligible, correctable, ineligible
):
    entered = tally(
        members=members,
        required=0,
        sample=sample,
        visited=visited,
        met=met,
        eligible=eligible,
        correctable=correctable,
        ineligible=ineligible,
    )
    decided = eligible + correctable + ineligible
    chain = decided <= visited <= sample <= members and met <= visited
    is_sound = chain and min(met, eligible, correctable, ineligible) >= 0
    negative = min(members, sample, visited) < 0
    assert (check_tally(entered, FACTUAL) == ()) == (is_sound and not negative)
