"""Requirements on a party, and how many of each it needs."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor
from typing import assert_never

from domain.bilingual import Bilingual
from domain.provenance import Provenance


class RequirementScope(StrEnum):
    """The level whose units a requirement counts."""

    NATIONAL = "national"
    PROVINCE = "province"
    REGENCY = "regency"  # kab/kota
    DISTRICT = "district"  # kecamatan


class RequirementKind(StrEnum):
    """What a requirement asks for."""

    LEGAL_ENTITY = "legal_entity"
    BOARD = "board"
    WOMEN = "women"
    MEMBERS = "members"
    OFFICE = "office"
    DOCUMENT = "document"  # name and symbol, account of campaign funds


class Rounding(StrEnum):
    """How a computed number becomes a whole one; it has changed by court ruling."""

    HALF_UP = "half_up"
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One requirement on a party, as one version of the law puts it.

    Attributes:
        code: Code within the election, such as `board_regencies`.
        letter: Letter in the article, such as `c`.
        name: What is asked for.
        scope: Level whose units are counted.
        kind: What is asked for, as a code.
        share: Share of the units that is needed; None where none is.
        fixed: Fixed number that is enough in any case; None where none is.
        rounding: How a share becomes a whole number.
        per_population: Members needed per inhabitant; None where none are.
        article: Law and article.
        provenance: Source of the wording.
    """

    code: str
    letter: str
    name: Bilingual
    scope: RequirementScope
    kind: RequirementKind
    share: Fraction | None
    fixed: int | None
    rounding: Rounding
    per_population: Fraction | None
    article: str
    provenance: Provenance


def regions_required(regions: int, requirement: Requirement) -> int:
    """Return in how many kab/kota of a province a party needs a board.

    Args:
        regions: Kab/kota of the province.
        requirement: The requirement in force, with its share and its rounding.

    Raises:
        ValueError: The requirement names no share.

    Source: UU 7/2017, article 173 (2) c: 75 %; halves up, as KPU counted for NTB (8 of
        10), NTT (17 of 22) and Sulawesi Utara (11 of 15).
    """
    return _share_of(regions, requirement)


def districts_required(districts: int, requirement: Requirement) -> int:
    """Return in how many kecamatan of a kab/kota a party needs a board.

    Raises:
        ValueError: The requirement names no share.

    Source: UU 7/2017, article 173 (2) d: 50 %; the rounding is inferred from letter c.
    """
    return _share_of(districts, requirement)


def women_required(seats: int, requirement: Requirement) -> int:
    """Return how many of the seats on a board, or on a list, women need to hold.

    Raises:
        ValueError: The requirement names no share.

    Source: UU 7/2017, article 173 (2) e and article 245: 30 %; the rounding of lists by
        PKPU 10/2023, article 8 (2), until MA 24 P/HUM/2023 ordered it up.
    """
    return _share_of(seats, requirement)


def members_required(population: int, requirement: Requirement) -> int:
    """Return how many members a party needs in a kab/kota.

    Args:
        population: Inhabitants of the kab/kota.
        requirement: The requirement in force, with its number and its share.

    Raises:
        ValueError: The requirement lacks the fixed number or the share of population.

    Source: UU 7/2017, article 173 (2) f: 1,000 or 1/1,000 of the population; rounded up
        as KPU did for Tabanan.
    """
    if requirement.fixed is None or requirement.per_population is None:
        raise ValueError(f"{requirement.code} does not say how many members")
    by_population = _whole(
        population * requirement.per_population, requirement.rounding
    )
    return min(requirement.fixed, by_population)


def _share_of(units: int, requirement: Requirement) -> int:
    if requirement.share is None:
        raise ValueError(f"{requirement.code} does not name a share")
    return _whole(units * requirement.share, requirement.rounding)


def _whole(exact: Fraction, rounding: Rounding) -> int:
    match rounding:
        case Rounding.HALF_UP:
            return floor(exact + Fraction(1, 2))
        case Rounding.UP:
            return ceil(exact)
        case Rounding.DOWN:
            return floor(exact)
        case _ as unreachable:
            assert_never(unreachable)
