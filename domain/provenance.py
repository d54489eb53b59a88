"""Where a fact comes from, and how far it may be trusted."""

from dataclasses import dataclass
from enum import StrEnum


class Confidence(StrEnum):
    """How a fact was established; the word is stored with the fact."""

    VERIFIED = "verified"  # number and wording read in a source
    PARTIAL = "partial"  # the number read, the article or paragraph not
    INFERRED = "inferred"  # concluded from verified facts
    RECALLED = "recalled"  # from memory; check before relying on it
    SIMULATED = "simulated"  # made up from a fixed seed, never an official figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """The source of one fact.

    Attributes:
        source: Address, regulation, or minutes the fact was read in.
        confidence: How far the fact may be trusted.
        note: What a reader must know about the source; may be empty.
    """

    source: str
    confidence: Confidence
    note: str = ""
