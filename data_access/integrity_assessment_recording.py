"""Records an assessment of the integrity zone: all of its scores, or none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection, Engine

from data_access.changes import Append
from data_access.integrity_assessments import read_scheme
from data_access.milestone_recording import RowsRefused
from data_access.recording import Errand, write_prepared
from data_access.staff_sources import source_of
from data_access.tables import integrity_scores
from domain.integrity_assessment import SURVEYED, Assessor
from domain.integrity_scores import (
    ScoreEdit,
    Slot,
    check_scores,
    decimal_of,
    points_of,
    slots_of,
)
from domain.person import Permission, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedAssessment:
    """An assessment as somebody opened it.

    Attributes:
        period: Year assessed.
        assessor: Who assessed.
        versions: Newest version of each of its scores then; none where there was none.
    """

    period: int
    assessor: Assessor
    versions: Mapping[Slot, int]


def record_assessment(
    engine: Engine,
    errand: Errand,
    opened: OpenedAssessment,
    edits: Mapping[Slot, ScoreEdit],
) -> int:
    """Store all scores of an assessment as one writing; return its data revision.

    Args:
        engine: The database.
        errand: Who records it, why and when; it is known from that day on.
        opened: The assessment as it was opened.
        edits: Every score, as typed.

    Raises:
        SignedOut: Nobody is signed in.
        NotPermitted: The person may not.
        VersionConflict: Somebody saved one of the scores first.
        RowsRefused: A score is missing, over its weight, or otherwise breaks a rule.
    """

    def prepare(connection: Connection, _: Person) -> Sequence[Append]:
        scheme = read_scheme(connection)
        if broken := check_scores(edits, scheme, opened.period, errand.day):
            raise RowsRefused(broken)
        weights = slots_of(scheme)
        return tuple(
            _append(opened, slot, (edits[slot], weights[slot]), errand.day)
            for slot in weights
        )

    return write_prepared(engine, errand, Permission.RECORD_INTEGRITY, prepare)


def _append(
    opened: OpenedAssessment, slot: Slot, given: tuple[ScoreEdit, Decimal], day: date
) -> Append:
    (code, aspect), (edit, weight) = slot, given
    number = decimal_of(edit.number) or Decimal(0)
    return Append(
        table=integrity_scores,
        key={
            "period": opened.period,
            "component_code": code,
            "aspect": aspect,
            "assessor": opened.assessor,
        },
        values={
            "points": points_of(slot, number, weight),
            "survey_index": number if code in SURVEYED else None,
            "evidence": edit.evidence,
            "evidence_needed": edit.evidence_needed,
            "evidence_link": edit.link,
            "known_on": day,
            **source_of(None),
        },
        expected_version=opened.versions.get(slot, 0),
    )
