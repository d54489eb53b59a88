"""The keyboard alone: everything is reached, and shows that it has the focus."""

import pytest

pytestmark = pytest.mark.browser

ADDRESSES = {"/": 6, "/linimasa": 1, "/partai": 5, "/riwayat": 0}
MOST = 120  # presses of Tab before a page counts as without end
FADE = 200  # milliseconds until a hidden tool of a chart is fully there
CONTROLS = """() => {
  const each = document.querySelectorAll("#root :is(a[href], button, summary)");
  // Of a group the keyboard reaches one; arrows lead to the others.
  const grouped = "[role=radiogroup] *, [role=toolbar] *";
  const reachable = [...each].filter(part =>
    part.tabIndex >= 0 && !part.disabled && !part.matches(grouped)
    && part.checkVisibility({visibilityProperty: true}));
  reachable.forEach((part, place) => (part.dataset.place = place));
  return reachable.length;
}"""
FOCUS = """() => {
  const part = document.activeElement;
  const look = getComputedStyle(part);
  return {
    end: part === document.body,
    place: part.dataset.place ?? null,
    ringed: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2,
    seen: part.checkVisibility({opacityProperty: true, visibilityProperty: true}),
    words: part.innerText?.slice(0, 40) || part.ariaLabel,
  };
}"""


@pytest.mark.parametrize(("address", "charts"), ADDRESSES.items())
def test_every_control_is_reached_and_shows_its_focus(visitor, address, charts):
    page = visitor.open(address, charts)
    count = page.evaluate(CONTROLS)
    met = {}
    for _ in range(MOST):
        page.keyboard.press("Tab")
        page.wait_for_timeout(FADE)
        focus = page.evaluate(FOCUS)
        if focus["end"] or focus["place"] in met:
            break
        if focus["place"] is not None:
            met[focus["place"]] = focus
    assert len(met) == count
    assert [each["words"] for each in met.values() if not each["ringed"]] == []
    assert [each["words"] for each in met.values() if not each["seen"]] == []
