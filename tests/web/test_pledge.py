import asyncio
import re
from collections import Counter
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import httpx
import pytest
from sqlalchemy import func, make_url, select
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Route

from data_access.database import engine_for, writing
from data_access.pledges import key_of, read_pledges, read_refusals
from data_access.tables import pledge_keys
from domain.pledge import OF_A_NETWORK_A_MINUTE, Refusal, token_for
from tests.data_access.election_rows import NTB, store_ground
from web import pledge
from web.front_page import FrontPage
from web.headers import SecurityHeaders

NOON = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)  # 12.00 WITA
TODAY = NOON.date()
WITA = ZoneInfo("Asia/Makassar")
OFFICE = pledge.Office(WITA, NTB)
SECONDS, MINUTE, HOUR = timedelta(seconds=2), timedelta(minutes=1), timedelta(hours=1)
FORM = {"content-type": "application/x-www-form-urlencoded"}
FLOOD = 10_000


class Clock:
    """Stands still until a test moves it."""

    def __init__(self):
        self.now = NOON

    def __call__(self):
        return self.now


class Phone:
    """A browser that keeps its cookies; its owner reads for two seconds, then taps."""

    def __init__(self, browser, clock, scheme="http"):
        self._browser, self._clock = browser, clock
        self.here = f"{scheme}://kpu.test"
        self.cookies, self.given = {}, []

    def open(self, path="/ikrar"):
        headers = {"cookie": self._shown()}
        return self._keep(self._browser.get(self.here + path, headers=headers))

    def tap(self, region="52.71", **sent):
        token = token_in(self.open())
        self._clock.now += SECONDS
        return self.send(daerah=region, segel=token, **sent)

    def send(self, path="/ikrar", origin=None, **fields):
        return self.post(path, urlencode(fields), origin=origin or self.here)

    def post(self, path, body, **headers):
        headers |= FORM | {"cookie": self._shown()}
        sent = self._browser.post(self.here + path, headers=headers, content=body)
        return self._keep(sent)

    def _shown(self):
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def _keep(self, response):
        for line in response.headers.get_list("set-cookie"):
            self.given.append(line)
            self.cookies.update([line.split(";")[0].split("=", 1)])
        return response


def streamlit(_):
    return HTMLResponse("Streamlit")


def routes(url, clock):
    return [*pledge.served(url, OFFICE, clock), Route("/{rest:path}", streamlit)]


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def engine(sqlite_url):
    """The engine of a database with two kab/kota."""
    engine = writing(engine_for(sqlite_url))
    with engine.begin() as connection:
        store_ground(connection)
    return engine


@pytest.fixture
def site(browse, clock, engine):
    served = routes(engine.url, clock)
    return browse(
        Middleware(SecurityHeaders), Middleware(FrontPage, words={}), routes=served
    )


@pytest.fixture
def phone(site, clock):
    return Phone(site, clock)


def token_in(page):
    return re.search(r'name="segel" value="([^"]+)"', page.text).group(1)


def counted(engine):
    with engine.connect() as connection:
        return read_pledges(connection)


def refused(engine, day=TODAY):
    with engine.connect() as connection:
        return read_refusals(connection).get(day, {})


def thanked(response):
    return response.status_code == 303 and response.headers["location"].startswith(
        "/ikrar/terima-kasih"
    )


def asked_again(response):
    return response.status_code == 200 and "Ketuk sekali lagi" in response.text


def test_the_page_offers_each_kab_kota_as_a_button_and_runs_no_script(phone):
    page = phone.open()
    buttons = re.findall(r'<button name="daerah" value="([\d.]+)">([^<]+)<', page.text)
    assert buttons == [("52.08", "Kab. Lombok Utara"), ("52.71", "Kota Mataram")]
    assert "membenci siapa pun" in page.text
    assert "<script" not in page.text
    assert "<input" not in page.text.replace('<input type="hidden"', "")
    assert page.headers["cache-control"] == "no-store"


def test_one_tap_counts_and_is_thanked_with_the_count(phone, engine):
    response = phone.tap()
    assert thanked(response)
    page = phone.open(response.headers["location"])
    assert "Terima kasih" in page.text
    assert "Ikrar sampai saat ini: 1, dari 1 kabupaten/kota." in page.text
    assert counted(engine) == {"52.71": 1}


