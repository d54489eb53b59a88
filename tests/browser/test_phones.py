"""Phones: nothing scrolls sideways, and everything is large enough for a finger."""

import pytest

pytestmark = pytest.mark.browser

PHONES = {"390x844": (390, 844), "360x640": (360, 640)}
ADDRESSES = {
    "/": 6,
    "/linimasa": 1,
    "/linimasa?lihat=tahapan&tahap=3&kegiatan=M3-08": 1,
    "/partai": 5,
    "/partai?partai=gelora&tanggal=2022-11-06": 3,
    "/partai?wilayah=52.71&tanggal=2022-11-06": 1,
    "/zona-integritas": 3,
    "/riwayat": 0,
}
SMALLEST = 24  # pixels, WCAG 2.2, 2.5.8
FAINTEST = 9.5  # pixels; names of stages shrink to fit a row, but not below
WIDEST = """() => Math.max(
  ...[document.documentElement, document.body,
      ...document.querySelectorAll("[data-testid=stMain]")]
  .map(part => part.scrollWidth - part.clientWidth))"""
# Links in a sentence are exempt (2.5.8, "inline"); a control inside a label counts
# with its label.
SMALL = """least => [...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [role=button], [role=tab]")]
  .filter(part => part.checkVisibility(
    {visibilityProperty: true, opacityProperty: true}))
  .filter(part => !(part.matches("a") && part.closest("p, td, li")))
  .map(part => [part, (part.matches("input") && part.closest("label") || part)
    .getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && box.height > 1)
  .filter(([, box]) => Math.min(box.width, box.height) < least - 0.5)
  .map(([part, box]) => `${part.outerHTML.slice(0, 160)} ${box.width}x${box.height}`)"""
FAINT = """least => {
  const small = new Set();
  const walk = document.createTreeWalker(
    document.querySelector(".stApp"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const part = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !part.checkVisibility()) continue;
    if (part.closest("style, script, [data-testid=stIconMaterial]")) continue;
    const box = part.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1) continue;
    if (parseFloat(getComputedStyle(part).fontSize) < least)
      small.add(walk.currentNode.data.trim().slice(0, 40));
  }
  return [...small];
}"""


@pytest.fixture(params=PHONES.values(), ids=PHONES)
def phone(request, arrive):
    width, height = request.param
    return arrive(
        viewport={"width": width, "height": height},
        device_scale_factor=2,
        has_touch=True,
        is_mobile=True,
    )


@pytest.mark.parametrize(("address", "charts"), ADDRESSES.items())
def test_a_phone_shows_everything_in_reach(phone, address, charts):
    page = phone.open(address, charts)
    assert page.evaluate(WIDEST) <= 0
    assert page.evaluate(SMALL, SMALLEST) == []
    assert page.evaluate(FAINT, FAINTEST) == []
