from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.integrity_survey import (
    Basis,
    Element,
    Interval,
    SurveyBand,
    SurveyEdit,
    SurveyRound,
    band_of,
    newest_by_subject,
)
from domain.integrity_survey_checks import check_survey, shown
from domain.provenance import Confidence, Provenance

TOTALS = (105, 101, 100, 116, 102, 105, 106, 105, 115)
TODAY = date(2022, 11, 7)


def figures(*values):
    return dict(zip(Element, map(Fraction, values), strict=True))


def held(*values, **others):
    return SurveyRound(
        **{
            "code": "kantor-2022-1",
            "service_code": None,
            "period_start": date(2022, 1, 3),
            "period_end": date(2022, 6, 30),
            "respondents": 29,
            "population": None,
            "basis": Basis.TOTALS,
            "figures": figures(*(values or TOTALS)),
            "deviation": None,
            "known_on": date(2022, 7, 15),
            "version": 1,
            "provenance": Provenance(source="SKM", confidence=Confidence.VERIFIED),
        }
        | others
    )


def edit(**others):
    return SurveyEdit(
        **{
            "period_start": date(2022, 1, 3),
            "period_end": date(2022, 6, 30),
            "respondents": 29,
        }
        | figures(*TOTALS)
        | others
    )


def broken(told):
    return [(each.field, each.rule, each.value) for each in check_survey(told, TODAY)]


def test_955_points_from_29_people_are_91_48_and_not_90_56():
    known = held()
    assert sum(TOTALS) == 955
    assert known.exact_index == Fraction(955, 29 * 9) * 25
    assert (known.index, known.band) == (Decimal("91.48"), SurveyBand.A)
    assert known.averages[Element.COST] == Fraction(116, 29)


@pytest.mark.parametrize(
    ("index", "band"),
    [
        ("25.00", "D"), ("64.99", "D"), ("64.995", "C"), ("65.00", "C"),
        ("76.60", "C"), ("76.605", "B"), ("76.61", "B"), ("88.30", "B"),
        ("88.305", "A"), ("88.31", "A"), ("100.00", "A"),
    ],
)  # fmt: skip
def test_bands_are_told_by_their_lower_bounds_after_rounding(index, band):
    assert band_of(Decimal(index)) == band


def test_averages_are_taken_as_they_were_published():
    known = held(*["3.065"] * 9, basis=Basis.AVERAGES)
    assert (known.exact_index, known.band) == (Fraction("76.625"), SurveyBand.B)
    assert known.index == Decimal("76.63")  # half-up, from the exact fraction


def test_without_a_spread_the_interval_is_a_bound():
    assert held().interval == Interval(
        low=Decimal("82.66"), high=Decimal(100), is_bound=True
    )


def test_with_a_spread_the_interval_is_narrower():
    known = held(respondents=100, figures=figures(*[340] * 9), deviation=Fraction(10))
    assert known.interval == Interval(
        low=Decimal("83.04"), high=Decimal("86.96"), is_bound=False
    )


def test_the_interval_stays_on_the_scale():
    assert held(*[115] * 9).interval.high == Decimal(100)
    assert held(*[30] * 9).interval.low == Decimal(25)
    assert held(*[4] * 9, respondents=1).interval is None


@given(st.lists(st.integers(29, 116), min_size=9, max_size=9))
def test_every_round_lies_on_the_scale_and_inside_its_interval(totals):
    known = held(*totals)
    assert 25 <= known.interval.low <= known.index <= known.interval.high <= 100


def test_a_small_or_short_sample_is_told():
    known = held(population=120)
    assert (known.sample_needed, known.is_sample_short, known.is_small) == (
        92, True, True,
    )  # fmt: skip
    assert (held().sample_needed, held().is_sample_short) == (None, False)


def test_rounds_stand_by_subject_oldest_first():
    later = held(code="kantor-2022-2", period_end=date(2022, 12, 30))
    archive = held(code="arsip", service_code="e-arsip")
    assert newest_by_subject([archive, later, held()]) == {
        None: (held(), later),
        "e-arsip": (archive,),
    }


def test_a_round_is_opened_as_it_was_recorded():
    assert held(population=50).edit == edit(population=50)


def test_what_is_made_up_is_told():
    made_up = Provenance(source="-", confidence=Confidence.SIMULATED)
    assert replace(held(), provenance=made_up).is_simulated
    assert not held().is_simulated


def test_a_sound_round_breaks_no_rule():
    assert broken(edit(population=120, deviation=Fraction("9.5"))) == []


@pytest.mark.parametrize(
    ("wrong", "found"),
    [
        (
            {Element.COST: None},
            [("survey_cost", "element_missing", None)],
        ),
        (
            figures(*TOTALS[:-1], 117),
            [("survey_facilities", "average_on_scale", "4.0345")],
        ),
        (
            figures("100.5", *TOTALS[1:]),
            [("survey_requirements", "whole_total", "100.5")],
        ),
        (
            {"basis": Basis.AVERAGES, **figures("0.99", *[3] * 8)},
            [("survey_requirements", "average_on_scale", "0.99")],
        ),
        (
            {"basis": Basis.AVERAGES, "respondents": 0, **figures(*[3] * 9)},
            [("respondents", "somebody_answered", 0)],
        ),
        (
            {"basis": Basis.AVERAGES, "respondents": 1, "deviation": Fraction(1)}
            | figures(*[3] * 9),
            [("deviation", "deviation_possible", "1")],
        ),
        ({"deviation": Fraction(30)}, [("deviation", "deviation_possible", "30")]),
        ({"population": 28}, [("population", "fewer_than_answered", 28)]),
        (
            {"population": 10_000_001},
            [("population", "too_large", 10_000_001)],
        ),
        (
            {"period_start": date(2022, 7, 1)},
            [("period_end", "runs_forward", date(2022, 6, 30))],
        ),
        (
            {"period_end": date(2022, 12, 30)},
            [("period_end", "not_in_future", date(2022, 12, 30))],
        ),
        ({"period_start": None}, [("period_start", "day_needed", None)]),
    ],
)
def test_a_round_is_refused_by_name(wrong, found):
    assert broken(edit(**wrong)) == found


def test_nothing_typed_is_refused_for_every_field():
    nothing = SurveyEdit()
    fields = [each.field for each in check_survey(nothing, TODAY)]
    assert fields == ["period_start", "period_end", "respondents", *Element]


def test_figures_are_shown_as_they_are_typed():
    assert [shown(Fraction(each)) for each in ("105", "3.42", "1/3")] == [
        "105", "3.42", "0.3333",
    ]  # fmt: skip
