"""A national database: the demonstration, with every kab/kota of Indonesia.

The kab/kota outside the province and their figures are made up: each repeats the
tallies of one kab/kota of the demonstration. Everything goes through the journalled
write function, as real figures would.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import URL, Connection, select

from data_access.database import engine_for, writing
from data_access.journal import Author, Insert, write_many
from data_access.tables import region_figures, regions, tallies
from domain.region import RegionLevel

KAB_KOTA = 514
DAYS = (date(2022, 9, 8), date.max)  # days whose latest tallies are repeated
REGIONAL = (RegionLevel.REGENCY, RegionLevel.CITY)

Row = dict[str, Any]


def extend(url: URL) -> None:
    """Add the missing kab/kota and their tallies to a demonstration database."""
    author = Author(
        actor="bench", reason="national database generated", at=datetime.now(UTC)
    )
    with writing(engine_for(url)).begin() as connection:
        models = _rows(connection, regions, regions.c.level.in_(REGIONAL))
        added = list(_further_regions(connection, models))
        write_many(connection, _region_inserts(connection, added), by=author)
        write_many(connection, _tally_inserts(connection, added), by=author)


def _further_regions(
    connection: Connection, models: Sequence[Row]
) -> Iterator[tuple[Row, Row]]:
    """Yield each new kab/kota together with the one whose figures it repeats."""
    provinces = _rows(
        connection,
        regions,
        regions.c.level == RegionLevel.PROVINCE,
        regions.c.code != models[0]["parent_code"],
    )
    for place in range(KAB_KOTA - len(models)):
        province, model = provinces[place % len(provinces)], models[place % len(models)]
        code = f"{province['code']}.{place // len(provinces) + 1:02d}"
        name = f"Kab/kota {code}"
        yield (
            {**model, "code": code, "name": name, "parent_code": province["code"]},
            model,
        )


def _region_inserts(
    connection: Connection, added: Sequence[tuple[Row, Row]]
) -> Iterator[Insert]:
    for row, _ in added:
        yield Insert(regions, row)
    figures = _rows(connection, region_figures)
    for row, model in added:
        for figure in figures:
            if figure["region_code"] == model["code"]:
                yield Insert(region_figures, {**figure, "region_code": row["code"]})


def _tally_inserts(
    connection: Connection, added: Sequence[tuple[Row, Row]]
) -> Iterator[Insert]:
    every = _rows(connection, tallies)
    of_region = {model["code"]: _latest(every, model["code"]) for _, model in added}
    for row, model in added:
        for tally in of_region[model["code"]]:
            yield Insert(tallies, {**tally, "region_code": row["code"]})


def _latest(every: Sequence[Row], region: str) -> list[Row]:
    """Return, for each cell of a kab/kota, its latest tally on each of DAYS."""
    own = sorted((row for row in every if row["region_code"] == region), key=_cell)
    kept: list[Row] = []
    for _, group in groupby(own, key=_cell):
        rows = sorted(group, key=lambda row: row["version"])
        known = [[row for row in rows if row["known_on"] <= day] for day in DAYS]
        versions = sorted({part[-1]["version"] for part in known if part})
        ends = [row for row in rows if row["version"] in versions]
        kept += [
            {**row, "version": place, "replaces": None}
            for place, row in enumerate(ends, start=1)
        ]
    return kept


def _cell(tally: Row) -> tuple[str, str]:
    return tally["phase_code"], tally["party_code"]


def _rows(connection: Connection, table: Any, *conditions: Any) -> list[Row]:  # noqa: ANN401
    query = select(table).where(*conditions).order_by(*table.primary_key)
    return [dict(row) for row in connection.execute(query).mappings()]
