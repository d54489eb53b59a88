import json
from dataclasses import replace
from datetime import date
from threading import Barrier, Thread

import pytest
from sqlalchemy import event, select, text
from sqlalchemy.exc import DBAPIError

from data_access import tables
from data_access.database import engine_for
from data_access.journal import Append, Insert, Update, VersionConflict
from data_access.milestone_recording import (
    OpenedMilestone,
    record_milestone,
    who_recorded,
)
from data_access.recording import NotPermitted, SignedOut, write
from data_access.tables import elections, journal, milestone_states, milestones, tallies
from data_access.tally_recording import record_tally, refuse_tally, withdraw_tally
from domain.person import Permission
from domain.recording import MilestoneEdit
from domain.tally import TallyState
from domain.violation import Refused
from tests.data_access.election_rows import (
    ELECTION,
    milestone,
    milestone_state,
    phase,
    store,
    tally,
)
from tests.data_access.recorders import (
    ADMIN,
    COUNTED,
    EDITOR,
    LOMBOK_UTARA,
    MATARAM,
    NOW,
    OPERATOR,
    TODAY,
    broken,
    correct,
    decide,
    draft,
    edit_milestone,
    entry,
    errand,
    opened,
    prepare,
    revision,
    stored,
    submit,
)


def refuse(engine, version=1, *, person=EDITOR, region=MATARAM):
    return refuse_tally(engine, errand(person), opened(version, region=region))


def withdraw(engine, version=1, *, person=EDITOR, region=MATARAM):
    return withdraw_tally(engine, errand(person), opened(version, region=region))


def nothing(engine, region):
    pass


def submitted(engine, region):
    submit(engine, region=region, **COUNTED)


def decided(engine, region):
    submitted(engine, region)
    decide(engine, region=region)


WRITES = {
    "draft": (draft, 0, nothing),
    "submit": (submit, 0, nothing),
    "refuse": (refuse, 1, submitted),
    "withdraw": (withdraw, 1, submitted),
    "decide": (decide, 1, submitted),
    "correct": (correct, 2, decided),
}
OPERATORS_MAY = {"draft", "submit"}


@pytest.mark.parametrize("kind", WRITES)
@pytest.mark.parametrize("person", [EDITOR, ADMIN], ids=["editor", "admin"])
def test_the_province_writes_for_every_regency(engine, kind, person):
    prepare(engine)
    act, version, first = WRITES[kind]
    first(engine, LOMBOK_UTARA)
    before = revision(engine)

    made = act(engine, version, person=person, region=LOMBOK_UTARA)

    assert made == revision(engine) == before + 1
    assert stored(engine, LOMBOK_UTARA)[-1].version == version + 1


@pytest.mark.parametrize("kind", WRITES)
@pytest.mark.parametrize("region", [MATARAM, LOMBOK_UTARA, "52", "99.99", ""])
def test_an_operator_records_for_no_regency_but_their_own(engine, kind, region):
    prepare(engine)
    act, version, first = WRITES[kind]
    if region in {MATARAM, LOMBOK_UTARA}:
        first(engine, region)
    before = revision(engine)

    if kind in OPERATORS_MAY and region == MATARAM:
        assert act(engine, version, person=OPERATOR, region=region) == before + 1
        return
    with pytest.raises(NotPermitted) as refused:
        act(engine, version, person=OPERATOR, region=region)
    assert refused.value.region == region
    assert revision(engine) == before


@pytest.mark.parametrize("kind", [*WRITES, "milestone"])
def test_nobody_writes_without_signing_in(engine, kind):
    prepare(engine)
    act, version, first = WRITES.get(kind, (edit_milestone, 1, nothing))
    first(engine, MATARAM)
    before = revision(engine)
    with pytest.raises(SignedOut):
        act(engine, version, person=None)
    assert revision(engine) == before


def store_milestone_of(engine, region):
    with engine.begin() as connection:
        item = milestone("M3-own", position=9, region_code=region)
        store(connection, milestones, item)
        store(connection, milestone_states, milestone_state("M3-own", TODAY))


