"""Reads what each kab/kota has sent in a phase, as known on a day."""

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
from data_access.tables import phases, regions, tallies
from domain.silence import RegionReports
from domain.tally import TallyState

_CELL = cells(
    regions.c.parent_code == bindparam("province"),
    phases.c.code == bindparam("phase"),
)


def _is_refused() -> ColumnElement[int]:
    """Return 1 where figures of a cell were sent back and not sent again, else 0."""
    refused, answer = tallies.alias("refused"), tallies.alias("answer")
    its_cell = (refused.c.phase_code, refused.c.party_code, refused.c.region_code)
    answered = exists().where(
        in_cell(answer, its_cell),
        is_known(answer),
        answer.c.version > refused.c.version,
        answer.c.state != TallyState.DRAFT,
    )
    waits = (
        select(refused.c.version)
        .where(
            in_cell(refused, key_of(_CELL)),
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
)
_REGENCIES = (
    select(regions.c.code)
    .where(regions.c.parent_code == bindparam("province"))
    .order_by(regions.c.code)
)


def read_region_reports(
    connection: Connection, election: str, phase: str, day: date, *, province: str
) -> tuple[RegionReports, ...]:
    """Return what each kab/kota of a province has sent in a phase, by its code.

    Args:
        connection: The database.
        election: Code of the election.
        phase: Code of the verification phase.
        day: Day whose knowledge counts.
        province: Kemendagri code of the province.
    """
    given = {"election": election, "phase": phase, "day": day, "province": province}
    sent = {row.region_code: row for row in connection.execute(_SENT, given)}
    codes = connection.scalars(_REGENCIES, {"province": province})
    return tuple(_reports(code, sent.get(code)) for code in codes)


def _reports(code: str, sent: AnyRow | None) -> RegionReports:
    return RegionReports(
        region_code=code,
        sent_on=sent.sent_on if sent else None,
        reported_on=sent.reported_on if sent else None,
        refused=sent.refused if sent else 0,
        is_simulated=bool(sent and sent.simulated),
    )
