"""Tallies (rekap): members of one party, counted in one kab/kota and phase."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.provenance import Provenance
from domain.verification import Verdict


class TallyState(StrEnum):
    """How far a tally has come on its way to the public."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    DECIDED = "decided"  # in plenary, with minutes
    WITHDRAWN = "withdrawn"  # recorded by mistake: from then on as if never recorded


class TallyOrigin(StrEnum):
    """How a tally came into the database."""

    SIPOL = "sipol"
    MANUAL = "manual"
    SIMULATED = "simulated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Members of one party in one kab/kota, counted in one phase.

    Public readers get `eligible`, `correctable` and `ineligible` only from a tally
    decided in plenary; before that they are None.

    Attributes:
        party_code: Party.
        region_code: Kemendagri code of the kab/kota.
        phase_code: Verification phase.
        reported_on: Day the figures refer to.
        known_on: Day they were recorded.
        members: Members the party submitted.
        required: Members it needs there.
        sample: Members to check: all in an administrative phase, some in a factual one.
        visited: Members checked so far.
        met: Members met in person, among those visited.
        eligible: Members found MS.
        correctable: Members found BMS.
        ineligible: Members found TMS.
        verdict: Verdict of the kab/kota, once decided.
        state: How far the tally has come.
        decided_on: Day of the plenary.
        minutes_number: Number of the minutes (berita acara).
        origin: How it came into the database.
    """

    party_code: str
    region_code: str
    phase_code: str
    reported_on: date
    known_on: date
    members: int
    required: int
    sample: int
    visited: int
    met: int
    eligible: int | None
    correctable: int | None
    ineligible: int | None
    verdict: Verdict | None
    state: TallyState
    decided_on: date | None
    minutes_number: str | None
    origin: TallyOrigin


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseTotals:
    """Sums over the latest public tallies of one phase, as known on a day.

    Attributes:
        phase_code: Verification phase.
        recaps_expected: Pairs of party and kab/kota with any tally known.
        recaps_submitted: Pairs whose check is complete and handed over.
        recaps_decided: Pairs decided in plenary.
        regions_expected: Kab/kota with any tally known.
        regions_submitted: Kab/kota all of whose recaps are handed over.
        parties_expected: Parties with any tally known.
        parties_checked: Parties all of whose recaps are handed over.
        sample: Members to check.
        visited: Members checked so far.
        eligible: Members found MS, in decided recaps.
        correctable: Members found BMS, in decided recaps.
        ineligible: Members found TMS, in decided recaps.
        reported_on: Latest day the figures refer to; None without any.
        decided_before: Day of the last plenary before the day; None without any.
        is_simulated: Whether any summed tally is simulated.
    """

    phase_code: str
    recaps_expected: int
    recaps_submitted: int
    recaps_decided: int
    regions_expected: int
    regions_submitted: int
    parties_expected: int
    parties_checked: int
    sample: int
    visited: int
    eligible: int
    correctable: int
    ineligible: int
    reported_on: date | None
    decided_before: date | None
    is_simulated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyTotal:
    """Sums over the tallies of one party and phase, up to one reporting day.

    Attributes:
        reported_on: Day the figures refer to.
        sample: Members to check.
        visited: Members checked so far.
        met: Members met in person, among those visited.
        eligible: Members found MS, in decided recaps.
        correctable: Members found BMS, in decided recaps.
        ineligible: Members found TMS, in decided recaps.
        is_simulated: Whether any tally of that day is simulated.
    """

    reported_on: date
    sample: int
    visited: int
    met: int
    eligible: int
    correctable: int
    ineligible: int
    is_simulated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedFigure:
    """A figure that a press report or the commission published, shown as reported.

    Attributes:
        phase_code: Verification phase it speaks of.
        area: Area as the source names it.
        parties: Parties as the source names them.
        measure: What was counted, as a code the interface words.
        value: The published number.
        is_approximate: Whether the source says "about".
        as_of: Day the figure refers to.
        provenance: Source.
    """

    phase_code: str
    area: str
    parties: str
    measure: str
    value: int
    is_approximate: bool
    as_of: date
    provenance: Provenance
