"""The deadline rules of the project against the days that the commission computed."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from data_access.facts_csv import read_facts
from data_access.facts_files import HOLIDAY_OVERRIDES
from data_access.facts_loading import FOLDER
from data_access.facts_timeline_files import DEADLINE_RULES, MILESTONES
from domain.bilingual import Bilingual
from domain.deadline_rules import Anchors, resolve
from domain.deadlines import DeadlineRule
from domain.provenance import Provenance
from domain.timeline import Schedule
from domain.workdays import HolidayOverride, indonesian_calendar

HOME = FOLDER / "pemilu-2024"
DAY = date(2025, 1, 1)
SCHEDULE = ("planned_start", "planned_end", "actual_start", "actual_end")

PUBLISHED = {
    "LD-01": "2022-06-14",
    "LD-02": "2022-08-14",
    "LD-03": "2022-08-14",
    "LD-04": "2022-12-14",
    "LD-05": "2022-10-14",
    "LD-06": "2022-10-14",
    "LD-07": "2022-12-14",
    "LD-08": "2022-12-14",
    "LD-09": "2023-03-14",
    "LD-11": "2024-01-15",
    "LD-12": "2024-02-07",
    "LD-13": "2023-05-14",
    "LD-14": "2023-08-28",
    "LD-15": "2023-06-14",
    "LD-17": "2023-11-28",
    "LD-18": "2023-11-28",
    "LD-19": "2024-01-21",
    "LD-20": "2024-02-10",
    "LD-21": "2024-02-11",
    "LD-22": "2023-11-27",
    "LD-23": "2024-01-07",
    "LD-24": "2024-01-07",
    "LD-25": "2024-01-12",
    "LD-26": "2024-02-29",
    "LD-27": "2024-03-30",
    "LD-30": "2023-08-14",
    "LD-31": "2024-04-14",
    "LD-32": "2023-08-14",
    "LD-33": "2024-04-14",
    "LD-34": "2024-01-31",
    "LD-35": "2024-02-13",
    "LD-36": "2024-01-15",
    "LD-37": "2024-02-14",
    "LD-38": "2024-02-15",
    "LD-39": "2024-02-24",
    "LD-40": "2024-03-05",
    "LD-41": "2024-03-10",
    "LD-42": "2024-03-20",
    "LD-43": "2024-03-23",
    "LD-45": "2024-03-23",
    "LD-46": "2024-04-22",
    "LD-47": "2024-06-10",
    "LD-48": "2024-04-25",
    "LD-49": "2024-05-02",
    "LD-51": "2024-10-06",
    "LD-53": "2022-12-19",
    "LD-54": "2022-12-28",
    "LD-55": "2022-12-23",
}


def facts(folder, file):
    return [
        dict(fact.values)
        for fact in read_facts(folder / f"{file.name}.csv", file.columns)
    ]


def provenance_of(fact):
    columns = ("source", "confidence", "note")
    return Provenance(**{column: fact.pop(column) for column in columns})


def rule_of(fact):
    del fact["known_on"]
    subject = Bilingual(fact.pop("subject_indonesian"), fact.pop("subject_english"))
    return DeadlineRule(subject=subject, provenance=provenance_of(fact), **fact)


def calendar(as_of):
    overrides = [
        HolidayOverride(provenance=provenance_of(fact), **fact)
        for fact in facts(FOLDER, HOLIDAY_OVERRIDES)
    ]
    return indonesian_calendar(2022, 2024, overrides, as_of)


@pytest.fixture(scope="module")
def deadlines():
    schedules = {
        milestone["code"]: Schedule(
            **{column: milestone[column] for column in SCHEDULE}
        )
        for milestone in facts(HOME, MILESTONES)
    }
    anchors = Anchors(
        day=DAY,
        voting_day=date(2024, 2, 14),
        schedules=schedules,
        office_zone=ZoneInfo("Asia/Makassar"),
    )
    rules = [rule_of(fact) for fact in facts(HOME, DEADLINE_RULES)]
    found = resolve(rules, anchors, calendar(DAY))
    return {(each.rule.code, each.rule.reading): each for each in found}


@pytest.mark.parametrize("code", PUBLISHED)
def test_a_rule_gives_the_published_day(deadlines, code):
    assert deadlines[code, "a"].falls_on.isoformat() == PUBLISHED[code]


@pytest.mark.parametrize(
    ("code", "day"),
    [("LD-46", "2024-04-06"), ("LD-48", "2024-04-24"), ("LD-54", "2023-01-03")],
)
def test_a_second_reading_gives_its_own_day(deadlines, code, day):
    assert deadlines[code, "b"].falls_on.isoformat() == day


@pytest.mark.parametrize(
    ("code", "instant"),
    [
        ("LD-03", "2022-08-14T23:59:00+07:00"),
        ("LD-26", "2024-02-29T23:59:00+08:00"),
        ("LD-37", "2024-02-14T15:00:00+07:00"),
        ("LD-38", "2024-02-15T12:00:00+08:00"),
        ("LD-43", "2024-03-23T22:19:00+07:00"),
        ("LD-45", "2024-03-24T00:00:00+07:00"),
    ],
)
def test_a_rule_closes_by_its_own_clock(deadlines, code, instant):
    assert deadlines[code, "a"].closes_at.isoformat() == instant


@pytest.mark.parametrize(
    ("as_of", "working"),
    [
        (date(2023, 3, 28), {19: True, 20: True, 26: False}),
        (date(2023, 3, 29), {19: False, 20: False, 26: True}),
    ],
)
def test_the_cuti_bersama_of_2023_moved_in_march(as_of, working):
    known = calendar(as_of)
    assert {day: known.is_working(date(2023, 4, day)) for day in working} == working


def test_the_cuti_bersama_of_idul_adha_came_in_june_2023():
    assert calendar(date(2023, 6, 15)).is_working(date(2023, 6, 28))
    assert not calendar(date(2023, 6, 16)).is_working(date(2023, 6, 28))
