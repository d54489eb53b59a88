"""The regions of an election: country, provinces, kab/kota, kecamatan."""

from dataclasses import dataclass
from enum import StrEnum

from domain.provenance import Provenance


class RegionLevel(StrEnum):
    """A level of the administration, named as Kemendagri names it."""

    COUNTRY = "negara"
    PROVINCE = "provinsi"
    REGENCY = "kabupaten"
    CITY = "kota"
    DISTRICT = "kecamatan"


def title_of(name: str, level: RegionLevel) -> str:
    """Return the name of a region as the interface writes it: `Kota Bima`, `Bima`."""
    return f"Kota {name}" if level is RegionLevel.CITY else name


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """One region.

    Attributes:
        code: Kemendagri code, such as `52.71`.
        name: Official name without its type, such as `Mataram`.
        level: Level of the administration.
        parent_code: Code of the region above; None for the country.
        districts: Number of kecamatan inside, where known.
        population: Inhabitants, where known.
        voters: Voters on the final list of this election (DPT), where known.
        provenance: Source of these facts.
    """

    code: str
    name: str
    level: RegionLevel
    parent_code: str | None
    districts: int | None
    population: int | None
    voters: int | None
    provenance: Provenance

    @property
    def title(self) -> str:
        """Return the name as the interface writes it: `Kota Bima`, but `Bima`."""
        return title_of(self.name, self.level)
