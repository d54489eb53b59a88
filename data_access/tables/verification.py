"""Phases of the party verification, their append-only tallies, published figures."""

from datetime import date

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Named,
    String,
    Table,
    Text,
    text,
)

from data_access.tables.base import (
    CODE,
    Sourced,
    VerdictSet,
    Versioned,
    metadata,
    one_of,
)
from domain.tally import TallyOrigin, TallyState
from domain.verification import Verdict


class PhaseColumns(Sourced, Versioned):
    """Columns of the `phases` table."""

    election_code: Named[str] = Column(
        CODE, ForeignKey("elections.code"), primary_key=True
    )
    code: Named[str] = Column(CODE, primary_key=True)
    position: Named[int] = Column(Integer)
    name_indonesian: Named[str] = Column(Text)
    name_english: Named[str] = Column(Text)
    short_name_indonesian: Named[str] = Column(Text)
    short_name_english: Named[str] = Column(Text)
    milestone_code: Named[str] = Column(CODE)
    verdicts: Named[frozenset[Verdict]] = Column(VerdictSet)
    known_on: Named[date]
    legal_basis: Named[str] = Column(Text)


phases = Table(
    "phases",
    metadata,
    PhaseColumns,
    ForeignKeyConstraint(
        ["election_code", "milestone_code"],
        ["milestones.election_code", "milestones.code"],
    ),
    CheckConstraint("name_indonesian <> ''", name="is_named"),
    CheckConstraint("position >= 1", name="position_counts_from_1"),
    CheckConstraint("verdicts <> ''", name="gives_verdicts"),
)


class MilestonePhaseColumns(Sourced):
    """Columns of the `milestone_phases` table: whose tallies measure a milestone."""

    election_code: Named[str] = Column(CODE, primary_key=True)
    milestone_code: Named[str] = Column(CODE, primary_key=True)
    phase_code: Named[str] = Column(CODE)


milestone_phases = Table(
    "milestone_phases",
    metadata,
    MilestonePhaseColumns,
    ForeignKeyConstraint(
        ["election_code", "milestone_code"],
        ["milestones.election_code", "milestones.code"],
    ),
    ForeignKeyConstraint(
        ["election_code", "phase_code"], ["phases.election_code", "phases.code"]
    ),
)


class TallyColumns(Sourced):
    """Columns of the append-only `tallies` table.

    `version` numbers the tallies of one party, kab/kota and phase from 1. A correction
    names in `replaces` the version it corrects.

    A draft that an editor sent back, and a withdrawal, name in `takes_back` the first
    version that no longer stands: from that one up to themselves none does.
    """

    election_code: Named[str] = Column(CODE, primary_key=True)
    phase_code: Named[str] = Column(CODE, primary_key=True)
    party_code: Named[str] = Column(CODE, primary_key=True)
    region_code: Named[str] = Column(
        String(13), ForeignKey("regions.code"), primary_key=True
    )
    version: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    replaces: Named[int | None]
    takes_back: Named[int | None]
    reported_on: Named[date]
    known_on: Named[date]
    members: Named[int] = Column(Integer)
    required: Named[int] = Column(Integer)
    sample: Named[int] = Column(Integer)
    visited: Named[int] = Column(Integer)
    met: Named[int] = Column(Integer)
    eligible: Named[int] = Column(Integer)
    correctable: Named[int] = Column(Integer)
    ineligible: Named[int] = Column(Integer)
    verdict: Named[Verdict | None] = Column(one_of(Verdict, "verdict"))
    state: Named[TallyState] = Column(one_of(TallyState, "state"))
    decided_on: Named[date | None]
    minutes_number: Named[str | None] = Column(Text)
    minutes_date: Named[date | None]
    minutes_sha256: Named[str | None] = Column(String(64))
    signers: Named[str | None] = Column(Text)
    origin: Named[TallyOrigin] = Column(one_of(TallyOrigin, "origin"))


