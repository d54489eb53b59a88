"""Values with defaults, so that a test shows only what it is about."""

from datetime import date
from fractions import Fraction
from zoneinfo import ZoneInfo

from domain.assess import assess
from domain.bilingual import Bilingual
from domain.deadline_rules import Anchors
from domain.deadlines import Deadline, DeadlineRule, Direction, Unit
from domain.provenance import Confidence, Provenance
from domain.requirement import (
    Requirement,
    RequirementKind,
    RequirementScope,
    Rounding,
)
from domain.tally import PhaseTotals, Tally, TallyOrigin, TallyState
from domain.timeline import Holding, Milestone, Schedule, Stage
from domain.verification import Phase, Verdict
from domain.workdays import WorkingCalendar

READ = Provenance(source="https://jdih.kpu.go.id", confidence=Confidence.VERIFIED)
WITA = ZoneInfo("Asia/Makassar")
EVERY_WEEKDAY = WorkingCalendar(frozenset())
VOTING_DAY = date(2024, 2, 14)


def named(name="Verifikasi administrasi", english="Administrative verification"):
    return Bilingual(name, english)


def schedule(start=None, end=None, began=None, ended=None):
    return Schedule(
        planned_start=start, planned_end=end, actual_start=began, actual_end=ended
    )


def milestone(code="M3-03", start=None, end=None, began=None, ended=None, **more):
    defaults = {
        "stage_code": "3",
        "position": 1,
        "name": named(),
        "short_name": named(),
        "schedule": schedule(start, end, began, ended),
        "added_on": date(2022, 6, 9),
        "updated_on": date(2022, 9, 8),
        "provenance": READ,
    }
    return Milestone(code=code, **(defaults | more))


def stage(code="3", start=None, end=None, began=None, ended=None, **more):
    defaults = {
        "position": 1,
        "name": named("Pendaftaran dan verifikasi", "Registration and verification"),
        "short_name": named("Pendaftaran", "Registration"),
        "group": named("Peserta", "Contestants"),
        "schedule": schedule(start, end, began, ended),
        "holding": Holding.PLANNED,
        "legal_basis": "PKPU 3/2022 Lampiran",
        "provenance": READ,
    }
    return Stage(code=code, **(defaults | more))


def rule(code="LD-41", anchor="voting_day", **more):
    defaults = {
        "subject": named("Penetapan hasil", "Result"),
        "wording": "paling lambat 25 hari setelah hari pemungutan suara",
        "direction": Direction.AFTER,
        "amount": 25,
        "unit": Unit.CALENDAR_DAYS,
        "milestone_code": "M9-05",
        "article": "UU 7/2017 Pasal 413 ayat (2)",
        "provenance": READ,
    }
    return DeadlineRule(code=code, anchor=anchor, **(defaults | more))


def deadline(falls_on, **more):
    return Deadline(rule=rule(**more), falls_on=falls_on)


def anchors(day=date(2024, 12, 31), voting_day=VOTING_DAY, **schedules):
    return Anchors(
        day=day,
        voting_day=voting_day,
        schedules={code.replace("_", "-"): days for code, days in schedules.items()},
        office_zone=WITA,
    )


def totals(phase_code="administrative", **more):
    defaults = {
        "recaps_expected": 240,
        "recaps_submitted": 0,
        "recaps_decided": 0,
        "regions_expected": 10,
        "regions_submitted": 0,
        "parties_expected": 24,
        "parties_checked": 0,
        "sample": 1000,
        "visited": 0,
        "eligible": 0,
        "correctable": 0,
        "ineligible": 0,
        "reported_on": date(2022, 9, 8),
        "decided_before": None,
        "is_simulated": True,
    }
    return PhaseTotals(phase_code=phase_code, **(defaults | more))


def assessed(*milestones, day, calendar=EVERY_WEEKDAY, deadlines=(), totals=()):
    by_code = {}
    for each in deadlines:
        by_code.setdefault(each.rule.milestone_code, []).append(each)
    return assess(
        milestones,
        day=day,
        calendar=calendar,
        deadlines={code: tuple(found) for code, found in by_code.items()},
        totals={each.phase_code: each for each in totals},
    )


FACTUAL = Phase(
    code="factual",
    position=3,
    name=named("Verifikasi faktual", "Factual verification"),
    short_name=named("Faktual", "Factual"),
    milestone_code="M3-08",
    verdicts=frozenset({Verdict.ELIGIBLE, Verdict.CORRECTABLE}),
    known_on=date(2022, 7, 20),
    legal_basis="PKPU 4/2022",
)

CORRECTION = Phase(
    code="factual_correction",
    position=4,
    name=named("Verifikasi faktual perbaikan", "Factual verification of corrections"),
    short_name=named("Faktual perbaikan", "Factual, corrections"),
    milestone_code="M3-11",
    verdicts=frozenset({Verdict.ELIGIBLE, Verdict.INELIGIBLE}),
    known_on=date(2022, 7, 20),
    legal_basis="PKPU 4/2022",
)


def tally(region_code="52.71", **more):
    defaults = {
        "party_code": "perindo",
        "phase_code": "factual",
        "reported_on": date(2022, 11, 4),
        "known_on": date(2022, 11, 5),
        "members": 600,
        "required": 445,
        "sample": 234,
        "visited": 0,
        "met": 0,
        "eligible": None,
        "correctable": None,
        "ineligible": None,
        "verdict": None,
        "state": TallyState.SUBMITTED,
        "decided_on": None,
        "minutes_number": None,
        "origin": TallyOrigin.SIMULATED,
    }
    return Tally(region_code=region_code, **(defaults | more))


def requirement(share=None, rounding=Rounding.HALF_UP, **more):
    defaults = {
        "code": "board_regencies",
        "letter": "c",
        "name": named("Kepengurusan di 75% kabupaten/kota", "A board in 75%"),
        "scope": RequirementScope.REGENCY,
        "kind": RequirementKind.BOARD,
        "fixed": None,
        "per_population": None,
        "article": "UU 7/2017 Ps. 173(2) huruf c",
        "provenance": READ,
    }
    share = None if share is None else Fraction(share)
    return Requirement(share=share, rounding=rounding, **(defaults | more))
