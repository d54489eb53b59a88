import pytest
from starlette.middleware import Middleware

from domain.bilingual import Language
from web import front_page
from web.front_page import FrontPage


@pytest.fixture
def browser(browse):
    return browse(Middleware(FrontPage, words={}))


@pytest.mark.parametrize("path", ["/", "/linimasa"])
def test_every_page_of_streamlit_is_ours(browser, path):
    text = browser.get(path).text

    assert "<title>Pantau Tahapan</title>" in text
    assert '<div id="root"></div>' in text


@pytest.mark.parametrize(
    ("query", "language"),
    [
        ("", "id"),
        ("?bahasa=en", "en"),
        ("?bahasa=id", "id"),
        ("?bahasa=fr", "id"),
        ("?bahasa=en&bahasa=id", "id"),
        ("?bahasa=%00%ff", "id"),
        ("?tanggal=2022-09-08&bahasa=en", "en"),
    ],
)
def test_the_address_decides_the_language(browser, query, language):
    assert f'<html lang="{language}">' in browser.get(f"/{query}").text


def test_the_address_of_another_screen_loads_the_same_files(browser):
    assert browser.get("/linimasa").text == browser.get("/").text


def test_a_page_is_asked_for_again_on_each_visit(browser):
    first = browser.get("/")
    again = browser.get("/", headers={"if-none-match": first.headers["etag"]})

    assert first.headers["cache-control"] == "no-cache"
    assert again.status_code == 304


def test_the_page_of_another_language_is_another(browser):
    indonesian = browser.get("/").headers["etag"]

    assert browser.get("/?bahasa=en", headers={"if-none-match": indonesian}).text


def test_a_page_is_sent_compressed(browser):
    assert browser.get("/").headers["content-encoding"] == "br"


def test_what_is_no_page_passes(browser):
    assert browser.get("/figures").json() == {"eligible": 558}


def test_a_page_that_says_not_found_passes(browser):
    response = browser.get("/lost")

    assert (response.status_code, response.text) == (404, "lost")


def test_an_answer_to_a_form_passes(browser):
    assert "Streamlit" in browser.post("/").text


def test_only_headers_are_asked_for(browser):
    response = browser.head("/")

    assert response.headers["content-type"] == "text/html; charset=utf-8"


def test_the_page_names_the_chart_and_the_typefaces_beforehand():
    hints = front_page.head({}).hints

    assert "app/static/plus-jakarta-sans-latin-wght-normal.woff2" in hints
    assert any("MaterialSymbols" in hint for hint in hints)
    assert any("ArrowVegaLiteChart" in hint for hint in hints)


def test_the_first_paint_has_the_theme_of_the_configuration():
    assert front_page.theme("dark") == {
        "bodyFont": "'Plus Jakarta Sans', sans-serif",
        "backgroundColor": "#0F1720",
        "secondaryBackgroundColor": "#18222D",
        "textColor": "#E9EEF3",
        "linkColor": "#8FC1EC",
    }


def test_a_query_string_in_no_known_encoding_is_indonesian():
    assert front_page.language(b"bahasa=\xff\xfe") is Language.INDONESIAN
