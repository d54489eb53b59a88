from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.assess import assess_stages, roll_up
from domain.assessment import Status
from domain.timeline import Holding, ProgressMeasure
from tests.domain.builders import EVERY_WEEKDAY, assessed, milestone, stage, totals

STAKEHOLDER_DAY = date(2022, 9, 8)
AUGUST, DECEMBER = date(2022, 8, 1), date(2022, 12, 13)


def assessed_stages(stages, *milestones, day=STAKEHOLDER_DAY, sums=()):
    items = assessed(*milestones, day=day, totals=sums)
    return assess_stages(stages, items, day=day, calendar=EVERY_WEEKDAY)


def one(a_stage, *milestones, day=STAKEHOLDER_DAY, sums=()):
    (found,) = assessed_stages([a_stage], *milestones, day=day, sums=sums)
    return found


def done(code, **more):
    days = [AUGUST, AUGUST, AUGUST, AUGUST]
    return milestone(code, *days, **more)


def running(code, percent=50, **more):
    return milestone(
        code,
        AUGUST,
        date(2022, 9, 30),
        AUGUST,
        progress=Fraction(percent, 100),
        updated_on=STAKEHOLDER_DAY,
        **more,
    )


def waiting(code, **more):
    return milestone(code, date(2022, 10, 3), date(2022, 10, 4), **more)


def silent(code, **more):
    return milestone(code, AUGUST, date(2022, 8, 5), **more)


def test_a_stage_adds_up_its_milestones_by_weight():
    found = one(
        stage(),
        done("M3-02", weight=2),
        running("M3-03"),
        waiting("M3-08"),
        silent("M3-01"),
    )
    assert found.share == Fraction(2 * 100 + 50, 500)
    assert found.unreported == Fraction(1, 5)
    assert found.done == 1
    assert [each.milestone.code for each in found.milestones] == [
        "M3-02",
        "M3-03",
        "M3-08",
        "M3-01",
    ]


def test_a_running_milestone_without_figures_is_unreported_too():
    found = one(stage(), milestone("M1-01", AUGUST, DECEMBER, AUGUST))
    assert (found.status, found.share, found.unreported) == (Status.RUNNING, 0, 1)


def test_a_part_without_weight_counts_through_its_whole():
    found = one(stage(), running("M3-03"), silent("P03a", weight=0))
    assert (found.share, found.unreported) == (Fraction(1, 2), 0)


def test_an_item_without_planned_days_is_expected_to_be_where_it_is():
    unplanned = milestone("M2-07", began=AUGUST, ended=AUGUST)
    found = one(stage(), unplanned, waiting("M2-09"))
    assert (found.share, found.expected) == (Fraction(1, 2), Fraction(1, 2))


def test_nothing_is_expected_of_a_stage_without_any_planned_day():
    assert one(stage("10"), milestone("M10-03", stage_code="10")).expected is None


def test_what_is_not_held_neither_counts_nor_is_expected():
    run_off = silent("MR2d-01", holding=Holding.NOT_HELD)
    found = one(stage(), done("M3-02"), run_off)
    assert (found.share, found.unreported, found.done) == (1, 0, 1)


def test_a_simulated_tally_marks_the_share_until_the_end_is_recorded():
    counted = {"measure": ProgressMeasure.MEMBERS, "phase_code": "administrative"}
    check = milestone("M3-03", AUGUST, date(2022, 9, 11), AUGUST, **counted)
    ended = milestone(
        "M3-03", AUGUST, date(2022, 9, 11), AUGUST, date(2022, 9, 7), **counted
    )
    sums = [totals(visited=900)]
    assert one(stage(), check, sums=sums).is_simulated
    assert not one(stage(), ended, sums=sums).is_simulated
    assert not one(stage(), check).is_simulated


