"""Reports of every party in every kab/kota of the province, made up."""

from datetime import date

from sqlalchemy import Connection

from data_access.parties import read_parties
from data_access.regions import read_regions
from data_access.verification import read_phases

ELECTION, PROVINCE = "pemilu-2024", "52"
DAY = date(2022, 11, 10)
FIGURES = {
    "members": 1200,
    "required": 442,
    "sample": 291,
    "visited": 280,
    "met": 270,
    "eligible": 200,
    "correctable": 21,
    "ineligible": 0,
}

Cell = tuple[str, str, str]
"""Codes of phase, party and kab/kota."""


def cells(connection: Connection) -> list[Cell]:
    """Return every cell known on DAY."""
    phases = read_phases(connection, ELECTION, DAY)
    parties = read_parties(connection, ELECTION, DAY)
    regions = read_regions(connection, ELECTION, DAY, parent=PROVINCE)
    return [
        (phase.code, party.code, region.code)
        for phase in phases
        for party in parties
        for region in regions
    ]
