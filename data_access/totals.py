"""Sums over the public tallies, as known on a day; the database does the adding."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Integer,
    and_,
    bindparam,
    case,
    cast,
    distinct,
    func,
    or_,
    select,
)

from data_access.cells import cells, in_cell, is_known, key_of, with_tallies
from data_access.rows import AnyRow
from data_access.tables import regions, tallies
from domain.tally import DailyTotal, PhaseTotals, TallyOrigin, TallyState

_CELL = cells(regions.c.parent_code == bindparam("province"))
_IS_DECIDED = tallies.c.state == TallyState.DECIDED
_IS_SIMULATED = tallies.c.origin == TallyOrigin.SIMULATED
_IS_HANDED_OVER = tallies.c.visited == tallies.c.sample  # false without a public tally


def _count_if(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


def _total(column: Column[int]) -> ColumnElement[int]:
    return func.coalesce(func.sum(column), 0)


def _decided(column: Column[int]) -> ColumnElement[int]:
    return case((_IS_DECIDED, column), else_=0)


def _complete(code: ColumnElement[Any]) -> ColumnElement[int]:
    """Return the count of codes all of whose recaps are handed over."""
    unfinished = case((_IS_HANDED_OVER, None), else_=code)
    return func.count(distinct(code)) - func.count(distinct(unfinished))


def _has_draft() -> ColumnElement[bool]:
    """Return the condition that a cell without a public tally has a draft."""
    draft = tallies.alias("draft")
    first = (
        select(draft.c.version)
        .where(in_cell(draft, key_of(_CELL)), is_known(draft))
        .limit(1)
    )
    return first.scalar_subquery().is_not(None)


_PHASE_TOTALS = (
    select(
        _CELL.c.phase_code,
        func.count().label("recaps_expected"),
        _count_if(_IS_HANDED_OVER).label("recaps_submitted"),
        _count_if(_IS_DECIDED).label("recaps_decided"),
        func.count(distinct(_CELL.c.region_code)).label("regions_expected"),
        _complete(_CELL.c.region_code).label("regions_submitted"),
        func.count(distinct(_CELL.c.party_code)).label("parties_expected"),
        _complete(_CELL.c.party_code).label("parties_checked"),
        _total(tallies.c.sample).label("sample"),
        _total(tallies.c.visited).label("visited"),
        func.sum(_decided(tallies.c.eligible)).label("eligible"),
        func.sum(_decided(tallies.c.correctable)).label("correctable"),
        func.sum(_decided(tallies.c.ineligible)).label("ineligible"),
        func.max(tallies.c.reported_on).label("reported_on"),
        _count_if(_IS_SIMULATED).label("simulated"),
    )
    .select_from(with_tallies(_CELL))
    .where(or_(_CELL.c.version.is_not(None), _has_draft()))
    .group_by(_CELL.c.phase_position, _CELL.c.phase_code)
    .order_by(_CELL.c.phase_position)
)


def read_phase_totals(
    connection: Connection, election: str, day: date, *, province: str
) -> tuple[PhaseTotals, ...]:
    """Return the sums of each phase with any tally in a province, in their order."""
    given = {"election": election, "day": day, "province": province}
    return tuple(map(_phase_totals, connection.execute(_PHASE_TOTALS, given)))


def _phase_totals(row: AnyRow) -> PhaseTotals:
    return PhaseTotals(
        phase_code=row.phase_code,
        recaps_expected=row.recaps_expected,
        recaps_submitted=row.recaps_submitted,
        recaps_decided=row.recaps_decided,
        regions_expected=row.regions_expected,
        regions_submitted=row.regions_submitted,
        parties_expected=row.parties_expected,
        parties_checked=row.parties_checked,
        sample=row.sample,
        visited=row.visited,
        eligible=row.eligible,
        correctable=row.correctable,
        ineligible=row.ineligible,
        reported_on=row.reported_on,
        is_simulated=row.simulated > 0,
    )


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
        _growth(_decided(tallies.c.eligible)).label("eligible"),
        _growth(_decided(tallies.c.correctable)).label("correctable"),
        _growth(_decided(tallies.c.ineligible)).label("ineligible"),
        case((_IS_SIMULATED, 1), else_=0).label("simulated"),
    )
    # Outer, though nothing is outside: each kab/kota first, then its tallies, and never
    # those of the whole country.
    .join_from(
        regions,
        tallies,
        and_(
            in_cell(tallies, (bindparam("phase"), bindparam("party"), regions.c.code)),
            is_known(tallies),
            tallies.c.state != TallyState.DRAFT,
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
