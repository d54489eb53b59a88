from datetime import date

import pytest
from sqlalchemy import select

from data_access import tables
from data_access.changes import VersionConflict
from data_access.imports.milestones import preview_milestones
from data_access.imports.preview import changes
from data_access.journal import verify, write_many
from data_access.tables import milestone_states, stage_states
from domain.importing import (
    Field,
    FieldChange,
    ImportedRow,
    RefusalKind,
    RowStatus,
    Terms,
)
from domain.provenance import Confidence
from domain.timeline import Holding, ProgressMeasure, SlipReason
from tests.data_access.election_rows import (
    ELECTION,
    NTB,
    STAFF,
    STAKEHOLDER_DAY,
    milestone,
    milestone_state,
    stage_state,
    store,
    store_ground,
)
from tests.data_access.imports.files import csv, xlsx

HEADING = (
    "Kode kegiatan",
    "Kegiatan",
    "Rencana mulai",
    "Rencana selesai",
    "Realisasi mulai",
    "Realisasi selesai",
    "Kemajuan (%)",
    "Sebab mundur",
    "Catatan",
)
ENGLISH = (
    "milestone CODE",
    "Milestone",
    "Planned start",
    "Planned end",
    "Actual start",
    "Actual end",
    "Progress",
    "Reason of slip",
    "Note",
)
START, END = date(2022, 8, 2), date(2022, 9, 11)
ENTERED = date(2022, 7, 20)
TERMS = Terms(
    election=ELECTION,
    province=NTB,
    known_on=STAKEHOLDER_DAY,
    source="Laporan mingguan",
    confidence=Confidence.VERIFIED,
)


@pytest.fixture
def ground(connection):
    store_states(connection)
    return connection


def store_states(connection):
    store_ground(connection)
    counted = milestone(
        "M3-09",
        name_indonesian="Verifikasi faktual",
        name_english="Factual",
        short_name_indonesian="Verfak",
        short_name_english="Factual check",
        measure=ProgressMeasure.MEMBERS,
    )
    store(connection, tables.milestones, counted)
    planned = {"planned_start": START, "planned_end": END}
    store(
        connection,
        milestone_states,
        milestone_state("M3-03", ENTERED, **planned),
        milestone_state("M3-03", START, version=2, **planned, actual_start=START),
        milestone_state("M3-08", ENTERED, relative_rule_indonesian="menyusul"),
        milestone_state("M3-09", ENTERED, **planned),
    )


def row(code="M3-03", name=None, begun=START, **values):
    defaults = {
        "planned_start": START,
        "planned_end": END,
        "ended": None,
        "progress": None,
        "slip": None,
        "note": None,
    }
    rest = defaults | values
    return (
        code,
        name,
        rest["planned_start"],
        rest["planned_end"],
        begun,
        rest["ended"],
        rest["progress"],
        rest["slip"],
        rest["note"],
    )


def preview(connection, *rows, heading=HEADING, terms=TERMS):
    told = []
    found = preview_milestones(
        connection,
        xlsx(*rows, heading=heading),
        terms,
        lambda done, total: told.append((done, total)),
    )
    if rows:
        assert told == [(len(rows), len(rows))]
    return found


def refused(connection, *rows, **more):
    found = preview(connection, *rows, **more)
    return [(each.row, each.kind, each.column) for each in found.refusals]


def test_a_row_as_recorded_is_unchanged_and_stores_nothing(ground):
    found = preview(ground, row())
    assert found.count(RowStatus.UNCHANGED) == 1
    assert found.is_whole
    assert changes(found) == ()
    assert found.regions == frozenset()


@pytest.mark.parametrize("heading", [HEADING, ENGLISH])
def test_a_changed_row_shows_each_field_before_and_after(ground, heading):
    changed = row(progress=40, slip="cuaca", note="Hujan", planned_end="12 Sept 2022")
    (found,) = preview(ground, changed, heading=heading).rows
    assert found == ImportedRow(
        row=2,
        codes=("M3-03",),
        region_code=NTB,
        status=RowStatus.CHANGED,
        changes=(
            FieldChange(Field.PLANNED_END, END, date(2022, 9, 12)),
            FieldChange(Field.PROGRESS, None, 40),
            FieldChange(Field.SLIP_REASON, None, SlipReason.WEATHER),
            FieldChange(Field.NOTE, None, "Hujan"),
        ),
    )


