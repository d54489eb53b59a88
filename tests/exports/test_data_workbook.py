import io
import shutil
from datetime import date

import pytest
from openpyxl import load_workbook
from sqlalchemy import make_url, update
from starlette.applications import Starlette
from starlette.testclient import TestClient

from data_access import tables
from data_access.database import engine_for, writing
from data_access.imports.integrity_accountability import preview_years
from data_access.imports.integrity_assessment import preview_assessments
from data_access.imports.integrity_duty import preview_rota
from data_access.imports.integrity_services import (
    preview_figures,
    preview_services,
)
from data_access.imports.integrity_survey import preview_rounds
from data_access.imports.milestones import preview_milestones
from data_access.imports.tallies import preview_tallies
from domain.bilingual import Language
from domain.importing import RowStatus, Terms
from domain.provenance import Confidence
from domain.tally import TallyState
from exports.edition import edition_asked
from exports.routes import served
from exports.workbook import gather
from reports.book import book_of
from tests.data_access.election_rows import decided, simulated, store, tally
from tests.pages.nasty import READABLE
from ui import kept
from ui import store as kept_store

OPENING, MONDAY = date(2022, 9, 8), date(2022, 8, 22)
ELECTION = "pemilu-2024"
TERMS = Terms(
    election=ELECTION,
    province="52",
    known_on=OPENING,
    source="Laporan mingguan",
    confidence=Confidence.VERIFIED,
)
TITLES = {
    Language.INDONESIAN: ("Kegiatan", "Rekapitulasi", "Rekap simulasi"),
    Language.ENGLISH: ("Milestones", "Recaps", "Simulated tallies"),
}
UNDECIDED = {"state": TallyState.SUBMITTED, "eligible": 3}


@pytest.fixture
def recorded(demonstration_file, tmp_path, monkeypatch):
    """A copy of the demonstration with figures of its own, under hostile names."""
    file = shutil.copy(demonstration_file, tmp_path / "recorded.db")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file}")
    kept.forget()
    engine = writing(engine_for(make_url(f"sqlite:///{file}")))
    in_phase = {"election_code": ELECTION, "visited": 9}
    with engine.begin() as connection:
        connection.execute(tables.tallies.delete())
        store(
            connection,
            tables.tallies,
            tally(
                MONDAY, **in_phase, party_code="perindo", eligible=1, **decided(MONDAY)
            ),
            tally(MONDAY, **in_phase, party_code="psi", **UNDECIDED),
            tally(MONDAY, **in_phase, party_code="hanura", **simulated()),
        )
        for code, name in (("hanura", "formula"), ("psi", "script")):
            named = update(tables.parties).where(tables.parties.c.code == code)
            connection.execute(named.values(short_name=READABLE[name]))
    yield
    engine.dispose()
    kept.forget()


def content(spoken, day=OPENING):
    edition = edition_asked({"bahasa": spoken.value, "tanggal": day.isoformat()})
    return book_of(gather(edition, {}))


def rows_of(book, title):
    head, *rows = book[title].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


@pytest.mark.usefixtures("recorded")
@pytest.mark.parametrize("spoken", Language)
def test_an_import_takes_its_sheets_and_finds_nothing_new(spoken):
    made = content(spoken)
    with kept_store.connect() as connection:
        plan = preview_milestones(connection, made, TERMS, lambda *_: None)
        counted = preview_tallies(connection, made, TERMS, lambda *_: None)
    assert plan.refusals == ()
    assert {row.status for row in plan.rows} == {RowStatus.UNCHANGED}
    assert len(plan.rows) == 50
    assert [row.codes[1] for row in counted.rows] == ["perindo"]
    assert counted.rows[0].status is RowStatus.UNCHANGED
    # What no plenary decided has no verdicts in public: nothing is made up for them.
    assert {each.row for each in counted.refusals} == {2}


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize("spoken", Language)
@pytest.mark.parametrize(
    ("preview", "count"),
    [
        (preview_assessments, 15),
        (preview_rounds, 2),
        (preview_years, 1),
        (preview_services, 3),
        (preview_figures, 6),
        (preview_rota, 20),
    ],
)
def test_an_import_takes_its_sheets_of_the_zone(spoken, preview, count):
    made = content(spoken)
    with kept_store.connect() as connection:
        found = preview(connection, made, TERMS, lambda *_: None)
    assert found.refusals == ()
    assert {row.status for row in found.rows} == {RowStatus.UNCHANGED}
    assert len(found.rows) >= count


@pytest.mark.usefixtures("recorded")
@pytest.mark.parametrize("spoken", Language)
def test_simulated_figures_stand_apart_and_names_are_texts(spoken):
    _, real, simulated_ones = TITLES[spoken]
    book = load_workbook(io.BytesIO(content(spoken)))
    shown = [[*row.values()] for row in rows_of(book, real)]
    assert [row[1] for row in shown] == [READABLE["script"], "Perindo"]
    assert [row[9:12] for row in shown] == [[None, None, None], [1, 0, 0]]
    (made_up,) = rows_of(book, simulated_ones)
    assert READABLE["formula"] in made_up.values()
    assert made_up["Simulated" if spoken is Language.ENGLISH else "Simulasi"]


@pytest.mark.usefixtures("demonstration")
def test_the_sheets_hold_what_the_database_knows():
    day = date(2022, 11, 6)
    edition = edition_asked({"bahasa": "en", "tanggal": day.isoformat()})
    book = load_workbook(io.BytesIO(book_of(gather(edition, {}))))
    cover = {row[0]: row[1] for row in book["Cover"].iter_rows(values_only=True)}
    assert cover["Day"].date() == day
    assert cover["Journal head"] == edition.head[:12]
    assert cover["Data revision"] == edition.visit.revision
    assert "no official results" in cover["Simulated"]
    for row, each in zip(
        rows_of(book, "Milestones"), edition.overview.milestones, strict=True
    ):
        planned = each.milestone.schedule.planned_end
        assert row["Milestone code"] == each.milestone.code
        assert (row["Planned end"] and row["Planned end"].date()) == planned
    sums = edition.overview.totals.values()
    simulated_rows = rows_of(book, "Simulated tallies")
    assert rows_of(book, "Recaps") == []
    assert len(simulated_rows) == sum(each.recaps_expected for each in sums)
    assert sum(row["MS"] or 0 for row in simulated_rows) == sum(
        each.eligible for each in sums
    )
    assert {row["Simulated"] for row in simulated_rows} == {"simulated"}
    assert rows_of(book, "Journal")[0]["Entry"] == edition.visit.revision


def test_the_workbook_is_named_for_election_view_and_day(demonstration):
    assert demonstration.exists()
    answer = TestClient(Starlette(routes=served())).get(
        "/unduh/data.xlsx?tanggal=2022-09-08&bahasa=en"
    )
    named = 'attachment; filename="pemilu-2024-data-2022-09-08.xlsx"'
    assert answer.headers["content-disposition"] == named
    book = load_workbook(io.BytesIO(answer.content))
    assert book.sheetnames[:3] == ["Cover", "Stages", "Milestones"]