tallies = Table(
    "tallies",
    metadata,
    TallyColumns,
    ForeignKeyConstraint(
        ["election_code", "phase_code"], ["phases.election_code", "phases.code"]
    ),
    ForeignKeyConstraint(
        ["election_code", "party_code"], ["parties.election_code", "parties.code"]
    ),
    CheckConstraint("version >= 1", name="version_counts_from_1"),
    CheckConstraint("replaces BETWEEN 1 AND version - 1", name="replaces_an_older_one"),
    CheckConstraint(
        "takes_back BETWEEN 1 AND version - 1", name="takes_back_an_older_one"
    ),
    CheckConstraint(
        "takes_back IS NULL OR state IN ('draft', 'withdrawn')",
        name="public_takes_nothing_back",
    ),
    CheckConstraint(
        "state <> 'withdrawn' OR (takes_back IS NOT NULL AND takes_back = 1)",
        name="withdrawal_takes_all_back",
    ),
    CheckConstraint("reported_on <= known_on", name="is_known_once_reported"),
    CheckConstraint("members >= 0 AND required >= 0", name="members_are_counted"),
    CheckConstraint("sample BETWEEN 0 AND members", name="sample_within_members"),
    CheckConstraint("visited BETWEEN 0 AND sample", name="visited_within_sample"),
    CheckConstraint("met BETWEEN 0 AND visited", name="met_within_visited"),
    CheckConstraint(
        "eligible >= 0 AND correctable >= 0 AND ineligible >= 0",
        name="verdicts_are_counted",
    ),
    CheckConstraint(
        "eligible + correctable + ineligible <= visited",
        name="verdicts_within_visited",
    ),
    CheckConstraint(
        "(state = 'decided') = (decided_on IS NOT NULL)", name="is_decided_on_a_day"
    ),
    CheckConstraint("decided_on <= known_on", name="is_known_once_decided"),
    CheckConstraint("verdict IS NULL OR state = 'decided'", name="verdict_is_decided"),
    CheckConstraint(
        "state = 'decided' OR minutes_number IS NULL", name="minutes_are_of_a_plenary"
    ),
    CheckConstraint(
        "state <> 'decided' OR origin = 'simulated' OR (minutes_number IS NOT NULL"
        " AND minutes_date IS NOT NULL AND minutes_sha256 IS NOT NULL)",
        name="minutes_stand_behind_it",
    ),
    CheckConstraint("length(minutes_sha256) = 64", name="minutes_have_a_hash"),
    CheckConstraint(
        "(origin = 'simulated') = (confidence = 'simulated')", name="simulated_says_so"
    ),
    # From a cell's key straight to its latest figures, past no other cell's history.
    Index(
        "ix_tallies_latest",
        "election_code",
        "phase_code",
        "party_code",
        "region_code",
        "reported_on",
        "version",
    ),
    # The few that take others back, so that a read asks for them at no price.
    Index(
        "ix_tallies_taken_back",
        "election_code",
        "phase_code",
        "party_code",
        "region_code",
        "version",
        sqlite_where=text("takes_back IS NOT NULL"),
        postgresql_where=text("takes_back IS NOT NULL"),
    ),
)


class ReportedFigureColumns(Sourced):
    """Columns of the append-only `reported_figures` table."""

    election_code: Named[str] = Column(CODE, primary_key=True)
    phase_code: Named[str] = Column(CODE, primary_key=True)
    area: Named[str] = Column(Text, primary_key=True)
    parties: Named[str] = Column(Text, primary_key=True)
    measure: Named[str] = Column(CODE, primary_key=True)
    as_of: Named[date] = Column(primary_key=True)
    known_on: Named[date]
    value: Named[int] = Column(Integer)
    is_approximate: Named[bool] = Column(default=False)


reported_figures = Table(
    "reported_figures",
    metadata,
    ReportedFigureColumns,
    ForeignKeyConstraint(
        ["election_code", "phase_code"], ["phases.election_code", "phases.code"]
    ),
    CheckConstraint("value >= 0", name="is_counted"),
    CheckConstraint("as_of <= known_on", name="is_known_once_reported"),
)
