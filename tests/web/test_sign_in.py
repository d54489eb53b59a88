import re
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from sqlalchemy import func, select
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Route

from data_access.accounts import read_session
from data_access.database import engine_for, writing
from data_access.tables import sessions, sign_in_attempts
from domain.session import token_in
from tests.data_access.staff import (
    FIRST_PASSWORD,
    PASSWORD,
    store_newcomer,
    store_person,
)
from tests.web.surfer import HERE, Clock, Surfer
from web import routes
from web.front_page import FrontPage
from web.headers import SecurityHeaders

NEW = "gumi paer mirah adi"
MINUTE = timedelta(minutes=1)
WRONG = "bukan kata sandinya"


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def staff(sqlite_url):
    """The engine of a database in which Baiq works and Lalu begins to."""
    engine = writing(engine_for(sqlite_url))
    with engine.begin() as connection:
        store_person(connection)
        store_newcomer(connection, "lalu", name="Lalu <Gde>")
    return engine


@pytest.fixture
def site(browse, clock, staff):
    return browse(
        Middleware(SecurityHeaders),
        Middleware(FrontPage),
        routes=[*routes.served(staff.url, clock), Route("/{rest:path}", streamlit)],
    )


@pytest.fixture
def surfer(site):
    return Surfer(site)


def streamlit(_):
    return HTMLResponse("Streamlit")


def signed_in(surfer, staff, clock):
    with staff.connect() as connection:
        session = read_session(connection, token_in(surfer.cookies), clock())
    return session and session.person.code


def test_a_stranger_sees_a_form_that_needs_no_script(surfer):
    page = surfer.get("/masuk")
    assert page.status_code == 200
    assert '<form method="post"' in page.text
    assert 'autocomplete="current-password"' in page.text
    assert "<script" not in page.text
    assert page.headers["cache-control"] == "no-store"
    assert "form-action 'self'" in page.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", '<html lang="id">'),
        ("?bahasa=en", "For staff of the commission."),
        (
            "?bahasa=en&next=%2Flinimasa",
            'action="/masuk?bahasa=en&amp;next=%2Flinimasa"',
        ),
        ("?tema=gelap", "--paper: #0F1720;"),
        ("?tema=terang", "logo_light.svg"),
        ("", "prefers-color-scheme: dark"),
    ],
)
def test_the_page_follows_its_address(surfer, query, words):
    assert words in surfer.get(f"/masuk{query}").text


def test_the_right_password_leads_on_with_a_cookie_no_script_reads(
    surfer, staff, clock
):
    answer = surfer.enter("/masuk?next=%2Flinimasa%3Ftanggal%3D2022-09-08")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/linimasa?tanggal=2022-09-08"
    assert signed_in(surfer, staff, clock) == "baiq"
    assert re.fullmatch(
        r"sesi=[\w-]{43}; HttpOnly; Path=/; SameSite=lax", surfer.given[-1]
    )


def test_under_https_the_cookies_are_of_this_host_and_secure(site, staff, clock):
    surfer = Surfer(site, "https")
    surfer.enter()
    assert signed_in(surfer, staff, clock) == "baiq"
    assert len(surfer.given) == 2
    for line in surfer.given:
        assert line.startswith("__Host-")
        assert line.endswith("; HttpOnly; Path=/; SameSite=lax; Secure")
    surfer.fill("/keluar")
    assert token_in(surfer.cookies) == ""


def test_a_page_after_signing_in_leads_on_at_once(surfer):
    surfer.enter()
    assert surfer.get("/masuk?next=%2Fpartai").headers["location"] == "/partai"


@pytest.mark.parametrize(
    "there", ["//evil.test", "/\\evil.test", "https://evil.test", "/\t/evil.test"]
)
def test_nobody_is_led_to_another_site(surfer, there):
    answer = surfer.enter(f"/masuk?{urlencode({'next': there})}")
    assert answer.headers["location"] == "/"


