from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import TimeoutError as TooLate

from tests.browser.test_phones import WIDEST
from tests.browser.test_projector import MEASURE, shown
from tests.browser.test_recording import sign_in

pytestmark = pytest.mark.browser

ADDRESSES = {
    "/?": 6,
    "/linimasa?": 1,
    "/linimasa?lihat=tahapan&tahap=3&kegiatan=M3-08&": 1,
    "/partai?": 5,
    "/partai?partai=gelora&tanggal=2022-11-06&": 3,
    "/partai?wilayah=52.71&tanggal=2022-11-06&": 1,
    "/zona-integritas?": 3,
    "/riwayat?": 0,
    "/riwayat?penyimpanan=1&sebelum=900&": 0,
}
FOR_STAFF = (
    "/pembaruan?catat=kegiatan&kegiatan=M3-03&",
    "/pembaruan?catat=kegiatan&cara=banyak&",
    "/pembaruan?catat=rekap&tanggal=2022-11-04&",
    "/catat-zona?",
    "/impor?",
    "/pemeriksaan?",
    "/tayang?",
    "/riwayat?penyimpanan=1&",
)
FORMS = ("/masuk?", "/ikrar?")
# What a browser does with 1366x768 at 200 %: half the pixels, each twice as large.
TWICE = {"width": 683, "height": 384}
USUAL = {"width": 1440, "height": 1000}
FADE = 600  # milliseconds until a pop-up is fully there
READABLE = 4.5  # times as light as its ground, or as dark
SETTLED = 5000  # milliseconds until charts have followed, on a busy machine
THEMES = ["terang", "gelap"]
STREAMLITS_OWN = {"presentation-role-conflict"}  # its field for files


def found(page, **options):
    """Return what axe finds, by rule."""
    return {
        rule["id"]: [node["html"][:300] for node in rule["nodes"]]
        for rule in Axe().run(page, options=options or None).response["violations"]
        if rule["id"] not in STREAMLITS_OWN
    }


def too_wide(page):
    """Return by how many pixels a page is too wide at 200 %, where it is."""
    page.set_viewport_size(TWICE)
    try:
        page.wait_for_function(f"() => ({WIDEST})() <= 0", timeout=SETTLED)
    except TooLate:
        return {"too wide at 200 %": page.evaluate(WIDEST)}
    finally:
        page.set_viewport_size(USUAL)
    return {}


@pytest.mark.parametrize(("address", "charts"), ADDRESSES.items())
def test_axe_finds_nothing_and_nothing_scrolls_sideways_at_twice_the_size(
    visitor, address, charts
):
    for theme in THEMES:
        page = visitor.open(f"{address}tema={theme}", charts)
        assert (theme, found(page)) == (theme, {})
    assert too_wide(page) == {}


def test_the_same_on_forms_and_pages_for_staff(arrive):
    visitor = arrive(viewport=USUAL)
    page, faults = visitor.page, {}

    def look(addresses, *, is_plain):
        for address, theme in product(addresses, THEMES):
            there = f"{address}tema={theme}"
            if is_plain:
                page.goto(f"{visitor.url}{there}")
            else:
                visitor.open(there, charts=0)
            faults[there] = found(page)
            if theme == THEMES[-1]:
                faults[there] |= too_wide(page)

    look(FORMS, is_plain=True)
    sign_in(visitor, "baiq", FOR_STAFF[0])
    look(["/akun?"], is_plain=True)
    look(FOR_STAFF, is_plain=False)
    assert {where: what for where, what in faults.items() if what} == {}


FAINTEST = """() => {
  const canvas = document.createElement("canvas").getContext("2d");
  const light = colour => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map(part =>
      part <= 10 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const paper = light(getComputedStyle(document.documentElement).backgroundColor);
  // Days of other months; axe leaves alone what cannot be chosen.
  const days = document.querySelectorAll("[role=dialog] [aria-disabled=true]");
  return Math.min(...[...days].map(day => {
    light(getComputedStyle(document.documentElement).backgroundColor);
    const ink = light(getComputedStyle(day).color);
    return Math.max(ink, paper) / Math.min(ink, paper);
  }));
}"""


def pop_ups(visitor, theme):
    """Open one pop-up of each kind after another, and yield where it stands."""
    page = visitor.open(f"/linimasa?tema={theme}", 1)
    page.get_by_test_id("stTooltipHoverTarget").first.hover()
    yield "[role=tooltip]"
    page.get_by_test_id("stSelectbox").first.click()
    page.keyboard.press("ArrowDown")
    yield "[role=listbox]"
    page.keyboard.press("Escape")
    page.locator("svg.marks").hover(position={"x": 700, "y": 110})
    yield "#vg-tooltip-element.visible"
    page.get_by_role("button", name="per 8 September 2022").press("Enter")
    page.get_by_role("button", name="Pilih tanggal").press("Enter")
    yield "[role=dialog] [role=grid]"


@pytest.mark.parametrize("theme", THEMES)
def test_what_opens_over_a_page_can_be_read(visitor, theme):
    page, faults = visitor.page, {}
    for place in pop_ups(visitor, theme):
        page.locator(place).wait_for()
        page.wait_for_timeout(FADE)
        faults[place] = found(page, runOnly=["color-contrast"])
    assert {place: what for place, what in faults.items() if what} == {}
    assert page.evaluate(FAINTEST) >= READABLE


def test_axe_finds_nothing_on_the_projector(visitor):
    page, faults = visitor.page, {}
    page.goto(f"{visitor.url}/layar")
    for _ in range(page.locator(".sheet").count()):
        faults[shown(page)] = found(page)
        page.keyboard.press("PageDown")
    assert len(faults) > 1
    assert {sheet: what for sheet, what in faults.items() if what} == {}


CHOSEN = """() => [...document.querySelectorAll("[role=radio]")].map(part =>
  [part.ariaChecked, getComputedStyle(part).backgroundColor])"""
ON_SCREEN = """() => {
  const part = document.activeElement;
  const { outlineStyle } = getComputedStyle(part);
  const words = `${part.tagName} ${part.ariaLabel ?? part.innerText}`.slice(0, 60);
  return { isEnd: part === document.body, words, outlineStyle };
}"""


def test_colours_of_the_system_leave_text_choice_and_focus_visible(arrive):
    visitor = arrive(forced_colors="active", color_scheme="dark")
    page = visitor.open("/linimasa?lihat=tahapan&tahap=3&tema=terang", 1)
    grounds = {}
    for is_checked, ground in page.evaluate(CHOSEN):
        grounds.setdefault(is_checked, set()).add(ground)
    assert grounds["true"].isdisjoint(grounds["false"])
    met, without = 0, []
    for _ in range(40):
        page.keyboard.press("Tab")
        focus = page.evaluate(ON_SCREEN)
        if focus["isEnd"]:
            break
        met += 1
        if focus["outlineStyle"] == "none":
            without.append(focus["words"])
    assert met > 10
    assert without == []
    page.get_by_role("button", name="per 8 September 2022").press("Enter")
    page.get_by_role("button", name="Pilih tanggal").press("Enter")
    page.get_by_role("grid").wait_for()
    page.keyboard.press("ArrowRight")
    day = page.evaluate(ON_SCREEN)
    assert "9 September 2022" in day["words"]
    assert day["outlineStyle"] != "none"

    page.goto(f"{visitor.url}/layar")
    faults = []
    for _ in range(page.locator(".sheet").count()):
        measured = page.evaluate(MEASURE)
        faults += [f"{measured['code']}: {fault}" for fault in measured["faults"]]
        page.keyboard.press("PageDown")
    assert faults == []
