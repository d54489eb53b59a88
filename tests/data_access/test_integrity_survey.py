from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from data_access.facts_loading import load_facts
from data_access.facts_simulated import store_simulated_rows
from data_access.integrity_accountability import (
    OpenedYear,
    read_accountability_years,
    read_bands,
    read_weights,
    record_accountability_year,
)
from data_access.integrity_survey import (
    OpenedRound,
    read_survey_rounds,
    record_survey_round,
)
from data_access.journal import VersionConflict, remove_simulated
from data_access.recording import NotPermitted
from data_access.tables import survey_rounds
from data_access.undoing import undo_writing
from domain.integrity_accountability import Component, Grade, YearEdit, check_weights
from domain.integrity_survey import Basis, Element, SurveyBand, SurveyEdit
from domain.provenance import Confidence
from domain.violation import Refused
from tasks.simulation_survey import simulated_rounds
from tests.data_access.election_rows import STAFF
from tests.data_access.recorders import OPERATOR, TODAY, errand, revision

TOTALS = (105, 101, 100, 116, 102, 105, 106, 105, 115)
FIRST = OpenedRound(code="kantor-2022-1", version=0)
LAST_YEAR = OpenedYear(year=2021, version=1)


@pytest.fixture
def office(engine):
    """The facts of the project: services, weights and bands, the grade of 2021."""
    with engine.begin() as connection:
        load_facts(connection, by=STAFF)
    return engine


def told(*values, **others):
    figures = dict(zip(Element, map(Fraction, values or TOTALS), strict=True))
    days = {"period_start": date(2022, 1, 3), "period_end": date(2022, 6, 30)}
    return SurveyEdit(**days | {"respondents": 29} | figures | others)


def rounds(engine, day=TODAY):
    with engine.connect() as connection:
        return read_survey_rounds(connection, day)


def years(engine, day=TODAY):
    with engine.connect() as connection:
        return read_accountability_years(connection, day)


def test_a_round_is_known_from_the_day_of_its_recording_and_stays_exact(office):
    made = record_survey_round(office, errand(), FIRST, told())
    assert revision(office) == made
    assert rounds(office, TODAY - timedelta(days=1)) == ()
    (known,) = rounds(office)
    assert known.exact_index == Fraction(955, 261) * 25
    assert (known.index, known.band) == (Decimal("91.48"), SurveyBand.A)
    assert (known.version, known.known_on, known.population) == (1, TODAY, None)


def test_an_average_by_hand_is_kept_exactly_and_a_correction_keeps_the_first(office):
    record_survey_round(office, errand(), FIRST, told())
    by_hand = told(
        *["3.065"] * 9,
        basis=Basis.AVERAGES,
        service_code=None,
        deviation=Fraction("8.4"),
        population=50,
    )
    opened = OpenedRound(code="kantor-2022-1", version=1)
    record_survey_round(office, errand(), opened, by_hand)
    (known,) = rounds(office)
    assert set(known.averages.values()) == {Fraction("3.065")}
    assert (known.version, known.deviation, known.population) == (
        2,
        Fraction(42, 5),
        50,
    )


def test_two_people_cannot_save_over_one_another(office):
    record_survey_round(office, errand(), FIRST, told())
    with pytest.raises(VersionConflict):
        record_survey_round(office, errand(), FIRST, told())


@pytest.mark.parametrize(
    ("edit", "field"),
    [
        (told(service_code="tidak-ada"), "service_code"),
        (told(respondents=0), "respondents"),
    ],
)
def test_a_wrong_round_is_refused_and_nothing_is_stored(office, edit, field):
    before = revision(office)
    with pytest.raises(Refused) as refused:
        record_survey_round(office, errand(), FIRST, edit)
    assert field in {each.field for each in refused.value.violations}
    assert revision(office) == before


def test_a_round_of_a_service_names_it(office):
    record_survey_round(office, errand(), FIRST, told(service_code="e-arsip"))
    (known,) = rounds(office)
    assert known.service_code == "e-arsip"


