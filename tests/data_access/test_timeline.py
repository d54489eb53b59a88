from datetime import date
from fractions import Fraction

from data_access import tables
from data_access.timeline import (
    read_baselines,
    read_milestone_history,
    read_milestones,
    read_plan_history,
    read_stages,
)
from domain.appointment import Known
from domain.bilingual import Bilingual
from domain.provenance import Confidence, Provenance
from domain.timeline import (
    Baseline,
    Holding,
    Milestone,
    ProgressMeasure,
    Schedule,
    SlipReason,
    Stage,
)
from tests.data_access.election_rows import (
    ELECTION,
    baseline,
    baseline_day,
    milestone,
    milestone_state,
    phase,
    predecessor,
    stage,
    stage_state,
    store,
    store_ground,
)
from tests.data_access.election_rows import (
    READ as SOURCED,
)

READ = Provenance(source="PKPU 4/2022", confidence=Confidence.VERIFIED)
PLAN = date(2022, 6, 9)
REVISION = date(2022, 8, 15)
STAKEHOLDER_DAY = date(2022, 9, 8)


def read(connection, code, day):
    return {each.code: each for each in read_milestones(connection, ELECTION, day)}.get(
        code
    )


def test_a_stage_comes_as_it_was_known_on_the_day(connection):
    store_ground(connection)
    start, end = date(2022, 7, 29), date(2022, 12, 13)
    planned = {"planned_start": start, "planned_end": end}
    store(
        connection,
        tables.stage_states,
        stage_state("3", PLAN, **planned),
        stage_state("3", start, version=2, **planned, actual_start=start),
    )
    assert read_stages(connection, ELECTION, STAKEHOLDER_DAY) == (
        Stage(
            code="3",
            position=3,
            name=Bilingual(
                "Pendaftaran dan verifikasi Peserta Pemilu",
                "Registration and verification of contestants",
            ),
            short_name=Bilingual("Pendaftaran", "Registration"),
            group=Bilingual("Peserta", "Contestants"),
            schedule=Schedule(planned_start=start, planned_end=end, actual_start=start),
            holding=Holding.PLANNED,
            legal_basis="PKPU 4/2022",
            provenance=READ,
        ),
    )
    (before,) = read_stages(connection, ELECTION, date(2022, 7, 28))
    assert before.schedule.actual_start is None


def test_stages_come_in_official_order(connection):
    store_ground(connection)
    store(connection, tables.stages, stage("10", position=10), stage("2", position=2))
    states = [stage_state(code, PLAN) for code in ("10", "2", "3")]
    store(connection, tables.stage_states, *states)
    codes = [each.code for each in read_stages(connection, ELECTION, STAKEHOLDER_DAY)]
    assert codes == ["2", "3", "10"]


def test_the_run_off_is_conditional_until_it_is_known_not_to_be_held(connection):
    store_ground(connection)
    store(connection, tables.stages, stage("R2a", position=12, is_end_unrecorded=True))
    store(
        connection,
        tables.stage_states,
        stage_state("R2a", PLAN, holding=Holding.CONDITIONAL),
        stage_state("R2a", date(2024, 3, 20), version=2, holding=Holding.NOT_HELD),
    )
    (before,) = read_stages(connection, ELECTION, date(2024, 3, 19))
    (after,) = read_stages(connection, ELECTION, date(2024, 3, 20))
    assert (before.holding, after.holding) == (Holding.CONDITIONAL, Holding.NOT_HELD)
    assert before.is_end_unrecorded


def test_an_item_that_had_not_entered_the_plan_is_left_out(connection):
    store_ground(connection)
    ordered = date(2022, 12, 20)
    store(connection, tables.milestones, milestone("M3-12", position=12))
    store(connection, tables.milestone_states, milestone_state("M3-12", ordered))
    assert read_milestones(connection, ELECTION, date(2022, 12, 19)) == ()
    (reverification,) = read_milestones(connection, ELECTION, ordered)
    assert reverification.added_on == ordered


