"""What the pages know of the self-assessment, kept while it stays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from data_access.integrity_assessments import (
    ASSESSMENTS_GROUND,
    REFORM_GROUND,
    ReformArea,
    read_assessments,
    read_attained,
    read_newest_versions,
    read_reform_areas,
    read_scheme,
)
from domain.integrity_assessment import (
    Assessment,
    Assessor,
    Attained,
    Predicate,
    Scheme,
    newest,
    next_predicate,
)
from domain.integrity_scores import Slot
from domain.integrity_standing import Distance, Part, distance, parts_of
from ui import store
from ui.kept import kept
from ui.known import Known
from ui.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Standing:
    """The self-assessment as known on a day.

    Attributes:
        scheme: The components and the thresholds.
        assessments: Every assessment known, oldest period first.
        attained: Predicates obtained or declared, oldest first.
        newest: The assessment that counts; None without any.
        parts: Its areas and results.
        distances: What it lacks, by predicate.
        goal: The next predicate, or the last one where all were obtained.
    """

    scheme: Scheme
    assessments: Sequence[Assessment]
    attained: Sequence[Attained]
    newest: Assessment | None
    parts: Sequence[Part]
    distances: Mapping[Predicate, Distance]
    goal: Predicate

    @property
    def distance(self) -> Distance | None:
        """Return what lacks for the next predicate; None without its threshold."""
        return self.distances.get(self.goal)


def standing(visit: Visit) -> Standing:
    """Return the self-assessment known on the day of a visit."""
    return STANDING(visit.revision, visit.day)


def scheme(visit: Visit) -> Scheme:
    """Return the components and thresholds."""
    return standing(visit).scheme


def reform_areas(visit: Visit) -> tuple[ReformArea, ...]:
    """Return the areas of the agenda of the bureaucratic reform, in their order."""
    return REFORM(visit.revision, visit.day)


def newest_versions(
    visit: Visit, period: int, assessor: Assessor
) -> Mapping[Slot, int]:
    """Return the newest version of each score of an assessment."""
    return _newest_versions(visit.revision, period, assessor)


def _read_standing(connection: Connection, day: date) -> Standing:
    found = read_scheme(connection)
    assessments = read_assessments(connection, day)
    attained = read_attained(connection, day)
    last = newest(assessments)
    parts = parts_of(last, found) if last else ()
    return Standing(
        scheme=found,
        assessments=assessments,
        attained=attained,
        newest=last,
        parts=parts,
        distances={
            predicate: distance(parts, threshold)
            for predicate, threshold in found.thresholds.items()
        },
        goal=next_predicate(attained) or Predicate.WBBM,
    )


@kept
def _newest_versions(
    revision: int,  # noqa: ARG001 - cache key
    period: int,
    assessor: Assessor,
) -> Mapping[Slot, int]:
    with store.connect() as connection:
        return read_newest_versions(connection, period, assessor)


def _read_reform_areas(connection: Connection, _: date) -> tuple[ReformArea, ...]:
    return read_reform_areas(connection)


STANDING = Known(_read_standing, ASSESSMENTS_GROUND)
REFORM = Known(_read_reform_areas, REFORM_GROUND)
