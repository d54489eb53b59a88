"""Tables of the pledges; no facts of an election, so the journal keeps none of them.

Nothing here tells who made a pledge, or when, or from where.
"""

from datetime import date

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    Named,
    String,
    Table,
    TypedColumns,
)

from data_access.tables.base import metadata, one_of
from domain.pledge import Refusal

SECRET = String(64)
"""Type of 32 bytes in hexadecimal."""


class PledgeColumns(TypedColumns):
    """Columns of the `pledges` table: how many counted, by day and kab/kota."""

    day: Named[date] = Column(primary_key=True)
    region_code: Named[str] = Column(
        String(13), ForeignKey("regions.code"), primary_key=True
    )
    counted: Named[int] = Column(Integer)


pledges = Table(
    "pledges",
    metadata,
    PledgeColumns,
    CheckConstraint("counted >= 1", name="counts_from_1"),
)


class PledgeRefusalColumns(TypedColumns):
    """Columns of the `pledge_refusals` table: how many did not count, and why."""

    day: Named[date] = Column(primary_key=True)
    refusal: Named[Refusal] = Column(one_of(Refusal, "refusal"), primary_key=True)
    counted: Named[int] = Column(Integer)


pledge_refusals = Table(
    "pledge_refusals",
    metadata,
    PledgeRefusalColumns,
    CheckConstraint("counted >= 1", name="counts_from_1"),
)


class PledgeKeyColumns(TypedColumns):
    """Columns of the `pledge_keys` table: the secret of a day, kept for that day."""

    day: Named[date] = Column(primary_key=True)
    key: Named[str] = Column(SECRET)


pledge_keys = Table("pledge_keys", metadata, PledgeKeyColumns)


class PledgeUseColumns(TypedColumns):
    """Columns of the `pledge_uses` table: marks of a day and how often they came."""

    day: Named[date] = Column(primary_key=True)
    mark: Named[str] = Column(SECRET, primary_key=True)
    counted: Named[int] = Column(Integer)


pledge_uses = Table(
    "pledge_uses",
    metadata,
    PledgeUseColumns,
    CheckConstraint("counted >= 1", name="counts_from_1"),
)