def test_both_languages_are_kept_through_the_tap(phone, clock):
    page = phone.open("/ikrar?bahasa=en")
    assert "I will not hate anybody" in page.text
    assert '<a href="/ikrar?bahasa=id">Bahasa Indonesia</a>' in page.text
    clock.now += SECONDS
    sent = phone.send("/ikrar?bahasa=en", daerah="52.08", segel=token_in(page))
    assert "Thank you" in phone.open(sent.headers["location"]).text


def test_thousands_are_grouped_as_the_language_writes_them(phone, engine):
    phone.tap()
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE pledges SET counted = 1204")
    assert "1.204, dari" in phone.open("/ikrar/terima-kasih").text
    assert "1,204, from" in phone.open("/ikrar/terima-kasih?bahasa=en").text


def test_the_cookie_is_for_no_script_and_for_today(phone):
    phone.open()
    (given,) = phone.given
    assert "HttpOnly" in given
    assert "SameSite=lax" in given
    assert f"Max-Age={12 * 3600}" in given
    phone.open()
    assert phone.given[1] == given


def test_under_https_the_cookie_is_of_this_host_alone(site, clock, engine):
    phone = Phone(site, clock, "https")
    assert thanked(phone.tap())
    assert phone.given[0].startswith("__Host-perangkat=")
    assert "Secure" in phone.given[0]
    assert counted(engine) == {"52.71": 1}


def test_a_second_tap_looks_the_same_and_does_not_count(phone, engine):
    first, second = phone.tap(), phone.tap("52.08")
    assert (first.status_code, first.headers) == (second.status_code, second.headers)
    assert counted(engine) == {"52.71": 1}
    assert refused(engine) == {Refusal.TWICE: 1}


def test_the_same_form_sent_again_does_not_count(phone, clock, engine):
    token = token_in(phone.open())
    clock.now += SECONDS
    sent = [phone.send(daerah="52.71", segel=token) for _ in range(3)]
    assert all(map(thanked, sent))
    assert counted(engine) == {"52.71": 1}


def test_the_next_day_at_the_office_the_device_may_pledge_again(phone, clock, engine):
    phone.tap()
    clock.now = NOON + 12 * HOUR
    assert thanked(phone.tap())
    assert counted(engine) == {"52.71": 2}


@pytest.mark.parametrize("region", ["99.99", "52", "", "52.71'--", "<b>", "\x00"])
def test_a_forged_region_is_thanked_and_does_not_count(phone, engine, region):
    assert thanked(phone.tap(region))
    assert counted(engine) == {}
    assert refused(engine) == {Refusal.REGION: 1}


@pytest.mark.parametrize("token", ["", "1.2", "x" * 4000, "²³.é"])
def test_without_a_true_token_the_page_comes_again(phone, clock, engine, token):
    phone.open()
    clock.now += SECONDS
    assert asked_again(phone.send(daerah="52.71", segel=token))
    assert asked_again(phone.send(daerah="52.71"))
    assert counted(engine) == {}
    assert refused(engine) == {Refusal.UNSEALED: 2}


@pytest.mark.parametrize(
    ("waited", "why"), [(timedelta(), Refusal.EARLY), (2 * HOUR, Refusal.LATE)]
)
def test_too_soon_or_too_late_one_more_tap_counts(phone, clock, engine, waited, why):
    token = token_in(phone.open())
    clock.now += waited
    again = phone.send(daerah="52.71", segel=token)
    assert asked_again(again)
    assert refused(engine) == {why: 1}
    clock.now += SECONDS
    assert thanked(phone.send(daerah="52.71", segel=token_in(again)))
    assert counted(engine) == {"52.71": 1}


def test_a_page_left_open_over_midnight_comes_again(phone, clock, engine):
    clock.now = NOON + 12 * HOUR - SECONDS
    token = token_in(phone.open())
    clock.now += SECONDS
    again = phone.send(daerah="52.71", segel=token)
    assert asked_again(again)
    clock.now += SECONDS
    assert thanked(phone.send(daerah="52.71", segel=token_in(again)))
    assert counted(engine) == {"52.71": 1}


def test_a_token_of_another_device_does_not_count(site, clock, phone, engine):
    other = Phone(site, clock)
    token = token_in(other.open())
    phone.open()
    clock.now += SECONDS
    assert asked_again(phone.send(daerah="52.71", segel=token))
    assert refused(engine) == {Refusal.UNSEALED: 1}


@pytest.mark.parametrize("shown", ["", "x", "a" * 44, "+" * 43, "a b" * 15])
def test_a_cookie_that_is_none_of_ours_is_replaced(phone, shown):
    phone.open()
    name = next(iter(phone.cookies))
    phone.cookies[name] = shown
    phone.open()
    assert re.fullmatch(r"[\w-]{43}", phone.cookies[name], re.ASCII)


