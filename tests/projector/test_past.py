"""Past shows on the projector, asked for as a browser does."""

import asyncio
import shutil
from datetime import UTC, date, datetime

import httpx
import pytest
from sqlalchemy import make_url, select, update
from starlette.applications import Starlette
from starlette.datastructures import QueryParams

from data_access.changes import Append
from data_access.database import engine_for, writing
from data_access.journal import Author, write
from data_access.projections import store_projection
from data_access.recording import Errand
from data_access.tables import milestone_states, projections
from domain.bilingual import Language
from domain.person import Role
from projector import routes
from projector.rehearsal import rehearse, sheet_words
from projector.show import visit_of, wish_of
from tasks.command_line import DONE, run
from tests.data_access.staff import person, store_person
from ui import kept, language

NOW = datetime(2022, 9, 8, 1, 0, tzinfo=UTC)
DAY = "2022-11-08"


@pytest.fixture(scope="session")
def demonstration_file(migrated_file, tmp_path_factory):
    """The SQLite file of the demonstration, with Baiq on its staff."""
    file = tmp_path_factory.mktemp("demonstration") / "election.db"
    shutil.copy(migrated_file, file)
    assert run(["demo"], {"DATABASE_URL": f"sqlite:///{file}"}, NOW) == DONE
    engine = engine_for(make_url(f"sqlite:///{file}"))
    with writing(engine).begin() as connection:
        store_person(connection)
    engine.dispose()
    return file


@pytest.fixture
def engine(demonstration_file, tmp_path, monkeypatch):
    """The engine of a demonstration that a test may write to."""
    url = make_url(f"sqlite:///{shutil.copy(demonstration_file, tmp_path / 'own.db')}")
    monkeypatch.setenv("DATABASE_URL", str(url))
    for name in ("PUBLIC_URL", "PROVINCE", "OFFICE_ZONE"):
        monkeypatch.delenv(name, raising=False)
    kept.forget()
    yield writing(engine_for(url))
    kept.forget()
    language.speak(Language.INDONESIAN)
    engine_for(url).dispose()


@pytest.fixture
def ask():
    """Return what asks the projector for an address."""
    site = Starlette(routes=routes.served())

    async def send(address):
        transport = httpx.ASGITransport(site)
        async with httpx.AsyncClient(
            transport=transport, base_url="http://kpu.test"
        ) as client:
            return await client.get(address)

    return lambda address: asyncio.run(send(address))


def show(engine, asked=f"tanggal={DAY}"):
    """Store a show and return its number and its sheets."""
    wish = wish_of(QueryParams(asked))
    language.speak(wish.language)
    visit = visit_of(wish)
    draft = rehearse(wish.sheets, wish.seconds, visit, "http://kpu.test")
    errand = Errand(identify=lambda _: person(role=Role.EDITOR), reason="Rapat", at=NOW)
    number = store_projection(engine, errand, draft)
    language.speak(Language.INDONESIAN)
    return number, draft.content


def change_a_milestone(engine):
    """Record that a milestone of factual verification ended."""
    code = milestone_states.c.milestone_code
    with engine.begin() as connection:
        rows = connection.execute(
            select(milestone_states)
            .where(code == "M3-03")
            .order_by(milestone_states.c.version.desc())
        ).mappings()
        newest = dict(rows.first())
        key = {name: newest.pop(name) for name in ("election_code", "milestone_code")}
        version = newest.pop("version")
        values = newest | {
            "known_on": date(2022, 11, 7),
            "planned_end": date(2022, 11, 7),
            "actual_end": None,
        }
        change = Append(
            table=milestone_states, key=key, values=values, expected_version=version
        )
        write(connection, change, by=Author(actor="baiq", reason="mundur", at=NOW))


def sheets_in(html):
    return html.split("data-lost=", 1)[1].split(">", 1)[1].split("</main>")[0]


def test_a_past_show_opens_again_letter_by_letter(engine, ask):
    number, content = show(engine)
    answer = ask(f"/layar?tayangan={number}")
    assert answer.status_code == 200
    assert sheets_in(answer.text) == content
    assert 'data-seconds="20"' in answer.text
    assert "projector.css" not in answer.text
    assert "per 8 November 2022" in answer.text


def test_it_stays_when_the_figures_change_and_the_live_show_does_not(engine, ask):
    number, _ = show(engine)
    live, past = f"/layar?tanggal={DAY}", f"/layar?tayangan={number}"
    before = {each: ask(each).text for each in (live, past)}
    change_a_milestone(engine)
    assert ask(past).text == before[past]
    assert sheets_in(ask(live).text) != sheets_in(before[live])


def test_polls_of_a_past_show_are_answered_with_nothing_new(engine, ask):
    number, content = show(engine)
    first = ask(f"/layar/lembar?tayangan={number}")
    assert first.text == content
    mark = first.headers["Projector-Mark"]
    assert f'data-mark="{mark}"' in ask(f"/layar?tayangan={number}").text
    change_a_milestone(engine)
    again = ask(f"/layar/lembar?tayangan={number}&tanda={mark}")
    assert again.status_code == 204
    assert again.headers["Projector-Mark"] == mark


def test_a_past_show_keeps_its_seconds_and_its_language(engine, ask):
    number, _ = show(engine, f"bahasa=en&detik=45&lembar=partai&tanggal={DAY}")
    html = ask(f"/layar?tayangan={number}&bahasa=id&detik=9&lembar=tahapan").text
    assert '<html lang="en">' in html
    assert 'data-seconds="45"' in html
    assert 'data-sheet="partai-1"' in html
    assert 'data-sheet="tahapan"' not in html


@pytest.mark.parametrize("number", ["1", "0", "-1", "x", "²", "9" * 12, ""])
def test_an_unknown_number_gives_the_usual_show(engine, ask, number):
    show(engine)
    html = ask(f"/layar?tayangan={number}").text
    assert "projector.css" in html
    assert 'data-sheet="hitung-mundur"' in html


def test_sheets_that_were_changed_give_the_usual_show(engine, ask):
    number, _ = show(engine)
    with engine.begin() as connection:
        connection.execute(update(projections).values(content=b"other sheets"))
    kept.forget()
    html = ask(f"/layar?tayangan={number}").text
    assert "other sheets" not in html
    assert 'data-sheet="hitung-mundur"' in html


def test_a_lost_database_is_waited_for(engine, ask, monkeypatch):
    number, _ = show(engine)
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    html = ask(f"/layar?tayangan={number}").text
    assert 'data-sheet="waiting"' in html
    assert "projector.css" in html
    assert ask(f"/layar/lembar?tayangan={number}").status_code == 503


def test_every_sheet_has_a_word():
    assert list(sheet_words()) == [name.value for name in wish_of(QueryParams()).sheets]
