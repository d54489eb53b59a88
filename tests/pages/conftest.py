import contextvars
import shutil
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
import streamlit as st
from openpyxl import load_workbook
from sqlalchemy import make_url
from streamlit import config
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest

from data_access.database import engine_for, writing
from data_access.sign_in import Attempt, sign_in
from domain.bilingual import Language
from domain.person import Person, Role
from tasks.command_line import DONE, run
from tests.data_access.staff import PASSWORD, store_person
from tests.pages.forms import RECORDING
from ui import kept, language, unsaved
from ui.importing_contents import Content
from ui.importing_sheets import Wanted, template

ROOT = Path(__file__).parents[2]
DASHBOARD = ROOT / "dashboard.py"
FOR_STAFF = {
    "recording.py",
    "integrity_recording.py",
    "importing.py",
    "reconciliation.py",
    "projection.py",
}
PAGES = sorted(
    file
    for file in (ROOT / "pages").glob("*.py")
    if file.name not in {"__init__.py", *FOR_STAFF}
)
START = ROOT / "pages" / "summary.py"
NOW = datetime(2022, 9, 8, 1, 0, tzinfo=UTC)


def pytest_generate_tests(metafunc):
    if "page" in metafunc.fixturenames:
        metafunc.parametrize("page", PAGES, ids=[file.stem for file in PAGES])


@pytest.fixture(autouse=True)
def demonstration(demonstration_file, monkeypatch):
    """The demonstration is the database, and an error shows what it says."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{demonstration_file}")
    monkeypatch.delenv("PROVINCE", raising=False)
    monkeypatch.delenv("OFFICE_ZONE", raising=False)
    before = config.get_option("client.showErrorDetails")
    config.set_option("client.showErrorDetails", "full")
    yield
    config.set_option("client.showErrorDetails", before)


@pytest.fixture(autouse=True)
def in_indonesian():
    """A list's words are found in the language of the page, whoever spoke before."""
    language.speak(Language.INDONESIAN)


@pytest.fixture(autouse=True)
def no_page_alone(monkeypatch):
    """No file of `pages/` is run by itself, as the server settles at its start."""
    begin = PagesManager.__init__

    def begin_without_folder(self, *given, **named):
        begin(self, *given, **named)
        PagesManager.uses_pages_directory = False

    monkeypatch.setattr(PagesManager, "__init__", begin_without_folder)


@pytest.fixture(autouse=True)
def cookies(monkeypatch):
    """The cookies that the visitor's browser shows; AppTest brings none of its own."""
    shown = {}
    monkeypatch.setattr(type(st.context), "cookies", property(lambda _: shown))
    return shown


@pytest.fixture
def empty_database(sqlite_url, monkeypatch):
    """The database has its tables and nothing in them."""
    monkeypatch.setenv("DATABASE_URL", str(sqlite_url))
    kept.forget()
    yield
    kept.forget()


@pytest.fixture
def dashboard():
    """Return what opens the dashboard at its start, with a query string."""

    def open_it(**parts):
        at = AppTest.from_file(DASHBOARD, default_timeout=60)
        at.query_params.update(parts)
        return at.run()

    return open_it


@pytest.fixture
def visit(dashboard):
    """Return what opens a page of the dashboard, with a query string."""

    def open_page(file, **parts):
        if file == START:
            return dashboard(**parts)
        at = dashboard()
        at.switch_page(f"pages/{Path(file).name}")
        at.query_params.update(parts)
        return at.run()

    return open_page


@pytest.fixture
def said():
    """Return what says a message of the catalogues in a language."""

    def say(message, spoken):
        def speak():
            language.speak(spoken)
            return language.gettext(message)

        return contextvars.copy_context().run(speak)

    return say


@pytest.fixture(scope="session")
def facts_file(migrated_file, tmp_path_factory):
    """The SQLite file of facts that two editors and an operator of Mataram record."""
    file = tmp_path_factory.mktemp("facts") / "election.db"
    shutil.copy(migrated_file, file)
    address = {"DATABASE_URL": f"sqlite:///{file}"}
    assert run(["demo", "--without-simulated"], address, NOW) == DONE
    engine = engine_for(make_url(f"sqlite:///{file}"))
    own = {"role": Role.OPERATOR, "regions": frozenset({"52.71"})}
    with writing(engine).begin() as connection:
        store_person(connection, "baiq", name="Baiq Ratna")
        store_person(connection, "sari", name="Sari")
        store_person(connection, "lalu", name="Lalu", **own)
    engine.dispose()
    return file


@pytest.fixture
def facts(facts_file, tmp_path, monkeypatch):
    """The engine of those facts, for a test alone; nobody has typed anything."""
    url = make_url(f"sqlite:///{shutil.copy(facts_file, tmp_path / 'facts.db')}")
    monkeypatch.setenv("DATABASE_URL", str(url))
    kept.forget()
    unsaved.forget()
    yield writing(engine_for(url))
    kept.forget()
    unsaved.forget()
    engine_for(url).dispose()


@pytest.fixture
def come(facts, cookies, visit):
    """Return what opens a page of the staff for somebody, with a query string."""

    def enter(code="baiq", file=RECORDING, **parts):
        now = datetime.now(UTC)
        attempt = Attempt(code=code, password=PASSWORD, address="", at=now)
        cookies["sesi"] = sign_in(facts, attempt).token
        at = visit(file, **parts)
        assert not at.exception
        return at

    return enter


@pytest.fixture
def shown():
    """Return what gathers everything that a page sends to the browser, as text."""

    def gather(at):
        protos = [getattr(element, "proto", None) for element in at.main]
        sent = [proto.SerializeToString() for proto in protos if proto is not None]
        return b"\n".join(sent).decode("utf-8", errors="ignore")

    return gather


@pytest.fixture
def workbook():
    """A filled-in template with another note on the first milestone, M1-01."""
    wanted = Wanted(
        content=Content.MILESTONES,
        election="pemilu-2024",
        day=date(2022, 9, 8),
        language=Language.INDONESIAN,
        person=Person(code="baiq", name="Baiq Ratna", role=Role.EDITOR),
    )
    book = load_workbook(BytesIO(template(wanted)))
    book.worksheets[0].cell(2, 9, "Dokumen diterima")
    file = BytesIO()
    book.save(file)
    return file.getvalue()
