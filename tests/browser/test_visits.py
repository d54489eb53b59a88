import pytest

pytestmark = pytest.mark.browser

ADDRESSES = {
    "/": 6,
    "/linimasa": 1,
    "/linimasa?lihat=tahapan&tahap=3&kegiatan=M3-08": 1,
    "/partai": 5,
    "/partai?partai=gelora&tanggal=2022-11-06": 3,
    "/partai?wilayah=52.71&tanggal=2022-11-06": 1,
    "/zona-integritas": 3,
    "/riwayat": 0,
    "/riwayat?penyimpanan=1&sebelum=900": 0,
    "/riwayat?partai=gelora&wilayah=52.71": 0,
}
EACH_PAGE = pytest.mark.parametrize(("address", "charts"), ADDRESSES.items())


@EACH_PAGE
def test_a_visit_stays_on_this_machine_and_raises_no_complaint(
    visitor, address, charts
):
    page = visitor.open(address, charts)
    page.wait_for_timeout(500)
    assert visitor.outside == []
    assert visitor.complaints == []
    assert visitor.lost == []


@EACH_PAGE
def test_a_phone_never_scrolls_sideways(arrive, address, charts):
    visitor = arrive(viewport={"width": 390, "height": 844}, device_scale_factor=2)
    page = visitor.open(address, charts)
    widest = """() => Math.max(
      ...[document.documentElement, document.body,
          ...document.querySelectorAll("[data-testid=stMain]")]
      .map(part => part.scrollWidth - part.clientWidth))"""
    assert page.evaluate(widest) <= 0


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_page_says_its_language_to_the_browser(visitor, language):
    page = visitor.open(f"/?bahasa={language}", 6)
    assert page.locator("html").get_attribute("lang") == language


def test_the_first_paint_is_already_dark(visitor):
    page = visitor.page
    page.goto(f"{visitor.url}/?tema=gelap", wait_until="commit")
    page.wait_for_selector("html[data-tema=gelap]", state="attached")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    assert page.evaluate(ground) == "rgb(15, 23, 32)"
    visitor.settle(6)
    app = "getComputedStyle(document.querySelector('.stApp')).backgroundColor"
    assert page.evaluate(app) == "rgb(15, 23, 32)"


DRAWING = """() => [...document.querySelectorAll(
    "[data-testid=stVegaLiteChart] svg.marks *")]
  .filter(mark => mark.getAttribute("transform") || mark.getAttribute("d"))
  .map(mark => [mark.getAttribute("transform"), mark.getAttribute("d"),
                mark.textContent])"""


def test_the_calendar_day_is_the_same_all_over_the_world(arrive):
    drawings = []
    for zone in ("UTC", "Asia/Makassar", "America/Los_Angeles"):
        visitor = arrive(timezone_id=zone, viewport={"width": 1440, "height": 1000})
        page = visitor.open("/linimasa", 1)
        assert "8 September 2022" in page.locator(".stApp").inner_text()
        drawings.append(page.evaluate(DRAWING))
    in_utc, in_mataram, in_los_angeles = drawings
    assert len(in_utc) > 50
    assert in_mataram == in_utc
    assert in_los_angeles == in_utc
