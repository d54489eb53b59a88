"""What changed between two days, such as two plenaries."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from domain.assessment import Assessment, Status
from domain.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What was known on one day.

    Attributes:
        day: The day.
        assessments: Milestones, in their order.
        findings: Kab/kota of each finding, by party code.
    """

    day: date
    assessments: tuple[Assessment, ...]
    findings: Mapping[str, Mapping[Finding, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A milestone that entered the plan.

    Attributes:
        assessment: The milestone, as it stands now.
    """

    assessment: Assessment


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChanged:
    """A milestone that stands elsewhere.

    Attributes:
        assessment: The milestone, as it stands now.
        before: Where it stood.
    """

    assessment: Assessment
    before: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanMoved:
    """A milestone whose planned end moved.

    Attributes:
        assessment: The milestone, as it stands now.
        before: Its planned end before; None where it had none.
    """

    assessment: Assessment
    before: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progressed:
    """A milestone that stands where it did, with another share done.

    Attributes:
        assessment: The milestone, as it stands now.
        before: Share done before, from 0 to 1; None where nobody had reported it.
    """

    assessment: Assessment
    before: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsChanged:
    """A party with another number of kab/kota of one finding.

    Attributes:
        party_code: Party.
        finding: The finding.
        before: Kab/kota before.
        after: Kab/kota now.
    """

    party_code: str
    finding: Finding
    before: int
    after: int


Change = Added | StatusChanged | PlanMoved | Progressed | FindingsChanged
"""One thing that changed."""


def changes_between(before: Snapshot, after: Snapshot) -> tuple[Change, ...]:
    """Return what changed: milestones in their order, then parties in theirs.

    A milestone that ended or began is not told again by its progress.

    Args:
        before: The earlier day.
        after: The later day; its orders count.
    """
    known = {each.milestone.code: each for each in before.assessments}
    return (
        *(
            change
            for each in after.assessments
            for change in _of_milestone(known.get(each.milestone.code), each)
        ),
        *_of_parties(before.findings, after.findings),
    )


def _of_milestone(before: Assessment | None, after: Assessment) -> Iterator[Change]:
    if before is None:
        yield Added(assessment=after)
        return
    planned_before = before.milestone.schedule.planned_end
    if planned_before != after.milestone.schedule.planned_end:
        yield PlanMoved(assessment=after, before=planned_before)
    if before.status is not after.status:
        yield StatusChanged(assessment=after, before=before.status)
    elif _share(before) != _share(after):
        yield Progressed(assessment=after, before=_share(before))


def _of_parties(
    before: Mapping[str, Mapping[Finding, int]],
    after: Mapping[str, Mapping[Finding, int]],
) -> Iterator[Change]:
    for party_code, counts in after.items():
        earlier = before.get(party_code, {})
        for finding in Finding:
            was, now = earlier.get(finding, 0), counts.get(finding, 0)
            if was != now:
                yield FindingsChanged(
                    party_code=party_code, finding=finding, before=was, after=now
                )


def _share(assessment: Assessment) -> Fraction | None:
    return assessment.progress.share if assessment.progress else None
