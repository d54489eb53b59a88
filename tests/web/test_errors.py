import pytest
from starlette.middleware import Middleware

from web.errors import ErrorPage

pytestmark = pytest.mark.usefixtures("journal")


@pytest.fixture
def browser(browse):
    return browse(Middleware(ErrorPage))


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/broken", "Halaman ini tidak dapat ditampilkan"),
        ("/broken?bahasa=en", "This page could not be shown"),
    ],
)
def test_an_error_is_told_in_the_language_of_the_visitor(browser, path, words):
    response = browser.get(path)

    assert response.status_code == 500
    assert words in response.text
    assert response.headers["cache-control"] == "no-store"


def test_an_error_shows_nothing_of_its_cause(browser):
    text = browser.get("/broken").text

    assert "rahasia" not in text
    assert "Traceback" not in text


def test_an_error_is_logged_with_its_cause(browser, journal):
    browser.get("/broken")

    [line] = [line for line in journal() if line["logger"] == "web"]
    assert line["path"] == "/broken"
    assert "RuntimeError: kata sandi: rahasia" in line["exception"]


def test_what_works_passes(browser):
    assert browser.get("/figures").json() == {"eligible": 558}


def test_an_answer_that_breaks_off_is_not_answered_twice():
    sent = []

    async def breaks_off(_scope, _receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})
        raise RuntimeError("broken off")

    async def note(message):
        sent.append(message["type"])

    answer = ErrorPage(breaks_off)(
        {"type": "http", "path": "/", "query_string": b""}, None, note
    )
    with pytest.raises(RuntimeError, match="broken off"):
        answer.send(None)
    assert sent == ["http.response.start"]


def test_a_websocket_passes():
    seen = []

    async def site(scope, _receive, _send):
        seen.append(scope["type"])

    with pytest.raises(StopIteration):
        ErrorPage(site)({"type": "websocket"}, None, None).send(None)
    assert seen == ["websocket"]
