import json
import re
import shutil
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from sqlalchemy import make_url, update

from data_access.database import engine_for, writing
from data_access.tables import sessions
from tests.browser.conftest import Server
from tests.data_access.staff import PASSWORD, store_person

WRONG = "bukan kata sandinya"


@pytest.fixture(scope="module")
def file(migrated_file, tmp_path_factory):
    """The database of a server in which a few people work."""
    file = tmp_path_factory.mktemp("staff") / "election.db"
    shutil.copy(migrated_file, file)
    engine = writing(engine_for(make_url(f"sqlite:///{file}")))
    with engine.begin() as connection:
        for code in ("baiq", "lalu", "made"):
            store_person(connection, code)
    yield file
    engine.dispose()


@pytest.fixture(scope="module")
def server(file, tmp_path_factory):
    running = Server(f"sqlite:///{file}", tmp_path_factory.mktemp("server") / "log")
    yield running
    running.end()


@pytest.fixture
def engine(file):
    return writing(engine_for(make_url(f"sqlite:///{file}")))


@pytest.fixture
def arrive(server):
    """Return what brings a browser that keeps cookies, each from its own address."""
    opened = []

    def bring(address, **headers):
        # The server believes a proxy on this machine where its visitors come from.
        shown = {"x-forwarded-for": address, "origin": server.url, **headers}
        opened.append(httpx.Client(base_url=server.url, headers=shown))
        return opened[-1]

    yield bring
    for client in opened:
        client.close()


def seal_of(client, path):
    return re.search(r'name="segel" value="(\w+)"', client.get(path).text).group(1)


def send(client, page, to=None, **fields):
    form = {"segel": seal_of(client, page), **fields}
    return client.post(to or page, data=form)


def enter(client, code="baiq", password=PASSWORD, page="/masuk"):
    return send(client, page, nama=code, sandi=password)


def is_in(client):
    return client.get("/keluar").status_code == 200


def test_signing_in_sets_one_cookie_and_leads_on(arrive):
    client = arrive("10.0.0.1")
    page = client.get("/masuk")
    assert "script-src 'self'" in page.headers["content-security-policy"]
    assert "<script" not in page.text
    answer = enter(client, page="/masuk?next=%2Fpartai%3Fbahasa%3Den")
    assert (answer.status_code, answer.headers["location"]) == (
        303,
        "/partai?bahasa=en",
    )
    (cookie,) = answer.headers.get_list("set-cookie")
    assert re.fullmatch(r"sesi=[\w-]{43}; HttpOnly; Path=/; SameSite=lax", cookie)
    assert is_in(client)


def test_a_trusted_proxy_over_https_makes_the_cookie_secure(arrive, server):
    host = server.url.removeprefix("http://")
    https = {"x-forwarded-proto": "https", "origin": f"https://{host}"}
    client = arrive("10.0.0.2", **https)
    page = client.get("/masuk")
    given = page.headers["set-cookie"]
    assert given.startswith("__Host-formulir=")
    assert given.endswith("Secure")
    seal = re.search(r'name="segel" value="(\w+)"', page.text).group(1)
    answer = client.post(
        "/masuk",
        data={"segel": seal, "nama": "baiq", "sandi": PASSWORD},
        headers={"cookie": given.split(";")[0]},
    )
    assert answer.status_code == 303
    assert answer.headers["set-cookie"].startswith("__Host-sesi=")
    assert "Secure" in answer.headers["set-cookie"]


@pytest.mark.parametrize(
    "there", ["//evil.test", "/%5Cevil.test", "https:evil.test", "%2F%09%2Fevil.test"]
)
def test_nobody_is_led_to_another_site(arrive, there):
    answer = enter(arrive("10.0.0.3"), page=f"/masuk?next={there}")
    assert answer.headers["location"] == "/"


@pytest.mark.parametrize(
    "headers", [{"origin": "https://evil.test"}, {"origin": "null"}]
)
def test_a_form_from_another_site_is_refused(arrive, headers):
    client = arrive("10.0.0.4")
    seal = seal_of(client, "/masuk")
    form = {"segel": seal, "nama": "baiq", "sandi": PASSWORD}
    assert client.post("/masuk", data=form, headers=headers).status_code == 403
    assert not is_in(client)


def test_a_form_without_its_seal_is_refused(arrive):
    client = arrive("10.0.0.5")
    form = {"nama": "baiq", "sandi": PASSWORD}
    assert client.post("/masuk", data=form).status_code == 403
    assert enter(client).status_code == 303
    assert client.post("/keluar").status_code == 403
    assert is_in(client)


def test_a_name_is_locked_after_ten_wrong_passwords(arrive):
    for number in range(10):
        answer = enter(arrive(f"10.0.6.{number}"), "made", WRONG)
        assert answer.status_code == 401
    answer = enter(arrive("10.0.6.10"), "made")
    assert answer.status_code == 429
    assert 86_000 < int(answer.headers["retry-after"]) <= 86_400
    assert enter(arrive("10.0.6.11"), "baiq").status_code == 303


def test_an_address_that_guesses_names_has_to_wait(arrive):
    client = arrive("10.0.7.1")
    seal = seal_of(client, "/masuk")
    answers = [
        client.post("/masuk", data={"segel": seal, "nama": f"n{n}", "sandi": WRONG})
        for n in range(8)
    ]
    assert [each.status_code for each in answers[:5]] == [401] * 5
    assert 429 in [each.status_code for each in answers[5:]]


def test_signing_out_everywhere_ends_the_other_browser(arrive):
    here, there = arrive("10.0.8.1"), arrive("10.0.8.2")
    enter(here, "lalu")
    enter(there, "lalu")
    assert is_in(here)
    assert is_in(there)
    answer = send(here, "/keluar", to="/keluar-semua")
    assert answer.headers["location"] == "/"
    assert not is_in(here)
    assert not is_in(there)


@pytest.mark.parametrize(
    ("used", "opened", "still_in"),
    [
        (timedelta(hours=7), timedelta(days=6), True),
        (timedelta(hours=9), timedelta(days=1), False),
        (timedelta(0), timedelta(days=8), False),
    ],
)
def test_a_session_ends_idle_or_old(arrive, engine, used, opened, still_in):
    client = arrive("10.0.9.1")
    enter(client)
    now = datetime.now(UTC)
    with engine.begin() as connection:
        values = {"last_used_at": now - used, "opened_at": now - opened}
        connection.execute(update(sessions).values(values))
    assert is_in(client) is still_in


def test_a_change_of_password_ends_the_other_browser(arrive):
    here, there = arrive("10.0.10.1"), arrive("10.0.10.2")
    enter(here, "lalu")
    enter(there, "lalu")
    new = "gumi paer mirah adi"
    send(here, "/sandi", sandi=PASSWORD, sandi_baru=new, sandi_ulang=new)
    assert is_in(here)
    assert not is_in(there)
    assert enter(arrive("10.0.10.3"), "lalu").status_code == 401
    send(here, "/sandi", sandi=new, sandi_baru=PASSWORD, sandi_ulang=PASSWORD)


def test_the_log_of_the_server_keeps_no_secret(arrive, server):
    client = arrive("10.0.11.1")
    enter(client, "baiq", WRONG)
    enter(client, page="/masuk?next=%2Flinimasa%3Ftanda%3Drahasia")
    log = server.log.read_text()
    lines = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    assert any(line.get("event") == "sign-in refused" for line in lines)
    for secret in (WRONG, PASSWORD, client.cookies["sesi"], "rahasia"):
        assert secret not in log
