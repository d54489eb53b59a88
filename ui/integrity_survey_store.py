"""What the pages know of the survey and of SAKIP, kept while it stays."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from data_access.integrity_accountability import (
    ACCOUNTABILITY_GROUND,
    read_accountability_years,
    read_bands,
    read_weights,
)
from data_access.integrity_survey import ROUNDS_GROUND, read_survey_rounds
from domain.integrity_accountability import AccountabilityYear, Band, Weight
from domain.integrity_survey import SurveyRound
from ui.known import Known
from ui.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Accountability:
    """SAKIP as known on a day.

    Attributes:
        years: The years known, oldest first.
        weights: Weights of the components, in the official order.
        bands: Bands of the grades, best first.
    """

    years: tuple[AccountabilityYear, ...]
    weights: tuple[Weight, ...]
    bands: tuple[Band, ...]


def rounds(visit: Visit) -> tuple[SurveyRound, ...]:
    """Return the rounds known on the day of a visit, oldest period first."""
    return ROUNDS(visit.revision, visit.day)


def accountability(visit: Visit) -> Accountability:
    """Return SAKIP as known on the day of a visit."""
    return ACCOUNTABILITY(visit.revision, visit.day)


def _read_accountability(connection: Connection, day: date) -> Accountability:
    return Accountability(
        years=read_accountability_years(connection, day),
        weights=read_weights(connection),
        bands=read_bands(connection),
    )


ROUNDS = Known(read_survey_rounds, ROUNDS_GROUND)
ACCOUNTABILITY = Known(_read_accountability, ACCOUNTABILITY_GROUND)
