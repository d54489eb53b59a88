import asyncio
import re
import shutil
import sqlite3
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from sqlalchemy import make_url
from starlette.applications import Starlette

from data_access.database import engine_for
from projector import routes
from ui import clock, kept, live


class Screen:
    """Asks as the script of the page does."""

    def __init__(self):
        self._site = Starlette(routes=routes.served())

    def get(self, path):
        return asyncio.run(self._get(path))

    async def _get(self, path):
        transport = httpx.ASGITransport(self._site)
        async with httpx.AsyncClient(
            transport=transport, base_url="http://kpu.test"
        ) as client:
            return await client.get(path)


@pytest.fixture
def screen(demonstration):
    assert demonstration.exists()
    return Screen()


def mark_of(page):
    return re.search(r'data-mark="(\w*)"', page.text)[1]


def test_the_page_comes_with_its_sheets_and_is_kept_by_no_browser(screen):
    page = screen.get("/layar")
    assert page.status_code == 200
    assert page.headers["cache-control"] == "no-store"
    assert page.text.count("<section") == 11
    assert '<html lang="id">' in page.text


def test_the_page_speaks_the_language_of_its_address(screen):
    page = screen.get("/layar?bahasa=en")
    assert '<html lang="en">' in page.text
    assert "connection lost" in page.text


def test_a_screen_that_has_the_sheets_is_sent_none(screen):
    mark = mark_of(screen.get("/layar"))
    answer = screen.get(f"/layar/lembar?tanda={mark}")
    assert (answer.status_code, answer.text) == (204, "")


def test_another_day_has_another_mark(screen):
    mark = mark_of(screen.get("/layar"))
    answer = screen.get(f"/layar/lembar?tanda={mark}&tanggal=2022-11-06")
    assert answer.status_code == 200
    assert "6 November 2022" in answer.text
    assert answer.headers["projector-mark"] != mark


@pytest.fixture
def office_clock(demonstration, monkeypatch):
    """Return what sets the clock, before screens that open on the day it is."""
    file = shutil.copy(demonstration, demonstration.with_name("today.db"))
    with sqlite3.connect(file) as database:
        database.execute("UPDATE elections SET opens_on = NULL")
    database.close()
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file}")
    kept.forget()

    def stand_at(instant):
        monkeypatch.setattr(clock, "now", instant.astimezone)

    yield stand_at
    engine_for(make_url(f"sqlite:///{file}")).dispose()


def test_at_midnight_of_the_office_every_screen_turns_to_the_new_day(office_clock):
    screen, midnight = Screen(), datetime(2022, 9, 8, 16, 0, tzinfo=UTC)  # in Mataram
    office_clock(midnight - timedelta(seconds=1))
    page, state = screen.get("/layar"), live.latest()
    assert "per 8 September 2022" in page.text
    asked = f"/layar/lembar?tanda={mark_of(page)}"
    assert screen.get(asked).status_code == 204

    office_clock(midnight)
    assert "per 9 September 2022" in screen.get(asked).text
    assert live.latest() != state


def test_the_qr_code_leads_to_the_same_day_under_the_public_address(
    screen, monkeypatch
):
    monkeypatch.setenv("PUBLIC_URL", "https://tahapan.ntb.example")
    page = screen.get("/layar?lembar=ponsel&tanggal=2022-11-06&bahasa=en")
    assert "tahapan.ntb.example" in page.text
    assert "kpu.test" not in page.text


def test_nonsense_in_the_address_gives_the_usual_show(screen):
    usual = screen.get("/layar")
    odd = screen.get("/layar?lembar=%3Cscript%3E&detik=-1&tanggal=29-02-2023&bahasa=xx")
    assert odd.status_code == 200
    assert odd.text.count("<section") == usual.text.count("<section")
    assert "script&gt;" not in odd.text


def test_without_a_database_the_page_waits_and_the_sheets_stay_away(
    monkeypatch, tmp_path
):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/none/such.db")
    kept.forget()
    screen = Screen()
    page = screen.get("/layar")
    assert page.status_code == 200
    assert "Menunggu data" in page.text
    assert mark_of(page) == ""
    away = screen.get("/layar/lembar?tanda=")
    assert (away.status_code, away.text) == (503, "")
