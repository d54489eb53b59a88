from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from data_access.account_changes import (
    NameTaken,
    UnknownPerson,
    add_person,
    change_person,
    disable,
    enable,
    set_password,
)
from data_access.accounts import (
    identify,
    read_account,
    read_accounts,
    read_people,
    read_person,
    read_session,
)
from data_access.journal import VersionConflict, verify
from data_access.passwords import hashed, matches
from data_access.person_checks import MalformedPerson
from data_access.sessions import (
    digest,
    end_all_sessions,
    end_session,
    note_use,
    open_session,
    read_last_sign_ins,
)
from data_access.tables import credentials, journal, people, sessions
from domain.bilingual import Language
from domain.password import WeakPassword
from domain.person import Role
from tests.data_access.election_rows import store, store_ground
from tests.data_access.staff import (
    BY_ADMIN,
    FIRST_PASSWORD,
    NOW,
    PASSWORD,
    person,
    store_newcomer,
    store_person,
)

OPERATOR = {"role": Role.OPERATOR, "regions": frozenset({"52.71"})}
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def opened(connection, code="baiq", at=NOW):
    secret = connection.scalar(
        select(credentials.c.password_hash).where(credentials.c.person_code == code)
    )
    return open_session(connection, code, secret, at)


def test_a_person_is_read_as_they_were_added(connection):
    store_ground(connection)
    added = person(
        **OPERATOR,
        divisions=frozenset({"Teknis Penyelenggaraan", "Hukum"}),
        language=Language.ENGLISH,
        email="baiq@kpu.test",
    )
    add_person(connection, added, FIRST_PASSWORD, by=BY_ADMIN)
    assert read_person(connection, "baiq") == added
    assert read_people(connection) == (added,)


def test_nobody_is_found_under_a_code_that_nobody_has(connection):
    assert read_person(connection, "baiq") is None
    assert read_account(connection, "baiq") is None


def test_accounts_stand_in_order_and_only_people_who_may_sign_in_are_people(connection):
    store_person(connection, "lalu")
    store_person(connection, "baiq")
    disable(connection, "baiq", by=BY_ADMIN)
    assert [each.person.code for each in read_accounts(connection)] == ["baiq", "lalu"]
    assert [each.is_disabled for each in read_accounts(connection)] == [True, False]
    assert [each.code for each in read_people(connection)] == ["lalu"]
    enable(connection, "baiq", by=BY_ADMIN)
    assert [each.code for each in read_people(connection)] == ["baiq", "lalu"]


def test_a_code_is_given_once(connection):
    store_newcomer(connection)
    with pytest.raises(NameTaken, match="baiq is taken already"):
        store_newcomer(connection)


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("code", {"code": "Baiq"}),
        ("code", {"code": ""}),
        ("code", {"code": "baiq ratna"}),
        ("code", {"code": "b" * 41}),
        ("name", {"name": " "}),
        ("name", {"name": "Baiq\nRatna"}),
        ("name", {"name": "Baiq\u200bRatna"}),
        ("name", {"name": "Baiq\u202eRatna"}),
        ("name", {"name": "x" * 121}),
        ("code", {"code": "b\N{CYRILLIC SMALL LETTER A}iq"}),
        ("code", {"code": "b\N{ARABIC-INDIC DIGIT ONE}"}),
        ("divisions", {"divisions": frozenset({"x" * 121})}),
        ("email", {"email": "baiq@" + "x" * 250}),
        ("email", {"email": "baiq\u200b@kpu.test"}),
        ("divisions", {"divisions": frozenset({""})}),
        ("divisions", {"divisions": frozenset({"Hukum\nTeknis"})}),
        ("email", {"email": "baiq"}),
        ("email", {"email": "baiq@kpu.test, all@kpu.test"}),
        ("regions", {"regions": frozenset({"52.99"})}),
    ],
)
def test_a_malformed_value_is_named(connection, field, values):
    store_ground(connection)
    with pytest.raises(MalformedPerson) as refused:
        add_person(connection, person(**values), PASSWORD, by=BY_ADMIN)
    assert refused.value.field == field
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize("subject", ["7c1\n", "7" * 256])
def test_a_subject_is_one_line_and_not_too_long(connection, subject):
    with pytest.raises(MalformedPerson, match="a subject is one line of 255"):
        store_person(connection, subject=subject)


