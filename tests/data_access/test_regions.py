from datetime import date

from data_access.regions import read_regions
from data_access.tables import RegionMeasure, region_figures
from domain.provenance import Confidence, Provenance
from domain.region import Region, RegionLevel
from tests.data_access.election_rows import (
    ELECTION,
    region_figure,
    store,
    store_ground,
)

VOTERS, POPULATION = RegionMeasure.VOTERS, RegionMeasure.POPULATION
BEFORE_THE_VOTER_LIST = date(2022, 9, 8)
VOTER_LIST = date(2023, 6, 27)


def test_the_regencies_of_a_province_come_in_order_of_their_codes(connection):
    store_ground(connection)
    regencies = read_regions(connection, ELECTION, VOTER_LIST, parent="52")
    assert [region.code for region in regencies] == ["52.08", "52.71"]
    assert regencies[1] == Region(
        code="52.71",
        name="Mataram",
        level=RegionLevel.CITY,
        parent_code="52",
        districts=6,
        population=None,
        voters=None,
        provenance=Provenance(source="PKPU 4/2022", confidence=Confidence.VERIFIED),
    )


def test_voters_are_not_known_before_the_voter_list(connection):
    store_ground(connection)
    store(
        connection,
        region_figures,
        region_figure("52.71", POPULATION, date(2022, 7, 1), 444_974),
        region_figure("52.71", VOTERS, VOTER_LIST, 314_024),
    )
    (_, before) = read_regions(connection, ELECTION, BEFORE_THE_VOTER_LIST, parent="52")
    (_, after) = read_regions(connection, ELECTION, VOTER_LIST, parent="52")
    assert (before.population, before.voters) == (444_974, None)
    assert (after.population, after.voters) == (444_974, 314_024)


def test_a_corrected_figure_counts_from_the_day_it_was_known(connection):
    store_ground(connection)
    store(
        connection,
        region_figures,
        region_figure("52.71", VOTERS, VOTER_LIST, 314_024),
        region_figure("52.71", VOTERS, date(2023, 7, 2), 314_034),
    )
    (_, first) = read_regions(connection, ELECTION, VOTER_LIST, parent="52")
    (_, second) = read_regions(connection, ELECTION, date(2023, 7, 2), parent="52")
    assert (first.voters, second.voters) == (314_024, 314_034)


def test_a_region_that_nobody_knows_has_nothing_inside(connection):
    store_ground(connection)
    assert read_regions(connection, ELECTION, VOTER_LIST, parent="99") == ()
