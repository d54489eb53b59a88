from datetime import date

import pytest

from domain.provenance import Confidence, Provenance
from domain.reconciliation import Check, LightState
from domain.reconciliation_books import (
    Books,
    MinutesTotal,
    PublishedTotal,
    RegionCount,
)
from domain.reconciliation_province import province_lights
from domain.reconciliation_rules import (
    correction_lights,
    lights,
    minutes_lights,
    sample_light,
    sipol_lights,
)
from domain.tally import ReportedFigure, TallyOrigin, TallyState
from domain.verification import Verdict
from tests.domain.builders import tally

GREEN, RED, UNKNOWN = LightState.GREEN, LightState.RED, LightState.UNKNOWN
FOUND = {"eligible": 200, "correctable": 30, "ineligible": 4}
DECIDED = FOUND | {
    "state": TallyState.DECIDED,
    "verdict": Verdict.CORRECTABLE,
    "decided_on": date(2022, 11, 5),
    "minutes_number": "12",
    "origin": TallyOrigin.MANUAL,
}
TOTAL_OF_TPS = PublishedTotal(
    region_code="52",
    measure="polling_stations",
    whole=16253,
    parts=(2210, 3316, 4010, 1032, 763, 1588, 432, 749, 1248, 403),
    source="ntbsatu.com",
)


def books(**more):
    empty = dict.fromkeys(
        ("tallies", "recaps", "sipol", "minutes", "counts", "reported", "published"), ()
    )
    return Books(province="52", **(empty | {"areas": {"NTB": "52"}} | more))


def numbers(light):
    return light.state, light.ours, light.theirs, light.gap


@pytest.mark.parametrize(
    ("visited", "found"),
    [
        (234, (GREEN, 234, 234, 0)),  # everybody visited, everybody with a verdict
        (240, (RED, 234, 228, 6)),  # six visited without a verdict
    ],
)
def test_a_sample_is_the_verdicts_and_those_nobody_visited(visited, found):
    light = sample_light(tally(sample=234, visited=visited, **DECIDED))
    assert numbers(light) == found
    assert (light.region_code, light.party_code) == ("52.71", "perindo")
    assert (light.subject, light.is_simulated) == ("12", False)


def test_members_not_visited_stand_apart():
    partly = DECIDED | {"correctable": 10}
    assert sample_light(tally(sample=234, visited=214, **partly)).state is GREEN


def test_before_the_plenary_a_sample_has_nothing_to_agree_with():
    light = sample_light(tally(visited=200))
    assert numbers(light) == (UNKNOWN, 234, None, None)
    assert (light.subject, light.is_simulated) == ("", True)


def test_only_the_correction_has_a_source():
    assert sample_light(tally()).source is None
    (light,) = correction_lights([tally(phase_code="factual_correction")])
    assert "kompas.com" in light.source


def recap(**more):
    return tally("52", sample=468, visited=468, **more)


def parts(**more):
    return tuple(tally(code, **more) for code in ("52.08", "52.71"))


def test_kab_kota_sum_up_to_the_recap_of_the_province():
    (light,) = province_lights(books(recaps=(recap(),), tallies=parts()))
    assert numbers(light) == (GREEN, 468, 468, 0)
    assert (light.measure, light.region_code) == ("sample", "52")


def test_a_decided_recap_compares_members_found_ms():
    decided = recap(**(DECIDED | {"eligible": 401}))
    (light,) = province_lights(books(recaps=(decided,), tallies=parts(**DECIDED)))
    assert numbers(light) == (RED, 400, 401, -1)
    assert (light.measure, light.subject) == ("eligible", "12")


@pytest.mark.parametrize(
    "tallies", [(), parts(), parts(party_code="gelora", **DECIDED)]
)
def test_a_recap_without_all_its_parts_is_unknown(tallies):
    decided = recap(**DECIDED)
    (light,) = province_lights(books(recaps=(decided,), tallies=tallies))
    assert (light.state, light.ours, light.theirs) == (UNKNOWN, None, 200)


@pytest.mark.parametrize(
    ("whole", "of_parts", "found"),
    [
        (3918291, (3918280, 8), (RED, 3918288, 3918291, -3)),  # DPT of NTB, in small
        (3964325, (3964320, 5), (GREEN, 3964325, 3964325, 0)),
        (3918291, (3918280, None), (UNKNOWN, None, 3918291, None)),
        (None, (1, 2), (UNKNOWN, 3, None, None)),
        (1, (), (UNKNOWN, None, 1, None)),
    ],
)
def test_a_published_total_that_does_not_add_up_shows_its_gap(whole, of_parts, found):
    count = RegionCount(measure="voters", whole=whole, parts=of_parts)
    (light,) = province_lights(books(counts=(count,)))
    assert numbers(light) == found
    assert (light.check, light.measure) == (Check.PROVINCE, "voters")


