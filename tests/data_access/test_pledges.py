from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event, func, insert, select
from sqlalchemy.exc import IntegrityError

from data_access.database import engine_for
from data_access.journal import read_revision, verify
from data_access.pledges import key_of, read_pledges, read_refusals, refuse, sign
from data_access.tables import pledge_keys, pledge_uses, pledges
from domain.pledge import OF_A_NETWORK_A_MINUTE, Pledge, Refusal, token_for
from tests.data_access.election_rows import NTB, region, store, store_ground, tables

DAY = date(2026, 11, 24)
NEXT = DAY + timedelta(days=1)
OPENED = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
SECONDS = timedelta(seconds=5)


@pytest.fixture
def hall(engine):
    """The engine of a database with two kab/kota of NTB, and Denpasar of Bali."""
    with engine.begin() as connection:
        store_ground(connection)
        store(
            connection,
            tables.regions,
            region("51", name="Bali", parent_code="0"),
            region("51.71", name="Denpasar", parent_code="51"),
        )
    return engine


def pledge(engine, device="phone", on=DAY, **values):
    opened = OPENED + (on - DAY)
    usual = Pledge(
        region="52.71",
        device=device,
        token=token_for(device, opened, key_of(engine, on)),
        network="10.0.0.7",
        day=on,
        at=opened + SECONDS,
    )
    return replace(usual, **values)


def signed(engine, device="phone", **values):
    return sign(engine, pledge(engine, device, **values), NTB)


def counted(engine):
    with engine.connect() as connection:
        return read_pledges(connection)


def refused(engine, on=DAY):
    with engine.connect() as connection:
        return read_refusals(connection, on)


def rows(engine, table):
    with engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(table))


def test_pledges_count_by_region_over_all_days(hall):
    assert counted(hall) == {}
    signed(hall)
    signed(hall, "another")
    signed(hall, "a third", region="52.08")
    signed(hall, on=NEXT)
    assert counted(hall) == {"52.08": 1, "52.71": 3}
    assert refused(hall) == refused(hall, NEXT) == {}


def test_a_device_counts_once_a_day_in_whatever_region(hall):
    assert signed(hall) is None
    assert signed(hall) is Refusal.TWICE
    assert signed(hall, region="52.08", network="10.0.0.8") is Refusal.TWICE
    assert signed(hall, on=NEXT) is None
    assert counted(hall) == {"52.71": 2}
    assert refused(hall) == {Refusal.TWICE: 2}


def test_a_device_that_taps_many_times_at_once_counts_once(hall):
    tapped = pledge(hall)
    with ThreadPoolExecutor(8) as taps:
        found = list(taps.map(lambda _: sign(hall, tapped, NTB), range(16)))
    assert found.count(None) == 1
    assert found.count(Refusal.TWICE) == 15
    assert counted(hall) == {"52.71": 1}
    assert refused(hall) == {Refusal.TWICE: 15}


def test_devices_of_one_address_that_tap_at_once_keep_its_limit(hall):
    tapped = [pledge(hall, f"phone {n}") for n in range(OF_A_NETWORK_A_MINUTE + 20)]
    with ThreadPoolExecutor(8) as taps:
        found = list(taps.map(lambda each: sign(hall, each, NTB), tapped))
    assert found.count(Refusal.NETWORK) == 20
    assert counted(hall) == {"52.71": OF_A_NETWORK_A_MINUTE}


def test_who_was_refused_by_the_crowd_may_try_again_in_a_minute(hall):
    for number in range(OF_A_NETWORK_A_MINUTE):
        assert signed(hall, f"phone {number}") is None
    late = pledge(hall, "last")
    assert sign(hall, late, NTB) is Refusal.NETWORK
    elsewhere = replace(pledge(hall, "outside"), network="10.0.0.8")
    assert sign(hall, elsewhere, NTB) is None
    again = replace(late, at=late.at + timedelta(minutes=1))
    assert sign(hall, again, NTB) is None


@pytest.mark.parametrize(
    "region", ["51.71", "52", "99.99", "", "52.71\x00", "Ω", "x" * 99]
)
def test_only_the_kab_kota_of_the_province_count(hall, region):
    assert signed(hall, region=region) is Refusal.REGION
    assert signed(hall) is None
    assert refused(hall) == {Refusal.REGION: 1}


def test_a_token_without_a_key_of_its_day_is_refused_and_makes_none(hall):
    forged = replace(pledge(hall), day=NEXT)
    assert sign(hall, forged, NTB) is Refusal.UNSEALED
    assert rows(hall, pledge_keys) == 1
    assert refused(hall, NEXT) == {Refusal.UNSEALED: 1}


def test_a_forged_token_leaves_no_mark(hall):
    assert signed(hall, token="1.2") is Refusal.UNSEALED
    assert rows(hall, pledge_uses) == 0


def test_what_was_refused_unread_is_counted(hall):
    for _ in range(3):
        refuse(hall, Refusal.FOREIGN, DAY)
    refuse(hall, Refusal.MALFORMED, DAY)
    assert refused(hall) == {Refusal.FOREIGN: 3, Refusal.MALFORMED: 1}


def test_a_new_day_forgets_the_key_and_the_marks_of_the_day_before(hall):
    first = key_of(hall, DAY)
    signed(hall)
    assert key_of(hall, DAY) == first
    assert key_of(hall, NEXT) != first
    with hall.connect() as connection:
        assert connection.scalars(select(pledge_keys.c.day)).all() == [NEXT]
        assert connection.execute(select(pledge_uses)).all() == []
    assert counted(hall) == {"52.71": 1}


def test_a_day_that_begins_many_times_at_once_has_one_key(hall):
    with ThreadPoolExecutor(8) as visits:
        keys = set(visits.map(lambda _: key_of(hall, DAY), range(16)))
    assert len(keys) == 1


def test_neither_device_nor_address_is_stored(hall):
    signed(hall)
    signed(hall)
    with hall.connect() as connection:
        for table in (pledges, pledge_uses):
            told = str(connection.execute(select(table)).all())
            assert "10.0.0.7" not in told
            assert "phone" not in told


def test_pledges_are_no_facts_and_no_revision_of_them(hall):
    with hall.connect() as connection:
        before = read_revision(connection)
    signed(hall)
    signed(hall)
    with hall.connect() as connection:
        assert read_revision(connection) == before
        assert verify(connection).is_sound


def test_a_pledge_takes_a_few_statements_however_many_there_were(hall):
    for number in range(30):
        signed(hall, f"phone {number}")
    last, told = pledge(hall, "last"), []

    def heard(*call):
        told.append(call[2])

    event.listen(engine_for(hall.url), "before_cursor_execute", heard)
    sign(hall, last, NTB)
    event.remove(engine_for(hall.url), "before_cursor_execute", heard)
    assert (
        len([each for each in told if "POINT" not in each and "BEGIN" not in each]) == 7
    )


@pytest.mark.parametrize("number", [0, -1])
def test_the_database_counts_from_one(hall, number):
    row = {"day": DAY, "region_code": "52.71", "counted": number}
    with (
        pytest.raises(IntegrityError, match="counts_from_1"),
        hall.begin() as connection,
    ):
        connection.execute(insert(pledges).values(row))
