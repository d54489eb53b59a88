"""Pemeriksaan Data: lights, silence, ages, for each role and day."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import make_url

from data_access import tables
from data_access.database import engine_for, writing
from data_access.sign_in import Attempt, sign_in
from domain.bilingual import Language
from domain.person import Role
from domain.tally import TallyOrigin, TallyState
from tasks.command_line import DONE, run
from tests.data_access.election_rows import decided, store, tally
from tests.data_access.staff import PASSWORD, store_newcomer, store_person
from ui import kept

PAGES = Path(__file__).parents[2] / "pages"
PAGE, RECORDING = PAGES / "reconciliation.py", PAGES / "recording.py"
NOW = datetime(2022, 9, 8, 1, 0, tzinfo=UTC)
DAYS = ["2022-06-01", "2022-08-10", "2022-09-08", "2022-11-06", "2024-02-14"]
MATARAM = frozenset({"52.71"})
FIGURES_OF = date(2022, 10, 25)
OPEN = {"bahasa": "en", "tanggal": "2022-10-27"}
"""A day of the factual verification."""


@pytest.fixture(scope="module")
def facts_file(migrated_file, tmp_path_factory):
    """The SQLite file of the facts, without a simulated tally."""
    file = tmp_path_factory.mktemp("facts") / "election.db"
    shutil.copy(migrated_file, file)
    address = {"DATABASE_URL": f"sqlite:///{file}"}
    assert run(["demo", "--without-simulated"], address, NOW) == DONE
    engine_for(make_url(f"sqlite:///{file}")).dispose()
    return file


@pytest.fixture
def engine_of(tmp_path, monkeypatch):
    """Return what makes a copy of a database the dashboard's, and its engine."""
    made = []

    def use(file):
        url = make_url(f"sqlite:///{shutil.copy(file, tmp_path / 'election.db')}")
        monkeypatch.setenv("DATABASE_URL", str(url))
        kept.forget()
        made.append(writing(engine_for(url)))
        return made[-1]

    yield use
    kept.forget()
    for engine in made:
        engine.dispose()


@pytest.fixture
def facts(engine_of, facts_file):
    """The engine of a database of facts alone."""
    return engine_of(facts_file)


@pytest.fixture
def simulated(engine_of, demonstration_file):
    """The engine of the whole demonstration."""
    return engine_of(demonstration_file)


@pytest.fixture
def come(cookies, visit):
    """Return what signs somebody in who has an account, and opens a page."""

    def enter(engine, code, page=PAGE, **parts):
        now = datetime.now(UTC)
        attempt = Attempt(code=code, password=PASSWORD, address="", at=now)
        cookies["sesi"] = sign_in(engine, attempt).token
        at = visit(page, **parts)
        assert not at.exception
        return at

    return enter


def hire(engine, code="baiq", name="Baiq Ratna", role=Role.EDITOR, **more):
    with engine.begin() as connection:
        store_person(connection, code, name=name, role=role, **more)


def hire_operator(engine, code="lalu", name="Lalu", regions=MATARAM, **more):
    hire(engine, code, name, Role.OPERATOR, regions=regions, **more)


def tallies(engine, *rows):
    """Store tallies of Gelora in Kota Mataram, one version after the other."""
    of_gelora = {
        "phase_code": "factual", "party_code": "gelora", "members": 600, "sample": 234,
    }  # fmt: skip
    versions = [
        tally(FIGURES_OF, version=version, **(of_gelora | row))
        for version, row in enumerate(rows, 1)
    ]
    with engine.begin() as connection:
        store(connection, tables.tallies, *versions)


def counted(eligible, correctable, number="12/BA"):
    """Return what a plenary found of a sample of 234."""
    found = {"visited": 234, "eligible": eligible, "correctable": correctable}
    return found | decided(FIGURES_OF, minutes_number=number)


def page_tables(at):
    return [each.proto.body for each in at.get("html") if "<table" in each.proto.body]


def checks(at):
    """Return the five lines of the checks."""
    return at.markdown[0].value.splitlines()


def test_a_stranger_is_sent_to_sign_in(visit):
    at = visit(PAGE, bahasa="en")
    assert not at.exception
    assert not at.title
    assert at.info[0].value == "This page is for staff of the commission."


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("language", Language)
def test_every_role_sees_the_page_on_any_day_in_both_languages(
    simulated, come, role, language
):
    regions = MATARAM if role is Role.OPERATOR else frozenset()
    hire(simulated, role=role, regions=regions)
    at = come(simulated, "baiq", bahasa=language.value)
    for day in DAYS:
        at.query_params["tanggal"] = day
        at.run()
        assert not at.exception
        assert not at.error
        assert len(at.title) == 1
        assert len(checks(at)) == 6
        assert at.header