def test_a_wrong_password_and_an_unknown_name_look_the_same(surfer):
    wrong = surfer.enter(password=WRONG)
    unknown = surfer.enter(code="nobody", password=WRONG)
    assert wrong.status_code == unknown.status_code == 401
    assert "Nama pengguna atau kata sandi salah." in wrong.text
    assert wrong.text.replace('"baiq"', '"nobody"') == unknown.text
    assert WRONG not in wrong.text
    assert token_in(surfer.cookies) == ""


def test_after_a_wrong_password_only_that_is_typed_again(surfer):
    page = surfer.enter(password=WRONG).text
    assert 'value="baiq"' in page
    assert re.search(r'<input id="sandi"[^>]* value="" autofocus', page)
    assert page.count(" autofocus") == 1


def test_what_was_typed_is_never_markup(surfer):
    page = surfer.enter(code='"><script>alert(1)</script>', password=WRONG)
    assert "<script" not in page.text
    assert "&quot;&gt;&lt;script&gt;" in page.text


def test_ten_wrong_passwords_lock_the_name(surfer, clock):
    for _ in range(10):
        surfer.enter(password=WRONG)
        clock.now += 10 * MINUTE
    answer = surfer.enter()
    assert answer.status_code == 429
    assert "terkunci" in answer.text
    assert int(answer.headers["retry-after"]) == 24 * 3600 - 100 * 60
    assert token_in(surfer.cookies) == ""


def test_an_address_that_guesses_has_to_wait(surfer):
    for number in range(5):
        surfer.enter(code=f"name{number}", password=WRONG)
    answer = surfer.enter()
    assert answer.status_code == 429
    assert "Coba lagi dalam 1 detik." in answer.text
    assert answer.headers["retry-after"] == "1"


@pytest.mark.parametrize(
    "origin", ["http://evil.test", "null", "", "http://kpu.test.evil.test", "//["]
)
def test_a_form_from_elsewhere_is_not_read(surfer, staff, origin):
    seal = surfer.seal_of("/masuk")
    answer = surfer.post("/masuk", origin, segel=seal, nama="baiq", sandi=PASSWORD)
    assert answer.status_code == 403
    assert "Formulir ini tidak diterima." in answer.text
    assert token_in(surfer.cookies) == ""
    with staff.connect() as connection:
        count = select(func.count()).select_from(sign_in_attempts)
        assert connection.scalar(count) == 0


def test_a_browser_that_names_the_page_before_is_believed_likewise(site, surfer):
    seal = surfer.seal_of("/masuk")
    answer = site.post(
        "/masuk",
        headers={
            "cookie": f"formulir={surfer.cookies['formulir']}",
            "referer": f"{HERE}/masuk?bahasa=en",
        },
        content=urlencode({"segel": seal, "nama": "baiq", "sandi": PASSWORD}),
    )
    assert answer.status_code == 303


@pytest.mark.parametrize("seal", ["", "0" * 64, "\u00e9"])
def test_a_form_without_its_seal_is_not_read(surfer, seal):
    surfer.get("/masuk")
    answer = surfer.post("/masuk", segel=seal, nama="baiq", sandi=PASSWORD)
    assert answer.status_code == 403


def test_the_seal_of_another_browser_opens_nothing(site, surfer):
    seal = Surfer(site).seal_of("/masuk")
    surfer.get("/masuk")
    answer = surfer.post("/masuk", segel=seal, nama="baiq", sandi=PASSWORD)
    assert answer.status_code == 403


def test_a_form_without_any_cookie_is_not_read(site, surfer):
    seal = Surfer(site).seal_of("/masuk")
    assert surfer.post("/masuk", segel=seal, nama="baiq").status_code == 403


def test_a_form_that_is_too_large_is_not_read(surfer):
    assert surfer.enter(password="x" * 9000).status_code == 413


