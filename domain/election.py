"""An election, the frame that every stage, party and tally belongs to."""

from dataclasses import dataclass
from datetime import date

from domain.bilingual import Bilingual
from domain.provenance import Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Election:
    """One election and its voting day.

    Attributes:
        code: Code used in addresses, such as `pemilu-2024`.
        name: Official name.
        launched_on: Day the stages were opened.
        voting_day: Day of voting.
        voting_day_name: Name the commission gave to that day.
        opens_on: Day the screens open on when the address names none; None opens today.
        legal_basis: Law and regulation that order the stages.
        provenance: Source of these facts.
    """

    code: str
    name: Bilingual
    launched_on: date
    voting_day: date
    voting_day_name: Bilingual
    opens_on: date | None
    legal_basis: str
    provenance: Provenance

    def __post_init__(self) -> None:
        if self.voting_day < self.launched_on:
            raise ValueError(f"{self.code} votes before its stages open")

    def days_to_voting(self, day: date) -> int:
        """Return the calendar days left until voting day; negative after it."""
        return (self.voting_day - day).days
