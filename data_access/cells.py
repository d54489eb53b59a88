"""The cells of the verification: one party in one kab/kota in one phase.

The public sees of a cell its latest tally that the kab/kota has submitted; drafts are
for staff. Each cell is looked up by its key, straight to that tally, so a read costs
what it shows and never the history behind it.
"""

from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    FromClause,
    ScalarSelect,
    and_,
    bindparam,
    case,
    exists,
    not_,
    select,
    true,
)

from data_access.grounds import Ground
from data_access.tables import parties, phases, regions, tallies
from domain.tally import TallyOrigin, TallyState

Key = tuple[ColumnElement[Any], ColumnElement[Any], ColumnElement[Any]]
"""Columns that hold the phase, the party and the kab/kota of a cell."""

IS_DECIDED = tallies.c.state == TallyState.DECIDED
IS_SIMULATED = tallies.c.origin == TallyOrigin.SIMULATED


TALLIES_GROUND = Ground((phases, parties, regions, tallies), days=None)
"""What every read of cells and of their tallies rests on."""


def once_decided(column: ColumnElement[int]) -> ColumnElement[int]:
    """Return a number of verdicts, 0 until the plenary makes it public."""
    return case((IS_DECIDED, column), else_=0)


def cells(*shown: ColumnElement[bool]) -> CTE:
    """Return the cells that a read shows, with their latest public tally on `day`.

    Args:
        shown: Conditions on `phases`, `parties` and `regions`.

    Returns:
        The codes of phase, party and region, the positions of phase and party, and
        the `version` of that tally, empty where there is none.
    """
    of_election = parties.c.election_code == phases.c.election_code
    return (
        select(
            phases.c.code.label("phase_code"),
            phases.c.position.label("phase_position"),
            parties.c.code.label("party_code"),
            parties.c.position.label("party_position"),
            regions.c.code.label("region_code"),
            _latest_public_version().label("version"),
        )
        .select_from(phases.join(parties, of_election).join(regions, true()))
        .where(phases.c.election_code == bindparam("election"), _takes_part(), *shown)
        .cte("cells")
        # Looked up before anything else: the tallies must not be scanned for cells.
        .prefix_with("MATERIALIZED")
    )


def in_cell(tally: FromClause, cell: Key) -> ColumnElement[bool]:
    """Return the condition that a tally belongs to a cell of the election."""
    phase, party, region = cell
    return and_(
        tally.c.election_code == bindparam("election"),
        tally.c.phase_code == phase,
        tally.c.party_code == party,
        tally.c.region_code == region,
    )


def with_tallies(cell: CTE) -> FromClause:
    """Return the cells joined with their latest public tally, if there is one."""
    return cell.outerjoin(
        tallies,
        and_(in_cell(tallies, key_of(cell)), tallies.c.version == cell.c.version),
    )


def key_of(cell: CTE) -> Key:
    """Return the key of a cell."""
    return cell.c.phase_code, cell.c.party_code, cell.c.region_code


def is_known(tally: FromClause) -> ColumnElement[bool]:
    """Return the condition that a tally was known on `day`, if as a draft."""
    # Nothing is known before the day it reports on: that condition ends the search.
    return and_(
        tally.c.reported_on <= bindparam("day"), tally.c.known_on <= bindparam("day")
    )


def is_public(tally: FromClause) -> ColumnElement[bool]:
    """Return the condition that a tally was handed over, once."""
    return tally.c.state.in_((TallyState.SUBMITTED, TallyState.DECIDED))


def stands(tally: FromClause) -> ColumnElement[bool]:
    """Return the condition that no later tally known on `day` took one back.

    An editor who sends figures back takes back those; a withdrawal takes back all.
    """
    later = tallies.alias("later")
    cell = (tally.c.phase_code, tally.c.party_code, tally.c.region_code)
    taken_back = exists().where(
        in_cell(later, cell),
        later.c.takes_back <= tally.c.version,
        later.c.version > tally.c.version,
        is_known(later),
    )
    return not_(taken_back)


def _latest_public_version() -> ScalarSelect[int]:
    tally = tallies.alias("known")
    cell = (phases.c.code, parties.c.code, regions.c.code)
    return (
        select(tally.c.version)
        .where(in_cell(tally, cell), is_known(tally), is_public(tally), stands(tally))
        .order_by(tally.c.reported_on.desc(), tally.c.version.desc())
        .limit(1)
        .correlate(phases, parties, regions)
        .scalar_subquery()
    )


def _takes_part() -> ColumnElement[bool]:
    """Return the condition that a party has a tally in the phase, anywhere."""
    tally = tallies.alias("any_tally")
    first = (
        select(tally.c.version)
        .where(
            tally.c.election_code == bindparam("election"),
            tally.c.phase_code == phases.c.code,
            tally.c.party_code == parties.c.code,
        )
        .limit(1)
    )
    # Not EXISTS: PostgreSQL would join the parties with every tally of the phase.
    return first.scalar_subquery().is_not(None)
