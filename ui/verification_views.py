"""What the address asks of Verifikasi Partai, and the figures behind each view."""

from dataclasses import dataclass

from domain.party import Party
from domain.region import Region
from domain.verification import Phase
from ui import (
    address,
    store,
    verification,
)
from ui.drawn import made
from ui.store import Overview
from ui.verification import Cells, PartyStanding
from ui.visit import Visit

PHASE = "fase"
PARTY = "partai"
REGION = "wilayah"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What the address asks of Verifikasi Partai.

    Attributes:
        phase: Phase in view; None while no phase is known.
        party: Party in view, if one is.
        region: Kab/kota in view, if one is.
    """

    phase: Phase | None
    party: Party | None
    region: Region | None


def read_choice(overview: Overview) -> Chosen:
    """Return what the address asks for, among what is known on the day."""
    phases = {phase.code: phase for phase in overview.phases}
    latest = latest_phase(overview)
    asked = address.choice(PHASE, phases, latest.code if latest else "")
    phase = phases.get(asked or "")
    parties = {party.code: party for party in overview.parties}
    regions = {region.code: region for region in overview.regencies}
    party = address.choice(PARTY, parties, None)
    region = address.choice(REGION, regions, None)
    return Chosen(
        phase=phase,
        party=parties[party] if party else None,
        region=regions[region] if region else None,
    )


def latest_phase(overview: Overview) -> Phase | None:
    """Return the latest phase with figures, else the last one known, if any."""
    counted = [each for each in overview.phases if each.code in overview.totals]
    return next(reversed(counted or list(overview.phases)), None)


def cells_of(phase: Phase, visit: Visit) -> Cells:
    """Return what is known of each party in each kab/kota, in one phase."""
    return store.cells(visit.revision, visit.election.code, phase.code, visit.day)


def standings_of(
    overview: Overview, phase: Phase | None, visit: Visit
) -> list[PartyStanding]:
    """Return the parties of a phase in official order, with what they reached."""
    if phase is None:
        return []
    return _standings((*visit.view, phase.code), overview, cells_of(phase, visit))


@made
def _standings(overview: Overview, cells: Cells) -> list[PartyStanding]:
    regencies = overview.regencies
    required = verification.required_regencies(overview.requirements, regencies)
    return verification.standings(overview.parties, regencies, cells, required)


def file_name(visit: Visit, phase: Phase, more: str = "") -> str:
    """Return the name of a file: election, view, phase, what else, and day."""
    parts = (visit.election.code, "partai", phase.code, more, str(visit.day))
    return "-".join(part for part in parts if part)
