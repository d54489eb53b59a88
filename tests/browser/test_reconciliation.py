"""Pemeriksaan Data as staff see it: readable by everybody, on every screen."""

import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from sqlalchemy import make_url

from data_access.database import engine_for, writing
from tests.data_access.staff import PASSWORD, store_person

pytestmark = pytest.mark.browser

ADDRESSES = ("/pemeriksaan?tanggal=2022-09-08", "/pemeriksaan?tanggal=2023-07-03")
NARROW = {"viewport": {"width": 390, "height": 844}}


@pytest.fixture
def staff(demonstration, tmp_path):
    """The DATABASE_URL of a demonstration in which Baiq works."""
    file = tmp_path / "election.db"
    shutil.copy(make_url(demonstration).database, file)
    engine = engine_for(make_url(f"sqlite:///{file}"))
    with writing(engine).begin() as connection:
        store_person(connection)
    engine.dispose()
    return f"sqlite:///{file}"


@pytest.mark.parametrize("look", [{}, NARROW], ids=["wide", "narrow"])
def test_the_page_is_sound_light_and_dark_and_a_message_is_copied(
    serve, arrive, staff, look
):
    visitor = arrive(
        serve(staff), permissions=["clipboard-read", "clipboard-write"], **look
    )
    page = visitor.page
    page.goto(f"{visitor.url}/masuk?next=/pemeriksaan")
    page.get_by_label("Nama pengguna").fill("baiq")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.get_by_role("heading", name="Pemeriksaan data").wait_for()
    for address in ADDRESSES:
        for theme in ("terang", "gelap"):
            visitor.open(f"{address}&tema={theme}", charts=0)
            page.get_by_role("heading", name="Pemeriksaan data").wait_for()
            assert _serious(page) == {}
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    copied = page.locator("[data-testid=stCode]:visible").last
    copied.hover()
    copied.get_by_label("Salin").click()
    page.wait_for_function(
        "async said => (await navigator.clipboard.readText()).startsWith(said)",
        arg="Umur angka Verifikasi faktual perbaikan",
    )
    assert visitor.complaints == []
    assert visitor.outside == []


def _serious(page):
    found = Axe().run(page).response["violations"]
    return {
        rule["id"]: [node["html"][:300] for node in rule["nodes"]]
        for rule in found
        if rule["impact"] in {"serious", "critical"}
    }
