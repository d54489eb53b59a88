"""What everything is called, by its code, whatever day it is known from.

The reads of the facts tell names as well; a list of entries needs nothing but names.
"""

from collections.abc import Mapping
from typing import Any, TypeAlias

from sqlalchemy import Connection, Select, Table, and_, bindparam, or_, select

from data_access.tables import (
    baselines,
    integrity_components,
    milestones,
    parties,
    phases,
    regions,
    services,
    stages,
)
from domain.bilingual import Bilingual
from domain.region import title_of

Query: TypeAlias = Select[*tuple[Any, ...]]


def _query(table: Table, indonesian: str, english: str | None = None) -> Query:
    """Return the query for codes and names; of an election's table, for one election.

    Args:
        table: Table with a column `code`.
        indonesian: Column with the name.
        english: Column with the English name; None where there is one name only.
    """
    query = select(table.c.code, table.c[indonesian], table.c[english or indonesian])
    if "election_code" in table.c:
        return query.where(table.c.election_code == bindparam("election"))
    return query


_SHORT = ("short_name_indonesian", "short_name_english")
_LONG = ("name_indonesian", "name_english")
_STAGE_OF_MILESTONE = and_(
    stages.c.election_code == milestones.c.election_code,
    stages.c.code == milestones.c.stage_code,
)
_NAMES: Mapping[str, Query] = {
    "stage_code": _query(stages, *_SHORT).order_by(stages.c.position),
    "milestone_code": _query(milestones, *_SHORT)
    .join_from(milestones, stages, _STAGE_OF_MILESTONE)
    .order_by(stages.c.position, milestones.c.position, milestones.c.code),
    "phase_code": _query(phases, *_SHORT).order_by(phases.c.position),
    "party_code": _query(parties, "short_name").order_by(
        parties.c.position, parties.c.code
    ),
    "baseline_code": _query(baselines, "name").order_by(
        baselines.c.decided_on, baselines.c.code
    ),
    "service_code": _query(services, *_LONG).order_by(
        services.c.position, services.c.code
    ),
    "component_code": _query(integrity_components, *_LONG).order_by(
        integrity_components.c.position, integrity_components.c.code
    ),
}
_REGIONS = (
    select(regions.c.code, regions.c.name, regions.c.level)
    .where(
        or_(
            regions.c.parent_code.is_(None),
            regions.c.parent_code == bindparam("country"),
            regions.c.parent_code == bindparam("province"),
        )
    )
    .order_by(regions.c.code)
)
COUNTRY = "0"
"""Code of the region that the provinces lie in."""


def read_names(
    connection: Connection, election: str, province: str
) -> dict[str, dict[str, Bilingual]]:
    """Return the names of all items, by the column that holds their code.

    Each kind comes in official order. Regions are the country, its provinces, and the
    kab/kota of one province.
    """
    places = connection.execute(_REGIONS, {"country": COUNTRY, "province": province})
    titles = {each.code: title_of(each.name, each.level) for each in places}
    names = {
        column: _read(connection, query, election) for column, query in _NAMES.items()
    }
    regional = {code: Bilingual(title, title) for code, title in titles.items()}
    return {**names, "region_code": regional}


def _read(connection: Connection, query: Query, election: str) -> dict[str, Bilingual]:
    rows = connection.execute(query, {"election": election})
    return {code: Bilingual(indonesian, english) for code, indonesian, english in rows}
