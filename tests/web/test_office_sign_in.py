import asyncio
import re
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
import httpx2
import pytest
from sqlalchemy import func, select
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Route

from data_access.account_changes import disable
from data_access.accounts import read_session
from data_access.database import engine_for, writing
from data_access.tables import sessions
from domain.office_account import office_account
from domain.session import IDLE, LONGEST, token_in
from tests.data_access.staff import BY_ADMIN, PASSWORD, store_newcomer, store_person
from tests.identity_provider import IdentityProvider
from tests.web.surfer import HERE, Clock, Surfer
from tests.web.test_ways_in import AUTH
from web import routes
from web.headers import SecurityHeaders
from web.provider import Provider
from web.ways_in import ways_in

BAIQ = {"email": "Baiq@KPU.test", "email_verified": True}


@pytest.fixture(scope="module")
def provider(tmp_path_factory):
    running = IdentityProvider(tmp_path_factory.mktemp("provider") / "log")
    yield running
    running.end()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def staff(sqlite_url):
    """The engine of a database in which Baiq has an address and Lalu a subject."""
    engine = writing(engine_for(sqlite_url))
    with engine.begin() as connection:
        store_newcomer(connection, "baiq", email="baiq@kpu.test")
        store_person(connection, "lalu", name="Lalu Gde", subject="9d2")
    return engine


@pytest.fixture
def open_site(browse, provider, clock, staff):
    """Return what opens the site, with changes to its environment and secrets."""

    def opened(environ=None, here=HERE, **changes):
        secrets = provider.secrets(here)
        secrets["auth"] |= changes
        ways = ways_in(environ or {}, secrets)
        served = routes.served(staff.url, clock, ways)
        return browse(
            Middleware(SecurityHeaders),
            routes=[*served, Route("/{rest:path}", streamlit, methods=["GET", "POST"])],
        )

    return opened


@pytest.fixture
def surfer(open_site):
    return Surfer(open_site())


def streamlit(_):
    return HTMLResponse("Streamlit")


def there(surfer, path="/masuk/kantor"):
    """Return the provider's address that somebody is sent to."""
    return surfer.get(path).headers["location"]


def say_yes(address, subject, **form):
    """Sign in at the provider, and return the way back to our site."""
    form = form or {"sub": subject}
    back = urlsplit(httpx.post(address, data=form).headers["location"])
    return f"{back.path}?{back.query}"


def enter(surfer, subject="7c1", path="/masuk/kantor"):
    return surfer.get(say_yes(there(surfer, path), subject))


def person_in(surfer, staff, clock):
    with staff.connect() as connection:
        found = read_session(connection, token_in(surfer.cookies), clock())
    return found and found.person.code


def test_the_page_offers_the_provider_and_no_form(surfer):
    page = surfer.get("/masuk?bahasa=en&next=%2Fpembaruan")
    link = 'href="/masuk/kantor?bahasa=en&amp;next=%2Fpembaruan"'
    assert link in page.text
    assert "Sign in with an office account" in page.text
    assert "<form" not in page.text


@pytest.mark.parametrize(
    ("came_from", "leads_to"),
    [
        ("", "/masuk/kantor"),
        (f"{HERE}/pembaruan", "/masuk/kantor?next=%2Fpembaruan"),
        (
            f"{HERE}/impor?bahasa=en&isi=piket",
            "/masuk/kantor?bahasa=en&next=%2Fimpor%3Fbahasa%3Den%26isi%3Dpiket",
        ),
        ("https://evil.test/pembaruan", "/masuk/kantor"),
        (f"{HERE}/keluar", "/masuk/kantor"),
    ],
)
def test_the_way_of_streamlit_leads_to_the_provider_and_back_to_its_page(
    surfer, came_from, leads_to
):
    answer = surfer.get("/auth/login?provider=x", referer=came_from)
    assert answer.status_code == 303
    assert answer.headers["location"] == leads_to


def test_the_policy_lets_forms_go_to_this_site_only(surfer, provider):
    policy = surfer.get("/masuk").headers["content-security-policy"]
    assert "form-action 'self'" in policy
    assert provider.url not in policy


