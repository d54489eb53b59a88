"""Simulated assessments of the integrity zone, from 2021 to 2026.

None was ever published: the commission's own worksheet was not read. The values are
fixed, so that the story stays the same, and marked as simulated where they are stored.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from domain.integrity_assessment import SURVEYED, Assessor, Scheme
from domain.integrity_scores import points_of, slots_of

Row: TypeAlias = dict[str, Any]

EVIDENCE = {"compliance": 12, "reform": 6, "result": 1}
"""Pieces of evidence that each aspect of a component needs, made up."""


@dataclass(frozen=True, slots=True)
class Given:
    """What one assessor gave for one year.

    Attributes:
        period: The year.
        assessor: Who assessed.
        known_on: Day from which it is known.
        compliance: Points of the six areas in their order.
        reform: Points of the same.
        results: Index of IPAK, points of the performance, index of IPKP.
    """

    period: int
    assessor: Assessor
    known_on: date
    compliance: str
    reform: str
    results: str

    @property
    def numbers(self) -> Sequence[Decimal]:
        """Return what stands in the worksheet, aspect by aspect of each component."""
        of_areas = zip(self.compliance.split(), self.reform.split(), strict=True)
        areas = [each for pair in of_areas for each in pair]
        return tuple(map(Decimal, [*areas, *self.results.split()]))


GIVEN = (
    Given(
        2021,
        Assessor.SELF,
        date(2021, 6, 15),
        compliance="3.0 2.6 3.6 3.7 4.9 3.7",
        reform="2.6 2.2 3.1 3.2 4.2 3.3",
        results="3.41 2.5 3.30",
    ),
    Given(
        2021,
        Assessor.INTERNAL,
        date(2021, 9, 20),
        compliance="2.8 2.4 3.4 3.5 4.7 3.5",
        reform="2.4 2.0 2.9 3.0 4.0 3.1",
        results="3.30 2.5 3.20",
    ),
    Given(
        2022,
        Assessor.SELF,
        date(2022, 6, 20),
        compliance="3.3 2.9 4.0 4.0 4.7 4.1",
        reform="2.9 2.5 3.4 3.5 4.0 3.8",
        results="3.52 3 3.45",
    ),
    Given(
        2022,
        Assessor.INTERNAL,
        date(2022, 10, 14),
        compliance="3.2 2.8 3.9 4.0 5.2 4.0",
        reform="2.8 2.5 3.4 3.4 4.5 3.8",
        results="3.62 3 3.48",
    ),
    Given(
        2023,
        Assessor.INTERNAL,
        date(2023, 10, 6),
        compliance="3.4 3.0 4.1 4.2 5.8 4.3",
        reform="3.0 2.7 3.6 3.7 5.2 4.0",
        results="3.66 3.75 3.58",
    ),
    Given(
        2024,
        Assessor.INTERNAL,
        date(2024, 10, 4),
        compliance="3.5 3.1 4.2 4.3 6.1 4.4",
        reform="3.2 2.8 3.8 3.9 5.5 4.2",
        results="3.69 3.75 3.63",
    ),
    Given(
        2025,
        Assessor.INTERNAL,
        date(2025, 10, 3),
        compliance="3.6 3.2 4.3 4.4 6.3 4.5",
        reform="3.3 2.9 3.9 4.0 5.7 4.3",
        results="3.72 4 3.68",
    ),
    Given(
        2026,
        Assessor.SELF,
        date(2026, 5, 25),
        compliance="3.7 3.2 4.4 4.5 6.5 4.6",
        reform="3.4 3.0 4.1 4.1 6.0 4.4",
        results="3.75 4 3.72",
    ),
)


def simulated_scores(scheme: Scheme) -> Iterator[Row]:
    """Yield every score of every assessment.

    Args:
        scheme: The components in their order, with their weights.
    """
    for given in GIVEN:
        slots = slots_of(scheme).items()
        for (slot, weight), number in zip(slots, given.numbers, strict=True):
            code, aspect = slot
            needed, points = EVIDENCE[aspect], points_of(slot, number, weight)
            yield {
                "period": given.period,
                "component_code": code,
                "aspect": aspect,
                "assessor": given.assessor,
                "version": 1,
                "known_on": given.known_on,
                "points": points,
                "survey_index": number if code in SURVEYED else None,
                "evidence": round(needed * points / weight),
                "evidence_needed": needed,
                "evidence_link": "",
            }
