from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from data_access import sign_in as module
from data_access.account_changes import disable
from data_access.accounts import read_account, read_session
from data_access.attempts import (
    Attempt,
    Refusal,
    Refused,
    delay_after,
    forgive,
    network_of,
)
from data_access.sign_in import Opened, change_password, sign_in
from data_access.tables import journal, sessions, sign_in_attempts
from domain.password import PasswordFault, WeakPassword
from tests.data_access.staff import (
    BY_ADMIN,
    FIRST_PASSWORD,
    NOW,
    PASSWORD,
    store_newcomer,
    store_person,
)

SECOND = timedelta(seconds=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
NEW = "gumi paer mirah adi"


@pytest.fixture
def staff(engine):
    """The engine of a database in which Baiq works."""
    with engine.begin() as connection:
        store_person(connection)
    return engine


def attempt(code="baiq", password=PASSWORD, at=NOW, address="10.0.0.7"):
    return Attempt(code=code, password=password, address=address, at=at)


def wrong(code="baiq", **values):
    return attempt(code, "bukan kata sandinya", **values)


def counted(engine):
    with engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(sign_in_attempts))


def fail(engine, times, **values):
    """Type a wrong password once an hour, so that no delay stands in the way."""
    for hours in range(times):
        refused = sign_in(engine, wrong(at=NOW + hours * HOUR, **values))
        assert refused.why is Refusal.WRONG


def test_the_right_password_opens_a_session(staff):
    opened = sign_in(staff, attempt())
    assert not opened.must_change_password
    with staff.connect() as connection:
        assert read_session(connection, opened.token, NOW).person.code == "baiq"
    assert counted(staff) == 0


@pytest.mark.parametrize("typed", ["Baiq", " baiq ", "BAIQ", "\uff42aiq"])
def test_a_name_is_the_same_however_it_is_typed(staff, typed):
    assert isinstance(sign_in(staff, attempt(typed)), Opened)


def test_a_newcomer_is_told_to_change_the_password(engine):
    with engine.begin() as connection:
        store_newcomer(connection)
    assert sign_in(engine, attempt(password=FIRST_PASSWORD)).must_change_password


@pytest.mark.parametrize("code", ["baiq", "nobody", "", "ba\x00iq", "x" * 500])
def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(staff, code):
    assert sign_in(staff, wrong(code)) == Refused(Refusal.WRONG)
    assert counted(staff) == 1


def test_an_unknown_name_is_checked_as_long_as_a_known_one(staff, monkeypatch):
    checked = []
    check = module.matches

    def watched(stored, password):
        checked.append(stored is None)
        return check(stored, password)

    monkeypatch.setattr(module, "matches", watched)
    sign_in(staff, wrong())
    sign_in(staff, wrong("nobody"))
    assert checked == [False, True]


def test_somebody_disabled_is_told_only_with_the_right_password(staff):
    with staff.begin() as connection:
        disable(connection, "baiq", by=BY_ADMIN)
    assert sign_in(staff, wrong()).why is Refusal.WRONG
    assert sign_in(staff, attempt()).why is Refusal.DISABLED


@pytest.mark.parametrize("code", ["baiq", "nobody"])
def test_ten_wrong_passwords_lock_a_name_for_a_day(staff, code):
    fail(staff, 10, code=code)
    at = NOW + 10 * HOUR
    assert sign_in(staff, attempt(code, at=at)) == Refused(Refusal.LOCKED, NOW + DAY)
    assert counted(staff) == 10


def test_a_lock_ends_by_itself(staff):
    fail(staff, 10)
    assert sign_in(staff, attempt(at=NOW + DAY - SECOND)).why is Refusal.LOCKED
    assert isinstance(sign_in(staff, attempt(at=NOW + DAY)), Opened)


def test_an_administrator_lifts_a_lock(staff):
    fail(staff, 10)
    with staff.begin() as connection:
        forgive(connection, "baiq")
    assert isinstance(sign_in(staff, attempt(at=NOW + 10 * HOUR)), Opened)


def test_a_lock_of_one_name_is_none_of_another(staff):
    fail(staff, 10, code="nobody")
    assert isinstance(sign_in(staff, attempt(at=NOW + 10 * HOUR)), Opened)


def test_the_right_password_starts_the_count_anew(staff):
    fail(staff, 9)
    assert isinstance(sign_in(staff, attempt(at=NOW + 9 * HOUR)), Opened)
    assert sign_in(staff, wrong(at=NOW + 10 * HOUR)).why is Refusal.WRONG


