import json
import logging

import pytest
from starlette.middleware import Middleware

from web import logs
from web.errors import ErrorPage
from web.logs import RequestLog


@pytest.fixture
def browser(browse):
    ticks = iter([10.0, 10.0125])
    named = Middleware(
        RequestLog, clock=lambda: next(ticks), new_id=lambda: "made-up-id"
    )
    return browse(named, Middleware(ErrorPage))


def of_ours(lines):
    return [line for line in lines if line["logger"] == "web"]


def test_a_request_is_one_line(browser, journal):
    browser.get("/figures")

    [line] = of_ours(journal())
    assert line.pop("at").endswith("Z")
    assert line == {
        "event": "http",
        "request_id": "made-up-id",
        "method": "GET",
        "path": "/figures",
        "status": 200,
        "ms": 12.5,
        "logger": "web",
        "level": "info",
    }


def test_a_query_string_stays_out_of_the_log(browser, journal):
    browser.get("/figures?sandi=rahasia")

    assert "rahasia" not in json.dumps(of_ours(journal()))


def test_the_name_that_a_proxy_gave_is_kept(browser, journal):
    response = browser.get("/figures", headers={"X-Request-ID": "proxy-7.A_1"})

    assert response.headers["x-request-id"] == "proxy-7.A_1"
    assert of_ours(journal())[0]["request_id"] == "proxy-7.A_1"


@pytest.mark.parametrize("name", ["", "two words", "x" * 65, '","level":"error', "é"])
def test_a_name_that_could_spoil_the_log_is_replaced(browser, journal, name):
    response = browser.get("/figures", headers={"X-Request-ID": name.encode()})

    assert response.headers["x-request-id"] == "made-up-id"
    assert of_ours(journal())[0]["request_id"] == "made-up-id"


def test_an_error_and_its_request_have_one_name(browser, journal):
    browser.get("/broken")

    error, request = of_ours(journal())
    assert error["level"] == "error"
    assert "RuntimeError" in error["exception"]
    assert error["request_id"] == request["request_id"] == "made-up-id"
    assert request["status"] == 500


def test_what_libraries_log_is_a_line_of_the_same_kind(journal):
    logging.getLogger("uvicorn.error").warning("port %s is busy", 8501)

    [line] = journal()
    assert line["event"] == "port 8501 is busy"
    assert line["level"] == "warning"


def test_a_logger_with_a_handler_of_its_own_is_taken_over(journal):
    streamlit = logging.getLogger("streamlit.made_up")
    streamlit.addHandler(logging.StreamHandler())
    streamlit.propagate = False
    logs.take_over()

    streamlit.error("unheard")

    assert [line["event"] for line in journal()] == ["unheard"]
    assert streamlit.handlers == []


def test_the_access_log_of_the_server_stays_silent(journal):
    access = logging.getLogger("uvicorn.access")
    logs.take_over()

    access.info("GET / 200")

    assert journal() == []


def test_starting_and_stopping_is_no_request(journal):
    seen = []

    async def site(scope, _receive, _send):
        seen.append(scope["type"])

    with pytest.raises(StopIteration):
        RequestLog(site)({"type": "lifespan"}, None, None).send(None)
    assert seen == ["lifespan"]
    assert journal() == []
