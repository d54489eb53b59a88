"""Simulated tallies of the verification in NTB, 16 August to 8 December 2022.

No table of party by kab/kota was ever published. These figures are made up from a
fixed seed and agree with everything that was: see docs/sources.md. They are marked as
simulated wherever they are stored.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from random import Random

from domain.tally import Tally
from tasks.simulation_administrative import administrative_recaps
from tasks.simulation_factual import factual_recaps
from tasks.simulation_recap import Recap, reports

SEED = 2022
"""Seed of the demonstration; the same seed gives the same figures on any machine."""


def simulate(required: Mapping[str, int], chance: Random) -> tuple[Tally, ...]:
    """Return the simulated tallies, in the order in which they became known.

    Args:
        required: Members a party needs, by code of each of the ten kab/kota of NTB.
        chance: Source of randomness, freshly seeded.

    Source: none; made up, within the figures that docs/sources.md lists.
    """
    found = [
        report
        for recap in _recaps(required, chance)
        for report in reports(recap, chance)
    ]
    return tuple(sorted(found, key=_in_order))


def _recaps(required: Mapping[str, int], chance: Random) -> Iterator[Recap]:
    first, correction = factual_recaps(required, chance)
    sampled_from = {(recap.party, recap.region): recap.members for recap in first}
    yield from administrative_recaps(required, sampled_from, chance)
    yield from first
    yield from correction


def _in_order(tally: Tally) -> tuple[date, str, str, str, date]:
    return (
        tally.known_on,
        tally.phase_code,
        tally.region_code,
        tally.party_code,
        tally.reported_on,
    )