def test_storing_adds_a_state_that_carries_the_rest_on(ground):
    found = preview(
        ground, row("M3-08", begun=None, planned_start=None, planned_end=None, note="x")
    )
    assert found.regions == {NTB}
    assert write_many(ground, changes(found), by=STAFF) == 1
    query = select(milestone_states).where(milestone_states.c.milestone_code == "M3-08")
    newest = ground.execute(query.order_by(milestone_states.c.version.desc())).first()
    assert (newest.version, newest.note, newest.known_on) == (2, "x", STAKEHOLDER_DAY)
    assert (newest.source, newest.relative_rule_indonesian) == (
        "Laporan mingguan",
        "menyusul",
    )
    assert verify(ground).is_sound


def test_an_emptied_cell_takes_the_value_away(ground):
    store(
        ground,
        milestone_states,
        milestone_state(
            "M3-03",
            START,
            version=3,
            planned_start=START,
            planned_end=END,
            actual_start=START,
            note="old",
        ),
    )
    found = preview(ground, row())
    assert found.rows[0].changes == (FieldChange(Field.NOTE, "old", None),)
    write_many(ground, changes(found), by=STAFF)
    assert preview(ground, row()).count(RowStatus.UNCHANGED) == 1


def test_a_save_in_the_meantime_is_a_conflict_and_nothing_is_stored(engine):
    with engine.begin() as connection:
        store_states(connection)
    with engine.connect() as connection:
        mine = preview(
            connection,
            row("M3-08", begun=None, planned_start=None, planned_end=None, note="x"),
            row(progress=40),
        )
        theirs = preview(connection, row(progress=60))
    with engine.begin() as connection:
        write_many(connection, changes(theirs), by=STAFF)
    with pytest.raises(VersionConflict), engine.begin() as connection:
        write_many(connection, changes(mine), by=STAFF)
    with engine.connect() as connection:
        notes = connection.scalars(select(milestone_states.c.note)).all()
        assert set(notes) == {""}
        assert verify(connection).is_sound


@pytest.mark.parametrize(
    ("written", "code"),
    [("m3 03", "M3-03"), ("Verifikasi faktual", "M3-09"), ("FACTUAL", "M3-09")],
)
def test_a_milestone_is_found_by_code_or_name_in_either_language(ground, written, code):
    begun = START if code == "M3-03" else None
    (found,) = preview(ground, row(written, begun=begun)).rows
    assert (found.codes, found.status) == ((code,), RowStatus.UNCHANGED)


