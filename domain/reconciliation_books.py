"""What is compared with what: the books of one election, as known on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from domain.tally import ReportedFigure, Tally, TallyOrigin

CellKey: TypeAlias = tuple[str, str, str]
"""Codes of phase, party and region."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesTotal:
    """What one version of decided minutes says of a cell.

    Attributes:
        cell: Phase, party and region.
        number: Number of the minutes.
        held_on: Day of the minutes.
        verdicts: Members found MS, BMS and TMS.
        is_simulated: Whether they are made up.
    """

    cell: CellKey
    number: str
    held_on: date
    verdicts: tuple[int, int, int]
    is_simulated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionCount:
    """A figure of the province and those of its kab/kota.

    Attributes:
        measure: What is counted.
        whole: The province's figure, as published; None where none is known.
        parts: Those of its kab/kota, in order of their codes.
        source: Who published them; empty where none is known.
    """

    measure: str
    whole: int | None
    parts: tuple[int | None, ...]
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedTotal:
    """A total and the parts that the same publication prints beside it.

    Attributes:
        region_code: Region it counts in.
        measure: What is counted.
        whole: The total as printed.
        parts: The parts as printed; never empty.
        source: Who published them.
    """

    region_code: str
    measure: str
    whole: int
    parts: tuple[int, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    """Everything that is compared, as known on a day.

    Attributes:
        province: Kemendagri code of the province.
        tallies: Latest public tallies of its kab/kota, of every phase.
        recaps: Latest public tallies of the province itself.
        sipol: Newest tally of each cell that Sipol gave.
        minutes: Every decided version, by cell, then by version.
        counts: Figures on regions.
        reported: Figures that others published.
        published: Totals that others published with their parts.
        areas: Codes of regions by the names that publications use.
    """

    province: str
    tallies: tuple[Tally, ...]
    recaps: tuple[Tally, ...]
    sipol: tuple[Tally, ...]
    minutes: tuple[MinutesTotal, ...]
    counts: tuple[RegionCount, ...]
    reported: tuple[ReportedFigure, ...]
    published: tuple[PublishedTotal, ...]
    areas: Mapping[str, str]


def cell_of(tally: Tally) -> CellKey:
    """Return phase, party and region of a tally."""
    return tally.phase_code, tally.party_code, tally.region_code


def is_simulated(tally: Tally) -> bool:
    """Return whether a tally is made up."""
    return tally.origin is TallyOrigin.SIMULATED
