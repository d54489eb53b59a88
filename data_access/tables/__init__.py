"""The tables of the database, as the migrations create them."""

from data_access.tables.accounts import (
    credentials,
    people,
    sessions,
    sign_in_attempts,
)
from data_access.tables.base import metadata
from data_access.tables.baseline import baseline_days, baselines
from data_access.tables.election import (
    RegionMeasure,
    elections,
    holiday_overrides,
    published_counts,
    region_figures,
    regions,
)
from data_access.tables.integrity import (
    duty_shifts,
    integrity_components,
    integrity_predicates,
    integrity_scores,
    integrity_thresholds,
    reform_areas,
    service_figures,
    service_states,
    services,
)
from data_access.tables.integrity_survey import (
    accountability_bands,
    accountability_weights,
    accountability_years,
    survey_rounds,
)
from data_access.tables.journal import journal, journal_head, journal_subjects
from data_access.tables.party import parties, party_decisions
from data_access.tables.pledge import (
    pledge_keys,
    pledge_refusals,
    pledge_uses,
    pledges,
)
from data_access.tables.projection import projections
from data_access.tables.reminder import reminders
from data_access.tables.rules import deadline_rules, requirements
from data_access.tables.scan import scans
from data_access.tables.timeline import (
    milestone_states,
    milestones,
    predecessors,
    stage_states,
    stages,
)
from data_access.tables.verification import (
    milestone_phases,
    phases,
    reported_figures,
    tallies,
)
from domain.history import Action

__all__ = [
    "Action",
    "RegionMeasure",
    "accountability_bands",
    "accountability_weights",
    "accountability_years",
    "baseline_days",
    "baselines",
    "credentials",
    "deadline_rules",
    "duty_shifts",
    "elections",
    "holiday_overrides",
    "integrity_components",
    "integrity_predicates",
    "integrity_scores",
    "integrity_thresholds",
    "journal",
    "journal_head",
    "journal_subjects",
    "metadata",
    "milestone_phases",
    "milestone_states",
    "milestones",
    "parties",
    "party_decisions",
    "people",
    "phases",
    "pledge_keys",
    "pledge_refusals",
    "pledge_uses",
    "pledges",
    "predecessors",
    "projections",
    "published_counts",
    "reform_areas",
    "region_figures",
    "regions",
    "reminders",
    "reported_figures",
    "requirements",
    "scans",
    "service_figures",
    "service_states",
    "services",
    "sessions",
    "sign_in_attempts",
    "stage_states",
    "stages",
    "survey_rounds",
    "tallies",
]
