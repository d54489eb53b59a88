"""Reads of regions, as an election counts them."""

from datetime import date

from sqlalchemy import Connection, ScalarSelect, bindparam, select

from data_access.grounds import Ground
from data_access.rows import AnyRow, provenance_of
from data_access.tables import RegionMeasure, region_figures, regions
from domain.region import Region


def _latest_figure(measure: RegionMeasure) -> ScalarSelect[int]:
    """Return the query for a region's latest figure known on the day."""
    figure = region_figures.alias()
    return (
        select(figure.c.value)
        .where(
            figure.c.election_code == bindparam("election"),
            figure.c.region_code == regions.c.code,
            figure.c.measure == measure,
            figure.c.known_on <= bindparam("day"),
        )
        .order_by(figure.c.known_on.desc())
        .limit(1)
        .scalar_subquery()
    )


_REGIONS = select(
    regions,
    _latest_figure(RegionMeasure.POPULATION).label("population"),
    _latest_figure(RegionMeasure.VOTERS).label("voters"),
)
_INSIDE = _REGIONS.where(regions.c.parent_code == bindparam("parent")).order_by(
    regions.c.code
)
_ONE = _REGIONS.where(regions.c.code == bindparam("region"))


REGIONS_GROUND = Ground((regions, region_figures), (region_figures.c.known_on,))
"""What `read_regions` rests on."""


def read_regions(
    connection: Connection, election: str, day: date, *, parent: str
) -> tuple[Region, ...]:
    """Return the regions directly inside another, in order of their codes.

    Population and voters are the latest figures of the election known on the day.
    """
    given = {"election": election, "day": day, "parent": parent}
    return tuple(map(_region, connection.execute(_INSIDE, given)))


def read_region(
    connection: Connection, election: str, day: date, code: str
) -> Region | None:
    """Return one region, or None for an unknown code."""
    given = {"election": election, "day": day, "region": code}
    row = connection.execute(_ONE, given).one_or_none()
    return _region(row) if row else None


def read_figure_sources(
    connection: Connection, election: str, day: date, code: str
) -> dict[str, str]:
    """Return the source of each latest figure of a region, by what it measures."""
    figure = region_figures.c
    query = (
        select(figure.measure, figure.source)
        .where(
            figure.election_code == election,
            figure.region_code == code,
            figure.known_on <= day,
        )
        .order_by(figure.known_on)
    )
    return {row.measure.value: row.source for row in connection.execute(query)}


def _region(row: AnyRow) -> Region:
    return Region(
        code=row.code,
        name=row.name,
        level=row.level,
        parent_code=row.parent_code,
        districts=row.districts,
        population=row.population,
        voters=row.voters,
        provenance=provenance_of(row),
    )
