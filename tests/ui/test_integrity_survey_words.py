from datetime import date
from fractions import Fraction

import pytest

from domain.bilingual import Language
from domain.integrity_survey import Basis, Element, SurveyRound
from domain.provenance import Confidence, Provenance
from ui import language
from ui.history_words import value_words
from ui.integrity_survey_words import (
    figure_words,
    interval_words,
    sample_words,
    warnings,
)


@pytest.fixture(autouse=True)
def english():
    language.speak(Language.ENGLISH)
    yield
    language.speak(Language.INDONESIAN)


def held(**values):
    return SurveyRound(
        **{
            "code": "kantor-2022-1",
            "service_code": None,
            "period_start": date(2022, 1, 3),
            "period_end": date(2022, 6, 30),
            "respondents": 100,
            "population": None,
            "basis": Basis.AVERAGES,
            "figures": dict.fromkeys(Element, Fraction("3.4")),
            "deviation": Fraction(10),
            "known_on": date(2022, 7, 15),
            "version": 1,
            "provenance": Provenance(source="SKM", confidence=Confidence.VERIFIED),
        }
        | values
    )


def test_an_interval_says_what_it_rests_on():
    known = interval_words(held())
    assert known.startswith("Interval (95%) 83.04 to 86.96, from the spread")
    assert "at most" in interval_words(held(deviation=None))
    single = held(respondents=1, deviation=None)
    assert interval_words(single) == "One person answered; no interval can be told."


def test_a_sample_says_what_limits_it():
    assert sample_words(held()).endswith("how many were served is not recorded.")
    assert warnings(held(population=120)) == ()
    assert len(warnings(held(respondents=29, population=120))) == 2


def test_figures_read_as_they_were_typed():
    shown = [figure_words(Fraction(each)) for each in ("1050", "3.42", "1/3")]
    assert shown == ["1,050", "3.42", "0.3333"]


def test_the_journal_shows_years_and_figures_readably():
    assert value_words("year", 2021, {}) == "2021"
    assert value_words("survey_cost", "171/50", {}) == "3.42"
    assert value_words("basis", "survey_totals", {}) == "Sums of the scores"
