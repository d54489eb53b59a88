"""Somebody records while others look: their screens follow, in place."""

import shutil
from itertools import count

import pytest
from sqlalchemy import make_url

from bench.colleague import Colleague
from data_access.database import engine_for, writing
from tests.browser.conftest import Server
from tests.browser.test_recording import sign_in
from tests.data_access.staff import store_person

pytestmark = pytest.mark.browser

MEMBERS = "M3-03"
NUMBERS = count(1)
STAGE = f"/linimasa?lihat=tahapan&tahap=3&kegiatan={MEMBERS}&tanggal=2022-12-20"
STATE = "() => document.querySelector('[class*=st-key-live-]').className"
WATCH = """() => {
  const marks = () => document.querySelectorAll("svg.marks");
  window.first = [...marks()];
  window.blank = 0;
  const look = () => {
    if (marks().length < window.first.length) window.blank += 1;
    requestAnimationFrame(look);
  };
  look();
}"""
KEPT = "() => window.first.every(chart => chart.isConnected)"
SCROLLED = "() => document.querySelector('[data-testid=stMain]').scrollTop"
SCROLL = "() => document.querySelector('[data-testid=stMain]').scrollTo(0, 240)"


@pytest.fixture(scope="module")
def own(demonstration, tmp_path_factory):
    """The address of a database that these tests may write."""
    file = tmp_path_factory.mktemp("live") / "own.db"
    address = f"sqlite:///{shutil.copy(make_url(demonstration).database, file)}"
    yield address
    engine_for(make_url(address)).dispose()


@pytest.fixture(scope="module")
def busy(own, tmp_path_factory):
    """A server of these tests alone."""
    running = Server(own, tmp_path_factory.mktemp("busy") / "log")
    yield running
    running.end()


@pytest.fixture
def colleague(own):
    return Colleague(make_url(own), "pemilu-2024", MEMBERS)


def await_news(page, before):
    page.wait_for_function(f"before => ({STATE})() !== before", arg=before)
    page.locator("[data-test-script-state=notRunning]").wait_for()
    return page.evaluate(STATE)


def test_an_edit_reaches_an_open_screen_without_a_flash_or_a_jump(
    busy, arrive, colleague
):
    visitor = arrive(busy, viewport={"width": 1366, "height": 768})
    page = visitor.open(STAGE, 1)
    page.evaluate(SCROLL)
    page.evaluate(WATCH)
    before = page.evaluate(STATE)
    colleague.edit()
    after = await_news(page, before)
    page.wait_for_timeout(500)

    assert page.evaluate("() => window.blank") == 0
    assert page.evaluate(SCROLLED) == 240
    assert page.url == f"{visitor.url}{STAGE}"
    page.wait_for_timeout(2500)
    assert page.evaluate(STATE) == after
    assert visitor.complaints == []


def test_a_chart_with_nothing_new_is_not_painted_again(busy, arrive, colleague):
    visitor = arrive(busy)
    page = visitor.open("/partai", 5)
    page.evaluate(WATCH)
    before = page.evaluate(STATE)
    colleague.edit()
    await_news(page, before)
    page.wait_for_timeout(500)

    assert page.evaluate(KEPT)


def test_a_screen_follows_again_after_the_server_was_away(busy, arrive, colleague):
    visitor = arrive(busy)
    page = visitor.open("/linimasa", 1)
    before = page.evaluate(STATE)
    page.route("**/revisi", lambda route: route.abort())
    page.wait_for_timeout(2000)
    colleague.edit()
    page.wait_for_timeout(2000)
    assert page.evaluate(STATE) == before
    page.unroute("**/revisi")
    assert await_news(page, before) != before


def test_a_hidden_tab_asks_nothing(busy, arrive):
    visitor = arrive(busy)
    page = visitor.open("/linimasa", 1)
    hide = """is => {
      Object.defineProperty(document, "hidden", {get: () => is, configurable: true});
      document.dispatchEvent(new Event("visibilitychange", {bubbles: true}));
    }"""
    page.evaluate(hide, True)
    page.wait_for_timeout(2000)
    visitor.asked.clear()
    page.wait_for_timeout(3000)
    assert visitor.asked == []
    page.evaluate(hide, False)
    page.wait_for_timeout(500)
    assert [url for url in visitor.asked if url.endswith("/revisi")]


@pytest.fixture
def form(busy, arrive, own):
    """The form of a milestone, open before an editor of this test who signed in."""
    code = f"baiq-{next(NUMBERS)}"
    with writing(engine_for(make_url(own))).begin() as connection:
        store_person(connection, code)
    visitor = arrive(busy)
    there = f"/pembaruan?catat=kegiatan&kegiatan={MEMBERS}&tanggal=2022-12-20"
    yield sign_in(visitor, code, there)
    assert visitor.complaints == []


def test_a_form_with_unsaved_values_waits_until_its_author_asks(form, colleague):
    field = form.get_by_label("Keterangan", exact=True)
    offer = form.get_by_role("button", name="Ada data baru: tampilkan")
    assert offer.is_hidden()
    field.fill("belum selesai")
    field.press("Tab")
    form.get_by_text("1 isian belum disimpan").wait_for()
    before = form.evaluate(STATE)
    colleague.edit()
    offer.wait_for()
    assert form.evaluate(STATE) == before

    offer.click()
    form.get_by_text("menyimpan data ini").wait_for()
    assert field.input_value() == "belum selesai"
    offer.wait_for(state="hidden")


def test_words_on_their_way_to_the_server_are_not_run_over(form, colleague):
    field = form.get_by_label("Keterangan", exact=True)
    field.click()
    form.keyboard.type("belum selesai", delay=30)
    before = form.evaluate(STATE)
    colleague.edit()
    form.get_by_role("button", name="Ada data baru: tampilkan").wait_for()
    assert form.evaluate(STATE) == before

    field.press("Tab")
    form.get_by_text("menyimpan data ini").wait_for()
    assert field.input_value() == "belum selesai"
