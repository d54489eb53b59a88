"""Open data of the verification: parties, decisions on them, regions, tallies."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data_access import tallies as reads
from domain.party import (
    DecisionKind,
    DecisionResult,
    Party,
    PartyDecision,
    VerificationPath,
)
from domain.region import Region, RegionLevel
from domain.tally import Tally, TallyOrigin, TallyState
from domain.verification import Verdict
from exports.api.fields import Filter, Table, may, must, simulated, sourced
from exports.edition import Edition
from ui import store


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision and the party it is on."""

    party: Party
    decision: PartyDecision


@dataclass(frozen=True, slots=True)
class Counted:
    """A tally and where its figures come from."""

    tally: Tally
    source: str


def _decisions(edition: Edition) -> list[Decided]:
    return [
        Decided(party, decision)
        for party in edition.overview.parties
        for decision in party.decisions
    ]


def counted_in(edition: Edition) -> list[Counted]:
    """Return the public tallies of an edition, each with its source."""
    visit, province = edition.visit, store.province()
    given = (visit.election.code, visit.day)
    with store.connect() as connection:
        known = reads.read_province_tallies(connection, *given, province=province)
        sources = reads.read_tally_sources(connection, *given, province=province)
    return [Counted(each, sources[reads.cell_of(each)]) for each in known]


def _parties(edition: Edition) -> Sequence[str]:
    return [each.code for each in edition.overview.parties]


def _regions(edition: Edition) -> Sequence[str]:
    return [each.code for each in edition.overview.regencies]


def _phases(edition: Edition) -> Sequence[str]:
    return [each.code for each in edition.overview.phases]


PARTIES: Table[Party] = Table(
    name="parties",
    says="The parties known on the day, in official order",
    items=lambda edition: edition.overview.parties,
    fields=(
        must("code", str, "Code in addresses", lambda each: each.code),
        must("name", str, "Full name", lambda each: each.name),
        must("short_name", str, "Usual name", lambda each: each.short_name),
        must(
            "is_parliamentary",
            bool,
            "Whether it had won seats in the DPR before",
            lambda each: each.is_parliamentary,
        ),
        must(
            "path",
            VerificationPath,
            "Which verifications it goes through",
            lambda each: each.path,
        ),
        may(
            "ballot_number",
            int,
            "Ballot number, once one was given",
            lambda each: each.ballot_number,
        ),
        *sourced(lambda each: each.provenance),
        simulated(lambda _: False),
    ),
)

DECISIONS: Table[Decided] = Table(
    name="party-decisions",
    says="The decisions on parties known on the day, oldest first in each party",
    items=_decisions,
    filters=(Filter(part="partai", field="party", known=_parties),),
    fields=(
        must("party", str, "Code of the party", lambda each: each.party.code),
        must(
            "kind",
            DecisionKind,
            "What was decided about",
            lambda each: each.decision.kind,
        ),
        must("result", DecisionResult, "Outcome", lambda each: each.decision.result),
        must(
            "decided_on",
            date,
            "Day of the decision",
            lambda each: each.decision.decided_on,
        ),
        may(
            "ballot_number",
            int,
            "Ballot number that it gave",
            lambda each: each.decision.ballot_number,
        ),
        *sourced(lambda each: each.decision.provenance),
        simulated(lambda _: False),
    ),
)

REGIONS: Table[Region] = Table(
    name="regions",
    says="The kab/kota of the province, in order of their codes",
    items=lambda edition: edition.overview.regencies,
    fields=(
        must("code", str, "Kemendagri code", lambda each: each.code),
        must("name", str, "Name without its type", lambda each: each.name),
        must("level", RegionLevel, "Kabupaten or kota", lambda each: each.level),
        may("parent", str, "Code of the region above", lambda each: each.parent_code),
        may("districts", int, "Kecamatan inside", lambda each: each.districts),
        may("population", int, "Inhabitants", lambda each: each.population),
        may(
            "voters",
            int,
            "Voters on the final list of the election",
            lambda each: each.voters,
        ),
        *sourced(lambda each: each.provenance),
        simulated(lambda _: False),
    ),
)

TALLIES: Table[Counted] = Table(
    name="tallies",
    says=(
        "The latest tally of each party and kab/kota in each phase, once handed over; "
        "MS, BMS and TMS once decided in plenary"
    ),
    items=counted_in,
    filters=(
        Filter(part="fase", field="phase", known=_phases),
        Filter(part="partai", field="party", known=_parties),
        Filter(part="wilayah", field="region", known=_regions),
    ),
    fields=(
        must("phase", str, "Code of the phase", lambda each: each.tally.phase_code),
        must("party", str, "Code of the party", lambda each: each.tally.party_code),
        must(
            "region", str, "Code of the kab/kota", lambda each: each.tally.region_code
        ),
        must(
            "reported_on",
            date,
            "Day the figures refer to",
            lambda each: each.tally.reported_on,
        ),
        must(
            "known_on", date, "Day they were recorded", lambda each: each.tally.known_on
        ),
        must("members", int, "Members submitted", lambda each: each.tally.members),
        must("required", int, "Members needed", lambda each: each.tally.required),
        must("sample", int, "Members to check", lambda each: each.tally.sample),
        must("visited", int, "Members checked", lambda each: each.tally.visited),
        must("met", int, "Members met in person", lambda each: each.tally.met),
        may("eligible", int, "Members found MS", lambda each: each.tally.eligible),
        may(
            "correctable", int, "Members found BMS", lambda each: each.tally.correctable
        ),
        may("ineligible", int, "Members found TMS", lambda each: each.tally.ineligible),
        may("verdict", Verdict, "Verdict of it", lambda each: each.tally.verdict),
        must("state", TallyState, "How far it has come", lambda each: each.tally.state),
        may(
            "decided_on", date, "Day of the plenary", lambda each: each.tally.decided_on
        ),
        may(
            "minutes_number",
            str,
            "Number of the minutes (berita acara)",
            lambda each: each.tally.minutes_number,
        ),
        must(
            "origin",
            TallyOrigin,
            "How it came into the database",
            lambda each: each.tally.origin,
        ),
        must("source", str, "Where the figures come from", lambda each: each.source),
        simulated(lambda each: each.tally.origin is TallyOrigin.SIMULATED),
    ),
)