def test_the_polling_stations_of_ntb_lack_502_of_their_published_total():
    (light,) = lights(books(published=(TOTAL_OF_TPS,)))
    assert numbers(light) == (RED, 15751, 16253, -502)
    assert (light.check, light.subject) == (Check.PUBLISHED, "ntbsatu.com")


def figure(**more):
    defaults = {
        "phase_code": "factual",
        "area": "NTB",
        "parties": "1 parpol",
        "measure": "sample_members",
        "value": 468,
        "is_approximate": False,
        "as_of": date(2022, 11, 3),
        "provenance": Provenance(source="press", confidence=Confidence.VERIFIED),
    }
    return ReportedFigure(**(defaults | more))


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, (GREEN, 468, 468, 0)),
        ({"value": 470}, (RED, 468, 470, -2)),
        ({"value": 470, "is_approximate": True}, (UNKNOWN, 468, 470, -2)),
        ({"parties": "8 parpol"}, (UNKNOWN, None, 468, None)),
        ({"parties": "Perindo"}, (UNKNOWN, None, 468, None)),
        ({"area": "Kota Mataram", "value": 234}, (GREEN, 234, 234, 0)),
    ],
)
def test_our_samples_are_held_against_those_published(more, found):
    areas = {"NTB": "52", "Kota Mataram": "52.71"}
    known = (*parts(), tally(phase_code="administrative"))
    (light,) = province_lights(
        books(reported=(figure(**more),), tallies=known, areas=areas)
    )
    assert numbers(light) == found
    assert light.subject == "press"


@pytest.mark.parametrize("more", [{"area": "Desa"}, {"measure": "members_checked"}])
def test_a_published_figure_of_something_else_has_no_light(more):
    assert province_lights(books(reported=(figure(**more),))) == ()


def test_members_are_those_of_the_last_sipol_import_where_both_are_known():
    ours = (tally(members=600), tally(party_code="gelora", members=9))
    given = (tally(members=601, origin=TallyOrigin.SIPOL),)
    (light,) = sipol_lights(books(tallies=ours, sipol=given))
    assert numbers(light) == (RED, 600, 601, -1)
    assert (light.phase_code, light.party_code) == ("factual", None)


def test_without_an_import_members_are_unknown():
    (light,) = sipol_lights(books(tallies=(tally(),)))
    assert numbers(light) == (UNKNOWN, None, None, None)


def first_round(**more):
    found = {"sample": 600, "visited": 600, **DECIDED, "correctable": 50}
    return tally(phase_code="administrative", **(found | more))


@pytest.mark.parametrize(
    ("before", "members", "found"),
    [
        (first_round(), 400, (GREEN, 400, 400, 0)),  # of 600 submitted, 200 were MS
        (first_round(), 401, (RED, 401, 400, 1)),
        (first_round(verdict=Verdict.ELIGIBLE), 50, (GREEN, 50, 400, -350)),
        (first_round(sample=234, visited=234), 51, (UNKNOWN, 51, None, None)),
        (first_round(eligible=None), 1, (UNKNOWN, 1, None, None)),
        (first_round(region_code="52.08"), 1, (UNKNOWN, 1, None, None)),
    ],
)
def test_a_correction_has_no_more_members_than_were_not_ms(before, members, found):
    again = tally(
        phase_code="administrative_correction", members=members, sample=members
    )
    (light,) = correction_lights([before, again])
    assert numbers(light) == found


def minutes(*verdicts, number="12", held_on=date(2022, 11, 5), region="52.71"):
    return MinutesTotal(
        cell=("factual", "perindo", region),
        number=number,
        held_on=held_on,
        verdicts=verdicts,
        is_simulated=False,
    )


def test_two_minutes_of_one_day_with_other_totals_are_red():
    (light,) = minutes_lights([minutes(200, 30, 4), minutes(200, 29, 5, number="13")])
    assert numbers(light) == (RED, 29, 30, -1)
    assert (light.check, light.measure) == (Check.MINUTES, "correctable")
    assert light.subject == "12, 13"


def test_two_minutes_of_one_day_with_the_same_totals_agree():
    (light,) = minutes_lights([minutes(200, 30, 4), minutes(200, 30, 4, number="13")])
    assert numbers(light) == (GREEN, 200, 200, 0)
    assert light.subject == "13"


def test_minutes_of_another_day_or_regency_have_a_light_of_their_own():
    found = minutes_lights(
        [
            minutes(200, 30, 4),
            minutes(1, 1, 1, held_on=date(2022, 11, 6)),
            minutes(2, 2, 2, region="52.08"),
        ]
    )
    assert [light.state for light in found] == [GREEN] * 3


def test_all_lights_come_in_the_order_of_the_checks():
    found = lights(
        books(
            tallies=(first_round(), tally(phase_code="administrative_correction")),
            recaps=(recap(),),
            published=(TOTAL_OF_TPS,),
            minutes=(minutes(1, 1, 1),),
        )
    )
    assert list(dict.fromkeys(light.check for light in found)) == list(Check)
    assert lights(books()) == ()
