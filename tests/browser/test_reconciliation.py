"""Pemeriksaan Data as staff see it: readable by everybody, on every screen."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.data_access.staff import PASSWORD

pytestmark = pytest.mark.browser

ADDRESSES = ("/pemeriksaan?tanggal=2022-09-08", "/pemeriksaan?tanggal=2023-07-03")
NARROW = {"viewport": {"width": 390, "height": 844}}


@pytest.mark.parametrize("look", [{}, NARROW], ids=["wide", "narrow"])
def test_the_page_is_sound_light_and_dark_and_a_message_is_copied(arrive, look):
    visitor = arrive(permissions=["clipboard-read", "clipboard-write"], **look)
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
