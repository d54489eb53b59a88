"""Bad input into the pages around signing in: refused, escaped, never repeated raw."""

from html import escape

import pytest
from sqlalchemy import func, select

from data_access.tables import journal
from tests.data_access.staff import PASSWORD
from tests.pages.nasty import FEW, MARKUP, READABLE
from tests.web.test_sign_in import NEW, Surfer, clock, site, staff, surfer

__all__ = ["clock", "site", "staff", "surfer"]

NASTY = {
    "script": MARKUP["script"],
    "sql": READABLE["sql"],
    "arabic digits": READABLE["arabic digits"],
    **FEW,
    "blank": " ",
    "long": "x" * 7000,
}


@pytest.fixture(params=NASTY.values(), ids=NASTY)
def value(request):
    return request.param


def entries(engine):
    with engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(journal))


def assert_escaped(answer, value):
    for sign in "<>\"'":
        if sign in value:
            assert value not in answer.text


def test_a_name_that_is_none_lets_nobody_in_and_stays_as_text(surfer, value):
    answer = surfer.enter(code=value)
    assert answer.status_code == 401
    assert_escaped(answer, value)
    assert f'value="{escape(value)}"' in answer.text
    assert "sesi" not in surfer.cookies


def test_a_password_that_is_none_lets_nobody_in_and_is_not_repeated(surfer, value):
    answer = surfer.enter(password=value)
    assert answer.status_code == 401
    assert value.strip() == "" or value not in answer.text
    assert "sesi" not in surfer.cookies


def test_a_name_in_look_alikes_of_fullwidth_is_the_name(surfer):
    assert surfer.enter(code=" ＢＡＩＱ ").status_code == 303


@pytest.mark.parametrize("name", ["sandi", "sandi_baru"])
def test_a_change_of_password_refuses_what_does_not_fit(surfer, staff, value, name):
    surfer.enter()
    before = entries(staff)
    fields = {"sandi": PASSWORD, "sandi_baru": NEW, "sandi_ulang": NEW}
    answer = surfer.fill("/sandi", **fields | {name: value})
    assert answer.status_code in {401, 422}
    assert 'role="alert"' in answer.text
    assert value.strip() == "" or value not in answer.text
    assert entries(staff) == before


def test_an_unusual_password_is_a_password(site, surfer):
    new = "١٢ Рleno '; -- <b> \U0001f5f3"
    surfer.enter()
    answer = surfer.fill("/sandi", sandi=PASSWORD, sandi_baru=new, sandi_ulang=new)
    assert answer.status_code == 303
    assert Surfer(site).enter(password=new).status_code == 303
