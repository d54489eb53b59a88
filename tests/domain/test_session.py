from datetime import UTC, datetime, timedelta

import pytest

from domain.person import Person, Role
from domain.session import Session, token_in

NOW = datetime(2022, 9, 8, 3, 0, tzinfo=UTC)
BAIQ = Person(code="baiq", name="Baiq Ratna", role=Role.EDITOR)


@pytest.mark.parametrize(
    ("ago", "to_be_noted"), [(0, False), (299, False), (300, True)]
)
def test_a_use_is_noted_again_after_five_minutes(ago, to_be_noted):
    used = NOW - timedelta(seconds=ago)
    session = Session(person=BAIQ, must_change_password=False, last_used_at=used)
    assert session.is_to_be_noted(NOW) is to_be_noted


@pytest.mark.parametrize(
    ("cookies", "token"),
    [
        ({}, ""),
        ({"sesi": "a"}, "a"),
        ({"__Host-sesi": "b", "sesi": "a"}, "b"),
        ({"__Host-sesi": "", "sesi": "a"}, "a"),
    ],
)
def test_a_cookie_that_only_this_host_can_set_goes_first(cookies, token):
    assert token_in(cookies) == token
