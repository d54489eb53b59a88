"""The keyboard alone: everything is reached, and shows that it has the focus."""

import pytest
from sqlalchemy import select

from data_access.tables import milestone_states
from tests.data_access.staff import PASSWORD

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
    words: part.labels?.[0]?.innerText || part.innerText?.slice(0, 40)
      || part.ariaLabel,
  };
}"""


@pytest.mark.parametrize(("address", "charts"), ADDRESSES.items())
def test_every_control_is_reached_and_shows_its_focus(visitor, address, charts):
    page = visitor.open(address, charts)
    count = page.evaluate(CONTROLS)
    met = {}
    for _ in range(MOST):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if not focus["seen"]:
            page.wait_for_timeout(FADE)
            focus = page.evaluate(FOCUS)
        if focus["end"] or focus["place"] in met:
            break
        if focus["place"] is not None:
            met[focus["place"]] = focus
    assert len(met) == count
    assert [each["words"] for each in met.values() if not each["ringed"]] == []
    assert [each["words"] for each in met.values() if not each["seen"]] == []


FORM = "/pembaruan?catat=kegiatan&kegiatan=M3-03"
TYPED = {"Keterangan": "dicek dengan papan ketik", "Alasan perubahan ini": "laporan"}


def test_an_editor_records_a_milestone_by_keyboard_and_the_focus_stays(
    serve, arrive, facts
):
    visitor = arrive(serve(str(facts.url)), viewport={"width": 1366, "height": 900})
    page = visitor.page
    page.goto(f"{visitor.url}/masuk?next=/pembaruan")
    page.keyboard.type("baiq")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Pembaruan").wait_for()
    visitor.open(FORM, charts=0)

    met = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        assert not focus["end"]
        met.append(focus)
        if focus["words"].startswith("Simpan 1 perubahan"):
            break
        if focus["words"] in TYPED:
            page.keyboard.type(TYPED[focus["words"]], delay=20)
            page.keyboard.press("Tab")
            after = page.evaluate(FOCUS)
            page.wait_for_timeout(700)  # until the page has run anew
            page.locator("[data-test-script-state=notRunning]").wait_for()
            assert page.evaluate(FOCUS) == after
            page.keyboard.press("Shift+Tab")
    assert [each["words"] for each in met if not each["ringed"]] == []
    page.keyboard.press("Enter")
    page.get_by_text("Tersimpan:").wait_for()
    with facts.connect() as connection:
        query = select(milestone_states.c.remark).where(
            milestone_states.c.remark == TYPED["Keterangan"]
        )
        assert connection.scalars(query).all() == [TYPED["Keterangan"]]
    page.keyboard.press("Tab")
    assert not page.evaluate(FOCUS)["end"]
    assert visitor.complaints == []
