"""What everything is called, in the order that lists of it have."""

from datetime import date

from data_access.names import read_names
from data_access.tables import baselines, milestones, regions, services, stages
from domain.integrity_services import ServiceKind
from domain.region import RegionLevel
from tests.data_access.election_rows import (
    ELECTION,
    NTB,
    READ,
    baseline,
    milestone,
    region,
    stage,
    store,
    store_ground,
)


def test_each_kind_comes_in_its_order_with_the_names_of_both_languages(connection):
    store_ground(connection)
    store(connection, stages, stage("1", position=1))
    store(connection, milestones, milestone("M1-01", stage_code="1"))
    names = read_names(connection, ELECTION, NTB)
    assert list(names["stage_code"]) == ["1", "3"]
    assert list(names["milestone_code"]) == ["M1-01", "M3-03", "M3-08"]
    assert list(names["phase_code"]) == ["administrative", "factual"]
    assert list(names["party_code"]) == ["gelora", "perindo"]
    assert names["party_code"]["gelora"].english == "Gelora"


def test_regions_are_those_of_one_province_and_the_provinces_beside_it(connection):
    store_ground(connection)
    store(
        connection,
        regions,
        region("53", name="NTT", level=RegionLevel.PROVINCE, parent_code="0"),
        region("53.71", name="Kupang", level=RegionLevel.CITY, parent_code="53"),
    )
    found = read_names(connection, ELECTION, NTB)["region_code"]
    assert {code: each.indonesian for code, each in found.items()} == {
        "0": "Indonesia", "52": "NTB", "52.08": "Lombok Utara",
        "52.71": "Kota Mataram", "53": "NTT",
    }  # fmt: skip


def test_only_what_belongs_to_no_election_is_named_for_another_one(connection):
    store_ground(connection)
    store(
        connection,
        services,
        READ
        | {
            "code": "ppid",
            "position": 1,
            "kind": ServiceKind.FLAGSHIP,
            "name_indonesian": "PPID",
            "name_english": "",
        },
    )
    store(connection, baselines, baseline("first", date(2022, 7, 20)))
    here, elsewhere = (
        read_names(connection, code, NTB) for code in (ELECTION, "pilkada-2024")
    )
    assert here["baseline_code"]["first"].indonesian == "FIRST"
    assert here["service_code"] == elsewhere["service_code"]
    assert [column for column, names in elsewhere.items() if names] == [
        "service_code", "region_code",
    ]  # fmt: skip
