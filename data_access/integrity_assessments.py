"""The self-assessment of the integrity zone: read as known on a day."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sqlalchemy import Connection, func, select

from data_access.grounds import Ground
from data_access.integrity_components import component_of
from data_access.integrity_versions import known_on_day
from data_access.rows import AnyRow, provenance_of
from data_access.tables import (
    integrity_components,
    integrity_predicates,
    integrity_scores,
    integrity_thresholds,
    reform_areas,
)
from domain.bilingual import Bilingual
from domain.integrity_assessment import (
    Aspect,
    Assessment,
    Assessor,
    Attained,
    Predicate,
    ResultCode,
    Scheme,
    Score,
    Threshold,
)
from domain.integrity_scores import Slot
from domain.provenance import Provenance

ASSESSMENTS_GROUND = Ground(
    (
        integrity_components,
        integrity_thresholds,
        integrity_scores,
        integrity_predicates,
    ),
    (integrity_scores.c.known_on, integrity_predicates.c.known_on),
)
"""What `read_scheme`, `read_assessments` and `read_attained` rest on."""

REFORM_GROUND = Ground((reform_areas,))
"""What `read_reform_areas` rests on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReformArea:
    """An area of the agenda of the bureaucratic reform.

    Attributes:
        name: Its name.
        provenance: Source of it.
    """

    name: Bilingual
    provenance: Provenance


def read_scheme(connection: Connection) -> Scheme:
    """Return the components in their order, and the thresholds of the predicates."""
    components = integrity_components
    query = select(components).order_by(components.c.position, components.c.code)
    found = connection.execute(query).mappings()
    thresholds = connection.execute(select(integrity_thresholds))
    return Scheme(
        components=tuple(component_of({**row}) for row in found),
        thresholds={each.predicate: each for each in map(_threshold, thresholds)},
    )


def read_assessments(connection: Connection, day: date) -> tuple[Assessment, ...]:
    """Return the assessments known on a day, oldest period first.

    Of one period, the one that outweighs the others comes last.
    """
    known = known_on_day(integrity_scores, day).subquery()
    query = (
        select(known)
        .join(
            integrity_components, integrity_components.c.code == known.c.component_code
        )
        .order_by(known.c.period, known.c.assessor, integrity_components.c.position)
    )
    rows = connection.execute(query)
    found = [
        Assessment(period=period, assessor=assessor, scores=tuple(map(_score, scores)))
        for (period, assessor), scores in groupby(
            rows, lambda row: (row.period, row.assessor)
        )
    ]
    return tuple(sorted(found, key=lambda each: each.place))


def read_newest_versions(
    connection: Connection, period: int, assessor: Assessor
) -> dict[Slot, int]:
    """Return the newest version of each score of an assessment, on whatever day."""
    scores = integrity_scores
    query = (
        select(scores.c.component_code, scores.c.aspect, func.max(scores.c.version))
        .where(scores.c.period == period, scores.c.assessor == assessor)
        .group_by(scores.c.component_code, scores.c.aspect)
    )
    return {(code, aspect): last for code, aspect, last in connection.execute(query)}


def read_attained(connection: Connection, day: date) -> tuple[Attained, ...]:
    """Return the predicates obtained or declared, known on a day, oldest first."""
    known = integrity_predicates
    query = (
        select(known)
        .where(known.c.known_on <= day)
        .order_by(known.c.known_on, known.c.predicate)
    )
    return tuple(map(_attained, connection.execute(query)))


def read_reform_areas(connection: Connection) -> tuple[ReformArea, ...]:
    """Return the areas of the agenda of the bureaucratic reform, in their order."""
    query = select(reform_areas).order_by(reform_areas.c.position, reform_areas.c.code)
    return tuple(
        ReformArea(
            name=Bilingual(row.name_indonesian, row.name_english),
            provenance=provenance_of(row),
        )
        for row in connection.execute(query)
    )


def _score(row: AnyRow) -> Score:
    return Score(
        component=row.component_code,
        aspect=Aspect(row.aspect),
        points=row.points,
        index=row.survey_index,
        evidence=row.evidence,
        evidence_needed=row.evidence_needed,
        link=row.evidence_link,
        known_on=row.known_on,
        version=row.newest,
        provenance=provenance_of(row),
    )


def _threshold(row: AnyRow) -> Threshold:
    return Threshold(
        predicate=Predicate(row.predicate),
        total=row.total,
        leverage=row.leverage,
        results={
            ResultCode.ANTI_CORRUPTION: row.anti_corruption,
            ResultCode.PERFORMANCE: row.performance,
            ResultCode.SERVICE: row.service,
        },
        area_share=row.area_share,
        article=row.article,
        provenance=provenance_of(row),
    )


def _attained(row: AnyRow) -> Attained:
    return Attained(
        predicate=row.predicate,
        step=row.step,
        period=row.period,
        on=row.day,
        known_on=row.known_on,
        provenance=provenance_of(row),
    )
