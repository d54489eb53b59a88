"""Templates of the zone come back as they were sent."""

from datetime import date, timedelta

import pytest

from data_access.facts_loading import load_facts
from data_access.imports.integrity_accountability import preview_years
from data_access.imports.integrity_assessment import preview_assessments
from data_access.imports.integrity_duty import preview_rota
from data_access.imports.integrity_services import (
    preview_figures,
    preview_services,
)
from data_access.imports.integrity_survey import preview_rounds
from data_access.integrity_accountability import read_accountability_years
from data_access.integrity_assessments import read_assessments, read_scheme
from data_access.integrity_duty import read_rota
from data_access.integrity_services import read_service_figures, read_services
from data_access.integrity_survey import read_survey_rounds
from domain.bilingual import Language
from domain.importing import RefusalKind, RowStatus
from domain.integrity_assessment import Assessor
from domain.integrity_scores import slots_of
from reports.templates_integrity import (
    Worksheet,
    accountability_sheet,
    assessment_sheet,
    duty_sheet,
    figure_sheet,
    service_sheet,
    survey_sheet,
)
from reports.workbook import csv_of, xlsx_of
from tests.data_access.election_rows import STAFF
from tests.data_access.imports import test_accountability_imports as years
from tests.data_access.imports import test_assessment_imports as assessments
from tests.data_access.imports import test_duty_imports as rota
from tests.data_access.imports import test_service_imports as services
from tests.data_access.imports import test_survey_imports as surveys
from tests.data_access.imports.zone import TERMS, stored
from tests.data_access.recorders import TODAY
from ui import language
from ui.importing_templates import (
    accountability_labels,
    assessment_labels,
    duty_labels,
    figure_labels,
    service_labels,
    survey_labels,
)

NEXT_WEEK = TODAY + timedelta(days=7)

IN_BOTH_LANGUAGES = pytest.mark.parametrize("spoken", Language)
IN_BOTH_FORMS = pytest.mark.parametrize("written", [xlsx_of, csv_of])


@pytest.fixture
def facts(connection):
    load_facts(connection, by=STAFF)
    return connection


def worksheet(connection):
    known = read_assessments(connection, TODAY)
    return Worksheet(
        period=2022,
        assessor=Assessor.SELF,
        slots=tuple(slots_of(read_scheme(connection))),
        scores={(s.component, s.aspect): s for each in known for s in each.scores},
    )


def statuses(found):
    assert found.refusals == ()
    assert found.ignored_columns == ()
    return {each.status for each in found.rows}


@IN_BOTH_FORMS
@IN_BOTH_LANGUAGES
def test_a_template_of_an_assessment_comes_back_unchanged(facts, spoken, written):
    language.speak(spoken)
    link = "https://bukti.kpu.go.id/a"
    rows = assessments.whole(facts, link=link)
    stored(facts, assessments.preview(facts, *rows))
    labels = assessment_labels(read_scheme(facts).components)
    content = written(assessment_sheet(worksheet(facts), labels))
    found = preview_assessments(facts, content, TERMS, lambda *_: None)
    assert statuses(found) == {RowStatus.UNCHANGED}
    assert len(found.rows) == 15


def test_a_template_of_a_new_assessment_asks_for_every_score(facts):
    labels = assessment_labels(read_scheme(facts).components)
    content = xlsx_of(assessment_sheet(worksheet(facts), labels))
    found = preview_assessments(facts, content, TERMS, lambda *_: None)
    assert [each.kind for each in found.refusals] == [RefusalKind.EMPTY] * 15
    assert [each.row for each in found.refusals] == list(range(2, 17))


@IN_BOTH_FORMS
@IN_BOTH_LANGUAGES
def test_a_template_of_rounds_comes_back_unchanged(facts, spoken, written):
    language.speak(spoken)
    averages = ["3.625", *["3"] * 8]
    rows = (
        surveys.row(served=40, deviation="8.4"),
        surveys.row(*averages, basis="averages", asked="e-arsip"),
    )
    stored(facts, surveys.preview(facts, *rows))
    labels = survey_labels(read_services(facts, TODAY))
    content = written(survey_sheet(read_survey_rounds(facts, TODAY), labels))
    found = preview_rounds(facts, content, TERMS, lambda *_: None)
    assert statuses(found) == {RowStatus.UNCHANGED}
    assert len(found.rows) == 2


@IN_BOTH_FORMS
@IN_BOTH_LANGUAGES
def test_templates_of_sakip_and_services_come_back_unchanged(facts, spoken, written):
    language.speak(spoken)
    stored(facts, years.preview(facts, years.row(2020, "B", total="65,5")))
    stored(facts, services.preview_of_states(facts, services.state()))
    stored(facts, services.preview_of_figures(facts, services.figure()))
    known = read_services(facts, TODAY)
    sheets = {
        preview_years: accountability_sheet(
            read_accountability_years(facts, TODAY), accountability_labels()
        ),
        preview_services: service_sheet(known, service_labels(known)),
        preview_figures: figure_sheet(
            read_service_figures(facts, TODAY), figure_labels(known)
        ),
    }
    counts = []
    for preview, sheet in sheets.items():
        found = preview(facts, written(sheet), TERMS, lambda *_: None)
        assert statuses(found) == {RowStatus.UNCHANGED}
        counts.append(len(found.rows))
    assert counts == [2, len(known), 1]


@IN_BOTH_FORMS
@IN_BOTH_LANGUAGES
def test_a_template_of_the_rota_comes_back_unchanged(connection, spoken, written):
    language.speak(spoken)
    rows = (
        (TODAY, "meja layanan", "pagi", rota.A),
        (rota.TOMORROW, None, None, rota.B),
    )
    stored(connection, rota.preview(connection, *rows))
    shifts = read_rota(connection, TODAY, TODAY, NEXT_WEEK)
    days = [TODAY, rota.TOMORROW, NEXT_WEEK]
    content = written(duty_sheet(days, shifts, duty_labels()))
    found = preview_rota(connection, content, TERMS, lambda *_: None)
    assert statuses(found) == {RowStatus.UNCHANGED}
    assert [date.fromisoformat(each.codes[0]) for each in found.rows] == days