def test_the_demonstration_has_no_red_light_but_the_published_voters(simulated, come):
    hire(simulated)
    at = come(simulated, "baiq", bahasa="en", tanggal="2022-12-10")
    assert at.title[0].value == "Data checks: 4 of 6 agree"
    assert "does not agree" not in at.markdown[0].value
    at.query_params["tanggal"] = "2023-07-03"
    at.run()
    assert at.title[0].value == "Data checks: 3 of 6 agree"
    red, published, *_ = page_tables(at)
    for words in ("3,918,288", "3,918,291", "-3", "Baiq Ratna (editor)"):
        assert words in red
    assert "regional.kompas.com" in published
    assert "Polling stations (TPS)" in published
    for words in ("16,253", "15,751", "-502", "ntbsatu.com", "Indonesia"):
        assert words in published
    assert "✗ does not agree" in published
    assert "≈ published as “about”" in published  # 18,000


def test_an_operator_sees_only_their_own_regency(simulated, come, shown):
    hire_operator(simulated)
    at = come(simulated, "lalu", bahasa="en", tanggal="2023-07-03")
    assert at.title[0].value == "Data checks: 4 of 6 agree"  # not the province's voters
    everything = shown(at)
    assert "Kota Mataram" in everything
    for other in ("Dompu", "Sumbawa", "Kota Bima", "3,918,291"):
        assert other not in everything


def test_a_sample_that_does_not_add_up_names_place_numbers_and_person(facts, come):
    hire(facts)
    hire_operator(facts, email="lalu@kpu.example")
    tallies(facts, counted(200, 30))
    at = come(facts, "baiq", **OPEN)
    assert "violet-badge" in checks(at)[0]
    assert "1 place checked, 1 does not agree" in checks(at)[0]
    (red, *_) = page_tables(at)
    for words in (
        "✗ does not agree", "Gelora · Kota Mataram · Factual",
        ">234<", ">230<", ">4<", "Lalu (operator), lalu@kpu.example", "12/BA",
    ):  # fmt: skip
        assert words in red


def test_two_minutes_of_one_day_with_other_results_are_double(facts, come):
    hire(facts)
    tallies(facts, counted(200, 34), counted(199, 35, "13/BA"))
    at = come(facts, "baiq", bahasa="id", tanggal="2022-10-27")
    assert "BA ganda" in checks(at)[4]
    (red, *_) = page_tables(at)
    assert "✗ BA ganda" in red
    assert "12/BA, 13/BA" in red
    assert "Baiq Ratna (editor)" in red  # nobody records for Kota Mataram


def test_a_light_without_anybody_to_call_says_so(facts, come):
    hire(facts, role=Role.ADMIN)
    tallies(facts, counted(200, 30))
    (red, *_) = page_tables(come(facts, "baiq", **OPEN))
    assert "nobody has an account" in red


def test_members_are_held_against_the_last_import_from_sipol(facts, come):
    hire(facts)
    imported = {"members": 590, "origin": TallyOrigin.SIPOL}
    tallies(facts, imported, {"members": 600})
    at = come(facts, "baiq", **OPEN)
    assert "1 does not agree" in checks(at)[2]
    assert ">590<" in page_tables(at)[0]


def test_without_figures_each_check_says_what_it_waits_for(facts, come):
    hire(facts)
    at = come(facts, "baiq", **OPEN)
    assert "Compared once recaps from Sipol are imported." in checks(at)[2]
    assert [each.value for each in at.header][1:] == [
        "Do published figures add up?",
        "10 of 10 kab/kota are silent",
        "How old are the figures?",
    ]


