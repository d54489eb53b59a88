"""The workbooks that are offered to be filled in, with what is recorded in them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from data_access import parties, regions, timeline, verification
from data_access.deadlines import read_holiday_overrides
from data_access.imports.current_tallies import read_current_tallies
from data_access.integrity_accountability import read_accountability_years
from data_access.integrity_assessments import read_assessments, read_scheme
from data_access.integrity_duty import read_rota
from data_access.integrity_services import read_service_figures, read_services
from data_access.integrity_survey import read_survey_rounds
from domain.bilingual import Language
from domain.integrity_assessment import Assessor
from domain.integrity_duty import days_from, monday_of
from domain.integrity_scores import slots_of
from domain.person import Person
from domain.workdays import indonesian_calendar
from reports.templates import Places, milestone_sheet, tally_sheet
from reports.templates_integrity import (
    Worksheet,
    accountability_sheet,
    assessment_sheet,
    duty_sheet,
    figure_sheet,
    service_sheet,
    survey_sheet,
)
from reports.workbook import Sheet, xlsx_of
from ui import days_off, importing_templates, language, store
from ui.importing_contents import PERMISSIONS, Content

DAYS_OF_ROTA = 35
"""Days of the rota in its template: this week and four more."""

Written: TypeAlias = Callable[[Sheet], bytes]
"""Writes a sheet as a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A template that is asked for.

    Attributes:
        content: What it holds.
        election: Code of the election.
        day: Day whose values it is filled with.
        language: Language of its words.
        person: Who fills it in; it has only the rows they may record.
    """

    content: Content
    election: str
    day: date
    language: Language
    person: Person


def template(wanted: Wanted, written: Written = xlsx_of) -> bytes:
    """Return a workbook filled with what is recorded, as XLSX or as CSV."""
    # A download is made outside the run of the page, which speaks its language.
    language.speak(wanted.language)
    return written(_SHEETS[wanted.content](wanted))


def _milestones(wanted: Wanted) -> Sheet:
    with store.connect() as connection:
        known = timeline.read_milestones(connection, wanted.election, wanted.day)
    own = [each for each in known if _is_own(wanted, each.region_code)]
    return milestone_sheet(own, importing_templates.milestone_labels())


def _tallies(wanted: Wanted) -> Sheet:
    election, day, province = wanted.election, wanted.day, store.province()
    with store.connect() as connection:
        known = read_current_tallies(connection, election, day, province=province)
        phases = verification.read_phases(connection, election, day)
        contenders = parties.read_parties(connection, election, day)
        places = regions.read_regions(connection, election, day, parent=province)
    own = Places(
        phases=phases,
        parties=contenders,
        regions=tuple(each for each in places if _is_own(wanted, each.code)),
    )
    rows = [each for each in known if _is_own(wanted, each.region_code)]
    return tally_sheet(rows, own, importing_templates.tally_labels())


def _assessment(wanted: Wanted) -> Sheet:
    period, assessor = wanted.day.year, Assessor.SELF
    with store.connect() as connection:
        scheme = read_scheme(connection)
        known = read_assessments(connection, wanted.day)
    scores = {
        (score.component, score.aspect): score
        for each in known
        if (each.period, each.assessor) == (period, assessor) and not each.is_simulated
        for score in each.scores
    }
    worksheet = Worksheet(
        period=period, assessor=assessor, slots=tuple(slots_of(scheme)), scores=scores
    )
    labels = importing_templates.assessment_labels(scheme.components)
    return assessment_sheet(worksheet, labels)


def _survey(wanted: Wanted) -> Sheet:
    with store.connect() as connection:
        services = read_services(connection, wanted.day)
        known = read_survey_rounds(connection, wanted.day)
    real = [each for each in known if not each.is_simulated]
    return survey_sheet(real, importing_templates.survey_labels(services))


def _accountability(wanted: Wanted) -> Sheet:
    with store.connect() as connection:
        years = read_accountability_years(connection, wanted.day)
    return accountability_sheet(years, importing_templates.accountability_labels())


def _services(wanted: Wanted) -> Sheet:
    with store.connect() as connection:
        services = read_services(connection, wanted.day)
    return service_sheet(services, importing_templates.service_labels(services))


def _figures(wanted: Wanted) -> Sheet:
    with store.connect() as connection:
        services = read_services(connection, wanted.day)
        known = read_service_figures(connection, wanted.day)
    real = [each for each in known if not each.is_simulated]
    return figure_sheet(real, importing_templates.figure_labels(services))


def _duty(wanted: Wanted) -> Sheet:
    days = days_from(monday_of(wanted.day), DAYS_OF_ROTA)
    first, last = days[0], days[-1]
    with store.connect() as connection:
        overrides = read_holiday_overrides(connection, wanted.day)
        shifts = read_rota(connection, wanted.day, first, last)
    calendar = indonesian_calendar(
        first.year, last.year, overrides, wanted.day, days_off.published
    )
    working = [day for day in days if calendar.is_working(day)]
    return duty_sheet(working, shifts, importing_templates.duty_labels())


def _is_own(wanted: Wanted, region: str) -> bool:
    return wanted.person.may(PERMISSIONS[wanted.content], region)


_SHEETS: Mapping[Content, Callable[[Wanted], Sheet]] = {
    Content.MILESTONES: _milestones,
    Content.TALLIES: _tallies,
    Content.ASSESSMENT: _assessment,
    Content.SURVEY: _survey,
    Content.ACCOUNTABILITY: _accountability,
    Content.SERVICES: _services,
    Content.FIGURES: _figures,
    Content.DUTY: _duty,
}
