"""Reads what each kab/kota has sent, as known on a day."""

from datetime import date

from sqlalchemy import (
    ColumnElement,
    Connection,
    bindparam,
    case,
    exists,
    func,
    not_,
    select,
)

from data_access.cells import (
    IS_SIMULATED,
    cells,
    in_cell,
    is_known,
    key_of,
    with_tallies,
)
from data_access.rows import AnyRow
from data_access.tables import regions, tallies
from domain.silence import RegionReports
from domain.tally import TallyState

_CELL = cells(regions.c.parent_code == bindparam("province"))


def _is_refused() -> ColumnElement[int]:
    """Return 1 where figures of a cell were sent back and not sent again, else 0."""
    refused, answer = tallies.alias("refused"), tallies.alias("answer")
    key = key_of(_CELL)
    answered = exists().where(
        in_cell(answer, key),
        is_known(answer),
        answer.c.version > refused.c.version,
        answer.c.state != TallyState.DRAFT,
    )
    waits = (
        select(refused.c.version)
        .where(
            in_cell(refused, key),
            is_known(refused),
            refused.c.takes_back.is_not(None),
            refused.c.state == TallyState.DRAFT,
            not_(answered),
        )
        .limit(1)
        .correlate(_CELL)
        .scalar_subquery()
    )
    return case((waits.is_not(None), 1), else_=0)


_SENT = (
    select(
        _CELL.c.region_code,
        func.max(tallies.c.known_on).label("sent_on"),
        func.max(tallies.c.reported_on).label("reported_on"),
        func.sum(_is_refused()).label("refused"),
        func.max(case((IS_SIMULATED, 1), else_=0)).label("simulated"),
    )
    .select_from(with_tallies(_CELL))
    .group_by(_CELL.c.region_code)
    .cte("sent")
)
_REPORTS = (
    select(regions.c.code, _SENT)
    .join_from(regions, _SENT, _SENT.c.region_code == regions.c.code, isouter=True)
    .where(regions.c.parent_code == bindparam("province"))
    .order_by(regions.c.code)
)


def read_region_reports(
    connection: Connection, election: str, day: date, *, province: str
) -> tuple[RegionReports, ...]:
    """Return what each kab/kota of a province has sent, in order of their codes."""
    given = {"election": election, "day": day, "province": province}
    return tuple(map(_reports, connection.execute(_REPORTS, given)))


def _reports(row: AnyRow) -> RegionReports:
    return RegionReports(
        region_code=row.code,
        sent_on=row.sent_on,
        reported_on=row.reported_on,
        refused=row.refused or 0,
        is_simulated=bool(row.simulated),
    )
