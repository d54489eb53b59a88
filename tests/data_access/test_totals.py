from datetime import date

import pytest

from data_access.tables import tallies
from data_access.verification import Recaps, read_daily_totals, read_phase_totals
from domain.tally import DailyTotal, PhaseTotals, TallyState
from tests.data_access.election_rows import (
    ELECTION,
    NTB,
    decided,
    simulated,
    store,
    store_ground,
    tally,
)

MONDAY, TUESDAY, WEDNESDAY = date(2022, 8, 22), date(2022, 8, 23), date(2022, 8, 24)
PERINDO = Recaps(phase="administrative", party="perindo", province=NTB)
DRAFT = {"state": TallyState.DRAFT}
CHECKED = {"visited": 500}


def totals(connection, day):
    return read_phase_totals(connection, ELECTION, day, province=NTB)


def daily(connection, day, recaps=PERINDO):
    return read_daily_totals(connection, ELECTION, day, recaps)


def test_before_the_first_tally_there_is_nothing_to_sum(connection):
    store_ground(connection)
    store(connection, tallies, tally(TUESDAY))
    assert totals(connection, MONDAY) == ()
    assert daily(connection, MONDAY) == ()


def test_the_latest_public_tallies_of_a_phase_are_summed(connection):
    store_ground(connection)
    counted = {"visited": 500, "met": 470, "eligible": 440, "correctable": 50}
    store(
        connection,
        tallies,
        tally(MONDAY, visited=100),
        tally(TUESDAY, version=2, **counted, ineligible=10) | decided(TUESDAY),
        tally(MONDAY, region_code="52.08", visited=40, eligible=40),
        tally(MONDAY, party_code="gelora", sample=300, visited=300, eligible=300),
        tally(MONDAY, party_code="gelora", region_code="52.08", **DRAFT),
    )
    assert totals(connection, TUESDAY) == (
        PhaseTotals(
            phase_code="administrative",
            recaps_expected=4,
            recaps_submitted=2,
            recaps_decided=1,
            regions_expected=2,
            regions_submitted=1,
            parties_expected=2,
            parties_checked=0,
            sample=1300,
            visited=840,
            eligible=440,
            correctable=50,
            ineligible=10,
            reported_on=TUESDAY,
            decided_before=None,
            is_simulated=False,
        ),
    )


def test_the_last_plenary_is_one_of_an_earlier_day(connection):
    store_ground(connection)
    store(
        connection,
        tallies,
        tally(MONDAY, **CHECKED) | decided(MONDAY),
        tally(TUESDAY, region_code="52.08", **CHECKED) | decided(TUESDAY),
    )
    days = (MONDAY, TUESDAY, WEDNESDAY)
    last = [totals(connection, day)[0].decided_before for day in days]
    assert last == [None, MONDAY, TUESDAY]


def test_a_party_is_checked_once_all_its_recaps_are_handed_over(connection):
    store_ground(connection)
    store(
        connection,
        tallies,
        tally(MONDAY, **CHECKED),
        tally(TUESDAY, region_code="52.08", **CHECKED),
    )
    (monday,), (tuesday,) = totals(connection, MONDAY), totals(connection, TUESDAY)
    assert (monday.parties_expected, monday.parties_checked) == (1, 1)
    assert (tuesday.regions_expected, tuesday.regions_submitted) == (2, 2)
    assert (tuesday.parties_expected, tuesday.parties_checked) == (1, 1)


def test_drafts_alone_are_expected_but_tell_nothing(connection):
    store_ground(connection)
    store(connection, tallies, tally(MONDAY, **CHECKED, **DRAFT))
    (drafts,) = totals(connection, MONDAY)
    assert (drafts.recaps_expected, drafts.recaps_submitted) == (1, 0)
    assert (drafts.sample, drafts.visited, drafts.reported_on) == (0, 0, None)
    assert not drafts.is_simulated


def test_one_simulated_tally_marks_the_whole_sum(connection):
    store_ground(connection)
    store(
        connection,
        tallies,
        tally(MONDAY) | simulated(),
        tally(TUESDAY, region_code="52.08"),
    )
    (mixed,) = totals(connection, TUESDAY)
    assert mixed.is_simulated


def test_each_phase_has_its_own_sum_in_order(connection):
    store_ground(connection)
    store(
        connection,
        tallies,
        tally(TUESDAY, phase_code="factual", visited=7),
        tally(MONDAY),
    )
    found = [(each.phase_code, each.visited) for each in totals(connection, TUESDAY)]
    assert found == [("administrative", 0), ("factual", 7)]


def test_another_province_has_its_own_sums(connection):
    store_ground(connection)
    store(connection, tallies, tally(MONDAY))
    assert read_phase_totals(connection, ELECTION, MONDAY, province="53") == ()


def test_a_regency_that_did_not_report_counts_with_its_last_report(connection):
    store_ground(connection)
    store(
        connection,
        tallies,
        tally(MONDAY, visited=100, met=90),
        tally(MONDAY, region_code="52.08", visited=40),
        tally(TUESDAY, version=2, visited=250, met=230),
    )
    monday, tuesday = daily(connection, WEDNESDAY)
    assert tuesday == DailyTotal(
        reported_on=TUESDAY,
        sample=1000,
        visited=290,
        met=230,
        eligible=0,
        correctable=0,
        ineligible=0,
        is_simulated=False,
    )
    assert (monday.sample, monday.visited) == (1000, 140)
    assert type(tuesday.visited) is int


def test_verdicts_enter_the_days_with_the_plenary(connection):
    store_ground(connection)
    counted = {"visited": 500, "eligible": 440, "correctable": 50, "ineligible": 10}
    store(
        connection,
        tallies,
        tally(MONDAY, **counted),
        tally(TUESDAY, version=2, **counted) | decided(TUESDAY),
    )
    days = [
        (each.eligible, each.correctable, each.ineligible)
        for each in daily(connection, TUESDAY)
    ]
    assert days == [(0, 0, 0), (440, 50, 10)]


def test_a_correction_changes_the_day_it_reports_on_once_it_is_known(connection):
    store_ground(connection)
    store(
        connection,
        tallies,
        tally(MONDAY, visited=100),
        tally(TUESDAY, version=2, visited=250),
        tally(MONDAY, version=3, replaces=1, visited=80, known_on=WEDNESDAY),
    )
    visited = {
        day: [each.visited for each in daily(connection, day)]
        for day in (TUESDAY, WEDNESDAY)
    }
    assert visited == {TUESDAY: [100, 250], WEDNESDAY: [80, 250]}


def test_a_draft_enters_no_day(connection):
    store_ground(connection)
    store(
        connection,
        tallies,
        tally(MONDAY, visited=100),
        tally(TUESDAY, version=2, **DRAFT),
    )
    assert [each.reported_on for each in daily(connection, TUESDAY)] == [MONDAY]


def test_a_day_with_a_simulated_tally_says_so(connection):
    store_ground(connection)
    store(connection, tallies, tally(MONDAY) | simulated(), tally(TUESDAY, version=2))
    assert [each.is_simulated for each in daily(connection, TUESDAY)] == [True, False]


@pytest.mark.parametrize(
    "recaps",
    [
        Recaps(phase="factual", party="perindo", province=NTB),
        Recaps(phase="administrative", party="gelora", province=NTB),
        Recaps(phase="administrative", party="perindo", province="53"),
    ],
)
def test_the_days_of_other_recaps_are_their_own(connection, recaps):
    store_ground(connection)
    store(connection, tallies, tally(MONDAY))
    assert daily(connection, MONDAY, recaps) == ()