@pytest.mark.parametrize(
    ("item", "status"),
    [
        (stage(start=AUGUST, end=DECEMBER, began=AUGUST), Status.RUNNING),
        (stage(start=AUGUST, end=DECEMBER), Status.UNREPORTED),
        (stage(start=date(2022, 10, 14), end=DECEMBER), Status.NOT_STARTED),
        (stage(start=AUGUST, end=date(2022, 9, 7), began=AUGUST), Status.OVERDUE),
        (
            stage(
                start=AUGUST,
                end=date(2022, 9, 7),
                began=AUGUST,
                is_end_unrecorded=True,
            ),
            Status.UNREPORTED,
        ),
        (
            stage(start=AUGUST, end=DECEMBER, began=AUGUST, ended=date(2022, 9, 1)),
            Status.DONE,
        ),
        (
            stage(
                start=AUGUST,
                end=date(2022, 8, 31),
                began=AUGUST,
                ended=date(2022, 9, 1),
            ),
            Status.DONE_LATE,
        ),
        (stage("R2d", holding=Holding.CONDITIONAL), Status.CONDITIONAL),
        (stage("R2d", holding=Holding.NOT_HELD), Status.NOT_HELD),
        (stage("10"), Status.NOT_STARTED),
    ],
)
def test_a_stage_stands_by_its_own_days(item, status):
    assert one(item).status is status


@pytest.mark.parametrize(
    ("part", "status"),
    [
        (done("M3-02"), Status.RUNNING),
        (running("M3-03", percent=90), Status.RUNNING),
        (milestone("M3-03", AUGUST, DECEMBER, AUGUST), Status.RUNNING),
        (running("M3-03", percent=10), Status.AT_RISK),
        (milestone("M3-02", AUGUST, date(2022, 8, 14), AUGUST), Status.AT_RISK),
        (silent("M3-01"), Status.UNREPORTED),
        (done("M3-02", holding=Holding.NOT_HELD), Status.UNREPORTED),
    ],
    ids=[
        "ended",
        "on pace",
        "begun",
        "at risk",
        "overdue",
        "silent",
        "not held",
    ],
)
def test_a_stage_without_a_recorded_start_stands_by_its_milestones(part, status):
    assert one(stage(start=AUGUST, end=DECEMBER), part).status is status


def test_a_stage_past_its_end_is_overdue_once_a_milestone_had_begun():
    past = stage(start=AUGUST, end=date(2022, 9, 7))
    assert one(past, running("M3-03")).status is Status.OVERDUE


@pytest.mark.parametrize(
    ("item", "share", "unreported"),
    [
        (stage(start=AUGUST, end=AUGUST, began=AUGUST, ended=AUGUST), 1, 0),
        (stage(start=AUGUST, end=DECEMBER, began=AUGUST), 0, 1),
        (stage(start=DECEMBER, end=DECEMBER), 0, 0),
    ],
)
def test_a_stage_without_milestones_counts_by_itself(item, share, unreported):
    found = one(item)
    assert (found.share, found.unreported) == (share, unreported)
    assert found.expected is not None


def test_the_election_adds_up_its_stages_and_leaves_the_run_off_out():
    stages = [
        stage("3", AUGUST, DECEMBER, AUGUST, weight=3),
        stage("4", date(2022, 12, 14), date(2022, 12, 14)),
        stage("R2a", AUGUST, DECEMBER, holding=Holding.CONDITIONAL),
        stage("R2b", AUGUST, DECEMBER),
        stage("5", AUGUST, DECEMBER, holding=Holding.NOT_HELD),
    ]
    election = roll_up(assessed_stages(stages, running("M3-03")))
    assert election.share == Fraction(3, 8)
    assert election.unreported == 0
    assert election.expected == Fraction(3, 4) * Fraction(29, 45)
    assert not election.is_simulated


def test_an_election_without_stages_has_nothing_done_and_expects_nothing():
    election = roll_up(())
    assert (election.share, election.unreported, election.expected) == (0, 0, None)


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 5)), max_size=12))
def test_the_shares_of_a_stage_never_exceed_the_whole(items):
    parts = [
        running(f"M3-{n}", percent=percent, weight=weight)
        for n, (percent, weight) in enumerate(items)
    ]
    found = one(stage(start=AUGUST, end=DECEMBER), *parts)
    assert 0 <= found.share <= 1
    assert found.share + found.unreported <= 1