def test_somebody_is_sent_with_state_nonce_and_a_challenge(surfer, provider):
    address = there(surfer)
    asked = parse_qs(urlsplit(address).query)
    assert address.startswith(f"{provider.url}/oauth2/authorize?")
    assert asked["redirect_uri"] == [f"{HERE}/oauth2callback"]
    assert asked["scope"] == ["openid email"]
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["response_type"] == ["code"]
    assert asked["prompt"] == ["select_account"]
    assert {"state", "nonce", "code_challenge"} <= set(asked)
    assert "rahasia-klien" not in address


def test_a_verified_address_leads_on_as_its_person(surfer, provider, staff, clock):
    provider.knows("7c1", **BAIQ)
    answer = enter(surfer, path="/masuk/kantor?bahasa=en&next=%2Fpembaruan%3Ftanda%3D1")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/pembaruan?tanda=1"
    assert person_in(surfer, staff, clock) == "baiq"
    given = [line for line in surfer.given if line.startswith("sesi=")]
    assert re.fullmatch(r"sesi=[\w-]{43}; HttpOnly; Path=/; SameSite=lax", given[-1])


def test_a_subject_tells_who_it_is_without_an_address(surfer, provider, staff, clock):
    provider.knows("9d2", name="Somebody Else")
    assert enter(surfer, "9d2").status_code == 303
    assert person_in(surfer, staff, clock) == "lalu"


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ({"email": "made@kpu.test", "email_verified": True}, "made@kpu.test"),
        ({"email": "baiq@kpu.test", "email_verified": False}, "belum memastikan"),
        ({"email": "baiq@kpu.test"}, "belum memastikan"),
        ({"email": "baiq@kpu.test", "email_verified": "true"}, "belum memastikan"),
        ({"name": "Baiq Ratna", "preferred_username": "baiq"}, "belum terdaftar"),
        ({"email": "<b>@kpu.test", "email_verified": True}, "&lt;b&gt;@kpu.test"),
    ],
)
def test_whom_nothing_tells_is_told_and_stays_out(
    surfer, provider, staff, clock, claims, words
):
    provider.knows("5e5", **claims)
    answer = enter(surfer, "5e5")
    assert answer.status_code == 403
    assert words in answer.text
    assert person_in(surfer, staff, clock) is None


def test_the_refusal_speaks_the_language_that_was_asked(surfer, provider):
    provider.knows("5e5", email="made@kpu.test", email_verified=True)
    page = enter(surfer, "5e5", "/masuk/kantor?bahasa=en&tema=gelap").text
    assert '<html lang="en">' in page
    assert "This office account is not registered" in page
    assert "--paper: #0F1720;" in page


def test_somebody_disabled_is_told_and_out_at_once(surfer, provider, staff, clock):
    provider.knows("7c1", **BAIQ)
    enter(surfer)
    with staff.begin() as connection:
        disable(connection, "baiq", by=BY_ADMIN)
    assert person_in(surfer, staff, clock) is None
    assert "dinonaktifkan" in enter(surfer).text


@pytest.mark.parametrize("later", [IDLE, LONGEST])
def test_the_session_ends_like_any_other(surfer, provider, clock, later):
    provider.knows("7c1", **BAIQ)
    enter(surfer)
    assert surfer.get("/keluar").status_code == 200
    clock.now += later
    assert surfer.get("/keluar").headers["location"] == "/masuk"


def test_somebody_signed_in_goes_on_at_once(surfer, provider):
    provider.knows("7c1", **BAIQ)
    enter(surfer)
    for path in ("/masuk", "/masuk/kantor"):
        assert surfer.get(f"{path}?next=%2Fpartai").headers["location"] == "/partai"


def test_signing_out_ends_both_sessions(surfer, provider, staff, clock):
    provider.knows("7c1", **BAIQ)
    enter(surfer)
    kept = dict(surfer.cookies)
    page = surfer.fill("/keluar")
    refresh = page.headers["refresh"]
    assert refresh.startswith(f"0; url={provider.url}/oauth2/end_session?")
    leaving = parse_qs(urlsplit(refresh.removeprefix("0; url=")).query)
    assert leaving["id_token_hint"] == [kept["akun-kantor"]]
    assert leaving["post_logout_redirect_uri"] == [f"{HERE}/masuk"]
    assert not {"sesi", "akun-kantor"} & set(surfer.cookies)
    surfer.cookies = kept
    assert person_in(surfer, staff, clock) is None


