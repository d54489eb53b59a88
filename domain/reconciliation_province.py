"""The comparisons of the kab/kota with what was published of the province."""

import re
from collections.abc import Iterable, Iterator

from domain.reconciliation import Check, Light, LightState, equality
from domain.reconciliation_books import (
    Books,
    PublishedTotal,
    RegionCount,
    is_simulated,
)
from domain.tally import ReportedFigure, Tally

OF_PARTIES = re.compile(r"(\d+) parpol")
"""How a press report says over how many parties it counted."""


def province_lights(books: Books) -> tuple[Light, ...]:
    """Return whether the kab/kota sum up to what the province says.

    Source: none; our own check.
    """
    return (
        *(_recap_light(books, recap) for recap in books.recaps),
        *(_count_light(books.province, count) for count in books.counts),
        *_reported_lights(books),
    )


def published_light(total: PublishedTotal) -> Light:
    """Return whether the parts that a publication prints sum up to its total.

    Source: none; our own check.
    """
    ours = sum(total.parts)
    return Light(
        check=Check.PUBLISHED,
        state=equality(ours, total.whole),
        measure=total.measure,
        ours=ours,
        theirs=total.whole,
        region_code=total.region_code,
        subject=total.source,
    )


def _recap_light(books: Books, recap: Tally) -> Light:
    parts = [
        tally
        for tally in books.tallies
        if (tally.phase_code, tally.party_code) == (recap.phase_code, recap.party_code)
    ]
    measure = "sample" if recap.eligible is None else "eligible"
    ours = _sum(getattr(tally, measure) for tally in parts)
    theirs: int = getattr(recap, measure)
    return Light(
        check=Check.PROVINCE,
        state=equality(ours, theirs),
        measure=measure,
        ours=ours,
        theirs=theirs,
        region_code=recap.region_code,
        phase_code=recap.phase_code,
        party_code=recap.party_code,
        subject=recap.minutes_number or "",
        is_simulated=any(map(is_simulated, (recap, *parts))),
    )


def _count_light(province: str, count: RegionCount) -> Light:
    ours = _sum(count.parts)
    return Light(
        check=Check.PROVINCE,
        state=equality(ours, count.whole),
        measure=count.measure,
        ours=ours,
        theirs=count.whole,
        region_code=province,
        subject=count.source,
    )


def _reported_lights(books: Books) -> Iterator[Light]:
    for figure in books.reported:
        if figure.measure == "sample_members" and figure.area in books.areas:
            yield _reported_light(books, figure, books.areas[figure.area])


def _reported_light(books: Books, figure: ReportedFigure, region: str) -> Light:
    parts = [
        tally
        for tally in books.tallies
        if tally.phase_code == figure.phase_code
        and region in {books.province, tally.region_code}
    ]
    counted = OF_PARTIES.match(figure.parties)
    parties = {tally.party_code for tally in parts}
    is_same = counted is not None and int(counted[1]) == len(parties)
    ours = sum(tally.sample for tally in parts) if is_same else None
    state = equality(ours, figure.value)
    return Light(
        check=Check.PROVINCE,
        state=LightState.UNKNOWN if figure.is_approximate else state,
        measure=figure.measure,
        ours=ours,
        theirs=figure.value,
        region_code=region,
        phase_code=figure.phase_code,
        subject=figure.provenance.source,
        is_simulated=any(map(is_simulated, parts)),
    )


def _sum(counts: Iterable[int | None]) -> int | None:
    """Return a sum, or None where a part of it, or all, is not there."""
    known = list(counts)
    if not known or None in known:
        return None
    return sum(count for count in known if count is not None)
