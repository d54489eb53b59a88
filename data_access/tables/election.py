"""Elections and the regions they are held in."""

from datetime import date
from enum import StrEnum

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Named,
    String,
    Table,
    Text,
)

from data_access.tables.base import CODE, Sourced, Versioned, metadata, one_of
from domain.region import RegionLevel


class RegionMeasure(StrEnum):
    """What a figure on a region counts."""

    POPULATION = "population"
    VOTERS = "voters"


class ElectionColumns(Sourced, Versioned):
    """Columns of the `elections` table."""

    code: Named[str] = Column(CODE, primary_key=True)
    name_indonesian: Named[str] = Column(Text)
    name_english: Named[str] = Column(Text)
    launched_on: Named[date]
    voting_day: Named[date]
    voting_day_name_indonesian: Named[str] = Column(Text)
    voting_day_name_english: Named[str] = Column(Text)
    opens_on: Named[date | None]
    legal_basis: Named[str] = Column(Text)


elections = Table(
    "elections",
    metadata,
    ElectionColumns,
    CheckConstraint("name_indonesian <> ''", name="is_named"),
    CheckConstraint("launched_on <= voting_day", name="opens_before_it_votes"),
)


class RegionColumns(Sourced, Versioned):
    """Columns of the `regions` table."""

    code: Named[str] = Column(String(13), primary_key=True)
    name: Named[str] = Column(Text)
    level: Named[RegionLevel] = Column(one_of(RegionLevel, "level"))
    parent_code: Named[str | None] = Column(String(13), ForeignKey("regions.code"))
    districts: Named[int | None]


regions = Table(
    "regions",
    metadata,
    RegionColumns,
    CheckConstraint("name <> ''", name="is_named"),
    CheckConstraint("districts >= 0", name="districts_are_counted"),
    CheckConstraint(
        "(parent_code IS NULL) = (level = 'negara')", name="lies_in_another"
    ),
    Index(None, "parent_code", "code"),
)


class RegionFigureColumns(Sourced):
    """Columns of the append-only `region_figures` table."""

    election_code: Named[str] = Column(
        CODE, ForeignKey("elections.code"), primary_key=True
    )
    region_code: Named[str] = Column(
        String(13), ForeignKey("regions.code"), primary_key=True
    )
    measure: Named[RegionMeasure] = Column(
        one_of(RegionMeasure, "measure"), primary_key=True
    )
    known_on: Named[date] = Column(primary_key=True)
    value: Named[int] = Column(Integer)


region_figures = Table(
    "region_figures",
    metadata,
    RegionFigureColumns,
    CheckConstraint("value >= 0", name="is_counted"),
)


class PublishedCountColumns(Sourced):
    """Columns of the append-only `published_counts` table."""

    election_code: Named[str] = Column(
        CODE, ForeignKey("elections.code"), primary_key=True
    )
    publication: Named[str] = Column(CODE, primary_key=True)
    part: Named[str] = Column(CODE, primary_key=True)
    region_code: Named[str] = Column(String(13), ForeignKey("regions.code"))
    measure: Named[str] = Column(CODE)
    known_on: Named[date]
    value: Named[int] = Column(Integer)


published_counts = Table(
    "published_counts",
    metadata,
    PublishedCountColumns,
    CheckConstraint("value >= 0", name="is_counted"),
)


class HolidayOverrideColumns(Sourced, Versioned):
    """Columns of the `holiday_overrides` table."""

    day: Named[date] = Column(primary_key=True)
    decided_on: Named[date] = Column(primary_key=True)
    is_working: Named[bool]
    name: Named[str] = Column(Text)


holiday_overrides = Table("holiday_overrides", metadata, HolidayOverrideColumns)
