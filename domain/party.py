"""Political parties and the decisions taken on them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.provenance import Provenance


class VerificationPath(StrEnum):
    """Which verifications a party goes through.

    Source: MK 55/PUU-XVIII/2020.
    """

    ADMINISTRATIVE_ONLY = "administrative_only"
    ADMINISTRATIVE_AND_FACTUAL = "administrative_and_factual"


class DecisionKind(StrEnum):
    """What a decision on a party is about."""

    REGISTRATION = "registration"
    ADMINISTRATIVE = "administrative"
    FACTUAL = "factual"
    DETERMINATION = "determination"


class DecisionResult(StrEnum):
    """Outcome of a decision on a party."""

    ACCEPTED = "accepted"  # registration complete
    RETURNED = "returned"  # registration documents given back
    NOT_FILED = "not_filed"  # did not register, or did not hand in corrections
    INCOMPLETE = "incomplete"  # corrections handed in incomplete
    ELIGIBLE = "MS"
    CORRECTABLE = "BMS"
    INELIGIBLE = "TMS"
    DETERMINED = "determined"  # contestant of the election, with a ballot number


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyDecision:
    """One decision on a party.

    Attributes:
        kind: What was decided about.
        result: Outcome.
        decided_on: Day of the decision.
        ballot_number: Number given by a determination, otherwise None.
        provenance: Source of the decision.
    """

    kind: DecisionKind
    result: DecisionResult
    decided_on: date
    ballot_number: int | None
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One party, with the decisions known on a day.

    Attributes:
        code: Code used in addresses, such as `perindo`.
        name: Full name.
        short_name: Name as the screens write it.
        order: Place in the official order: the ballot number once known to history,
            then the order of the source; never shown as a number by itself.
        is_parliamentary: Whether it won seats in the DPR of 2019 to 2024.
        path: Which verifications it goes through.
        decisions: Decisions known on the day, oldest first.
        provenance: Source of these facts.
    """

    code: str
    name: str
    short_name: str
    order: int
    is_parliamentary: bool
    path: VerificationPath
    decisions: tuple[PartyDecision, ...]
    provenance: Provenance

    @property
    def ballot_number(self) -> int | None:
        """Return the ballot number, once one was given."""
        numbers = [d.ballot_number for d in self.decisions if d.ballot_number]
        return numbers[-1] if numbers else None

    def latest(self, kind: DecisionKind) -> PartyDecision | None:
        """Return the latest known decision of one kind."""
        known = [decision for decision in self.decisions if decision.kind is kind]
        return known[-1] if known else None