def test_an_address_has_to_wait_longer_with_every_wrong_password(staff):
    for number in range(5):
        assert sign_in(staff, wrong(f"name{number}")).why is Refusal.WRONG
    assert sign_in(staff, wrong("name5")) == Refused(Refusal.DELAYED, NOW + SECOND)
    assert sign_in(staff, wrong("name6", at=NOW + SECOND)).why is Refusal.WRONG
    refused = sign_in(staff, attempt(at=NOW + 2 * SECOND))
    assert refused == Refused(Refusal.DELAYED, NOW + 3 * SECOND)
    assert isinstance(sign_in(staff, attempt(at=NOW + 3 * SECOND)), Opened)


def test_another_address_does_not_wait(staff):
    for number in range(6):
        sign_in(staff, wrong(f"name{number}"))
    assert isinstance(sign_in(staff, attempt(address="10.0.0.8")), Opened)


def test_ones_own_success_does_not_shorten_the_delay_of_an_address(staff):
    for number in range(4):
        sign_in(staff, wrong(f"name{number}"))
    assert isinstance(sign_in(staff, attempt()), Opened)
    sign_in(staff, wrong("name4"))
    assert sign_in(staff, attempt()).why is Refusal.DELAYED


def test_an_address_is_forgiven_after_an_hour(staff):
    for number in range(5):
        sign_in(staff, wrong(f"name{number}"))
    assert isinstance(sign_in(staff, attempt(at=NOW + HOUR)), Opened)


@pytest.mark.parametrize(
    ("times", "seconds"), [(5, 1), (6, 2), (10, 32), (13, 256), (14, 300), (15, 300)]
)
def test_a_delay_doubles_up_to_five_minutes(times, seconds):
    assert delay_after(times) == seconds * SECOND


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("10.0.0.7", "10.0.0.7"),
        ("::ffff:10.0.0.7", "10.0.0.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("", ""),
        ("testclient", ""),
    ],
)
def test_an_ipv6_network_is_one_address(address, network):
    assert network_of(address) == network


def test_attempts_are_forgotten_after_a_day(staff):
    fail(staff, 3)
    sign_in(staff, wrong("nobody", at=NOW + 2 * DAY))
    assert counted(staff) == 1


def test_attempts_at_the_same_moment_are_all_counted(staff, monkeypatch):
    looked_at = []

    def never(_stored, _password):
        looked_at.append(True)
        return False

    monkeypatch.setattr(module, "matches", never)
    tries = [wrong(address=f"10.0.1.{number}") for number in range(30)]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda each: sign_in(staff, each).why, tries))
    assert len(looked_at) == answers.count(Refusal.WRONG) <= 10
    assert set(answers) <= {Refusal.WRONG, Refusal.LOCKED}


def test_nothing_typed_reaches_the_database_but_the_name(staff):
    sign_in(staff, wrong())
    with staff.connect() as connection:
        rows = str(connection.execute(select(sign_in_attempts)).all())
    assert "kata sandinya" not in rows
    assert "kata sandinya" not in repr(wrong())


def test_a_changed_password_opens_one_new_session_and_ends_the_others(staff):
    before = sign_in(staff, attempt())
    opened = change_password(staff, attempt(), NEW)
    with staff.connect() as connection:
        assert read_session(connection, before.token, NOW) is None
        session = read_session(connection, opened.token, NOW)
        entry = connection.execute(
            select(journal).order_by(journal.c.id.desc())
        ).first()
    assert not session.must_change_password
    assert (entry.actor, entry.reason) == ("baiq", "own password changed")
    assert sign_in(staff, attempt()).why is Refusal.WRONG
    assert isinstance(sign_in(staff, attempt(password=NEW)), Opened)


def test_a_newcomer_who_changed_the_password_is_let_through(engine):
    with engine.begin() as connection:
        store_newcomer(connection)
    opened = change_password(engine, attempt(password=FIRST_PASSWORD), NEW)
    with engine.connect() as connection:
        assert not read_account(connection, "baiq").must_change_password
        assert not read_session(connection, opened.token, NOW).must_change_password


def test_a_change_needs_the_present_password_and_counts_wrong_ones(staff):
    assert change_password(staff, wrong(), NEW).why is Refusal.WRONG
    assert counted(staff) == 1
    assert isinstance(sign_in(staff, attempt()), Opened)


@pytest.mark.parametrize(
    ("password", "fault"),
    [("terlalu", PasswordFault.TOO_SHORT), (PASSWORD, PasswordFault.IS_THE_SAME)],
)
def test_a_weak_new_password_changes_nothing_and_counts_for_nothing(
    staff, password, fault
):
    before = sign_in(staff, attempt())
    with pytest.raises(WeakPassword) as refused:
        change_password(staff, attempt(), password)
    assert refused.value.fault is fault
    assert counted(staff) == 0
    with staff.connect() as connection:
        assert read_session(connection, before.token, NOW) is not None
        assert connection.scalar(select(func.count()).select_from(sessions)) == 1