def test_a_form_of_too_many_fields_is_not_read(surfer):
    answer = surfer.fill("/masuk", **{f"field{n}": "" for n in range(20)})
    assert answer.status_code == 400


def test_the_longest_passwords_in_any_letters_fit(surfer):
    surfer.enter()
    first, second = "\U0001f33e" * 200, "\U0001f33d" * 200
    surfer.fill("/sandi", sandi=PASSWORD, sandi_baru=first, sandi_ulang=first)
    answer = surfer.fill("/sandi", sandi=first, sandi_baru=second, sandi_ulang=second)
    assert answer.status_code == 303


def test_signing_out_ends_the_session_and_takes_the_cookie(surfer, staff, clock):
    surfer.enter()
    kept = dict(surfer.cookies)
    answer = surfer.fill("/keluar?next=%2Fpartai")
    assert answer.headers["location"] == "/partai"
    assert token_in(surfer.cookies) == ""
    surfer.cookies = kept
    assert signed_in(surfer, staff, clock) is None


@pytest.mark.parametrize("path", ["/keluar", "/keluar-semua", "/sandi"])
def test_another_site_can_neither_sign_out_nor_change_the_password(
    surfer, staff, clock, path
):
    surfer.enter()
    fields = {"sandi": PASSWORD, "sandi_baru": NEW, "sandi_ulang": NEW}
    assert surfer.post(path, "http://evil.test", **fields).status_code == 403
    assert surfer.post(path, segel="0" * 64, **fields).status_code == 403
    assert signed_in(surfer, staff, clock) == "baiq"


def test_looking_at_the_account_ends_nothing(surfer, staff, clock):
    surfer.enter()
    for path in ("/keluar", "/keluar-semua"):
        assert "Anda masuk sebagai Baiq Ratna." in surfer.get(path).text
    assert signed_in(surfer, staff, clock) == "baiq"


def test_signing_out_everywhere_ends_the_other_devices_too(site, surfer, staff, clock):
    other = Surfer(site)
    other.enter()
    surfer.enter()
    surfer.fill("/keluar", to="/keluar-semua")
    assert signed_in(other, staff, clock) is None


def test_an_ended_session_ends_no_other(site, surfer, staff, clock):
    other = Surfer(site)
    other.enter()
    surfer.enter()
    seal, token = surfer.seal_of("/keluar"), surfer.cookies["sesi"]
    surfer.post("/keluar", segel=seal)
    surfer.cookies["sesi"] = token
    assert surfer.post("/keluar-semua", segel=seal).status_code == 303
    assert signed_in(other, staff, clock) == "baiq"


def test_signing_in_again_ends_the_session_before(surfer, staff, clock):
    surfer.enter()
    before = dict(surfer.cookies)
    seal = surfer.seal_of("/masuk")
    clock.now += timedelta(hours=9)
    surfer.enter()
    clock.now -= timedelta(hours=9)
    assert seal == ""
    after, surfer.cookies = surfer.cookies, before
    assert signed_in(surfer, staff, clock) is None
    assert after["sesi"] != before["sesi"]


@pytest.mark.parametrize("path", ["/keluar", "/sandi"])
def test_a_stranger_is_sent_to_sign_in(surfer, path):
    answer = surfer.get(f"{path}?bahasa=en&next=%2Fpartai")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/masuk?bahasa=en&next=%2Fpartai"


def test_a_session_is_over_after_eight_hours(surfer, clock):
    surfer.enter()
    clock.now += timedelta(hours=8)
    assert surfer.get("/keluar").headers["location"] == "/masuk"


def test_a_password_of_the_administrator_is_changed_first(surfer, staff, clock):
    answer = surfer.enter("/masuk?next=%2Fpartai", "lalu", FIRST_PASSWORD)
    assert answer.headers["location"] == "/sandi?next=%2Fpartai"
    page = surfer.get("/sandi?next=%2Fpartai")
    assert "dibuatkan oleh administrator" in page.text
    changed = surfer.fill(
        "/sandi?next=%2Fpartai", sandi=FIRST_PASSWORD, sandi_baru=NEW, sandi_ulang=NEW
    )
    assert changed.headers["location"] == "/partai"
    assert signed_in(surfer, staff, clock) == "lalu"