REFUSED = {
    "unknown": (row("M3-99"), RefusalKind.UNKNOWN, "code"),
    "shared name": (row("Vermin"), RefusalKind.AMBIGUOUS_NAME, "code"),
    "no code": (row(None), RefusalKind.EMPTY, "code"),
    "other name": (row(name="Verfak"), RefusalKind.NAME_MISMATCH, "name"),
    "long note": (row(note="x" * 1001), RefusalKind.TOO_LONG, "note"),
    "reason": (row(slip="malas"), RefusalKind.UNKNOWN, "slip_reason"),
    "negative": (row(progress=-1), RefusalKind.TOO_SMALL, "progress_percent"),
    "over 100": (row(progress=101), RefusalKind.TOO_LARGE, "progress_percent"),
    "plan": (
        row(planned_end=date(2022, 8, 1)),
        RefusalKind.PLAN_REVERSED,
        "planned_end",
    ),
    "actual": (
        row(ended=date(2022, 8, 1)),
        RefusalKind.ACTUAL_REVERSED,
        "actual_end",
    ),
    "future": (row(ended=date(2022, 9, 9)), RefusalKind.IN_FUTURE, "actual_end"),
    "no start": (
        row(begun=None, ended=date(2022, 9, 1)),
        RefusalKind.BREAKS_RULE,
        "actual_start",
    ),
    "done unended": (
        row(progress=100),
        RefusalKind.BREAKS_RULE,
        "actual_end",
    ),
    "ended undone": (
        row(ended=date(2022, 9, 1), progress=40),
        RefusalKind.BREAKS_RULE,
        "progress_percent",
    ),
    "late without reason": (
        row(planned_end=date(2022, 8, 31), ended=date(2022, 9, 1)),
        RefusalKind.BREAKS_RULE,
        "slip_reason",
    ),
    "counted": (
        row("M3-09", begun=None, progress=40),
        RefusalKind.PROGRESS_IS_COUNTED,
        "progress_percent",
    ),
    "day": (row(begun="besok"), RefusalKind.NOT_A_DAY, "actual_start"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_wrong_row_is_refused_by_place_and_does_not_stop_the_others(ground, name):
    wrong, kind, column = REFUSED[name]
    right = row("M3-08", begun=None, planned_start=None, planned_end=None)
    found = preview(ground, wrong, right)
    assert [(each.row, each.kind, each.column) for each in found.refusals] == [
        (2, kind, column)
    ]
    assert [each.row for each in found.rows] == [3]
    assert not found.is_whole


CLOSED = {
    "ended": stage_state("3", START, actual_start=ENTERED, actual_end=START),
    "not held": stage_state("3", START, holding=Holding.NOT_HELD),
}


@pytest.mark.parametrize("stage", CLOSED.values(), ids=CLOSED)
def test_a_row_of_a_closed_stage_is_refused_unless_it_brings_nothing(ground, stage):
    store(ground, stage_states, stage)
    found = preview(ground, row(progress=40), row("M3-09", begun=None))
    assert [(each.row, each.kind, each.column) for each in found.refusals] == [
        (2, RefusalKind.BREAKS_RULE, "")
    ]
    assert found.refusals[0].arguments == (("rule", "closed"),)
    assert [each.row for each in found.rows] == [3]


def test_what_began_is_held_after_all(ground):
    doubtful = milestone_state("M3-08", ENTERED, version=2, holding=Holding.NOT_HELD)
    store(ground, milestone_states, doubtful)
    begun = row("M3-08", planned_start=None, planned_end=None)
    assert [each.kind for each in preview(ground, begun).refusals] == [
        RefusalKind.BREAKS_RULE
    ]
    found = preview(ground, row(progress=40))
    assert changes(found)[0].values["holding"] is Holding.PLANNED


def test_the_name_beside_the_code_may_be_in_either_language(ground):
    for name in ("Verifikasi  administrasi", "administrative", "Vermin"):
        assert preview(ground, row(name=name)).is_whole


def test_rows_with_the_same_key_name_one_another(ground):
    found = preview(ground, row(progress=1), row(progress=2))
    assert found.rows == ()
    assert [(each.row, each.kind, each.arguments) for each in found.refusals] == [
        (2, RefusalKind.DUPLICATE_ROW, (("others", "3"),)),
        (3, RefusalKind.DUPLICATE_ROW, (("others", "2"),)),
    ]


def test_what_became_known_later_is_not_written_over(ground):
    later = milestone_state("M3-03", END, version=3, actual_start=START)
    store(ground, milestone_states, later)
    assert refused(ground, row(progress=40)) == [(2, RefusalKind.KNOWN_LATER, "")]
    assert preview(ground, row()).count(RowStatus.UNCHANGED) == 1


def test_missing_and_double_columns_are_named_and_strange_ones_ignored(ground):
    assert refused(ground, heading=(*HEADING[:-1], "Realisasi mulai")) == [
        (1, RefusalKind.DUPLICATE_COLUMN, "actual_start"),
        (1, RefusalKind.MISSING_COLUMN, "note"),
    ]
    found = preview(ground, (*row(), "x"), heading=(*HEADING, "Cuaca"))
    assert (found.ignored_columns, found.is_whole) == (("Cuaca",), True)


def test_a_file_without_rows_brings_nothing(ground):
    found = preview(ground)
    assert (found.rows, found.refusals) == ((), ())


def test_an_unreadable_file_is_a_refusal_too(ground):
    found = preview_milestones(ground, b"", TERMS, lambda *_: None)
    assert [each.kind for each in found.refusals] == [RefusalKind.FILE_EMPTY]


def test_a_csv_file_is_read_alike(ground):
    cells = ["" if cell is None else cell for cell in row(progress="40%")]
    found = preview_milestones(
        ground, csv(cells, heading=HEADING), TERMS, lambda *_: None
    )
    assert found.rows[0].changes == (FieldChange(Field.PROGRESS, None, 40),)


def test_an_end_after_its_start_is_accepted(ground):
    found = preview(ground, row(ended="7 September 2022"))
    assert found.rows[0].changes == (
        FieldChange(Field.ACTUAL_END, None, date(2022, 9, 7)),
    )
