from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.requirement import (
    Rounding,
    districts_required,
    members_required,
    regions_required,
    women_required,
)
from tests.domain.builders import requirement

BOARD_REGENCIES = requirement("3/4")
BOARD_DISTRICTS = requirement("1/2")
MEMBERS = requirement(
    rounding=Rounding.UP, fixed=1000, per_population=Fraction(1, 1000)
)


@pytest.mark.parametrize(
    ("regencies", "required"),
    [(10, 8), (22, 17), (15, 11)],
    ids=["Nusa Tenggara Barat", "Nusa Tenggara Timur", "Sulawesi Utara"],
)
def test_three_quarters_of_the_regencies_round_half_up(regencies, required):
    assert regions_required(regencies, BOARD_REGENCIES) == required


@pytest.mark.parametrize(
    ("districts", "required"),
    [(10, 5), (21, 11), (5, 3)],
    ids=["Lombok Barat", "Lombok Timur", "Kota Bima"],
)
def test_half_of_the_districts_round_half_up(districts, required):
    assert districts_required(districts, BOARD_DISTRICTS) == required


@pytest.mark.parametrize(
    ("rounding", "required"),
    [(Rounding.HALF_UP, 2), (Rounding.UP, 3), (Rounding.DOWN, 2)],
    ids=["PKPU 10/2023", "MA 24 P/HUM/2023", "down"],
)
def test_women_on_a_list_of_eight_depend_on_the_rounding_in_force(rounding, required):
    assert women_required(8, requirement("3/10", rounding)) == required


@pytest.mark.parametrize(
    ("population", "required"),
    [
        (462_001, 463),  # Tabanan
        (444_974, 445),  # Kota Mataram
        (1_000_000, 1000),
        (1_066_915, 1000),  # Lombok Tengah
    ],
)
def test_a_party_needs_a_thousandth_of_the_population_or_a_thousand(
    population, required
):
    assert members_required(population, MEMBERS) == required


def test_a_requirement_without_a_share_counts_no_regions():
    with pytest.raises(ValueError, match="does not name a share"):
        regions_required(10, requirement())


@pytest.mark.parametrize(
    "incomplete", [{"fixed": 1000}, {"per_population": Fraction(1, 1000)}]
)
def test_a_requirement_without_number_or_share_counts_no_members(incomplete):
    with pytest.raises(ValueError, match="does not say how many members"):
        members_required(444_974, requirement(**incomplete))


@given(st.integers(0, 600), st.sampled_from(Rounding))
def test_three_quarters_stay_within_one_of_the_exact_number(regencies, rounding):
    required = regions_required(regencies, requirement("3/4", rounding))
    assert abs(required - Fraction(3, 4) * regencies) < 1
    assert 0 <= required <= regencies


@given(st.integers(0, 5_000_000))
def test_the_members_required_are_enough_for_the_population(population):
    required = members_required(population, MEMBERS)
    assert required == 1000 or required * 1000 >= population
