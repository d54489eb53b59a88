from datetime import date, timedelta
from fractions import Fraction

import pytest

from domain.predecessors import closes_a_circle
from domain.recording import MilestoneEdit, check_closed, check_edit, edit_of
from domain.timeline import Holding, SlipReason
from tests.domain.builders import milestone, schedule, stage

DAY = date(2022, 9, 8)
PLAN = {"M3-01": (), "M3-02": ("M3-01",), "M3-03": ("M3-02",), "M3-04": ()}


def broken(code="M3-03", **edit):
    edit.setdefault("predecessors", frozenset())
    found = check_edit(code, MilestoneEdit(**edit), PLAN, DAY)
    return [(each.field, each.value, each.rule.value) for each in found]


@pytest.mark.parametrize(
    "edit",
    [
        {},
        {"actual_start": DAY},
        {"actual_start": DAY, "actual_end": DAY, "progress_percent": 100},
        {"actual_start": DAY, "actual_end": DAY},
        {"progress_percent": 0},
        {"progress_percent": 99, "actual_start": DAY},
        {"actual_start": DAY, "actual_end": DAY, "planned_end": DAY},
        {
            "actual_start": DAY,
            "actual_end": DAY,
            "planned_end": DAY - timedelta(days=1),
            "slip_reason": SlipReason.WEATHER,
        },
        {"planned_start": date(1945, 1, 1), "planned_end": date(2100, 12, 31)},
        {"remark": "a\n\tb" + "c" * 1996},
        {"minutes_number": "7/BA/2022", "minutes_date": DAY},
        {"predecessors": frozenset({"M3-02", "M3-04"})},
    ],
)
def test_a_sound_edit_breaks_no_rule(edit):
    assert broken(**edit) == []


TOMORROW = DAY + timedelta(days=1)
YESTERDAY = DAY - timedelta(days=1)


@pytest.mark.parametrize(
    ("edit", "violation"),
    [
        ({"actual_start": TOMORROW}, ("actual_start", TOMORROW, "not_in_future")),
        (
            {"actual_start": DAY, "actual_end": TOMORROW},
            ("actual_end", TOMORROW, "not_in_future"),
        ),
        (
            {"minutes_number": "7", "minutes_date": TOMORROW},
            ("minutes_date", TOMORROW, "not_in_future"),
        ),
        (
            {"actual_start": date(1022, 9, 8)},
            ("actual_start", date(1022, 9, 8), "within_years"),
        ),
        (
            {"actual_start": date(2202, 9, 8)},
            ("actual_start", date(2202, 9, 8), "within_years"),
        ),
        (
            {"planned_start": date(1944, 12, 31)},
            ("planned_start", date(1944, 12, 31), "within_years"),
        ),
        (
            {"planned_end": date(2101, 1, 1)},
            ("planned_end", date(2101, 1, 1), "within_years"),
        ),
        (
            {"planned_start": DAY, "planned_end": YESTERDAY},
            ("planned_end", YESTERDAY, "runs_forward"),
        ),
        (
            {"actual_start": DAY, "actual_end": YESTERDAY},
            ("actual_end", YESTERDAY, "runs_forward"),
        ),
        ({"progress_percent": 101}, ("progress_percent", 101, "progress_in_range")),
        ({"progress_percent": -1}, ("progress_percent", -1, "progress_in_range")),
        (
            {"progress_percent": 100, "actual_start": DAY},
            ("actual_end", None, "complete_has_end"),
        ),
        ({"actual_end": DAY}, ("actual_start", None, "end_has_start")),
        (
            {"actual_start": DAY, "actual_end": DAY, "progress_percent": 99},
            ("progress_percent", 99, "end_is_complete"),
        ),
        (
            {"actual_start": YESTERDAY, "actual_end": DAY, "planned_end": YESTERDAY},
            ("slip_reason", None, "slip_reason_missing"),
        ),
        ({"minutes_number": "7"}, ("minutes_date", None, "minutes_incomplete")),
        ({"minutes_date": DAY}, ("minutes_number", None, "minutes_incomplete")),
        (
            {"minutes_number": "", "minutes_date": DAY},
            ("minutes_number", "", "too_short"),
        ),
        ({"remark": "a" * 2001}, ("remark", "a" * 2001, "too_long")),
        ({"remark": "a\x00"}, ("remark", "a\x00", "control_characters")),
        ({"remark": "\ud800"}, ("remark", "\ud800", "control_characters")),
        (
            {"predecessors": frozenset({"M9-99"})},
            ("predecessors", "M9-99", "unknown_milestone"),
        ),
        (
            {"predecessors": frozenset({"M3-03"})},
            ("predecessors", "M3-03", "circle"),
        ),
    ],
)
def test_what_is_wrong_is_named_with_field_value_and_rule(edit, violation):
    assert broken(**edit) == [violation]


def test_a_circle_through_others_is_found():
    edit = {"predecessors": frozenset({"M3-03", "M3-04"})}
    assert broken("M3-01", **edit) == [("predecessors", "M3-03", "circle")]


def test_predecessors_that_meet_again_are_no_circle():
    plan = {
        "A": (),
        "B": ("A",),
        "C": ("A",),
        "D": ("B", "C"),
        "E": (),
    }
    assert closes_a_circle("E", {"D"}, plan) is None
    assert closes_a_circle("A", {"D", "E"}, plan) == "D"


def test_an_edit_starts_with_what_is_recorded():
    recorded = milestone(
        start=date(2022, 8, 2),
        end=date(2022, 9, 11),
        began=date(2022, 8, 2),
        ended=DAY,
        progress=Fraction(1),
        slip_reason=SlipReason.OTHER,
        remark="selesai",
        minutes_number="7",
        minutes_date=DAY,
        predecessors=("M3-02",),
    )
    assert edit_of(recorded) == MilestoneEdit(
        planned_start=date(2022, 8, 2),
        planned_end=date(2022, 9, 11),
        actual_start=date(2022, 8, 2),
        actual_end=DAY,
        progress_percent=100,
        slip_reason=SlipReason.OTHER,
        remark="selesai",
        minutes_number="7",
        minutes_date=DAY,
        predecessors=frozenset({"M3-02"}),
    )
    assert edit_of(milestone()) == MilestoneEdit()


@pytest.mark.parametrize(
    ("item", "its_stage", "is_closed"),
    [
        (milestone(), stage(), False),
        (milestone(), None, False),
        (milestone(), stage(schedule=schedule(began=DAY)), False),
        (milestone(), stage(schedule=schedule(began=DAY, ended=DAY)), True),
        (milestone(), stage(holding=Holding.NOT_HELD), True),
        (milestone(), stage(holding=Holding.CONDITIONAL), False),
        (milestone(holding=Holding.NOT_HELD), stage(), True),
    ],
)
def test_a_milestone_is_closed_once_its_stage_is_done_or_it_was_not_held(
    item, its_stage, is_closed
):
    assert bool(check_closed(item, its_stage)) is is_closed