def test_signing_out_everywhere_ends_the_other_device_too(
    surfer, open_site, provider, staff, clock
):
    provider.knows("7c1", **BAIQ)
    other = Surfer(open_site())
    enter(other)
    enter(surfer)
    page = surfer.fill("/keluar", to="/keluar-semua")
    assert "end_session" in page.headers["refresh"]
    assert person_in(other, staff, clock) is None


def test_the_account_offers_no_password(surfer, provider):
    provider.knows("7c1", **BAIQ)
    enter(surfer)
    assert "Anda masuk sebagai Baiq Ratna." in surfer.get("/keluar").text
    assert "/sandi" not in surfer.get("/keluar").text
    assert surfer.get("/sandi").headers["location"] == "/keluar"


def test_signing_in_again_ends_the_session_before(surfer, provider, staff, clock):
    provider.knows("7c1", **BAIQ)
    enter(surfer)
    back = dict(surfer.cookies)
    clock.now += IDLE
    enter(surfer)
    clock.now -= IDLE
    surfer.cookies = back
    assert person_in(surfer, staff, clock) is None


def test_a_sign_in_begun_in_another_browser_is_not_finished(
    surfer, open_site, provider, staff, clock
):
    provider.knows("7c1", **BAIQ)
    back = say_yes(there(Surfer(open_site())), "7c1")
    answer = surfer.get(back)
    assert answer.status_code == 400
    assert "dimulai di peramban lain" in answer.text
    surfer.get("/masuk/kantor")
    assert surfer.get(back).status_code == 400
    assert person_in(surfer, staff, clock) is None


def test_an_answer_is_taken_once(surfer, provider):
    provider.knows("7c1", **BAIQ)
    back = say_yes(there(surfer), "7c1")
    assert surfer.get(back).status_code == 303
    assert surfer.get(back).status_code == 400


def test_a_changed_cookie_of_a_sign_in_is_worth_nothing(surfer, provider):
    provider.knows("7c1", **BAIQ)
    back = say_yes(there(surfer), "7c1")
    surfer.cookies["kantor"] = "x" + surfer.cookies["kantor"]
    assert surfer.get(back).status_code == 400


def test_a_token_of_another_sign_in_is_refused(surfer, open_site, provider):
    provider.knows("7c1", **BAIQ)
    stolen = parse_qs(urlsplit(say_yes(there(Surfer(open_site())), "7c1")).query)
    own = parse_qs(urlsplit(there(surfer)).query)["state"][0]
    query = urlencode({"code": stolen["code"][0], "state": own})
    answer = surfer.get(f"/oauth2callback?{query}")
    assert answer.status_code == 502
    assert "tidak dapat diterima" in answer.text
    assert token_in(surfer.cookies) == ""


def test_somebody_who_says_no_there_is_told(surfer):
    answer = surfer.get(say_yes(there(surfer), "", action="deny"))
    assert answer.status_code == 403
    assert "Anda tidak jadi masuk" in answer.text


def test_nobody_is_led_to_another_site(surfer, provider):
    provider.knows("7c1", **BAIQ)
    path = f"/masuk/kantor?{urlencode({'next': '//evil.test'})}"
    assert enter(surfer, path=path).headers["location"] == "/"


def test_a_long_address_is_forgotten_rather_than_the_sign_in(surfer, provider):
    provider.knows("7c1", **BAIQ)
    path = f"/masuk/kantor?{urlencode({'next': '/partai?' + 'x' * 4000})}"
    assert enter(surfer, path=path).headers["location"] == "/"


def test_a_provider_that_is_away_is_told_without_a_traceback(open_site, journal):
    nowhere = "http://127.0.0.1:1/.well-known/openid-configuration"
    surfer = Surfer(open_site(server_metadata_url=nowhere))
    answer = surfer.get("/masuk/kantor?bahasa=en")
    assert answer.status_code == 503
    assert "sign-in service does not answer" in answer.text
    (line,) = [each for each in journal() if each.get("why") == "away"]
    assert line["cause"] == "ConnectError"
    assert "exception" not in line


