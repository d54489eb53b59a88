import asyncio
import threading

import pytest
from sqlalchemy.exc import OperationalError

from web import live
from web.live import FRESH, HEADER, Live


class Data:
    """A database with a revision, which notes how often it was asked."""

    def __init__(self):
        self.state = "7-2022-09-08"
        self.asked = 0

    def latest(self):
        self.asked += 1
        if self.state is None:
            raise OperationalError("SELECT", {}, Exception("away"))
        return self.state


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def data():
    return Data()


def ask(answers, count=1):
    async def together():
        return await asyncio.gather(*(answers(None) for _ in range(count)))

    return asyncio.run(together())


def test_a_screen_is_told_the_state_of_the_data_and_nothing_else(browse, data):
    response = browse(routes=live.served(data.latest)).get("/revisi")

    assert response.status_code == 204
    assert response.headers[HEADER] == "7-2022-09-08"
    assert response.headers["cache-control"] == "no-store"
    assert response.content == b""


def test_a_hundred_screens_at_once_are_one_question(data):
    answers = ask(Live(data.latest), count=100)

    assert {answer.headers[HEADER] for answer in answers} == {"7-2022-09-08"}
    assert data.asked == 1


def test_an_answer_is_kept_for_a_quarter_of_a_second(data):
    clock = Clock()
    route = Live(data.latest, clock=clock)
    ask(route)
    data.state = "8-2022-09-08"

    clock.now += FRESH / 2
    assert ask(route)[0].headers[HEADER] == "7-2022-09-08"
    clock.now += FRESH / 2
    assert ask(route)[0].headers[HEADER] == "8-2022-09-08"


def test_a_screen_hears_that_the_database_is_away_and_that_it_is_back(data):
    clock = Clock()
    route = Live(data.latest, clock=clock)
    data.state = None
    assert [answer.status_code for answer in ask(route, count=3)] == [503] * 3
    assert data.asked == 1

    data.state = "9-2022-09-08"
    clock.now += FRESH
    assert ask(route)[0].headers[HEADER] == "9-2022-09-08"


def test_a_database_that_hangs_is_given_up_and_asked_once():
    waiting, asked = threading.Event(), []

    def hang():
        asked.append(1)
        waiting.wait(5)
        return ""

    async def ask_twice():
        route = Live(hang, patience=0.05)
        answers = [await route(None), await route(None)]
        waiting.set()
        return [answer.status_code for answer in answers]

    assert asyncio.run(ask_twice()) == [503, 503]
    assert len(asked) == 1
