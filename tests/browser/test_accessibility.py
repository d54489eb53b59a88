import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

ADDRESSES = {
    "/?": 6,
    "/linimasa?": 1,
    "/partai?": 5,
    "/partai?partai=gelora&tanggal=2022-11-06&": 3,
    "/riwayat?": 0,
    "/riwayat?penyimpanan=1&sebelum=900&": 0,
}


@pytest.mark.parametrize("theme", ["terang", "gelap"])
@pytest.mark.parametrize(("address", "charts"), ADDRESSES.items())
def test_axe_finds_nothing_serious(visitor, address, charts, theme):
    page = visitor.open(f"{address}tema={theme}", charts)
    found = Axe().run(page).response["violations"]
    serious = {
        rule["id"]: [node["html"][:300] for node in rule["nodes"]]
        for rule in found
        if rule["impact"] in {"serious", "critical"}
    }
    assert serious == {}
