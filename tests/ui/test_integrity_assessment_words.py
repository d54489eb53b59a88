"""The self-assessment in words: what lacks, and which area closes it."""

from decimal import Decimal

import pytest

from domain.integrity_standing import distance
from tests.domain.test_integrity_assessment import parts, threshold
from ui.history_words import value_words
from ui.integrity_assessment_words import (
    closing_words,
    lacking,
    missing_words,
    points,
)


@pytest.mark.parametrize(
    ("given", "asked", "said"),
    [
        ({"pengawasan": "8.7"}, {}, "Fewest points: pengawasan 0.3 closes it alone."),
        (
            {"pengawasan": "8.7", "ipak": "15.5"},
            {},
            "Fewest points: pengawasan 0.3 closes it, together with the results: "
            "ipak 0.25.",
        ),
        (
            {"pengawasan": "8.7", "sdm": "5.5"},
            {},
            "Fewest points: these areas close it together: sdm 0.5; pengawasan 0.3.",
        ),
        (
            {"ipak": "15.5"},
            {},
            "No area has to rise; the results do: ipak 0.25.",
        ),
        ({}, {"total": Decimal(99)}, ""),
    ],
)
def test_the_area_that_closes_a_distance_is_named(given, asked, said):
    assert closing_words(distance(parts(**given), threshold(**asked))) == said


def test_what_lacks_is_said_part_by_part():
    gap = distance(parts(pengawasan="8.7"), threshold(total=Decimal(90)))
    assert missing_words(gap) == (
        "5.3 points in all (least 90)",
        "0.3 points in pengawasan (least 9)",
    )
    assert missing_words(distance([], threshold()))[0] == "Some scores are missing."


def test_points_are_rounded_so_that_nothing_seems_reached_that_is_not():
    assert points(Decimal("84.999")) == "84.99"
    assert lacking(Decimal("0.001")) == "0.01"


def test_the_history_writes_a_year_as_a_year_and_a_choice_as_a_word():
    assert value_words("period", 2022, {}) == "2022"
    assert value_words("evidence", 2022, {}) == "2,022"
    assert value_words("assessor", "self_assessment", {}) == "self-assessment"
