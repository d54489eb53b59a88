from datetime import date
from fractions import Fraction

from domain.figure_age import figure_ages, median_age
from domain.tally import TallyOrigin, TallyState
from tests.domain.builders import tally

DAY = date(2022, 11, 7)


def of_day(region, day, **more):
    return tally(region, reported_on=date(2022, 11, day), **more)


def test_the_newest_tally_of_a_regency_and_phase_tells_its_age():
    tallies = [
        of_day("52.71", 1, party_code="gelora"),
        of_day("52.71", 4, state=TallyState.DECIDED),
        of_day("52.71", 2, phase_code="administrative"),
    ]
    old, new = figure_ages(tallies, DAY)
    assert (old.phase_code, old.age) == ("administrative", 5)
    assert (new.phase_code, new.age, new.reported_on.day) == ("factual", 3, 4)
    assert (new.recaps, new.decided) == (2, 1)


def test_the_oldest_figures_come_first_and_equals_as_they_are_given():
    tallies = [of_day("52.72", 6), of_day("52.01", 6), of_day("52.08", 5)]
    found = [each.region_code for each in figure_ages(tallies, DAY)]
    assert found == ["52.08", "52.72", "52.01"]


def test_made_up_figures_say_so():
    (made_up,) = figure_ages([of_day("52.71", 6)], DAY)
    (typed,) = figure_ages([of_day("52.71", 6, origin=TallyOrigin.MANUAL)], DAY)
    assert made_up.is_simulated
    assert not typed.is_simulated


def test_the_median_lies_in_the_middle_which_may_be_between_two_days():
    ages = figure_ages([of_day("52.01", 4), of_day("52.02", 6)], DAY)
    assert median_age(ages) == 2
    more = figure_ages([of_day("52.01", 4), of_day("52.02", 7)], DAY)
    assert median_age(more) == Fraction(3, 2)
    assert median_age(figure_ages([], DAY)) is None
