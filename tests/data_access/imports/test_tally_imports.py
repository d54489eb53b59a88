from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from data_access import tables
from data_access.changes import VersionConflict
from data_access.imports.preview import changes, for_person
from data_access.imports.tallies import preview_tallies
from data_access.journal import verify, write_many
from data_access.tables import tallies
from domain.importing import Field, FieldChange, RefusalKind, RowStatus, Terms
from domain.person import Permission, Person, Role
from domain.provenance import Confidence
from domain.tally import TallyOrigin, TallyState
from tests.data_access.election_rows import (
    ELECTION,
    NTB,
    STAFF,
    STAKEHOLDER_DAY,
    decided,
    phase,
    region,
    store,
    store_ground,
    tally,
)
from tests.data_access.imports.files import csv, xlsx

HEADING = (
    "Tahap verifikasi",
    "Partai",
    "Kab/kota",
    "Tanggal laporan",
    "Anggota diserahkan",
    "Syarat minimal anggota",
    "Sampel",
    "Anggota diperiksa",
    "Anggota ditemui",
    "MS",
    "BMS",
    "TMS",
)
ENGLISH = (
    "Verification phase",
    "Party",
    "Kab/kota",
    "Reporting day",
    "Members submitted",
    "Members required",
    "Sample",
    "Members checked",
    "Members met",
    "MS",
    "BMS",
    "TMS",
)
MONDAY = date(2022, 8, 22)
TERMS = Terms(
    election=ELECTION,
    province=NTB,
    known_on=STAKEHOLDER_DAY,
    source="SIPOL, 8 September 2022",
    confidence=Confidence.VERIFIED,
    origin=TallyOrigin.SIPOL,
)
ROOT = Path(__file__).parents[3]


@pytest.fixture
def ground(connection):
    store_ground(connection)
    return connection


def row(
    place="Kota Mataram",
    day=MONDAY,
    party="Perindo",
    stage="Verifikasi administrasi",
    **counts,
):
    defaults = {
        "members": 500,
        "required": 445,
        "sample": 500,
        "visited": 40,
        "met": 0,
        "eligible": 0,
        "correctable": 0,
        "ineligible": 0,
    }
    return (stage, party, place, day, *(defaults | counts).values())


def coded(**values):
    """Return a row that names its phase by code; here the phases share their names."""
    return row(**{"stage": "administrative"} | values)


def preview(connection, *rows, heading=HEADING, terms=TERMS):
    content = xlsx(*rows, heading=heading)
    return preview_tallies(connection, content, terms, lambda *_: None)


def apply(connection, found):
    return write_many(connection, changes(found), by=STAFF)


@pytest.mark.parametrize("heading", [HEADING, ENGLISH])
def test_the_first_report_of_a_cell_is_new(ground, heading):
    found = preview(ground, coded(), heading=heading)
    (only,) = found.rows
    assert (only.status, only.codes) == (
        RowStatus.NEW,
        ("administrative", "perindo", "52.71"),
    )
    assert only.changes[0] == FieldChange(Field.MEMBERS, None, 500)
    assert len(only.changes) == 8
    assert found.regions == {"52.71"}


def test_it_is_stored_as_a_draft_with_its_origin_and_source(ground):
    assert apply(ground, preview(ground, coded())) == 1
    stored = ground.execute(select(tallies)).one()
    assert (stored.state, stored.origin) == (TallyState.DRAFT, TallyOrigin.SIPOL)
    assert (stored.source, stored.known_on) == (TERMS.source, STAKEHOLDER_DAY)
    assert (stored.version, stored.replaces, stored.visited) == (1, None, 40)
    assert verify(ground).is_sound


def test_the_same_figures_are_unchanged_and_store_nothing(ground):
    store(ground, tallies, tally(MONDAY, visited=40))
    found = preview(ground, coded())
    assert found.count(RowStatus.UNCHANGED) == 1
    assert changes(found) == ()


def test_other_figures_of_the_same_day_are_a_correction(ground):
    store(ground, tallies, tally(MONDAY, visited=40))
    found = preview(ground, coded(visited=41))
    assert found.rows[0].status is RowStatus.CHANGED
    assert found.rows[0].changes == (FieldChange(Field.VISITED, 40, 41),)
    apply(ground, found)
    versions = select(tallies.c.version, tallies.c.replaces, tallies.c.visited)
    assert ground.execute(versions.order_by(tallies.c.version)).all() == [
        (1, None, 40),
        (2, 1, 41),
    ]


