from datetime import date

import pytest

from domain.assess import assess_stages
from domain.assessment import Status
from domain.election import Election
from domain.timeline import Holding, ProgressMeasure
from tests.domain.builders import (
    EVERY_WEEKDAY,
    READ,
    VOTING_DAY,
    assessed,
    deadline,
    milestone,
    named,
    stage,
    totals,
)
from ui import headlines

BRIEFING = date(2022, 9, 8)
ELECTION = Election(
    code="pemilu-2024",
    name=named("Pemilihan Umum 2024", "General Election 2024"),
    launched_on=date(2022, 6, 14),
    voting_day=VOTING_DAY,
    voting_day_name=named("Hari Kasih Suara", "Voting day"),
    opens_on=BRIEFING,
    legal_basis="UU 7/2017 Ps. 167",
    provenance=READ,
)
AUGUST, OCTOBER = date(2022, 8, 2), date(2022, 10, 14)
LATE_AUGUST = date(2022, 8, 29)


def stages_on(day, *stages, items=(), deadlines=(), totals=()):
    known = assessed(*items, day=day, deadlines=deadlines, totals=totals)
    return assess_stages(stages, known, day=day, calendar=EVERY_WEEKDAY)


def running(code="3", **more):
    return stage(code, AUGUST, OCTOBER, AUGUST, **more)


def overdue(code="M3-02"):
    return milestone(code, AUGUST, LATE_AUGUST, AUGUST)


def slow():
    return milestone(
        "M3-03", AUGUST, date(2022, 9, 10), AUGUST,
        phase_code="factual", measure=ProgressMeasure.MEMBERS,
    )  # fmt: skip


def title(day, *stages, **more):
    return headlines.state_of(ELECTION, stages_on(day, *stages, **more), day)


def test_two_milestones_past_their_plan_are_the_headline():
    items = [overdue("M3-02"), overdue("M3-03")]
    assert title(BRIEFING, running(), items=items) == "Two milestones overdue"


def test_one_milestone_past_its_plan_is_counted_in_the_singular():
    assert title(BRIEFING, running(), items=[overdue()]) == "One milestone overdue"


def test_overdue_and_at_risk_are_both_said():
    figures = [totals("factual", sample=1000, visited=100)]
    words = title(BRIEFING, running(), items=[overdue(), slow()], totals=figures)
    assert words == "One milestone overdue, one at risk"


def test_at_risk_alone_is_the_headline():
    figures = [totals("factual", sample=1000, visited=100)]
    words = title(BRIEFING, running(), items=[slow()], totals=figures)
    assert words == "One milestone at risk"


def test_a_calm_day_counts_the_running_stages():
    later = stage("7", date(2023, 11, 28), date(2024, 2, 10))
    assert title(BRIEFING, running(), later) == "One of 2 stages runs"


def test_before_the_stages_open_their_opening_is_counted_down():
    assert title(date(2022, 6, 13), running()) == "Stages open in 1 day"
    assert title(date(2022, 6, 1), running()) == "Stages open in 13 days"


def test_between_two_stages_those_that_ended_are_counted():
    ended = stage("3", AUGUST, OCTOBER, AUGUST, OCTOBER)
    later = stage("7", date(2023, 11, 28), date(2024, 2, 10))
    assert title(date(2023, 1, 1), ended, later) == "One of 2 stages is done"


def test_after_the_last_stage_all_are_done():
    ended = stage("3", AUGUST, OCTOBER, AUGUST, OCTOBER)
    assert title(date(2026, 11, 24), ended) == "All 1 stages are done"


def test_the_run_off_counts_among_no_stages():
    run_off = stage("R2a", holding=Holding.CONDITIONAL)
    assert title(BRIEFING, running(), run_off) == "One of 1 stages runs"


@pytest.mark.usefixtures("in_indonesian")
def test_an_indonesian_headline_begins_with_an_indonesian_word():
    items = [overdue("M3-02"), overdue("M3-03")]
    assert title(BRIEFING, running(), items=items).startswith("Dua ")


def test_the_timeline_counts_the_stages_that_run_and_those_at_risk():
    calm = stages_on(BRIEFING, running())
    assert headlines.timeline_title(calm) == "One stage runs"
    behind = stages_on(BRIEFING, running(), running("2"), items=[overdue()])
    assert headlines.timeline_title(behind) == "Two stages run, one of them at risk"


def test_the_timeline_of_an_empty_plan_says_that_no_stage_runs():
    assert headlines.timeline_title(()) == "No stage runs on this day"


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        (date(2022, 9, 8), "Administrative verification: one working day left"),
        (date(2022, 9, 9), "Administrative verification: two working days left"),
        (
            date(2022, 9, 7),
            "Administrative verification is one working day past its limit",
        ),
    ],
)
def test_one_stage_is_headed_by_its_nearest_limit(limit, words):
    item = milestone(
        "M9-05", date(2022, 9, 5), date(2022, 9, 30), AUGUST, stage_code="9"
    )
    limits = [deadline(limit)]
    known = stages_on(BRIEFING, running("9"), items=[item], deadlines=limits)
    nearest = known[0].milestones[0]
    assert headlines.stage_title(known[0], nearest) == words


def test_a_stage_without_a_limit_counts_its_milestones():
    known = stages_on(BRIEFING, running(), items=[overdue()])
    assert headlines.stage_title(known[0], None) == (
        "Registration: 0 of 1 milestones done"
    )


def test_the_sentence_names_what_is_in_trouble_and_counts_the_rest():
    items = assessed(overdue("M3-01"), overdue("M3-02"), day=BRIEFING)
    assert all(item.status is Status.OVERDUE for item in items)
    one = "Administrative verification"
    assert headlines.sentence(items[:1], None) == f"{one} needs attention."
    assert headlines.sentence(items, None) == f"{one} and {one} need attention."
    three = (*items, items[0])
    assert headlines.sentence(three, None) == (
        f"{one}, {one} and one more need attention."
    )


def test_with_nothing_to_say_there_is_no_sentence():
    assert headlines.sentence((), None) == ""
