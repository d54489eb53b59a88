import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import make_url, select

from data_access import tables
from data_access.database import engine_for, writing
from data_access.journal import Append, Author, read_revision, write_many
from data_access.sign_in import Attempt, sign_in
from data_access.tables import milestone_states, tallies
from domain.person import Role
from domain.tally import TallyState
from tests.data_access.staff import PASSWORD, store_person
from ui import kept

HISTORY = Path(__file__).parents[2] / "pages" / "history.py"
ELECTION = {"election_code": "pemilu-2024"}
MILESTONE = ELECTION | {"milestone_code": "M3-03"}
CELL = ELECTION | {
    "phase_code": "factual",
    "party_code": "gelora",
    "region_code": "52.71",
}
TODAY = date(2026, 11, 24)
WRONG = {"bahasa": "en", "tanggal": "2026-11-24", "kegiatan": "M3-03"}
SECRET = "konsep rahasia"
REASON = "salah baca berita acara"


@pytest.fixture
def engine(demonstration_file, tmp_path, monkeypatch):
    """A demonstration with staff, a wrong milestone, and a draft alone in a writing."""
    source = make_url(f"sqlite:///{demonstration_file}")
    with engine_for(source).connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    file = shutil.copy(demonstration_file, tmp_path / "election.db")
    url = make_url(f"sqlite:///{file}")
    monkeypatch.setenv("DATABASE_URL", str(url))
    forget()
    engine = writing(engine_for(url))
    with engine.begin() as connection:
        store_person(connection, "eka", role=Role.EDITOR, name="Eka")
        store_person(
            connection,
            "omi",
            role=Role.OPERATOR,
            name="Omi",
            regions=frozenset({"52.71"}),
        )
        save(
            connection,
            (milestone_states, MILESTONE, {"progress_percent": 11}),
            (milestone_states, ELECTION | {"milestone_code": "M3-08"}, {}),
        )
        undecided = dict.fromkeys(
            ("decided_on", "verdict", "minutes_number", "minutes_date"), None
        )
        draft = undecided | {"minutes_sha256": None, "state": TallyState.DRAFT}
        save(connection, (tallies, CELL, draft | {"note": SECRET}), reason=SECRET)
    yield engine
    engine_for(url).dispose()
    forget()


def forget():
    st.cache_resource.clear()
    st.cache_data.clear()
    kept.forget()


def save(connection, *rows, reason="wrong row"):
    changes = []
    for table, key, values in rows:
        its_key = [table.c[name] == value for name, value in key.items()]
        newest = select(table).where(*its_key).order_by(table.c.version.desc())
        row = dict(connection.execute(newest).mappings().first())
        version = row.pop("version")
        news = {name: each for name, each in row.items() if name not in key}
        changes.append(
            Append(
                table=table,
                key=key,
                values=news | {"known_on": TODAY} | values,
                expected_version=version,
            )
        )
    at = datetime(2026, 11, 24, 3, len(reason), tzinfo=UTC)
    write_many(connection, changes, by=Author(actor="budi", reason=reason, at=at))


@pytest.fixture
def arrive(engine, cookies):
    def enter(code):
        now = datetime.now(UTC)
        attempt = Attempt(code=code, password=PASSWORD, address="", at=now)
        cookies["sesi"] = sign_in(engine, attempt).token

    return enter


def last(engine, table, key):
    with engine.connect() as connection:
        its_key = [table.c[name] == value for name, value in key.items()]
        query = select(table).where(*its_key).order_by(table.c.version.desc())
        return connection.execute(query).first()


def revision(engine):
    with engine.connect() as connection:
        return read_revision(connection)


def sent(at):
    bodies = [each.proto.body for each in at.get("html")]
    return "\n".join([*bodies, *(each.value for each in at.markdown)])


def keys(at):
    return {each.key or "" for each in at.button}


def type_reason(at, words=REASON):
    (field,) = (each for each in at.text_input if each.key.startswith("undo_reason"))
    field.set_value(words)


def undo(at):
    return at.button(key="undo").click().run()


def wrong_writing(engine):
    """Return the number of the first entry of the writing of two milestones."""
    return revision(engine) - 2


def test_staff_see_drafts_and_a_stranger_after_them_does_not(visit, arrive, cookies):
    parts = {"bahasa": "en", "partai": "gelora", "wilayah": "52.71"}
    assert SECRET not in sent(visit(HISTORY, **parts))
    arrive("omi")
    assert SECRET in sent(visit(HISTORY, **parts))
    cookies.clear()
    assert SECRET not in sent(visit(HISTORY, **parts))


