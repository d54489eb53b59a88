"""The two administrative rounds of the simulation: every member is checked."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from random import Random

from domain.verification import Verdict
from tasks.simulation_outcomes import (
    FACTUAL_PARTIES,
    FAILED_ADMINISTRATIVE,
    PARLIAMENTARY,
    REGIONS,
    WITHOUT_CORRECTION,
)
from tasks.simulation_recap import Pace, Recap, steady_pace

FIRST_DAY = date(2022, 8, 16)
HANDED_OVER = {
    "52.01": date(2022, 9, 4),
    "52.02": date(2022, 9, 5),
    "52.03": date(2022, 9, 5),
    "52.04": date(2022, 9, 5),
    "52.05": date(2022, 9, 10),
    "52.06": date(2022, 9, 5),
    "52.07": date(2022, 9, 4),
    "52.08": date(2022, 9, 4),
    "52.71": date(2022, 9, 4),
    "52.72": date(2022, 9, 11),
}
"""Hand-over to the province, planned for 4 to 5 September: Dompu and Kota Bima late."""

ON_TIME = date(2022, 9, 5)
OTHERS_DONE_ON = date(2022, 9, 7)
"""In a late kab/kota, day on which all but four parties were completely checked."""

CORRECTION_FIRST_DAY = date(2022, 9, 29)
CORRECTION_LAST_DAY = date(2022, 10, 11)
CORRECTION_DECIDED_ON = date(2022, 10, 12)

Cell = tuple[str, str]


def administrative_recaps(
    required: Mapping[str, int], sampled_from: Mapping[Cell, int], chance: Random
) -> Iterator[Recap]:
    """Yield both rounds: 24 parties first, 20 after corrections.

    Args:
        required: Members a party needs, by kab/kota.
        sampled_from: Members that passed, where the factual round says so.
        chance: Source of randomness.
    """
    correcting = (*PARLIAMENTARY, *FACTUAL_PARTIES, *FAILED_ADMINISTRATIVE)
    for party in (*correcting, *WITHOUT_CORRECTION):
        for region in REGIONS:
            need = required[region]
            passed = sampled_from.get((party, region))
            if passed is None:
                passed = _passed(party, region, need, chance)
            submitted = _submitted(passed, chance)
            first = _first_round(party, region, need, (submitted, passed), chance)
            yield first
            if party in correcting:
                yield _correction(first, passed, chance)


def _passed(party: str, region: str, need: int, chance: Random) -> int:
    """Return how many members pass in the end where no sample depends on it."""
    if party in PARLIAMENTARY:
        return need * chance.randint(112, 240) // 100
    if party in WITHOUT_CORRECTION or party in FACTUAL_PARTIES:
        return need * chance.randint(60, 95) // 100
    if region in FAILED_ADMINISTRATIVE[party]:
        return need * chance.randint(60, 95) // 100
    return need * chance.randint(101, 115) // 100 + 1


def _submitted(passed: int, chance: Random) -> int:
    return passed * 100 // chance.randint(78, 95) + 1


def _first_round(
    party: str, region: str, need: int, counts: tuple[int, int], chance: Random
) -> Recap:
    """Return the first check; most of those who pass in the end pass it already."""
    members, passed = counts
    eligible = passed * chance.randint(70, 98) // 100
    handed_over = HANDED_OVER[region]
    return Recap(
        party=party,
        region=region,
        phase="administrative",
        members=members,
        required=need,
        sample=members,
        eligible=eligible,
        correctable=members - eligible,
        ineligible=0,
        verdict=Verdict.ELIGIBLE if eligible >= need else Verdict.CORRECTABLE,
        pace=_first_pace(party, handed_over, members, chance),
        decided_on=handed_over,
        known_on=handed_over,
        every=2,
    )


def _first_pace(party: str, handed_over: date, members: int, chance: Random) -> Pace:
    """Return the pace of a first check; four parties hold a late kab/kota up."""
    last = handed_over - timedelta(days=1)
    if handed_over <= ON_TIME:
        return steady_pace(FIRST_DAY, last, members, chance)
    if party not in WITHOUT_CORRECTION:
        return steady_pace(FIRST_DAY, OTHERS_DONE_ON, members, chance)
    held_up = (OTHERS_DONE_ON, members * chance.randint(25, 40) // 100)
    return (FIRST_DAY - timedelta(days=1), 0), held_up, (last, members)


def _correction(first: Recap, passed: int, chance: Random) -> Recap:
    """Return the check of what a party completed: members not yet MS, and only those.

    It needs what the first check left missing, so a kab/kota that was MS needs none.

    Source: KPU (Idham Holik), kompas.com, 14 September 2022: BMS is completed.
    """
    eligible = passed - first.eligible
    missing = max(0, first.required - first.eligible)
    members = max(eligible, first.correctable * chance.randint(92, 100) // 100)
    return Recap(
        party=first.party,
        region=first.region,
        phase="administrative_correction",
        members=members,
        required=missing,
        sample=members,
        eligible=eligible,
        correctable=0,
        ineligible=members - eligible,
        verdict=Verdict.ELIGIBLE if eligible >= missing else Verdict.INELIGIBLE,
        pace=steady_pace(CORRECTION_FIRST_DAY, CORRECTION_LAST_DAY, members, chance),
        decided_on=CORRECTION_DECIDED_ON,
        known_on=CORRECTION_DECIDED_ON,
        every=2,
    )
