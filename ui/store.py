"""What the pages know of the database, kept per data revision.

Every function below is keyed by the revision, so nothing here is older than the
database; the values are frozen and shared by all sessions. What was read outlasts a
revision that touched other tables (`ui/known.py`).
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection

from data_access import (
    deadlines,
    elections,
    journal,
    parties,
    regions,
    timeline,
    verification,
)
from data_access.cells import TALLIES_GROUND
from data_access.daily_totals import Recaps, read_daily_totals
from data_access.tallies import read_tallies
from data_access.totals import read_phase_totals
from domain.assess import assess, assess_stages
from domain.assessment import Assessment, StageAssessment
from domain.changes import Change, Snapshot, changes_between
from domain.deadline_rules import Anchors, resolve, schedules_of
from domain.deadlines import Deadline, DeadlineRule
from domain.election import Election
from domain.findings import Cell, Finding, count_verdicts, verdicts
from domain.limits import by_milestone
from domain.party import Party
from domain.region import Region
from domain.requirement import Requirement
from domain.tally import DailyTotal, PhaseTotals, ReportedFigure, Tally
from domain.timeline import Baseline, Schedule
from domain.verification import Phase
from domain.workdays import HolidayOverride, WorkingCalendar, indonesian_calendar
from ui import clock, days_off
from ui.kept import follow, kept
from ui.known import Known
from ui.known import connect as connect  # for all who read what is not kept

CORRECTED = {
    "administrative_correction": "administrative",
    "factual_correction": "factual",
}
"""The round that each phase of corrections corrects."""

WEEK = timedelta(days=7)
PLENARY_REMEMBERED = timedelta(days=28)
YEARS_AFTER = 2  # deadlines after voting day run this long


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The rules known on a day.

    Attributes:
        rules: Rules on legal deadlines, every reading.
        overrides: Decisions on holidays.
        requirements: Requirements on parties.
    """

    rules: tuple[DeadlineRule, ...]
    overrides: tuple[HolidayOverride, ...]
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Everything the rules say of one election on one day.

    Attributes:
        day: Day of the question.
        calendar: Working days as known that day.
        stages: The stages with their milestones, in official order.
        phases: Verification phases known that day.
        totals: Sums over the public tallies, by phase code.
        parties: Parties with the decisions known that day.
        baselines: Baselines decided by that day, oldest first.
        requirements: Requirements on parties.
        regencies: Kab/kota of the commission's province, in order of their codes.
        deadlines: Legal deadlines whose anchor is known, in the order of their rules.
    """

    day: date
    calendar: WorkingCalendar
    stages: tuple[StageAssessment, ...]
    phases: tuple[Phase, ...]
    totals: Mapping[str, PhaseTotals]
    parties: tuple[Party, ...]
    baselines: tuple[Baseline, ...]
    requirements: tuple[Requirement, ...]
    regencies: tuple[Region, ...]
    deadlines: tuple[Deadline, ...]

    @property
    def milestones(self) -> tuple[Assessment, ...]:
        """Return the milestones of all stages, in official order."""
        return tuple(item for stage in self.stages for item in stage.milestones)


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since a day.

    Attributes:
        since: The earlier day.
        is_plenary: Whether that was the day of the last plenary.
        found: What changed, in the order of the plan.
    """

    since: date
    is_plenary: bool
    found: tuple[Change, ...]


def revision() -> int:
    """Return the data revision; asked anew by every run of a page."""
    with connect() as connection:
        found = journal.read_revision(connection)
    follow(found)
    return found


@kept
def all_elections(revision: int) -> tuple[Election, ...]:  # noqa: ARG001 - cache key
    """Return every election, in order of voting day."""
    with connect() as connection:
        return elections.read_elections(connection)


@kept
def frame(revision: int, election: str, day: date) -> Frame:
    """Return the rules known on a day."""
    return Frame(
        rules=_rules(revision, day, election),
        overrides=_overrides(revision, day),
        requirements=_requirements(revision, day, election),
    )


@kept
def overview(revision: int, election: Election, code: str, day: date) -> Overview:
    """Return everything the rules say of an election on one day.

    Args:
        revision: Data revision; part of the cache's key.
        election: The election itself.
        code: Its code.
        day: Day of the question.
    """
    fixed = frame(revision, code, day)
    milestones = _milestones(revision, day, code)
    calendar = _calendar(election, fixed.overrides, day)
    found = deadlines_from(revision, election, day, schedules_of(milestones))
    sums = {total.phase_code: total for total in _totals(revision, day, code)}
    items = assess(
        milestones,
        day=day,
        calendar=calendar,
        deadlines=by_milestone(found),
        totals=sums,
    )
    stages = _stages(revision, day, code)
    return Overview(
        day=day,
        calendar=calendar,
        stages=assess_stages(stages, items, day=day, calendar=calendar),
        phases=_phases(revision, day, code),
        totals=sums,
        parties=_parties(revision, day, code),
        baselines=_baselines(revision, day, code),
        requirements=fixed.requirements,
        regencies=_regencies(revision, day, code),
        deadlines=found,
    )


