from datetime import date

from sqlalchemy import func, select

from data_access.facts_loading import load_facts
from data_access.reconciliation import read_books
from data_access.regions import read_figure_sources, read_region
from data_access.tables import (
    RegionMeasure,
    region_figures,
    regions,
    reported_figures,
    tallies,
)
from domain.reconciliation import Check, LightState
from domain.reconciliation_books import MinutesTotal, RegionCount
from domain.reconciliation_rules import lights
from domain.tally import TallyOrigin
from tests.data_access.election_rows import (
    ELECTION,
    NTB,
    STAFF,
    decided,
    region_figure,
    reported_figure,
    store,
    store_ground,
    tally,
)

MONDAY, TUESDAY = date(2022, 8, 22), date(2022, 8, 23)
SIPOL = {"origin": TallyOrigin.SIPOL}


def books(connection, day=TUESDAY):
    return read_books(connection, ELECTION, day, province=NTB)


def test_without_tallies_only_the_regions_are_compared(connection):
    store_ground(connection)
    found = books(connection)
    assert found.tallies == found.recaps == found.sipol == found.minutes == ()
    assert found.counts == (
        RegionCount(measure="population", whole=None, parts=(None, None)),
        RegionCount(measure="voters", whole=None, parts=(None, None)),
    )
    assert found.areas["Kota Mataram"] == "52.71"


def test_the_last_import_is_read_beside_what_was_recorded_after_it(connection):
    store_ground(connection)
    store(
        connection,
        tallies,
        tally(MONDAY, members=501, **SIPOL),
        tally(MONDAY, version=2, members=502, **SIPOL),
        tally(TUESDAY, version=3, members=503),
        tally(TUESDAY, version=4, members=504, known_on=date(2022, 8, 24), **SIPOL),
        tally(MONDAY, region_code="52.08"),
    )
    found = books(connection)
    assert [(each.region_code, each.members) for each in found.tallies] == [
        ("52.08", 500),
        ("52.71", 503),
    ]
    assert [(each.region_code, each.members) for each in found.sipol] == [
        ("52.71", 502)
    ]


def test_the_recap_of_the_province_stands_apart_from_its_parts(connection):
    store_ground(connection)
    store(connection, tallies, tally(MONDAY), tally(MONDAY, region_code=NTB))
    found = books(connection)
    assert [each.region_code for each in found.tallies] == ["52.71"]
    assert [each.region_code for each in found.recaps] == [NTB]


def test_every_decided_version_gives_its_minutes(connection):
    store_ground(connection)
    counted = {"visited": 500, "eligible": 450, "correctable": 50}
    other = {"visited": 500, "eligible": 449, "correctable": 51}
    later = tally(MONDAY, version=3, known_on=TUESDAY, **other)
    store(
        connection,
        tallies,
        tally(MONDAY, **counted),
        tally(MONDAY, version=2, **counted) | decided(MONDAY),
        later | decided(MONDAY, minutes_number="13"),
    )
    assert books(connection).minutes == (
        MinutesTotal(
            cell=("administrative", "perindo", "52.71"),
            number="12/PL.01.1-BA/5271/2022",
            held_on=MONDAY,
            verdicts=(450, 50, 0),
            is_simulated=False,
        ),
        MinutesTotal(
            cell=("administrative", "perindo", "52.71"),
            number="13",
            held_on=MONDAY,
            verdicts=(449, 51, 0),
            is_simulated=False,
        ),
    )
    assert len(books(connection, MONDAY).minutes) == 1
    (light,) = [
        each for each in lights(books(connection)) if each.check is Check.MINUTES
    ]
    assert (light.state, light.gap) == (LightState.RED, -1)


def test_undecided_verdicts_are_in_no_book(connection):
    store_ground(connection)
    store(connection, tallies, tally(MONDAY, visited=500, eligible=450))
    (found,) = books(connection).tallies
    assert found.eligible is None


def test_published_figures_are_read_as_known_on_the_day(connection):
    store_ground(connection)
    store(connection, reported_figures, reported_figure(TUESDAY))
    assert books(connection, MONDAY).reported == ()
    assert [each.value for each in books(connection).reported] == [1789]


def test_the_voters_of_ntb_as_published_lack_three(connection):
    load_facts(connection, by=STAFF)
    day = date(2023, 7, 3)
    found = {
        each.measure: each
        for each in lights(books(connection, day))
        if each.phase_code is None and each.check is Check.PROVINCE
    }
    voters = found["voters"]
    assert (voters.state, voters.theirs, voters.gap) == (LightState.RED, 3918291, -3)
    assert voters.region_code == NTB
    assert "regional.kompas.com" in voters.subject


def test_totals_that_do_not_add_up_keep_their_gap(connection):
    load_facts(connection, by=STAFF)
    found = [
        (each.measure, each.theirs, each.gap)
        for each in lights(books(connection, date(2024, 8, 31)))
        if each.check is Check.PUBLISHED
    ]
    assert found == [
        ("voters_provisional", 3_965_683, -10),
        ("polling_stations", 16_253, -502),
        ("voters", 3_918_291, -13),
        ("voters_abroad", 1_760_474, -10_000),
        ("districts", 116, 1),
    ]
    assert books(connection, date(2023, 4, 26)).published == ()


def test_the_source_of_a_figure_is_that_of_its_last_version(connection):
    store_ground(connection)
    for known_on, source in ((MONDAY, "first"), (TUESDAY, "corrected")):
        of_ntb = region_figure(NTB, RegionMeasure.VOTERS, known_on, 3)
        store(connection, region_figures, of_ntb | {"source": source})
    assert read_figure_sources(connection, ELECTION, MONDAY, NTB) == {"voters": "first"}
    assert [each.source for each in books(connection).counts] == ["", "corrected"]


def test_one_region_is_read_by_its_code(connection):
    store_ground(connection)
    assert read_region(connection, ELECTION, MONDAY, NTB).name == "NTB"
    assert read_region(connection, ELECTION, MONDAY, "99") is None
    assert connection.scalar(select(func.count()).select_from(regions)) == 4
