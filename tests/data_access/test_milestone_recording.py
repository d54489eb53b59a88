from datetime import date, timedelta
from fractions import Fraction

import pytest
from sqlalchemy import select

from data_access.journal import VersionConflict
from data_access.milestone_recording import OpenedMilestone, record_milestone
from data_access.tables import milestone_states, milestones, predecessors, stage_states
from data_access.timeline import read_milestones
from domain.provenance import Confidence
from domain.recording import MilestoneEdit, edit_of
from domain.timeline import Holding, SlipReason
from domain.violation import Refused
from tests.data_access.election_rows import (
    ELECTION,
    ORDERED,
    STAKEHOLDER_DAY,
    milestone,
    milestone_state,
    predecessor,
    stage_state,
    store,
)
from tests.data_access.recorders import (
    NOW,
    TODAY,
    broken,
    edit_milestone,
    errand,
    prepare,
    revision,
)

YESTERDAY = TODAY - timedelta(days=1)
TOMORROW = TODAY + timedelta(days=1)
BEGAN = date(2022, 8, 2)


def known(engine, day=TODAY):
    with engine.connect() as connection:
        found = read_milestones(connection, ELECTION, day)
    return {each.code: each for each in found}


def newest(engine, code="M3-03"):
    states = milestone_states
    query = (
        select(states)
        .where(states.c.milestone_code == code)
        .order_by(states.c.version.desc())
    )
    with engine.connect() as connection:
        return connection.execute(query).first()


def test_an_edit_is_known_from_the_day_of_its_recording(engine):
    prepare(engine)
    made = edit_milestone(
        engine,
        actual_start=BEGAN,
        progress_percent=40,
        slip_reason=SlipReason.WEATHER,
        remark="Jalan putus\ndi Sembalun",
        minutes_number="7/BA/2022",
        minutes_date=YESTERDAY,
    )
    assert made == revision(engine)
    before, after = known(engine, YESTERDAY)["M3-03"], known(engine)["M3-03"]
    assert (before.progress, before.remark, before.minutes_number) == (None, "", None)
    assert before.schedule.actual_start is None
    assert after.schedule.actual_start == BEGAN
    assert (after.progress, after.slip_reason) == (Fraction(2, 5), SlipReason.WEATHER)
    assert after.remark == "Jalan putus\ndi Sembalun"
    assert (after.minutes_number, after.minutes_date) == ("7/BA/2022", YESTERDAY)
    assert (after.version, after.updated_on) == (2, TODAY)


def test_an_unchanged_edit_keeps_everything(engine):
    prepare(engine)
    with engine.begin() as connection:
        store(connection, predecessors, predecessor("M3-08", "M3-03"))
    first = edit_of(known(engine)["M3-08"])
    opened = OpenedMilestone(election=ELECTION, code="M3-08", version=1)
    record_milestone(engine, errand(), opened, first)
    assert edit_of(known(engine)["M3-08"]) == first
    assert newest(engine, "M3-08").predecessor_codes is None


def test_minutes_stand_behind_a_state_or_it_says_that_none_do(engine):
    prepare(engine)
    edit_milestone(engine, remark="mulai")
    without = known(engine)["M3-03"].provenance
    edit_milestone(engine, 2, minutes_number="7/BA/2022", minutes_date=TODAY)
    with_minutes = known(engine)["M3-03"].provenance
    assert without.source == "Catatan staf KPU, belum ada berita acara"
    assert without.confidence is Confidence.PARTIAL
    assert with_minutes.source == "Berita acara 7/BA/2022"
    assert with_minutes.confidence is Confidence.VERIFIED


def test_an_edit_that_breaks_rules_stores_nothing(engine):
    prepare(engine)
    before = revision(engine)
    with pytest.raises(Refused) as refused:
        edit_milestone(engine, actual_start=TOMORROW, progress_percent=101)
    assert broken(refused) == [
        ("actual_start", "not_in_future"),
        ("progress_percent", "progress_in_range"),
    ]
    assert revision(engine) == before


def test_a_conflict_comes_before_what_is_wrong_with_the_edit(engine):
    prepare(engine)
    edit_milestone(engine, progress_percent=40)
    with pytest.raises(VersionConflict) as conflict:
        edit_milestone(engine, progress_percent=101)
    assert (conflict.value.actor, conflict.value.at) == ("budi", NOW)
    assert conflict.value.stored["progress_percent"] == 40


