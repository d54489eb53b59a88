"""Which kab/kota have sent figures of a phase, how long ago, and who can be asked."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.person import Person, Role
from domain.tally import Tally
from domain.verification import Verdict


class ReportStatus(StrEnum):
    """Whether a kab/kota has sent figures, and why not."""

    NO_OPERATOR = "no_operator"  # nobody has an account for it
    NEVER_SIGNED_IN = "never_signed_in"
    NEVER_SENT = "never_sent"
    REFUSED = "refused"  # some were sent back, and wait for it
    NOTHING_TO_CORRECT = "nothing_to_correct"  # every party was MS in the round before
    SENT = "sent"

    @property
    def is_silent(self) -> bool:
        """Return whether figures are still awaited."""
        return self not in {ReportStatus.SENT, ReportStatus.NOTHING_TO_CORRECT}


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionReports:
    """What a kab/kota has sent in a phase, as known on a day.

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What else tells why a kab/kota is silent.

    Attributes:
        people: People with an account.
        signed_in: Codes of those who ever signed in.
        excused: Codes of the kab/kota that have nothing to correct.
    """

    people: tuple[Person, ...]
    signed_in: Collection[str]
    excused: Collection[str] = ()


def nothing_to_correct(before: Iterable[Tally]) -> frozenset[str]:
    """Return the kab/kota in which a round of corrections has nothing to check.

    Args:
        before: Latest tallies of the round before.

    Source: PKPU 4/2022 (paragraphs not read): only what fell short is corrected.
    """
    known = tuple(before)
    short = {each.region_code for each in known if each.verdict is not Verdict.ELIGIBLE}
    return frozenset(each.region_code for each in known) - short


def silences(
    reports: Iterable[RegionReports], known: Circumstances, day: date
) -> tuple[Silence, ...]:
    """Return how long each kab/kota has been silent on a day, in the order given.

    Args:
        reports: What each has sent.
        known: Who has an account, who used it, who need not send anything.
        day: Day of the question.
    """
    operators = sorted(
        (person for person in known.people if person.role is Role.OPERATOR), key=_name
    )
    return tuple(_silence(each, operators, known, day) for each in reports)


def _silence(
    reports: RegionReports,
    operators: Iterable[Person],
    known: Circumstances,
    day: date,
) -> Silence:
    own = tuple(each for each in operators if reports.region_code in each.regions)
    return Silence(
        reports=reports,
        status=_status_of_sent(reports) or _status_of_silent(reports, own, known),
        age=None if reports.sent_on is None else (day - reports.sent_on).days,
        operators=own,
    )


def _status_of_sent(reports: RegionReports) -> ReportStatus | None:
    if reports.refused:
        return ReportStatus.REFUSED
    return ReportStatus.SENT if reports.sent_on else None


def _status_of_silent(
    reports: RegionReports, operators: Sequence[Person], known: Circumstances
) -> ReportStatus:
    if reports.region_code in known.excused:
        return ReportStatus.NOTHING_TO_CORRECT
    if not operators:
        return ReportStatus.NO_OPERATOR
    if any(each.code in known.signed_in for each in operators):
        return ReportStatus.NEVER_SENT
    return ReportStatus.NEVER_SIGNED_IN


def _name(person: Person) -> tuple[str, str]:
    return person.name, person.code