def test_a_provider_that_goes_away_meanwhile_is_told(provider, open_site):
    provider.knows("7c1", **BAIQ)
    surfer = Surfer(open_site())
    back = say_yes(there(surfer), "7c1")
    inside = Surfer(open_site())
    enter(inside)
    unused = Surfer(open_site())
    seal = inside.seal_of("/keluar")
    provider.end()
    try:
        assert surfer.get(back).status_code == 503
        assert unused.get("/masuk/kantor").status_code == 503
        # What it said of itself is still known, so the way out is too.
        assert "refresh" in inside.post("/keluar", segel=seal).headers
        assert token_in(inside.cookies) == ""
    finally:
        provider.begin()


def test_signing_out_works_while_the_provider_is_away(
    provider, open_site, staff, clock
):
    provider.knows("7c1", **BAIQ)
    surfer = Surfer(open_site())
    enter(surfer)
    restarted = Surfer(open_site())
    restarted.cookies = dict(surfer.cookies)
    provider.end()
    try:
        page = restarted.fill("/keluar")
    finally:
        provider.begin()
    assert page.status_code == 200
    assert "mungkin masih terbuka" in page.text
    assert person_in(surfer, staff, clock) is None


@pytest.mark.parametrize("path", ["/jwks", "/", "/nothing"])
def test_an_address_that_describes_no_provider_is_told(provider, open_site, path):
    surfer = Surfer(open_site(server_metadata_url=provider.url + path))
    answer = surfer.get("/masuk/kantor")
    assert answer.status_code in {502, 503}
    assert "akun kantor" in answer.text


def test_over_https_every_cookie_is_of_this_host(open_site, provider, staff, clock):
    secure = "https://kpu.test"
    surfer = Surfer(open_site(here=secure), "https")
    provider.knows("7c1", **BAIQ)
    enter(surfer)
    assert person_in(surfer, staff, clock) == "baiq"
    for line in surfer.given:
        assert line.startswith("__Host-")
        assert "secure" in line.lower()
        assert "httponly" in line.lower()
    surfer.fill("/keluar")
    assert not {"__Host-sesi", "__Host-akun-kantor"} & set(surfer.cookies)


def test_passwords_let_nobody_in_unless_the_configuration_says_so(surfer, open_site):
    form = {"segel": "", "nama": "lalu", "sandi": PASSWORD}
    surfer.post("/masuk", **form)
    assert token_in(surfer.cookies) == ""
    both = Surfer(open_site({"LOCAL_ACCOUNTS": "1"}))
    page = both.get("/masuk").text
    assert page.index("/masuk/kantor") < page.index("<form")
    assert both.enter(code="lalu").status_code == 303
    assert "/sandi" in both.get("/keluar").text
    # Nobody has to leave a provider who came in by a password.
    assert both.fill("/keluar").status_code == 303


def test_the_log_keeps_no_secret_and_nobodys_address(surfer, provider, journal):
    provider.knows("5e5", email="made@kpu.test", email_verified=True)
    back = say_yes(there(surfer), "5e5")
    surfer.get(back)
    # The test's own requests log their addresses as well.
    told = str([line for line in journal() if line["logger"] != "httpx"])
    assert "sign-in refused" in told
    code = parse_qs(urlsplit(back).query)["code"][0]
    for secret in ("rahasia-klien", "kunci-kuki", "made@kpu.test", code):
        assert secret not in told


@pytest.mark.parametrize(("theirs", "code"), [("7c1", "baiq"), ("5e5", None)])
def test_an_address_named_apart_counts_for_the_same_subject_only(theirs, code):
    told = {"sub": theirs, **BAIQ}
    metadata = {"userinfo_endpoint": f"{HERE}/userinfo"}

    def answer(request):
        is_asked = request.url.path == "/userinfo"
        assert not is_asked or request.headers["authorization"] == "Bearer geheim"
        return httpx2.Response(200, json=told if is_asked else metadata)

    secrets = {"auth": AUTH | {"server_metadata_url": f"{HERE}/metadata"}}
    provider = Provider(ways_in({}, secrets).provider)
    provider.client.client_kwargs["transport"] = httpx2.MockTransport(answer)
    token = {"access_token": "geheim", "token_type": "Bearer"}
    claims = asyncio.run(provider.claims(token | {"userinfo": {"sub": "7c1"}}))
    assert office_account(claims).is_verified is (code == "baiq")


def test_a_refusal_stores_no_session(surfer, provider, staff):
    provider.knows("5e5", email="made@kpu.test", email_verified=True)
    enter(surfer, "5e5")
    with staff.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(sessions)) == 0
