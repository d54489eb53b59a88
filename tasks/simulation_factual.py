"""The two factual rounds of the simulation: a sample of the members is visited."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random

from domain.sampling import krejcie_morgan
from domain.verification import Verdict
from tasks.simulation_outcomes import (
    CORRECTION_FAILED,
    FACTUAL_PARTIES,
    FIRST_ROUND,
    MATARAM,
    MATARAM_REPORTED_ON,
    MATARAM_SAMPLE,
    MATARAM_VISITED,
    NO_SAMPLE,
    PERINDO_CORRECTION_SAMPLE,
    REGIONS,
    verdict_letter,
)
from tasks.simulation_recap import Recap, steady_pace
from tasks.simulation_shares import apportion, members_for_samples

FIRST_DAY = date(2022, 10, 18)
LAST_DAY = date(2022, 11, 4)
PLENARY = date(2022, 11, 5)
LATE_PLENARY = {"52.06": date(2022, 11, 6), "52.07": date(2022, 11, 7)}
LATE_MINUTES = date(2022, 11, 7)
"""Bima and Sumbawa Barat checked on past the plan; both recorded on 7 November."""

CORRECTION_FIRST_DAY = date(2022, 11, 24)
CORRECTION_LAST_DAY = date(2022, 12, 7)
CORRECTION_PLENARY = date(2022, 12, 8)

Cell = tuple[str, str]


def factual_recaps(
    required: Mapping[str, int], chance: Random
) -> tuple[Sequence[Recap], Sequence[Recap]]:
    """Return the first round, and the round of corrections for its BMS.

    Gelora's one BMS is left as it is: it has its 8 kab/kota without.
    """
    members = _members(required, chance)
    visited = _visited_in_mataram(members)
    first = [
        _first_round(cell, count, required[cell[1]], visited.get(cell), chance)
        for cell, count in members.items()
    ]
    corrected = _corrected_members(required, chance)
    correction = [
        _correction(cell, count, required[cell[1]], chance)
        for cell, count in corrected.items()
    ]
    return first, correction


def _members(required: Mapping[str, int], chance: Random) -> dict[Cell, int]:
    """Return the members behind each sample, just above the minimum."""
    cells = [(party, region) for party in FACTUAL_PARTIES for region in REGIONS]
    cells.remove(NO_SAMPLE)
    members = {
        cell: required[cell[1]] * chance.randint(100, 104) // 100 + 1 for cell in cells
    }
    mataram = [cell for cell in cells if cell[1] == MATARAM]
    wishes = [required[MATARAM] * chance.randint(106, 124) // 100 for _ in mataram]
    exact = members_for_samples(wishes, MATARAM_SAMPLE)
    return members | dict(zip(mataram, exact, strict=True))


def _visited_in_mataram(members: Mapping[Cell, int]) -> dict[Cell, int]:
    cells = [cell for cell in members if cell[1] == MATARAM]
    samples = [krejcie_morgan(members[cell]) for cell in cells]
    return dict(zip(cells, apportion(MATARAM_VISITED, samples), strict=True))


def _corrected_members(required: Mapping[str, int], chance: Random) -> dict[Cell, int]:
    """Return the members after corrections, for each BMS of a party that corrects."""
    cells = [
        (party, region)
        for party, letters in FIRST_ROUND.items()
        for region, letter in zip(REGIONS, letters, strict=True)
        if letter == "B" and party != "gelora"
    ]
    members = {
        cell: required[cell[1]] * chance.randint(120, 150) // 100 for cell in cells
    }
    perindo = [cell for cell in cells if cell[0] == "perindo"]
    wishes = [required[region] * 145 // 100 for _, region in perindo]
    exact = members_for_samples(wishes, PERINDO_CORRECTION_SAMPLE)
    return members | dict(zip(perindo, exact, strict=True))


def _first_round(
    cell: Cell, members: int, need: int, visited: int | None, chance: Random
) -> Recap:
    party, region = cell
    sample = krejcie_morgan(members)
    is_eligible = verdict_letter(party, region) == "M"
    eligible = _eligible(sample, _enough(sample, members, need), is_eligible, chance)
    decided_on = LATE_PLENARY.get(region, PLENARY)
    late = region in LATE_PLENARY
    pace = steady_pace(FIRST_DAY, decided_on if late else LAST_DAY, sample, chance)
    if visited is not None:
        pace = (pace[0], (MATARAM_REPORTED_ON, visited), pace[-1])
    return Recap(
        party=party,
        region=region,
        phase="factual",
        members=members,
        required=need,
        sample=sample,
        eligible=eligible,
        correctable=sample - eligible,
        ineligible=0,
        verdict=Verdict.ELIGIBLE if is_eligible else Verdict.CORRECTABLE,
        pace=pace,
        decided_on=decided_on,
        known_on=LATE_MINUTES if late else decided_on,
    )


def _correction(cell: Cell, members: int, need: int, chance: Random) -> Recap:
    party, region = cell
    sample = krejcie_morgan(members)
    is_eligible = cell not in CORRECTION_FAILED
    eligible = _eligible(sample, _enough(sample, members, need), is_eligible, chance)
    last = CORRECTION_LAST_DAY - timedelta(days=chance.randint(0, 2))
    return Recap(
        party=party,
        region=region,
        phase="factual_correction",
        members=members,
        required=need,
        sample=sample,
        eligible=eligible,
        correctable=0,
        ineligible=sample - eligible,
        verdict=Verdict.ELIGIBLE if is_eligible else Verdict.INELIGIBLE,
        pace=steady_pace(CORRECTION_FIRST_DAY, last, sample, chance),
        decided_on=CORRECTION_PLENARY,
        known_on=CORRECTION_PLENARY,
    )


def _enough(sample: int, members: int, need: int) -> int:
    """Return how many of the sample must be MS for the minimum to hold, projected.

    Source: none read; recalled from the technical guide (Keputusan KPU 260/2022).
    """
    return -(-sample * need // members)


def _eligible(sample: int, enough: int, is_eligible: bool, chance: Random) -> int:
    if is_eligible:
        return chance.randint(enough, sample)
    return enough * chance.randint(70, 96) // 100
