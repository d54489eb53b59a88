"""Whether a party still reaches the kab/kota it needs, and which ones would do."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from domain.findings import Cell, Finding
from domain.tally_rules import projected_members, shortfall_verdict
from domain.verification import Phase, Verdict


class Standing(StrEnum):
    """Whether a party reaches the kab/kota it needs."""

    SECURED = "secured"
    POSSIBLE = "possible"
    IMPOSSIBLE = "impossible"


OPEN = frozenset({Finding.CORRECTABLE, Finding.IN_PROGRESS, Finding.UNREPORTED})
"""Findings that may still become MS."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """How many kab/kota a party has of those it needs.

    Attributes:
        standing: Whether it reaches them.
        eligible: Kab/kota found MS.
        correctable: Kab/kota found BMS.
        in_progress: Kab/kota under check.
        unreported: Kab/kota that nobody reported on.
        ineligible: Kab/kota found TMS.
        required: Kab/kota it needs.
        would_do: Codes of a smallest set of kab/kota that would complete them, the one
            nearest to its target first; empty unless still possible.
    """

    standing: Standing
    eligible: int
    correctable: int
    in_progress: int
    unreported: int
    ineligible: int
    required: int
    would_do: tuple[str, ...]


def outlook(cells: Iterable[Cell], required: int) -> Outlook:
    """Return whether one party still reaches the kab/kota it needs.

    Every kab/kota that is not decided, or only BMS, may still become MS; TMS is final.
    A first round knows no TMS, so nothing is final in it but MS.

    Args:
        cells: The party's kab/kota of one province.
        required: Kab/kota it needs there.

    Source: UU 7/2017, article 173 (2) c and f.
    """
    known = tuple(cells)
    counts = Counter(cell.finding for cell in known)
    still_open = sorted((cell for cell in known if cell.finding in OPEN), key=_distance)
    missing = max(0, required - counts[Finding.ELIGIBLE])
    standing = _standing(missing, len(still_open))
    nearest = still_open[:missing] if standing is Standing.POSSIBLE else []
    return Outlook(
        standing=standing,
        eligible=counts[Finding.ELIGIBLE],
        correctable=counts[Finding.CORRECTABLE],
        in_progress=counts[Finding.IN_PROGRESS],
        unreported=counts[Finding.UNREPORTED],
        ineligible=counts[Finding.INELIGIBLE],
        required=required,
        would_do=tuple(cell.region_code for cell in nearest),
    )


def province_verdict(outlook: Outlook, phase: Phase) -> Verdict | None:
    """Return the verdict on a party in the province, once its kab/kota allow one.

    Returns:
        MS once enough kab/kota are MS; what falling short means in the phase once all
        are decided; None before.

    Source: UU 7/2017, article 173 (2) c; KPU NTB, 30 November 2022 (8 of 10).
    """
    if outlook.standing is Standing.SECURED:
        return Verdict.ELIGIBLE
    if outlook.in_progress or outlook.unreported:
        return None
    return shortfall_verdict(phase)


def _distance(cell: Cell) -> tuple[Fraction, Fraction, str]:
    """Return the share of its target that a kab/kota lacks, then what is unchecked."""
    tally = cell.tally
    reached = projected_members(tally)
    if reached is None:
        reached = Fraction(tally.members if tally.visited else 0)
    lacks = max(Fraction(0), 1 - reached / max(1, tally.required))
    unchecked = 1 - Fraction(tally.visited, max(1, tally.sample))
    return lacks, unchecked, cell.region_code


def _standing(missing: int, still_open: int) -> Standing:
    if not missing:
        return Standing.SECURED
    return Standing.POSSIBLE if missing <= still_open else Standing.IMPOSSIBLE