def test_reports_of_several_days_follow_one_another(ground):
    store(ground, tallies, tally(MONDAY, visited=40))
    week = [coded(day=MONDAY + timedelta(days=n), visited=40 + n) for n in range(1, 4)]
    found = preview(ground, *week)
    assert found.count(RowStatus.NEW) == 3
    assert apply(ground, found) == 3
    newest = ground.scalar(select(func.max(tallies.c.version)))
    assert newest == 4
    assert preview(ground, *week).count(RowStatus.UNCHANGED) == 3


def test_the_day_may_be_given_for_the_whole_file(ground):
    dated = replace(TERMS, reported_on=MONDAY)
    undated = tuple(cell for at, cell in enumerate(coded()) if at != 3)
    heading = tuple(title for at, title in enumerate(HEADING) if at != 3)
    found = preview(ground, undated, heading=heading, terms=dated)
    assert changes(found)[0].values["reported_on"] == MONDAY
    emptied = preview(ground, coded(day=None), terms=dated)
    assert changes(emptied)[0].values["reported_on"] == MONDAY
    (missing,) = preview(ground, undated, heading=heading).refusals
    assert (missing.kind, missing.column) == (
        RefusalKind.MISSING_COLUMN,
        "reported_on",
    )


def test_a_save_in_the_meantime_is_a_conflict_and_nothing_is_stored(engine):
    with engine.begin() as connection:
        store_ground(connection)
    rows = (coded(place="Lombok Utara"), coded())
    with engine.connect() as connection:
        mine = preview(connection, *rows)
        theirs = preview(connection, coded(visited=1))
    with engine.begin() as connection:
        apply(connection, theirs)
    with pytest.raises(VersionConflict), engine.begin() as connection:
        apply(connection, mine)
    with engine.connect() as connection:
        assert connection.execute(select(tallies.c.visited)).all() == [(1,)]
        assert verify(connection).is_sound


def test_a_kabupaten_and_a_kota_of_one_name_are_told_apart(ground):
    store(
        ground,
        tables.regions,
        region("52.06", name="Bima", level="kabupaten"),
        region("52.72", name="Bima"),
    )
    found = preview(
        ground, coded(place="Bima"), coded(place="KOTA BIMA"), coded(place="Mataram")
    )
    assert [each.region_code for each in found.rows] == ["52.06", "52.72", "52.71"]


def test_a_phase_is_found_by_its_name_in_either_language(ground):
    names = {
        "name_indonesian": "Verifikasi faktual",
        "name_english": "Factual verification",
        "short_name_indonesian": "Verfak",
        "short_name_english": "Factual check",
    }
    store(ground, tables.phases, phase("on_site", position=3, **names))
    for name in names.values():
        (found,) = preview(ground, coded(stage=name)).rows
        assert found.codes[0] == "on_site"


