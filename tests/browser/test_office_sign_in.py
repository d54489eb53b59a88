"""Signing in through the office's identity provider, on this machine."""

import shutil

import pytest
from sqlalchemy import make_url, select

from data_access.database import engine_for, writing
from data_access.tables import journal, milestones
from tests.browser.test_recording import fill
from tests.data_access.staff import store_newcomer
from tests.identity_provider import IdentityProvider

pytestmark = pytest.mark.browser

BAIQ = {"email": "baiq@kpu.test", "email_verified": True}
LONG = "made.suardana.putra.jaya.wirawan@sekretariat.kpu.ntbprov.example.go.id"
STYLE_OF_PROVIDER = "https://cdn.jsdelivr.net/npm/@picocss/pico@2/css/pico.min.css"
OWN = "/pembaruan?tanggal=2022-09-08&catat=kegiatan&kegiatan="


@pytest.fixture
def provider(tmp_path):
    running = IdentityProvider(tmp_path / "provider-log")
    yield running
    running.end()


@pytest.fixture
def staff(demonstration, tmp_path):
    """The engine of a demonstration in which Ratna has an office account."""
    file = tmp_path / "election.db"
    shutil.copy(make_url(demonstration).database, file)
    engine = engine_for(make_url(f"sqlite:///{file}"))
    with writing(engine).begin() as connection:
        store_newcomer(connection, "ratna", email="baiq@kpu.test")
    yield engine
    engine.dispose()


@pytest.fixture
def site(serve, provider, staff, tmp_path):
    """A server whose staff sign in through the provider."""

    def secrets(url):
        said = provider.secrets(url)["auth"]
        lines = [f'{key} = "{value}"' for key, value in said.items()]
        file = tmp_path / "secrets.toml"
        file.write_text("\n".join(["[auth]", *lines]))
        return file

    return serve(str(staff.url), secrets)


def go_to_provider(visitor, subject, way_in="link", page="/masuk?next=/pembaruan"):
    """Choose the provider on our page, and sign in there."""
    shown = visitor.page
    shown.route(STYLE_OF_PROVIDER, lambda route: route.abort())
    shown.goto(f"{visitor.url}{page}")
    shown.get_by_role(way_in, name="Masuk dengan akun kantor").click()
    shown.locator("input[name=sub]").fill(subject)
    shown.get_by_role("button", name="Authorize").click()
    return shown


def test_somebody_comes_in_records_and_leaves_both(arrive, site, provider, staff):
    provider.knows("7c1", **BAIQ)
    visitor = arrive(site)
    page = go_to_provider(visitor, "7c1")
    page.get_by_role("link", name="Baiq Ratna").wait_for()
    assert page.url == f"{visitor.url}/pembaruan"
    readable = page.evaluate("document.cookie")
    assert "sesi=" not in readable
    assert "kantor=" not in readable

    visitor.open(f"{OWN}{_milestone(staff)}", charts=0)
    fill(page, "Keterangan", "lewat akun kantor")
    fill(page, "Alasan perubahan ini", "laporan mingguan")
    page.get_by_role("button", name="Simpan 1 perubahan").click()
    page.get_by_text("Tersimpan:").wait_for()
    with staff.connect() as connection:
        newest = select(journal).order_by(journal.c.id.desc()).limit(1)
        entry = connection.execute(newest).one()
    assert (entry.actor, entry.reason) == ("ratna", "laporan mingguan")

    other = page.context.new_page()
    other.goto(f"{visitor.url}/keluar")
    other.get_by_role("button", name="Keluar", exact=True).click()
    other.wait_for_url(f"{provider.url}/oauth2/end_session?*")
    other.get_by_role("button").first.click()
    other.get_by_role("link", name="Masuk dengan akun kantor").wait_for()
    assert other.url.startswith(f"{visitor.url}/masuk?")

    visitor.open("/pembaruan", charts=0)
    page.get_by_text("Halaman ini untuk petugas KPU").first.wait_for()
    go_to_provider(visitor, "7c1", "button", "/pembaruan?tanggal=2022-09-08")
    page.get_by_role("link", name="Baiq Ratna").wait_for()
    assert page.url == f"{visitor.url}/pembaruan?tanggal=2022-09-08"
    assert visitor.complaints == []
    assert set(visitor.outside) <= {STYLE_OF_PROVIDER}


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ({"email": LONG, "email_verified": True}, "belum terdaftar"),
        ({"email": "baiq@kpu.test", "email_verified": False}, "belum memastikan"),
    ],
)
def test_whom_nobody_knows_or_vouches_for_is_told(
    arrive, site, provider, claims, words
):
    provider.knows("5e5", **claims)
    visitor = arrive(site, viewport={"width": 390, "height": 844})
    page = go_to_provider(visitor, "5e5")
    assert words in page.get_by_role("alert").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    visitor.open("/pembaruan", charts=0)
    page.get_by_role("link", name="Masuk", exact=True).first.wait_for()


def test_a_provider_that_is_away_is_told_in_words(arrive, site, provider):
    provider.end()
    visitor = arrive(site)
    page = visitor.page
    page.goto(f"{visitor.url}/masuk?bahasa=en")
    page.get_by_role("link", name="Sign in with an office account").click()
    told = page.get_by_role("alert").inner_text()
    assert told.startswith("The office's sign-in service does not answer")
    assert "Traceback" not in site.log.read_text()


def _milestone(engine):
    """Return a milestone of the province."""
    with engine.connect() as connection:
        province = select(milestones.c.code).where(milestones.c.region_code.is_(None))
        return connection.scalars(province.order_by(milestones.c.code)).first()
