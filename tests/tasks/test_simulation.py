"""The simulated tallies against everything that is known of the verification in NTB."""

from collections import Counter, defaultdict
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.sampling import krejcie_morgan
from domain.tally import TallyOrigin, TallyState
from domain.verification import Verdict
from tasks.simulation import SEED, simulate
from tasks.simulation_outcomes import FACTUAL_PARTIES, PARLIAMENTARY, REGIONS
from tasks.simulation_shares import apportion, members_for_samples

REQUIRED = {
    "52.01": 763,
    "52.02": 1000,
    "52.03": 1000,
    "52.04": 528,
    "52.05": 278,
    "52.06": 544,
    "52.07": 157,
    "52.08": 270,
    "52.71": 462,
    "52.72": 166,
}

MS, BMS, TMS = Verdict.ELIGIBLE, Verdict.CORRECTABLE, Verdict.INELIGIBLE

ALLOWED = {
    "administrative": {MS, BMS},
    "administrative_correction": {MS, TMS},
    "factual": {MS, BMS},
    "factual_correction": {MS, TMS},
}


@pytest.fixture(scope="module")
def tallies():
    return simulate(REQUIRED, Random(SEED))


def known(tallies, phase, day):
    """The latest tally of each party and kab/kota in a phase, as known on a day."""
    return {
        (tally.party_code, tally.region_code): tally
        for tally in tallies
        if tally.phase_code == phase and tally.known_on <= day
    }


def final(tallies, phase):
    return known(tallies, phase, date(2022, 12, 8))


def regions_with(tallies, phase, verdict):
    found = defaultdict(set)
    for (party, region), tally in final(tallies, phase).items():
        if tally.verdict is verdict:
            found[party].add(region)
    return found


def assert_sound(tally):
    counted = tally.eligible + tally.correctable + tally.ineligible
    assert 0 <= counted <= tally.visited <= tally.sample <= tally.members
    assert 0 <= tally.met <= tally.visited
    assert tally.reported_on <= tally.known_on
    assert tally.origin is TallyOrigin.SIMULATED
    decided = tally.state is TallyState.DECIDED
    assert decided == (tally.verdict is not None)
    assert decided == (tally.decided_on is not None)
    assert decided == bool(tally.minutes_number)
    assert tally.verdict is None or tally.verdict in ALLOWED[tally.phase_code]


def test_the_same_seed_gives_the_same_tallies(tallies):
    assert simulate(REQUIRED, Random(SEED)) == tallies


def test_another_seed_gives_others(tallies):
    assert simulate(REQUIRED, Random(2029)) != tallies


@settings(max_examples=15, deadline=None)
@given(st.integers())
def test_the_invariants_hold_whatever_the_seed(seed):
    for tally in simulate(REQUIRED, Random(seed)):
        assert_sound(tally)


def test_the_tallies_reach_from_16_august_to_8_december(tallies):
    assert 6_000 <= len(tallies) <= 9_000
    assert min(t.reported_on for t in tallies) == date(2022, 8, 16)
    assert max(t.known_on for t in tallies) == date(2022, 12, 8)


def test_they_come_in_the_order_in_which_they_became_known(tallies):
    days = [tally.known_on for tally in tallies]
    assert days == sorted(days)


def test_a_check_only_moves_forward(tallies):
    visited = Counter()
    for tally in tallies:
        cell = (tally.phase_code, tally.party_code, tally.region_code)
        assert visited[cell] <= tally.visited
        visited[cell] = tally.visited


def test_no_check_is_complete_before_its_plenary_and_all_are_after(tallies):
    decided = [t for t in tallies if t.state is TallyState.DECIDED]
    assert len(decided) == 240 + 200 + 89 + 31
    assert all(t.visited == t.sample for t in decided)


def test_24_parties_are_checked_in_ten_kabkota_then_20(tallies):
    assert len(final(tallies, "administrative")) == 240
    assert len(final(tallies, "administrative_correction")) == 200


def test_in_administrative_phases_every_member_is_checked(tallies):
    for phase in ("administrative", "administrative_correction"):
        assert all(t.sample == t.members for t in final(tallies, phase).values())


def test_most_parties_submit_at_least_the_members_they_need(tallies):
    cells = final(tallies, "administrative").values()
    assert sum(t.members >= t.required for t in cells) > 0.8 * len(cells)


def test_on_8_september_dompu_and_kota_bima_have_not_handed_over(tallies):
    complete = [
        cell
        for cell, tally in known(tallies, "administrative", date(2022, 9, 8)).items()
        if tally.visited == tally.sample
    ]
    handed_over = {r for r, n in Counter(r for _, r in complete).items() if n == 24}
    assert set(REGIONS) - handed_over == {"52.05", "52.72"}
    checked = [p for p, n in Counter(p for p, _ in complete).items() if n == 10]
    assert len(checked) == 20


def test_by_11_september_all_have_handed_over(tallies):
    cells = known(tallies, "administrative", date(2022, 9, 11)).values()
    assert all(t.state is TallyState.DECIDED for t in cells)