@pytest.mark.parametrize("code", ["M3-03", "M3-own", "M-none"])
def test_an_operator_records_no_milestone_of_another_region(engine, code):
    prepare(engine)
    store_milestone_of(engine, LOMBOK_UTARA)
    with pytest.raises(NotPermitted) as refused:
        edit_milestone(engine, person=OPERATOR, code=code)
    regions = {"M3-03": "52", "M3-own": LOMBOK_UTARA, "M-none": None}
    assert refused.value.region == regions[code]
    assert refused.value.permission is Permission.RECORD_MILESTONE


def test_an_operator_records_the_milestones_of_their_own_kab_kota(engine):
    prepare(engine)
    store_milestone_of(engine, MATARAM)
    before = revision(engine)
    edit_milestone(engine, person=OPERATOR, code="M3-own")
    assert revision(engine) > before


def test_the_person_is_looked_up_inside_the_transaction_of_the_write(engine):
    prepare(engine)
    seen = []

    def identify(connection):
        seen.append(connection.in_transaction())
        return EDITOR

    work = errand()
    record_tally(
        engine,
        type(work)(identify=identify, reason=work.reason, at=work.at),
        opened(),
        entry(),
        submits=True,
    )
    assert seen == [True]


def test_the_journal_names_the_person_the_reason_and_the_instant(engine):
    prepare(engine)
    record_tally(
        engine, errand(OPERATOR, "  rekap harian "), opened(), entry(), submits=True
    )
    with engine.connect() as connection:
        last = connection.execute(select(journal).order_by(journal.c.id.desc())).first()
    assert (last.actor, last.reason, last.at) == ("ani", "rekap harian", NOW)
    assert json.loads(last.after)["known_on"] == "2022-11-07"


@pytest.mark.parametrize(
    ("reason", "rule"),
    [
        ("", "too_short"),
        ("  ab  ", "too_short"),
        ("a" * 501, "too_long"),
        ("weekly\x00report", "control_characters"),
        ("weekly\nreport", "control_characters"),
        ("weekly ‮report", "control_characters"),
    ],
)
def test_a_write_needs_a_readable_reason(engine, reason, rule):
    with pytest.raises(Refused) as refused:
        record_tally(engine, errand(reason=reason), opened(), entry(), submits=True)
    assert broken(refused) == [("reason", rule)]


def of_cell(region=MATARAM, version=0, **values):
    row = tally(TODAY, **values)
    key = {
        name: row.pop(name) for name in ("election_code", "phase_code", "party_code")
    }
    del row["region_code"], row["version"]
    return Append(
        table=tallies,
        key=key | {"region_code": region},
        values=row,
        expected_version=version,
    )


def with_values(change, **values):
    return Append(
        table=change.table,
        key=change.key,
        values={**change.values, **values},
        expected_version=change.expected_version,
    )


STATE = Append(
    table=milestone_states,
    key={"election_code": ELECTION, "milestone_code": "M3-03"},
    values=milestone_state("M3-03", TODAY),
    expected_version=1,
)
FORGED = {
    "another regency in the key": of_cell(LOMBOK_UTARA),
    "another regency in the values": with_values(of_cell(), region_code=LOMBOK_UTARA),
    "a milestone instead of a tally": STATE,
    "a milestone under its own region": with_values(STATE, region_code=MATARAM),
    "a new milestone of the own regency": Insert(
        milestones, milestone("M3-77", region_code=MATARAM)
    ),
    "an election": Insert(elections, {"code": "pemilu-2029"}),
    "a phase": Insert(tables.phases, phase("own")),
    "a show": Insert(tables.projections, {"number": 1}),
    "minutes": Insert(tables.scans, {"sha256": "a" * 64}),
    "a decision": of_cell(state=TallyState.DECIDED),
    "a withdrawal": of_cell(state=TallyState.WITHDRAWN),
    "figures sent back": of_cell(state=TallyState.DRAFT, takes_back=1),
}


