"""Reads what the reconciliation compares, as known on a day."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, ScalarSelect, and_, bindparam, select

from data_access.cells import (
    IS_DECIDED,
    cells,
    in_cell,
    is_known,
    key_of,
    stands,
    with_tallies,
)
from data_access.published_totals import read_published_totals
from data_access.regions import read_figure_sources, read_region, read_regions
from data_access.rows import AnyRow
from data_access.tables import regions, tallies
from data_access.tallies import (
    TALLY_COLUMNS,
    read_province_tallies,
    read_region_tallies,
    tallies_of,
)
from data_access.verification import read_reported_figures
from domain.reconciliation_books import Books, MinutesTotal, RegionCount
from domain.region import Region
from domain.tally import TallyOrigin

AREAS_OF_PRESS = {"NTB": "52", "NTB (10 kab/kota)": "52"}
"""Names that the press uses beside the official ones, by the code of the region."""

_CELL = cells(regions.c.parent_code == bindparam("province"))


def _newest_from_sipol() -> ScalarSelect[int]:
    given = tallies.alias("given")
    return (
        select(given.c.version)
        .where(
            in_cell(given, key_of(_CELL)),
            is_known(given),
            given.c.origin == TallyOrigin.SIPOL,
            stands(given),
        )
        .order_by(given.c.reported_on.desc(), given.c.version.desc())
        .limit(1)
        .correlate(_CELL)
        .scalar_subquery()
    )


_IMPORTED = (
    select(
        _CELL.c.phase_code,
        _CELL.c.phase_position,
        _CELL.c.party_code,
        _CELL.c.party_position,
        _CELL.c.region_code,
        _newest_from_sipol().label("version"),
    )
    .cte("cells_of_sipol")
    # Looked up before anything else, as the cells are.
    .prefix_with("MATERIALIZED")
)
_SIPOL = (
    select(*TALLY_COLUMNS)
    .select_from(with_tallies(_IMPORTED))
    .where(_IMPORTED.c.version.is_not(None))
    .order_by(
        _IMPORTED.c.phase_position,
        _IMPORTED.c.party_position,
        _IMPORTED.c.party_code,
        _IMPORTED.c.region_code,
    )
)

_DECIDED = (
    select(
        _CELL.c.phase_position,
        _CELL.c.party_position,
        _CELL.c.phase_code,
        _CELL.c.party_code,
        _CELL.c.region_code,
        tallies.c.version,
        tallies.c.minutes_number,
        tallies.c.minutes_date,
        tallies.c.eligible,
        tallies.c.correctable,
        tallies.c.ineligible,
        tallies.c.origin,
    )
    # Outer, though nothing is outside: each cell first, then its tallies.
    .join_from(
        _CELL,
        tallies,
        and_(in_cell(tallies, key_of(_CELL)), is_known(tallies), IS_DECIDED),
        isouter=True,
    )
    .cte("cells_decided")
    .prefix_with("MATERIALIZED")
)
_MINUTES = (
    select(_DECIDED)
    .where(_DECIDED.c.minutes_number.is_not(None), _DECIDED.c.minutes_date.is_not(None))
    .order_by(
        _DECIDED.c.phase_position,
        _DECIDED.c.party_position,
        _DECIDED.c.party_code,
        _DECIDED.c.region_code,
        _DECIDED.c.version,
    )
)


def read_books(
    connection: Connection, election: str, day: date, *, province: str
) -> Books:
    """Return everything that is compared for a province, as the public may see it.

    Args:
        connection: The database.
        election: Code of the election.
        day: Day whose knowledge counts.
        province: Kemendagri code of the province.
    """
    given = {"election": election, "day": day, "province": province}
    whole = read_region(connection, election, day, province)
    parts = read_regions(connection, election, day, parent=province)
    return Books(
        province=province,
        tallies=read_province_tallies(connection, election, day, province=province),
        recaps=read_region_tallies(connection, election, province, day),
        sipol=tallies_of(connection.execute(_SIPOL, given)),
        minutes=tuple(map(_minutes, connection.execute(_MINUTES, given))),
        counts=tuple(
            _counts(
                whole, parts, read_figure_sources(connection, election, day, province)
            )
        ),
        reported=read_reported_figures(connection, election, day),
        published=read_published_totals(connection, election, day),
        areas=AREAS_OF_PRESS | {each.title: each.code for each in parts},
    )


def _counts(
    whole: Region | None, parts: Sequence[Region], sources: Mapping[str, str]
) -> Iterator[RegionCount]:
    for measure in ("population", "voters"):
        yield RegionCount(
            measure=measure,
            whole=getattr(whole, measure, None),
            parts=tuple(getattr(each, measure) for each in parts),
            source=sources.get(measure, ""),
        )


def _minutes(row: AnyRow) -> MinutesTotal:
    return MinutesTotal(
        cell=(row.phase_code, row.party_code, row.region_code),
        number=row.minutes_number,
        held_on=row.minutes_date,
        verdicts=(row.eligible, row.correctable, row.ineligible),
        is_simulated=row.origin is TallyOrigin.SIMULATED,
    )
