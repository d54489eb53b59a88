from datetime import date
from fractions import Fraction

from domain.assessment import Status
from domain.changes import (
    Added,
    FindingsChanged,
    PlanMoved,
    Progressed,
    Snapshot,
    StatusChanged,
    changes_between,
)
from domain.findings import Finding
from tests.domain.builders import assessed, milestone

FIRST_PLENARY, STAKEHOLDER_DAY = date(2022, 8, 14), date(2022, 9, 8)
START, END = date(2022, 8, 2), date(2022, 9, 11)


def snapshot(day, *milestones, findings=None):
    return Snapshot(
        day=day, assessments=assessed(*milestones, day=day), findings=findings or {}
    )


def changes(before, after):
    return changes_between(
        snapshot(FIRST_PLENARY, *before), snapshot(STAKEHOLDER_DAY, *after)
    )


def checked(percent=None, end=END, **more):
    share = None if percent is None else Fraction(percent, 100)
    return milestone("M3-03", START, end, START, progress=share, **more)


def test_nothing_changes_between_a_day_and_itself():
    today = snapshot(
        STAKEHOLDER_DAY, checked(97), findings={"perindo": {Finding.ELIGIBLE: 3}}
    )
    assert changes_between(today, today) == ()


def test_a_milestone_that_entered_the_plan_is_told_once():
    (change,) = changes([], [checked(97)])
    assert isinstance(change, Added)
    assert change.assessment.milestone.code == "M3-03"


def test_a_milestone_that_ended_is_told_by_its_status_and_not_by_its_progress():
    ended = checked(97, updated_on=STAKEHOLDER_DAY)
    done = milestone("M3-03", START, END, START, date(2022, 9, 7))
    (change,) = changes([ended], [done])
    assert isinstance(change, StatusChanged)
    assert (change.before, change.assessment.status) == (Status.RUNNING, Status.DONE)


def test_a_revised_plan_moves_the_end_and_may_change_the_status():
    slow = checked(60, updated_on=FIRST_PLENARY)
    revised = checked(60, end=date(2022, 8, 31), updated_on=FIRST_PLENARY)
    moved, status = changes([slow], [revised])
    assert moved == PlanMoved(assessment=moved.assessment, before=END)
    assert status.before is Status.RUNNING
    assert status.assessment.status is Status.OVERDUE


def test_the_first_figures_of_a_running_milestone_are_progress():
    (change,) = changes([checked()], [checked(98)])
    assert isinstance(change, Progressed)
    assert change.before is None
    assert change.assessment.progress.share == Fraction(98, 100)


def test_a_party_is_told_for_each_finding_that_changed():
    before = {"perindo": {Finding.CORRECTABLE: 4, Finding.ELIGIBLE: 3}}
    after = {
        "perindo": {Finding.CORRECTABLE: 4, Finding.ELIGIBLE: 6},
        "ummat": {Finding.INELIGIBLE: 1},
    }
    found = changes_between(
        snapshot(FIRST_PLENARY, findings=before),
        snapshot(STAKEHOLDER_DAY, findings=after),
    )
    assert found == (
        FindingsChanged(
            party_code="perindo", finding=Finding.ELIGIBLE, before=3, after=6
        ),
        FindingsChanged(
            party_code="ummat", finding=Finding.INELIGIBLE, before=0, after=1
        ),
    )


def test_milestones_come_in_their_order_and_before_parties():
    first, second = milestone("M3-01"), checked(97)
    before = snapshot(FIRST_PLENARY)
    after = snapshot(
        STAKEHOLDER_DAY,
        first,
        second,
        findings={"perindo": {Finding.ELIGIBLE: 1}},
    )
    found = changes_between(before, after)
    codes = [change.assessment.milestone.code for change in found[:2]]
    assert codes == ["M3-01", "M3-03"]
    assert isinstance(found[2], FindingsChanged)