@pytest.mark.parametrize("change", FORGED.values(), ids=FORGED.keys())
def test_a_forged_change_of_an_operator_does_not_pass(engine, change):
    prepare(engine)
    before = revision(engine)
    for changes in ([change], [of_cell(party_code="gelora"), change]):
        with pytest.raises(NotPermitted):
            write(engine, errand(OPERATOR), Permission.RECORD_TALLY, changes)
    assert revision(engine) == before


def test_no_figures_at_all_leave_the_revision(engine):
    prepare(engine)
    before = revision(engine)
    assert write(engine, errand(OPERATOR), Permission.RECORD_TALLY, []) == before


def test_an_operators_own_figures_pass_the_same_door(engine):
    prepare(engine)
    before = revision(engine)
    changes = [of_cell(), of_cell(party_code="gelora")]
    made = write(engine, errand(OPERATOR), Permission.RECORD_TALLY, changes)
    assert made == before + 2


@pytest.mark.parametrize("permission", Permission)
def test_an_operator_gets_through_no_other_door(engine, permission):
    prepare(engine)
    if permission is Permission.RECORD_TALLY:
        return
    with pytest.raises(NotPermitted):
        write(engine, errand(OPERATOR), permission, [of_cell()])


def test_figures_the_plenary_decided_are_not_recorded_over(engine):
    prepare(engine)
    decided(engine, MATARAM)
    with pytest.raises(NotPermitted) as refused:
        write(engine, errand(), Permission.RECORD_TALLY, [of_cell(version=2)])
    assert refused.value.permission is Permission.DECIDE_TALLY


def test_an_editor_looks_after_milestones_but_not_after_elections(engine):
    prepare(engine)
    added = Insert(milestones, milestone("M3-77", region_code=MATARAM))
    renamed = Update(
        table=milestones,
        key={"election_code": ELECTION, "code": "M3-77"},
        values={"division": "Teknis"},
        expected_version=1,
    )
    before = revision(engine)
    made = write(engine, errand(), Permission.RECORD_MILESTONE, [added, renamed])
    assert made == before + 2
    later = Update(
        table=elections,
        key={"code": ELECTION},
        values={"name_english": "Other"},
        expected_version=1,
    )
    for permission in (Permission.RECORD_MILESTONE, Permission.MANAGE_PEOPLE):
        with pytest.raises(NotPermitted):
            write(engine, errand(), permission, [later])
    made = write(engine, errand(ADMIN), Permission.MANAGE_PEOPLE, [later])
    assert made == before + 3


@pytest.mark.parametrize(
    "change",
    [
        Update(table=tallies, key=of_cell().key, values={}, expected_version=1),
        Insert(tallies, tally(TODAY)),
        Insert(milestone_states, milestone_state("M3-03", TODAY)),
    ],
)
def test_what_is_kept_by_versions_takes_new_ones_only(engine, change):
    prepare(engine)
    with pytest.raises(ValueError, match="takes new versions only"):
        write(engine, errand(ADMIN), Permission.RESTORE, [change])


def test_a_conflict_tells_who_stored_the_newest_version_and_when(engine):
    prepare(engine)
    submit(engine, person=OPERATOR)
    with pytest.raises(VersionConflict) as conflict:
        submit(engine)
    assert (conflict.value.actor, conflict.value.at) == ("ani", NOW)
    assert (conflict.value.expected, conflict.value.found) == (0, 1)


def test_a_conflict_with_nothing_names_nobody(engine):
    prepare(engine)
    with pytest.raises(VersionConflict) as conflict:
        submit(engine, 3)
    assert (conflict.value.actor, conflict.value.at) == (None, None)


def test_a_conflict_on_a_row_of_another_program_names_nobody(engine):
    prepare(engine)
    with engine.begin() as connection:
        connection.execute(tallies.insert().values(tally(TODAY) | {"note": ""}))
    with pytest.raises(VersionConflict) as conflict:
        submit(engine)
    assert (conflict.value.found, conflict.value.actor) == (1, None)


