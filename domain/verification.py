"""Phases of the party verification and the verdicts they may give."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.bilingual import Bilingual


class Verdict(StrEnum):
    """Result of a check, in the regulation's own abbreviations."""

    ELIGIBLE = "MS"  # memenuhi syarat
    CORRECTABLE = "BMS"  # belum memenuhi syarat: may be completed
    INELIGIBLE = "TMS"  # tidak memenuhi syarat


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One phase of the verification; its days are those of its milestone.

    Attributes:
        code: `administrative`, `administrative_correction`, `factual`,
            `factual_correction` or `reverification`.
        position: Place in the order of phases, from 1.
        name: Official name.
        short_name: Name as the stepper writes it.
        milestone_code: Milestone that carries the phase.
        verdicts: Verdicts that a kab/kota may give in this phase.
        known_on: Day the phase was ordered.
        legal_basis: Regulation behind it.
    """

    code: str
    position: int
    name: Bilingual
    short_name: Bilingual
    milestone_code: str
    verdicts: frozenset[Verdict]
    known_on: date
    legal_basis: str
