import shutil
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import event, make_url, select, update
from streamlit.testing.v1 import AppTest

from data_access.account_changes import change_person
from data_access.accounts import read_account
from data_access.database import engine_for, writing
from data_access.sessions import end_session
from data_access.sign_in import Attempt, sign_in
from data_access.tables import sessions
from domain.person import Role
from tests.data_access.staff import (
    BY_ADMIN,
    FIRST_PASSWORD,
    PASSWORD,
    person,
    store_newcomer,
    store_person,
)
from ui import kept

HOURS = timedelta(hours=1)


@pytest.fixture
def engine(sqlite_url, monkeypatch):
    """The engine of a database in which Baiq works and Lalu begins to."""
    monkeypatch.setenv("DATABASE_URL", str(sqlite_url))
    kept.forget()
    engine = writing(engine_for(sqlite_url))
    with engine.begin() as connection:
        store_person(connection, name="Baiq <b>Ratna")
        store_newcomer(connection, "lalu")
    yield engine
    kept.forget()


@pytest.fixture
def arrive(engine, cookies):
    """Return what signs somebody in and lets the browser show it."""

    def enter(code="baiq", password=PASSWORD):
        now = datetime.now(UTC)
        attempt = Attempt(code=code, password=password, address="", at=now)
        token = sign_in(engine, attempt).token
        cookies["sesi"] = token
        return token

    return enter


def for_editors():
    from datetime import date

    import streamlit as st

    from charts.palette import LIGHT
    from domain.bilingual import Language
    from domain.person import Role
    from ui import access, language, visit

    language.speak(Language.ENGLISH)
    day = date(2022, 9, 8)
    visit.begin(
        visit.Visit(
            revision=1,
            election=None,
            day=day,
            opens_on=day,
            language=Language.ENGLISH,
            theme=LIGHT,
        )
    )
    _, person = access.open_to(Role.EDITOR, Role.ADMIN)
    st.title(person.name)
    with access.store.connect() as connection:
        st.text(access.identify()(connection).code)


def look(**parts):
    at = AppTest.from_function(for_editors, default_timeout=60)
    at.query_params.update(parts)
    at.run()
    assert not at.exception
    return at


def html(at):
    return at.get("html")[0].proto.body


def address_in(html):
    return urlsplit(html.split('href="')[1].split('"')[0].replace("&amp;", "&"))


@pytest.mark.usefixtures("engine")
def test_a_stranger_is_offered_to_sign_in_and_to_come_back():
    at = look(bahasa="en", tanggal="2022-09-08")
    assert not at.title
    assert at.info[0].value == "This page is for staff of the commission."
    there = address_in(html(at))
    assert there.path == "/masuk"
    assert parse_qs(there.query) == {
        "bahasa": ["en"],
        "next": ["/?bahasa=en&tanggal=2022-09-08"],
    }


def test_staff_see_the_page_of_their_role(arrive):
    arrive()
    at = look()
    assert at.title[0].value == "Baiq <b>Ratna"
    assert at.text[0].value == "baiq"


def test_another_role_is_told_and_sees_nothing(arrive, engine):
    arrive()
    with engine.begin() as connection:
        version = read_account(connection, "baiq").version
        news = person(role=Role.OPERATOR)
        change_person(connection, news, expected_version=version, by=BY_ADMIN)
    at = look()
    assert not at.title
    assert at.info[0].value == "This page is not for your role."


def test_a_newcomer_is_sent_to_change_the_password(arrive):
    arrive("lalu", FIRST_PASSWORD)
    at = look()
    assert not at.title
    assert address_in(html(at)).path == "/sandi"


def test_a_session_that_ends_elsewhere_ends_with_the_next_run(arrive, engine):
    token = arrive()
    at = look()
    with engine.begin() as connection:
        end_session(connection, token, datetime.now(UTC))
    at.run()
    assert not at.title


@pytest.mark.parametrize(("ago", "noted"), [(7, True), (0, False)])
def test_looking_keeps_a_session_open_but_does_not_write_each_time(
    arrive, engine, ago, noted
):
    arrive()
    used = datetime.now(UTC) - ago * HOURS
    with engine.begin() as connection:
        values = {"opened_at": used - HOURS, "last_used_at": used}
        connection.execute(update(sessions).values(values))
    look()
    with engine.connect() as connection:
        again = connection.scalar(select(sessions.c.last_used_at))
    assert (again > used) is noted


@pytest.mark.usefixtures("engine")
def test_a_stranger_costs_no_question_to_the_database(engine):
    asked = []
    event.listen(engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    look()
    assert asked == []


@pytest.mark.usefixtures("engine")
def test_a_wrong_cookie_is_a_stranger(cookies):
    cookies["sesi"] = "unknown"
    assert not look().title


def test_every_page_offers_a_stranger_to_sign_in(visit, page):
    assert ">Masuk</a>" in html(visit(page))


@pytest.fixture
def own_demonstration(demonstration_file, tmp_path, monkeypatch):
    """The engine of a demonstration that a test may write to."""
    file = shutil.copy(demonstration_file, tmp_path / "demonstration.db")
    url = make_url(f"sqlite:///{file}")
    monkeypatch.setenv("DATABASE_URL", str(url))
    yield writing(engine_for(url))
    engine_for(url).dispose()


def test_every_page_names_who_is_signed_in(visit, page, own_demonstration, cookies):
    with own_demonstration.begin() as connection:
        store_person(connection, name="Baiq <b>Ratna")
    now = datetime.now(UTC)
    attempt = Attempt(code="baiq", password=PASSWORD, address="", at=now)
    cookies["sesi"] = sign_in(own_demonstration, attempt).token
    at = visit(page, bahasa="en")
    assert not at.exception
    links = html(at)
    assert ">Baiq &lt;b&gt;Ratna</a>" in links
    assert 'href="/keluar?bahasa=en&amp;next=' in links
