import asyncio
import re
from datetime import date

import httpx
import pytest
from sqlalchemy import insert, update
from starlette.applications import Starlette

import projector.routes
from data_access.database import engine_for, writing
from data_access.journal import read_revision
from data_access.tables import pledges
from tests.data_access.election_rows import store_ground
from ui import kept

DAY = date(2026, 11, 24)


@pytest.fixture
def engine(sqlite_url, monkeypatch):
    """The engine of a database with two kab/kota, which the projector reads."""
    monkeypatch.setenv("DATABASE_URL", sqlite_url.render_as_string())
    monkeypatch.delenv("PUBLIC_URL", raising=False)
    kept.forget()
    engine = writing(engine_for(sqlite_url))
    with engine.begin() as connection:
        store_ground(connection)
    yield engine
    kept.forget()


def ask(address):
    async def send():
        transport = httpx.ASGITransport(Starlette(routes=projector.routes.served()))
        async with httpx.AsyncClient(
            transport=transport, base_url="http://kpu.test"
        ) as client:
            return await client.get(address)

    return asyncio.run(send())


def count(engine, **by_region):
    rows = [
        {"day": DAY, "region_code": code.replace("_", "."), "counted": number}
        for code, number in by_region.items()
    ]
    with engine.begin() as connection:
        connection.execute(insert(pledges), rows)


def title_of(answer):
    return re.search(r'<h1 class="title">([^<]+)<', answer.text).group(1)


def numbers_of(answer):
    return re.findall(
        r'"name">([^<]+)</span>.*?"number">([\d.,]+)<', answer.text.split("<ol>")[1]
    )


@pytest.mark.usefixtures("engine")
def test_without_a_pledge_the_sheet_invites():
    answer = ask("/layar?lembar=ikrar")
    assert title_of(answer) == "Jadilah yang pertama berikrar"
    assert numbers_of(answer) == [("Kab. Lombok Utara", "0"), ("Kota Mataram", "0")]


def test_the_title_says_how_many_from_where_and_the_bars_by_kab_kota(engine):
    count(engine, **{"52_08": 4, "52_71": 1200})
    answer = ask("/layar?lembar=ikrar")
    assert title_of(answer) == "1.204 ikrar dari dua kab/kota"
    assert numbers_of(answer) == [("Kab. Lombok Utara", "4"), ("Kota Mataram", "1.200")]
    assert "width:0.33%" in answer.text
    assert "dihitung langsung" in answer.text


def test_one_pledge_is_said_as_one(engine):
    count(engine, **{"52_71": 1})
    english = ask("/layar?lembar=ikrar&bahasa=en")
    assert title_of(english) == "1 pledge from one kab/kota"


@pytest.mark.parametrize("day", ["", "&tanggal=2022-09-08", "&tanggal=2030-01-01"])
def test_pledges_are_those_up_to_now_whatever_day_the_show_is_of(engine, day):
    count(engine, **{"52_71": 3})
    assert title_of(ask(f"/layar?lembar=ikrar{day}")).startswith("3 ikrar")


def test_a_pledge_changes_the_mark_of_a_show_with_the_sheet_and_no_other(engine):
    both = ("/layar/lembar?lembar=ikrar", "/layar/lembar?lembar=tahapan")
    before = [ask(address).headers["projector-mark"] for address in both]
    assert [
        ask(f"{address}&tanda={mark}").status_code
        for address, mark in zip(both, before, strict=True)
    ] == [204, 204]
    count(engine, **{"52_71": 1})
    answers = [
        ask(f"{address}&tanda={mark}")
        for address, mark in zip(both, before, strict=True)
    ]
    assert [answer.status_code for answer in answers] == [200, 204]
    assert title_of(answers[0]) == "1 ikrar dari satu kab/kota"


def test_each_pledge_more_is_shown_though_the_revision_stays(engine):
    count(engine, **{"52_71": 1})
    with engine.connect() as connection:
        revision = read_revision(connection)
    for number in (2, 3):
        with engine.begin() as connection:
            connection.execute(update(pledges).values(counted=number))
        assert title_of(ask("/layar?lembar=ikrar")).startswith(f"{number} ikrar")
    with engine.connect() as connection:
        assert read_revision(connection) == revision


@pytest.mark.usefixtures("engine")
def test_the_usual_show_has_the_sheet_before_the_phones():
    codes = re.findall(r'data-sheet="([\w-]+)"', ask("/layar").text)
    assert codes[-2:] == ["ikrar", "ponsel"]


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize(
    ("public", "asked", "shown"),
    [
        (None, "", "kpu.test/ikrar"),
        ("https://pantau.kpu.test/", "", "pantau.kpu.test/ikrar"),
        ("https://pantau.kpu.test", "&bahasa=en", "pantau.kpu.test/ikrar"),
    ],
)
def test_the_address_is_the_one_that_phones_reach(monkeypatch, public, asked, shown):
    if public:
        monkeypatch.setenv("PUBLIC_URL", public)
    answer = ask(f"/layar?lembar=ikrar{asked}")
    assert f'<p class="address">{shown}</p>' in answer.text


def test_without_an_election_the_show_says_so(sqlite_url, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", sqlite_url.render_as_string())
    kept.forget()
    assert "ikrar" not in title_of(ask("/layar?lembar=ikrar"))
    kept.forget()
