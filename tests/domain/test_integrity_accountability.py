from datetime import date
from fractions import Fraction

import pytest

from domain.bilingual import Bilingual
from domain.integrity_accountability import (
    Band,
    Component,
    Grade,
    Weight,
    YearEdit,
    check_year,
    grade_of,
)
from domain.provenance import Confidence, Provenance

READ = Provenance(source="PermenPANRB 88/2021", confidence=Confidence.PARTIAL)
TODAY = date(2022, 11, 7)
BANDS = tuple(
    Band(grade=grade, above=above, article="PermenPANRB 88/2021", provenance=READ)
    for grade, above in zip(Grade, (90, 80, 70, 60, 50, 30, None), strict=True)
)


def weights(*values):
    return tuple(
        Weight(
            component=component,
            name=Bilingual(component, component),
            weight=value,
            article="PermenPANRB 88/2021",
            provenance=READ,
        )
        for component, value in zip(Component, values, strict=True)
    )


def scores(*values):
    return dict(zip(Component, map(Fraction, values), strict=False))


def broken(edit, year=2021, rules=None):
    rules = rules or (weights(30, 30, 15, 25), BANDS)
    found = check_year(year, edit, rules, TODAY)
    return [(each.field, each.rule, each.value) for each in found]


@pytest.mark.parametrize(
    ("total", "grade"),
    [
        ("0", "D"), ("30", "D"), ("30.01", "C"), ("50.5", "CC"), ("70", "B"),
        ("79.50", "BB"), ("80", "BB"), ("80.01", "A"), ("90", "A"), ("100", "AA"),
    ],
)  # fmt: skip
def test_a_grade_begins_above_its_bound(total, grade):
    assert grade_of(Fraction(total), BANDS) == grade


def test_without_bands_a_score_has_no_grade():
    assert grade_of(Fraction(79), ()) is None


def test_a_grade_without_scores_is_enough():
    told = YearEdit(grade=Grade.BB)
    assert broken(told) == []
    assert told.known_total is None


def test_four_scores_make_the_total():
    told = YearEdit(**scores("24.5", 23, 12, 20), grade=Grade.BB)
    assert told.known_total == Fraction("79.5")
    assert broken(told) == []


def test_some_scores_make_no_total():
    assert YearEdit(**scores(24, 23)).known_total is None


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (YearEdit(), [("grade", "nothing_known", None)]),
        (
            YearEdit(**scores("30.5")),
            [("sakip_planning", "above_weight_of_component", "30.50")],
        ),
        (
            YearEdit(**scores(-1)),
            [("sakip_planning", "score_not_negative", "-1.00")],
        ),
        (
            YearEdit(**scores(24, 23, 12, 20), total=Fraction(80)),
            [("total", "total_is_sum", "80.00")],
        ),
        (
            YearEdit(**scores(24, 23), total=Fraction(40)),
            [("total", "total_is_sum", "40.00")],
        ),
        (
            YearEdit(total=Fraction(101)),
            [("total", "total_on_scale", "101.00")],
        ),
        (
            YearEdit(total=Fraction("79.5"), grade=Grade.A),
            [("grade", "grade_of_score", Grade.A)],
        ),
    ],
)
def test_a_year_is_refused_by_name(told, found):
    assert broken(told) == found


@pytest.mark.parametrize("year", [2003, 2023])
def test_a_year_must_have_begun(year):
    told = YearEdit(grade=Grade.BB)
    assert broken(told, year) == [("year", "year_is_past", year)]


def test_weights_that_do_not_add_up_stop_every_recording():
    told = YearEdit(grade=Grade.BB)
    rules = (weights(30, 30, 15, 20), BANDS)
    assert broken(told, rules=rules) == [("weight", "weights_add_up", 95)]
