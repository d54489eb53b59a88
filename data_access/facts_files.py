"""The files of facts, and the order in which their tables can be filled."""

from data_access import tables
from data_access.facts_cells import count, day, flag, one_of, optional, words
from data_access.facts_columns import PROVENANCE, FactFile
from data_access.facts_integrity_files import (
    ACCOUNTABILITY_BANDS,
    ACCOUNTABILITY_WEIGHTS,
    ACCOUNTABILITY_YEARS,
    ASSESSMENT_FILES,
    SERVICE_STATES,
    SERVICES,
)
from data_access.facts_party_files import (
    PARTIES,
    PARTY_DECISIONS,
    PHASES,
    REPORTED_FIGURES,
    REQUIREMENTS,
)
from data_access.facts_timeline_files import (
    BASELINE_DAYS,
    BASELINES,
    DEADLINE_RULES,
    MILESTONES,
    PREDECESSORS,
    REVISIONS,
    STAGES,
)
from domain.region import RegionLevel

REGIONS = FactFile(
    name="regions",
    table=tables.regions,
    key=("code",),
    references={"parent_code": ("regions",)},
    columns={
        "code": words,
        "name": words,
        "level": one_of(RegionLevel),
        "parent_code": optional(words),
        "districts": optional(count),
        **PROVENANCE,
    },
)

HOLIDAY_OVERRIDES = FactFile(
    name="holiday_overrides",
    table=tables.holiday_overrides,
    key=("day", "decided_on"),
    columns={
        "day": day,
        "is_working": flag,
        "name": words,
        "decided_on": day,
        **PROVENANCE,
    },
)

ELECTION_FILE = FactFile(
    name="elections",
    table=tables.elections,
    key=("code",),
    in_order=(("launched_on", "voting_day"),),
    columns={
        "code": words,
        "name_indonesian": words,
        "name_english": words,
        "launched_on": day,
        "voting_day": day,
        "voting_day_name_indonesian": words,
        "voting_day_name_english": words,
        "opens_on": optional(day),
        "legal_basis": words,
        **PROVENANCE,
    },
)

REGION_FIGURES = FactFile(
    name="region_figures",
    table=tables.region_figures,
    key=("region_code", "measure", "known_on"),
    references={"region_code": ("regions",)},
    columns={
        "region_code": words,
        "measure": one_of(tables.RegionMeasure),
        "known_on": day,
        "value": count,
        **PROVENANCE,
    },
)

PUBLISHED_COUNTS = FactFile(
    name="published_counts",
    table=tables.published_counts,
    key=("publication", "part"),
    references={"region_code": ("regions",)},
    columns={
        "publication": words,
        "part": words,
        "region_code": words,
        "measure": words,
        "known_on": day,
        "value": count,
        **PROVENANCE,
    },
)

COMMON_FILES = (
    REGIONS,
    HOLIDAY_OVERRIDES,
    SERVICES,
    SERVICE_STATES,
    ACCOUNTABILITY_WEIGHTS,
    ACCOUNTABILITY_BANDS,
    ACCOUNTABILITY_YEARS,
    *ASSESSMENT_FILES,
)
"""Files beside the folders of the elections."""

ELECTION_FILES = (
    REGION_FIGURES,
    PUBLISHED_COUNTS,
    STAGES,
    MILESTONES,
    REVISIONS,
    PREDECESSORS,
    BASELINES,
    BASELINE_DAYS,
    PARTIES,
    PARTY_DECISIONS,
    PHASES,
    REQUIREMENTS,
    DEADLINE_RULES,
    REPORTED_FIGURES,
)
"""The other files of an election, in the order in which their tables can be filled."""
