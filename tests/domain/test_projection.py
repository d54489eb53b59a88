from dataclasses import replace
from datetime import date

import pytest

from domain.assessment import Status
from domain.findings import Finding
from domain.projection import (
    Check,
    Failure,
    Outcome,
    Preflight,
    ShownFigure,
    ShownParty,
    ShownSheet,
    ShownVerdict,
    TextSize,
)
from domain.projection_checks import FLOOR, preflight
from domain.tally import TallyState

DAY = date(2022, 11, 8)
SIZES = (TextSize(selector="body", units=3.0), TextSize(selector="foot", units=FLOOR))
BLUE, ORANGE = "#12436D", "#F46A25"


def verdict(**values):
    known = {
        "name": "Gelora, Kota Mataram",
        "finding": Finding.ELIGIBLE,
        "state": TallyState.DECIDED,
        "decided_on": date(2022, 11, 5),
        "minutes_number": "12/PL.01.1-BA/5271/2022",
        "is_simulated": False,
    }
    return ShownVerdict(**(known | values))


def figure(**values):
    known = {
        "name": "Faktual",
        "reported_on": date(2022, 11, 4),
        "status": Status.RUNNING,
    }
    return ShownFigure(**(known | values))


def party(name="Gelora", order=7, **colours):
    return ShownParty(name=name, order=order, colours={"MS": BLUE} | colours)


def sheet(**values):
    known = {
        "code": "partai-1",
        "title": "Empat dari sembilan partai terpenuhi",
        "as_of": DAY,
        "source": "PKPU 4/2022",
        "is_marked": False,
        "figures": (figure(),),
        "verdicts": (verdict(),),
        "parties": (party("PKB", 1), party()),
    }
    return ShownSheet(**(known | values))


def found(*sheets, sizes=SIZES):
    """Return what stands against a show, as pairs of check and failure."""
    result = preflight(sheets, sizes)
    assert [each.check for each in result.outcomes] == list(Check)
    assert result.is_green is not bool(result.failed)
    return [
        (each.check, failure) for each in result.failed for failure in each.failures
    ]


def test_sound_sheets_may_be_shown():
    assert found(sheet()) == []


def test_each_check_says_how_much_it_looked_at():
    counts = preflight([sheet(verdicts=(verdict(), verdict()))], SIZES)
    assert {each.check: each.looked_at for each in counts.outcomes} == {
        Check.VERDICTS_DECIDED: 2,
        Check.SIMULATED_MARKED: 0,
        Check.PARTIES_IN_ORDER: 2,
        Check.PARTIES_NEUTRAL: 2,
        Check.TITLED: 1,
        Check.DATED: 1,
        Check.SOURCED: 1,
        Check.TEXT_LARGE_ENOUGH: 2,
        Check.STALE_HATCHED: 0,
    }


@pytest.mark.parametrize("state", sorted(set(TallyState) - {TallyState.DECIDED}))
def test_no_verdict_without_a_plenary(state):
    broken = sheet(verdicts=(verdict(), verdict(name="PBB, Bima", state=state)))
    assert found(broken) == [
        (Check.VERDICTS_DECIDED, Failure(sheet="partai-1", item="PBB, Bima"))
    ]


@pytest.mark.parametrize(
    "values",
    [
        {"decided_on": None},
        {"decided_on": date(2022, 11, 9)},
        {"minutes_number": None},
        {"minutes_number": ""},
    ],
)
def test_no_verdict_without_day_and_minutes_of_its_plenary(values):
    (broken,) = found(sheet(verdicts=(verdict(**values),)))
    assert broken[0] is Check.VERDICTS_DECIDED


def test_a_simulated_plenary_has_no_minutes_but_its_sheet_is_marked():
    made_up = verdict(minutes_number=None, is_simulated=True)
    assert found(sheet(verdicts=(made_up,), is_marked=True)) == []


@pytest.mark.parametrize(
    "values",
    [
        {"figures": (figure(is_simulated=True),)},
        {"verdicts": (verdict(name="Faktual", is_simulated=True),)},
    ],
)
def test_no_simulated_figure_without_the_mark(values):
    assert found(sheet(**values)) == [
        (Check.SIMULATED_MARKED, Failure(sheet="partai-1", item="Faktual"))
    ]
    assert found(sheet(**values, is_marked=True)) == []


def test_parties_stand_in_their_official_order():
    wrong = sheet(parties=(party("PBB", 13), party("Gelora", 7)))
    assert found(wrong) == [
        (Check.PARTIES_IN_ORDER, Failure(sheet="partai-1", item="Gelora"))
    ]


def test_the_order_goes_on_over_the_sheets():
    first, second = sheet(parties=(party("PBB", 13),)), sheet(code="partai-2")
    assert found(first, second) == [
        (Check.PARTIES_IN_ORDER, Failure(sheet="partai-2", item="PKB"))
    ]


def test_no_party_has_a_colour_of_its_own():
    own = sheet(parties=(party("PKB", 1), party("Gelora", 7, MS=ORANGE)))
    assert found(own) == [
        (Check.PARTIES_NEUTRAL, Failure(sheet="partai-1", item="Gelora"))
    ]
    more = sheet(parties=(party("PKB", 1), party("Gelora", 7, BMS=ORANGE)))
    assert found(more) == []


@pytest.mark.parametrize(
    ("values", "check"),
    [
        ({"title": ""}, Check.TITLED),
        ({"as_of": None}, Check.DATED),
        ({"source": ""}, Check.SOURCED),
    ],
)
def test_title_day_and_source_are_there(values, check):
    assert found(sheet(**values)) == [(check, Failure(sheet="partai-1"))]


def test_a_sheet_without_figures_needs_no_source():
    assert found(sheet(source="", figures=(), verdicts=())) == []


@pytest.mark.parametrize("units", [2.19, None])
def test_text_is_above_the_floor(units):
    small = (*SIZES, TextSize(selector=".key", units=units))
    assert found(sheet(), sizes=small) == [
        (Check.TEXT_LARGE_ENOUGH, Failure(sheet="", item=".key"))
    ]


def test_stale_figures_are_hatched():
    old = figure(reported_on=date(2022, 10, 31))
    assert found(sheet(figures=(old,))) == [
        (Check.STALE_HATCHED, Failure(sheet="partai-1", item="Faktual"))
    ]
    assert found(sheet(figures=(replace(old, is_hatched=True),))) == []


def test_a_preflight_with_a_check_left_out_is_not_green():
    some = Outcome(check=Check.TITLED, looked_at=1, failures=())
    assert not Preflight(outcomes=(some,)).is_green
    assert not Preflight(outcomes=()).is_green
