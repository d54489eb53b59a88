import pytest

pytestmark = pytest.mark.browser

TITLE = "Dua kegiatan lewat batas"


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
    assert visitor.page.locator("#first-answer b").inner_text() == words


def test_the_page_takes_its_place_and_says_the_same(visitor):
    page = visitor.page
    page.add_init_script(
        """window.said = new Set();
        const look = () => {
          const words = document.querySelector("#first-answer b, .stApp h1");
          if (words) said.add(words.textContent);
          requestAnimationFrame(look);
        };
        look();"""
    )
    visitor.open("/")
    assert page.locator("#first-answer").count() == 0
    assert page.evaluate("[...said]") == [TITLE]
    assert visitor.complaints == []
