from datetime import date

from data_access.tables import tallies
from data_access.tallies import cell_of, read_province_tallies, read_tally_sources
from data_access.verification import (
    read_party_tallies,
    read_region_tallies,
    read_tallies,
)
from domain.tally import Tally, TallyOrigin, TallyState
from domain.verification import Verdict
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


def read(connection, day, phase="administrative", province=NTB):
    return read_tallies(connection, ELECTION, phase, day, province=province)


def visited(connection, day):
    return [each.visited for each in read(connection, day)]


def test_before_the_first_report_there_is_no_tally(connection):
    store_ground(connection)
    store(connection, tallies, tally(TUESDAY, visited=40))
    assert read(connection, MONDAY) == ()


def test_the_latest_report_known_on_the_day_counts(connection):
    store_ground(connection)
    store(
        connection,
        tallies,
        tally(MONDAY, visited=10),
        tally(TUESDAY, version=2, visited=40),
        tally(WEDNESDAY, version=3, visited=90),
    )
    assert visited(connection, TUESDAY) == [40]
    assert visited(connection, date(2022, 12, 31)) == [90]


def test_a_report_counts_from_the_day_it_was_known_not_the_day_it_reports_on(
    connection,
):
    store_ground(connection)
    late = tally(TUESDAY, version=2, visited=40, known_on=WEDNESDAY)
    store(connection, tallies, tally(MONDAY, visited=10), late)
    assert visited(connection, TUESDAY) == [10]
    assert visited(connection, WEDNESDAY) == [40]


def test_a_correction_stands_for_the_report_it_replaces_from_its_own_day(connection):
    store_ground(connection)
    correction = tally(MONDAY, version=2, replaces=1, visited=8, known_on=TUESDAY)
    store(connection, tallies, tally(MONDAY, visited=10), correction)
    assert visited(connection, MONDAY) == [10]
    assert visited(connection, TUESDAY) == [8]


def test_a_correction_of_an_older_report_leaves_the_newer_one_standing(connection):
    store_ground(connection)
    store(
        connection,
        tallies,
        tally(MONDAY, visited=10),
        tally(TUESDAY, version=2, visited=40),
        tally(MONDAY, version=3, replaces=1, visited=8, known_on=WEDNESDAY),
    )
    assert visited(connection, WEDNESDAY) == [40]


def test_a_draft_is_for_staff(connection):
    store_ground(connection)
    draft = tally(TUESDAY, version=2, visited=40, state=TallyState.DRAFT)
    store(connection, tallies, tally(MONDAY, visited=10), draft)
    assert visited(connection, TUESDAY) == [10]


def test_a_submitted_tally_shows_progress_but_no_verdict(connection):
    store_ground(connection)
    counted = {"visited": 90, "met": 80, "eligible": 60, "correctable": 30}
    store(connection, tallies, tally(MONDAY, **counted))
    (shown,) = read(connection, MONDAY)
    assert (shown.sample, shown.visited, shown.met) == (500, 90, 80)
    assert (shown.eligible, shown.correctable, shown.ineligible) == (None, None, None)
    assert shown.verdict is None


def test_the_plenary_makes_the_verdicts_public(connection):
    store_ground(connection)
    counted = {"visited": 500, "met": 480, "eligible": 450, "correctable": 50}
    store(connection, tallies, tally(MONDAY, **counted) | decided(MONDAY))
    assert read(connection, MONDAY) == (
        Tally(
            party_code="perindo",
            region_code="52.71",
            phase_code="administrative",
            reported_on=MONDAY,
            known_on=MONDAY,
            members=500,
            required=445,
            sample=500,
            visited=500,
            met=480,
            eligible=450,
            correctable=50,
            ineligible=0,
            verdict=Verdict.ELIGIBLE,
            state=TallyState.DECIDED,
            decided_on=MONDAY,
            minutes_number="12/PL.01.1-BA/5271/2022",
            origin=TallyOrigin.MANUAL,
        ),
    )


def test_a_simulated_tally_says_so(connection):
    store_ground(connection)
    store(connection, tallies, tally(MONDAY) | simulated())
    (shown,) = read(connection, MONDAY)
    assert shown.origin is TallyOrigin.SIMULATED


def store_four_cells_and_two_phases(connection):
    store_ground(connection)
    cells = [("perindo", "52.71"), ("perindo", "52.08"), ("gelora", "52.71")]
    store(
        connection,
        tallies,
        *(tally(MONDAY, party_code=party, region_code=code) for party, code in cells),
        tally(TUESDAY, phase_code="factual"),
    )


def cells(found):
    return [(each.phase_code, each.party_code, each.region_code) for each in found]


def test_tallies_of_a_phase_come_by_party_in_order_then_by_regency(connection):
    store_four_cells_and_two_phases(connection)
    assert cells(read(connection, TUESDAY)) == [
        ("administrative", "gelora", "52.71"),
        ("administrative", "perindo", "52.08"),
        ("administrative", "perindo", "52.71"),
    ]
    assert cells(read(connection, TUESDAY, phase="factual")) == [
        ("factual", "perindo", "52.71")
    ]


def test_another_province_has_its_own_tallies(connection):
    store_four_cells_and_two_phases(connection)
    assert read(connection, TUESDAY, province="53") == ()


def test_the_tallies_of_a_party_come_by_phase_then_by_regency(connection):
    store_four_cells_and_two_phases(connection)
    found = read_party_tallies(connection, ELECTION, "perindo", TUESDAY, province=NTB)
    assert cells(found) == [
        ("administrative", "perindo", "52.08"),
        ("administrative", "perindo", "52.71"),
        ("factual", "perindo", "52.71"),
    ]


def test_the_tallies_of_a_regency_come_by_phase_then_by_party_in_order(connection):
    store_four_cells_and_two_phases(connection)
    found = read_region_tallies(connection, ELECTION, "52.71", TUESDAY)
    assert cells(found) == [
        ("administrative", "gelora", "52.71"),
        ("administrative", "perindo", "52.71"),
        ("factual", "perindo", "52.71"),
    ]


def test_the_source_is_that_of_the_latest_public_tally_of_each_cell(connection):
    store_ground(connection)
    store(
        connection,
        tallies,
        tally(MONDAY, source="Laporan"),
        tally(TUESDAY, version=2, source="BA 7"),
        tally(WEDNESDAY, version=3, source="Konsep", state=TallyState.DRAFT),
    )
    (known,) = read_province_tallies(connection, ELECTION, WEDNESDAY, province=NTB)
    sources = read_tally_sources(connection, ELECTION, WEDNESDAY, province=NTB)
    assert sources == {cell_of(known): "BA 7"}