def deadlines_from(
    revision: int, election: Election, day: date, schedules: Mapping[str, Schedule]
) -> tuple[Deadline, ...]:
    """Return the legal deadlines that the rules known on a day count from some days.

    Args:
        revision: Data revision; part of the cache's key.
        election: The election.
        day: Day of the question.
        schedules: Days of milestones, by code; nothing counts from any other.
    """
    fixed = frame(revision, election.code, day)
    anchors = Anchors(
        day=day,
        voting_day=election.voting_day,
        schedules=schedules,
        office_zone=clock.office_zone(os.environ),
    )
    return resolve(fixed.rules, anchors, _calendar(election, fixed.overrides, day))


def findings(
    revision: int, code: str, known: Overview
) -> Mapping[str, Mapping[Finding, int]]:
    """Return the kab/kota of each finding, by party, in the latest counted phase."""
    counted = [phase.code for phase in known.phases if phase.code in known.totals]
    if not counted:
        return {}
    return count_verdicts(cells(revision, code, counted[-1], known.day))


@kept
def cells(
    revision: int, code: str, phase: str, day: date
) -> Mapping[tuple[str, str], Cell]:
    """Return what is known of each party in each kab/kota, in one phase."""
    current = tallies(revision, code, phase, day)
    before = CORRECTED.get(phase)
    if before is None or not current:
        return verdicts(current, ())
    return verdicts(current, tallies(revision, code, before, day))


def snapshot(revision: int, election: Election, code: str, day: date) -> Snapshot:
    """Return what was known of an election on one day, to compare with another."""
    known = overview(revision, election, code, day)
    return Snapshot(
        day=day,
        assessments=known.milestones,
        findings=findings(revision, code, known),
    )


@kept
def changes(revision: int, election: Election, code: str, day: date) -> Changes:
    """Return what changed since the last plenary before a day, or in seven days."""
    known = overview(revision, election, code, day)
    plenary = last_plenary(known)
    since = plenary or day - WEEK
    before = snapshot(revision, election, code, since)
    after = snapshot(revision, election, code, day)
    return Changes(since, plenary is not None, changes_between(before, after))


def last_plenary(known: Overview) -> date | None:
    """Return the day of the last plenary before a day, of the last four weeks."""
    decided = [each.decided_before for each in known.totals.values()]
    last = max(filter(None, decided), default=None)
    return last if last and known.day - last <= PLENARY_REMEMBERED else None


def tallies(revision: int, code: str, phase: str, day: date) -> tuple[Tally, ...]:
    """Return the latest public tally of each party and kab/kota in one phase."""
    return _tallies(revision, day, code, phase)


def reported_figures(revision: int, code: str, day: date) -> tuple[ReportedFigure, ...]:
    """Return the figures that others published, as known on a day."""
    return _reported_figures(revision, day, code)


@kept
def daily_totals(
    revision: int,  # noqa: ARG001 - cache key
    code: str,
    phase: str,
    party: str,
    day: date,
) -> tuple[DailyTotal, ...]:
    """Return the members of a party checked by the end of each day, oldest first."""
    with connect() as connection:
        recaps = Recaps(phase=phase, party=party, province=province())
        return read_daily_totals(connection, code, day, recaps)


@kept
def milestone_history(
    revision: int,  # noqa: ARG001 - cache key
    code: str,
    milestone: str,
    day: date,
) -> tuple[tuple[date, Schedule], ...]:
    """Return what was known of a milestone, and from which day on, newest first."""
    with connect() as connection:
        return timeline.read_milestone_history(connection, code, milestone, day)


def province() -> str:
    """Return the Kemendagri code of the commission's province."""
    return os.environ.get("PROVINCE", "52")


def _read_totals(
    connection: Connection, code: str, day: date
) -> tuple[PhaseTotals, ...]:
    return read_phase_totals(connection, code, day, province=province())


def _read_tallies(
    connection: Connection, code: str, phase: str, day: date
) -> tuple[Tally, ...]:
    return read_tallies(connection, code, phase, day, province=province())


def _read_regencies(connection: Connection, code: str, day: date) -> tuple[Region, ...]:
    return regions.read_regions(connection, code, day, parent=province())


_stages = Known(timeline.read_stages, timeline.STAGES_GROUND)
_milestones = Known(timeline.read_milestones, timeline.MILESTONES_GROUND)
_baselines = Known(timeline.read_baselines, timeline.BASELINES_GROUND)
_rules = Known(deadlines.read_deadline_rules, deadlines.RULES_GROUND)
_overrides = Known(deadlines.read_holiday_overrides, deadlines.OVERRIDES_GROUND)
_requirements = Known(verification.read_requirements, verification.REQUIREMENTS_GROUND)
_phases = Known(verification.read_phases, verification.PHASES_GROUND)
_reported_figures = Known(
    verification.read_reported_figures, verification.REPORTED_FIGURES_GROUND
)
_parties = Known(parties.read_parties, parties.PARTIES_GROUND)
_regencies = Known(_read_regencies, regions.REGIONS_GROUND)
_totals = Known(_read_totals, TALLIES_GROUND)
_tallies = Known(_read_tallies, TALLIES_GROUND)


def _calendar(
    election: Election, overrides: tuple[HolidayOverride, ...], day: date
) -> WorkingCalendar:
    first, last = election.launched_on.year, election.voting_day.year + YEARS_AFTER
    return indonesian_calendar(first, last, overrides, day, days_off.published)
