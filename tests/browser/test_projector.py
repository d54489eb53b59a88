import re
import time
from datetime import UTC, datetime

import pytest

from bench.day import Show
from tasks.command_line import DONE, run
from tests.browser.conftest import Server

pytestmark = pytest.mark.browser

NOW = datetime(2022, 9, 8, 1, 0, tzinfo=UTC)
SIZES = [(1280, 720), (1920, 1080), (3840, 2160), (1024, 768)]
DAYS = ["2022-09-08", "2022-11-06", "2022-12-20"]
SAID = "document.querySelector('.sheet:not([hidden]) .lost').textContent"
MEASURE = """() => {
  const sheet = document.querySelector(".sheet:not([hidden])");
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => {
      const value = part / 255;
      return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor;
      if (!/^rgba.*, 0\\)$/.test(colour)) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const texts = [];
  const walk = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const holder = walk.currentNode.parentElement;
    if (!walk.currentNode.textContent.trim() || !holder.checkVisibility()) continue;
    const style = getComputedStyle(holder);
    const range = document.createRange();
    range.selectNodeContents(walk.currentNode);
    // Large figures stand in lines lower than their boxes, which hold air.
    const size = parseFloat(style.fontSize);
    const air = size > 0.06 * innerHeight ? 0.2 * size : 0.006 * innerHeight;
    const [one, other] = [light(style.color), light(ground(holder))];
    texts.push({
      words: walk.currentNode.textContent.trim().slice(0, 40),
      size: (100 * size) / innerHeight,
      contrast: (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05),
      boxes: [...range.getClientRects()].map(({ left, right, top, bottom }) =>
        ({ left, right, top: top + air, bottom: bottom - air })),
    });
  }
  const faults = [];
  const [wide, high] = [innerWidth + 1, innerHeight + 1];
  for (const { words, boxes } of texts) {
    const isOut = boxes.some((box) =>
      box.left < -1 || box.top < -1 || box.right > wide || box.bottom > high);
    if (isOut) faults.push(`out: ${words}`);
  }
  texts.forEach((one, at) => texts.slice(at + 1).forEach((other) => {
    const touch = one.boxes.some((a) => other.boxes.some((b) =>
      a.left < b.right - 1 && b.left < a.right - 1
      && a.top < b.bottom && b.top < a.bottom));
    if (touch) faults.push(`touch: ${one.words} / ${other.words}`);
  }));
  const source = sheet.querySelector(".source");
  if (source && (!source.checkVisibility() || source.scrollWidth > source.clientWidth))
    faults.push("source unseen or cut");
  const root = document.documentElement;
  if (root.scrollHeight > high || root.scrollWidth > wide) faults.push("scrolls");
  for (const { words, size, contrast } of texts) {
    if (size < 2.2 - 0.01) faults.push(`only ${size.toFixed(2)} vh: ${words}`);
    if (contrast < 12) faults.push(`only ${contrast.toFixed(1)}:1: ${words}`);
  }
  // Figures that are read first; those of a table or a chart are smaller.
  const large = texts.filter(
    ({ words, size }) => size >= 9 && /^[\\d.,]+$/.test(words));
  if (large.length > 3) faults.push(`${large.length} large numbers`);
  const title = parseFloat(getComputedStyle(sheet.querySelector("h1")).fontSize);
  if (title < 0.045 * innerHeight) faults.push("small title");
  return { code: sheet.dataset.sheet, faults };
}"""
"""Text at least 2.2 vh high and 12:1 against its ground, titles 4.5 vh, all within the
screen, no two words over each other."""


def shown(page):
    return page.locator(".sheet:not([hidden])").get_attribute("data-sheet")


def words_of(page):
    return page.locator(".sheet h1").all_inner_texts()


def assert_lost(page, titles):
    """The quiet line stands there, and the last good sheets stay."""
    page.wait_for_function(f"() => {SAID}")
    line = page.locator(".sheet:not([hidden]) .lost").inner_text()
    assert re.fullmatch(r"data per \d\d\.\d\d WITA, sambungan terputus", line)
    assert words_of(page) == titles


@pytest.fixture
def own_demonstration(sqlite_url):
    """The DATABASE_URL of a demonstration that this test alone may change."""
    address = str(sqlite_url)
    assert run(["demo"], {"DATABASE_URL": address}, NOW) == DONE
    return address


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_sheet_fits_and_can_be_read_from_the_last_row(arrive, width, height):
    visitor = arrive(viewport={"width": width, "height": height})
    page, faults = visitor.page, []
    for day in DAYS:
        page.goto(f"{visitor.url}/layar?tanggal={day}")
        page.evaluate("document.fonts.ready")
        for _ in range(page.locator(".sheet").count()):
            found = page.evaluate(MEASURE)
            faults += [f"{day} {found['code']}: {fault}" for fault in found["faults"]]
            page.keyboard.press("PageDown")
        assert shown(page) == "hitung-mundur"
    assert faults == []
    assert visitor.complaints == []
    assert visitor.outside == []


