import shutil
from datetime import UTC, datetime

import pytest
from sqlalchemy import make_url
from starlette.datastructures import QueryParams

from data_access.database import engine_for
from domain.bilingual import Language
from projector.show import visit_of, wish_of
from tasks.command_line import DONE, run
from ui import kept, language

NOW = datetime(2022, 9, 8, 1, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def demonstration_file(migrated_file, tmp_path_factory):
    """The SQLite file of the demonstration, loaded once for all sheets."""
    file = tmp_path_factory.mktemp("demonstration") / "election.db"
    shutil.copy(migrated_file, file)
    assert run(["demo"], {"DATABASE_URL": f"sqlite:///{file}"}, NOW) == DONE
    kept.forget()
    yield file
    engine_for(make_url(f"sqlite:///{file}")).dispose()


@pytest.fixture
def demonstration(demonstration_file, monkeypatch):
    """The SQLite file of the demonstration, which is the database."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{demonstration_file}")
    for name in ("PROVINCE", "OFFICE_ZONE", "PUBLIC_URL"):
        monkeypatch.delenv(name, raising=False)
    kept.forget()
    yield demonstration_file
    language.speak(Language.INDONESIAN)
    kept.forget()


@pytest.fixture
def empty_database(sqlite_url, monkeypatch):
    """The database has its tables and nothing in them."""
    monkeypatch.setenv("DATABASE_URL", str(sqlite_url))
    kept.forget()
    yield
    language.speak(Language.INDONESIAN)
    kept.forget()


@pytest.fixture
def looking(demonstration):
    """Return what gives the visit that a query string asks for."""
    assert demonstration.exists()

    def look(query=""):
        wish = wish_of(QueryParams(query))
        language.speak(wish.language)
        return visit_of(wish)

    return look
