from dataclasses import replace
from datetime import timedelta

import pytest

from data_access.account_changes import change_person, disable, enable
from data_access.accounts import identify, read_account, read_session
from data_access.attempts import Attempt, Refusal, Refused
from data_access.office_sign_in import sign_in_from_office
from data_access.sessions import end_all_sessions, end_password_sessions
from data_access.sign_in import sign_in
from domain.office_account import OfficeAccount
from domain.session import IDLE, LONGEST
from tests.data_access.staff import (
    BY_ADMIN,
    NOW,
    PASSWORD,
    store_newcomer,
    store_person,
)

SECOND = timedelta(seconds=1)
BAIQ = OfficeAccount(subject="7c1", email="baiq@kpu.test", is_verified=True)


@pytest.fixture
def staff(engine):
    """The engine of a database in which Baiq has an address and Lalu a subject."""
    with engine.begin() as connection:
        store_newcomer(connection, "baiq", email="baiq@kpu.test")
        store_newcomer(connection, "lalu", email="lalu@kpu.test", subject="9d2")
    return engine


def person_of(engine, opened, at=NOW):
    with engine.connect() as connection:
        found = identify(opened.token, at)(connection)
    return found and found.code


@pytest.mark.parametrize(
    ("account", "code"),
    [
        (BAIQ, "baiq"),
        (OfficeAccount(subject="9d2"), "lalu"),
        (replace(BAIQ, subject="9d2"), "lalu"),
        (OfficeAccount(subject="9d2", email="lalu@kpu.test"), "lalu"),
    ],
)
def test_a_verified_address_or_a_subject_tells_who_it_is(staff, account, code):
    opened = sign_in_from_office(staff, account, NOW)
    assert not opened.must_change_password
    assert person_of(staff, opened) == code


@pytest.mark.parametrize(
    ("account", "why"),
    [
        (OfficeAccount(subject="7c1"), Refusal.UNKNOWN),
        (replace(BAIQ, email="made@kpu.test"), Refusal.UNKNOWN),
        (replace(BAIQ, is_verified=False), Refusal.UNVERIFIED),
        # Somebody else was given Lalu's address.
        (replace(BAIQ, email="lalu@kpu.test"), Refusal.UNKNOWN),
        (OfficeAccount(subject="baiq@kpu.test"), Refusal.UNKNOWN),
        (OfficeAccount(subject="baiq"), Refusal.UNKNOWN),
    ],
)
def test_whom_nothing_tells_stays_a_stranger(staff, account, why):
    assert sign_in_from_office(staff, account, NOW) == Refused(why)


def test_somebody_disabled_is_told_and_their_session_is_over(staff):
    opened = sign_in_from_office(staff, BAIQ, NOW)
    with staff.begin() as connection:
        disable(connection, "baiq", by=BY_ADMIN)
    assert person_of(staff, opened) is None
    assert sign_in_from_office(staff, BAIQ, NOW) == Refused(Refusal.DISABLED)
    with staff.begin() as connection:
        enable(connection, "baiq", by=BY_ADMIN)
    assert person_of(staff, sign_in_from_office(staff, BAIQ, NOW)) == "baiq"


def test_a_password_that_somebody_else_chose_plays_no_part(staff):
    opened = sign_in_from_office(staff, BAIQ, NOW)
    with staff.connect() as connection:
        session = read_session(connection, opened.token, NOW)
    assert session.is_from_provider
    assert not session.must_change_password


def test_the_session_ends_idle_and_old_and_with_all_others(staff):
    opened = sign_in_from_office(staff, BAIQ, NOW)
    assert person_of(staff, opened, NOW + IDLE - SECOND) == "baiq"
    assert person_of(staff, opened, NOW + IDLE) is None
    assert person_of(staff, opened, NOW + LONGEST) is None
    with staff.begin() as connection:
        end_all_sessions(connection, "baiq", NOW)
    assert person_of(staff, opened) is None


@pytest.mark.parametrize("news", [{"email": "ratna@kpu.test"}, {"subject": "8a0"}])
def test_another_address_or_subject_ends_the_session(staff, news):
    opened = sign_in_from_office(staff, BAIQ, NOW)
    with staff.begin() as connection:
        account = read_account(connection, "baiq")
        changed = replace(account.person, **news)
        version = account.version
        change_person(connection, changed, expected_version=version, by=BY_ADMIN)
    assert person_of(staff, opened) is None


def test_another_name_ends_no_session(staff):
    opened = sign_in_from_office(staff, BAIQ, NOW)
    with staff.begin() as connection:
        account = read_account(connection, "baiq")
        renamed = replace(account.person, name="Baiq Dewi")
        version = account.version
        change_person(connection, renamed, expected_version=version, by=BY_ADMIN)
    assert person_of(staff, opened) == "baiq"


def test_sessions_that_passwords_opened_end_together(engine):
    with engine.begin() as connection:
        store_person(connection, "baiq", email="baiq@kpu.test")
    attempt = Attempt(code="baiq", password=PASSWORD, address="10.0.0.7", at=NOW)
    by_password = sign_in(engine, attempt)
    by_provider = sign_in_from_office(engine, BAIQ, NOW)
    with engine.begin() as connection:
        end_password_sessions(connection, NOW)
    assert person_of(engine, by_password) is None
    assert person_of(engine, by_provider) == "baiq"