def test_a_milestone_comes_with_everything_known_of_it(connection):
    store_ground(connection)
    store(
        connection,
        tables.milestones,
        milestone(
            "P03a",
            parent_code="M3-03",
            position=4,
            group_indonesian="Administrasi",
            group_english="Administrative",
            level="KPU Kab/Kota",
            division="Teknis",
            region_code="52.71",
            measure=ProgressMeasure.MEMBERS,
            weight=2,
            is_end_unrecorded=True,
        ),
    )
    store(
        connection,
        tables.milestone_phases,
        SOURCED
        | {
            "election_code": ELECTION,
            "milestone_code": "P03a",
            "phase_code": "administrative",
        },
    )
    store(connection, tables.predecessors, predecessor("P03a", "M3-08"))
    store(connection, tables.predecessors, predecessor("P03a", "M3-03"))
    store(
        connection,
        tables.milestone_states,
        milestone_state("P03a", PLAN),
        milestone_state(
            "P03a",
            STAKEHOLDER_DAY,
            version=2,
            planned_end=date(2022, 9, 11),
            relative_rule_indonesian="paling lama 3 hari setelah putusan",
            relative_rule_english="within 3 days of the ruling",
            actual_start=date(2022, 8, 16),
            progress_percent=40,
            slip_reason=SlipReason.OUTSIDE_SYSTEM,
            exception="Bawaslu 006/2022",
            note="Sipol was away",
        ),
    )
    assert read(connection, "P03a", STAKEHOLDER_DAY) == Milestone(
        code="P03a",
        stage_code="3",
        position=4,
        name=Bilingual("Verifikasi administrasi", "Administrative verification"),
        short_name=Bilingual("Vermin", "Administrative"),
        group=Bilingual("Administrasi", "Administrative"),
        parent_code="M3-03",
        level="KPU Kab/Kota",
        division="Teknis",
        region_code="52.71",
        schedule=Schedule(
            planned_end=date(2022, 9, 11),
            relative_rule=Bilingual(
                "paling lama 3 hari setelah putusan", "within 3 days of the ruling"
            ),
            actual_start=date(2022, 8, 16),
        ),
        progress=Fraction(2, 5),
        measure=ProgressMeasure.MEMBERS,
        phase_code="administrative",
        predecessors=("M3-03", "M3-08"),
        slip_reason=SlipReason.OUTSIDE_SYSTEM,
        added_on=PLAN,
        updated_on=STAKEHOLDER_DAY,
        exception="Bawaslu 006/2022",
        legal_basis="PKPU 4/2022",
        provenance=Provenance(
            source="PKPU 4/2022", confidence=Confidence.VERIFIED, note="Sipol was away"
        ),
        weight=2,
        version=2,
        is_end_unrecorded=True,
    )


def test_a_milestone_with_nothing_reported_has_no_progress_and_no_predecessor(
    connection,
):
    store_ground(connection)
    store(connection, tables.milestone_states, milestone_state("M3-03", PLAN))
    found = read(connection, "M3-03", STAKEHOLDER_DAY)
    assert (found.progress, found.predecessors, found.phase_code) == (None, (), None)
    assert (found.group, found.schedule) == (None, Schedule())


def test_a_revised_day_shows_from_the_day_of_its_regulation(connection):
    store_ground(connection)
    store(
        connection,
        tables.milestone_states,
        milestone_state("M3-03", PLAN, planned_end=date(2022, 8, 29)),
        milestone_state("M3-03", REVISION, version=2, planned_end=date(2022, 9, 4)),
    )
    before = read(connection, "M3-03", date(2022, 8, 14))
    after = read(connection, "M3-03", REVISION)
    assert before.schedule.planned_end == date(2022, 8, 29)
    assert after.schedule.planned_end == date(2022, 9, 4)


def test_a_past_day_is_saved_with_the_version_that_is_newest_now(connection):
    store_ground(connection)
    store(
        connection,
        tables.milestone_states,
        milestone_state("M3-03", PLAN),
        milestone_state("M3-03", REVISION, version=2),
    )
    assert read(connection, "M3-03", PLAN).version == 2


def test_what_is_recorded_of_an_earlier_day_does_not_hide_what_was_known_later(
    connection,
):
    store_ground(connection)
    began, ended = date(2022, 8, 16), date(2022, 8, 29)
    store(
        connection,
        tables.milestone_states,
        milestone_state("M3-03", PLAN),
        milestone_state(
            "M3-03", STAKEHOLDER_DAY, version=2, actual_start=began, actual_end=ended
        ),
        milestone_state("M3-03", date(2022, 8, 20), version=3, actual_start=began),
    )
    at_once = read(connection, "M3-03", date(2022, 8, 20))
    later = read(connection, "M3-03", STAKEHOLDER_DAY)
    assert at_once.schedule == Schedule(actual_start=began)
    assert later.schedule == Schedule(actual_start=began, actual_end=ended)
    assert later.version == 3


