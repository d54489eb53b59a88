"""Pledges: counted or refused in short transactions, and read as sums.

A limit is kept by the statement that counts against it, so pledges made at the same
moment cannot pass together.
"""

import secrets
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, Table, bindparam, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite

from data_access.database import writing
from data_access.tables import (
    pledge_keys,
    pledge_refusals,
    pledge_uses,
    pledges,
    regions,
)
from domain.pledge import Limit, Pledge, Refusal, fault_of, limits_on

KEY_BYTES = 32

_KEY = select(pledge_keys.c.key).where(pledge_keys.c.day == bindparam("day"))
_COUNTED = (
    select(pledges.c.region_code, func.sum(pledges.c.counted).label("counted"))
    .group_by(pledges.c.region_code)
    .order_by(pledges.c.region_code)
)


def read_pledges(connection: Connection) -> Mapping[str, int]:
    """Return how many pledges counted up to now, by code of the kab/kota."""
    rows = connection.execute(_COUNTED)
    return {row.region_code: int(row.counted) for row in rows}


def read_refusals(connection: Connection) -> Mapping[date, Mapping[Refusal, int]]:
    """Return how many pledges did not count, by day, oldest first, and reason."""
    order = pledge_refusals.c.day, pledge_refusals.c.refusal
    found: dict[date, dict[Refusal, int]] = {}
    for row in connection.execute(select(pledge_refusals).order_by(*order)):
        found.setdefault(row.day, {})[row.refusal] = row.counted
    return found


def key_of(engine: Engine, day: date) -> str:
    """Return the secret of a day; its first use drops what earlier days kept.

    Without their key the marks of earlier days say nothing; both are deleted.
    """
    with engine.connect() as connection:
        key = _key(connection, day)
    return key or _begin(engine, day)


def sign(engine: Engine, pledge: Pledge, province: str) -> Refusal | None:
    """Count a pledge, or return why it does not count.

    A refused one is known by reading alone: a flood of them keeps no writer waiting.

    Args:
        engine: The database.
        pledge: The pledge.
        province: Code of the province whose kab/kota may be named.
    """
    with engine.connect() as connection:
        key = _key(connection, pledge.day)
        refused = _fault(connection, pledge, key, province)
    return refused or _count(engine, pledge, key)


def refuse(engine: Engine, refused: Mapping[tuple[date, Refusal], int]) -> None:
    """Count pledges that were refused, by day and reason."""
    with writing(engine).begin() as connection:
        for (day, why), many in sorted(refused.items()):
            _add(connection, pledge_refusals, {"day": day, "refusal": why}, many)


def forget_before(engine: Engine, day: date) -> None:
    """Forget the marks of the days before a day, and the keys they were made with."""
    with writing(engine).begin() as connection:
        _forget_before(connection, day)


def _forget_before(connection: Connection, day: date) -> None:
    for table in (pledge_uses, pledge_keys):
        connection.execute(delete(table).where(table.c.day < day))


def _begin(engine: Engine, day: date) -> str:
    with writing(engine).begin() as connection:
        _forget_before(connection, day)
        row = {"day": day, "key": secrets.token_hex(KEY_BYTES)}
        fresh = _insert(connection, pledge_keys).values(row)
        connection.execute(fresh.on_conflict_do_nothing())
        return connection.execute(_KEY, {"day": day}).scalar_one()


def _key(connection: Connection, day: date) -> str:
    return connection.scalar(_KEY, {"day": day}) or ""


def _fault(
    connection: Connection, pledge: Pledge, key: str, province: str
) -> Refusal | None:
    if fault := fault_of(pledge, key) if key else Refusal.UNSEALED:
        return fault
    if not _is_inside(connection, pledge.region, province):
        return Refusal.REGION
    return _exceeded(connection, pledge, key)


def _is_inside(connection: Connection, region: str, province: str) -> bool:
    if not region.isascii() or not region.isprintable():
        return False  # PostgreSQL takes no NUL, not even to look for
    found = select(regions.c.code).where(
        regions.c.code == region, regions.c.parent_code == province
    )
    return connection.scalar(found) is not None


def _exceeded(connection: Connection, pledge: Pledge, key: str) -> Refusal | None:
    """Return why a pledge is one too many, as far as a reader sees."""
    limits = limits_on(pledge, key)
    query = select(pledge_uses.c.mark, pledge_uses.c.counted).where(
        pledge_uses.c.day == pledge.day,
        pledge_uses.c.mark.in_([limit.mark for limit in limits]),
    )
    used = {row.mark: row.counted for row in connection.execute(query)}
    full = (limit for limit in limits if used.get(limit.mark, 0) >= limit.most)
    return next((limit.refusal for limit in full), None)


def _count(engine: Engine, pledge: Pledge, key: str) -> Refusal | None:
    """Count a pledge unless others have used up a limit meanwhile; then nothing."""
    with writing(engine).connect() as connection:
        for limit in limits_on(pledge, key):
            if not _use(connection, pledge.day, limit):
                return limit.refusal
        region = {"day": pledge.day, "region_code": pledge.region}
        _add(connection, pledges, region, 1)
        connection.commit()
    return None


def _use(connection: Connection, day: date, limit: Limit) -> bool:
    """Return whether a mark may come once more, and count that it came."""
    row = {"day": day, "mark": limit.mark, "counted": 1}
    fresh = _insert(connection, pledge_uses).values(row)
    counted = fresh.on_conflict_do_update(
        index_elements=["day", "mark"],
        set_={"counted": pledge_uses.c.counted + 1},
        where=pledge_uses.c.counted < limit.most,
    )
    kept = counted.returning(pledge_uses.c.counted)
    return connection.execute(kept).one_or_none() is not None


def _add(
    connection: Connection, table: Table[Any], key: Mapping[str, Any], many: int
) -> None:
    fresh = _insert(connection, table).values({**key, "counted": many})
    connection.execute(
        fresh.on_conflict_do_update(
            index_elements=list(key), set_={"counted": table.c.counted + many}
        )
    )


def _insert(
    connection: Connection, table: Table[Any]
) -> sqlite.Insert | postgresql.Insert:
    """Return an INSERT that may say what to do where the row is there already."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)
