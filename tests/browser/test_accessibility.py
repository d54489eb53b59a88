import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from sqlalchemy import make_url

from data_access.database import engine_for, writing
from tests.browser.test_phones import WIDEST
from tests.browser.test_recording import sign_in
from tests.data_access.staff import store_person

pytestmark = pytest.mark.browser

ADDRESSES = {
    "/?": 6,
    "/linimasa?": 1,
    "/partai?": 5,
    "/partai?partai=gelora&tanggal=2022-11-06&": 3,
    "/riwayat?": 0,
    "/riwayat?penyimpanan=1&sebelum=900&": 0,
}


FOR_STAFF = (
    "/pembaruan?catat=kegiatan&kegiatan=M3-03&",
    "/pembaruan?catat=rekap&tanggal=2022-11-04&",
    "/impor?",
    "/riwayat?penyimpanan=1&",
)
THEMES = ["terang", "gelap"]


def serious(page):
    """Return what axe finds serious or worse, by rule."""
    return {
        rule["id"]: [node["html"][:300] for node in rule["nodes"]]
        for rule in Axe().run(page).response["violations"]
        if rule["impact"] in {"serious", "critical"}
    }


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("address", "charts"), ADDRESSES.items())
def test_axe_finds_nothing_serious(visitor, address, charts, theme):
    assert serious(visitor.open(f"{address}tema={theme}", charts)) == {}


@pytest.fixture(scope="module")
def with_staff(demonstration, tmp_path_factory):
    """The address of a demonstration in which an editor has an account."""
    file = tmp_path_factory.mktemp("staff") / "staff.db"
    address = f"sqlite:///{shutil.copy(make_url(demonstration).database, file)}"
    engine = engine_for(make_url(address))
    with writing(engine).begin() as connection:
        store_person(connection, "baiq", name="Baiq Ratna")
    yield address
    engine.dispose()


def test_axe_finds_nothing_serious_on_pages_for_staff(serve, arrive, with_staff):
    visitor = arrive(serve(with_staff), viewport={"width": 1440, "height": 1000})
    sign_in(visitor, "baiq", FOR_STAFF[0])
    found = {
        address: serious(visitor.open(f"{address}tema=terang", charts=0))
        for address in FOR_STAFF
    }
    assert {address: faults for address, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    "sheet",
    ["hitung-mundur", "tahapan", "perhatian", "verifikasi", "partai", "ponsel"],
)
def test_axe_finds_nothing_serious_on_the_projector(visitor, sheet):
    page = visitor.page
    page.goto(f"{visitor.url}/layar?lembar={sheet}")
    page.locator(".sheet").first.wait_for()
    assert serious(page) == {}


@pytest.mark.parametrize(("address", "charts"), ADDRESSES.items())
def test_at_twice_the_size_nothing_scrolls_sideways(arrive, address, charts):
    # What a browser does at 200 %: half the pixels, each twice as large.
    visitor = arrive(viewport={"width": 683, "height": 384}, device_scale_factor=2)
    page = visitor.open(address.rstrip("?&"), charts)
    assert page.evaluate(WIDEST) <= 0
    assert page.locator("h1").is_visible()