def test_18_parties_pass_the_administrative_verification(tallies):
    eligible = regions_with(tallies, "administrative_correction", MS)
    passed = {party for party, regions in eligible.items() if len(regions) >= 8}
    assert passed == {*PARLIAMENTARY, *FACTUAL_PARTIES}


def test_samples_follow_krejcie_and_morgan(tallies):
    for phase in ("factual", "factual_correction"):
        for tally in final(tallies, phase).values():
            assert tally.sample == krejcie_morgan(tally.members)


def test_a_sample_is_drawn_from_the_members_that_passed(tallies):
    first = final(tallies, "administrative")
    corrected = final(tallies, "administrative_correction")
    for cell, tally in final(tallies, "factual").items():
        assert corrected[cell].verdict is MS
        assert tally.members == first[cell].eligible + corrected[cell].eligible


def test_a_party_completes_only_members_who_were_not_ms(tallies):
    first = final(tallies, "administrative")
    for cell, tally in final(tallies, "administrative_correction").items():
        before = first[cell]
        assert 0 < tally.members <= before.members - before.eligible
        assert tally.required == max(0, before.required - before.eligible)


def test_after_corrections_a_kabkota_is_ms_with_the_members_it_needs(tallies):
    first = final(tallies, "administrative")
    for cell, tally in final(tallies, "administrative_correction").items():
        found = first[cell].eligible + tally.eligible
        assert (tally.verdict is MS) == (found >= first[cell].required)


def test_about_18000_members_are_sampled_in_ntb(tallies):
    sampled = sum(t.sample for t in final(tallies, "factual").values())
    assert 17_700 <= sampled <= 18_300


def test_mataram_samples_1789_members_of_eight_parties(tallies):
    mataram = {
        party: tally
        for (party, region), tally in final(tallies, "factual").items()
        if region == "52.71"
    }
    assert set(mataram) == set(FACTUAL_PARTIES) - {"pkn"}
    assert sum(t.sample for t in mataram.values()) == 1_789


def test_mataram_has_visited_600_of_them_by_27_october(tallies):
    visited = [
        tally.visited
        for (_, region), tally in known(tallies, "factual", date(2022, 10, 27)).items()
        if region == "52.71"
    ]
    assert sum(visited) == 600


def test_gelora_alone_needs_no_correction(tallies):
    eligible = regions_with(tallies, "factual", MS)
    assert {p for p, regions in eligible.items() if len(regions) >= 8} == {"gelora"}
    correcting = {party for party, _ in final(tallies, "factual_correction")}
    assert correcting == set(FACTUAL_PARTIES) - {"gelora"}


def test_perindo_and_ummat_correct_where_they_are_known_to(tallies):
    correctable = regions_with(tallies, "factual", BMS)
    assert correctable["perindo"] == {"52.02", "52.03", "52.04", "52.08"}
    assert len(correctable["ummat"]) == 6
    assert "52.71" in correctable["ummat"]


def test_perindo_corrects_with_a_sample_of_1070(tallies):
    cells = final(tallies, "factual_correction").items()
    assert sum(t.sample for (party, _), t in cells if party == "perindo") == 1_070


def test_corrections_are_checked_only_where_the_first_round_gave_bms(tallies):
    first = final(tallies, "factual")
    assert all(first[c].verdict is BMS for c in final(tallies, "factual_correction"))


@pytest.mark.parametrize(
    ("day", "decided"),
    [(date(2022, 11, 4), 0), (date(2022, 11, 6), 71), (date(2022, 11, 7), 89)],
)
def test_bima_and_sumbawa_barat_sit_late(tallies, day, decided):
    cells = known(tallies, "factual", day)
    open_in = {r for (_, r), t in cells.items() if t.state is not TallyState.DECIDED}
    assert len([t for t in cells.values() if t.state is TallyState.DECIDED]) == decided
    if decided == 71:
        assert open_in == {"52.06", "52.07"}


def test_in_the_end_all_nine_reach_eight_kabkota(tallies):
    first = regions_with(tallies, "factual", MS)
    corrected = regions_with(tallies, "factual_correction", MS)
    assert all(len(first[p] | corrected[p]) >= 8 for p in FACTUAL_PARTIES)


def test_in_mataram_six_become_ms_by_correction_and_eight_are_in_the_end(tallies):
    first = regions_with(tallies, "factual", MS)
    corrected = regions_with(tallies, "factual_correction", MS)
    by_correction = {p for p in FACTUAL_PARTIES if "52.71" in corrected[p]}
    assert by_correction == {"pbb", "hanura", "garuda", "buruh", "psi", "ummat"}
    in_the_end = by_correction | {p for p in FACTUAL_PARTIES if "52.71" in first[p]}
    assert in_the_end == set(FACTUAL_PARTIES) - {"pkn"}


def test_shares_add_up_to_the_total():
    assert apportion(600, [226, 221, 223]) == (202, 198, 200)
    assert sum(apportion(10, [1, 1, 1])) == 10


@pytest.mark.parametrize("total", [400, 430, 470])
def test_memberships_are_moved_until_their_samples_add_up(total):
    members = members_for_samples([500, 530], total)
    assert sum(map(krejcie_morgan, members)) == total