def test_the_writing_of_a_draft_is_none_for_a_stranger(visit, engine, arrive, cookies):
    parts = {"bahasa": "en", "penyimpanan": str(revision(engine))}
    arrive("omi")
    assert SECRET in sent(visit(HISTORY, **parts))
    cookies.clear()
    at = visit(HISTORY, **parts)
    assert SECRET not in sent(at)
    assert "penyimpanan" not in at.query_params


@pytest.mark.parametrize("who", [None, "omi"])
def test_only_those_who_restore_are_offered_to_undo(visit, engine, arrive, who):
    if who:
        arrive(who)
    number = wrong_writing(engine)
    for at in (visit(HISTORY, **WRONG), visit(HISTORY, penyimpanan=str(number))):
        assert not at.exception
        assert not [key for key in keys(at) if key.startswith("undo")]


def test_an_editor_undoes_a_writing_and_sees_the_new_one(visit, engine, arrive):
    arrive("eka")
    number = wrong_writing(engine)
    before = revision(engine)
    parts = {"bahasa": "en", "tanggal": "2026-11-24", "oleh": "budi"}
    at = visit(HISTORY, **parts, penyimpanan=str(number))
    type_reason(at)
    undo(at)
    assert not at.exception
    assert at.success[0].value == "Undone: 2 rows put back."
    assert at.query_params["penyimpanan"] == str(before + 1)
    assert "oleh" not in at.query_params
    assert REASON in sent(at)
    assert revision(engine) == before + 2
    assert last(engine, milestone_states, MILESTONE).progress_percent != 11


def test_a_reason_is_required(visit, engine, arrive):
    arrive("eka")
    before = revision(engine)
    at = undo(visit(HISTORY, bahasa="en", penyimpanan=str(wrong_writing(engine))))
    assert "The text is too short." in at.error[0].value
    assert revision(engine) == before


def test_a_row_changed_since_is_named_and_the_others_are_undone_when_asked(
    visit, engine, arrive
):
    arrive("eka")
    number = wrong_writing(engine)
    with engine.begin() as connection:
        later = (milestone_states, MILESTONE, {"progress_percent": 12})
        save(connection, later, reason="later *correction*")
    before = revision(engine)
    at = visit(HISTORY, bahasa="en", tanggal="2026-11-24", penyimpanan=str(number))
    type_reason(at)
    undo(at)
    told = at.error[0].value
    assert "Nothing was undone." in told
    assert "verification\\: changed since, by budi on 24 Nov 2026" in told
    assert revision(engine) == before
    (partly,) = (each for each in at.checkbox if each.key.startswith("undo_partly"))
    partly.check()
    undo(at)
    assert at.success[0].value == "Undone: 1 row put back."
    assert "Administrative verification" in at.warning[0].value
    assert last(engine, milestone_states, MILESTONE).progress_percent == 12


def test_an_earlier_state_of_an_item_comes_back(visit, engine, arrive):
    arrive("eka")
    with engine.begin() as connection:
        save(connection, (milestone_states, MILESTONE, {"progress_percent": 12}))
    at = visit(HISTORY, **WRONG)
    number = wrong_writing(engine) - 1
    at.button(key=f"undo_{number}").click().run()
    type_reason(at)
    undo(at)
    assert "changed since" in at.error[0].value
    (later,) = (each for each in at.checkbox if each.key.startswith("undo_later"))
    later.check()
    undo(at)
    assert at.success[0].value == "Undone: 1 row put back."
    row = last(engine, milestone_states, MILESTONE)
    assert row.progress_percent not in (11, 12)


def test_an_entry_is_left_alone_after_all(visit, engine, arrive):
    arrive("eka")
    at = visit(HISTORY, **WRONG)
    at.button(key=f"undo_{wrong_writing(engine)}").click().run()
    assert "undo" in keys(at)
    at.button(key="undo_cancel").click().run()
    assert not at.exception
    assert "undo" not in keys(at)


def test_what_ends_meanwhile_undoes_nothing(visit, engine, arrive):
    arrive("eka")
    at = visit(HISTORY, bahasa="en", penyimpanan=str(wrong_writing(engine)))
    type_reason(at)
    before = revision(engine)
    with engine.begin() as connection:
        connection.execute(tables.sessions.delete())
    undo(at)
    assert not at.exception
    assert revision(engine) == before
    assert not [key for key in keys(at) if key.startswith("undo")]
