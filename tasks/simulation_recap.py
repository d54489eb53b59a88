"""One simulated recap, and the reports that lead to its plenary."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from domain.tally import Tally, TallyOrigin, TallyState
from domain.verification import Verdict

Pace = tuple[tuple[date, int], ...]
"""Days, each with the members checked by its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recap:
    """The end of one party's check in one kab/kota and phase, and its pace.

    Attributes:
        party: Code of the party.
        region: Code of the kab/kota.
        phase: Code of the phase.
        members: Members the party submitted.
        required: Members it needs there; in an administrative correction, those that
            the round before left missing.
        sample: Members to check.
        eligible: Members found MS in the end.
        correctable: Members found BMS in the end.
        ineligible: Members found TMS in the end.
        verdict: Verdict of the kab/kota.
        pace: Days with the members checked by then: the day before the first report
            with 0, any days between, the last day with the whole sample.
        decided_on: Day of the plenary.
        known_on: Day its minutes were recorded.
        every: Days between two reports.
    """

    party: str
    region: str
    phase: str
    members: int
    required: int
    sample: int
    eligible: int
    correctable: int
    ineligible: int
    verdict: Verdict
    pace: Pace
    decided_on: date
    known_on: date
    every: int = 1

    def visited_by(self, day: date) -> int:
        """Return the members checked by the end of a day."""
        days = [each for each, _ in self.pace]
        at = bisect_left(days, day)
        if at == len(days):
            return self.sample
        (start, before), (end, after) = self.pace[max(at - 1, 0)], self.pace[at]
        if end == start or day <= start:
            return before
        return before + (after - before) * (day - start).days // (end - start).days


def reports(recap: Recap, chance: Random) -> Iterator[Tally]:
    """Yield the reports of a recap, oldest first; the last is the plenary's.

    The last day of the check has its own report, unless the plenary sat that day.
    """
    met_in_ten_thousand = chance.randint(8_400, 9_800)
    begin, end = recap.pace[0][0], recap.pace[-1][0]
    day = begin + timedelta(days=1)
    while day < end:
        yield _report(recap, day, met_in_ten_thousand)
        day += timedelta(days=recap.every)
    if end < recap.decided_on:
        yield _report(recap, end, met_in_ten_thousand)
    yield _plenary(recap, met_in_ten_thousand)


def steady_pace(first: date, last: date, sample: int, chance: Random) -> Pace:
    """Return a pace that is a little slower or faster in its first half."""
    middle = first + (last - first) / 2
    return (
        (first - timedelta(days=1), 0),
        (middle, sample * chance.randint(38, 62) // 100),
        (last, sample),
    )


def _report(recap: Recap, day: date, met_in_ten_thousand: int) -> Tally:
    visited = recap.visited_by(day)
    return Tally(
        party_code=recap.party,
        region_code=recap.region,
        phase_code=recap.phase,
        reported_on=day,
        known_on=day,
        members=recap.members,
        required=recap.required,
        sample=recap.sample,
        visited=visited,
        met=visited * met_in_ten_thousand // 10_000,
        eligible=recap.eligible * visited // recap.sample,
        correctable=recap.correctable * visited // recap.sample,
        ineligible=recap.ineligible * visited // recap.sample,
        verdict=None,
        state=TallyState.SUBMITTED,
        decided_on=None,
        minutes_number=None,
        origin=TallyOrigin.SIMULATED,
    )


def _plenary(recap: Recap, met_in_ten_thousand: int) -> Tally:
    return Tally(
        party_code=recap.party,
        region_code=recap.region,
        phase_code=recap.phase,
        reported_on=recap.decided_on,
        known_on=recap.known_on,
        members=recap.members,
        required=recap.required,
        sample=recap.sample,
        visited=recap.sample,
        met=recap.sample * met_in_ten_thousand // 10_000,
        eligible=recap.eligible,
        correctable=recap.correctable,
        ineligible=recap.ineligible,
        verdict=recap.verdict,
        state=TallyState.DECIDED,
        decided_on=recap.decided_on,
        minutes_number=f"SIM-{recap.phase.upper()}/{recap.region}/2022",
        origin=TallyOrigin.SIMULATED,
    )
