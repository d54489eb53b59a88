import asyncio
import threading
import time

import pytest
from sqlalchemy.exc import OperationalError
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Route

from data_access.database import DatabaseUnusable
from web.first_answer import Asked, FirstAnswer, Said
from web.front_page import FrontPage

TITLE = "Dua kegiatan lewat batas"


ASKED = Asked("/", "", is_signed_in=False)


def says(asked):
    who = "staff" if asked.is_signed_in else "anybody"
    content = f"<b>{TITLE}</b> {asked.path} {asked.query} {who}"
    return Said(content=content, style=".copy{color:red}")


def opened(browse, ask):
    return browse(Middleware(FrontPage, answer=FirstAnswer(ask), words={}))


@pytest.mark.parametrize("path", ["/", "/linimasa"])
def test_a_public_view_says_the_first_answer_of_its_address(browse, path):
    page = opened(browse, says).get(f"{path}?tanggal=2022-09-08")
    assert f"<b>{TITLE}</b> {path} tanggal=2022-09-08 anybody" in page.text
    assert "<style>.copy{color:red}</style>" in page.text
    assert "first_answer.js" in page.text


def test_who_shows_a_session_is_told_apart(browse):
    page = opened(browse, says).get("/", headers={"Cookie": "sesi=x"})
    assert f"<b>{TITLE}</b> /  staff" in page.text


def test_a_first_answer_goes_out_compressed(browse):
    page = opened(browse, says).get("/", headers={"Accept-Encoding": "br"})
    assert page.headers["content-encoding"] == "br"
    assert TITLE in page.text


def test_other_pages_wait_for_their_own_title(browse):
    routes = [Route("/riwayat", lambda _: HTMLResponse("<html></html>"))]
    middleware = Middleware(FrontPage, answer=FirstAnswer(says))
    page = browse(middleware, routes=routes).get("/riwayat")
    assert page.status_code == 200
    assert 'id="first-answer"' not in page.text


def test_without_anything_to_say_the_page_is_the_usual_one(browse):
    page = opened(browse, lambda _: None).get("/")
    assert page.status_code == 200
    assert 'id="first-answer"' not in page.text


@pytest.mark.parametrize(
    "error", [OperationalError("SELECT", {}, Exception()), DatabaseUnusable("none")]
)
def test_a_database_that_is_away_costs_the_answer_and_not_the_page(browse, error):
    def fail(_):
        raise error

    page = opened(browse, fail).get("/")
    assert page.status_code == 200
    assert 'id="first-answer"' not in page.text


def test_a_slow_database_is_not_waited_for():
    going = threading.Event()

    def wait(_):
        going.wait(5)

    begun = time.monotonic()
    assert asyncio.run(FirstAnswer(wait, patience=0.01).said(ASKED)) is None
    assert time.monotonic() - begun < 5
    going.set()