def test_who_is_silent_is_told_apart_and_written_to(facts, come):
    hire(facts)
    hire_operator(facts, "dewi", "Dewi", frozenset({"52.05"}))  # will send nothing
    with facts.begin() as connection:
        store_newcomer(
            connection,
            "eko",
            name="Eko",
            role=Role.OPERATOR,
            regions=frozenset({"52.06"}),
        )
    attempt = Attempt(code="dewi", password=PASSWORD, address="", at=datetime.now(UTC))
    sign_in(facts, attempt)
    hire_operator(facts)
    back = {"state": TallyState.DRAFT, "takes_back": 1}
    tallies(facts, {}, back)
    at = come(facts, "baiq", **OPEN)
    (silence,) = [each for each in page_tables(at) if "Last sent" in each]
    rows = {
        each.split("</td>")[0].split(">")[-1]: each
        for each in silence.split("<tr>")[2:]
    }
    assert "✗ signed in, sent nothing" in rows["Dompu"]
    assert "✗ never signed in" in rows["Bima"]
    assert "↩ sent, then sent back" in rows["Kota Mataram"]
    assert "✗ no operator has an account" in rows["Sumbawa"]
    assert "--region 52.01" in at.code[0].value
    indonesian, english = at.code[1].value, at.code[2].value
    assert "KPU Kabupaten Dompu (Dewi): belum ada rekap yang dikirim" in indonesian
    assert "KPU Kabupaten Dompu (Dewi): no recap was sent yet" in english
    assert len(english.splitlines()) == 14  # ten units, between two paragraphs
    at.selectbox(key="filter_pesan").set_value("52.71").run()
    assert at.query_params["pesan"] == "52.71"
    assert at.code[1].value.startswith("Kepada KPU Kota Mataram, Lalu\n\n")
    assert "1 recap was sent back" in at.code[2].value


def test_a_regency_that_sent_is_silent_no_more_and_has_an_age(facts, come):
    hire_operator(facts)
    tallies(facts, {})
    at = come(facts, "lalu", **OPEN)
    titles = [each.value for each in at.header]
    assert "No kab/kota is silent" in titles
    assert "Half of the figures are at least 2 days old" in titles
    ages = page_tables(at)[-1]
    assert "25 Oct 2022" in ages
    assert "0 of 1" in ages
    assert "- Kota Mataram: 2 hari (25 Okt 2022)" in at.code[0].value
    assert "- Kota Mataram: 2 days (25 Oct 2022)" in at.code[1].value
    assert "Median: 2 days" in at.code[1].value


def test_the_oldest_figures_come_first_and_another_phase_can_be_asked(simulated, come):
    hire(simulated)
    at = come(simulated, "baiq", bahasa="en", tanggal="2022-09-08")
    ages = page_tables(at)[-1]
    assert ages.index("Lombok Barat") < ages.index("Dompu")
    assert "simulated" in ages
    at.query_params["tanggal"] = "2022-11-06"
    at.run()
    at.selectbox(key="filter_fase").set_value("administrative").run()
    assert at.query_params["fase"] == "administrative"
    assert any("ended on" in each.value for each in at.caption)


def test_a_regency_with_nothing_to_correct_is_not_called_silent(simulated, come):
    hire(simulated)
    at = come(simulated, "baiq", bahasa="en", tanggal="2022-12-10")
    (silence,) = [each for each in page_tables(at) if "Last sent" in each]
    assert silence.count("✓ nothing to correct") == 2
    assert "No kab/kota is silent" in [each.value for each in at.header]


def test_before_the_first_phase_nobody_is_awaited(simulated, come):
    hire(simulated)
    at = come(simulated, "baiq", bahasa="en", tanggal="2022-06-20")
    nothing = "No phase of the verification has begun on this day."
    assert nothing in [each.value for each in at.info]


def test_an_operator_without_a_regency_is_told(simulated, come):
    hire_operator(simulated, regions=frozenset({"52"}))
    at = come(simulated, "lalu", bahasa="en", tanggal="2022-09-08")
    assert "You have no kab/kota to record for." in [each.value for each in at.info]


@pytest.mark.usefixtures("empty_database")
def test_an_empty_database_says_what_to_do_next(visit):
    at = visit(PAGE)
    assert not at.exception
    assert at.code[0].value == "python -m tasks demo"


def test_tables_hold_every_comparison(simulated, come):
    hire(simulated)
    at = come(simulated, "baiq", bahasa="en", tanggal="2022-11-06")
    panels = [each for each in at.expander if each.label == "Table and downloads"]
    assert len(panels) == 3


def test_recording_tallies_says_how_many_checks_agree(simulated, come):
    hire(simulated)
    at = come(
        simulated, "baiq", RECORDING, bahasa="en", tanggal="2022-12-10", catat="rekap"
    )
    link = at.get("page_link")[0].proto
    assert link.label == "Data checks: 4 of 6 agree"
    assert link.page == "pemeriksaan"
    at.query_params["catat"] = "kegiatan"
    at.run()
    assert not at.get("page_link")