@pytest.mark.parametrize(
    ("field", "first", "second"),
    [("email", "baiq@kpu.test", "Baiq@KPU.test"), ("subject", "7c1", "7c1")],
)
def test_what_the_provider_vouches_for_is_one_persons(connection, field, first, second):
    store_person(connection, **{field: first})
    store_person(connection, "lalu")
    with pytest.raises(MalformedPerson, match=f"baiq has that {field} already"):
        store_person(connection, "made", **{field: second})
    with pytest.raises(IntegrityError):
        connection.execute(people.update().values({field: first}))


def test_a_weak_password_adds_nobody(connection):
    with pytest.raises(WeakPassword):
        add_person(connection, person(), "Baiq Ratna", by=BY_ADMIN)
    assert read_people(connection) == ()


def test_a_changed_role_holds_for_an_open_session_at_once(connection):
    store_ground(connection)
    store_person(connection)
    token = opened(connection)
    version = read_account(connection, "baiq").version
    news = person(**OPERATOR)
    change_person(connection, news, expected_version=version, by=BY_ADMIN)
    assert identify(token, NOW)(connection) == news


def test_a_change_on_an_old_version_is_refused(connection):
    store_person(connection)
    with pytest.raises(VersionConflict):
        change_person(connection, person(), expected_version=1, by=BY_ADMIN)


def test_a_change_to_an_unknown_region_is_refused(connection):
    store_person(connection)
    with pytest.raises(MalformedPerson, match=r"there is no region 52\.71"):
        change_person(connection, person(**OPERATOR), expected_version=2, by=BY_ADMIN)


@pytest.mark.parametrize("change", [disable, enable])
def test_an_unknown_person_is_told(connection, change):
    with pytest.raises(UnknownPerson, match="nobody signs in as baiq"):
        change(connection, "baiq", by=BY_ADMIN)


def test_a_password_set_by_somebody_else_has_to_be_changed(connection):
    store_person(connection)
    assert not read_account(connection, "baiq").must_change_password
    set_password(connection, "baiq", FIRST_PASSWORD, is_own=False, by=BY_ADMIN)
    token = opened(connection)
    assert read_account(connection, "baiq").must_change_password
    assert read_session(connection, token, NOW).must_change_password
    assert identify(token, NOW)(connection) is None


def test_a_new_password_ends_every_session(connection):
    store_person(connection)
    first, second = opened(connection), opened(connection)
    set_password(connection, "baiq", FIRST_PASSWORD, is_own=False, by=BY_ADMIN)
    assert read_session(connection, first, NOW) is None
    assert read_session(connection, second, NOW) is None


def test_disabling_ends_every_session_and_enabling_brings_none_back(connection):
    store_person(connection)
    token = opened(connection)
    disable(connection, "baiq", by=BY_ADMIN)
    assert identify(token, NOW)(connection) is None
    enable(connection, "baiq", by=BY_ADMIN)
    assert identify(token, NOW)(connection) is None


def test_the_journal_tells_of_a_new_password_and_not_what_it_is(connection):
    store_person(connection)
    set_password(connection, "baiq", "gumi paer mirah", is_own=False, by=BY_ADMIN)
    secret = connection.scalar(select(credentials.c.password_hash))
    entries = connection.execute(select(journal).order_by(journal.c.id)).all()
    assert [entry.table_name for entry in entries] == ["people"] * 3
    assert '"must_change_password":true' in entries[-1].after
    told = str(entries)
    assert "gumi paer mirah" not in told
    assert secret not in told
    assert "argon2" not in told
    assert verify(connection).is_sound


def test_signing_in_and_out_is_not_journalled(connection):
    store_person(connection)
    before = connection.scalar(select(func.count()).select_from(journal))
    end_session(connection, opened(connection), NOW)
    assert connection.scalar(select(func.count()).select_from(journal)) == before


def test_a_session_is_kept_without_its_token(connection):
    store_person(connection)
    token = opened(connection)
    row = connection.execute(select(sessions)).one()
    assert row.token_hash == digest(token)
    assert token not in str(row)
    assert len(token) >= 43  # 256 bits in base 64


def test_two_sessions_have_two_tokens(connection):
    store_person(connection)
    assert opened(connection) != opened(connection)


@pytest.mark.parametrize("token", ["", "unknown", "\udcff"])
def test_a_token_of_no_session_is_nobody(connection, token):
    store_person(connection)
    opened(connection)
    assert read_session(connection, token, NOW) is None


def test_a_session_ends_after_eight_hours_without_use(connection):
    store_person(connection)
    token = opened(connection)
    assert read_session(connection, token, NOW + 8 * HOUR - MINUTE).person == person()
    assert read_session(connection, token, NOW + 8 * HOUR) is None


