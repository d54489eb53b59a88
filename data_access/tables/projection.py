"""Table of the shows that a room saw, with their sheets as they were drawn."""

from datetime import date, datetime

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    Named,
    Table,
    Text,
    TypedColumns,
)

from data_access.tables.accounts import SHA_256
from data_access.tables.base import CODE, Instant, metadata


class ProjectionColumns(TypedColumns):
    """Columns of the `projections` table, whose rows never change.

    A row without a version cannot be updated by the journal, and there is no removal.
    """

    number: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    election_code: Named[str] = Column(CODE, ForeignKey("elections.code"))
    day: Named[date] = Column()
    revision: Named[int] = Column(Integer)
    wish: Named[str] = Column(Text)
    occasion: Named[str] = Column(Text)
    presenter_code: Named[str] = Column(CODE, ForeignKey("people.code"))
    at: Named[datetime] = Column(Instant)
    content: Named[bytes] = Column(LargeBinary)
    sha256: Named[str] = Column(SHA_256)
    looked_at: Named[dict[str, int]] = Column(JSON)


projections = Table(
    "projections",
    metadata,
    ProjectionColumns,
    CheckConstraint("length(sha256) = 64", name="has_a_hash"),
    CheckConstraint("length(content) > 0", name="is_not_empty"),
    # Its number is that of its own entry, which follows what it shows.
    CheckConstraint("revision BETWEEN 0 AND number - 1", name="shows_what_was_stored"),
)
