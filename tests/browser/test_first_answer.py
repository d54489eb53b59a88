import pytest

pytestmark = pytest.mark.browser

TITLE = "Dua kegiatan lewat batas"
CSP = """
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (violation) =>
    violations.push(`${violation.violatedDirective} ${violation.blockedURI}`));
"""
KNOWN = "script-src wasm-eval"  # Streamlit tries it, and does without
CHARTS = "#first-answer .chart svg"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/", TITLE),
        ("/?bahasa=en&tema=gelap", "Two milestones overdue"),
        ("/?tanggal=2022-11-06", f"{TITLE}, satu berisiko"),
    ],
)
def test_the_first_answer_is_there_before_any_script(arrive, address, words):
    visitor = arrive(java_script_enabled=False)
    visitor.page.goto(f"{visitor.url}{address}")
    title = visitor.page.locator("#first-answer b[role=heading]")
    assert title.inner_text() == words


def drawn_ahead(visitor, address):
    """Open an address until its first screen is there."""
    for _ in range(60):
        visitor.page.goto(f"{visitor.url}{address}")
        if visitor.page.locator(CHARTS).count():
            return visitor.page
        visitor.page.wait_for_timeout(500)
    pytest.fail("no first screen was drawn")


def test_figures_and_charts_are_readable_without_the_scripts_of_streamlit(arrive):
    visitor = arrive(viewport={"width": 1366, "height": 768})
    visitor.page.add_init_script(CSP)
    visitor.page.route("**/static/js/**", lambda route: route.abort())
    page = drawn_ahead(visitor, "/")
    answer = page.locator("#first-answer")
    assert answer.get_by_text("dari 24").first.is_visible()
    assert page.get_by_role("img", name="Dua tahap berjalan").first.is_visible()
    wide = page.locator("#first-answer .strip .chart:visible")
    assert wide.count() == 1
    size = page.evaluate("[document.body.scrollWidth, innerWidth]")
    assert size[0] <= size[1]
    assert page.evaluate("violations") == []


def test_the_page_takes_its_place_and_says_the_same_in_the_same_places(arrive):
    visitor = arrive(viewport={"width": 1366, "height": 768})
    page = visitor.page
    drawn_ahead(visitor, "/")
    page.add_init_script(
        CSP
        + """
        window.said = new Set();
        window.places = new Map();
        const PARTS = ".state b, .numbers, .strip .chart.wide";
        const look = () => {
          const words = document.querySelector("#first-answer b, .stApp h1");
          if (words) said.add(words.textContent);
          for (const part of document.querySelectorAll(PARTS)) {
            const { x, y } = part.getBoundingClientRect();
            places.set(part.className || "title", [x, y]);
          }
          requestAnimationFrame(look);
        };
        look();"""
    )
    visitor.open("/", charts=6)
    assert page.locator("#first-answer").count() == 0
    assert page.evaluate("[...said]") == [TITLE]
    before = dict(page.evaluate("[...places]"))
    for name, part in (
        ("title", "h1"),
        ("numbers", "[data-testid=stHtml] > div[style*=grid]"),
        ("chart wide", "[data-testid=stVegaLiteChart] >> nth=1"),
    ):
        box = page.locator(part).first.bounding_box()
        assert abs(box["x"] - before[name][0]) <= 3, name
        assert abs(box["y"] - before[name][1]) <= 3, name
    assert set(page.evaluate("violations")) <= {KNOWN}
    assert visitor.complaints == []


PLACES = """() => {
  const shown = part => part.getClientRects().length > 0;
  const first = parts => [...document.querySelectorAll(parts)].find(shown);
  const title = first("#first-answer .state b, .stApp h1");
  const charts = "#first-answer .chart > svg, [data-testid=stVegaLiteChart] svg.marks";
  return [title, first(charts)].map(part => part.getBoundingClientRect().y);
}"""


@pytest.mark.parametrize(
    ("address", "charts"), [("/linimasa", 1), ("/partai", 5), ("/zona-integritas", 3)]
)
def test_nothing_jumps_on_a_phone_as_the_page_takes_its_place(arrive, address, charts):
    visitor = arrive(viewport={"width": 390, "height": 844})
    visitor.page.route("**/static/js/**", lambda route: route.abort())
    before = drawn_ahead(visitor, address).evaluate(PLACES)
    visitor.page.unroute_all()
    visitor.open(address, charts)
    visitor.page.wait_for_selector("#first-answer", state="detached")
    after = visitor.page.evaluate(PLACES)
    assert after == pytest.approx(before, abs=3)
