import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import make_url, select

from data_access import tables
from data_access.database import engine_for, writing
from data_access.journal import Append, Author, read_revision, write
from domain.bilingual import Language
from domain.tally import TallyState
from ui import history_store, kept

HISTORY = Path(__file__).parents[2] / "pages" / "history.py"
ELECTION = {"election_code": "pemilu-2024"}
MILESTONE = ELECTION | {"milestone_code": "M3-03"}
CELL = ELECTION | {
    "phase_code": "factual",
    "party_code": "gelora",
    "region_code": "52.71",
}
TODAY = date(2026, 11, 24)
LOADED = "demonstration loaded"
ENTRIES = 7_916
"""Entries of the demonstration, which is one writing."""
SECRET = 199
"""A count that stands in no figure of the demonstration of that cell."""


@pytest.fixture(scope="module")
def edited_file(demonstration_file, tmp_path_factory):
    """The demonstration after staff changed it: a milestone, then a tally, thrice."""
    source = make_url(f"sqlite:///{demonstration_file}")
    with engine_for(source).connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    file = tmp_path_factory.mktemp("edited") / "election.db"
    shutil.copy(demonstration_file, file)
    engine = engine_for(make_url(f"sqlite:///{file}"))
    with writing(engine).begin() as connection:
        milestones, tallies = tables.milestone_states, tables.tallies
        append(connection, milestones, MILESTONE, "sri.wahyuni", 1, progress_percent=45)
        undecided = {"decided_on": None, "verdict": None} | dict.fromkeys(
            ("minutes_number", "minutes_date", "minutes_sha256")
        )
        submitted = undecided | {"state": TallyState.SUBMITTED, "eligible": SECRET}
        append(connection, tallies, CELL, "ani.lestari", 2, **submitted)
        draft = undecided | {"state": TallyState.DRAFT, "note": "konsep rahasia"}
        append(connection, tallies, CELL, "budi.santoso", 3, **draft)
    yield file
    engine.dispose()


