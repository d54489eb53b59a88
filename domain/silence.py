"""Which kab/kota have sent their figures, how long ago, and who can be asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.person import Person, Role


class ReportStatus(StrEnum):
    """Whether a kab/kota has sent figures."""

    NEVER_SENT = "never_sent"
    SENT = "sent"
    REFUSED = "refused"  # some were sent back, and wait for it


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionReports:
    """What a kab/kota has sent, as known on a day.

    Attributes:
        region_code: Kemendagri code of the kab/kota.
        sent_on: Day its last figures were recorded; None where it sent none.
        reported_on: Latest day that its figures refer to; None where it sent none.
        refused: Tallies that were sent back and not sent again.
        is_simulated: Whether any of them is made up.
    """

    region_code: str
    sent_on: date | None
    reported_on: date | None
    refused: int
    is_simulated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """How long a kab/kota has been silent, and who answers for it.

    Attributes:
        reports: What it has sent.
        status: Whether it has.
        age: Days since its last figures were recorded; None where it sent none.
        operators: Its operators, by name; empty where it has none.
    """

    reports: RegionReports
    status: ReportStatus
    age: int | None
    operators: tuple[Person, ...]


def silences(
    reports: Iterable[RegionReports], people: Iterable[Person], day: date
) -> tuple[Silence, ...]:
    """Return how long each kab/kota has been silent on a day, in the order given.

    Args:
        reports: What each has sent.
        people: People with an account.
        day: Day of the question.
    """
    operators = sorted(
        (person for person in people if person.role is Role.OPERATOR), key=_name
    )
    return tuple(_silence(each, operators, day) for each in reports)


def _silence(reports: RegionReports, operators: Iterable[Person], day: date) -> Silence:
    own = (each for each in operators if reports.region_code in each.regions)
    return Silence(
        reports=reports,
        status=_status(reports),
        age=None if reports.sent_on is None else (day - reports.sent_on).days,
        operators=tuple(own),
    )


def _status(reports: RegionReports) -> ReportStatus:
    if reports.refused:
        return ReportStatus.REFUSED
    return ReportStatus.SENT if reports.sent_on else ReportStatus.NEVER_SENT


def _name(person: Person) -> tuple[str, str]:
    return person.name, person.code
