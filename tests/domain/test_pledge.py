from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.pledge import (
    LONGEST,
    SOONEST,
    Pledge,
    Refusal,
    fault_of,
    limits_on,
    token_for,
)

OPENED = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
KEY, OTHER_KEY = "a" * 64, "b" * 64
MOMENT = timedelta(milliseconds=1)
PLEDGE = Pledge(
    region="52.71",
    device="phone",
    token=token_for("phone", OPENED, KEY),
    network="10.0.0.7",
    day=date(2026, 11, 24),
    at=OPENED + timedelta(seconds=5),
)


def fault(key=KEY, **changes):
    return fault_of(replace(PLEDGE, **changes), key)


def marks(key=KEY, **changes):
    limits = limits_on(replace(PLEDGE, **changes), key)
    return {limit.mark for limit in limits}


def test_a_page_answered_by_the_device_that_opened_it_counts():
    assert fault() is None


@pytest.mark.parametrize("device", ["", "another"])
def test_a_page_counts_for_no_other_device(device):
    assert fault(device=device) is Refusal.UNSEALED


def test_a_device_without_a_cookie_never_counts():
    unnamed = token_for("", OPENED, KEY)
    assert fault(device="", token=unnamed) is Refusal.UNSEALED


@pytest.mark.parametrize(
    "token",
    [
        "",
        ".",
        "1763946000000",
        PLEDGE.token[:-1],
        PLEDGE.token.replace("1", "2", 1),
        "x" + PLEDGE.token,
        " " + PLEDGE.token,
        PLEDGE.token + "\x00",
        PLEDGE.token + "\ud800",
        "9" * 5000 + ".é",
    ],
)
def test_a_forged_token_is_none(token):
    assert fault(token=token) is Refusal.UNSEALED


def test_a_token_is_of_no_other_day():
    assert fault(key=OTHER_KEY) is Refusal.UNSEALED


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (-SOONEST, Refusal.EARLY),
        (SOONEST - MOMENT, Refusal.EARLY),
        (SOONEST, None),
        (LONGEST, None),
        (LONGEST + MOMENT, Refusal.LATE),
    ],
)
def test_a_page_is_answered_after_a_second_and_within_an_hour(age, expected):
    assert fault(at=OPENED + age) is expected


def test_a_device_counts_once_and_a_hall_a_few_hundred_times():
    limits = [(limit.most, limit.refusal) for limit in limits_on(PLEDGE, KEY)]
    assert limits == [
        (1, Refusal.TWICE),
        (100, Refusal.NETWORK),
        (300, Refusal.NETWORK),
        (600, Refusal.CEILING),
    ]


def test_the_next_minute_keeps_the_marks_of_the_day_only():
    later = PLEDGE.at + timedelta(minutes=1)
    assert len(marks() & marks(at=later)) == 2


def test_another_phone_in_the_hall_shares_all_marks_but_its_own():
    assert len(marks() & marks(device="another")) == 3


def test_another_day_has_no_mark_in_common_with_this_one():
    assert not marks() & marks(key=OTHER_KEY)


def test_a_mark_shows_nothing_of_device_or_address():
    assert {len(mark) for mark in marks()} == {64}
    assert not any(PLEDGE.device in mark for mark in marks())
    assert PLEDGE.network not in repr(PLEDGE)