REFUSED = {
    "phase": (row(stage="x"), RefusalKind.UNKNOWN, "phase"),
    "two phases": (row(), RefusalKind.AMBIGUOUS_NAME, "phase"),
    "party": (coded(party="Perindu"), RefusalKind.UNKNOWN, "party"),
    "kota": (coded(place="Kota Bima"), RefusalKind.UNKNOWN, "region"),
    "empty": (coded(visited=None), RefusalKind.EMPTY, "visited"),
    "negative": (coded(met=-1), RefusalKind.TOO_SMALL, "met"),
    "huge": (coded(members=1e12), RefusalKind.TOO_LARGE, "members"),
    "both": (coded(visited="1,234"), RefusalKind.AMBIGUOUS_NUMBER, "visited"),
    "decimal": (coded(visited="1,5"), RefusalKind.NOT_WHOLE, "visited"),
    "words": (coded(visited="dua"), RefusalKind.NOT_A_NUMBER, "visited"),
    "look-alike": (coded(visited="1O"), RefusalKind.STRANGE_CHARACTER, "visited"),
    "no day": (coded(day=None), RefusalKind.EMPTY, "reported_on"),
    "leap": (coded(day="29/02/2022"), RefusalKind.NO_SUCH_DAY, "reported_on"),
    "far": (coded(day="8/9/1922"), RefusalKind.DAY_OUT_OF_RANGE, "reported_on"),
    "future": (coded(day=date(2022, 9, 9)), RefusalKind.IN_FUTURE, "reported_on"),
    "sample": (coded(sample=501), RefusalKind.WITHIN_MEMBERS, "sample"),
    "visited": (coded(visited=501), RefusalKind.WITHIN_SAMPLE, "visited"),
    "met": (coded(met=41), RefusalKind.MET_WITHIN_VISITED, "met"),
    "decided": (coded(eligible=41), RefusalKind.DECIDED_WITHIN_VISITED, "eligible"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_wrong_row_is_refused_by_place_and_does_not_stop_the_others(ground, name):
    wrong, kind, column = REFUSED[name]
    found = preview(ground, wrong, coded(place="Lombok Utara"))
    assert [(each.row, each.kind, each.column) for each in found.refusals] == [
        (2, kind, column)
    ]
    assert [each.row for each in found.rows] == [3]


def test_an_unknown_party_is_refused_with_the_nearest_one(ground):
    (refusal,) = preview(ground, coded(party="Perindu")).refusals
    assert (refusal.value, refusal.arguments) == ("Perindu", (("nearest", "Perindo"),))


def test_every_wrong_cell_of_a_row_is_named(ground):
    found = preview(ground, coded(party="x", place="y", met="z"))
    assert [each.column for each in found.refusals] == ["party", "region", "met"]


def test_rows_with_the_same_key_name_one_another_but_not_all_of_many(ground):
    found = preview(ground, *[coded(met=n) for n in range(8)])
    assert found.rows == ()
    assert found.refusals[0].arguments == (("others", "3, 4, 5, 6, 7"),)
    assert [each.row for each in found.refusals] == list(range(2, 10))


def test_what_became_known_later_is_not_written_over(ground):
    later = tally(MONDAY, visited=40, known_on=date(2022, 9, 9))
    store(ground, tallies, later)
    (refusal,) = preview(ground, coded(visited=41)).refusals
    assert (refusal.kind, refusal.row) == (RefusalKind.KNOWN_LATER, 2)
    known = tally(MONDAY, version=2, visited=30)
    store(ground, tallies, known)
    assert preview(ground, coded(visited=30)).count(RowStatus.UNCHANGED) == 1


def test_nothing_follows_a_recap_that_is_decided_in_plenary(ground):
    store(ground, tallies, tally(MONDAY, visited=40, **decided(MONDAY)))
    (refusal,) = preview(ground, coded(visited=41)).refusals
    assert (refusal.kind, refusal.row) == (RefusalKind.DECIDED, 2)
    other_day = preview(ground, coded(day=MONDAY - timedelta(days=1)))
    assert [each.kind for each in other_day.refusals] == [RefusalKind.DECIDED]


def test_the_rows_of_another_region_are_refused_to_an_operator(ground):
    operator = Person(
        code="op", name="Operator", role=Role.OPERATOR, regions=frozenset({"52.71"})
    )
    found = preview(ground, coded(), coded(place="52.08"), coded(party="x"))
    titles = {"52.08": "Lombok Utara"}
    seen = for_person(found, operator, Permission.RECORD_TALLY, titles)
    assert [row.row for row in seen.rows] == [2]
    assert [each.row for each in seen.refusals] == [3, 4]
    assert seen.refusals[0].kind is RefusalKind.ANOTHER_REGION
    assert seen.refusals[0].value == "Lombok Utara"
    assert seen.refused_rows == {3, 4}
    assert [each.key["region_code"] for each in changes(seen)] == ["52.71"]


def test_progress_is_told_for_a_long_file(ground):
    told = []
    days = [MONDAY - timedelta(days=n) for n in range(600)]
    content = csv(*[coded(day=day) for day in days], heading=HEADING, separator=",")
    found = preview_tallies(ground, content, TERMS, lambda *of: told.append(of))
    assert told == [(500, 600), (600, 600)]
    assert found.count(RowStatus.NEW) == 600


def test_a_long_file_takes_as_many_queries_as_a_short_one(ground, statements):
    for rows in (1, 600):
        days = [MONDAY - timedelta(days=n) for n in range(rows)]
        content = csv(*[coded(day=day) for day in days], heading=HEADING)
        statements.clear()
        preview_tallies(ground, content, TERMS, lambda *_: None)
        assert len(statements) == 5


@pytest.mark.parametrize(
    "wrong",
    [
        {"origin": TallyOrigin.SIMULATED},
        {"confidence": Confidence.SIMULATED},
        {"source": " "},
    ],
    ids=str,
)
def test_an_import_brings_no_simulated_figures_and_names_its_source(wrong):
    with pytest.raises(ValueError, match="an import"):
        replace(TERMS, **wrong)