def test_a_use_keeps_a_session_open_for_eight_hours_more(connection):
    store_person(connection)
    token = opened(connection)
    note_use(connection, token, NOW + 7 * HOUR)
    session = read_session(connection, token, NOW + 14 * HOUR)
    assert session.last_used_at == NOW + 7 * HOUR


def test_a_use_is_never_noted_backwards(connection):
    store_person(connection)
    token = opened(connection)
    note_use(connection, token, NOW - HOUR)
    assert read_session(connection, token, NOW).last_used_at == NOW


def test_a_session_ends_after_seven_days_however_much_it_is_used(connection):
    store_person(connection)
    token = opened(connection)
    last = NOW + 7 * DAY - MINUTE
    note_use(connection, token, last)
    assert read_session(connection, token, last).person == person()
    assert read_session(connection, token, NOW + 7 * DAY) is None


def test_a_sign_in_removes_sessions_too_old_to_be_used(connection):
    store_person(connection)
    opened(connection)
    later = opened(connection, at=NOW + 8 * DAY)
    assert connection.scalars(select(sessions.c.token_hash)).all() == [digest(later)]


def test_the_last_sign_in_of_each_person_is_remembered(connection):
    for code in ("baiq", "lalu", "sari"):
        store_person(connection, code)
    opened(connection, "lalu")
    later = NOW + 8 * DAY
    for at in (NOW, later):
        opened(connection, at=at)
    assert read_last_sign_ins(connection) == {"baiq": later, "lalu": NOW}


def test_signing_out_ends_one_session_and_everywhere_ends_all_of_one_person(connection):
    store_person(connection)
    store_person(connection, "lalu")
    here, there, other = (opened(connection, code) for code in ("baiq", "baiq", "lalu"))
    end_session(connection, here, NOW)
    assert identify(here, NOW)(connection) is None
    assert identify(there, NOW)(connection) == person()
    end_all_sessions(connection, "baiq", NOW)
    assert identify(there, NOW)(connection) is None
    assert identify(other, NOW)(connection) == person("lalu")


def test_an_end_keeps_the_instant_of_the_first_time(connection):
    store_person(connection)
    token = opened(connection)
    end_session(connection, token, NOW)
    end_session(connection, token, NOW + HOUR)
    assert connection.scalar(select(sessions.c.ended_at)) == NOW


@pytest.mark.parametrize("verified", ["another hash", ""])
def test_a_password_changed_meanwhile_opens_nothing(connection, verified):
    store_person(connection)
    token = open_session(connection, "baiq", verified, NOW)
    assert read_session(connection, token, NOW) is None


def test_somebody_disabled_meanwhile_gets_no_session(connection):
    store_person(connection)
    disable(connection, "baiq", by=BY_ADMIN)
    opened(connection)
    assert connection.scalar(select(func.count()).select_from(sessions)) == 0


def test_a_hash_is_argon2id_and_matches_only_its_password():
    stored = hashed(PASSWORD)
    assert stored.startswith("$argon2id$")
    assert stored != hashed(PASSWORD)
    assert matches(stored, PASSWORD)
    assert not matches(stored, "sasambo bumi gara")
    assert not matches(None, PASSWORD)


def test_a_password_is_the_same_from_every_keyboard():
    assert matches(hashed("Lombo\u00e9 Sumbawa"), "Lomboe\u0301 Sumbawa")


@pytest.mark.parametrize(
    ("broken", "values"),
    [
        ("code_is_lower_case", {"code": "Baiq"}),
        ("code_is_lower_case", {"code": ""}),
        ("is_named", {"name": ""}),
        ("version_counts_from_1", {"version": 0}),
    ],
)
def test_the_database_refuses_an_impossible_person(connection, broken, values):
    row = {"code": "baiq", "name": "Baiq", "role": Role.ADMIN, "password_set_at": NOW}
    with pytest.raises(IntegrityError, match=f"ck_people_{broken}"):
        store(connection, people, row | values)


def test_a_changed_person_is_another_version_and_nothing_else(connection):
    store_person(connection)
    account = read_account(connection, "baiq")
    renamed = replace(account.person, name="Baiq Ratna Dewi")
    change_person(connection, renamed, expected_version=account.version, by=BY_ADMIN)
    assert read_account(connection, "baiq") == replace(
        account, person=renamed, version=account.version + 1
    )
