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
    exists,
    or_,
    select,
    true,
)

from data_access.tables import parties, phases, regions, tallies
from domain.tally import TallyState

Key = tuple[ColumnElement[Any], ColumnElement[Any], ColumnElement[Any]]
"""Columns that hold the phase, the party and the kab/kota of a cell."""

CELL: Key = (phases.c.code, parties.c.code, regions.c.code)


def cells() -> FromClause:
    """Return every cell there may be; a read narrows them to those it shows."""
    of_election = parties.c.election_code == phases.c.election_code
    return phases.join(parties, of_election).join(regions, true())


def in_cell(tally: FromClause, cell: Key) -> ColumnElement[bool]:
    """Return the condition that a tally belongs to a cell of the election."""
    phase, party, region = cell
    return and_(
        tally.c.election_code == bindparam("election"),
        tally.c.phase_code == phase,
        tally.c.party_code == party,
        tally.c.region_code == region,
    )


def latest_public_version() -> ScalarSelect[int]:
    """Return the query for the version of a cell's latest public tally on `day`."""
    tally = tallies.alias("known")
    return (
        select(tally.c.version)
        .where(
            in_cell(tally, CELL), _is_known(tally), tally.c.state != TallyState.DRAFT
        )
        .order_by(tally.c.reported_on.desc(), tally.c.version.desc())
        .limit(1)
        .correlate(phases, parties, regions)
        .scalar_subquery()
    )


def known_cells() -> CTE:
    """Return the cells in a province of which any tally is known on `day`, if a draft.

    Returns:
        `phase_code`, `position` of the phase, `party_code`, `region_code`, and the
        `version` of the latest public tally, empty where there is only a draft.
    """
    looked_up = (
        select(
            phases.c.code.label("phase_code"),
            phases.c.position,
            parties.c.code.label("party_code"),
            regions.c.code.label("region_code"),
            latest_public_version().label("version"),
        )
        .select_from(cells())
        .where(
            phases.c.election_code == bindparam("election"),
            regions.c.parent_code == bindparam("province"),
        )
        .cte("looked_up")
        # Looked up once, however often the sums name the version.
        .prefix_with("MATERIALIZED")
    )
    tally = tallies.alias("draft")
    own = (looked_up.c.phase_code, looked_up.c.party_code, looked_up.c.region_code)
    has_draft = exists(1).where(in_cell(tally, own), _is_known(tally))
    return (
        select(looked_up)
        .where(or_(looked_up.c.version.is_not(None), has_draft))
        .cte("known_cells")
    )


def _is_known(tally: FromClause) -> ColumnElement[bool]:
    # Nothing is known before the day it reports on: that condition ends the search.
    return and_(
        tally.c.reported_on <= bindparam("day"), tally.c.known_on <= bindparam("day")
    )
