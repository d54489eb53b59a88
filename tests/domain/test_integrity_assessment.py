"""Points of the integrity zone against WBK and WBBM (PermenPANRB 90/2021)."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from domain.bilingual import Bilingual
from domain.integrity_assessment import (
    Aspect,
    Assessment,
    Assessor,
    Attained,
    Component,
    Predicate,
    PredicateStep,
    Scheme,
    Score,
    Threshold,
    newest,
    next_predicate,
    points_of_index,
)
from domain.integrity_scores import (
    ScoreEdit,
    WeightRule,
    check_scores,
    check_weights,
    points_of,
    slots_of,
)
from domain.integrity_standing import distance, leverage_of, parts_of, total_of
from domain.provenance import Confidence, Provenance

DAY = date(2022, 9, 8)
READ = Provenance(source="LKE", confidence=Confidence.PARTIAL)
MADE_UP = Provenance(source="simulasi", confidence=Confidence.SIMULATED)
HALVES = {
    "perubahan": "4", "tata-laksana": "3.5", "sdm": "5", "akuntabilitas": "5",
    "pengawasan": "7.5", "pelayanan": "5",
}  # fmt: skip
RESULTS = {"ipak": "17.5", "capaian-kinerja": "5", "ipkp": "17.5"}
HIGH = {"perubahan": "7", "tata-laksana": "6", "sdm": "9", "akuntabilitas": "9",
        "pengawasan": "13", "pelayanan": "9", "ipak": "16", "capaian-kinerja": "4",
        "ipkp": "16"}  # fmt: skip


def component(code, weights):
    points = {aspect: Decimal(weight) for aspect, weight in weights.items()}
    return Component(
        code=code,
        name=Bilingual(code, code),
        short_name=Bilingual(code, code),
        weights=points,
        article="LKE",
        provenance=READ,
    )


def scheme(halves=HALVES, results=RESULTS):
    areas = (
        component(code, {Aspect.COMPLIANCE: half, Aspect.REFORM: half})
        for code, half in halves.items()
    )
    return Scheme(
        components=[
            *areas,
            *(
                component(code, {Aspect.RESULT: weight})
                for code, weight in results.items()
            ),
        ]
    )


def threshold(**values):
    asked = {
        "predicate": Predicate.WBK,
        "total": Decimal(75),
        "leverage": Decimal(40),
        "results": dict(
            zip(RESULTS, map(Decimal, ("15.75", "2.5", "14")), strict=True)
        ),
        "area_share": Fraction(3, 5),
    }
    return Threshold(**(asked | values), article="", provenance=READ)


def score(code, aspect, points, *, known_on=DAY, provenance=READ):
    return Score(
        component=code,
        aspect=aspect,
        points=Decimal(points),
        known_on=known_on,
        version=1,
        provenance=provenance,
    )


def parts(**totals):
    """Return the parts of an assessment whose areas have half of it in each aspect."""
    scores = []
    for code, total in (HIGH | totals).items():
        aspects = [Aspect.RESULT]
        if code in HALVES:
            aspects = [Aspect.COMPLIANCE, Aspect.REFORM]
        scores += [
            score(code, aspect, Decimal(total) / len(aspects)) for aspect in aspects
        ]
    found = Assessment(period=2022, assessor=Assessor.SELF, scores=scores)
    return parts_of(found, scheme())


def steps(found):
    return [(each.component.code, str(each.points.normalize())) for each in found]


def test_points_add_up_exactly_and_reach_the_predicate():
    found = parts()
    assert (total_of(found), leverage_of(found)) == (Decimal(89), Decimal(53))
    gap = distance(found, threshold())
    assert gap.is_met
    assert steps(gap.closing) == []


def test_an_area_below_its_share_is_what_is_missing():
    gap = distance(parts(pengawasan="8.7"), threshold())
    assert not gap.is_met
    assert steps(gap.components) == [("pengawasan", "0.3")]
    assert (gap.total, gap.leverage) == (0, 0)
    assert steps(gap.areas) == [("pengawasan", "0.3")]


def test_what_lacks_in_all_goes_to_the_area_that_must_rise_anyway():
    low = dict.fromkeys(("sdm", "akuntabilitas", "pelayanan"), "6")
    gap = distance(
        parts(**low, pengawasan="8.5", perubahan="5", ipak="15.50"), threshold()
    )
    assert (gap.total, gap.leverage) == (Decimal(2), Decimal("2.5"))
    assert steps(gap.closing) == [("ipak", "0.25"), ("pengawasan", "2.5")]
    assert gap.points == Decimal("2.75")


def test_without_a_short_area_the_one_with_the_most_room_closes_it():
    gap = distance(parts(akuntabilitas="6"), threshold(total=Decimal(88)))
    assert steps(gap.closing) == [("akuntabilitas", "2")]


def test_what_one_area_cannot_close_is_spread_over_as_few_as_can_be():
    gap = distance(parts(), threshold(total=Decimal(92)))
    assert steps(gap.closing) == [("perubahan", "1"), ("pengawasan", "2")]


def test_what_the_areas_cannot_close_has_no_steps():
    gap = distance(parts(), threshold(total=Decimal(99)))
    assert steps(gap.closing) == []
    assert not gap.is_met


def test_a_missing_score_keeps_a_predicate_away():
    whole = parts()
    found = Assessment(
        period=2022,
        assessor=Assessor.SELF,
        scores=[score("ipak", Aspect.RESULT, "17.5", provenance=MADE_UP)],
    )
    assert found.is_simulated
    assert found.known_on == DAY
    first, *_ = parts_of(found, scheme())
    assert first.missing == (Aspect.COMPLIANCE, Aspect.REFORM)
    gap = distance([first, *whole[1:]], threshold(area_share=Fraction(0)))
    assert (gap.total, gap.is_complete, gap.is_met) == (0, False, False)
    assert not distance([], threshold()).is_met


def test_of_a_result_without_a_threshold_nothing_is_asked():
    (extra,) = scheme({}, {"lain": "5"}).components
    assert threshold().least(extra) == 0


def test_the_last_period_counts_and_in_it_whoever_outweighs():
    def given(period, assessor):
        return Assessment(period=period, assessor=assessor, scores=())

    by_team = given(2022, Assessor.INTERNAL)
    found = [given(2022, Assessor.SELF), by_team, given(2021, Assessor.NATIONAL)]
    assert newest(found) is by_team
    assert newest([]) is None


def test_wbk_comes_before_wbbm_and_declaring_is_not_obtaining():
    def has(predicate, step):
        return Attained(
            predicate=predicate,
            step=step,
            period=2022,
            on=None,
            known_on=DAY,
            provenance=READ,
        )

    wbk = has(Predicate.WBK, PredicateStep.OBTAINED)
    assert next_predicate([]) is Predicate.WBK
    declared = has(Predicate.WBBM, PredicateStep.DECLARED)
    assert next_predicate([wbk, declared]) is Predicate.WBBM
    wbbm = has(Predicate.WBBM, PredicateStep.OBTAINED)
    assert next_predicate([wbk, wbbm]) is None


def test_an_index_is_converted_exactly():
    assert points_of_index(Decimal("3.71"), Decimal("17.5")) == Decimal("16.23125")
    assert points_of(("ipak", Aspect.RESULT), Decimal(4), Decimal("17.5")) == Decimal(
        "17.5"
    )
    assert points_of(("sdm", Aspect.REFORM), Decimal(4), Decimal(5)) == Decimal(4)


@pytest.mark.parametrize(
    ("halves", "results", "wrong"),
    [
        (HALVES, RESULTS, None),
        (HALVES | {"sdm": "4"}, RESULTS, WeightRule.AREAS),
        (HALVES, RESULTS | {"ipkp": "18"}, WeightRule.RESULTS),
        (
            dict(zip(HALVES, ("2.5", "2.5", "7.5", "5", "7.5", "5"), strict=True)),
            RESULTS,
            WeightRule.OLD,
        ),
    ],
)
def test_weights_add_up_and_old_ones_are_recognised(halves, results, wrong):
    assert check_weights(scheme(halves, results)) is wrong


def edits(**changed):
    typed = {slot: ScoreEdit(number="3") for slot in slots_of(scheme())}
    return typed | {
        (code.replace("_", "-"), Aspect.COMPLIANCE): edit
        for code, edit in changed.items()
    }


@pytest.mark.parametrize(
    ("edit", "rule"),
    [
        (ScoreEdit(number="4,0"), None),
        (ScoreEdit(number="4.1"), "above_weight"),
        (ScoreEdit(number="-1"), "score_negative"),
        (ScoreEdit(number=" "), "score_missing"),
        (ScoreEdit(number="nan"), "not_a_number"),
        (ScoreEdit(number="tiga"), "not_a_number"),
        (ScoreEdit(number="1e999"), "not_a_number"),
        (ScoreEdit(number="3.00001"), "too_fine"),
        (ScoreEdit(number="3", evidence=3, evidence_needed=2), "evidence_impossible"),
        (ScoreEdit(number="3", link="http://kpu.go.id"), "link_is_https"),
    ],
)
def test_a_score_is_refused_by_name(edit, rule):
    found = check_scores(edits(perubahan=edit), scheme(), 2022, DAY)
    named = {row: [each.rule for each in broken] for row, broken in found.items()}
    assert named == ({"perubahan/compliance": [rule]} if rule else {})


def test_other_slips_are_named_too():
    typed = edits(sdm=ScoreEdit(number="7.5"), sarana=ScoreEdit(number="1"))
    typed["ipkp", Aspect.RESULT] = ScoreEdit(number="4.01")
    found = check_scores(typed, scheme(), 2023, DAY)
    assert {row: broken[0].rule for row, broken in found.items()} == {
        "": "no_such_period",
        "sarana/compliance": "unknown_area",
        "sdm/compliance": "old_weight",
        "ipkp/result": "above_index",
    }
