"""What the phases, parties and kab/kota of an election may be called in a file."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from data_access.imports.lookup import Lookup, in_both, lookup_of
from data_access.imports.rows import Values
from data_access.parties import read_parties
from data_access.regions import read_regions
from data_access.verification import read_phases
from domain.importing import Field, Terms
from domain.party import Party
from domain.region import Region, RegionLevel
from domain.verification import Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Lookups of what a tally is about.

    Attributes:
        phases: Finds a verification phase.
        parties: Finds a party.
        regions: Finds a kab/kota of the province.
        known_phases: The phases, by their codes.
    """

    phases: Lookup
    parties: Lookup
    regions: Lookup
    known_phases: Mapping[str, Phase]

    def phase_of(self, values: Values) -> Phase:
        """Return the phase that a row is about."""
        return self.known_phases[str(values[Field.PHASE])]


def read_names(connection: Connection, terms: Terms) -> Names:
    """Return the names known on the day of an import."""
    election, day = terms.election, terms.known_on
    phases = read_phases(connection, election, day)
    parties = read_parties(connection, election, day)
    regions = read_regions(connection, election, day, parent=terms.province)
    regencies = {each.name for each in regions if each.level is RegionLevel.REGENCY}
    return Names(
        phases=lookup_of((phase.code, _phase_names(phase)) for phase in phases),
        parties=lookup_of((party.code, _party_names(party)) for party in parties),
        regions=lookup_of(
            (region.code, (*_region_names(region), *_bare_name(region, regencies)))
            for region in regions
        ),
        known_phases={phase.code: phase for phase in phases},
    )


def _phase_names(phase: Phase) -> tuple[str, ...]:
    return in_both(phase.name, phase.short_name)


def _party_names(party: Party) -> tuple[str, ...]:
    return party.name, party.short_name, f"Partai {party.short_name}"


def _region_names(region: Region) -> tuple[str, ...]:
    """Return the names of a kab/kota; `Bima` alone is the kabupaten."""
    if region.level is RegionLevel.CITY:
        return region.title, f"{region.name} City", f"City of {region.name}"
    return (
        region.name,
        f"Kabupaten {region.name}",
        f"Kab {region.name}",
        f"{region.name} Regency",
    )


def _bare_name(region: Region, regencies: Collection[str]) -> tuple[str, ...]:
    """Return the name of a kota without its type, unless a kabupaten has it too."""
    return () if region.name in regencies else (region.name,)
