import asyncio
import socket

import pytest
from sqlalchemy import create_engine, make_url, text

from data_access import database
from web import routes
from web.health import Health


@pytest.fixture
def ask(browse):
    return lambda url: browse(routes=routes.served(url)).get("/healthz")


@pytest.fixture
def url(tmp_path):
    url = make_url(f"sqlite:///{tmp_path}/pemilu.db")
    database.migrate(url)
    return url


def test_a_server_with_its_database_is_healthy(ask, url):
    response = ask(url)

    assert response.status_code == 200
    assert response.headers["cache-control"] == "no-store"
    assert response.json() == {
        "status": "ok",
        "database": "ok",
        "revision": 0,
        "version": "1.0.0",
    }


def test_a_server_whose_database_is_away_is_not(ask, tmp_path):
    (tmp_path / "folder").touch()
    response = ask(make_url(f"sqlite:///{tmp_path}/folder/pemilu.db"))

    assert response.status_code == 503
    assert response.headers["cache-control"] == "no-store"
    assert response.json() == {
        "status": "unavailable",
        "database": "away",
        "revision": None,
        "version": "1.0.0",
    }


def test_a_database_that_loses_its_tables_is_away(ask, url):
    with create_engine(url).begin() as connection:
        connection.execute(text("DROP TABLE journal"))

    assert ask(url).status_code == 503


def test_a_database_that_hangs_is_given_up_and_asked_once():
    async def probe_twice(url):
        health = Health(url, patience=0.1)
        answers = await asyncio.gather(health(None), health(None))
        later = await health(None)
        silent.close()
        return [answer.status_code for answer in (*answers, later)]

    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        address = f"postgresql+psycopg://kpu@127.0.0.1:{port}/pemilu"
        statuses = asyncio.run(probe_twice(make_url(address)))

    assert statuses == [503, 503, 503]
