from datetime import date

import pytest

from domain.phase_order import begun_phases, open_phase
from domain.timeline import Holding
from tests.domain.builders import CORRECTION, FACTUAL, assessed, milestone

BEGIN, END = date(2022, 10, 15), date(2022, 11, 4)
AGAIN, LAST = date(2022, 11, 24), date(2022, 12, 7)


def begun(day, *milestones):
    items = {each.milestone.code: each for each in assessed(*milestones, day=day)}
    found = begun_phases((FACTUAL, CORRECTION), items, day)
    return [each.code for each in found], open_phase(found, items)


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        (date(2022, 10, 14), []),
        (BEGIN, ["factual"]),
        (AGAIN, ["factual", "factual_correction"]),
    ],
)
def test_a_phase_begins_on_the_first_day_of_its_milestone(day, codes):
    both = milestone("M3-08", BEGIN, END), milestone("M3-11", AGAIN, LAST)
    assert begun(day, *both)[0] == codes


def test_an_actual_start_counts_before_the_planned_one():
    late = milestone("M3-08", BEGIN, END, began=date(2022, 10, 18))
    assert begun(BEGIN, late) == ([], None)
    assert begun(date(2022, 10, 18), late) == (["factual"], FACTUAL)


@pytest.mark.parametrize(
    "item",
    [
        milestone("M3-08"),
        milestone("M3-08", BEGIN, END, holding=Holding.CONDITIONAL),
        milestone("M3-03", BEGIN, END),
    ],
    ids=["no days", "conditional", "of no phase"],
)
def test_a_phase_that_is_not_known_to_be_held_has_not_begun(item):
    assert begun(END, item) == ([], None)


def test_the_open_phase_is_the_last_one_that_has_not_ended():
    ended = milestone("M3-08", BEGIN, END, began=BEGIN, ended=END)
    follows = milestone("M3-11", AGAIN, LAST)
    assert begun(date(2022, 11, 10), ended, follows)[1] is None
    assert begun(AGAIN, ended, follows)[1] is CORRECTION
    still = milestone("M3-08", BEGIN, END)
    assert begun(date(2022, 11, 10), still, follows)[1] is FACTUAL