@pytest.fixture
def edited(edited_file, monkeypatch):
    """The database is the demonstration with the changes of staff."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{edited_file}")
    st.cache_resource.clear()
    kept.forget()
    yield
    st.cache_resource.clear()
    kept.forget()


def append(connection, table, key, actor, minute, **values):
    its_key = [table.c[name] == value for name, value in key.items()]
    newest = select(table).where(*its_key).order_by(table.c.version.desc()).limit(1)
    row = dict(connection.execute(newest).mappings().one())
    version = row.pop("version")
    news = {name: each for name, each in row.items() if name not in key}
    change = Append(
        table=table,
        key=key,
        values=news | {"known_on": TODAY} | values,
        expected_version=version,
    )
    at = datetime(2026, 11, 24, 3, minute, tzinfo=UTC)
    write(connection, change, by=Author(actor=actor, reason=f"<b>{actor}</b>", at=at))


def sent(at):
    """Return all words of the page: Markdown and HTML."""
    bodies = [each.proto.body for each in at.get("html")]
    return "\n".join([*bodies, *(each.value for each in at.markdown)])


def test_what_was_loaded_at_once_is_one_line_that_opens(visit):
    at = visit(HISTORY, bahasa="en")
    assert not at.exception
    assert at.title[0].value.startswith(f"{ENTRIES:,} entries, the last on ")
    assert f"**{ENTRIES:,} entries**" in sent(at)
    at.button(key="open_1").click().run()
    assert not at.exception
    assert at.query_params["penyimpanan"] == "1"
    assert at.title[0].value.startswith(f"{ENTRIES:,} entries written at once on ")
    assert sent(at).count("<section") == 20
    at.button(key="all_entries").click().run()
    assert "penyimpanan" not in at.query_params


def test_older_and_newer_entries_are_paged_through(visit):
    at = visit(HISTORY, bahasa="en", penyimpanan="1")
    first = sent(at)
    at.button(key="older").click().run()
    assert at.query_params["sebelum"] == str(ENTRIES - 19)
    second = sent(at)
    assert second != first
    at.button(key="older").click().run()
    at.button(key="newer").click().run()
    assert sent(at) == second
    at.button(key="newer").click().run()
    assert "sebelum" not in at.query_params
    assert sent(at) == first


def test_a_link_into_the_middle_leads_back_to_the_newest(visit):
    at = visit(HISTORY, bahasa="en", penyimpanan="1", sebelum="100")
    assert at.title[0].value.startswith("Entries until ")
    at.button(key="newer").click().run()
    assert "sebelum" not in at.query_params


@pytest.mark.usefixtures("edited")
def test_a_change_shows_only_what_changed_before_and_now(visit):
    at = visit(HISTORY, bahasa="en", kegiatan="M3-03")
    assert at.title[0].value == (
        "Administrative verification: last recorded on 24 November 2026"
    )
    newest = sent(at).split("<section")[1]
    assert "24 Nov 2026, 11:01 WITA" in newest
    assert "Progress in percent" in newest
    assert "Planned end" not in newest
    assert "&lt;b&gt;sri.wahyuni&lt;/b&gt;" in newest
    assert "<b>sri" not in sent(at)


@pytest.mark.usefixtures("edited")
@pytest.mark.parametrize("language", Language)
def test_a_stranger_sees_no_undecided_number_and_no_draft(
    visit, edited_file, said, language
):
    with engine_for(make_url(f"sqlite:///{edited_file}")).connect() as connection:
        draft = read_revision(connection)
    at = visit(HISTORY, bahasa=language.value, partai="gelora", wilayah="52.71")
    words = sent(at)
    assert f">{SECRET}<" not in words
    assert said("public once decided", language) in words
    assert (
        said("MS, BMS and TMS are public once decided in plenary.", language) in words
    )
    assert "konsep rahasia" not in words
    assert "budi.santoso" not in words
    at = visit(HISTORY, bahasa=language.value, penyimpanan=str(draft))
    assert "penyimpanan" not in at.query_params
    assert "budi.santoso" not in sent(at)


@pytest.mark.usefixtures("edited")
@pytest.mark.parametrize(
    ("filters", "expected", "absent"),
    [
        ({"oleh": "sri.wahyuni"}, "sri.wahyuni", "ani.lestari"),
        ({"jenis": "tallies", "dari": "2026-11-24"}, "ani.lestari", "sri.wahyuni"),
        ({"jenis": "milestone_states", "wilayah": "52"}, None, "sri.wahyuni"),
        ({"tindakan": "submitted", "oleh": "ani.lestari"}, "ani.lestari", LOADED),
        ({"tindakan": "imported"}, None, LOADED),
        ({"kegiatan": "M3-03"}, "sri.wahyuni", "ani.lestari"),
        ({"partai": "gelora"}, "ani.lestari", "sri.wahyuni"),
        ({"wilayah": "52.71"}, "ani.lestari", "sri.wahyuni"),
        ({"dari": "2026-11-24", "sampai": "2026-11-24"}, "sri.wahyuni", LOADED),
        ({"sampai": "2022-12-31"}, LOADED, "sri.wahyuni"),
        ({"dari": "2027-01-01"}, None, LOADED),
    ],
)
@pytest.mark.parametrize("language", Language)
def test_every_filter_narrows_the_list_or_says_that_none_is_left(
    visit, said, filters, expected, absent, language
):
    at = visit(HISTORY, bahasa=language.value, **filters)
    assert not at.exception
    assert all(at.query_params[part] == value for part, value in filters.items())
    if expected is None:
        assert at.title[0].value == said("No entry matches these filters", language)
        assert said("No entry matches these filters.", language) in {
            each.value for each in at.info
        }
    else:
        assert expected in sent(at)
    assert absent not in sent(at)


def test_a_filter_is_written_into_the_address_and_begins_with_the_newest(visit):
    at = visit(HISTORY, sebelum="100")
    at.selectbox(key="filter_jenis").set_value("tallies").run()
    assert at.query_params["jenis"] == "tallies"
    assert "sebelum" not in at.query_params
    at.selectbox(key="filter_partai").set_value("gelora").run()
    assert at.query_params["partai"] == "gelora"
    at.date_input(key="filter_dari_None").set_value(date(2022, 9, 1)).run()
    assert at.query_params["dari"] == "2022-09-01"
    at.date_input(key="filter_dari_2022-09-01").set_value(None).run()
    assert "dari" not in at.query_params
    assert not at.exception


def test_a_range_of_days_that_runs_backwards_is_told(visit):
    at = visit(HISTORY, bahasa="en", dari="2022-09-08", sampai="2022-09-01")
    assert not at.exception
    assert "sampai" not in at.query_params
    assert any("2022-09-01" in each.value for each in at.info)


@pytest.mark.parametrize("number", ["2", "99999999", "0", "²"])
def test_a_number_that_begins_no_writing_is_told(visit, number):
    at = visit(HISTORY, bahasa="en", penyimpanan=number)
    assert not at.exception
    assert "penyimpanan" not in at.query_params
    assert any("penyimpanan" in each.value for each in at.info)


def test_simulated_figures_are_marked(visit):
    at = visit(HISTORY, bahasa="en", partai="gelora", jenis="tallies")
    assert sent(at).count("(simulated)") == 20


def test_the_chain_is_checked_only_when_asked_for(visit):
    history_store.shelf.clear()
    at = visit(HISTORY, bahasa="en")
    assert "Not checked since this server started." in sent(at)
    assert not at.success
    at.button(key="check").click().run()
    assert not at.exception
    assert at.success[0].value.startswith(f"Whole: {ENTRIES:,} entries checked on ")
    assert visit(HISTORY, bahasa="en").success


def test_a_broken_chain_is_told(visit, demonstration_file, tmp_path, monkeypatch):
    file = shutil.copy(demonstration_file, tmp_path / "broken.db")
    engine = engine_for(make_url(f"sqlite:///{file}"))
    with writing(engine).begin() as connection:
        connection.exec_driver_sql("UPDATE journal SET actor = 'x' WHERE id = 3")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file}")
    st.cache_resource.clear()
    kept.forget()
    st.cache_data.clear()
    at = visit(HISTORY, bahasa="en")
    at.button(key="check").click().run()
    assert at.error[0].value.startswith("Broken at entry 3, found on ")
    st.cache_resource.clear()
    kept.forget()
    st.cache_data.clear()
    engine.dispose()


def test_the_table_tells_each_change_in_a_row(visit):
    at = visit(HISTORY, bahasa="en", kegiatan="M3-03")
    at.session_state["table_pemilu-2024-riwayat"] = True
    at.run()
    assert not at.exception
    frame = at.dataframe[0].value
    assert list(frame.columns)[:4] == ["Entry", "When", "Who", "Why"]
    assert len(frame) > 6


def test_the_table_of_writings_counts_their_entries(visit):
    at = visit(HISTORY, bahasa="en")
    at.session_state["table_pemilu-2024-riwayat"] = True
    at.run()
    assert list(at.dataframe[0].value["Item"]) == [f"{ENTRIES:,} entries"]


@pytest.mark.parametrize(
    ("file", "parts"),
    [
        ("timeline.py", {"kegiatan": "M3-03", "lihat": "tahapan", "tahap": "3"}),
        ("verification.py", {"partai": "gelora", "tanggal": "2022-11-06"}),
        ("verification.py", {"wilayah": "52.71", "tanggal": "2022-11-06"}),
    ],
)
def test_an_item_leads_to_its_history_and_says_who_recorded_it(visit, file, parts):
    at = visit(HISTORY.parent / file, bahasa="en", **parts)
    assert not at.exception
    assert "Last recorded by python -m tasks, " in sent(at)
    links = [each.proto for each in at.get("page_link")]
    (link,) = (each for each in links if each.page.endswith("riwayat"))
    code = next(iter(parts.values()))
    assert code in link.query_string