@pytest.mark.parametrize("origin", ["https://evil.test", "null", "http://["])
def test_a_form_of_another_site_does_not_count(phone, engine, origin):
    assert asked_again(phone.tap(origin=origin))
    assert counted(engine) == {}
    assert refused(engine) == {Refusal.FOREIGN: 1}


@pytest.mark.parametrize("body", ["x" * 9000, "é".encode(), "&".join(["a=1"] * 9)])
def test_what_is_no_form_of_ours_does_not_count(phone, engine, body):
    assert asked_again(phone.post("/ikrar", body, origin=phone.here))
    assert refused(engine) == {Refusal.MALFORMED: 1}


def test_the_marks_of_a_day_go_at_midnight_though_nobody_comes(engine, clock):
    clock.now = NOON + 12 * HOUR - timedelta(milliseconds=300)

    async def stay():
        async with client_of(engine, clock) as client:
            await client.get("/ikrar")
            await client.get("/ikrar")
            during = keys(engine)
            await asyncio.sleep(1)
            return during, keys(engine)

    assert asyncio.run(stay()) == (1, 0)


def keys(engine):
    with engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(pledge_keys))


def test_a_database_away_at_midnight_is_told_to_the_operator(engine, clock, journal):
    clock.now = NOON + 12 * HOUR - timedelta(milliseconds=300)

    async def stay():
        async with client_of(engine, clock) as client:
            await client.get("/ikrar")
            with engine.begin() as connection:
                connection.exec_driver_sql("ALTER TABLE pledge_uses RENAME TO away")
            await asyncio.sleep(1)

    asyncio.run(stay())
    assert "database away" in [line["event"] for line in journal()]


def test_without_a_database_the_pages_say_so(browse, clock, tmp_path):
    url = make_url(f"sqlite:///{tmp_path / 'empty.db'}")
    phone = Phone(browse(routes=routes(url, clock)), clock)
    for page in (phone.open(), phone.open("/ikrar/terima-kasih"), phone.send()):
        assert page.status_code == 503
        assert "Basis data sedang tidak menjawab" in page.text
        assert page.headers["retry-after"] == "5"


def test_without_regions_there_is_nothing_to_tap(browse, clock, sqlite_url):
    page = Phone(browse(routes=routes(sqlite_url, clock)), clock).open()
    assert "Belum ada kabupaten/kota" in page.text
    assert "<button" not in page.text


def test_ten_thousand_taps_of_a_script_count_as_far_as_one_address_may(engine, clock):
    key = key_of(engine, TODAY)
    devices = [f"{number:043}" for number in range(FLOOD)]
    tokens = [token_for(device, NOON - SECONDS, key) for device in devices]
    answers = asyncio.run(_flood(engine, clock, devices, tokens))
    assert Counter(answers) == {303: FLOOD}
    assert counted(engine) == {"52.71": OF_A_NETWORK_A_MINUTE}
    assert refused(engine) == {Refusal.NETWORK: FLOOD - OF_A_NETWORK_A_MINUTE}


def client_of(engine, clock):
    transport = httpx.ASGITransport(Starlette(routes=routes(engine.url, clock)))
    return httpx.AsyncClient(transport=transport, base_url="http://kpu.test")


async def _flood(engine, clock, devices, tokens):
    """Return the answers to taps of many devices of one address, fifty at a time."""
    app = Starlette(routes=routes(engine.url, clock))
    waiting = asyncio.Semaphore(50)

    async def tap(device, token):
        async with waiting:
            return await _tapped(app, device, token)

    return await asyncio.gather(*map(tap, devices, tokens))


async def _tapped(app, device, token):
    """Return the status of a tap, asked for without a client, which would be slower."""
    body = urlencode({"daerah": "52.71", "segel": token}).encode()
    headers = FORM | {"origin": "http://kpu.test", "host": "kpu.test"}
    named = headers | {"cookie": f"perangkat={device}"}
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": "/ikrar",
        "query_string": b"",
        "headers": [(k.lower().encode(), v.encode()) for k, v in named.items()],
        "client": ("127.0.0.1", 123),
    }
    said = []

    async def receive():
        return {"type": "http.request", "body": body}

    async def send(message):
        said.append(message)

    await app(scope, receive, send)
    return said[0]["status"]
