"""Tayang: checked, stored, and opened again, by those who may."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import make_url, select

from data_access.database import engine_for, writing
from data_access.projections import read_kept_sheets
from data_access.sign_in import Attempt, sign_in
from data_access.tables import projections
from domain.person import Role
from domain.projection import ShownFigure
from projector import sheets as projector_sheets
from tests.data_access.staff import PASSWORD, store_person
from ui import kept

PAGE = Path(__file__).parents[2] / "pages" / "projection.py"
DAY = "2022-11-08"


@pytest.fixture
def engine(demonstration_file, tmp_path, monkeypatch):
    """The engine of a demonstration that a test may write to."""
    url = make_url(f"sqlite:///{shutil.copy(demonstration_file, tmp_path / 'own.db')}")
    monkeypatch.setenv("DATABASE_URL", str(url))
    kept.forget()
    yield writing(engine_for(url))
    kept.forget()
    engine_for(url).dispose()


@pytest.fixture
def open_as(engine, cookies, visit):
    """Return what signs somebody in and opens the page."""

    def enter(role, **parts):
        regions = frozenset({"52.71"}) if role is Role.OPERATOR else frozenset()
        with engine.begin() as connection:
            store_person(connection, name="Baiq *Ratna*", role=role, regions=regions)
        now = datetime.now(UTC)
        attempt = Attempt(code="baiq", password=PASSWORD, address="", at=now)
        cookies["sesi"] = sign_in(engine, attempt).token
        at = visit(PAGE, **parts)
        assert not at.exception
        return at

    return enter


def shows(engine):
    with engine.connect() as connection:
        return connection.execute(select(projections)).all()


def links(at):
    return {each.proto.label: each.proto.url for each in at.get("link_button")}


def present(at, occasion="Rapat pleno"):
    at.text_input(key="projection_occasion").input(occasion)
    at.button(key="projection_save").click().run()
    assert not at.exception
    return at


def text(at):
    return "\n".join(each.value for each in at.markdown)


def test_a_stranger_is_sent_to_sign_in(visit):
    at = visit(PAGE, bahasa="en")
    assert at.info[0].value == "This page is for staff of the commission."
    assert not at.multiselect


def test_an_operator_shows_nothing(open_as):
    at = open_as(Role.OPERATOR, bahasa="en")
    assert at.info[0].value == "This page is not for your role."
    assert not at.multiselect


@pytest.mark.parametrize("role", [Role.EDITOR, Role.ADMIN])
def test_staff_store_what_the_room_will_see(engine, open_as, role):
    at = open_as(role, bahasa="en", tanggal=DAY, lembar="partai,tahapan", detik="30")
    assert at.title[0].value == "Ready to be shown"
    assert ":violet" not in text(at)
    assert "Nothing was shown yet." in [each.value for each in at.caption]
    preview = links(at)["Preview"]
    assert preview.startswith("/layar?lembar=partai%2Ctahapan&detik=30&tanggal=")
    present(at)
    (row,) = shows(engine)
    assert (row.occasion, row.presenter_code) == ("Rapat pleno", "baiq")
    assert preview == f"/layar?{row.wish}"
    assert str(row.day) == DAY
    assert row.revision == row.number - 1
    address = f"/layar?tayangan={row.number}"
    assert links(at)["Show these sheets on the wall"] == address
    assert links(at)["Open"] == address
    assert r"Baiq \*Ratna\*" in text(at)
    assert "9 checks passed" in text(at)
    with engine.connect() as connection:
        content = read_kept_sheets(connection, row.number).content
    assert content.index('data-sheet="partai-1"') < content.index('"tahapan"')
    at.run()
    assert not at.success


def test_an_occasion_is_needed(engine, open_as):
    at = present(open_as(Role.EDITOR, bahasa="en"), occasion=" ")
    assert "The text is too short." in at.error[0].value
    assert shows(engine) == []


def test_a_session_that_ended_meanwhile_stores_nothing(engine, open_as, monkeypatch):
    at = open_as(Role.EDITOR, bahasa="en")
    monkeypatch.setattr("ui.access.identify", lambda: lambda _: None)
    present(at)
    assert at.error[0].value.startswith("Your session has ended.")
    assert shows(engine) == []


def test_a_red_check_says_where_and_keeps_the_button_shut(engine, open_as, monkeypatch):
    at = open_as(Role.EDITOR, bahasa="en", tanggal=DAY)
    assert not at.button(key="projection_save").disabled
    drawn = projector_sheets.stages_sheet

    def untitled(*given):
        made_up = ShownFigure(name="Recap", is_simulated=True)
        return replace(drawn(*given), title="", figures=(made_up,))

    monkeypatch.setattr(projector_sheets, "stages_sheet", untitled)
    at.text_input(key="projection_occasion").input("Rapat pleno")
    at.button(key="projection_save").click().run()
    assert not at.exception
    assert at.title[0].value == "Two checks stand against showing"
    assert "**Every sheet has a title** – Stages" in text(at)
    assert r"Stages\: Recap" in text(at)
    assert at.button(key="projection_save").disabled
    assert "Every sheet has a title" in at.warning[0].value
    assert shows(engine) == []


def test_sheets_and_seconds_stand_in_the_address(open_as):
    at = open_as(Role.EDITOR, bahasa="en")
    at.multiselect[0].set_value(["partai", "hitung-mundur"]).run()
    at.number_input[0].set_value(45).run()
    assert at.query_params["lembar"] == "partai,hitung-mundur"
    assert at.query_params["detik"] == "45"
    at.multiselect[0].set_value([]).run()
    at.number_input[0].set_value(20).run()
    assert {"lembar", "detik"}.isdisjoint(at.query_params)


def test_a_sheet_that_does_not_exist_is_said_and_left_out(open_as):
    at = open_as(Role.EDITOR, bahasa="en", lembar="peta,partai")
    assert at.multiselect[0].value == ["partai"]
    assert "peta" in at.info[0].value
