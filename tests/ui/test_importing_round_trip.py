"""A template that is written and sent back as it is changes nothing."""

from datetime import date

import pytest

from data_access import tables
from data_access.imports.current_tallies import read_current_tallies
from data_access.imports.milestones import preview_milestones
from data_access.imports.tallies import preview_tallies
from data_access.parties import read_parties
from data_access.regions import read_regions
from data_access.timeline import read_milestones
from data_access.verification import read_phases
from domain.bilingual import Language
from domain.importing import RowStatus, Terms
from domain.provenance import Confidence
from domain.region import RegionLevel
from domain.tally import TallyState
from domain.timeline import SlipReason
from reports.templates import Places, milestone_sheet, tally_sheet
from reports.workbook import csv_of, xlsx_of
from tests.data_access.election_rows import (
    ELECTION,
    NTB,
    STAKEHOLDER_DAY,
    decided,
    milestone_state,
    phase,
    region,
    simulated,
    store,
    store_ground,
    tally,
)
from ui import language
from ui.importing_templates import milestone_labels, tally_labels

MONDAY, TUESDAY = date(2022, 8, 22), date(2022, 8, 23)
TERMS = Terms(
    election=ELECTION,
    province=NTB,
    known_on=STAKEHOLDER_DAY,
    source="Laporan mingguan",
    confidence=Confidence.VERIFIED,
)

IN_BOTH_LANGUAGES = pytest.mark.parametrize("spoken", Language)
IN_BOTH_FORMS = pytest.mark.parametrize("written", [xlsx_of, csv_of])


@IN_BOTH_FORMS
@IN_BOTH_LANGUAGES
def test_a_template_of_milestones_comes_back_unchanged(connection, spoken, written):
    language.speak(spoken)
    store_ground(connection)
    states = (
        milestone_state("M3-03", MONDAY, planned_start=MONDAY, planned_end=TUESDAY),
        milestone_state(
            "M3-08",
            TUESDAY,
            actual_start=MONDAY,
            actual_end=TUESDAY,
            progress_percent=29,
            slip_reason=SlipReason.PEOPLE,
            note='=HYPERLINK("x")\n- dua; "tiga", +4',
        ),
    )
    store(connection, tables.milestone_states, *states)
    known = read_milestones(connection, ELECTION, STAKEHOLDER_DAY)
    content = written(milestone_sheet(known, milestone_labels()))
    found = preview_milestones(connection, content, TERMS, lambda *_: None)
    assert found.refusals == ()
    assert [row.status for row in found.rows] == [RowStatus.UNCHANGED] * 2
    assert found.ignored_columns == ()


@IN_BOTH_FORMS
@IN_BOTH_LANGUAGES
def test_a_template_of_tallies_comes_back_unchanged(connection, spoken, written):
    language.speak(spoken)
    store_ground(connection)
    store(
        connection,
        tables.regions,
        region("52.06", name="Bima", level=RegionLevel.REGENCY),
        region("52.72", name="Bima"),
    )
    third = {
        "name_indonesian": "Verifikasi faktual perbaikan",
        "name_english": "Factual verification of corrections",
        "short_name_indonesian": "Perbaikan",
        "short_name_english": "Corrections",
    }
    store(connection, tables.phases, phase("correction", position=3, **third))
    in_third = {"phase_code": "correction", "visited": 40}
    store(
        connection,
        tables.tallies,
        tally(MONDAY, **in_third),
        tally(TUESDAY, **in_third, version=2, state=TallyState.DRAFT),
        tally(MONDAY, **in_third, region_code="52.06"),
        tally(MONDAY, **in_third, region_code="52.72", eligible=1, **decided(MONDAY)),
        tally(MONDAY, **in_third, region_code="52.08", **simulated()),
    )
    places = Places(
        phases=read_phases(connection, ELECTION, STAKEHOLDER_DAY),
        parties=read_parties(connection, ELECTION, STAKEHOLDER_DAY),
        regions=read_regions(connection, ELECTION, STAKEHOLDER_DAY, parent=NTB),
    )
    current = read_current_tallies(connection, ELECTION, STAKEHOLDER_DAY, province=NTB)
    content = written(tally_sheet(current, places, tally_labels()))
    found = preview_tallies(connection, content, TERMS, lambda *_: None)
    assert found.refusals == ()
    assert [(row.codes[2], row.status) for row in found.rows] == [
        ("52.06", RowStatus.UNCHANGED),
        ("52.71", RowStatus.UNCHANGED),
        ("52.72", RowStatus.UNCHANGED),
    ]
    assert current[1].reported_on == TUESDAY


def test_an_empty_election_gives_a_template_without_rows(connection):
    content = xlsx_of(milestone_sheet((), milestone_labels()))
    found = preview_milestones(connection, content, TERMS, lambda *_: None)
    assert (found.rows, found.refusals) == ((), ())
