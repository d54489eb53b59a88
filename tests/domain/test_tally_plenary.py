import hashlib
from dataclasses import replace
from datetime import date

import pytest

from domain.tally import TallyOrigin, TallyState
from domain.tally_entry import Cell, TallyEntry, check_entry, tally_of
from domain.tally_plenary import (
    Decision,
    check_decision,
    check_latest,
    check_new_minutes,
    check_origin,
    decided,
)
from domain.verification import Verdict
from tests.domain.builders import FACTUAL

FIGURES_OF, PLENARY, TODAY = date(2022, 11, 4), date(2022, 11, 5), date(2022, 11, 7)
SCAN = b"%PDF-1.7"
CELL = Cell(election="pemilu-2024", phase="factual", party="perindo", region="52.71")
ENTRY = TallyEntry(reported_on=FIGURES_OF, members=600, required=445, sample=234)
DECISION = Decision(
    decided_on=PLENARY,
    verdict=Verdict.ELIGIBLE,
    minutes_number="12/PL.01.1-BA/5271/2022",
    minutes_date=PLENARY,
    minutes_sha256=hashlib.sha256(SCAN).hexdigest(),
    signers="Ketua\nAnggota",
    scan=SCAN,
)


def broken(violations):
    return [(each.field, each.value, each.rule.value) for each in violations]


def entered(**values):
    return tally_of(
        CELL, replace(ENTRY, **values), state=TallyState.SUBMITTED, known_on=TODAY
    )


def test_an_entry_makes_a_tally_that_no_plenary_decided():
    tally = entered(visited=90)
    assert (tally.region_code, tally.phase_code) == ("52.71", "factual")
    assert (tally.visited, tally.known_on) == (90, TODAY)
    assert (tally.verdict, tally.decided_on, tally.minutes_number) == (None,) * 3
    assert tally.origin is TallyOrigin.MANUAL


def test_the_plenary_adds_its_verdict_and_nothing_else():
    tally = decided(entered(), DECISION)
    assert tally.state is TallyState.DECIDED
    assert (tally.verdict, tally.decided_on) == (Verdict.ELIGIBLE, PLENARY)
    assert replace(
        tally,
        state=TallyState.SUBMITTED,
        verdict=None,
        decided_on=None,
        minutes_number=None,
    ) == (entered())


@pytest.mark.parametrize(
    ("values", "note", "found"),
    [
        ({}, "", []),
        ({"visited": 235}, "", [("visited", 235, "within_sample")]),
        ({"met": 1, "reported_on": TODAY}, "", [("met", 1, "met_within_visited")]),
        (
            {"reported_on": date(2022, 11, 8)},
            "",
            [("reported_on", date(2022, 11, 8), "not_in_future")],
        ),
        ({}, "a" * 2001, [("note", "a" * 2001, "too_long")]),
    ],
)
def test_an_entry_obeys_the_rules_of_a_tally_and_of_what_is_typed(values, note, found):
    assert broken(check_entry(entered(**values), note, FACTUAL)) == found


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({}, []),
        ({"scan": None}, []),
        ({"decided_on": FIGURES_OF, "minutes_date": TODAY}, []),
        (
            {"decided_on": date(2022, 11, 8)},
            [("decided_on", date(2022, 11, 8), "not_in_future")],
        ),
        (
            {"minutes_date": date(2022, 11, 3)},
            [("minutes_date", date(2022, 11, 3), "before_figures")],
        ),
        (
            {"minutes_sha256": "0" * 63 + "G", "scan": None},
            [("minutes_sha256", "0" * 63 + "G", "not_a_hash")],
        ),
        ({"minutes_sha256": "0" * 64}, [("scan", 8, "scan_of_other_minutes")]),
        ({"signers": "a" * 501}, [("signers", "a" * 501, "too_long")]),
    ],
)
def test_a_decision_is_past_readable_and_of_its_minutes(values, found):
    assert broken(check_decision(replace(DECISION, **values), FIGURES_OF, TODAY)) == (
        found
    )


@pytest.mark.parametrize("origin", TallyOrigin)
def test_no_plenary_decides_on_made_up_figures(origin):
    is_made_up = origin is TallyOrigin.SIMULATED
    assert bool(check_origin(origin)) is is_made_up


def test_only_the_latest_figures_are_decided():
    assert check_latest(FIGURES_OF, FIGURES_OF) == ()
    assert check_latest(FIGURES_OF, date.min) == ()
    (violation,) = check_latest(FIGURES_OF, PLENARY)
    assert (violation.field, violation.value) == ("reported_on", FIGURES_OF)


@pytest.mark.parametrize(
    ("number", "sha256", "fields"),
    [
        ("11", "0" * 64, []),
        (DECISION.minutes_number, "0" * 64, ["minutes_number"]),
        ("11", DECISION.minutes_sha256, ["minutes_sha256"]),
        (None, None, []),
    ],
)
def test_a_correction_has_other_minutes(number, sha256, fields):
    found = check_new_minutes(DECISION, number, sha256)
    assert [each.field for each in found] == fields
