from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event, func, insert, select
from sqlalchemy.exc import IntegrityError

from data_access.database import engine_for
from data_access.journal import read_revision, verify
from data_access.pledges import (
    forget_before,
    key_of,
    read_pledges,
    read_refusals,
    refuse,
    sign,
)
from data_access.tables import pledge_keys, pledge_uses, pledges
from domain.pledge import (
    OF_A_NETWORK_A_MINUTE,
    Pledge,
    Refusal,
    limits_on,
    token_for,
)
from tests.data_access.election_rows import NTB, region, store, store_ground, tables

DAY = date(2026, 11, 24)
NEXT = DAY + timedelta(days=1)
OPENED = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
SECONDS = timedelta(seconds=5)


@pytest.fixture
def hall(engine, database_url):
    """The engine of a database with two kab/kota of NTB, and Denpasar of Bali."""
    with engine.begin() as connection:
        store_ground(connection)
        store(
            connection,
            tables.regions,
            region("51", name="Bali", parent_code="0"),
            region("51.71", name="Denpasar", parent_code="51"),
        )
    return engine_for(database_url)


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
    return sent(engine, pledge(engine, device, **values))


def sent(engine, tapped):
    """Count a pledge or its refusal, as the page does."""
    why = sign(engine, tapped, NTB)
    if why:
        refuse(engine, {(tapped.day, why): 1})
    return why


def counted(engine):
    with engine.connect() as connection:
        return read_pledges(connection)


def refused(engine, on=DAY):
    with engine.connect() as connection:
        return read_refusals(connection).get(on, {})


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
        found = list(taps.map(lambda _: sent(hall, tapped), range(16)))
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


@pytest.mark.parametrize("limit", range(4))
def test_whatever_limit_is_reached_refuses_one_more(hall, limit):
    tapped = pledge(hall)
    reached = limits_on(tapped, key_of(hall, DAY))[limit]
    row = {"day": DAY, "mark": reached.mark, "counted": reached.most - 1}
    with hall.begin() as connection:
        if reached.most > 1:
            connection.execute(insert(pledge_uses).values(row))
    assert sign(hall, tapped, NTB) is None
    shared = tapped if reached.most == 1 else pledge(hall, "another")
    assert sign(hall, shared, NTB) is reached.refusal


@pytest.mark.parametrize(
    "region", ["51.71", "52", "99.99", "", "52.71\x00", "Ω", "x" * 99]
)
def test_only_the_kab_kota_of_the_province_count(hall, region):
    assert signed(hall, region=region) is Refusal.REGION
    assert signed(hall) is None
    assert refused(hall) == {Refusal.REGION: 1}


def test_a_token_without_a_key_of_its_day_is_refused_and_makes_none(hall):
    forged = replace(pledge(hall), day=NEXT)
    assert sent(hall, forged) is Refusal.UNSEALED
    assert rows(hall, pledge_keys) == 1
    assert refused(hall, NEXT) == {Refusal.UNSEALED: 1}


def test_a_forged_token_leaves_no_mark(hall):
    assert signed(hall, token="1.2") is Refusal.UNSEALED
    assert rows(hall, pledge_uses) == 0


def test_many_refusals_are_counted_at_once_by_day_and_reason(hall):
    refuse(hall, {(DAY, Refusal.FOREIGN): 2, (NEXT, Refusal.FOREIGN): 1})
    refuse(hall, {(DAY, Refusal.FOREIGN): 1, (DAY, Refusal.MALFORMED): 1})
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


def test_a_day_that_is_over_is_forgotten_without_a_new_one(hall):
    signed(hall)
    forget_before(hall, DAY)
    assert rows(hall, pledge_uses) == 4
    forget_before(hall, NEXT)
    assert rows(hall, pledge_keys) == rows(hall, pledge_uses) == 0
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


def test_a_pledge_that_another_overtakes_uses_up_nothing(hall):
    tapped, overtaken = pledge(hall), []

    def overtake(*call):
        if "FROM pledge_uses" in call[2] and not overtaken:
            overtaken.append(True)
            assert sign(hall, tapped, NTB) is None

    event.listen(hall, "after_cursor_execute", overtake)
    later = replace(tapped, region="52.08")
    assert sign(hall, later, NTB) is Refusal.TWICE
    event.remove(hall, "after_cursor_execute", overtake)
    assert counted(hall) == {"52.71": 1}
    with hall.connect() as connection:
        used = connection.scalars(select(pledge_uses.c.counted)).all()
    assert used == [1, 1, 1, 1]


def statements_of(engine, tapped):
    told = []

    def heard(*call):
        told.append(call[2].split()[0])

    event.listen(engine, "before_cursor_execute", heard)
    sign(engine, tapped, NTB)
    event.remove(engine, "before_cursor_execute", heard)
    return [each for each in told if each != "BEGIN"]


def test_a_pledge_takes_eight_statements_however_many_there_were(hall):
    for number in range(30):
        signed(hall, f"phone {number}")
    told = statements_of(hall, pledge(hall, "last"))
    assert told == ["SELECT"] * 3 + ["INSERT"] * 5


def test_refusing_a_flood_writes_nothing(hall):
    for number in range(OF_A_NETWORK_A_MINUTE):
        signed(hall, f"phone {number}")
    assert statements_of(hall, pledge(hall, "last")) == ["SELECT"] * 3
    assert statements_of(hall, pledge(hall, token="1.2")) == ["SELECT"]


@pytest.mark.parametrize("number", [0, -1])
def test_the_database_counts_from_one(hall, number):
    row = {"day": DAY, "region_code": "52.71", "counted": number}
    with (
        pytest.raises(IntegrityError, match="counts_from_1"),
        hall.begin() as connection,
    ):
        connection.execute(insert(pledges).values(row))
