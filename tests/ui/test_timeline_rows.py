from datetime import date

import pytest

from domain.assess import assess_stages
from domain.assessment import Status
from domain.bilingual import Bilingual
from domain.timeline import Baseline, Holding, ProgressMeasure, Schedule
from tests.domain.builders import EVERY_WEEKDAY, assessed, milestone, stage, totals
from ui.timeline import (
    days_on_a_line,
    milestone_rows,
    slack_words,
    stage_rows,
    timeline_table,
)

BRIEFING = date(2022, 9, 8)
AUGUST, OCTOBER = date(2022, 8, 2), date(2022, 10, 14)
RUN_OFF = [
    stage("R2a", date(2024, 3, 22), date(2024, 4, 25), holding=Holding.CONDITIONAL),
    stage("R2d", date(2024, 6, 26), date(2024, 6, 26), holding=Holding.CONDITIONAL),
    stage("R2f", date(2024, 10, 1), date(2024, 10, 20), holding=Holding.CONDITIONAL),
]


def rows(*stages, items=(), totals=(), baseline=None):
    known = assessed(*items, day=BRIEFING, totals=totals)
    found = assess_stages(stages, known, day=BRIEFING, calendar=EVERY_WEEKDAY)
    return stage_rows(found, baseline)


def counted_milestone():
    return milestone(
        "M3-03", AUGUST, OCTOBER, AUGUST,
        phase_code="administrative", measure=ProgressMeasure.MEMBERS,
    )  # fmt: skip


def test_a_plan_without_stages_has_no_rows():
    assert rows() == []


def test_the_blocks_of_the_run_off_are_one_row_after_the_stages():
    found = rows(stage("3", AUGUST, OCTOBER, AUGUST), *RUN_OFF)
    assert [row.code for row in found] == ["3", "R2a"]
    run_off = found[-1]
    assert run_off.status is Status.CONDITIONAL
    assert run_off.planned_start == date(2024, 3, 22)
    assert run_off.progress is None


def test_the_run_off_ends_before_the_oath_that_the_first_round_would_take_as_well():
    assert rows(*RUN_OFF)[0].planned_end == date(2024, 6, 26)


def test_a_share_of_simulated_tallies_says_so_in_its_caption():
    item = counted_milestone()
    simulated = [totals(sample=1000, visited=500)]
    row = rows(stage("3", AUGUST, OCTOBER, AUGUST), items=[item], totals=simulated)[0]
    assert "(simulated)" in row.caption
    official = [totals(sample=1000, visited=500, is_simulated=False)]
    row = rows(stage("3", AUGUST, OCTOBER, AUGUST), items=[item], totals=official)[0]
    assert "simulated" not in row.caption


def test_a_milestone_of_simulated_tallies_says_so_in_its_caption():
    item = counted_milestone()
    known = assessed(item, day=BRIEFING, totals=[totals(sample=1000, visited=500)])
    assert "simulated" in milestone_rows(known, None)[0].caption


def test_a_stage_that_nobody_reports_on_shows_no_share():
    unreported = milestone("M3-03", AUGUST, OCTOBER)
    row = rows(stage("3", AUGUST, OCTOBER, AUGUST), items=[unreported])[0]
    assert row.progress is None
    assert "%" not in row.caption


def test_a_day_of_one_milestone_is_a_point_on_its_stage():
    drawn = milestone("M4-02", date(2022, 9, 14), date(2022, 9, 14))
    row = rows(stage("3", AUGUST, OCTOBER, AUGUST), items=[drawn])[0]
    assert [point.day for point in row.points] == [date(2022, 9, 14)]
    assert row.points[0].dated == "14 Sep 2022"


def test_a_baseline_shows_the_days_of_its_regulation():
    first = Baseline(
        code="pkpu-3-2022",
        name="PKPU 3/2022",
        decided_on=date(2022, 6, 9),
        days={"3": (AUGUST, date(2022, 9, 30))},
    )
    row = rows(stage("3", AUGUST, OCTOBER, AUGUST), baseline=first)[0]
    assert row.baseline == (AUGUST, date(2022, 9, 30))


def test_the_table_says_what_the_chart_draws():
    table = timeline_table(rows(stage("3", AUGUST, OCTOBER, AUGUST)))
    assert len(table.columns) == 5
    assert table.rows == [
        (
            "3 Registration and verification",
            "Running",
            "2 Aug – 14 Oct 2022",
            "2 Aug 2022",
            "–",
        )
    ]


def test_the_table_of_an_empty_plan_has_only_its_heading():
    assert timeline_table([]).rows == []


@pytest.mark.parametrize(
    ("slack", "words"),
    [
        (5, "5 working days left"),
        (1, "1 working day left"),
        (0, "0 working days left"),
        (-1, "1 working day past"),
        (-12, "12 working days past"),
    ],
)
def test_slack_is_counted_in_working_days_left_or_past(slack, words):
    assert slack_words(slack) == words


def test_days_stay_on_a_line_and_a_rule_for_them_may_break():
    rule = Schedule(relative_rule=Bilingual("after it", "after it"))
    assert " " not in days_on_a_line(Schedule(planned_start=AUGUST))
    assert days_on_a_line(rule) == "after it"