def test_a_phase_that_was_not_ordered_yet_does_not_show_on_its_milestone(connection):
    store_ground(connection)
    store(
        connection,
        tables.phases,
        phase("reverification", position=5, known_on=date(2022, 12, 20)),
    )
    store(
        connection,
        tables.milestone_phases,
        SOURCED
        | {
            "election_code": ELECTION,
            "milestone_code": "M3-08",
            "phase_code": "reverification",
        },
    )
    store(connection, tables.milestone_states, milestone_state("M3-08", PLAN))
    assert read(connection, "M3-08", date(2022, 12, 19)).phase_code is None
    assert read(connection, "M3-08", date(2022, 12, 20)).phase_code == "reverification"


def test_milestones_come_by_stage_and_place_within_it(connection):
    store_ground(connection)
    store(connection, tables.stages, stage("2", position=2))
    store(
        connection,
        tables.milestones,
        milestone("M3-01", position=1),
        milestone("M2-09", stage_code="2", position=9),
    )
    states = [milestone_state(code, PLAN) for code in ("M3-03", "M3-01", "M2-09")]
    store(connection, tables.milestone_states, *states)
    found = read_milestones(connection, ELECTION, STAKEHOLDER_DAY)
    assert [each.code for each in found] == ["M2-09", "M3-01", "M3-03"]


def test_another_election_has_its_own_milestones(connection):
    store_ground(connection)
    store(connection, tables.milestone_states, milestone_state("M3-03", PLAN))
    assert read_milestones(connection, "pemilu-2029", STAKEHOLDER_DAY) == ()
    assert read_stages(connection, "pemilu-2029", STAKEHOLDER_DAY) == ()


def test_the_history_of_a_milestone_is_newest_first_and_ends_on_the_day(connection):
    store_ground(connection)
    ends = [date(2022, 8, 29), date(2022, 9, 4), date(2022, 9, 11)]
    known = [PLAN, REVISION, date(2022, 9, 20)]
    states = [
        milestone_state("M3-03", day, version=version, planned_end=end)
        for version, (day, end) in enumerate(zip(known, ends, strict=True), start=1)
    ]
    store(connection, tables.milestone_states, *states)
    history = read_milestone_history(connection, ELECTION, "M3-03", STAKEHOLDER_DAY)
    assert history == (
        (REVISION, Schedule(planned_end=date(2022, 9, 4))),
        (PLAN, Schedule(planned_end=date(2022, 8, 29))),
    )


def test_the_history_of_the_plan_is_oldest_first_and_ends_on_the_day(connection):
    store_ground(connection)
    store(
        connection,
        tables.milestone_states,
        milestone_state("M3-03", PLAN, planned_end=REVISION),
        milestone_state("M3-03", REVISION, version=2, holding=Holding.NOT_HELD),
        milestone_state("M3-03", date(2022, 9, 20), version=3),
        milestone_state("M3-08", REVISION),
    )
    found = read_plan_history(connection, ELECTION, STAKEHOLDER_DAY)
    planned = Schedule(planned_end=REVISION)
    assert found == {
        "M3-03": (
            Known(known_on=PLAN, schedule=planned, holding=Holding.PLANNED),
            Known(known_on=REVISION, schedule=Schedule(), holding=Holding.NOT_HELD),
        ),
        "M3-08": (
            Known(known_on=REVISION, schedule=Schedule(), holding=Holding.PLANNED),
        ),
    }


def test_a_baseline_shows_once_decided_with_all_its_days(connection):
    store_ground(connection)
    store(
        connection,
        tables.baselines,
        baseline("kpt-309-2022", REVISION),
        baseline("pkpu-3-2022", PLAN),
    )
    store(
        connection,
        tables.baseline_days,
        baseline_day("pkpu-3-2022", "3", date(2022, 7, 29), date(2022, 12, 13)),
        baseline_day("pkpu-3-2022", "10", None, None),
    )
    original = Baseline(
        code="pkpu-3-2022",
        name="PKPU-3-2022",
        decided_on=PLAN,
        days={"3": (date(2022, 7, 29), date(2022, 12, 13)), "10": (None, None)},
    )
    revised = Baseline(
        code="kpt-309-2022", name="KPT-309-2022", decided_on=REVISION, days={}
    )
    assert read_baselines(connection, ELECTION, date(2022, 6, 8)) == ()
    assert read_baselines(connection, ELECTION, PLAN) == (original,)
    assert read_baselines(connection, ELECTION, REVISION) == (original, revised)
