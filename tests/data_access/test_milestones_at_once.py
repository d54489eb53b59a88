"""Several milestones recorded as one writing: all of them, or none."""

import pytest
from sqlalchemy import select

from data_access.journal import VersionConflict
from data_access.milestone_recording import (
    MilestoneEntry,
    OpenedMilestone,
    RowsRefused,
    record_milestones,
)
from data_access.recording import SignedOut
from data_access.tables import journal_subjects, milestones, stage_states
from data_access.timeline import read_milestones
from domain.recording import MilestoneEdit
from domain.violation import Refused
from tests.data_access.election_rows import (
    ELECTION,
    STAKEHOLDER_DAY,
    stage_state,
    store,
)
from tests.data_access.recorders import (
    MATARAM,
    OPERATOR,
    TODAY,
    broken,
    edit_milestone,
    errand,
    prepare,
    revision,
)


def entry(code="M3-03", version=1, *, corrects=False, **values):
    opened = OpenedMilestone(election=ELECTION, code=code, version=version)
    edit = MilestoneEdit(**values)
    return MilestoneEntry(opened=opened, edit=edit, corrects_closed=corrects)


def record(engine, *entries, **of_errand):
    return record_milestones(engine, errand(**of_errand), ELECTION, entries)


def remarks(engine):
    with engine.connect() as connection:
        known = read_milestones(connection, ELECTION, TODAY)
    return {each.code: each.remark for each in known}


def rules(refused):
    """Return the rules broken by each row of a caught refusal."""
    return {
        code: [each.rule.value for each in found]
        for code, found in refused.value.rows.items()
    }


def test_several_milestones_are_one_writing(engine):
    prepare(engine)
    before = revision(engine)
    made = record(engine, entry(remark="satu"), entry("M3-08", remark="dua"))
    assert made == revision(engine) == before + 2
    assert remarks(engine) == {"M3-03": "satu", "M3-08": "dua"}
    with engine.connect() as connection:
        query = select(journal_subjects.c.batch).where(
            journal_subjects.c.entry_id > before
        )
        assert connection.scalars(query).all() == [before + 1, before + 1]


def test_one_bad_row_keeps_all_of_them_out_and_every_bad_row_is_named(engine):
    prepare(engine)
    before = revision(engine)
    with pytest.raises(RowsRefused, match="M3-08, M-none") as refused:
        record(
            engine,
            entry(remark="satu"),
            entry("M3-08", progress_percent=101),
            entry("M-none"),
        )
    assert rules(refused) == {
        "M3-08": ["progress_in_range"],
        "M-none": ["unknown_milestone"],
    }
    assert revision(engine) == before


def test_a_row_of_another_region_is_refused_whatever_it_claims(engine):
    prepare(engine)
    with engine.begin() as connection:
        own = milestones.c.code == "M3-08"
        connection.execute(milestones.update().where(own).values(region_code=MATARAM))
    before = revision(engine)
    with pytest.raises(RowsRefused) as refused:
        record(engine, entry("M3-08", remark="x"), entry(), person=OPERATOR)
    assert rules(refused) == {"M3-03": ["not_permitted"]}
    assert revision(engine) == before
    record(engine, entry("M3-08", remark="x"), person=OPERATOR)
    assert remarks(engine)["M3-08"] == "x"


def test_a_row_that_somebody_saved_first_keeps_all_of_them_out(engine):
    prepare(engine)
    edit_milestone(engine, remark="lebih dahulu")
    before = revision(engine)
    with pytest.raises(VersionConflict) as conflict:
        record(engine, entry("M3-08", remark="dua"), entry(remark="satu"))
    assert conflict.value.stored["milestone_code"] == "M3-03"
    assert conflict.value.actor == "budi"
    assert revision(engine) == before


def test_a_milestone_twice_in_one_writing_is_a_conflict(engine):
    prepare(engine)
    before = revision(engine)
    with pytest.raises(VersionConflict):
        record(engine, entry(remark="satu"), entry(remark="dua"))
    assert revision(engine) == before


def test_predecessors_are_checked_as_they_stand_after_all_rows(engine):
    prepare(engine)
    with pytest.raises(RowsRefused) as refused:
        record(
            engine,
            entry(predecessors=frozenset({"M3-08"})),
            entry("M3-08", predecessors=frozenset({"M3-03"})),
        )
    assert rules(refused) == {"M3-03": ["circle"], "M3-08": ["circle"]}


def test_a_closed_row_needs_to_be_a_correction(engine):
    prepare(engine)
    with engine.begin() as connection:
        over = {"actual_start": STAKEHOLDER_DAY, "actual_end": STAKEHOLDER_DAY}
        store(connection, stage_states, stage_state("3", STAKEHOLDER_DAY, 2, **over))
    with pytest.raises(RowsRefused) as refused:
        record(engine, entry(remark="satu"), entry("M3-08", corrects=True))
    assert rules(refused) == {"M3-03": ["closed"]}


def test_a_reason_is_asked_for_before_any_row(engine):
    prepare(engine)
    with pytest.raises(Refused) as refused:
        record(engine, entry(progress_percent=101), reason="")
    assert broken(refused) == [("reason", "too_short")]


def test_nobody_signed_in_records_nothing(engine):
    prepare(engine)
    before = revision(engine)
    with pytest.raises(SignedOut):
        record(engine, entry(remark="satu"), person=None)
    assert revision(engine) == before