def test_what_somebody_stored_last_counts_not_who_made_it(engine):
    prepare(engine)
    key = {"election_code": ELECTION, "code": "M3-03"}
    for version, person in ((1, ADMIN), (2, EDITOR)):
        change = Update(
            table=milestones,
            key=key,
            values={"division": str(version)},
            expected_version=version,
        )
        write(engine, errand(person), Permission.RECORD_MILESTONE, [change])
    with pytest.raises(VersionConflict) as conflict:
        write(engine, errand(), Permission.RECORD_MILESTONE, [change])
    assert (conflict.value.found, conflict.value.actor) == (3, "budi")


def at_once(count, act):
    """Run an act in several threads at the same moment, and return what they raised."""
    barrier, raised = Barrier(count), []

    def run(number):
        barrier.wait()
        try:
            act(number)
        except Exception as error:  # noqa: BLE001 - handed to the test
            raised.append(error)

    threads = [Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def test_eight_people_save_eight_rows_at_the_same_moment(engine):
    prepare(engine)
    cells = [
        {"region": region, "party": party, "phase": phase_code}
        for region in (MATARAM, LOMBOK_UTARA)
        for party in ("perindo", "gelora")
        for phase_code in ("administrative", "factual")
    ]
    before = revision(engine)

    def save(number):
        where = opened(**cells[number])
        record_tally(engine, errand(), where, entry(visited=number), submits=True)

    assert at_once(8, save) == []
    assert revision(engine) == before + 8


def test_of_eight_people_on_one_row_one_succeeds_and_seven_are_told(engine):
    prepare(engine)
    before = revision(engine)

    def save(number):
        submit(engine, visited=number)

    raised = at_once(8, save)
    assert [type(error) for error in raised] == [VersionConflict] * 7
    assert {(error.actor, error.at, error.found) for error in raised} == {
        ("budi", NOW, 1)
    }
    (row,) = stored(engine)
    assert all(error.stored["visited"] == row.visited for error in raised)
    assert revision(engine) == before + 1


def close(connection):
    connection.connection.dbapi_connection.close()


def terminate(connection):
    pid = connection.connection.dbapi_connection.info.backend_pid
    with connection.engine.connect() as other:
        other.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
        other.commit()


AWAY = {"sqlite": close, "postgresql": terminate}


@pytest.mark.parametrize("at", ["INSERT INTO tallies", "INSERT INTO journal"])
def test_a_database_that_goes_away_in_the_middle_keeps_nothing(
    engine, database_url, at
):
    prepare(engine)
    before = revision(engine)
    go_away = AWAY[database_url.get_backend_name()]

    def break_off(connection, _, statement, *__):
        if statement.startswith(at):
            go_away(connection)

    event.listen(engine_for(database_url), "before_cursor_execute", break_off)
    with pytest.raises(DBAPIError):
        write(
            engine,
            errand(),
            Permission.RECORD_TALLY,
            [of_cell(), of_cell(party_code="gelora")],
        )
    event.remove(engine_for(database_url), "before_cursor_execute", break_off)
    assert revision(engine) == before
    assert stored(engine) == []
    submit(engine)
    assert revision(engine) == before + 1


def test_who_recorded_a_milestone_and_when_is_told(engine):
    prepare(engine)
    edit_milestone(engine, person=EDITOR)
    with engine.connect() as connection:
        told = [
            who_recorded(
                connection,
                OpenedMilestone(election=ELECTION, code="M3-03", version=version),
            )
            for version in (2, 3)
        ]
    assert told == [(EDITOR.code, NOW), None]


def test_a_recording_may_be_of_another_day_than_that_of_the_write(engine):
    prepare(engine)
    before = date(2022, 9, 1)
    edit = MilestoneEdit(actual_start=before)
    of_that_day = replace(errand(EDITOR), known_on=before)
    which = OpenedMilestone(election=ELECTION, code="M3-03", version=1)
    record_milestone(engine, of_that_day, which, edit)
    with engine.connect() as connection:
        states = tables.milestone_states
        query = select(states.c.known_on).where(states.c.version == 2)
        assert connection.scalar(query) == before