@pytest.mark.parametrize("code", ["M-none", "M3-bare"])
def test_what_has_no_plan_cannot_be_recorded(engine, code):
    prepare(engine)
    with engine.begin() as connection:
        store(connection, milestones, milestone("M3-bare", position=9))
    with pytest.raises(Refused) as refused:
        edit_milestone(engine, 0, code=code)
    assert broken(refused) == [("code", "unknown_milestone")]


@pytest.mark.parametrize(
    "end",
    [{"actual_start": BEGAN, "actual_end": STAKEHOLDER_DAY}, {"holding": "not_held"}],
)
def test_a_milestone_of_a_stage_that_is_done_changes_by_a_correction(engine, end):
    prepare(engine)
    end = {name: Holding(v) if name == "holding" else v for name, v in end.items()}
    with engine.begin() as connection:
        over = stage_state("3", STAKEHOLDER_DAY, version=2, **end)
        store(connection, stage_states, over)
    with pytest.raises(Refused) as refused:
        edit_milestone(engine, remark="terlambat")
    assert broken(refused) == [("stage_code", "closed")]
    opened = OpenedMilestone(election=ELECTION, code="M3-03", version=1)
    record_milestone(
        engine, errand(), opened, MilestoneEdit(remark="ralat"), corrects_closed=True
    )
    assert known(engine)["M3-03"].remark == "ralat"


def test_a_milestone_that_was_not_held_changes_by_a_correction(engine):
    prepare(engine)
    with engine.begin() as connection:
        row = milestone_state("M3-08", STAKEHOLDER_DAY, 2, holding=Holding.NOT_HELD)
        store(connection, milestone_states, row)
    with pytest.raises(Refused) as refused:
        edit_milestone(engine, 2, code="M3-08", remark="ternyata")
    assert broken(refused) == [("stage_code", "closed")]
    opened = OpenedMilestone(election=ELECTION, code="M3-08", version=2)
    edit = MilestoneEdit(actual_start=BEGAN)
    record_milestone(engine, errand(), opened, edit, corrects_closed=True)
    assert known(engine)["M3-08"].holding is Holding.PLANNED


def test_a_milestone_without_a_stage_state_is_open(engine):
    prepare(engine)
    with engine.begin() as connection:
        connection.execute(stage_states.delete())
    edit_milestone(engine, remark="mulai")
    assert known(engine)["M3-03"].remark == "mulai"


def before(engine, day=TODAY, code="M3-08"):
    return known(engine, day)[code].predecessors


def test_predecessors_change_from_a_day_on_and_stay_in_the_past(engine):
    prepare(engine)
    with engine.begin() as connection:
        store(connection, milestones, milestone("M3-04", position=4))
        store(connection, milestone_states, milestone_state("M3-04", ORDERED))
        store(connection, predecessors, predecessor("M3-08", "M3-03"))
    opened = OpenedMilestone(election=ELECTION, code="M3-08", version=1)
    other = MilestoneEdit(predecessors=frozenset({"M3-04", "M3-03"}))
    record_milestone(engine, errand(), opened, other)
    assert before(engine, YESTERDAY) == ("M3-03",)
    assert before(engine) == ("M3-03", "M3-04")
    later = errand(at=NOW + timedelta(days=1))
    opened = OpenedMilestone(election=ELECTION, code="M3-08", version=2)
    record_milestone(engine, later, opened, MilestoneEdit())
    assert before(engine) == ("M3-03", "M3-04")
    assert before(engine, TOMORROW) == ()


def test_predecessors_that_wait_for_one_another_are_refused(engine):
    prepare(engine)
    with engine.begin() as connection:
        store(connection, predecessors, predecessor("M3-08", "M3-03"))
    with pytest.raises(Refused) as refused:
        edit_milestone(engine, predecessors=frozenset({"M3-08", "M9-99"}))
    assert broken(refused) == [
        ("predecessors", "unknown_milestone"),
        ("predecessors", "circle"),
    ]
    edit_milestone(engine, code="M3-08", predecessors=frozenset())
    edit_milestone(engine, predecessors=frozenset({"M3-08"}))
    assert before(engine, code="M3-03") == ("M3-08",)
