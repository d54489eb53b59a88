"""Simulated rounds of the satisfaction survey; none of them was ever held.

The figures are fixed, and marked as simulated wherever they are stored.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any, TypeAlias

from domain.integrity_survey import Basis, Element

Row: TypeAlias = dict[str, Any]

OFFICE_ROUNDS = (
    ("kantor-2021-2", 1, date(2021, 7, 1), date(2021, 12, 30), date(2022, 1, 17),
     (41, 96), (123, 121, 115, 150, 122, 125, 127, 112, 118)),
    ("kantor-2022-1", 1, date(2022, 1, 3), date(2022, 6, 30), date(2022, 7, 15),
     (29, 120), (93, 91, 86, 110, 92, 95, 96, 84, 92)),
    ("kantor-2022-1", 2, date(2022, 1, 3), date(2022, 6, 30), date(2022, 10, 3),
     (29, 120), (93, 91, 86, 110, 92, 95, 96, 87, 92)),
    ("kantor-2022-2", 1, date(2022, 7, 1), date(2022, 12, 30), date(2023, 1, 16),
     (136, 208), (466, 452, 438, 531, 460, 472, 481, 431, 455)),
    ("kantor-2023-1", 1, date(2023, 1, 2), date(2023, 6, 30), date(2023, 7, 17),
     (151, 245), (530, 519, 511, 594, 527, 541, 545, 498, 520)),
    ("kantor-2023-2", 1, date(2023, 7, 3), date(2023, 12, 29), date(2024, 1, 15),
     (148, 230), (531, 524, 514, 586, 528, 538, 541, 505, 522)),
)  # fmt: skip
"""Code, version, period, day it was told, respondents and people served, totals."""

SERVICE_AVERAGES = (
    "3.42",
    "3.36",
    "3.21",
    "3.90",
    "3.38",
    "3.47",
    "3.52",
    "3.08",
    "3.3",
)
"""Averages of the nine elements of the unified service, known to two decimals."""


def simulated_rounds() -> Iterator[Row]:
    """Yield every version of every round: of the office, and of one service."""
    for code, version, start, end, known_on, people, totals in OFFICE_ROUNDS:
        respondents, population = people
        yield {
            "round_code": code,
            "version": version,
            "known_on": known_on,
            "period_start": start,
            "period_end": end,
            "respondents": respondents,
            "population": population,
            "basis": Basis.TOTALS,
            **_figures(map(Fraction, totals)),
        }
    yield {
        "round_code": "layanan-terpadu-2022-1",
        "version": 1,
        "known_on": date(2022, 11, 4),
        "service_code": "layanan-terpadu",
        "period_start": date(2022, 9, 12),
        "period_end": date(2022, 10, 28),
        "respondents": 118,
        "population": 164,
        "basis": Basis.AVERAGES,
        "deviation": Fraction("8.4"),
        **_figures(map(Fraction, SERVICE_AVERAGES)),
    }


def _figures(figures: Iterator[Fraction]) -> Row:
    return dict(zip((each.value for each in Element), figures, strict=True))
