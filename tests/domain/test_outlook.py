import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.findings import verdicts
from domain.outlook import Standing, outlook, province_verdict
from domain.verification import Verdict
from tests.domain.builders import CORRECTION, FACTUAL, tally

MS, BMS, TMS = Verdict.ELIGIBLE, Verdict.CORRECTABLE, Verdict.INELIGIBLE
REGENCIES = [f"52.0{n}" for n in range(1, 9)] + ["52.71", "52.72"]

findings = st.sampled_from([MS, BMS, TMS, "visited", None])


def of_party(*states, required=8):
    """Return the outlook of a party whose kab/kota stand as given, in code order."""
    current = []
    for code, state in zip(REGENCIES, states, strict=False):
        verdict = state if isinstance(state, Verdict) else None
        visited = 100 if state == "visited" else 0
        current.append(tally(code, verdict=verdict, visited=visited))
    return outlook(verdicts(current, []).values(), required)


def test_eight_of_ten_regencies_secure_the_province():
    party = of_party(*[MS] * 8, TMS, TMS)
    assert (party.standing, party.eligible) == (Standing.SECURED, 8)
    assert party.would_do == ()


def test_ten_of_ten_are_more_than_enough():
    party = of_party(*[MS] * 10)
    assert (party.standing, party.eligible, party.required) == (
        Standing.SECURED,
        10,
        8,
    )


def test_seven_of_eight_with_one_open_is_still_possible_by_that_one():
    party = of_party(*[MS] * 7, BMS, TMS, TMS)
    assert party.standing is Standing.POSSIBLE
    assert party.would_do == ("52.08",)


def test_three_regencies_lost_are_one_too_many():
    party = of_party(*[MS] * 7, TMS, TMS, TMS)
    assert party.standing is Standing.IMPOSSIBLE
    assert (party.ineligible, party.would_do) == (3, ())


def test_every_kind_of_regency_is_counted():
    party = of_party(MS, BMS, BMS, TMS, "visited", None, None, required=5)
    counted = (
        party.eligible,
        party.correctable,
        party.ineligible,
        party.in_progress,
        party.unreported,
    )
    assert counted == (1, 2, 1, 1, 2)


def test_the_regencies_nearest_to_their_target_would_do():
    far = tally("52.01", verdict=BMS, visited=234, eligible=80)
    near = tally("52.02", verdict=BMS, visited=234, eligible=170)
    silent = tally("52.03")
    half_checked = tally("52.04", visited=117)
    nearly_checked = tally("52.05", visited=230)
    too_few = tally("52.06", visited=234, members=400)
    cells = verdicts([far, near, silent, half_checked, nearly_checked, too_few], [])
    party = outlook(cells.values(), 6)
    assert party.would_do == ("52.05", "52.04", "52.02", "52.06", "52.01", "52.03")


def test_a_regency_without_a_target_or_a_sample_is_there_already():
    cells = verdicts([tally("52.01", required=0, sample=0), tally("52.02")], [])
    assert outlook(cells.values(), 1).would_do == ("52.01",)


def test_of_two_regencies_as_near_the_lower_code_would_do():
    cells = verdicts([tally("52.72"), tally("52.71")], [])
    assert outlook(cells.values(), 1).would_do == ("52.71",)


@pytest.mark.parametrize(
    ("states", "phase", "verdict"),
    [
        ([MS] * 8 + [None, None], CORRECTION, MS),
        ([MS] * 7 + [BMS] * 3, FACTUAL, BMS),
        ([MS] * 7 + [TMS] * 3, CORRECTION, TMS),
        ([MS] * 7 + [TMS, TMS, None], CORRECTION, None),
        ([MS] * 7 + [BMS, BMS, "visited"], FACTUAL, None),
    ],
)
def test_the_verdict_of_the_province_waits_for_its_regencies(states, phase, verdict):
    assert province_verdict(of_party(*states), phase) is verdict


def test_a_party_without_tallies_reaches_nothing():
    party = outlook([], 8)
    assert (party.standing, party.would_do) == (Standing.IMPOSSIBLE, ())


@given(st.lists(findings, max_size=10), st.integers(0, 10))
def test_exactly_the_missing_regencies_would_do(states, required):
    party = of_party(*states, required=required)
    if party.standing is Standing.POSSIBLE:
        assert party.eligible + len(party.would_do) == required
    else:
        assert party.would_do == ()
        assert (party.standing is Standing.SECURED) == (party.eligible >= required)


@given(st.lists(findings, min_size=1, max_size=10), st.integers(0, 10))
def test_winning_what_would_do_secures_the_party(states, required):
    party = of_party(*states, required=required)
    won = [
        MS if code in party.would_do else state
        for code, state in zip(REGENCIES, states, strict=False)
    ]
    after = of_party(*won, required=required)
    expected = {Standing.POSSIBLE: Standing.SECURED}
    assert after.standing is expected.get(party.standing, party.standing)


@given(st.lists(findings, max_size=10), st.integers(0, 10))
def test_the_counts_add_up_to_the_regencies(states, required):
    party = of_party(*states, required=required)
    counted = party.eligible + party.correctable + party.ineligible
    assert counted + party.in_progress + party.unreported == len(states)
