"""Sums over the latest public tallies of each phase, as known on a day."""

from datetime import date
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    bindparam,
    case,
    distinct,
    func,
    or_,
    select,
)

from data_access.cells import (
    IS_DECIDED,
    IS_SIMULATED,
    cells,
    in_cell,
    is_known,
    key_of,
    once_decided,
    stands,
    with_tallies,
)
from data_access.rows import AnyRow
from data_access.tables import regions, tallies
from domain.tally import PhaseTotals, TallyState

_CELL = cells(regions.c.parent_code == bindparam("province"))
_IS_HANDED_OVER = tallies.c.visited == tallies.c.sample  # false without a public tally


def _count_if(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


def _total(column: Column[int]) -> ColumnElement[int]:
    return func.coalesce(func.sum(column), 0)


def _decided_before() -> ColumnElement[date]:
    """Return the day of a tally's plenary, if that was before the day asked for."""
    return case((tallies.c.decided_on < bindparam("day"), tallies.c.decided_on))


def _complete(code: ColumnElement[Any]) -> ColumnElement[int]:
    """Return the count of codes all of whose recaps are handed over."""
    unfinished = case((_IS_HANDED_OVER, None), else_=code)
    return func.count(distinct(code)) - func.count(distinct(unfinished))


def _has_draft() -> ColumnElement[bool]:
    """Return the condition that a cell without a public tally has a draft."""
    draft = tallies.alias("draft")
    first = (
        select(draft.c.version)
        .where(
            in_cell(draft, key_of(_CELL)),
            is_known(draft),
            draft.c.state == TallyState.DRAFT,
            stands(draft),
        )
        .limit(1)
    )
    return first.scalar_subquery().is_not(None)


_PHASE_TOTALS = (
    select(
        _CELL.c.phase_code,
        func.count().label("recaps_expected"),
        _count_if(_IS_HANDED_OVER).label("recaps_submitted"),
        _count_if(IS_DECIDED).label("recaps_decided"),
        func.count(distinct(_CELL.c.region_code)).label("regions_expected"),
        _complete(_CELL.c.region_code).label("regions_submitted"),
        func.count(distinct(_CELL.c.party_code)).label("parties_expected"),
        _complete(_CELL.c.party_code).label("parties_checked"),
        _total(tallies.c.sample).label("sample"),
        _total(tallies.c.visited).label("visited"),
        func.sum(once_decided(tallies.c.eligible)).label("eligible"),
        func.sum(once_decided(tallies.c.correctable)).label("correctable"),
        func.sum(once_decided(tallies.c.ineligible)).label("ineligible"),
        func.max(tallies.c.reported_on).label("reported_on"),
        func.max(_decided_before()).label("decided_before"),
        _count_if(IS_SIMULATED).label("simulated"),
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
        decided_before=row.decided_before,
        is_simulated=row.simulated > 0,
    )
