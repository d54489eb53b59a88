from datetime import date
from fractions import Fraction

from domain.assessment import Assessment, Status
from domain.integrity_punctuality import (
    Punctuality,
    by_division,
    by_region,
    days_late,
    punctuality,
    standing,
)
from domain.timeline import Holding
from tests.domain.builders import EVERY_WEEKDAY, milestone

TODAY = date(2022, 9, 8)
START, END = date(2022, 8, 1), date(2022, 8, 31)


def item(status, code="M3-03", end=END, **more):
    return Assessment(
        milestone=milestone(code, START, end, **more),
        status=status,
        progress=None,
        expected=None,
        forecast=None,
        deadlines=(),
        limit=None,
        slack=None,
        is_excepted=False,
        passed_limit_by=0,
    )


def codes(items):
    return [each.milestone.code for each in items]


def test_the_share_is_of_what_ended_or_is_due_and_silence_counts_apart():
    items = [
        item(Status.DONE, "in-time"),
        item(Status.DONE, "early", end=date(2022, 9, 30)),
        item(Status.DONE_LATE, "late"),
        item(Status.OVERDUE, "open"),
        item(Status.UNREPORTED, "silent"),
        item(Status.UNREPORTED, "silent-and-not-due", end=TODAY),
        item(Status.RUNNING, "running", end=date(2022, 9, 30)),
        item(Status.NOT_HELD, "not-held"),
        item(Status.CONDITIONAL, "conditional", holding=Holding.CONDITIONAL),
        item(Status.DONE, "without-plan", end=None),
    ]
    found = punctuality(items, TODAY)
    assert codes(found.in_time) == ["in-time", "early"]
    assert codes(found.late) == ["late", "open"]
    assert codes(found.unreported) == ["silent"]
    assert (found.counted, found.share) == (4, Fraction(1, 2))
    assert not found.is_simulated


def test_without_anything_due_there_is_no_share():
    assert punctuality([], TODAY) == Punctuality()
    assert Punctuality().share is None


def test_divisions_and_regions_have_their_own():
    items = [
        item(Status.DONE, "a", division="Teknis", region_code="52.71"),
        item(Status.OVERDUE, "b", division="Teknis"),
        item(Status.UNREPORTED, "c"),
        item(Status.RUNNING, "d", end=TODAY, division="Data", region_code="52.08"),
    ]
    divisions = by_division(items, TODAY)
    assert {each: found.share for each, found in divisions.items()} == {
        "": None,
        "Teknis": Fraction(1, 2),
    }
    assert list(by_region(items, TODAY)) == ["52", "52.71"]


def test_a_milestone_is_due_once_its_planned_end_is_over():
    open_one = item(Status.OVERDUE)
    assert standing(open_one, END) is None
    assert standing(open_one, date(2022, 9, 1)) == "late"


def test_working_days_late_run_to_the_end_or_to_today():
    open_one = item(Status.OVERDUE)
    ended = item(Status.DONE_LATE, began=START, ended=date(2022, 9, 2))
    early = item(Status.DONE, began=START, ended=date(2022, 8, 30))
    assert [days_late(each, TODAY, EVERY_WEEKDAY) for each in (open_one, ended)] == [
        6, 2,
    ]  # fmt: skip
    assert days_late(early, TODAY, EVERY_WEEKDAY) == 0
