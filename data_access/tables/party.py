"""Parties and the decisions taken on them."""

from datetime import date

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Named,
    Table,
    Text,
)

from data_access.tables.base import CODE, Sourced, Versioned, metadata, one_of
from domain.party import DecisionKind, DecisionResult, VerificationPath


class PartyColumns(Sourced, Versioned):
    """Columns of the `parties` table."""

    election_code: Named[str] = Column(
        CODE, ForeignKey("elections.code"), primary_key=True
    )
    code: Named[str] = Column(CODE, primary_key=True)
    name: Named[str] = Column(Text)
    short_name: Named[str] = Column(Text)
    position: Named[int] = Column(Integer)
    is_parliamentary: Named[bool]
    path: Named[VerificationPath] = Column(one_of(VerificationPath, "path"))
    known_on: Named[date]


parties = Table(
    "parties",
    metadata,
    PartyColumns,
    CheckConstraint("name <> '' AND short_name <> ''", name="is_named"),
    CheckConstraint("position >= 1", name="position_counts_from_1"),
)


class PartyDecisionColumns(Sourced):
    """Columns of the append-only `party_decisions` table."""

    election_code: Named[str] = Column(CODE, primary_key=True)
    party_code: Named[str] = Column(CODE, primary_key=True)
    kind: Named[DecisionKind] = Column(one_of(DecisionKind, "kind"), primary_key=True)
    decided_on: Named[date] = Column(primary_key=True)
    known_on: Named[date]
    result: Named[DecisionResult] = Column(one_of(DecisionResult, "result"))
    ballot_number: Named[int | None]


party_decisions = Table(
    "party_decisions",
    metadata,
    PartyDecisionColumns,
    ForeignKeyConstraint(
        ["election_code", "party_code"], ["parties.election_code", "parties.code"]
    ),
    CheckConstraint("decided_on <= known_on", name="is_known_once_decided"),
    CheckConstraint(
        "ballot_number IS NULL OR (ballot_number >= 1 AND result = 'determined')",
        name="numbers_a_contestant",
    ),
    Index(None, "known_on"),  # from one day to the next
)
