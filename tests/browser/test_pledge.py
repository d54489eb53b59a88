import shutil
import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from sqlalchemy import make_url

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
WALL = {"viewport": {"width": 1920, "height": 1080}}
READ = 1100  # milliseconds; an answer within a second of opening is a machine's
WIDE = "document.documentElement.scrollWidth <= innerWidth"
# Notes each moment in which the wall would show no sheet, or two.
WATCH = """() => {
  window.flashes = 0;
  const look = () => {
    const shown = document.querySelectorAll(".sheet:not([hidden]) h1").length;
    if (shown !== 1) window.flashes += 1;
    requestAnimationFrame(look);
  };
  look();
  addEventListener("pagehide", () => { window.flashes += 1; });
}"""
SHOWN = "document.querySelector('.sheet:not([hidden]) h1').innerText"


@pytest.fixture
def dashboard(demonstration, tmp_path, serve):
    """A server over a demonstration of its own."""
    file = tmp_path / "election.db"
    shutil.copy(make_url(demonstration).database, file)
    return serve(f"sqlite:///{file}")


def serious(page):
    found = Axe().run(page).response["violations"]
    return {
        rule["id"]: [node["html"][:300] for node in rule["nodes"]]
        for rule in found
        if rule["impact"] in {"serious", "critical"}
    }


def test_a_tap_on_a_phone_reaches_the_wall_within_two_seconds(arrive, dashboard):
    wall = arrive(dashboard, **WALL)
    wall.page.goto(f"{dashboard.url}/layar?lembar=ikrar")
    assert wall.title() == "Jadilah yang pertama berikrar"
    wall.page.evaluate(WATCH)

    taps = [("Kab. Dompu", "1 ikrar dari satu kab/kota")]
    taps += [("Kota Bima", "2 ikrar dari dua kab/kota")]
    for place, title in taps:
        phone = arrive(dashboard, **PHONE)
        phone.page.goto(f"{dashboard.url}/ikrar")
        phone.page.wait_for_timeout(READ)
        phone.page.get_by_role("button", name=place).tap()
        phone.page.get_by_role("heading", name="Terima kasih").wait_for()
        tapped = time.monotonic()
        wall.page.wait_for_function(f"title => {SHOWN} === title", arg=title)
        assert time.monotonic() - tapped < 2
        assert phone.complaints == []
        assert phone.outside == []

    assert wall.page.evaluate("window.flashes") == 0
    assert wall.complaints == []
    assert wall.outside == []


def test_the_buttons_suit_a_thumb_and_leave_the_page_narrow(arrive, dashboard):
    page = arrive(dashboard, **PHONE).page
    page.goto(f"{dashboard.url}/ikrar")
    buttons = page.get_by_role("button").all()
    assert len(buttons) == 10
    boxes = [button.bounding_box() for button in buttons]
    assert min(box["height"] for box in boxes) >= 44
    assert min(box["width"] for box in boxes) >= 44
    assert max(box["y"] + box["height"] for box in boxes) <= 844
    assert page.evaluate(WIDE)
    assert page.evaluate("document.cookie") == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_axe_finds_nothing_serious_on_page_thanks_and_wall(
    arrive, server, scheme, language
):
    page = arrive(server, color_scheme=scheme, **PHONE).page
    for address in ("/ikrar", "/ikrar/terima-kasih", "/layar?lembar=ikrar"):
        joined = "&" if "?" in address else "?"
        page.goto(f"{server.url}{address}{joined}bahasa={language}")
        assert serious(page) == {}, address