def test_operators_record_neither(office):
    with pytest.raises(NotPermitted):
        record_survey_round(office, errand(OPERATOR), FIRST, told())
    edit = YearEdit(grade=Grade.A)
    with pytest.raises(NotPermitted):
        record_accountability_year(office, errand(OPERATOR), LAST_YEAR, edit)


def test_simulated_rounds_tell_a_story_and_go_with_one_command(office):
    with office.begin() as connection:
        stored = store_simulated_rows(
            connection, survey_rounds, simulated_rounds(), by=STAFF
        )
    assert stored == 7
    known = {each.code: each for each in rounds(office, date(2022, 9, 8))}
    assert [known[each].band for each in known] == ["C", "B"]
    assert all(each.is_simulated for each in known.values())
    assert len(rounds(office, date(2022, 11, 6))) == 3
    assert len(rounds(office, date(2024, 2, 14))) == 6
    with office.begin() as connection:
        assert remove_simulated(connection, by=STAFF) == 7
    assert rounds(office, date(2024, 2, 14)) == ()


def test_a_simulated_round_stays_simulated_whatever_is_changed_in_it(office):
    with office.begin() as connection:
        store_simulated_rows(connection, survey_rounds, simulated_rounds(), by=STAFF)
    opened = OpenedRound(code="kantor-2022-1", version=2)
    record_survey_round(office, errand(), opened, told())
    (known,) = [each for each in rounds(office) if each.code == opened.code]
    assert known.index == Decimal("91.48")
    assert known.is_simulated


def test_of_2021_the_grade_is_known_and_no_score(office):
    assert years(office, date(2022, 9, 7)) == ()
    (known,) = years(office)
    assert (known.year, known.result) == (2021, YearEdit(grade=Grade.BB))
    assert known.provenance.confidence is Confidence.RECALLED


def test_the_weights_add_up_and_the_bands_stand_best_first(office):
    with office.connect() as connection:
        weights, bands = read_weights(connection), read_bands(connection)
    assert check_weights(weights) == ()
    assert [(each.component, each.weight) for each in weights] == list(
        zip(Component, (30, 30, 15, 25), strict=True)
    )
    assert [(each.grade, each.above) for each in bands] == list(
        zip(Grade, (90, 80, 70, 60, 50, 30, None), strict=True)
    )


def test_scores_that_become_known_are_the_next_version(office):
    scores = dict(zip(Component, map(Fraction, ("24.5", 23, 12, 20)), strict=True))
    edit = YearEdit(**scores, total=Fraction("79.5"), grade=Grade.BB)
    made = record_accountability_year(office, errand(), LAST_YEAR, edit)
    assert revision(office) == made
    (known,) = years(office)
    assert (known.result, known.version, known.known_on) == (edit, 2, TODAY)


def test_a_score_above_its_weight_is_refused_and_nothing_is_stored(office):
    before = revision(office)
    edit = YearEdit(sakip_reporting=Fraction(16))
    with pytest.raises(Refused) as refused:
        record_accountability_year(office, errand(), LAST_YEAR, edit)
    (found,) = refused.value.violations
    assert (found.field, found.most) == ("sakip_reporting", 15)
    assert revision(office) == before


def test_a_corrected_round_and_year_are_put_back_by_undoing(office):
    record_survey_round(office, errand(), FIRST, told())
    opened = OpenedRound(code=FIRST.code, version=1)
    by_hand = told(*["3.065"] * 9, basis=Basis.AVERAGES, deviation=Fraction("8.4"))
    made = record_survey_round(office, errand(reason="corrected"), opened, by_hand)
    undo_writing(office, errand(reason="wrong round"), made)
    (known,) = rounds(office)
    assert (known.version, known.basis, known.deviation) == (3, Basis.TOTALS, None)
    assert known.exact_index == Fraction(955, 261) * 25

    (before,) = years(office)
    made = record_accountability_year(
        office, errand(), LAST_YEAR, YearEdit(grade=Grade.A)
    )
    assert years(office)[0].result.grade is Grade.A
    undo_writing(office, errand(reason="wrong year"), made)
    assert years(office)[0].result == before.result
