"""An operator of Mataram who forges addresses and fields reaches no other kab/kota."""

from pathlib import Path

import pytest
from sqlalchemy import select

from data_access.tables import milestones
from domain.person import Person, Role
from tests.pages.forms import (
    FIGURES,
    GELORA,
    MEMBERS,
    TALLY_VIEW,
    entries,
    field,
    fill,
    press,
    recorded,
    said,
)

PAGES = Path(__file__).parents[2] / "pages"
DAY = {"tanggal": "2022-09-08"}
REASON = {"reason": "laporan mingguan"}
OTHER = "52.08"


@pytest.fixture
def own_milestone(facts):
    """The code of a milestone of Kota Mataram."""
    own = milestones.c.region_code == "52.71"
    with facts.connect() as connection:
        return connection.scalars(select(milestones.c.code).where(own)).first()


def keys(at):
    elements = (at.button, at.number_input, at.text_input, at.text_area)
    return [each.key or "" for kind in elements for each in kind]


def test_the_region_of_an_address_is_not_another_ones(come):
    at = come("lalu", **TALLY_VIEW | {"wilayah": OTHER})
    assert field(at, "members", GELORA)
    assert not [key for key in keys(at) if OTHER in key]


def test_a_milestone_of_the_province_is_not_opened_by_its_address(come, own_milestone):
    at = come("lalu", **DAY, catat="kegiatan", kegiatan=MEMBERS)
    assert f"save_{own_milestone}" in keys(at)
    assert f"save_{MEMBERS}" not in keys(at)


def elsewhere(monkeypatch):
    """Let whoever writes be of another kab/kota, as if the page had been deceived."""
    stranger = Person(
        code="lalu", name="Lalu", role=Role.OPERATOR, regions=frozenset({OTHER})
    )
    monkeypatch.setattr("ui.access.identify", lambda: lambda _: stranger)


def test_a_deceived_page_records_no_tally_of_another_region(come, facts, monkeypatch):
    at = come("lalu", **TALLY_VIEW)
    fill(at, FIGURES | REASON)
    before = entries(facts)
    elsewhere(monkeypatch)
    press(at, "submit")
    assert "Anda tidak berwenang mencatat ini" in said(at)
    assert entries(facts) == before
    assert field(at, "members", GELORA).value == FIGURES["members"]


def test_a_deceived_page_records_no_milestone_of_another_region(
    come, facts, monkeypatch, own_milestone
):
    at = come("lalu", **DAY, catat="kegiatan", kegiatan=own_milestone)
    fill(at, {"remark": "dari luar", **REASON}, own_milestone)
    before = entries(facts)
    elsewhere(monkeypatch)
    press(at, f"save_{own_milestone}")
    assert "Anda tidak berwenang mencatat ini" in said(at)
    assert entries(facts) == before


def test_a_deceived_page_decides_nothing_for_an_operator(come, facts, monkeypatch):
    at = come("baiq", **TALLY_VIEW)
    fill(at, FIGURES | REASON)
    press(at, "submit")
    fill(at, {"minutes_number": "12/BA/2022", **REASON})
    before = entries(facts)
    operator = Person(
        code="lalu", name="Lalu", role=Role.OPERATOR, regions=frozenset({"52.71"})
    )
    monkeypatch.setattr("ui.access.identify", lambda: lambda _: operator)
    for key in ("decide", "refuse"):
        press(at, key)
        assert "Anda tidak berwenang mencatat ini" in said(at)
    assert entries(facts) == before


def test_an_operator_is_not_offered_to_decide(come, facts):
    fill(come("baiq", **TALLY_VIEW), FIGURES | REASON)
    at = come("lalu", **TALLY_VIEW)
    fill(at, FIGURES | REASON)
    press(at, "submit")
    assert len(recorded(facts)) == 1
    assert not {"decide", "refuse"} & set(keys(at))


def test_rows_of_another_region_in_a_file_are_refused_by_name(come, visit):
    come("lalu")
    at = visit(PAGES / "importing.py", tanggal="2022-11-04", isi="rekap")
    heading = "Fase;Partai;Kab/kota;Tanggal laporan;Anggota;Syarat minimal;Sampel;"
    heading += "Diperiksa;Ditemui;MS;BMS;TMS"
    row = "factual;gelora;{};2022-11-04;1200;442;291;291;280;270;21;0"
    file = "\n".join([heading, row.format("52.71"), row.format(OTHER)])
    at.file_uploader[0].upload("isian.csv", file.encode()).run()
    assert not at.exception
    assert [each.value for each in at.metric] == ["1", "0", "0", "1"]
    sent = " ".join(each.proto.body for each in at.get("html"))
    assert "Anda tidak mencatat untuk" in sent
    assert "Lombok Utara" in sent


def test_an_address_of_an_undoing_offers_nothing_to_an_operator(come, facts, visit):
    come("lalu")
    at = visit(PAGES / "history.py", **DAY, penyimpanan=str(entries(facts)))
    at.session_state["undo_entry"] = entries(facts)
    at.run()
    assert not at.exception
    assert not [key for key in keys(at) if key.startswith("undo")]