def test_a_presenter_turns_pauses_and_goes_on_with_the_keys(arrive):
    visitor = arrive(viewport={"width": 1280, "height": 720})
    page = visitor.page
    page.goto(f"{visitor.url}/layar?lembar=tahapan,perhatian,ponsel&detik=5")
    assert shown(page) == "tahapan"
    page.keyboard.press("PageDown")
    assert shown(page) == "perhatian"
    page.keyboard.press("PageUp")
    page.keyboard.press("ArrowLeft")
    assert shown(page) == "ponsel"
    page.keyboard.press("Home")
    page.locator(".sheet[data-sheet=perhatian]:not([hidden])").wait_for()
    page.keyboard.press("Space")
    page.wait_for_timeout(6000)
    assert shown(page) == "perhatian"
    page.get_by_role("button", name="Jeda atau lanjut").press("Enter")
    page.locator(".sheet[data-sheet=ponsel]:not([hidden])").wait_for()


def test_a_sheet_is_painted_within_150_milliseconds_of_the_key(arrive):
    page = arrive(viewport={"width": 1920, "height": 1080}).page
    page.goto(f"{arrive().url}/layar")
    waited = page.evaluate(
        """async () => {
          const began = performance.now();
          dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown" }));
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          return performance.now() - began;
        }"""
    )
    assert shown(page) == "tahapan"
    assert waited < 150


def test_nothing_turns_for_those_who_prefer_reduced_motion(arrive):
    visitor = arrive(reduced_motion="reduce")
    page = visitor.page
    page.goto(f"{visitor.url}/layar?detik=5")
    page.wait_for_timeout(6000)
    assert shown(page) == "hitung-mundur"


def test_a_screen_left_open_grows_no_larger(browser, server):
    show = Show.open(browser, f"{server.url}/layar")
    # As though each answer brought newer sheets.
    show.page.evaluate("setInterval(() => { show.dataset.mark = ''; }, 100)")
    show.run_until(60)
    start = show.held()
    show.run_until(180)
    grown = show.held().times(start)
    show.page.close()
    assert max(grown.values()) <= 1.1, grown


def test_an_edit_reaches_the_room_without_a_flash_on_the_same_sheet(
    own_demonstration, serve, arrive
):
    visitor = arrive(serve(own_demonstration))
    page = visitor.page
    page.goto(f"{visitor.url}/layar")
    while shown(page) != "verifikasi":
        page.keyboard.press("PageDown")
    page.evaluate(
        """() => {
          window.seen = new Set();
          const look = () => {
            seen.add(document.querySelectorAll(".sheet:not([hidden])").length);
            requestAnimationFrame(look);
          };
          look();
        }"""
    )
    assert (
        page.get_by_text("Simulasi, bukan data resmi").locator("visible=true").count()
    )
    arguments = ["remove-simulated"]
    assert run(arguments, {"DATABASE_URL": own_demonstration}, NOW) == DONE
    began = time.monotonic()
    words = "Belum ada angka verifikasi yang dilaporkan"
    page.get_by_role("heading", name=words).locator("visible=true").wait_for()
    assert time.monotonic() - began < 3  # asked every 1.5 s, on a busy machine
    assert shown(page) == "verifikasi"
    assert page.evaluate("[...seen]") == [1]


def test_the_show_goes_on_without_network_or_server_and_heals_by_itself(
    demonstration, tmp_path, arrive
):
    first = Server(demonstration, tmp_path / "first")
    visitor = arrive(first)
    page = visitor.page
    page.goto(f"{visitor.url}/layar?detik=600")
    before = words_of(page)
    page.context.set_offline(True)
    assert_lost(page, before)
    page.context.set_offline(False)
    page.wait_for_function(f"() => !{SAID}")

    page.goto(f"{visitor.url}/layar?detik=5")
    first.end()
    assert_lost(page, before)
    page.keyboard.press("Home")
    page.keyboard.press("PageDown")
    assert shown(page) == "tahapan"
    page.locator(".sheet[data-sheet=perhatian]:not([hidden])").wait_for()
    again = Server(demonstration, tmp_path / "again", port=first.port)
    page.wait_for_function(f"() => !{SAID}")
    again.end()
    assert visitor.complaints == []
    assert visitor.outside == []
