"""The comparisons of one election's figures, from what was read on a day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby

from domain.reconciliation import Check, Light, LightState, equality
from domain.reconciliation_books import (
    Books,
    CellKey,
    MinutesTotal,
    cell_of,
    is_simulated,
)
from domain.reconciliation_province import province_lights, published_light
from domain.tally import Tally

CORRECTIONS = {
    "administrative_correction": "administrative",
    "factual_correction": "factual",
}
"""Phases that correct, and the round before each."""


def lights(books: Books) -> tuple[Light, ...]:
    """Return every light, in the order of the checks."""
    return (
        *map(sample_light, books.tallies),
        *province_lights(books),
        *sipol_lights(books),
        *correction_lights(books.tallies),
        *minutes_lights(books.minutes),
        *map(published_light, books.published),
    )


def sample_light(tally: Tally) -> Light:
    """Return whether every member of a sample is accounted for.

    A member visited and not met has a verdict as well, so only those nobody visited
    stand apart. Before the plenary there is nothing to compare.

    Source: none; our own check.
    """
    found = (tally.eligible, tally.correctable, tally.ineligible)
    known = [count for count in found if count is not None]
    is_known = len(known) == len(found)
    accounted = sum(known) + tally.sample - tally.visited if is_known else None
    return Light(
        check=Check.SAMPLE,
        state=equality(tally.sample, accounted),
        measure="sample",
        ours=tally.sample,
        theirs=accounted,
        region_code=tally.region_code,
        phase_code=tally.phase_code,
        party_code=tally.party_code,
        subject=tally.minutes_number or "",
        is_simulated=is_simulated(tally),
    )


def sipol_lights(books: Books) -> tuple[Light, ...]:
    """Return whether members of each kab/kota are those of its last Sipol import.

    Only cells that have both are compared; without any, the light is unknown.

    Source: none; our own check.
    """
    imported = {cell_of(tally): tally for tally in books.sipol}
    groups: defaultdict[tuple[str, str], list[Tally]] = defaultdict(list)
    for tally in books.tallies:
        groups[tally.phase_code, tally.region_code].append(tally)
    return tuple(
        _sipol_light(phase, region, ours, imported)
        for (phase, region), ours in groups.items()
    )


def correction_lights(tallies: Iterable[Tally]) -> tuple[Light, ...]:
    """Return whether a correction has no more members than were not MS before it.

    What was BMS is completed, what was TMS is replaced; nobody found MS comes again.
    Where the round before checked a sample, it does not tell how many were not MS:
    unknown.

    Source: KPU (Idham Holik), kompas.com, 14 September 2022; PKPU 4/2022 (paragraphs
        not read).
    """
    by_cell = {cell_of(tally): tally for tally in tallies}
    return tuple(
        _correction_light(
            tally,
            by_cell.get(
                (CORRECTIONS[tally.phase_code], tally.party_code, tally.region_code)
            ),
        )
        for tally in by_cell.values()
        if tally.phase_code in CORRECTIONS
    )


def minutes_lights(minutes: Iterable[MinutesTotal]) -> tuple[Light, ...]:
    """Return a light for each cell and day with minutes: red for "BA ganda".

    Args:
        minutes: Decided versions, by cell, then by version.

    Source: none; our own check.
    """
    ordered = sorted(minutes, key=_cell_and_day)  # keeps versions in their order
    return tuple(
        _minutes_light(tuple(same)) for _, same in groupby(ordered, key=_cell_and_day)
    )


def _sipol_light(
    phase: str, region: str, tallies: list[Tally], imported: Mapping[CellKey, Tally]
) -> Light:
    pairs = [
        (tally, imported[cell_of(tally)])
        for tally in tallies
        if cell_of(tally) in imported
    ]
    ours = sum(tally.members for tally, _ in pairs) if pairs else None
    theirs = sum(given.members for _, given in pairs) if pairs else None
    return Light(
        check=Check.SIPOL,
        state=equality(ours, theirs),
        measure="members",
        ours=ours,
        theirs=theirs,
        region_code=region,
        phase_code=phase,
        is_simulated=any(is_simulated(tally) for tally, _ in pairs),
    )


def _correction_light(tally: Tally, before: Tally | None) -> Light:
    most = _not_eligible(before) if before else None
    state = LightState.UNKNOWN
    if most is not None:
        state = LightState.GREEN if tally.members <= most else LightState.RED
    return Light(
        check=Check.CORRECTION,
        state=state,
        measure="members",
        ours=tally.members,
        theirs=most,
        region_code=tally.region_code,
        phase_code=tally.phase_code,
        party_code=tally.party_code,
        is_simulated=is_simulated(tally),
    )


def _not_eligible(before: Tally) -> int | None:
    """Return the members not found MS; None where a sample only, or none, was."""
    if before.eligible is None or before.sample != before.members:
        return None
    return before.members - before.eligible


def _minutes_light(same_day: tuple[MinutesTotal, ...]) -> Light:
    last = same_day[-1]
    other = next((each for each in same_day if each.verdicts != last.verdicts), last)
    measures = ("eligible", "correctable", "ineligible")
    numbers = list(zip(measures, last.verdicts, other.verdicts, strict=True))
    differing = (each for each in numbers if each[1] != each[2])
    measure, ours, theirs = next(differing, numbers[0])
    phase, party, region = last.cell
    return Light(
        check=Check.MINUTES,
        state=equality(ours, theirs),
        measure=measure,
        ours=ours,
        theirs=theirs,
        region_code=region,
        phase_code=phase,
        party_code=party,
        subject=", ".join(dict.fromkeys((other.number, last.number))),
        is_simulated=last.is_simulated,
    )


def _cell_and_day(minutes: MinutesTotal) -> tuple[CellKey, date]:
    return minutes.cell, minutes.held_on
