"""What is known of each party in each kab/kota, in one phase."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.tally import Tally
from domain.verification import Verdict


class Finding(StrEnum):
    """What is known of a party in one kab/kota."""

    ELIGIBLE = "MS"
    CORRECTABLE = "BMS"
    INELIGIBLE = "TMS"
    IN_PROGRESS = "in_progress"  # checked in part, or not decided yet
    UNREPORTED = "unreported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A party in one kab/kota, in one phase.

    Attributes:
        party_code: Party.
        region_code: Kemendagri code of the kab/kota.
        finding: What is known there.
        tally: The latest tally known there, of the round before where this has none.
        is_carried_over: Whether it was MS in the round before and not checked again.
    """

    party_code: str
    region_code: str
    finding: Finding
    tally: Tally
    is_carried_over: bool = False


def verdicts(
    current: Iterable[Tally], previous: Iterable[Tally]
) -> dict[tuple[str, str], Cell]:
    """Return what is known of each party in each kab/kota in a phase.

    A kab/kota found MS in the round before stays MS without being checked again.

    Args:
        current: Latest tallies of the phase, one for each party and kab/kota.
        previous: Those of the round that it corrects; none for a first round.

    Returns:
        Cells by party code and region code.

    Source: PKPU 4/2022 (paragraphs not read): only what fell short is corrected.
    """
    cells = {_key(tally): _from_before(tally) for tally in previous}
    for tally in current:
        earlier = cells.get(_key(tally))
        stays = earlier is not None and earlier.is_carried_over
        if tally.verdict or not stays:
            cells[_key(tally)] = _checked(tally)
    return cells


def count_verdicts(
    cells: Mapping[tuple[str, str], Cell],
) -> dict[str, Counter[Finding]]:
    """Return how many kab/kota each party has of each finding, by party code."""
    counts: defaultdict[str, Counter[Finding]] = defaultdict(Counter)
    for cell in cells.values():
        counts[cell.party_code][cell.finding] += 1
    return dict(counts)


def _key(tally: Tally) -> tuple[str, str]:
    return tally.party_code, tally.region_code


def _checked(tally: Tally) -> Cell:
    if tally.verdict:
        finding = Finding(tally.verdict.value)
    else:
        finding = Finding.IN_PROGRESS if tally.visited else Finding.UNREPORTED
    return _cell(tally, finding)


def _from_before(tally: Tally) -> Cell:
    if tally.verdict is Verdict.ELIGIBLE:
        return _cell(tally, Finding.ELIGIBLE, is_carried_over=True)
    return _cell(tally, Finding.UNREPORTED)


def _cell(tally: Tally, finding: Finding, *, is_carried_over: bool = False) -> Cell:
    return Cell(
        party_code=tally.party_code,
        region_code=tally.region_code,
        finding=finding,
        tally=tally,
        is_carried_over=is_carried_over,
    )
