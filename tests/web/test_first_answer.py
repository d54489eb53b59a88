import asyncio
import threading
import time

import pytest
from sqlalchemy.exc import OperationalError
from starlette.middleware import Middleware

from data_access.database import DatabaseUnusable
from web.first_answer import FirstAnswer
from web.front_page import FrontPage

TITLE = "Dua kegiatan lewat batas"


def says(query):
    return (TITLE, f"dari {query!r} <b>")


def opened(browse, ask):
    return browse(Middleware(FrontPage, answer=FirstAnswer(ask), words={}))


def test_the_home_page_says_the_first_answer_of_its_address(browse):
    page = opened(browse, says).get("/?tanggal=2022-09-08")
    assert f"<b>{TITLE}</b>" in page.text
    assert "dari &#x27;tanggal=2022-09-08&#x27; &lt;b&gt;" in page.text
    assert "first_answer.js" in page.text


def test_other_pages_wait_for_their_own_title(browse):
    assert 'id="first-answer"' not in opened(browse, says).get("/linimasa").text


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
    assert asyncio.run(FirstAnswer(wait, patience=0.01).said("")) is None
    assert time.monotonic() - begun < 5
    going.set()