def test_a_changed_password_ends_the_other_sessions(site, surfer, staff, clock):
    other = Surfer(site)
    other.enter()
    surfer.enter()
    surfer.fill("/sandi", sandi=PASSWORD, sandi_baru=NEW, sandi_ulang=NEW)
    assert signed_in(surfer, staff, clock) == "baiq"
    assert signed_in(other, staff, clock) is None
    assert Surfer(site).enter(password=NEW).status_code == 303


@pytest.mark.parametrize(
    ("fields", "status", "words"),
    [
        ({"sandi": WRONG}, 401, "Kata sandi sekarang salah."),
        ({"sandi_ulang": NEW + "!"}, 422, "Kedua kata sandi baru tidak sama."),
        ({"sandi_baru": "a", "sandi_ulang": "a"}, 422, "kurang dari 12 karakter"),
        (
            {"sandi_baru": "a" * 201, "sandi_ulang": "a" * 201},
            422,
            "lebih dari 200 karakter",
        ),
        ({"sandi_baru": PASSWORD, "sandi_ulang": PASSWORD}, 422, "yang lama"),
    ],
)
def test_a_refused_change_says_why_and_changes_nothing(
    site, surfer, fields, status, words
):
    surfer.enter()
    given = {"sandi": PASSWORD, "sandi_baru": NEW, "sandi_ulang": NEW} | fields
    answer = surfer.fill("/sandi", **given)
    assert answer.status_code == status
    assert words in answer.text
    assert NEW not in answer.text
    assert Surfer(site).enter().status_code == 303


def test_a_change_after_the_session_ended_leads_to_signing_in(surfer, clock):
    surfer.enter()
    seal = surfer.seal_of("/sandi")
    clock.now += timedelta(hours=8)
    answer = surfer.post("/sandi", segel=seal, sandi=PASSWORD, sandi_baru=NEW)
    assert answer.headers["location"] == "/masuk"


def test_guessing_in_an_open_session_is_counted_as_well(surfer, clock):
    surfer.enter()
    for _ in range(10):
        surfer.fill("/sandi", sandi=WRONG, sandi_baru=NEW, sandi_ulang=NEW)
        clock.now += 10 * MINUTE
    answer = surfer.fill("/sandi", sandi=PASSWORD, sandi_baru=NEW, sandi_ulang=NEW)
    assert answer.status_code == 429
    assert "terkunci" in answer.text
    assert "retry-after" in answer.headers


def test_neither_password_nor_token_is_logged(surfer, journal):
    surfer.enter(password=WRONG)
    surfer.enter()
    token = surfer.cookies["sesi"]
    surfer.fill("/sandi", sandi=PASSWORD, sandi_baru=NEW, sandi_ulang=NEW)
    told = str(journal())
    assert "sign-in refused" in told
    assert "signed in" in told
    for secret in (WRONG, PASSWORD, NEW, token, surfer.cookies["sesi"]):
        assert secret not in told


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/masuk", "Basis data sedang tidak menjawab."),
        ("/keluar?bahasa=en", "The database does not answer at the moment."),
    ],
)
def test_a_database_that_is_away_is_told(surfer, staff, path, words):
    surfer.enter()
    with staff.begin() as connection:
        connection.execute(sessions.delete())
        sessions.drop(connection)
    answer = surfer.get(path)
    assert answer.status_code == 503
    assert words in answer.text
    assert answer.headers["retry-after"] == "5"


def test_every_other_page_is_still_the_page_of_the_screens(surfer):
    assert '<div id="root"></div>' in surfer.get("/linimasa").text
