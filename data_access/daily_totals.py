"""Sums over the public tallies of one party, day by day, as known on a day."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    and_,
    bindparam,
    case,
    cast,
    func,
    select,
)

from data_access.cells import (
    IS_SIMULATED,
    in_cell,
    is_known,
    is_public,
    once_decided,
    stands,
)
from data_access.rows import AnyRow
from data_access.tables import regions, tallies
from domain.tally import DailyTotal


@dataclass(frozen=True, slots=True, kw_only=True)
class Recaps:
    """The recaps of one party, in one phase, in the kab/kota of one province.

    Attributes:
        phase: Code of the phase.
        party: Code of the party.
        province: Kemendagri code of the province.
    """

    phase: str
    party: str
    province: str


def _growth(column: ColumnElement[int]) -> ColumnElement[int]:
    """Return by how much a tally's figure differs from the cell's tally before it.

    Tallies of one reporting day come by version, so a correction brings only what it
    changed.
    """
    before = func.lag(column, 1, 0).over(
        partition_by=(tallies.c.party_code, tallies.c.region_code),
        order_by=(tallies.c.reported_on, tallies.c.version),
    )
    return column - before


_GROWTHS = (
    select(
        tallies.c.reported_on,
        _growth(tallies.c.sample).label("sample"),
        _growth(tallies.c.visited).label("visited"),
        _growth(tallies.c.met).label("met"),
        _growth(once_decided(tallies.c.eligible)).label("eligible"),
        _growth(once_decided(tallies.c.correctable)).label("correctable"),
        _growth(once_decided(tallies.c.ineligible)).label("ineligible"),
        case((IS_SIMULATED, 1), else_=0).label("simulated"),
    )
    # Outer, though nothing is outside: each kab/kota first, then its tallies, and never
    # those of the whole country.
    .join_from(
        regions,
        tallies,
        and_(
            in_cell(tallies, (bindparam("phase"), bindparam("party"), regions.c.code)),
            is_known(tallies),
            is_public(tallies),
            stands(tallies),
        ),
        isouter=True,
    )
    .where(regions.c.parent_code == bindparam("province"))
    .subquery("growths")
)


def _up_to_the_day(column: ColumnElement[int]) -> ColumnElement[int]:
    running = func.sum(func.sum(column)).over(order_by=_GROWTHS.c.reported_on)
    return cast(running, Integer)  # PostgreSQL adds whole numbers up to a numeric


_DAILY_TOTALS = (
    select(
        _GROWTHS.c.reported_on,
        _up_to_the_day(_GROWTHS.c.sample).label("sample"),
        _up_to_the_day(_GROWTHS.c.visited).label("visited"),
        _up_to_the_day(_GROWTHS.c.met).label("met"),
        _up_to_the_day(_GROWTHS.c.eligible).label("eligible"),
        _up_to_the_day(_GROWTHS.c.correctable).label("correctable"),
        _up_to_the_day(_GROWTHS.c.ineligible).label("ineligible"),
        func.max(_GROWTHS.c.simulated).label("simulated"),
    )
    .where(_GROWTHS.c.reported_on.is_not(None))
    .group_by(_GROWTHS.c.reported_on)
    .order_by(_GROWTHS.c.reported_on)
)


def read_daily_totals(
    connection: Connection, election: str, day: date, recaps: Recaps
) -> tuple[DailyTotal, ...]:
    """Return the sums on each reporting day up to a day, oldest first.

    A kab/kota that did not report that day counts with its latest report before it.
    """
    given = {
        "election": election,
        "day": day,
        "phase": recaps.phase,
        "party": recaps.party,
        "province": recaps.province,
    }
    return tuple(map(_daily_total, connection.execute(_DAILY_TOTALS, given)))


def _daily_total(row: AnyRow) -> DailyTotal:
    return DailyTotal(
        reported_on=row.reported_on,
        sample=row.sample,
        visited=row.visited,
        met=row.met,
        eligible=row.eligible,
        correctable=row.correctable,
        ineligible=row.ineligible,
        is_simulated=row.simulated > 0,
    )
